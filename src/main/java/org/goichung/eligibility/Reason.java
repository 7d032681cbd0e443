package org.goichung.eligibility;

import java.util.List;

/**
 * One criterion's part in an answer.
 *
 * @param status {@code qualified}, {@code unqualified} or {@code unknown}
 * @param text a sentence for the person
 * @param missingFacts what would have to be found out to settle it, for instance {@code worker.birthYear}
 */
public record Reason(String criterion, String status, String text, List<String> missingFacts) {}
