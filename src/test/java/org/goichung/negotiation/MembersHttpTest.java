package org.goichung.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.negotiation.Bargainers.Newcomer;
import org.goichung.platform.time.DatabaseClock;
import org.goichung.support.Door;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Enterprises join and leave a coalition until its RFQ closes, and who learns what of it. */
@QuarkusTest
class MembersHttpTest {
    /** Met once; each test has an RFQ of its own, with the first two in it. */
    private static Bargainers all;

    private static Newcomer third;

    private String rfq;
    private Instant deadline;

    @BeforeEach
    void open() {
        if (all == null) {
            all = new Bargainers();
            all.giveMandates();
            third = all.newcomer(6);
            all.post(third.union(), "/v1/mandates", all.mandate(third.enterprise(), 80, 3))
                    .statusCode(201);
        }
        deadline = Door.bean(DatabaseClock.class).instant().plus(Duration.ofDays(3));
        rfq = "/v1/rfqs/" + all.openRfq(deadline);
    }

    @AfterEach
    void setTheClockBack() {
        all.setBack();
    }

    @Test
    void an_enterprise_that_gave_its_mandate_reads_of_the_rfq_joins_it_and_bidders_learn_rounded_totals_alone() {
        all.post(all.mobifone, rfq + "/questions", Map.of("text", "Có cần hoá đơn riêng không?"))
                .statusCode(201);
        JsonPath before = all.get(third.union(), rfq);
        assertThat(before.getList("members")).isEmpty();
        assertThat(before.getLong("lots[0].lines")).isEqualTo(10);
        assertThat(all.get(third.union(), "/v1/rfqs?limit=500").getList("items.id"))
                .contains(id());
        assertThat(all.statusOf(third.union(), rfq + "/questions")).isEqualTo(404);

        String mandate = standingMandate(third.union(), third.enterprise());
        all.move(third.union(), rfq + "/members", version(), Map.of("enterpriseId", third.enterprise()))
                .statusCode(201)
                .header("Location", rfq + "/members")
                .header("ETag", "\"2\"")
                .body("move", equalTo("join"))
                .body("mandateId", equalTo(mandate));

        JsonPath lead = all.get(all.lead, rfq);
        assertThat(lead.getLong("version")).isEqualTo(2);
        assertThat(lead.getList("members")).hasSize(3);
        assertThat(lead.getLong("lots[0].lines")).isEqualTo(19);
        assertThat(all.get(third.union(), rfq).getLong("members[0].lines.'Gói dữ liệu'.VINAPHONE"))
                .isEqualTo(6);
        assertThat(all.get(third.union(), rfq + "/questions").getList("items")).hasSize(1);
        JsonPath carrier = all.get(all.mobifone, rfq);
        assertThat(carrier.getInt("enterprises")).isEqualTo(3);
        assertThat(carrier.getLong("lots[0].lines")).isEqualTo(15);
        assertThat(carrier.prettify()).doesNotContain(third.enterprise());
        toldOfWhoCame();

        all.move(all.lead, rfq + "/members", version(), Map.of("enterpriseId", third.enterprise()))
                .statusCode(409)
                .body("type", equalTo("/problems/already-a-member"));
    }

    /** Who it was is told to two, what is wanted now to all, in steps. */
    private void toldOfWhoCame() {
        var people = all.people();
        assertThat(people.eventsOf(UUID.fromString(id()), "rfq-member-joined"))
                .containsExactlyInAnyOrder("union:" + all.federation, "enterprise:" + third.enterprise());
        assertThat(people.eventsOf(UUID.fromString(id()), "rfq-members-changed"))
                .contains(
                        "carrier:" + Bargainers.MOBIFONE,
                        "enterprise:" + all.first,
                        "enterprise:" + third.enterprise());
        assertThat(OnRecord.texts(
                        "SELECT data::text FROM outbox_event WHERE subject = $1 AND type = 'rfq-members-changed'",
                        id()))
                .allSatisfy(data -> assertThat(data).doesNotContain(third.enterprise(), "19"))
                .allSatisfy(data -> assertThat(data.replace(" ", "")).contains("\"enterprises\":3", "\"lines\":15"));
    }

    @Test
    void whoever_left_sees_and_hears_no_more_and_comes_back_by_the_leading_bodys_hand_alone() {
        joined(all.lead, third.enterprise());
        all.move(
                        third.union(),
                        rfq + "/members/" + third.enterprise() + "/leave",
                        version(),
                        Map.of("reason", "Đã có gói riêng"))
                .statusCode(200)
                .body("move", equalTo("leave"))
                .body("reason", equalTo("Đã có gói riêng"));
        for (String door : List.of("", "/members", "/offers", "/questions", "/amendments", "/awards"))
            assertThat(all.statusOf(third.union(), rfq + door)).as(door).isEqualTo(404);
        assertThat(all.get(third.union(), "/v1/rfqs?limit=500").getList("items.id"))
                .doesNotContain(id());
        assertThat(all.get(all.mobifone, rfq).getLong("lots[0].lines")).isEqualTo(10);
        assertThat(all.people().eventsOf(UUID.fromString(id()), "rfq-member-left"))
                .containsExactlyInAnyOrder("union:" + all.federation, "enterprise:" + third.enterprise());
        amend(deadline.plusSeconds(3_600));
        assertThat(all.people().eventsOf(UUID.fromString(id()), "rfq-amended"))
                .doesNotContain("enterprise:" + third.enterprise());
        all.move(third.union(), rfq + "/members", version(), Map.of("enterpriseId", third.enterprise()))
                .statusCode(404);

        joined(all.lead, third.enterprise());
        assertThat(all.get(all.lead, rfq).getLong("lots[0].lines")).isEqualTo(19);
        JsonPath history = all.get(all.lead, rfq + "/members");
        assertThat(history.getList("items.findAll { it.enterpriseId == '" + third.enterprise() + "' }.move"))
                .containsExactly("join", "leave", "join");
        assertThat(history.getList("items")).hasSize(5);
        assertThat(all.get(all.firstUnion, rfq + "/members").getList("items.enterpriseId"))
                .containsExactly(all.first);
        assertThat(all.statusOf(all.mobifone, rfq + "/members")).isEqualTo(403);
    }

    @Test
    void nobody_joins_or_leaves_for_another_or_without_a_mandate_or_on_what_was_changed_meanwhile() {
        Newcomer stranger = all.newcomer(1);
        var naming = Map.of("enterpriseId", stranger.enterprise());
        all.move(all.lead, rfq + "/members", 1, naming)
                .statusCode(409)
                .body("type", equalTo("/problems/mandate-missing"));
        all.move(stranger.union(), rfq + "/members", 1, naming).statusCode(404);
        all.move(all.lead, rfq + "/members", 0, Map.of("enterpriseId", third.enterprise()))
                .statusCode(412);
        all.post(all.lead, rfq + "/members", Map.of("enterpriseId", third.enterprise()))
                .statusCode(428);
        all.move(all.firstUnion, rfq + "/members", 1, Map.of("enterpriseId", third.enterprise()))
                .statusCode(403);
        all.move(all.mobifone, rfq + "/members", 1, Map.of("enterpriseId", third.enterprise()))
                .statusCode(403);
        all.move(all.lead, rfq + "/members", 1, Map.of()).statusCode(400);
        String leave = rfq + "/members/" + all.second + "/leave";
        all.move(all.firstUnion, leave, 1, Map.of("reason", "Thôi")).statusCode(403);
        all.move(third.union(), leave, 1, Map.of("reason", "Thôi")).statusCode(404);
        all.move(all.lead, leave, 1, Map.of("reason", " ")).statusCode(400).body("errors.pointer", hasItem("/reason"));
        all.move(all.lead, rfq + "/members/" + third.enterprise() + "/leave", 1, Map.of("reason", "Thôi"))
                .statusCode(404);
        JsonPath still = all.get(all.lead, rfq);
        assertThat(still.getLong("version")).isEqualTo(1);
        assertThat(all.get(all.lead, rfq + "/members").getList("items")).hasSize(2);
    }

    @Test
    void the_last_one_does_not_leave_nor_whoever_alone_wants_a_lot() {
        leave(all.lead, all.second).statusCode(200);
        leave(all.firstUnion, all.first).statusCode(409).body("type", equalTo("/problems/last-member"));
        Newcomer idle = all.newcomer(0);
        all.post(idle.union(), "/v1/mandates", all.mandate(idle.enterprise(), 80, 3))
                .statusCode(201);
        joined(idle.union(), idle.enterprise());
        leave(all.firstUnion, all.first).statusCode(409).body("type", equalTo("/problems/no-demand"));
        assertThat(all.get(all.lead, rfq).getList("members.enterpriseId"))
                .containsExactlyInAnyOrder(all.first, idle.enterprise());
    }

    @Test
    void bidders_have_a_day_at_least_and_more_time_makes_room_for_a_change() {
        all.letPass(Duration.ofHours(49));
        Instant until = deadline.minus(Duration.ofHours(24));
        all.move(all.lead, rfq + "/members", 1, Map.of("enterpriseId", third.enterprise()))
                .statusCode(409)
                .body("type", equalTo("/problems/too-late-for-members"))
                .body("detail", containsString(until.toString()));
        leave(all.secondUnion, all.second).statusCode(409).body("type", equalTo("/problems/too-late-for-members"));
        amend(deadline.plus(Duration.ofHours(2)));
        joined(all.lead, third.enterprise());
        all.letPass(Duration.ofHours(26));
        all.await(id(), "failed");
        leave(all.secondUnion, all.second).statusCode(409).body("type", equalTo("/problems/illegal-move"));
    }

    @Test
    void a_draft_is_the_leading_bodys_to_put_together() {
        rfq = "/v1/rfqs/"
                + all.post(all.lead, "/v1/rfqs", all.rfq(deadline))
                        .statusCode(201)
                        .extract()
                        .path("id");
        all.move(third.union(), rfq + "/members", 0, Map.of("enterpriseId", third.enterprise()))
                .statusCode(404);
        joined(all.lead, third.enterprise());
        leave(all.secondUnion, all.second).statusCode(200);
        all.move(all.lead, rfq + "/open", version()).statusCode(200);
        JsonPath open = all.get(all.lead, rfq);
        assertThat(open.getList("members.enterpriseId")).containsExactlyInAnyOrder(all.first, third.enterprise());
        assertThat(open.getLong("lots[0].lines")).isEqualTo(15);
        assertThat(all.people().eventsOf(UUID.fromString(id()), "rfq-members-changed"))
                .isEmpty();
    }

    @Test
    void whose_mandate_is_withdrawn_leaves_with_that_reason_and_on_the_last_day_is_left_out_of_the_award() {
        Newcomer early = member(2);
        Newcomer late = member(3);
        withdrawMandate(early);
        all.until(() -> all.get(all.lead, rfq).getInt("enterprises") == 3);
        assertThat(all.statusOf(early.union(), rfq)).isEqualTo(404);
        JsonPath left = all.get(all.lead, rfq + "/members");
        assertThat(left.getString("items[-1].reason")).isEqualTo("mandate-withdrawn");
        assertThat(left.getString("items[-1].enterpriseId")).isEqualTo(early.enterprise());

        String offer = offer(deadline.plus(Duration.ofDays(5)));
        all.letPass(Duration.ofHours(49));
        withdrawMandate(late);
        all.letPass(Duration.ofHours(24));
        long version = all.await(id(), "closed").getLong("version");
        assertThat(all.get(all.lead, rfq).getInt("enterprises")).isEqualTo(3);
        award(version, line(all.first, offer, 9), line(late.enterprise(), offer, 3))
                .statusCode(422)
                .body("errors.code", hasItem("not-a-mandating-member"));
        award(version, line(all.first, offer, 9), line(all.second, offer, 4)).statusCode(200);
    }

    @Test
    void more_time_is_given_though_a_member_withdrew_its_mandate_on_the_last_day_and_then_it_leaves() {
        Newcomer late = member(3);
        all.letPass(Duration.ofHours(49));
        withdrawMandate(late);
        amend(deadline.plus(Duration.ofHours(2)));
        all.until(() -> all.get(all.lead, rfq).getInt("enterprises") == 2);
        assertThat(all.get(all.mobifone, rfq).getLong("lots[0].lines")).isEqualTo(10);
    }

    private Newcomer member(int workers) {
        Newcomer newcomer = all.newcomer(workers);
        all.post(newcomer.union(), "/v1/mandates", all.mandate(newcomer.enterprise(), 80, 3))
                .statusCode(201);
        joined(newcomer.union(), newcomer.enterprise());
        return newcomer;
    }

    private String offer(Instant validUntil) {
        var terms = new HashMap<>(all.offer(all.viettel, "own-tariff", true, 1, 70_000));
        terms.put("validUntil", validUntil.toString());
        return all.post(all.viettel, rfq + "/offers", terms)
                .statusCode(201)
                .extract()
                .path("offerId");
    }

    private ValidatableResponse award(long version, Map<?, ?>... lines) {
        return all.move(all.lead, rfq + "/award", version, Map.of("lines", List.of(lines)));
    }

    private static Map<String, Object> line(String enterprise, String offer, int lines) {
        return Map.of("enterpriseId", enterprise, "offerId", offer, "lines", lines);
    }

    private void withdrawMandate(Newcomer of) {
        String mandate = standingMandate(of.union(), of.enterprise());
        all.move(of.union(), "/v1/mandates/" + mandate + "/withdraw", 0).statusCode(200);
    }

    private static String standingMandate(String union, String enterprise) {
        return all.get(union, "/v1/mandates")
                .getString("items.find { it.enterpriseId == '" + enterprise + "' && it.withdrawnAt == null }.id");
    }

    private void amend(Instant later) {
        String month = YearMonth.from(later.atZone(Bargainers.VIETNAM)).toString();
        var lot = Map.of("name", Bargainers.LOT, "startMonth", month, "months", 12, "provinces", List.of("92"));
        var amendment = Map.of("reason", "Thêm giờ", "offerDeadline", later.toString(), "lots", List.of(lot));
        all.move(all.lead, rfq + "/amend", version(), amendment).statusCode(200);
    }

    private void joined(String by, String enterprise) {
        all.move(by, rfq + "/members", version(), Map.of("enterpriseId", enterprise))
                .statusCode(201);
    }

    private ValidatableResponse leave(String by, String enterprise) {
        return all.move(by, rfq + "/members/" + enterprise + "/leave", version(), Map.of("reason", "Thôi"));
    }

    private long version() {
        return all.get(all.lead, rfq).getLong("version");
    }

    private String id() {
        return rfq.substring(rfq.lastIndexOf('/') + 1);
    }
}
