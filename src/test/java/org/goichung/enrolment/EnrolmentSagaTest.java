package org.goichung.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goichung.enrolment.Desk.as;
import static org.goichung.enrolment.Desk.keyed;
import static org.goichung.enrolment.Desk.until;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.goichung.enrolment.Desk.Worker;
import org.goichung.negotiation.Deal;
import org.goichung.negotiation.Deal.Share;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.outbox.OutboxReceiver.Delivery;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.goichung.quota.QuotaService;
import org.goichung.support.Door;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where two technologies, a carrier and a calendar meet: what could go wrong between them, and does not. */
@QuarkusTest
class EnrolmentSagaTest {
    private static Deal deal;
    private Desk desk;

    @BeforeEach
    void a_desk_with_quota() {
        if (deal == null) deal = Deal.struck(new Share(9, 300_000L), new Share(4, null));
        desk = new Desk(deal, deal.first);
        desk.awaitPools();
    }

    @AfterEach
    void balances_are_the_sums_of_entries() {
        assertThat(Desk.mismatches()).isZero();
    }

    @AfterAll
    static void forget() {
        deal = null;
    }

    @Test
    void the_hold_of_an_enrolment_is_ended_by_the_enrolment_alone() {
        Worker worker = desk.worker();
        String id = desk.ordered(worker);
        for (Object[] hold :
                Desk.sql("SELECT reservation_id FROM quota_reservation WHERE enrolment_id = $1", UUID.fromString(id))) {
            String path = "/v1/enterprises/" + desk.at.enterprise() + "/quota/reservations/" + hold[0];
            keyed(desk.at.officer()).post(path + "/void").then().statusCode(404);
            keyed(desk.at.officer())
                    .body(Map.of("amount", 1))
                    .post(path + "/post")
                    .then()
                    .statusCode(404);
        }
        desk.acknowledge(worker).then().statusCode(200);
        desk.awaitLine(id);
        assertThat(desk.holdsOf(id)).containsExactly("posted", "posted");
    }

    @Test
    void an_order_that_outlives_its_period_is_posted_to_it_or_expires_in_it() {
        Deal old = Deal.struck(new Share(9, 300_000L), new Share(4, null));
        var there = new Desk(old, old.first);
        there.awaitPools();
        Worker taken = there.worker();
        Worker refused = there.worker();
        String posted = there.ordered(taken);
        String expired = there.ordered(refused);
        closePools(old.agreement);
        there.acknowledge(taken).then().statusCode(200);
        there.refuse(refused).then().statusCode(200);
        until(() -> there.holdsOf(expired).contains("pending") ? null : expired);
        there.awaitLine(posted);
        assertThat(there.holdsOf(posted)).containsExactly("posted", "posted");
        assertThat(there.holdsOf(expired)).containsExactly("expired", "expired");
        assertThat(there.inPool("LINE_CYCLE", "posted")).isEqualTo(1);
        assertThat(there.inPool("VND", "posted")).isEqualTo(30_000);
        assertThat(there.inPool("VND", "reserved")).isZero();
    }

    /** As the calendar does once an agreement's last month and its grace are over. */
    private static void closePools(String agreement) {
        UUID id = UUID.fromString(agreement);
        Desk.sql("UPDATE quota_agreement SET state = 'ended' WHERE agreement_id = $1 RETURNING 1", id);
        Desk.sql("""
                UPDATE quota_pool SET state = 'grace', grace_until = goichung_now() - interval '1 second'
                 WHERE agreement_id = $1 RETURNING 1
                """, id);
        until(() -> (Long) Desk.sql("SELECT count(*) FROM quota_pool WHERE agreement_id = $1 AND state <> 'closed'", id)
                                .getFirst()[0]
                        == 0
                ? id
                : null);
    }

    @Test
    void a_line_is_never_active_before_it_was_ordered() {
        Worker worker = desk.worker();
        String id = desk.ordered(worker);
        Instant longAgo = now().minusSeconds(86_400);
        desk.acknowledge(worker, Map.of("carrierReference", "VT-1", "activatedAt", longAgo.toString()))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/activatedAt"))
                .body("errors.code", contains("before-the-order"));
        assertThat(desk.state(id)).isEqualTo("ordered");
        desk.acknowledge(worker, Map.of("carrierReference", "VT-1", "activatedAt", now().toString()))
                .then()
                .statusCode(200);
        desk.awaitState(id, "active");
    }

    @Test
    void a_superior_union_sees_an_enrolment_but_only_the_enterprises_own_moves_it() {
        String id = desk.enrolled(desk.worker());
        as(deal.lead).get("/v1/enrolments/" + id).then().statusCode(200);
        for (String move : List.of("exit", "pause", "resume"))
            desk.move(deal.lead, id, move).then().statusCode(403);
        keyed(deal.lead)
                .header("If-Match", desk.get(id).header("ETag"))
                .body(Map.of(
                        "purposes",
                        List.of("number-to-carrier", "usage-for-quota"),
                        "textVersion",
                        "2026-11",
                        "given",
                        true))
                .post("/v1/enrolments/" + id + "/consent")
                .then()
                .statusCode(403);
        assertThat(desk.state(id)).isEqualTo("qualified");
        desk.move(desk.at.officer(), id, "exit").then().statusCode(200);
    }

    @Test
    void a_hold_that_ends_at_the_very_moment_it_is_kept_is_taken_again() {
        var ledger = new RealLedger() {
            final AtomicInteger kept = new AtomicInteger();

            @Override
            Uni<Void> keep(UUID id) {
                return kept.getAndIncrement() == 0
                        ? super.release(id)
                                .onItem()
                                .failWith(() -> Refusal.of(ProblemType.RESERVATION_ENDED, Map.of("state", "expired")))
                        : super.keep(id);
            }
        };
        QuarkusMock.installMockForType(ledger, EnrolmentLedger.class);
        String id = desk.ordered(desk.worker());
        assertThat(desk.eventsOf(id, "enrolment-ran-short")).isEmpty();
        assertThat(desk.holdsOf(id)).containsExactly("pending", "pending", "voided", "voided");
    }

    @Test
    void when_the_quota_is_gone_before_the_order_the_enterprise_is_told_why_and_the_worker_may_say_yes_again() {
        var ledger = new RealLedger() {
            volatile boolean gone = true;

            @Override
            Uni<Void> keep(UUID id) {
                return gone
                        ? super.release(id)
                                .onItem()
                                .failWith(() ->
                                        Refusal.of(ProblemType.QUOTA_EXHAUSTED, Map.of("amount", 1, "available", 0)))
                        : super.keep(id);
            }
        };
        QuarkusMock.installMockForType(ledger, EnrolmentLedger.class);
        String id = desk.enrolled(desk.worker());
        desk.consent(id).then().statusCode(200);
        desk.awaitState(id, "qualified");
        assertThat(desk.eventsOf(id, "enrolment-ran-short"))
                .singleElement()
                .asString()
                .contains("\"reason\": \"quota-exhausted\"");
        ledger.gone = false;
        desk.consent(id).then().statusCode(200);
        desk.awaitState(id, "ordered");
    }

    @Test
    void the_enterprise_is_told_why_the_carrier_refused() {
        Worker worker = desk.worker();
        String id = desk.ordered(worker);
        desk.refuse(worker).then().statusCode(200);
        assertThat(desk.eventsOf(id, "enrolment-refused"))
                .singleElement()
                .asString()
                .contains("\"reason\": \"number-not-ours\"");
    }

    @Test
    void a_carriers_answer_and_an_erasure_at_once_do_not_block_each_other() throws Exception {
        Worker worker = desk.worker();
        UUID id = UUID.fromString(desk.ordered(worker));
        var inHand = new CompletableFuture<Void>();
        var goOn = new CompletableFuture<Void>();
        try (var both = Executors.newFixedThreadPool(2)) {
            var answer = both.submit(() -> answer(id, inHand, goOn));
            inHand.get(20, TimeUnit.SECONDS);
            var erasure = both.submit(() -> erase(UUID.fromString(worker.id())));
            until(() -> waitingForALock() ? id : null);
            goOn.complete(null);
            answer.get(30, TimeUnit.SECONDS);
            erasure.get(30, TimeUnit.SECONDS);
        }
    }

    /** A carrier's answer as far as its first lock, and then its second. */
    private static Object answer(UUID id, CompletableFuture<Void> inHand, CompletableFuture<Void> goOn) {
        return Door.await(() -> Door.bean(Transactions.class).appSql(connection -> {
            var sql = Statements.of(connection);
            return sql.select("SELECT 1 FROM activation WHERE enrolment_id = $1 FOR UPDATE", id)
                    .invoke(() -> inHand.complete(null))
                    .chain(() -> Uni.createFrom().completionStage(goOn))
                    .chain(() -> sql.select("SELECT 1 FROM enrolment WHERE id = $1 FOR UPDATE", id));
        }));
    }

    private static Object erase(UUID worker) {
        var event = new Delivery(UUID.randomUUID(), "worker-erased", worker, worker, new JsonObject());
        return Door.await(() -> Door.bean(ErasedWorkers.class).receive(event).replaceWith(true));
    }

    private static boolean waitingForALock() {
        // as the role whose sessions these are: others' are not shown
        var sql = Door.bean(Transactions.class).app();
        return (Long) Door.await(() -> sql.select("""
                        SELECT count(*) FROM pg_stat_activity
                         WHERE wait_event_type = 'Lock' AND (query LIKE '%activation%' OR query LIKE '%enrolment%')
                           AND pid <> pg_backend_pid()
                        """)).getFirst()[0] > 0;
    }

    private static Instant now() {
        return Door.bean(Clock.class).instant();
    }

    /** The real ledger, for a test to stand in its way. */
    public static class RealLedger extends EnrolmentLedger {
        public RealLedger() {
            super(Door.bean(QuotaService.class), Door.bean(Clock.class));
        }
    }
}
