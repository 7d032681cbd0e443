/** Carriers, packages and their immutable versions. */
@NullMarked
package org.goichung.catalog;

import org.jspecify.annotations.NullMarked;
