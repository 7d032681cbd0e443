package org.goichung.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.outbox.Audience;
import org.goichung.platform.outbox.Event;
import org.goichung.platform.outbox.EventStream;
import org.goichung.platform.outbox.Journal;
import org.goichung.support.Door;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventsTest {
    @TestHTTPResource("/v1/events")
    URL url;

    @Test
    void a_tenant_hears_its_own_events_in_order_and_nobody_elses() throws Exception {
        UUID mine = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        var heard = listen(Door.employer(mine), null, 3);
        heard.connected().get(10, TimeUnit.SECONDS);
        for (int i = 1; i <= 3; i++) {
            record(other, "not-for-me", i);
            record(mine, "for-me", i);
        }
        List<String> data = heard.data().get(20, TimeUnit.SECONDS);
        assertThat(data).hasSize(3).allMatch(line -> line.contains("for-me") && !line.contains("not-for-me"));
        for (int i = 1; i <= 3; i++) assertThat(data.get(i - 1)).contains("\"n\":" + i);
    }

    @Test
    void a_follower_that_was_away_goes_on_after_the_last_event_it_saw() throws Exception {
        UUID mine = UUID.randomUUID();
        String token = Door.employer(mine);
        var first = listen(token, null, 1);
        first.connected().get(10, TimeUnit.SECONDS);
        record(mine, "told", 1);
        first.data().get(20, TimeUnit.SECONDS);
        String lastId = first.ids().getLast();
        record(mine, "told", 2);
        record(mine, "told", 3);
        var resumed = listen(token, lastId, 2);
        List<String> data = resumed.data().get(20, TimeUnit.SECONDS);
        assertThat(data.get(0)).contains("\"n\":2");
        assertThat(data.get(1)).contains("\"n\":3");
    }

    @Test
    void an_event_that_was_never_told_is_answered_by_a_reset_and_what_comes_then_is_heard() throws Exception {
        UUID mine = UUID.randomUUID();
        var heard = listen(Door.employer(mine), "9000000000000000000", 2);
        heard.connected().get(10, TimeUnit.SECONDS);
        Thread telling = Thread.ofVirtual().start(() -> tellUntil(heard.data(), mine));
        List<String> data = heard.data().get(30, TimeUnit.SECONDS);
        telling.join();
        assertThat(data.get(0)).isEqualTo("{\"type\":\"reset\"}");
        assertThat(data.get(1)).contains("after");
    }

    @Test
    void a_follower_starts_afresh_from_before_the_oldest_event_that_is_kept_and_from_behind_the_latest() {
        record(UUID.randomUUID(), "kept", 1);
        var stream = Door.bean(EventStream.class);
        long oldest = (Long) Door.await(
                        () -> Statements.of(Door.bean(Transactions.class).systemPool())
                                .select(
                                        "SELECT coalesce(min(published_seq), 1) FROM outbox_event WHERE published_seq IS NOT NULL"))
                .getFirst()[0];
        assertThat(Door.await(() -> stream.isUnknown(oldest - 2))).isTrue();
        assertThat(Door.await(() -> stream.isUnknown(oldest - 1))).isFalse();
        assertThat(Door.await(() -> stream.isUnknown(Long.MAX_VALUE))).isTrue();
    }

    /** The stream answers before it listens, so one event may be too early. */
    private static void tellUntil(CompletableFuture<?> heard, UUID mine) {
        for (int n = 1; n < 200 && !heard.isDone(); n++) {
            record(mine, "after", n);
            try {
                heard.get(100, TimeUnit.MILLISECONDS);
            } catch (Exception notYet) {
                // told again
            }
        }
    }

    @Test
    void audit_entries_are_chained_behind_the_change() throws Exception {
        UUID mine = UUID.randomUUID();
        record(mine, "audited", 1);
        record(mine, "audited", 2);
        long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        List<Object[]> rows;
        do {
            rows = Door.await(() -> Statements.of(Door.bean(Transactions.class).systemPool())
                    .select(
                            "SELECT position, hash FROM audit_entry WHERE tenant = $1 AND position IS NOT NULL ORDER BY position",
                            "enterprise:" + mine));
        } while (rows.size() < 2 && System.nanoTime() < deadline);
        assertThat(rows).extracting(row -> row[0]).containsExactly(1L, 2L);
        assertThat((byte[]) rows.get(0)[1]).hasSize(32).isNotEqualTo(rows.get(1)[1]);
    }

    private static void record(UUID enterprise, String type, int n) {
        var transactions = Door.bean(Transactions.class);
        var journal = Door.bean(Journal.class);
        Door.await(() -> transactions.systemSql(connection -> journal.record(
                Statements.of(connection),
                Scope.system("test"),
                Event.of(type, enterprise, Set.of(Audience.of(new EnterpriseId(enterprise))), Map.of("n", n)))));
    }

    private record Heard(CompletableFuture<Void> connected, CompletableFuture<List<String>> data, List<String> ids) {}

    private Heard listen(String token, String lastEventId, int count) {
        var heard = new Heard(new CompletableFuture<>(), new CompletableFuture<>(), new ArrayList<>());
        var request = HttpRequest.newBuilder(URI.create(url.toString()))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) request.header("Last-Event-ID", lastEventId);
        Thread.ofVirtual().start(() -> {
            try (var client = HttpClient.newHttpClient()) {
                var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
                assertThat(answer.statusCode()).isEqualTo(200);
                heard.connected().complete(null);
                var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
                List<String> data = new ArrayList<>();
                while (data.size() < count) {
                    String line = lines.readLine();
                    if (line == null) break;
                    if (line.startsWith("id:"))
                        heard.ids().add(line.substring(3).strip());
                    if (line.startsWith("data:")) data.add(line.substring(5));
                }
                answer.body().close();
                heard.data().complete(data);
                client.shutdownNow();
            } catch (Exception failure) {
                heard.connected().completeExceptionally(failure);
                heard.data().completeExceptionally(failure);
            }
        });
        return heard;
    }
}
