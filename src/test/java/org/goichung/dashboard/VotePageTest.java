package org.goichung.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.UUID;
import org.goichung.negotiation.VoteLinks;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.support.Chromium;
import org.goichung.support.Door;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A committee votes by the link it was sent. */
@QuarkusTest
class VotePageTest {
    private static final Path PICTURES = Path.of("target", "vote-page");

    @TestHTTPResource("/")
    URI base;

    private VoteLinks links;

    @BeforeEach
    void an_award_is_put_to_the_vote() {
        links = new VoteLinks();
    }

    @AfterEach
    void set_back() {
        links.setBack();
    }

    @Test
    void on_a_phone_the_link_opens_the_figures_and_one_press_is_the_vote_and_without_scripts_it_is_pasted() {
        String secret = VoteLinks.secret(links.notice(true));
        try (var browser = Chromium.start()) {
            Page page = browser.phone(base.toString(), 360, 640, true);
            var asked = new ArrayList<String>();
            page.onRequest(request -> asked.add(request.url() + " " + request.headers()));
            page.navigate("/vote#" + secret);
            page.waitForSelector("button[value=yes]");
            String text = page.locator("main").innerText().replace('\u00a0', ' ');
            assertThat(text)
                    .contains(links.enterpriseName(true), "Cả đơn vị bớt được 72.000 đồng mỗi tháng")
                    .contains(
                            "9 lượt gói",
                            "Viettel",
                            "70.000 đồng",
                            "78.000 đồng",
                            "không bao giờ vượt quá 78.000 đồng");
            assertThat(page.url()).doesNotContain(secret);
            assertThat(asked).noneMatch(each -> each.contains(secret));
            assertThat(page.context().cookies()).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isEqualTo(0);
            for (var button : page.locator("button").all())
                assertThat(button.boundingBox().height).isGreaterThanOrEqualTo(44);
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve("ask.png"))
                    .setFullPage(true));
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Đồng ý").setExact(true))
                    .click();
            page.waitForSelector("h1:has-text('Đã ghi')");
            assertThat(page.locator("h1").innerText()).isEqualTo("Đã ghi: đồng ý");
            assertThat(links.award().getList("items[0].votes.carried")).containsExactly(true);

            Page plain = browser.phone(base.toString(), 360, 640, false);
            plain.navigate("/vote");
            plain.getByLabel("Dán đường dẫn").fill(links.notice(false).link());
            plain.getByRole(AriaRole.BUTTON).click();
            plain.waitForSelector("button[value=no]");
            plain.locator("button[value=no]").click();
            plain.waitForSelector("h1:has-text('Đã ghi: không đồng ý')");
        }
        assertThat(links.award().getList("items[0].votes.carried")).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void a_link_is_good_for_one_vote_and_what_is_wrong_or_used_gets_a_kind_page() {
        var notice = links.notice(true);
        String secret = VoteLinks.secret(notice);
        assertThat(notice.sms()).hasSizeLessThan(160).isASCII().doesNotContain(secret);
        assertThat(notice.toString()).doesNotContain(secret);
        assertThat(VoteLinks.open(secret, "en").asString()).contains("Your enterprise saves 72,000", "We agree");
        assertThat(VoteLinks.answer(secret, "maybe").asString()).contains("Đồng ý");
        assertThat(VoteLinks.answer(secret, "yes").statusCode()).isEqualTo(200);
        kind(VoteLinks.answer(secret, "no"), 409, "Đơn vị đã biểu quyết");
        kind(VoteLinks.open(secret, "vi"), 409, "Đơn vị đã biểu quyết");
        String other = "A".repeat(43);
        kind(VoteLinks.open(other, "vi"), 404, "Đường dẫn không mở được");
        kind(VoteLinks.open("<script>", "en"), 404, "The link does not open");
        assertThat(links.voteAtTheDesk(true, "no").statusCode()).isEqualTo(409);
        assertThat(links.voteAtTheDesk(false, "yes").statusCode()).isEqualTo(201);
        kind(VoteLinks.answer(VoteLinks.secret(links.notice(false)), "no"), 409, "Đơn vị đã biểu quyết");
        assertThat(links.award().getString("items[0].outcome")).isEqualTo("concluded");
    }

    @Test
    void after_the_window_a_link_says_that_it_is_over_and_the_database_has_no_secret() {
        String secret = VoteLinks.secret(links.notice(true));
        var kept = Door.await(() -> Statements.of(Door.bean(Transactions.class).systemPool())
                .select(
                        "SELECT sent_at IS NOT NULL AND wrapped_secret IS NULL AND strpos(l::text, $2) = 0 FROM vote_link l WHERE rfq_id = $1",
                        UUID.fromString(links.rfq),
                        secret));
        assertThat(kept).hasSize(2);
        assertThat(kept.getFirst()[0]).isEqualTo(true);
        links.letTheWindowPass();
        kind(VoteLinks.answer(secret, "yes"), 410, "Đã hết hạn biểu quyết");
        assertThat(links.award().getList("items[0].votes")).isEmpty();
    }

    private static void kind(Response page, int status, String title) {
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(status);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.asString()).contains(title).doesNotContain("<script>");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }
}
