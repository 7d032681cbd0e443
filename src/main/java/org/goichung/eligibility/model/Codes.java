package org.goichung.eligibility.model;

import java.util.Set;
import java.util.function.Predicate;

/**
 * The codes that facts may have: what is compared with another holds for nobody, and nobody would notice.
 *
 * @param carriers all there are
 * @param provinces whether there is one of today
 * @param communes whether there is one of today
 */
public record Codes(Set<String> carriers, Predicate<String> provinces, Predicate<String> communes) {}
