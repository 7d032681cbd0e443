package org.goichung.eligibility.model;

/** How to mend an expression, for its author. */
record Hint(String en, String vi) {}
