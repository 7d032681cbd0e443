/** The codes asked for. */
@NullMarked
package org.goichung.dashboard.store;

import org.jspecify.annotations.NullMarked;
