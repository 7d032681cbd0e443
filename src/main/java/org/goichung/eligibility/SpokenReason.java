package org.goichung.eligibility;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.goichung.platform.http.Language;
import org.jspecify.annotations.Nullable;

/**
 * One criterion's part in a decision that is kept, in the words that its author had for it then.
 *
 * @param status {@code qualified}, {@code unqualified} or {@code unknown}
 * @param km null where nobody wrote it in Khmer
 * @param missingFacts what would have to be found out to settle it, for instance {@code worker.birthYear}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record SpokenReason(
        String criterion,
        String status,
        String vi,
        String en,
        @Nullable String km,
        List<String> missingFacts) {

    /** The same, with its language said, for where all else is told in another. */
    public Reason spokenIn(Language language) {
        Reason told = in(language);
        return told.language() == null
                ? new Reason(told.criterion(), told.status(), told.text(), language.tag(), told.missingFacts())
                : told;
    }

    /** As it is told in one language; in Vietnamese where nobody wrote it in that one. */
    public Reason in(Language language) {
        boolean lacking = language == Language.KM && km == null;
        String text =
                switch (language) {
                    case VI -> vi;
                    case EN -> en;
                    case KM -> km == null ? vi : km;
                };
        return new Reason(criterion, status, text, lacking ? Language.VI.tag() : null, missingFacts);
    }
}
