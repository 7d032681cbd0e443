package org.goichung.negotiation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.negotiation.Deal.Share;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.time.Clock;
import org.goichung.platform.time.DatabaseClock;
import org.goichung.support.Door;
import org.goichung.support.Service;
import org.junit.jupiter.api.Test;

/** Two members of one agreement shift what they get between them, as their unions do it. */
@QuarkusTest
class AgreementAmendmentHttpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void what_one_gives_and_the_other_takes_is_a_new_revision_and_the_sums_stay() {
        Deal deal = Deal.struck(new Share(9, 270_000L), new Share(3, null));
        String before = agreement(deal).getString("documentDigest");
        // the month that begins in three days may be granted before the test is done
        YearMonth next = YearMonth.from(today().plusDays(3)).plusMonths(1);
        Map<String, Object> wanted = wanted(deal, 2, 60_000L, next);
        String id = post(deal.first.officer(), amendments(deal), wanted)
                .statusCode(201)
                .body("state", equalTo("proposed"))
                .body("sharedBytesPerMonth", equalTo(2_000_000_000))
                .extract()
                .path("id");
        assertThat(agreement(deal).getString("documentDigest")).isEqualTo(before);
        String accept = amendments(deal) + "/" + id + "/accept";
        post(deal.first.officer(), accept, "").statusCode(403);
        post(deal.second.officer(), accept, "")
                .statusCode(200)
                .body("state", equalTo("accepted"))
                .body("revision", equalTo(2));
        post(deal.second.officer(), accept, "").statusCode(409).body("type", equalTo("/problems/amendment-ended"));

        JsonPath now = agreement(deal);
        assertThat(now.getInt("revision")).isEqualTo(2);
        assertThat(now.getLong("linesPerMonth")).isEqualTo(12);
        assertThat(now.getString("documentDigest")).isNotEqualTo(before);
        assertThat(paper(deal, null))
                .contains("chuyển cho", "2 lượt gói và 60.000 đồng quỹ hỗ trợ mỗi tháng", "bản sửa đổi lần 1")
                .contains(now.getString("documentDigest"));
        assertThat(paper(deal, 1)).contains(before).doesNotContain("chuyển cho", "bản sửa đổi");
        assertThat(status(deal, 3)).isEqualTo(404);
        assertThat(get(deal.second.officer(), amendments(deal)).getList("items.id"))
                .containsExactly(id);
        assertThat(moves(id)).containsExactly("propose", "accept");

        Service.eventually("the ledger was told", PATIENCE, () -> told(id).size() == 2);
        assertThat(told(id))
                .containsExactlyInAnyOrder(
                        deal.first.enterprise() + " -2 -2000000000 -60000",
                        deal.second.enterprise() + " 2 2000000000 60000");
    }

    @Test
    void what_does_not_fit_is_refused_by_its_field_and_changes_nothing() {
        Deal deal = Deal.struck(new Share(4, 40_000L), new Share(3, null));
        YearMonth later = YearMonth.from(today()).plusMonths(3);
        refused(deal, wanted(deal, 4, null, later), "/linesPerMonth", "keeps-no-line");
        refused(deal, wanted(deal, 1, 40_001L, later), "/fundVndPerMonth", "more-than-its-fund");
        refused(deal, wanted(deal, 1, null, YearMonth.from(today())), "/fromMonth", "month-too-near");
        refused(deal, wanted(deal, 1, null, later.minusYears(2)), "/fromMonth", "before-the-agreement");
        var until = wanted(deal, 1, null, later);
        until.put("untilMonth", later.minusMonths(1).toString());
        refused(deal, until, "/untilMonth", "before-the-first-month");
        until.put("untilMonth", later.plusYears(2).toString());
        refused(deal, until, "/untilMonth", "behind-the-agreement");
        var oneself = wanted(deal, 1, null, later);
        oneself.put("toEnterpriseId", deal.first.enterprise());
        refused(deal, oneself, "/toEnterpriseId", "to-oneself");
        var stranger = wanted(deal, 1, null, later);
        stranger.put("toEnterpriseId", UUID.randomUUID().toString());
        refused(deal, stranger, "/toEnterpriseId", "no-member-of-agreement");

        var others = wanted(deal, 1, null, later);
        post(deal.second.officer(), amendments(deal), others).statusCode(404);
        post(deal.lead, amendments(deal), others).statusCode(403);
        post(Door.unionOfficer(UUID.randomUUID()), amendments(deal), others).statusCode(404);
        assertThat(get(deal.lead, amendments(deal)).getList("items")).isEmpty();
        assertThat(agreement(deal).getInt("revision")).isEqualTo(1);
    }

    @Test
    void two_proposals_that_fit_alone_do_not_both_take_the_givers_last_lines() {
        Deal deal = Deal.struck(new Share(4, null), new Share(3, null));
        YearMonth later = YearMonth.from(today()).plusMonths(2);
        String one = proposed(deal, wanted(deal, 2, null, later));
        String another = proposed(deal, wanted(deal, 2, null, later.plusMonths(1)));
        String third = proposed(deal, wanted(deal, 1, null, later));
        post(deal.second.officer(), amendments(deal) + "/" + one + "/accept", "")
                .statusCode(200);
        post(deal.second.officer(), amendments(deal) + "/" + another + "/accept", "")
                .statusCode(422)
                .body("errors.code", hasItem("keeps-no-line"));
        post(deal.second.officer(), amendments(deal) + "/" + third + "/decline", "")
                .statusCode(200)
                .body("state", equalTo("declined"));
        post(deal.first.officer(), amendments(deal) + "/" + another + "/withdraw", "")
                .statusCode(200)
                .body("state", equalTo("withdrawn"));
        assertThat(agreement(deal).getInt("revision")).isEqualTo(2);
    }

    private String proposed(Deal deal, Map<String, Object> wanted) {
        return post(deal.first.officer(), amendments(deal), wanted)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void refused(Deal deal, Map<String, Object> wanted, String pointer, String code) {
        post(deal.first.officer(), amendments(deal), wanted)
                .statusCode(422)
                .body("type", equalTo("/problems/amendment-invalid"))
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    private static Map<String, Object> wanted(Deal deal, long lines, Long fundVnd, YearMonth from) {
        Map<String, Object> wanted = new HashMap<>(Map.of(
                "fromEnterpriseId", deal.first.enterprise(),
                "toEnterpriseId", deal.second.enterprise(),
                "linesPerMonth", lines,
                "fromMonth", from.toString()));
        if (fundVnd != null) wanted.put("fundVndPerMonth", fundVnd);
        return wanted;
    }

    /** What the ledger knows of an amendment. */
    private static List<String> told(String id) {
        return rows("""
                SELECT enterprise_id || ' ' || lines || ' ' || shared_bytes || ' ' || fund_vnd
                  FROM quota_term_change WHERE amendment_id = $1
                """, id);
    }

    private static List<String> moves(String subject) {
        return rows("SELECT move FROM negotiation_record WHERE subject = $1 ORDER BY id", subject);
    }

    private static List<String> rows(String query, String id) {
        var sql = Statements.of(Door.bean(Transactions.class).systemPool());
        return Door.await(() -> sql.select(query, UUID.fromString(id))).stream()
                .map(row -> (String) row[0])
                .toList();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Door.bean(DatabaseClock.class).instant(), Clock.VIETNAM);
    }

    private static String amendments(Deal deal) {
        return "/v1/agreements/" + deal.agreement + "/amendments";
    }

    private static JsonPath agreement(Deal deal) {
        return get(deal.lead, "/v1/agreements/" + deal.agreement);
    }

    private static int status(Deal deal, int revision) {
        return given().auth()
                .oauth2(deal.lead)
                .get("/v1/agreements/" + deal.agreement + "/document?revision=" + revision)
                .statusCode();
    }

    /** Without its spaces in the digest. */
    private static String paper(Deal deal, Integer revision) {
        String text = given().auth()
                .oauth2(deal.lead)
                .get("/v1/agreements/" + deal.agreement + "/document"
                        + (revision == null ? "" : "?revision=" + revision))
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replace('\u00a0', ' ');
        return text + text.replace(" ", "");
    }

    private static JsonPath get(String token, String path) {
        return given().auth()
                .oauth2(token)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse post(String token, String path, Object body) {
        RequestSpecification request = given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
        return request.body(body).post(path).then();
    }
}
