package org.goichung.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goichung.platform.http.Language;
import org.goichung.platform.problem.ProblemTexts;
import org.goichung.platform.problem.ProblemType;
import org.junit.jupiter.api.Test;

/** Pages under docs that are drawn from the code. {@code ./mvnw test -Dtest=PagesTest -Dgoichung.write-docs} writes them anew. */
class PagesTest {
    private static final boolean WRITE = System.getProperty("goichung.write-docs") != null;
    private static final Path ARCHITECTURE = Path.of("docs/architecture.md");
    private static final Path PROBLEMS = Path.of("docs/problems");
    private static final String BEGIN = "<!-- rooms: drawn by PagesTest -->\n";
    private static final String END = "<!-- rooms: end -->";

    @Test
    void the_picture_of_the_rooms_is_the_one_the_bytecode_gives() throws IOException {
        String page = Files.readString(ARCHITECTURE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        String drawn = page.substring(0, begin) + picture(Rooms.arrows()) + page.substring(page.indexOf(END, begin));
        holds(ARCHITECTURE, drawn);
    }

    @Test
    void every_problem_type_has_its_page_and_no_page_is_left_over() throws IOException {
        for (ProblemType type : ProblemType.values()) holds(PROBLEMS.resolve(type.slug() + ".md"), page(type));
        holds(PROBLEMS.resolve("README.md"), index());
        var known = Arrays.stream(ProblemType.values())
                .map(type -> type.slug() + ".md")
                .collect(Collectors.toSet());
        known.add("README.md");
        try (Stream<Path> files = Files.list(PROBLEMS)) {
            assertThat(files.map(file -> file.getFileName().toString())).allMatch(known::contains);
        }
    }

    private static void holds(Path file, String text) throws IOException {
        if (WRITE) Files.writeString(file, text);
        assertThat(file)
                .as("stale: write it anew with -Dgoichung.write-docs")
                .exists()
                .hasContent(text);
    }

    private static String picture(SortedMap<String, SortedSet<String>> arrows) {
        var picture = new StringBuilder("```mermaid\nflowchart TD\n");
        arrows.forEach((from, targets) -> {
            picture.append("    ").append(node(from)).append('\n');
            for (String to : targets)
                picture.append("    ")
                        .append(id(from))
                        .append(" --> ")
                        .append(id(to))
                        .append('\n');
        });
        return picture.append("```\n").toString();
    }

    /** A room's name can be a word of Mermaid's own, so nodes get ids of their own. */
    private static String node(String room) {
        return id(room) + "[" + room + "]";
    }

    private static String id(String room) {
        return "room-" + room;
    }

    private static String index() {
        return Arrays.stream(ProblemType.values())
                .map(type -> "| [%s](%s.md) | %d | %s | %s |\n"
                        .formatted(
                                type.slug(),
                                type.slug(),
                                type.status(),
                                ProblemTexts.title(type, Language.VI),
                                ProblemTexts.title(type, Language.EN)))
                .collect(Collectors.joining("", """
                        # Problems

                        What the service answers when it cannot do what was asked. The same pages are served at `/problems/{type}`.

                        | type | status | tiếng Việt | English |
                        |---|---|---|---|
                        """, ""));
    }

    private static String page(ProblemType type) {
        return """
                # %s

                HTTP status %d, `type` is `/problems/%s`.

                ## Tiếng Việt

                **%s**

                %s

                *Cách xử lý:* %s

                ## English

                **%s**

                %s

                *What to do:* %s
                """.formatted(
                        type.slug(),
                        type.status(),
                        type.slug(),
                        ProblemTexts.title(type, Language.VI),
                        ProblemTexts.detail(type, Map.of(), Language.VI),
                        ProblemTexts.mend(type, Map.of(), Language.VI),
                        ProblemTexts.title(type, Language.EN),
                        ProblemTexts.detail(type, Map.of(), Language.EN),
                        ProblemTexts.mend(type, Map.of(), Language.EN));
    }
}
