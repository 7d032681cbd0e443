package org.goichung.negotiation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.goichung.negotiation.Deal.Member;
import org.goichung.negotiation.Deal.Share;
import org.goichung.support.Chromium;
import org.goichung.support.Door;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The document of an agreement, as each of its parties reads it. */
@QuarkusTest
class AgreementDocumentTest {
    private static final Share FIRSTS = new Share(9, 270_000L);
    private static final Share SECONDS = new Share(3, null);

    private static Deal struck;

    private Deal deal;
    private JsonPath first;
    private JsonPath second;

    /** Only read here, so once for all. */
    @BeforeEach
    void a_deal() {
        if (struck == null) struck = Deal.struck(FIRSTS, SECONDS);
        deal = struck;
        first = enterprise(deal.first);
        second = enterprise(deal.second);
    }

    @Test
    void the_leading_body_reads_who_agreed_on_what_for_how_long_and_how_it_ends() {
        String paper = text(deal.lead);
        for (JsonPath each : List.of(first, second))
            assertThat(paper).contains(each.getString("name"), "Mã số thuế: " + each.getString("taxCode"));
        assertThat(paper)
                .contains("Viettel", "(70 thuận, 5 không, trên 100 đoàn viên)", "Biểu quyết thông qua ngày")
                .contains("70.000 đồng", "630.000 đồng", "210.000 đồng", "270.000 đồng", "840.000 đồng")
                .contains("Gói dữ liệu", "60 GB để vào mạng", "(12 tháng)", "còn 5 ngày", "kế tiếp một lần")
                .contains("giá cước do chính nhà mạng ban hành", "87.654 đồng", "chấm dứt", "ký, ghi rõ họ tên");
        assertThat(paper.replace(" ", "")).contains(digest(deal.lead));
    }

    @Test
    void a_member_reads_its_own_part_and_the_sums_of_all_under_the_same_digest() {
        String paper = text(deal.first.officer());
        assertThat(paper)
                .contains(first.getString("name"), "1 doanh nghiệp khác, cùng nhau 3 lượt gói", "Cả 2 doanh nghiệp")
                .doesNotContain(second.getString("name"), second.getString("taxCode"), "(60 thuận");
        assertThat(digest(deal.first.officer())).isEqualTo(digest(deal.lead)).isEqualTo(digest(viettel()));
        assertThat(paper.replace(" ", "")).contains(digest(deal.lead));
        assertThat(text(Door.auditor(UUID.fromString(deal.first.enterprise()))))
                .contains(first.getString("name"))
                .doesNotContain(second.getString("name"));
    }

    @Test
    void the_carrier_reads_all_that_it_owes_but_not_how_the_members_voted() {
        assertThat(text(viettel()))
                .contains(first.getString("name"), second.getString("name"), "Uỷ quyền ngày", "840.000 đồng")
                .doesNotContain("thuận,", "trên 100 đoàn viên");
    }

    @Test
    void whoever_is_no_party_finds_nothing() {
        assertThat(asked(Door.carrier(Bargainers.MOBIFONE)).statusCode()).isEqualTo(404);
        assertThat(asked(Door.auditor(UUID.randomUUID())).statusCode()).isEqualTo(404);
        assertThat(asked(Door.unionOfficer(UUID.randomUUID())).statusCode()).isEqualTo(404);
        assertThat(asked(deal.first.steward()).statusCode()).isEqualTo(403);
    }

    @Test
    void what_others_wrote_stands_on_it_as_they_wrote_it_and_nothing_runs() {
        Response paper = asked(deal.lead);
        assertThat(paper.contentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(paper.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(paper.header("Cache-Control")).contains("no-store");
        assertThat(paper.asString())
                .contains("Gói &lt;b&gt;4 GB&lt;/b&gt; &amp; thoại")
                .doesNotContain(Deal.PACKAGE, "<script", "<img", "<link", "http");
    }

    @Test
    void the_digest_can_be_made_again_from_what_the_parties_read_elsewhere() throws Exception {
        JsonPath agreement = agreement(deal.lead);
        JsonPath offers = get(deal.lead, "/v1/rfqs/" + agreement.getString("rfqId") + "/offers");
        String terms = "items.find { it.id == '" + agreement.getString("offerId") + "' }.terms.";
        var text = new StringBuilder("goichung-agreement/1\n");
        text.append("agreement=").append(agreement.getString("id")).append('\n');
        text.append("revision=1\n");
        text.append("rfq=").append(agreement.getString("rfqId")).append('\n');
        text.append("offer=").append(agreement.getString("offerId")).append('\n');
        text.append("lead=").append(agreement.getString("leadBodyId")).append('\n');
        text.append("carrier=").append(agreement.getString("carrierId")).append('\n');
        text.append("lot=\"").append(agreement.getString("lot")).append("\"\n");
        for (String field : List.of("from", "until", "graceDays", "rollOver"))
            text.append(field).append('=').append(agreement.getString(field)).append('\n');
        for (String field : List.of("legalBasis", "referencePriceVnd", "subscriberKind", "sharedBytesPerLine"))
            text.append(field)
                    .append('=')
                    .append(offers.getString(terms + field))
                    .append('\n');
        var lines = new TreeMap<String, String>();
        agreement
                .<Map<String, Object>>getList("allocations")
                .forEach(each -> lines.put(
                        String.valueOf(each.get("enterpriseId")),
                        "allocation=" + each.get("enterpriseId") + " " + each.get("packageVersionId") + " "
                                + each.get("linesPerMonth") + " " + each.getOrDefault("sharedBytesPerMonth", "-") + " "
                                + each.getOrDefault("fundVndPerMonth", "-") + " " + each.get("priceVnd") + "\n"));
        lines.values().forEach(text::append);
        byte[] made =
                MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(made)).isEqualTo(digest(deal.lead));
    }

    @Test
    void it_fits_a_small_phone_without_scrolling_sideways() {
        try (var browser = Chromium.start()) {
            Page page = browser.phone("http://localhost", 360, 640, true);
            page.setContent(asked(deal.lead).asString());
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "agreement-page", "phone.png"))
                    .setFullPage(true));
            assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isEqualTo(0);
            assertThat(page.locator(".sign").count()).isEqualTo(4);
        }
    }

    private static String viettel() {
        return Door.carrier(Deal.CARRIER);
    }

    private Response asked(String token) {
        return given().auth().oauth2(token).get("/v1/agreements/" + deal.agreement + "/document");
    }

    /** What the paper says, without its marks. */
    private String text(String token) {
        Response paper = asked(token);
        assertThat(paper.statusCode()).as(paper.asString()).isEqualTo(200);
        return paper.asString()
                .replaceAll("(?s)<style>.*</style>", "")
                .replaceAll("<[^>]*>", " ")
                .replace('\u00a0', ' ')
                .replaceAll("\\s+", " ");
    }

    private JsonPath agreement(String token) {
        return get(token, "/v1/agreements/" + deal.agreement);
    }

    private String digest(String token) {
        return agreement(token).getString("documentDigest");
    }

    private static JsonPath enterprise(Member member) {
        return get(member.officer(), "/v1/enterprises/" + member.enterprise());
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
}
