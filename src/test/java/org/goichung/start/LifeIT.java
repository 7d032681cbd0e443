package org.goichung.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.goichung.support.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One service's life on one data folder, told in order: what was acknowledged is there after every end, however rude. */
@TestMethodOrder(OrderAnnotation.class)
class LifeIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static Service service;

    @BeforeAll
    static void settings() {
        service = Service.named("life")
                .with("GOICHUNG_ADMIN_LOGIN", "first-admin")
                .with("GOICHUNG_ADMIN_PASSWORD", "a test's long password");
    }

    @AfterAll
    static void end() {
        service.close();
    }

    @Test
    @Order(1)
    void the_first_command_serves_on_an_empty_folder_and_takes_a_write() {
        service.startByScript();
        addCarrier("FIRST");
        assertThat(carriers()).contains("FIRST");
    }

    @Test
    @Order(2)
    void on_sigterm_the_application_ends_first_and_the_database_last_and_clean() throws IOException {
        ProcessHandle database = service.postmaster().orElseThrow();
        var ended = service.terminate();
        assertThat(ended.status()).isEqualTo(143);
        assertThat(database.isAlive()).isFalse();
        assertThat(service.dataFolder().resolve("database/postmaster.pid")).doesNotExist();
        assertThat(databaseLog()).contains("database system is shut down");
        assertThat(ended.out()).contains("goichung stopped").doesNotContain("ERROR");
    }

    @Test
    @Order(3)
    void the_second_start_finds_what_the_first_was_told() {
        service.start();
        assertThat(carriers()).contains("FIRST");
    }

    @Test
    @Order(4)
    void after_a_kill_the_next_start_attaches_to_the_server_that_lived_on() {
        addCarrier("SECOND");
        ProcessHandle database = service.postmaster().orElseThrow();
        service.kill();
        assertThat(database.isAlive()).isTrue();
        service.start();
        assertThat(service.postmaster().orElseThrow().pid()).isEqualTo(database.pid());
        assertThat(carriers()).contains("FIRST", "SECOND");
    }

    @Test
    @Order(5)
    void a_dead_database_is_told_as_503_and_started_again_behind_the_same_application() {
        ProcessHandle database = service.postmaster().orElseThrow();
        addCarrier("THIRD");
        String token = admin();
        database.destroyForcibly();
        Service.eventually("not ready", SOON, () -> !service.isReady());
        Service.eventually("ready again", SOON, service::isReady);
        assertThat(service.postmaster().orElseThrow().pid()).isNotEqualTo(database.pid());
        assertThat(service.get("/v1/carriers", "Authorization", "Bearer " + token)
                        .body())
                .contains("FIRST", "SECOND", "THIRD");
    }

    @Test
    @Order(6)
    void after_a_kill_of_both_the_database_recovers_and_nothing_acknowledged_is_lost() {
        addCarrier("FOURTH");
        ProcessHandle database = service.postmaster().orElseThrow();
        service.kill();
        database.destroyForcibly();
        service.start();
        assertThat(carriers()).contains("FIRST", "SECOND", "THIRD", "FOURTH");
    }

    @Test
    @Order(7)
    void a_server_that_the_application_started_itself_is_started_again_as_well() {
        for (int death = 0; death < 2; death++) {
            service.postmaster().orElseThrow().destroyForcibly();
            Service.eventually("not ready", SOON, () -> !service.isReady());
            Service.eventually("ready again", SOON, service::isReady);
        }
        assertThat(carriers()).contains("FIRST", "SECOND", "THIRD", "FOURTH");
        assertThat(service.terminate().status()).isEqualTo(143);
        assertThat(service.postmaster()).isEmpty();
    }

    @Test
    @Order(8)
    void access_rules_that_somebody_changed_are_put_back_and_lose_nothing() throws IOException {
        Path rules = service.dataFolder().resolve("database/pg_hba.conf");
        String own = Files.readString(rules);
        Files.writeString(rules, own + "host all all 127.0.0.1/32 trust\nnot a rule at all\n");
        service.start();
        assertThat(carriers()).contains("FIRST", "SECOND", "THIRD", "FOURTH");
        assertThat(rules).hasContent(own);
        assertThat(service.out()).contains("access rules of the embedded database were changed");
    }

    @Test
    @Order(9)
    void nobody_else_on_the_machine_may_enter_what_it_keeps_and_runs() throws IOException {
        for (String folder : List.of("", "database", "postgresql"))
            assertThat(Files.getPosixFilePermissions(service.dataFolder().resolve(folder)))
                    .as(folder)
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    @Order(10)
    void another_keys_file_is_refused_though_the_note_of_the_first_is_lost() throws IOException {
        service.terminate();
        Path note = service.dataFolder().resolve("keys-fingerprint");
        String first = Files.readString(note);
        Files.delete(note);
        Path others =
                KeysFiles.make(Files.createDirectories(service.dataFolder().resolve("others")));
        RefusedStartIT.refusal(
                service.with("GOICHUNG_KEYS_FILE", others.toString()), "was made with another keys file");
        assertThat(service.postmaster()).isEmpty();
        assertThat(note).doesNotExist();
        service.with(
                        "GOICHUNG_KEYS_FILE",
                        service.dataFolder().resolve("keys/keys.json").toString())
                .start();
        assertThat(carriers()).contains("FIRST", "SECOND", "THIRD", "FOURTH");
        assertThat(note).hasContent(first);
    }

    private static String admin() {
        var session =
                service.post("/v1/sessions", "{\"login\":\"first-admin\",\"password\":\"a test's long password\"}");
        assertThat(session.statusCode()).as(session.body()).isBetween(200, 201);
        return session.body().replaceAll(".*\"token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private static void addCarrier(String code) {
        var added = service.post(
                "/v1/carriers",
                "{\"code\":\"%s\",\"name\":\"%s\",\"shortCode\":\"191\"}".formatted(code, code),
                "Authorization",
                "Bearer " + admin(),
                "Idempotency-Key",
                "life-" + code);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    }

    private static String carriers() {
        return service.get("/v1/carriers", "Authorization", "Bearer " + admin()).body();
    }

    private static String databaseLog() throws IOException {
        var log = new StringBuilder();
        try (Stream<Path> files = Files.list(service.dataFolder().resolve("database/log"))) {
            for (Path file : files.toList()) log.append(Files.readString(file));
        }
        return log.toString();
    }
}
