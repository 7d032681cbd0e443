package org.goichung.eligibility;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.goichung.eligibility.model.Verdict;
import org.goichung.platform.http.Legible;

/** What a criterion's answer is put into, in one language: short, and understood without the rule. */
public record Sentences(
        @NotBlank @Legible @Size(max = 200) String yes,
        @NotBlank @Legible @Size(max = 200) String no,
        @NotBlank @Legible @Size(max = 200) String unknown) {

    public String of(Verdict verdict) {
        return switch (verdict) {
            case YES -> yes;
            case NO -> no;
            case UNKNOWN -> unknown;
        };
    }
}
