package org.goichung.eligibility;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One criterion's part in an answer.
 *
 * @param status {@code qualified}, {@code unqualified} or {@code unknown}
 * @param text a sentence for the person
 * @param language of the text, where it is not the one that was asked for: nobody wrote it in that one
 * @param missingFacts what would have to be found out to settle it, for instance {@code worker.birthYear}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reason(
        String criterion,
        String status,
        String text,
        @Nullable String language,
        List<String> missingFacts) {}
