package org.goichung.platform.http;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages of texts. Vietnamese where nothing else is asked for. */
public enum Language {
    VI,
    EN;

    /** By {@code Accept-Language}; an unknown or broken one gives Vietnamese. */
    public static Language of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 200) return VI;
        try {
            Locale best = Locale.lookup(
                    Locale.LanguageRange.parse(acceptLanguage), List.of(Locale.forLanguageTag("vi"), Locale.ENGLISH));
            return best != null && best.getLanguage().equals("en") ? EN : VI;
        } catch (IllegalArgumentException broken) {
            return VI;
        }
    }

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
