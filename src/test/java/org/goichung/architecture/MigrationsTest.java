package org.goichung.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Users' databases have the migrations of migrations.csv: those stay as they are, and new ones come behind them. What is released
 * is added there with its SHA-256.
 */
class MigrationsTest {
    private static final Path FOLDER = Path.of("src", "main", "resources", "db", "migration");

    @Test
    void what_users_have_is_not_changed_and_what_is_new_comes_behind_it() throws Exception {
        Map<String, String> released =
                Files.readAllLines(Path.of("src", "test", "resources", "migrations.csv")).stream()
                        .map(line -> line.split(","))
                        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        assertThat(released).hasSizeGreaterThan(10);
        for (var migration : released.entrySet())
            assertThat(sha256(FOLDER.resolve(migration.getKey())))
                    .as(migration.getKey())
                    .isEqualTo(migration.getValue());
        int last = released.keySet().stream()
                .mapToInt(MigrationsTest::version)
                .max()
                .orElseThrow();
        assertThat(names().stream().filter(name -> !released.containsKey(name)))
                .allSatisfy(name -> assertThat(version(name)).as(name).isGreaterThan(last));
        assertThat(names().stream().map(MigrationsTest::version)).doesNotHaveDuplicates();
    }

    private static List<String> names() throws Exception {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static int version(String name) {
        return Integer.parseInt(name.substring(1, name.indexOf('_')));
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
