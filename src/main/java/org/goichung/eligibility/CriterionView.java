package org.goichung.eligibility;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A criterion's version; it never changes.
 *
 * @param effectiveFrom the first day it is in force, until the next version's
 */
public record CriterionView(
        UUID id, String name, int version, String expression, Sentences vi, Sentences en, LocalDate effectiveFrom) {}
