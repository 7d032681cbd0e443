/** Carriers, packages and versions in SQL. */
@NullMarked
package org.goichung.catalog.store;

import org.jspecify.annotations.NullMarked;
