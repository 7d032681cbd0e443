/** Programmes at rest. */
@NullMarked
package org.goichung.subsidy.store;

import org.jspecify.annotations.NullMarked;
