package org.goichung.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.goichung.platform.start.Bootstrap;
import org.goichung.platform.start.Settings;
import org.jspecify.annotations.Nullable;

/** The embedded database of every Quarkus test: the same start as the service's, in a folder of its own under target. */
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
public class TestDatabase implements QuarkusTestResourceLifecycleManager {
    private @Nullable Bootstrap bootstrap;

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "db");
            bootstrap = Bootstrap.prepare(Settings.of(Map.of(
                    "GOICHUNG_DATA_DIR", folder.toString(), "GOICHUNG_DEMO", "false", "QUARKUS_HTTP_PORT", "0")));
            return new HashMap<>(bootstrap.configuration());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {
        if (bootstrap != null) bootstrap.close();
    }
}
