package org.goichung.eligibility.model;

import java.time.Instant;

/**
 * How old what is told may be.
 *
 * @param asOf everything that was committed by then is in
 */
public record FactsAge(Instant asOf, long seconds) {}
