package org.goichung.eligibility;

import java.util.UUID;

/** A criterion's version; it never changes. */
public record CriterionView(UUID id, String name, int version, String expression, Sentences vi, Sentences en) {}
