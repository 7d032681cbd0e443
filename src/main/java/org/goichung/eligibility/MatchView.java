package org.goichung.eligibility;

import java.util.List;

/**
 * How a person stands for a package.
 *
 * @param status {@code qualified}, {@code unqualified} or {@code unknown}
 */
public record MatchView(String status, List<Reason> reasons) {}
