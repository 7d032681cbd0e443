package org.goichung.eligibility.model;

import org.goichung.eligibility.Sentences;
import org.goichung.platform.http.Language;

/** A criterion's version, ready to be asked. */
public record Criterion(String name, int version, Rule rule, Sentences vi, Sentences en) {

    public String sentence(Verdict verdict, Language language) {
        return switch (language) {
            case VI -> vi.of(verdict);
            case EN -> en.of(verdict);
        };
    }
}
