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

    private final String tag = name().toLowerCase(Locale.ROOT);

    private static final Set<Language> OF_ALL_TEXTS = EnumSet.of(VI, EN);
    private static final List<Locale> LOCALES_OF_ALL_TEXTS = locales(OF_ALL_TEXTS);
    private static final List<Locale> LOCALES_OF_ANSWERS = locales(EnumSet.allOf(Language.class));

    /** Of problems and pages, by {@code Accept-Language}; an unknown or broken one gives Vietnamese. */
    public static Language of(@Nullable String acceptLanguage) {
        return among(LOCALES_OF_ALL_TEXTS, acceptLanguage);
    }

    /** Of what is said to a person about packages, by {@code Accept-Language}; an unknown or broken one gives Vietnamese. */
    public static Language ofAnswers(@Nullable String acceptLanguage) {
        return among(LOCALES_OF_ANSWERS, acceptLanguage);
    }

    private static Language among(List<Locale> known, @Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 200) return VI;
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), known);
            return best == null ? VI : valueOf(best.getLanguage().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException broken) {
            return VI;
        }
    }

    private static List<Locale> locales(Set<Language> languages) {
        return languages.stream().map(one -> Locale.forLanguageTag(one.tag())).toList();
    }

    /** The languages that every text is written in. */
    public static Set<Language> ofAllTexts() {
        return Set.copyOf(OF_ALL_TEXTS);
    }

    /** As {@code Accept-Language} writes it. */
    public String tag() {
        return tag;
    }
}
