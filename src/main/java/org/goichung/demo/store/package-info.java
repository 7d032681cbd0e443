/** How far the load has come. */
@NullMarked
package org.goichung.demo.store;

import org.jspecify.annotations.NullMarked;
