/** Facts, criteria, the index and what a package does to a bill: plain decisions, no I/O. */
@NullMarked
package org.goichung.eligibility.model;

import org.jspecify.annotations.NullMarked;
