package org.goichung.platform.http;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The languages of texts. Vietnamese where nothing else is asked for. */
public enum Language {
    VI,
    EN,
    /** Khmer, in answers to people only; all else is told in the next language that is asked for, or in Vietnamese. */
    KM;

    private static final Set<Language> OF_ALL_TEXTS = EnumSet.of(VI, EN);

    /** Of problems and pages, by {@code Accept-Language}; an unknown or broken one gives Vietnamese. */
    public static Language of(@Nullable String acceptLanguage) {
        return among(OF_ALL_TEXTS, acceptLanguage);
    }

    /** Of what is said to a person about packages, by {@code Accept-Language}; an unknown or broken one gives Vietnamese. */
    public static Language ofAnswers(@Nullable String acceptLanguage) {
        return among(EnumSet.allOf(Language.class), acceptLanguage);
    }

    private static Language among(Set<Language> known, @Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 200) return VI;
        try {
            List<Locale> locales =
                    known.stream().map(one -> Locale.forLanguageTag(one.tag())).toList();
            Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), locales);
            return best == null ? VI : valueOf(best.getLanguage().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException broken) {
            return VI;
        }
    }

    /** The languages that every text is written in. */
    public static Set<Language> ofAllTexts() {
        return Set.copyOf(OF_ALL_TEXTS);
    }

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
