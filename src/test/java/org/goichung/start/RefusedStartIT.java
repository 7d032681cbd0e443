package org.goichung.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.goichung.support.Service;
import org.junit.jupiter.api.Test;

/** Whoever starts it wrongly is told in one sentence what is wrong, never by a stack trace. */
class RefusedStartIT {

    @Test
    void a_taken_port() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"));
                var service = Service.named("port").with("QUARKUS_HTTP_PORT", "" + taken.getLocalPort())) {
            refusal(service, "Port " + taken.getLocalPort() + " is in use");
        }
    }

    @Test
    void a_port_that_is_none() {
        try (var service = Service.named("no-port").with("QUARKUS_HTTP_PORT", "eighty")) {
            refusal(service, "QUARKUS_HTTP_PORT must be a port number");
        }
    }

    @Test
    void a_data_folder_with_a_living_owner() throws IOException {
        try (var service = Service.named("owned")) {
            Path folder = Files.createDirectories(service.dataFolder());
            try (var owner = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = owner.lock()) {
                assertThat(lock.isValid()).isTrue();
                refusal(service, "is in use by another goichung");
            }
        }
    }

    @Test
    void a_data_folder_that_cannot_be_made() throws IOException {
        Path file = Files.createTempFile("goichung", ".txt");
        try (var service = Service.named("no-folder")
                .with("GOICHUNG_DATA_DIR", file.resolve("data").toString())) {
            refusal(service, "cannot be made or written to");
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void a_data_folder_of_another_keys_file() throws IOException {
        try (var service = Service.named("other-keys")) {
            Files.createDirectories(service.dataFolder());
            Files.writeString(service.dataFolder().resolve("keys-fingerprint"), "0123456789abcdef0123456789abcdef");
            refusal(service, "does not exist");
            try (var donor = Service.named("donor").with("QUARKUS_HTTP_PORT", "eighty")) {
                Path keys = KeysFiles.make(donor.dataFolder());
                refusal(service.with("GOICHUNG_KEYS_FILE", keys.toString()), "was made with another keys file");
            }
        }
    }

    @Test
    void a_keys_file_that_is_none() throws IOException {
        try (var service = Service.named("broken-keys")) {
            Path keys = Files.writeString(
                    Files.createDirectories(service.dataFolder()).resolve("keys.json"), "{\"not\":\"keys\"}");
            refusal(service.with("GOICHUNG_KEYS_FILE", keys.toString()), "The keys file cannot be read");
        }
    }

    @Test
    void a_database_address_that_is_none() throws IOException {
        try (var service = external("bad-url", "mysql://localhost/goichung")) {
            refusal(service, "GOICHUNG_DATABASE_URL must look like postgresql://");
        }
    }

    @Test
    void a_database_without_its_keys_file() {
        try (var service =
                Service.named("no-keys").with("GOICHUNG_DATABASE_URL", "postgresql://127.0.0.1:1/goichung")) {
            refusal(service, "GOICHUNG_KEYS_FILE must name the keys file");
        }
    }

    @Test
    void a_database_without_its_users() throws IOException {
        try (var service =
                external("no-users", "postgresql://127.0.0.1:1/goichung").with("GOICHUNG_DATABASE_APP_USER", "")) {
            refusal(service, "GOICHUNG_DATABASE_APP_USER must be set too");
        }
    }

    @Test
    void a_database_that_cannot_be_reached() throws IOException {
        try (var service = external("unreachable", "postgresql://127.0.0.1:" + Service.freePort() + "/goichung")) {
            refusal(service, "cannot be reached");
        }
    }

    private static Service external(String name, String url) throws IOException {
        Service service = Service.named(name).with("GOICHUNG_DATABASE_URL", url);
        for (String role : new String[] {"OWNER", "APP", "SYSTEM"})
            service.with("GOICHUNG_DATABASE_" + role + "_USER", "someone")
                    .with("GOICHUNG_DATABASE_" + role + "_PASSWORD", "a password");
        return service.with(
                "GOICHUNG_KEYS_FILE", KeysFiles.make(service.dataFolder()).toString());
    }

    /** One sentence on the error stream, no stack trace anywhere, a status that says failure. */
    static void refusal(Service service, String sentence) {
        refusal(service.runToItsEnd(), sentence);
    }

    static void refusal(Service.Ended ended, String sentence) {
        assertThat(ended.err().lines().toList()).hasSize(1);
        assertThat(ended.err()).startsWith("goichung: ").contains(sentence);
        assertThat(ended.err() + ended.out()).doesNotContain("\tat ");
        assertThat(ended.status()).isNotZero();
    }
}
