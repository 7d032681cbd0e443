/** Criteria, look-ups and audiences over HTTP. */
@NullMarked
package org.goichung.eligibility.rest;

import org.jspecify.annotations.NullMarked;
