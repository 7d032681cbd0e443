package org.goichung.eligibility;

import java.util.List;

/**
 * How a person stands for a package, by itself or under a programme.
 *
 * @param status {@code qualified}, {@code unqualified} or {@code unknown}
 */
public record MatchView(String status, List<SpokenReason> reasons) {}
