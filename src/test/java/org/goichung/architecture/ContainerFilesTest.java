package org.goichung.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** docker/ as far as it can be held without a container engine. */
class ContainerFilesTest {
    private static final Path DOCKER = Path.of("docker");

    @Test
    void the_image_runs_as_nobody_special_checks_its_health_and_leaves_the_binaries_out() throws IOException {
        List<String> lines = Files.readAllLines(DOCKER.resolve("Dockerfile"));
        assertThat(lines)
                .anyMatch(line -> line.matches("USER (?!root|0\\b).+"))
                .anyMatch(line -> line.startsWith("HEALTHCHECK "))
                .anyMatch(line -> line.contains("/q/health/ready"))
                .anyMatch(line -> line.contains("-Dquarkus.package.jar.filter-optional-dependencies=true"))
                .anyMatch(line -> line.startsWith("ENTRYPOINT [\"java\""));
    }

    @Test
    void compose_gives_the_service_every_setting_that_an_external_database_needs() throws IOException {
        Map<String, Map<String, Map<String, Object>>> compose =
                new Yaml().load(Files.readString(DOCKER.resolve("compose.yaml")));
        var services = compose.get("services");
        assertThat(services).containsOnlyKeys("database", "goichung");
        assertThat((String) (Object) services.get("database").get("image")).isEqualTo("postgres:18");
        @SuppressWarnings("unchecked")
        var settings = (Map<String, String>) services.get("goichung").get("environment");
        assertThat(settings)
                .containsKeys(
                        "GOICHUNG_DATABASE_URL",
                        "GOICHUNG_KEYS_FILE",
                        "GOICHUNG_DATABASE_OWNER_USER",
                        "GOICHUNG_DATABASE_OWNER_PASSWORD",
                        "GOICHUNG_DATABASE_APP_USER",
                        "GOICHUNG_DATABASE_APP_PASSWORD",
                        "GOICHUNG_DATABASE_SYSTEM_USER",
                        "GOICHUNG_DATABASE_SYSTEM_PASSWORD");
        for (Object mount : (List<?>) services.get("database").get("volumes"))
            if (mount.toString().startsWith("./"))
                assertThat(DOCKER.resolve(mount.toString().split(":")[0])).exists();
    }
}
