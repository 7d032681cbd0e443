package org.goichung.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of settings and the code name the same settings. */
class SettingsPageTest {
    private static final Pattern PROPERTY = Pattern.compile("@ConfigProperty\\(\\s*name = \"(goichung\\.[a-z.-]+)\"");
    private static final Pattern VARIABLE = Pattern.compile("\"(GOICHUNG_[A-Z_]+)\"");
    private static final Pattern ON_THE_PAGE = Pattern.compile("GOICHUNG_[A-Z_]+");
    /** Names that stand for a group on the page, or whose variable is another one. */
    private static final Map<String, String> OTHERWISE = Map.of("GOICHUNG_DEMO_ENABLED", "GOICHUNG_DEMO");

    @Test
    void every_setting_that_is_read_stands_in_operations() throws Exception {
        var read = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                PROPERTY.matcher(source)
                        .results()
                        .map(found -> variable(found.group(1)))
                        .forEach(read::add);
                VARIABLE.matcher(source).results().map(found -> found.group(1)).forEach(read::add);
            }
        }
        assertThat(read).hasSizeGreaterThan(8);
        var page = new TreeSet<>(ON_THE_PAGE
                .matcher(Files.readString(Path.of("docs", "operations.md")))
                .results()
                .map(MatchResult::group)
                .toList());
        assertThat(page).containsAll(read);
    }

    private static String variable(String property) {
        String name = property.toUpperCase(java.util.Locale.ROOT).replaceAll("[.-]", "_");
        return OTHERWISE.getOrDefault(name, name);
    }
}
