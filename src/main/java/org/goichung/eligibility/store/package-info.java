/** Criteria at rest, and what is held in memory and kept fresh: facts, criteria, offers. */
@NullMarked
package org.goichung.eligibility.store;

import org.jspecify.annotations.NullMarked;
