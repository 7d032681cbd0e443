package org.goichung.platform.start;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The settings that have to be known before Quarkus starts, read from the environment (docs/operations.md lists all).
 *
 * @param external the real server to use instead of the embedded one
 */
public record Settings(
        Path dataDirectory, Path keysFile, boolean demo, int httpPort, Optional<ExternalDatabase> external) {

    public record ExternalDatabase(String url, Credentials owner, Credentials app, Credentials system) {}

    public record Credentials(String user, String password) {}

    public static Settings of(Map<String, String> environment) {
        Path data = Path.of(environment.getOrDefault("GOICHUNG_DATA_DIR", ".goichung"))
                .toAbsolutePath()
                .normalize();
        Optional<String> url = text(environment, "GOICHUNG_DATABASE_URL");
        Optional<String> keys = text(environment, "GOICHUNG_KEYS_FILE");
        if (url.isPresent() && keys.isEmpty())
            throw new StartRefused(
                    "GOICHUNG_DATABASE_URL is set, so GOICHUNG_KEYS_FILE must name the keys file that all instances share.");
        Optional<ExternalDatabase> external = url.map(address -> new ExternalDatabase(
                databaseUrl(address),
                credentials(environment, "OWNER"),
                credentials(environment, "APP"),
                credentials(environment, "SYSTEM")));
        boolean demo = text(environment, "GOICHUNG_DEMO")
                .map(word -> yesOrNo("GOICHUNG_DEMO", word))
                .orElse(external.isEmpty());
        return new Settings(
                data,
                keys.map(Path::of).orElse(data.resolve("keys").resolve("keys.json")),
                demo,
                port(environment.getOrDefault("QUARKUS_HTTP_PORT", "8080")),
                external);
    }

    private static String databaseUrl(String url) {
        if (!url.matches("postgresql://[^/@\\s]+/[^/?\\s]+(\\?\\S*)?"))
            throw new StartRefused(
                    "GOICHUNG_DATABASE_URL must look like postgresql://host:port/database, without user and password.");
        return url;
    }

    private static Credentials credentials(Map<String, String> environment, String role) {
        String prefix = "GOICHUNG_DATABASE_" + role + "_";
        return new Credentials(required(environment, prefix + "USER"), required(environment, prefix + "PASSWORD"));
    }

    private static String required(Map<String, String> environment, String name) {
        return text(environment, name)
                .orElseThrow(() -> new StartRefused("GOICHUNG_DATABASE_URL is set, so " + name + " must be set too."));
    }

    private static Optional<String> text(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static boolean yesOrNo(String name, String word) {
        return switch (word) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> throw new StartRefused(name + " must be true or false.");
        };
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) return port;
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new StartRefused("QUARKUS_HTTP_PORT must be a port number from 0 to 65535.");
    }
}
