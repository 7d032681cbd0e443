package org.goichung.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.goichung.negotiation.Bargainers.Newcomer;
import org.goichung.negotiation.Rush.Ask;
import org.goichung.platform.time.DatabaseClock;
import org.goichung.support.Door;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Joins and leaves that meet other moves: they come to what one after the other comes to, and everybody reads the same. */
@QuarkusTest
class MembersRaceTest {
    private static final List<String> LATE =
            List.of("/problems/stale-version", "/problems/already-a-member", "/problems/mandate-missing");

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
            giveMandate();
        }
        deadline = Door.bean(DatabaseClock.class).instant().plus(Duration.ofHours(26));
        rfq = "/v1/rfqs/" + all.openRfq(deadline);
    }

    @AfterEach
    void setTheClockBack() {
        all.setBack();
    }

    private static void giveMandate() {
        all.post(third.union(), "/v1/mandates", all.mandate(third.enterprise(), 80, 3))
                .statusCode(201);
    }

    @Test
    void of_the_unions_own_join_and_the_leading_bodys_one_is_on_record() throws Exception {
        List<Response> told = Rush.together(join(all.lead, 1), join(third.union(), 1));
        assertThat(told.stream().map(Response::statusCode).toList()).containsExactlyInAnyOrder(201, refused(told));
        assertThat(changes()).containsExactly("join");
        assertThat(all.get(all.lead, rfq).getLong("lots[0].lines")).isEqualTo(19);
    }

    @Test
    void a_join_and_an_amendment_of_what_was_read_alike_do_not_both_happen() throws Exception {
        Instant later = deadline.plusSeconds(3_600);
        String month = YearMonth.from(later.atZone(Bargainers.VIETNAM)).toString();
        var lot = Map.of("name", Bargainers.LOT, "startMonth", month, "months", 12);
        var amendment = Map.of("reason", "Thêm giờ", "offerDeadline", later.toString(), "lots", List.of(lot));
        List<Response> told = Rush.together(join(third.union(), 1), Ask.move(all.lead, rfq + "/amend", 1, amendment));
        boolean joined = told.get(0).statusCode() == 201;
        assertThat(told.get(joined ? 1 : 0).statusCode()).isEqualTo(412);
        JsonPath now = all.get(all.lead, rfq);
        assertThat(now.getInt("enterprises")).isEqualTo(joined ? 3 : 2);
        assertThat(now.getInt("amendments")).isEqualTo(joined ? 0 : 1);
        assertThat(now.getLong("version")).isEqualTo(2);
    }

    /** Whoever is about to withdraw has not withdrawn yet; who joined just before is let go just after. */
    @Test
    void nobody_stays_on_a_mandate_that_is_withdrawn_as_it_joins() throws Exception {
        String find = "items.find { it.enterpriseId == '" + third.enterprise() + "' && it.withdrawnAt == null }.id";
        String mandate = all.get(third.union(), "/v1/mandates").getString(find);
        Future<Response> withdrawing;
        Future<Response> joining;
        try (var officials = Executors.newFixedThreadPool(2);
                var between = Between.holding("SELECT FROM mandate WHERE id = '" + mandate + "' FOR UPDATE")) {
            withdrawing =
                    officials.submit(Ask.move(third.union(), "/v1/mandates/" + mandate + "/withdraw", 0, null)::post);
            all.until(() -> between.waiting() >= 1);
            joining = officials.submit(join(all.lead, 1)::post);
            all.until(() -> joining.isDone() || between.waiting() >= 2);
            between.letGo();
        }
        assertThat(withdrawing.get().statusCode()).isEqualTo(200);
        Response joined = joining.get();
        if (joined.statusCode() != 201) refused(List.of(joined));
        all.until(() -> all.get(all.lead, rfq).getInt("enterprises") == 2);
        assertThat(changes()).isEqualTo(joined.statusCode() == 201 ? List.of("join", "leave") : List.of());
        giveMandate();
    }

    @Test
    void who_leaves_by_itself_as_its_mandate_is_withdrawn_leaves_once() throws Exception {
        join(all.lead, 1).post();
        String find = "items.find { it.enterpriseId == '" + third.enterprise() + "' && it.withdrawnAt == null }.id";
        String mandate = all.get(third.union(), "/v1/mandates").getString(find);
        String leave = rfq + "/members/" + third.enterprise() + "/leave";
        List<Response> told = Rush.together(
                Ask.move(third.union(), leave, 2, Map.of("reason", "Thôi")),
                Ask.move(third.union(), "/v1/mandates/" + mandate + "/withdraw", 0, null));
        assertThat(told.get(1).statusCode()).isEqualTo(200);
        assertThat(told.get(0).statusCode()).as(told.get(0).asString()).isIn(200, 404, 412);
        all.until(() -> all.get(all.lead, rfq).getInt("enterprises") == 2);
        assertThat(changes()).containsExactly("join", "leave");
        giveMandate();
    }

    /** Behind whoever holds the RFQ the day runs out, and that is what counts. */
    @Test
    void a_join_that_waits_until_too_late_is_too_late() throws Exception {
        all.letPass(Duration.ofHours(2).minusSeconds(20));
        Future<Response> joining;
        try (var officials = Executors.newFixedThreadPool(1);
                var between = Between.holding("SELECT FROM rfq WHERE id = '" + rfq.substring(9) + "' FOR SHARE")) {
            joining = officials.submit(join(all.lead, 1)::post);
            all.until(() -> between.waiting() >= 1);
            all.letPass(Duration.ofSeconds(30));
            between.letGo();
        }
        assertThat(joining.get().<String>path("type")).isEqualTo("/problems/too-late-for-members");
        assertThat(changes()).isEmpty();
    }

    private Ask join(String by, long version) {
        return Ask.move(by, rfq + "/members", version, Map.of("enterpriseId", third.enterprise()));
    }

    /** The status of the one that came too late. */
    private static int refused(List<Response> told) {
        Response late = told.stream()
                .filter(each -> each.statusCode() != 201)
                .findFirst()
                .orElseThrow();
        assertThat(LATE).contains(late.<String>path("type"));
        return late.statusCode();
    }

    private List<String> changes() {
        return all.get(all.lead, rfq + "/members")
                .getList("items.findAll { it.enterpriseId == '" + third.enterprise() + "' }.move");
    }
}
