package org.goichung.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goichung.negotiation.Bargainers.LOT;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.workforce.TestPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an amendment of an open RFQ changes, for whom, and what it may not. */
@QuarkusTest
class AmendmentsHttpTest {
    private static final long TERABYTE = 1_000_000_000_000L;

    /** Met once; each test has an RFQ of its own. */
    private static Bargainers all;

    private String rfq;
    private Instant before;
    private Instant later;

    @BeforeEach
    void open() {
        if (all == null) {
            all = new Bargainers();
            all.giveMandates();
        }
        before = Bargainers.soon();
        later = before.plus(Duration.ofHours(25));
        rfq = "/v1/rfqs/" + all.openRfq(before);
    }

    @AfterEach
    void setTheClockBack() {
        all.setBack();
    }

    @Test
    void bidders_read_what_changed_and_an_offer_that_no_longer_meets_its_lot_says_so_and_is_not_awarded() {
        String tooSmall = offer(all.viettel);
        String secondOne = offer(all.vinaphone);
        long version = all.get(all.lead, rfq).getLong("version");
        var lot = Map.of("name", LOT, "startMonth", month(later), "months", 6, "minDataBytesPerCycle", TERABYTE);
        var demand = Map.of("enterpriseId", all.first, "lot", LOT, "lines", Map.of("VIETTEL", 20));
        all.move(all.lead, rfq + "/amend", version, amendment(later, List.of(lot), List.of(demand)))
                .statusCode(200)
                .body("number", equalTo(1))
                .body("lines[0].before", equalTo(13))
                .body("lines[0].after", equalTo(24))
                .body("demand[0].before.VINAPHONE", equalTo(9));
        all.move(all.lead, rfq + "/amend", version, amendment(later, List.of(lot), List.of()))
                .statusCode(412);

        JsonPath seen = all.get(all.mobifone, rfq + "/amendments");
        assertThat(seen.getString("items[0].reason")).isEqualTo("Thêm một ca");
        assertThat(seen.getLong("items[0].lots[0].after.minDataBytesPerCycle")).isEqualTo(TERABYTE);
        assertThat(seen.getInt("items[0].lots[0].before.months")).isEqualTo(12);
        assertThat(seen.getLong("items[0].lines[0].before")).isEqualTo(10);
        assertThat(seen.getLong("items[0].lines[0].after")).isEqualTo(20);
        assertThat(seen.getList("items[0].demand")).isEmpty();
        assertThat(seen.prettify()).doesNotContain(all.first, "amendedBy");
        assertThat(all.get(all.secondUnion, rfq + "/amendments").getList("items[0].demand"))
                .isEmpty();
        assertThat(all.get(all.firstUnion, rfq + "/amendments").getList("items[0].demand"))
                .hasSize(1);
        JsonPath now = all.get(all.mobifone, rfq);
        assertThat(Instant.parse(now.getString("offerDeadline"))).isEqualTo(later);
        assertThat(now.getLong("lots[0].lines")).isEqualTo(20);
        assertThat(new TestPeople().eventsOf(UUID.fromString(rfq.substring(9)), "rfq-amended"))
                .contains("carrier:" + Bargainers.MOBIFONE, "enterprise:" + all.second);

        assertThat(all.get(all.viettel, rfq + "/offers").getList("items[0].misfits"))
                .containsExactly("too-little-data-per-cycle");
        all.post(all.mobifone, rfq + "/offers", terms(all.mobifone))
                .statusCode(422)
                .body("type", equalTo("/problems/package-does-not-fit"));
        awardIsRefused(tooSmall, secondOne);
    }

    private void awardIsRefused(String tooSmall, String secondOne) {
        all.letAWhilePass();
        assertThat(all.get(all.lead, rfq).getString("state")).isEqualTo("open");
        all.letPass(Duration.ofHours(25));
        long version = all.await(rfq.substring(9), "closed").getLong("version");
        var lines = List.of(
                Map.of("enterpriseId", all.second, "offerId", secondOne, "lines", 1),
                Map.of("enterpriseId", all.first, "offerId", tooSmall, "lines", 20));
        all.move(all.lead, rfq + "/award", version, Map.of("lines", lines))
                .statusCode(422)
                .body("type", equalTo("/problems/award-invalid"))
                .body("errors.code", hasItem("offer-no-longer-meets-lot"));
        assertThat(all.get(all.lead, rfq + "/offers").getList("items.misfits")).hasSize(2);
    }

    @Test
    void a_deadline_is_never_shortened_and_leaves_a_day() {
        refused(amendment(before.minusSeconds(60), List.of(), List.of()), "before-the-present-deadline");
        refused(amendment(before.plusSeconds(60), List.of(), List.of()), "too-little-time-left");
        refused(amendment(before, List.of(), List.of()), "nothing-changes");
        all.move(all.lead, rfq + "/amend", 1, Map.of("offerDeadline", later.toString()))
                .statusCode(400)
                .body("errors.pointer", hasItem("/reason"));
        var afterMandates = amendment(
                later.plus(Duration.ofDays(90)),
                List.of(Map.of("name", LOT, "startMonth", month(later.plus(Duration.ofDays(90))), "months", 6)),
                List.of());
        all.move(all.lead, rfq + "/amend", 1, afterMandates)
                .statusCode(409)
                .body("type", equalTo("/problems/mandate-missing"));
        unchanged();
    }

    @Test
    void what_it_names_must_be_of_the_rfq() {
        var strangers = Map.of("enterpriseId", UUID.randomUUID().toString(), "lot", LOT, "lines", Map.of("VIETTEL", 1));
        refused(amendment(later, List.of(), List.of(strangers)), "not-a-member");
        refused(amendment(later, List.of(), List.of(demand("Lô khác", "VIETTEL", 1))), "unknown-lot");
        refused(amendment(later, List.of(), List.of(demand(LOT, "NOBODY", 1))), "unknown-carrier");
        refused(amendment(later, List.of(), List.of(demand(LOT, "VIETTEL", 1), demand(LOT, "VIETTEL", 2))), "twice");
        refused(
                amendment(
                        later, List.of(Map.of("name", "Lô khác", "startMonth", month(later), "months", 6)), List.of()),
                "unknown-lot");
        refused(
                amendment(later, List.of(Map.of("name", LOT, "startMonth", "2020-01", "months", 6)), List.of()),
                "after-a-lots-start");
        var others = Map.of("enterpriseId", all.second, "lot", LOT, "lines", Map.of("VIETTEL", 0));
        refused(
                amendment(
                        later,
                        List.of(Map.of("name", LOT, "startMonth", month(later), "months", 6)),
                        List.of(demand(LOT, "VIETTEL", 0), others)),
                "nobody-wants-the-lot");
        all.move(all.firstUnion, rfq + "/amend", 1, amendment(later, List.of(), List.of()))
                .statusCode(403);
        all.move(all.viettel, rfq + "/amend", 1, amendment(later, List.of(), List.of()))
                .statusCode(403);
        unchanged();
    }

    @Test
    void who_lies_elsewhere_than_a_lot_is_now_for_wants_nothing_of_it_any_more() {
        Map<String, Object> elsewhere =
                Map.of("name", LOT, "startMonth", month(later), "months", 6, "provinces", List.of("91"));
        refused(amendment(later, List.of(elsewhere), List.of(demand(LOT, "VIETTEL", 5))), "lies-elsewhere");
        var unknown = Map.of("name", LOT, "startMonth", month(later), "months", 6, "provinces", List.of("91", "99"));
        refused(amendment(later, List.of(unknown), List.of()), "unknown-place");
        unchanged();
        // of the second it is not known where it lies
        all.move(all.lead, rfq + "/amend", 1, amendment(later, List.of(elsewhere), List.of()))
                .statusCode(200)
                .body("lines[0].before", equalTo(13))
                .body("lines[0].after", equalTo(4))
                .body("demand.enterpriseId", equalTo(List.of(all.first)));
        assertThat(all.get(all.lead, rfq).getLong("lots[0].lines")).isEqualTo(4);
    }

    private void unchanged() {
        JsonPath still = all.get(all.lead, rfq);
        assertThat(still.getLong("version")).isEqualTo(1);
        assertThat(still.getInt("amendments")).isZero();
        assertThat(Instant.parse(still.getString("offerDeadline"))).isEqualTo(before);
        assertThat(still.getLong("lots[0].lines")).isEqualTo(13);
        assertThat(all.get(all.lead, rfq + "/amendments").getList("items")).isEmpty();
    }

    private void refused(Map<String, Object> amendment, String code) {
        all.move(all.lead, rfq + "/amend", 1, amendment).statusCode(400).body("errors.code", hasItem(code));
    }

    private Map<String, Object> demand(String lot, String carrier, int lines) {
        return Map.of("enterpriseId", all.first, "lot", lot, "lines", Map.of(carrier, lines));
    }

    private static Map<String, Object> amendment(Instant deadline, List<?> lots, List<?> demand) {
        return Map.of("reason", "Thêm một ca", "offerDeadline", deadline.toString(), "lots", lots, "demand", demand);
    }

    private String offer(String carrier) {
        return all.post(carrier, rfq + "/offers", terms(carrier))
                .statusCode(201)
                .extract()
                .path("offerId");
    }

    private Map<String, Object> terms(String carrier) {
        var terms = new HashMap<>(all.offer(carrier, "own-tariff", true, 1, 70_000));
        terms.put("validUntil", Instant.now().plus(Duration.ofDays(9)).toString());
        return terms;
    }

    private static String month(Instant instant) {
        return YearMonth.from(instant.atZone(Bargainers.VIETNAM)).toString();
    }
}
