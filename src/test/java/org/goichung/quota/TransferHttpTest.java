package org.goichung.quota;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.goichung.quota.TestQuota.sql;
import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.quota.store.GrantLedger;
import org.goichung.quota.store.ReservationExpiry;
import org.goichung.quota.store.TermStore;
import org.goichung.support.Door;
import org.goichung.workforce.TestPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Unused limit that goes back, or to another enterprise of the agreement, as two unions meet it. */
@QuarkusTest
class TransferHttpTest {
    private final TestPeople people = new TestPeople();
    private Side giver;
    private Side receiver;

    /** An enterprise, its union's officer and its quota. */
    private record Side(String enterprise, String officer, TestQuota quota) {
        String path(String where) {
            return "/v1/enterprises/" + enterprise + "/quota" + where;
        }

        PoolView lines() {
            return quota.pool(Unit.LINE_CYCLE);
        }
    }

    @BeforeEach
    void two_enterprises_of_one_agreement() {
        String federation =
                people.unionBody("provincial-federation", people.unionBody("confederation", null, null), null);
        String one = people.enterprise();
        String other = people.enterprise();
        var quota = new TestQuota(new EnterpriseId(UUID.fromString(one)));
        var others = quota.grantedWith(new EnterpriseId(UUID.fromString(other)), 10, null, 500_000L);
        giver = new Side(one, officer(federation, one), quota);
        receiver = new Side(other, officer(federation, other), others);
    }

    private String officer(String federation, String enterprise) {
        return Door.unionOfficer(UUID.fromString(people.unionBody("grassroots", federation, enterprise)));
    }

    @AfterEach
    void balances_are_the_sums_of_entries() {
        assertThat(TestQuota.mismatches()).isZero();
    }

    @Test
    void a_return_lowers_the_limit_and_is_not_granted_again() {
        UUID pool = giver.lines().id();
        Response returned = post(giver, "back", "/returns", Map.of("poolId", pool, "amount", 4));
        returned.then().statusCode(201).body("amount", equalTo(4)).body("poolId", equalTo(pool.toString()));
        assertThat(post(giver, "back", "/returns", Map.of("poolId", pool, "amount", 4))
                        .asByteArray())
                .isEqualTo(returned.asByteArray());
        post(giver, "more", "/returns", Map.of("poolId", pool, "amount", 7))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/quota-exhausted"))
                .body("facts.available", equalTo(6));
        await(() -> bean(GrantLedger.class).grantDue(giver.quota().agreement));
        assertThat(giver.lines())
                .extracting(PoolView::granted, PoolView::returned, PoolView::limit, PoolView::available)
                .containsExactly(10L, 4L, 6L, 6L);
        assertThat(kinds(giver)).containsExactly("grant", "return");
        assertThat(people.eventsOf(UUID.fromString(returned.path("id")), "quota-returned"))
                .contains("enterprise:" + giver.enterprise());
    }

    @Test
    void a_proposal_holds_the_amount_and_an_acceptance_moves_it() {
        Response proposed = propose("p", 6);
        proposed.then().statusCode(201).body("state", equalTo("proposed")).body("period", equalTo(period()));
        assertThat(propose("p", 6).asByteArray()).isEqualTo(proposed.asByteArray());
        assertThat(giver.lines().available()).isEqualTo(4);
        propose("p2", 5).then().statusCode(409).body("type", equalTo("/problems/quota-exhausted"));
        for (Side side : new Side[] {giver, receiver})
            given().auth()
                    .oauth2(side.officer())
                    .get(side.path("/transfers?state=proposed"))
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .body("items[0].id", equalTo(proposed.path("id")))
                    .body("items[0].amount", equalTo(6));

        String id = proposed.path("id");
        Response accepted = post(receiver, "yes", "/transfers/" + id + "/accept", null);
        accepted.then().statusCode(200).body("state", equalTo("accepted"));
        assertThat(post(receiver, "yes", "/transfers/" + id + "/accept", null).asByteArray())
                .isEqualTo(accepted.asByteArray());
        assertThat(giver.lines())
                .extracting(PoolView::limit, PoolView::transferredOut, PoolView::reserved, PoolView::available)
                .containsExactly(4L, 6L, 0L, 4L);
        assertThat(receiver.lines())
                .extracting(PoolView::limit, PoolView::transferredIn, PoolView::available)
                .containsExactly(16L, 6L, 16L);
        assertThat(kinds(giver)).containsExactly("grant", "reserve", "transfer-out");
        assertThat(kinds(receiver)).containsExactly("grant", "transfer-in");
        assertThat(sql(
                        "SELECT DISTINCT reference FROM quota_entry WHERE kind LIKE 'transfer%' AND reference = $1",
                        uuid(id)))
                .hasSize(1);
        for (String type : new String[] {"quota-transfer-proposed", "quota-transfer-accepted"})
            assertThat(people.eventsOf(uuid(id), type))
                    .containsExactlyInAnyOrder(
                            "enterprise:" + giver.enterprise(), "enterprise:" + receiver.enterprise());
        post(receiver, "twice", "/transfers/" + id + "/accept", null)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/transfer-ended"))
                .body("facts.state", equalTo("accepted"));
    }

    @Test
    void a_declined_a_withdrawn_and_an_expired_transfer_go_back_to_the_giver() {
        String declined = propose("d", 3).path("id");
        post(receiver, "no", "/transfers/" + declined + "/decline", null)
                .then()
                .statusCode(200)
                .body("state", equalTo("declined"));
        String withdrawn = propose("w", 3).path("id");
        post(giver, "back", "/transfers/" + withdrawn + "/withdraw", null)
                .then()
                .statusCode(200)
                .body("state", equalTo("withdrawn"));
        String expired = propose("e", 3).path("id");
        sql("UPDATE quota_reservation SET expires_at = goichung_now() WHERE reservation_id = $1", uuid(expired));
        post(receiver, "late", "/transfers/" + expired + "/accept", null)
                .then()
                .statusCode(409)
                .body("facts.state", equalTo("expired"));
        await(() -> bean(ReservationExpiry.class).expire());
        assertThat(giver.lines().available()).isEqualTo(10);
        assertThat(receiver.lines().limit()).isEqualTo(10);
        assertThat(people.eventsOf(uuid(expired), "quota-transfer-expired"))
                .containsExactlyInAnyOrder("enterprise:" + giver.enterprise(), "enterprise:" + receiver.enterprise());
        given().auth()
                .oauth2(receiver.officer())
                .get(receiver.path("/transfers?limit=2"))
                .then()
                .body("items.state", equalTo(java.util.List.of("declined", "withdrawn")));
        given().auth()
                .oauth2(receiver.officer())
                .get(receiver.path("/transfers?state=expired"))
                .then()
                .body("items.id", equalTo(java.util.List.of(expired)));
    }

    @Test
    void what_cannot_be_transferred_is_named_and_holds_nothing() {
        UUID pool = giver.lines().id();
        transfer("self", pool, giver.enterprise(), 1)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/transfer-to-oneself"));
        transfer("stranger", pool, people.enterprise(), 1)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/transfer-outside-agreement"));
        transfer("nobody", pool, UUID.randomUUID().toString(), 1)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/transfer-outside-agreement"));
        transfer("others-pool", receiver.lines().id(), receiver.enterprise(), 1)
                .then()
                .statusCode(404);
        transfer("nothing", pool, receiver.enterprise(), 0).then().statusCode(400);
        String id = propose("p", 3).path("id");
        post(giver, "own", "/transfers/" + id + "/accept", null).then().statusCode(403);
        post(receiver, "others", "/transfers/" + id + "/withdraw", null).then().statusCode(403);
        post(giver, "as-reservation", "/reservations/" + id + "/post", null)
                .then()
                .statusCode(404);
        post(giver, "as-reservation", "/reservations/" + id + "/void", null)
                .then()
                .statusCode(404);
        String stranger = people.enterprise();
        String federation = people.unionBody("confederation", null, null);
        var outsider = new Side(stranger, officer(federation, stranger), null);
        post(outsider, "outsider", "/transfers/" + id + "/accept", null).then().statusCode(404);
        given().auth()
                .oauth2(outsider.officer())
                .get(giver.path("/transfers"))
                .then()
                .statusCode(404);
        assertThat(giver.lines().reserved()).isEqualTo(3);
    }

    @Test
    void a_frozen_or_closed_pool_gives_and_takes_nothing() {
        String id = propose("p", 3).path("id");
        await(() -> bean(TermStore.class).move(giver.quota().agreement, "suspended"));
        propose("p2", 3).then().statusCode(409).body("type", equalTo("/problems/pool-frozen"));
        post(receiver, "frozen", "/transfers/" + id + "/accept", null)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/pool-frozen"))
                .body("facts.poolId", equalTo(receiver.lines().id().toString()));
        await(() -> bean(TermStore.class).move(giver.quota().agreement, "in-force"));
        sql(
                "UPDATE quota_pool SET state = 'closed' WHERE pool_id = $1",
                receiver.lines().id());
        post(receiver, "closed", "/transfers/" + id + "/accept", null)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/period-closed"));
        assertThat(giver.lines().reserved()).isEqualTo(3);
    }

    @Test
    void of_many_who_answer_at_once_one_does_and_the_sum_stays() {
        String id = propose("p", 7).path("id");
        var answers = IntStream.range(0, 12)
                .mapToObj(each -> CompletableFuture.supplyAsync(() -> switch (each % 3) {
                    case 0 -> post(receiver, "a" + each, "/transfers/" + id + "/accept", null);
                    case 1 -> post(receiver, "d" + each, "/transfers/" + id + "/decline", null);
                    default -> post(giver, "w" + each, "/transfers/" + id + "/withdraw", null);
                }))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join).map(Response::statusCode))
                .containsOnly(200, 409)
                .filteredOn(status -> status == 200)
                .hasSize(1);
        assertThat(giver.lines().limit() + receiver.lines().limit()).isEqualTo(20);
        assertThat(giver.lines().reserved()).isZero();
    }

    @Test
    void limits_sent_back_and_forth_by_many_keep_their_sum() {
        var sent = IntStream.range(0, 24)
                .mapToObj(each -> CompletableFuture.runAsync(() -> {
                    Side from = each % 2 == 0 ? giver : receiver;
                    Side to = each % 2 == 0 ? receiver : giver;
                    Response proposed = post(
                            from,
                            "b" + each,
                            "/transfers",
                            Map.of("poolId", from.lines().id(), "toEnterpriseId", to.enterprise(), "amount", 2));
                    if (proposed.statusCode() == 201)
                        post(to, "y" + each, "/transfers/" + proposed.path("id") + "/accept", null)
                                .then()
                                .statusCode(200);
                }))
                .toList();
        sent.forEach(CompletableFuture::join);
        assertThat(giver.lines().limit() + receiver.lines().limit()).isEqualTo(20);
        assertThat(giver.lines().transferredOut()).isEqualTo(receiver.lines().transferredIn());
        assertThat(receiver.lines().transferredOut()).isEqualTo(giver.lines().transferredIn());
    }

    private Response propose(String key, long amount) {
        return transfer(key, giver.lines().id(), receiver.enterprise(), amount);
    }

    private Response transfer(String key, UUID pool, String to, long amount) {
        return post(giver, key, "/transfers", Map.of("poolId", pool, "toEnterpriseId", to, "amount", amount));
    }

    private static Response post(Side side, String key, String where, Object body) {
        var request = given().auth().oauth2(side.officer()).header("Idempotency-Key", key);
        if (body == null) request.noContentType();
        else request.contentType("application/json").body(body);
        return request.post(side.path(where));
    }

    private static java.util.List<String> kinds(Side side) {
        return given().auth()
                .oauth2(side.officer())
                .get(side.path("/entries?poolId=" + side.lines().id()))
                .path("items.kind");
    }

    private String period() {
        return giver.lines().period().toString();
    }

    private static UUID uuid(String id) {
        return UUID.fromString(id);
    }
}
