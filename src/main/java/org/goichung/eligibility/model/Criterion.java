package org.goichung.eligibility.model;

import java.time.LocalDate;
import org.goichung.eligibility.Sentences;
import org.goichung.platform.http.Language;
import org.jspecify.annotations.Nullable;

/**
 * A criterion's version, ready to be asked.
 *
 * @param km null where nobody wrote it in Khmer
 */
public record Criterion(
        String name,
        int version,
        Rule rule,
        Sentences vi,
        Sentences en,
        @Nullable Sentences km) {

    /**
     * What stands for one before its first day.
     *
     * @param open leaves everybody open
     */
    public static Criterion from(LocalDate firstDay, String name, Rule open) {
        return new Criterion(
                name, 0, open, from(firstDay, Language.VI), from(firstDay, Language.EN), from(firstDay, Language.KM));
    }

    private static Sentences from(LocalDate firstDay, Language language) {
        String sentence = Tongue.of(language).holdsFrom(firstDay);
        return new Sentences(sentence, sentence, sentence);
    }

    /** Where nobody wrote it in that language, it is told in Vietnamese. */
    public String sentence(Verdict verdict, Language language) {
        Sentences sentences =
                switch (language) {
                    case VI -> vi;
                    case EN -> en;
                    case KM -> km == null ? vi : km;
                };
        return sentences.of(verdict);
    }

    boolean isWrittenIn(Language language) {
        return language != Language.KM || km != null;
    }
}
