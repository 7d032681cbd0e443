package org.goichung.eligibility;

import java.util.List;
import org.goichung.platform.http.Language;

/**
 * One criterion's part in a decision that is kept, in the words that its author had for it then.
 *
 * @param status {@code qualified}, {@code unqualified} or {@code unknown}
 * @param missingFacts what would have to be found out to settle it, for instance {@code worker.birthYear}
 */
public record SpokenReason(String criterion, String status, String vi, String en, List<String> missingFacts) {

    /** As it is told in one language. */
    public Reason in(Language language) {
        String text =
                switch (language) {
                    case VI -> vi;
                    case EN -> en;
                };
        return new Reason(criterion, status, text, missingFacts);
    }
}
