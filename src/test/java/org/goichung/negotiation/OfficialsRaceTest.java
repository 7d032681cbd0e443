package org.goichung.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.goichung.negotiation.Rush.Ask;
import org.goichung.support.Door;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two officials who make moves at once that do not go together: one wins, or both in an order that everybody reads alike. */
@QuarkusTest
class OfficialsRaceTest {
    private static final int ROUNDS = 2;
    private static final Set<String> LOST = Set.of(
            "/problems/stale-version",
            "/problems/illegal-move",
            "/problems/already-exists",
            "/problems/award-invalid",
            "/problems/amendment-invalid");

    private static Bargainers all;

    @BeforeEach
    void meet() {
        if (all != null) return;
        all = new Bargainers();
        all.giveMandates();
    }

    @AfterEach
    void setTheClockBack() {
        all.setBack();
    }

    /** An RFQ with Viettel's offer on it. */
    private record Asked(String id, String offer) {
        String path() {
            return "/v1/rfqs/" + id;
        }
    }

    private static Asked offered(Instant deadline) {
        String id = all.openRfq(deadline);
        String offer = all.post(
                        all.viettel,
                        "/v1/rfqs/" + id + "/offers",
                        all.offer(all.viettel, "own-tariff", true, 1, 70_000))
                .statusCode(201)
                .extract()
                .path("offerId");
        return new Asked(id, offer);
    }

    private static List<Asked> offered(int many, Instant deadline) {
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < many; i++) asked.add(offered(deadline));
        return asked;
    }

    @Test
    void one_closes_and_the_other_calls_off() throws Exception {
        List<Asked> asked = offered(ROUNDS, Bargainers.soon());
        // the job would be the quickest
        var jobs = Door.bean(Scheduler.class);
        jobs.pause("rfq-deadline");
        try {
            all.letAWhilePass();
            for (Asked rfq : asked) {
                long version = all.get(all.lead, rfq.path()).getLong("version");
                int won = oneWins(
                        Ask.move(all.lead, rfq.path() + "/close", version, null),
                        Ask.move(all.lead, rfq.path() + "/cancel", version, null));
                String now = all.get(all.lead, rfq.path()).getString("state");
                assertThat(now).isEqualTo(won == 0 ? "closed" : "cancelled");
                OnRecord.agree(all, rfq.id(), won == 0 ? List.of("open", "close") : List.of("open", "cancel"));
                assertThat(all.get(all.lead, rfq.path() + "/offers").getList("items"))
                        .hasSize(won == 0 ? 1 : 0);
            }
        } finally {
            jobs.resume("rfq-deadline");
        }
    }

    @Test
    void after_the_close_awards_counter_offers_and_a_cancellation_meet() throws Exception {
        List<Asked> asked = offered(3 * ROUNDS, Bargainers.soon());
        all.letAWhilePass();
        for (Asked rfq : asked) all.await(rfq.id(), "closed");
        for (int round = 0; round < ROUNDS; round++) {
            awardAndCancel(asked.get(3 * round));
            twoAwards(asked.get(3 * round + 1));
            counterAndAward(asked.get(3 * round + 2));
        }
    }

    private static void awardAndCancel(Asked rfq) throws Exception {
        long version = all.get(all.lead, rfq.path()).getLong("version");
        int won = oneWins(award(rfq, version, 9), Ask.move(all.lead, rfq.path() + "/cancel", version, null));
        assertThat(all.get(all.lead, rfq.path()).getString("state")).isEqualTo(won == 0 ? "ratifying" : "cancelled");
        assertThat(all.get(all.lead, rfq.path() + "/awards").getList("items")).hasSize(won == 0 ? 1 : 0);
        assertThat(standing(rfq)).isEqualTo(won == 0 ? "awarded" : "expired");
        OnRecord.agree(
                all,
                rfq.id(),
                won == 0 ? List.of("open", "close", "award", "ask-members") : List.of("open", "close", "cancel"));
    }

    private static void twoAwards(Asked rfq) throws Exception {
        long version = all.get(all.lead, rfq.path()).getLong("version");
        int won = oneWins(award(rfq, version, 9), award(rfq, version, 5));
        JsonPath awards = all.get(all.lead, rfq.path() + "/awards");
        assertThat(awards.getList("items")).hasSize(1);
        assertThat(awards.getLong("items[0].lines[0].lines")).isEqualTo(won == 0 ? 9 : 5);
        OnRecord.agree(all, rfq.id(), List.of("open", "close", "award", "ask-members"));
        votesAtOnce(rfq);
    }

    /** Whichever comes first, the other is read as what came after it, or refused. */
    private static void counterAndAward(Asked rfq) throws Exception {
        long version = all.get(all.lead, rfq.path()).getLong("version");
        var prices = Map.of("tiers", List.of(Map.of("fromLines", 1, "priceVnd", 60_000)));
        List<Response> told = Rush.together(
                Ask.of(all.lead, "/v1/offers/" + rfq.offer() + "/counter", prices), award(rfq, version, 9));
        boolean countered = told.get(0).statusCode() == 200;
        boolean awarded = told.get(1).statusCode() == 200;
        assertThat(countered || awarded)
                .as(told.get(0).asString() + told.get(1).asString())
                .isTrue();
        for (Response each : told) if (each.statusCode() != 200) refused(each);
        // a bid that was countered waits for its carrier and cannot be awarded meanwhile
        assertThat(countered && awarded).isFalse();
        assertThat(standing(rfq)).isEqualTo(awarded ? "awarded" : "countered");
        assertThat(all.get(all.lead, rfq.path()).getString("state")).isEqualTo(awarded ? "ratifying" : "closed");
        assertThat(OnRecord.texts(
                        "SELECT move FROM negotiation_record r JOIN offer o ON r.subject = o.bid_id WHERE o.id = $1 ORDER BY r.id",
                        rfq.offer()))
                .isEqualTo(awarded ? List.of("submit") : List.of("submit", "counter"));
        OnRecord.agree(
                all, rfq.id(), awarded ? List.of("open", "close", "award", "ask-members") : List.of("open", "close"));
    }

    /** Of one member's two votes one counts; and when the last two come at once the award is settled once. */
    private static void votesAtOnce(Asked rfq) throws Exception {
        String votes = rfq.path() + "/ratifications";
        oneWins(vote(all.firstUnion, votes, all.first, "yes"), vote(all.firstUnion, votes, all.first, "no"));
        JsonPath award = all.get(all.lead, rfq.path() + "/awards");
        assertThat(award.getList("items[0].votes")).hasSize(1);
        boolean carried = award.getBoolean("items[0].votes[0].carried");
        assertThat(award.getString("items[0].outcome")).isEqualTo(carried ? "concluded" : "quorum-lost");
        assertThat(OnRecord.texts(
                        "SELECT state FROM negotiation_record r JOIN award a ON a.id = r.subject WHERE a.rfq_id = $1",
                        rfq.id()))
                .containsExactly(carried ? "yes" : "no");
        OnRecord.agree(
                all, rfq.id(), List.of("open", "close", "award", "ask-members", carried ? "conclude" : "reopen"));
        assertThat(OnRecord.texts("SELECT id::text FROM agreement WHERE rfq_id = $1", rfq.id()))
                .hasSize(carried ? 1 : 0);
    }

    @Test
    void two_members_last_votes_settle_an_award_once_and_its_agreement_is_moved_and_amended_once() throws Exception {
        Asked rfq = offered(Bargainers.soon());
        all.letAWhilePass();
        long version = all.await(rfq.id(), "closed").getLong("version");
        var lines = List.of(line(all.first, rfq.offer(), 9), line(all.second, rfq.offer(), 4));
        all.move(all.lead, rfq.path() + "/award", version, Map.of("lines", lines))
                .statusCode(200);
        String votes = rfq.path() + "/ratifications";
        List<Response> told = Rush.together(
                vote(all.firstUnion, votes, all.first, "yes"), vote(all.secondUnion, votes, all.second, "yes"));
        assertThat(told).allMatch(each -> each.statusCode() == 201);
        assertThat(told.stream().filter(each -> "concluded".equals(each.path("outcome"))))
                .hasSize(1);
        OnRecord.agree(all, rfq.id(), List.of("open", "close", "award", "ask-members", "conclude"));
        List<String> agreements = OnRecord.texts("SELECT id::text FROM agreement WHERE rfq_id = $1", rfq.id());
        assertThat(agreements).hasSize(1);
        amendmentsAtOnce("/v1/agreements/" + agreements.getFirst());
        suspendAndTerminate("/v1/agreements/" + agreements.getFirst());
    }

    /** Each leaves the giver a line, both together would not. */
    private static void amendmentsAtOnce(String agreement) throws Exception {
        YearMonth later = YearMonth.now(Bargainers.VIETNAM).plusMonths(3);
        List<Ask> accepting = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Map<String, Object> wanted = new HashMap<>(Map.of(
                    "fromEnterpriseId",
                    all.second,
                    "toEnterpriseId",
                    all.first,
                    "linesPerMonth",
                    2,
                    "fromMonth",
                    later.toString()));
            String id = all.post(all.secondUnion, agreement + "/amendments", wanted)
                    .statusCode(201)
                    .extract()
                    .path("id");
            accepting.add(Ask.of(all.firstUnion, agreement + "/amendments/" + id + "/accept", ""));
        }
        int won = oneWins(accepting.get(0), accepting.get(1));
        assertThat(all.get(all.lead, agreement).getInt("revision")).isEqualTo(2);
        List<String> states = all.get(all.firstUnion, agreement + "/amendments").getList("items.state");
        assertThat(states.get(won)).isEqualTo("accepted");
        assertThat(states.get(1 - won)).isEqualTo("proposed");
    }

    private static void suspendAndTerminate(String agreement) throws Exception {
        all.until(() -> all.get(all.lead, agreement).getString("state").equals("in-force"));
        long version = all.get(all.lead, agreement).getLong("version");
        int won = oneWins(
                Ask.move(all.lead, agreement + "/suspend", version, null),
                Ask.move(all.lead, agreement + "/terminate", version, null));
        assertThat(all.get(all.lead, agreement).getString("state")).isEqualTo(won == 0 ? "suspended" : "terminated");
        String id = agreement.substring(agreement.lastIndexOf('/') + 1);
        List<String> moves = OnRecord.texts("SELECT move FROM negotiation_record WHERE subject = $1 ORDER BY id", id);
        assertThat(moves).isEqualTo(List.of("ratify", "start", won == 0 ? "suspend" : "terminate"));
        assertThat(OnRecord.texts("SELECT type FROM outbox_event WHERE subject = $1 ORDER BY seq", id))
                .endsWith(won == 0 ? "agreement-suspended" : "agreement-terminated")
                .doesNotContain(won == 0 ? "agreement-terminated" : "agreement-suspended");
    }

    /** Locks that are shared would let everybody pass whoever waits for all to have gone: bidders could put off an amendment, or the close. */
    @Test
    void an_offer_that_comes_while_an_amendment_waits_comes_after_it() throws Exception {
        String rfq = all.openRfq(Bargainers.soon());
        Instant later = Bargainers.soon().plusSeconds(90_000);
        long version = all.get(all.lead, "/v1/rfqs/" + rfq).getLong("version");
        String month = YearMonth.from(later.atZone(Bargainers.VIETNAM)).toString();
        var lot = Map.of("name", Bargainers.LOT, "startMonth", month, "months", 12);
        var more = Map.of("reason", "Thêm thời gian", "offerDeadline", later.toString(), "lots", List.of(lot));
        var offer = all.offer(all.viettel, "own-tariff", true, 1, 70_000);
        offer.put("validUntil", later.plusSeconds(90_000).toString());
        Future<Response> amending;
        Future<Response> offering;
        try (var both = Executors.newFixedThreadPool(2);
                var between = Between.holding("SELECT FROM rfq WHERE id = '" + rfq + "' FOR SHARE")) {
            amending = both.submit(Ask.move(all.lead, "/v1/rfqs/" + rfq + "/amend", version, more)::post);
            all.until(() -> between.waiting() >= 1);
            offering = both.submit(Ask.of(all.viettel, "/v1/rfqs/" + rfq + "/offers", offer)::post);
            all.until(() -> offering.isDone() || between.waiting() >= 2);
            between.letGo();
        }
        assertThat(amending.get().statusCode()).as(amending.get().asString()).isEqualTo(200);
        assertThat(offering.get().statusCode()).as(offering.get().asString()).isEqualTo(201);
        assertThat(Instant.parse(offering.get().path("submittedAt")))
                .isAfter(Instant.parse(amending.get().path("amendedAt")));
    }

    /** Whoever is about to withdraw has not withdrawn yet; whoever opens meanwhile waits to see which it is. */
    @Test
    void an_rfq_is_not_opened_on_a_mandate_that_is_just_being_withdrawn() throws Exception {
        String rfq = all.post(all.lead, "/v1/rfqs", all.rfq(Bargainers.soon()))
                .statusCode(201)
                .extract()
                .path("id");
        String find = "items.find { it.enterpriseId == '" + all.second + "' && it.withdrawnAt == null }.id";
        String mandate = all.get(all.secondUnion, "/v1/mandates").getString(find);
        Future<Response> withdrawing;
        Future<Response> opening;
        try (var officials = Executors.newFixedThreadPool(2);
                var between = Between.holding("SELECT FROM mandate WHERE id = '" + mandate + "' FOR UPDATE")) {
            withdrawing =
                    officials.submit(Ask.move(all.secondUnion, "/v1/mandates/" + mandate + "/withdraw", 0, null)::post);
            all.until(() -> between.waiting() >= 1);
            opening = officials.submit(Ask.move(all.lead, "/v1/rfqs/" + rfq + "/open", 0, null)::post);
            all.until(() -> opening.isDone() || between.waiting() >= 2);
            between.letGo();
        }
        assertThat(withdrawing.get().statusCode()).isEqualTo(200);
        Instant withdrawn = Instant.parse(withdrawing.get().path("withdrawnAt"));
        Response opened = opening.get();
        if (opened.statusCode() == 200)
            assertThat(Instant.parse(opened.path("openedAt"))).isBefore(withdrawn);
        else assertThat(opened.<String>path("type")).isEqualTo("/problems/mandate-missing");
        assertThat(all.get(all.lead, "/v1/rfqs/" + rfq).getString("state"))
                .isEqualTo(opened.statusCode() == 200 ? "open" : "draft");
        all.post(all.secondUnion, "/v1/mandates", all.mandate(all.second, 60, 20))
                .statusCode(201);
    }

    /** The place of the winner; the other is told why in words that have a name. */
    private static int oneWins(Ask one, Ask another) throws Exception {
        List<Response> told = Rush.together(one, another);
        List<Boolean> well = told.stream().map(each -> each.statusCode() < 300).toList();
        assertThat(well).as(told.get(0).asString() + told.get(1).asString()).containsExactlyInAnyOrder(true, false);
        int won = well.indexOf(true);
        refused(told.get(1 - won));
        return won;
    }

    private static void refused(Response told) {
        assertThat(told.statusCode()).as(told.asString()).isIn(409, 412, 422);
        assertThat(LOST).contains(told.<String>path("type"));
    }

    private static String standing(Asked rfq) {
        return all.get(all.viettel, rfq.path() + "/offers")
                .getString("items.find { it.id == '" + rfq.offer() + "' }.state");
    }

    private static Ask award(Asked rfq, long version, int lines) {
        return Ask.move(
                all.lead,
                rfq.path() + "/award",
                version,
                Map.of("lines", List.of(line(all.first, rfq.offer(), lines))));
    }

    private static Map<String, Object> line(String enterprise, String offer, int lines) {
        return Map.of("enterpriseId", enterprise, "offerId", offer, "lines", lines);
    }

    private static Ask vote(String union, String votes, String enterprise, String vote) {
        return Ask.of(union, votes, Map.of("enterpriseId", enterprise, "vote", vote));
    }
}
