package org.goichung.platform.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goichung.platform.http.Language;

/** The sentences of every problem and field error, in one place: {@code problems/vi.properties} and {@code en.properties}. */
public final class ProblemTexts {
    private static final Pattern MARK = Pattern.compile("\\{(\\w+)}");
    /** Where a sentence speaks of what nobody has named, as on a problem's page. */
    private static final String UNNAMED = "…";

    private static final Map<Language, Properties> TEXTS = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.ofAllTexts()) TEXTS.put(language, load(language));
    }

    private ProblemTexts() {}

    public static String title(ProblemType type, Language language) {
        return text(type.slug() + ".title", Map.of(), language);
    }

    public static String detail(ProblemType type, Map<String, Object> parameters, Language language) {
        return text(type.slug() + ".detail", parameters, language);
    }

    /** What to do about it. */
    public static String mend(ProblemType type, Map<String, Object> parameters, Language language) {
        return text(type.slug() + ".mend", parameters, language);
    }

    public static String field(FieldError error, Language language) {
        return text("field." + error.code(), error.parameters(), language);
    }

    public static boolean has(String key, Language language) {
        return texts(language).containsKey(key);
    }

    private static String text(String key, Map<String, Object> parameters, Language language) {
        String text = texts(language).getProperty(key);
        // a missing text must not break an answer
        if (text == null) return key;
        return MARK.matcher(text)
                .replaceAll(mark ->
                        Matcher.quoteReplacement(String.valueOf(parameters.getOrDefault(mark.group(1), UNNAMED))));
    }

    private static Properties texts(Language language) {
        Properties texts = TEXTS.get(language);
        if (texts == null) throw new IllegalStateException("no texts for " + language);
        return texts;
    }

    private static Properties load(Language language) {
        var properties = new Properties();
        try (InputStream file = ProblemTexts.class.getResourceAsStream("/problems/" + language.tag() + ".properties")) {
            if (file == null) throw new IllegalStateException("texts are missing: " + language);
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
