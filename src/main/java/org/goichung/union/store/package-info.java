/** The tree in the database. */
@NullMarked
package org.goichung.union.store;

import org.jspecify.annotations.NullMarked;
