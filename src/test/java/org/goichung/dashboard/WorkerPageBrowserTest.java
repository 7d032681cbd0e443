package org.goichung.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.goichung.support.Chromium;
import org.goichung.support.Door;
import org.goichung.support.Service;
import org.goichung.workforce.TestPeople;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The worker's page as somebody meets it who is over 40, has little practice, and holds a cheap phone. */
@QuarkusTest
class WorkerPageBrowserTest {
    private static final int WIDTH = 360;
    private static final int HEIGHT = 640;
    private static final int FINGER = 44;
    private static final int SMALLEST_LETTERS = 18;
    private static final Path PICTURES = Path.of("target", "worker-page");

    private static Chromium browser;

    private final TestPeople people = new TestPeople();

    @TestHTTPResource("/")
    URI base;

    @Inject
    TestPhones phones;

    @BeforeAll
    static void a_browser() {
        browser = Chromium.start();
    }

    @AfterAll
    static void closed() {
        if (browser != null) browser.close();
    }

    @Test
    void a_worker_types_a_number_then_the_code_and_reads_what_she_saves_without_a_script() {
        String number = registered();
        Page page = phone(WIDTH, HEIGHT, false);
        var asked = new ArrayList<String>();
        page.onRequest(request -> asked.add(request.url()));
        askFor(page, number);
        assertThat(text(page))
                .contains("Nếu số " + spaced(number) + " có trong danh sách")
                .doesNotContain("Gói ");
        typeCode(page, phones.codeFor(number));

        String answer = text(page).replace('\u00a0', ' ');
        assertThat(page.locator("h1").innerText().replace('\u00a0', ' '))
                .matches("Bạn bớt được [\\d.]+ đồng mỗi 30 ngày\\.");
        assertThat(page.locator(".card:visible"))
                .satisfies(cards -> assertThat(cards.count()).isEqualTo(1));
        assertThat(answer).containsPattern("Gói \\w+ của \\w+").containsPattern("Trả [\\d.]+ đồng mỗi 30 ngày");
        assertThat(answer).contains("công đoàn").doesNotContain(number, spaced(number), "Trần Văn Thử");
        page.getByText("gói khác").click();
        assertThat(page.locator(".card:visible").count()).isGreaterThan(1);

        assertThat(asked).allMatch(url -> url.startsWith(base.toString()) && !url.contains(number.substring(1)));
        assertThat(page.context().cookies()).isEmpty();
        page.getByText("Xem cho số khác").click();
        assertThat(page.getByLabel("Số điện thoại").inputValue()).isEmpty();
    }

    @Test
    void who_chooses_khmer_reads_khmer_to_the_end_and_nobody_has_to_choose() {
        String number = registered();
        Page page = phone(WIDTH, HEIGHT, false);
        page.navigate("/");
        assertThat(page.getAttribute("html", "lang")).isEqualTo("vi");
        page.getByText("ភាសាខ្មែរ").click();
        assertThat(page.getAttribute("html", "lang")).isEqualTo("km");
        page.locator("#msisdn").fill(number.substring(0, 9));
        page.locator("button").first().click();
        assertThat(text(page)).contains("10 ខ្ទង់");
        page.locator("#msisdn").fill(number);
        page.locator("button").first().click();
        page.locator("#code").fill(phones.codeFor(number));
        page.locator("button").first().click();
        assertThat(page.locator("h1").innerText().replace('\u00a0', ' '))
                .matches("អ្នកសន្សំបាន [\\d.]+ ដុង រៀងរាល់ 30 ថ្ងៃ។");
        assertThat(text(page)).contains("សហជីព").doesNotContain("công đoàn", "Gói", "Hỏi");
        seen(page, "8-answer-khmer", WorkerPageBrowserTest::fits);
        page.locator("a.second").click();
        assertThat(page.getAttribute("html", "lang")).isEqualTo("km");
        page.getByText("English").click();
        assertThat(text(page)).contains("Which package can you get?");
    }

    @Test
    void whom_nothing_helps_reads_so_and_why_and_no_package_is_praised() {
        String number = registered(Map.of("monthlyTelecomSpendVnd", 15_000, "phoneKind", "feature"));
        Page page = phone(WIDTH, HEIGHT, false);
        askFor(page, number);
        typeCode(page, phones.codeFor(number));
        assertThat(page.locator("h1").innerText()).isEqualTo("Hiện chưa có gói nào giúp bạn bớt tiền.");
        assertThat(text(page)).contains("Tốn thêm").doesNotContain("bớt được", "Bớt được");
        seen(page, "9-answer-nothing", WorkerPageBrowserTest::fits);
    }

    @Test
    void before_the_code_a_known_and_an_unknown_number_look_the_same() {
        String known = registered();
        String unknown = people.number();
        Page page = phone(WIDTH, HEIGHT, false);
        askFor(page, known);
        String forKnown = page.content().replace(spaced(known), "…");
        askFor(page, unknown);
        assertThat(page.content().replace(spaced(unknown), "…")).isEqualTo(forKnown);
        assertThat(phones.codeFor(unknown)).isNull();
        typeCode(page, "123456");
        assertThat(text(page)).contains("Mã chưa đúng");
    }

    @Test
    void a_wrong_number_and_a_wrong_code_can_be_mended_on_the_spot_and_another_code_be_had() {
        String number = registered();
        Page page = phone(WIDTH, HEIGHT, false);
        askFor(page, number.substring(0, 9));
        assertThat(text(page)).contains("Nhập đủ 10 chữ số");
        assertThat(page.getByLabel("Số điện thoại").inputValue()).isEqualTo(number.substring(0, 9));
        page.getByLabel("Số điện thoại").fill(number);
        press(page, "Tiếp tục");
        String first = phones.codeFor(number);
        typeCode(page, first.equals("000000") ? "000001" : "000000");
        assertThat(text(page)).contains("Mã chưa đúng");
        press(page, "Gửi lại mã");
        assertThat(text(page)).contains("máy bạn sẽ nhận được tin nhắn");
        assertThat(phones.codeFor(number)).isNotEqualTo(first);
        typeCode(page, phones.codeFor(number));
        assertThat(page.locator(".card").first().isVisible()).isTrue();
    }

    @Test
    void by_keyboard_alone_one_gets_to_the_answer_and_back() {
        String number = registered();
        Page page = phone(WIDTH, HEIGHT, false);
        page.navigate("/");
        // the field takes the keyboard a moment after the page has loaded
        page.waitForSelector("#msisdn:focus");
        page.keyboard().type(number);
        assertThat(page.locator("#msisdn").inputValue()).isEqualTo(number);
        page.keyboard().press("Tab");
        assertThat(page.locator("button:focus").innerText()).isEqualTo("Tiếp tục");
        page.keyboard().press("Enter");
        page.waitForSelector("#code:focus");
        page.keyboard().type(phones.codeFor(number));
        page.keyboard().press("Enter");
        page.waitForSelector("summary");
        page.keyboard().press("Tab");
        assertThat(page.locator("summary:focus").count()).isEqualTo(1);
        page.keyboard().press("Enter");
        assertThat(page.locator(".card:visible").count()).isGreaterThan(1);
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForSelector("#msisdn");
    }

    @Test
    void every_page_fits_the_phone_is_legible_and_made_for_fingers() {
        onEveryPage(phone(WIDTH, HEIGHT, false), "", page -> {
            fits(page);
            for (Locator each :
                    page.locator("a, button, summary, input:not([type=hidden])").all()) {
                BoundingBox box = each.boundingBox();
                assertThat(Math.min(box.width, box.height)).as(each.toString()).isGreaterThanOrEqualTo(FINGER);
            }
            assertThat(((Number)
                                    page.evaluate(
                                            "Math.min(...[...document.querySelectorAll('main *')].map(e => parseFloat(getComputedStyle(e).fontSize)))"))
                            .doubleValue())
                    .isGreaterThanOrEqualTo(SMALLEST_LETTERS);
        });
    }

    @Test
    void at_twice_the_size_nobody_has_to_scroll_sideways() {
        onEveryPage(phone(WIDTH / 2, HEIGHT / 2, false), "-200", WorkerPageBrowserTest::fits);
    }

    @Test
    void no_page_bars_the_way_of_those_who_hear_or_see_it_otherwise() {
        onEveryPage(phone(WIDTH, HEIGHT, true), "-axe", page -> assertThat(
                        new AxeBuilder(page).analyze().getViolations())
                .as(page.title())
                .isEmpty());
    }

    /** The number, a wrong one, the code, a wrong one, the answer with all it can show, and the wait for who tries too often. */
    private void onEveryPage(Page page, String pictures, Consumer<Page> look) {
        String number = registered();
        page.navigate("/");
        seen(page, "1-number" + pictures, look);
        askFor(page, "0212345678");
        seen(page, "2-number-wrong" + pictures, look);
        askFor(page, number);
        seen(page, "3-code" + pictures, look);
        String code = phones.codeFor(number);
        typeCode(page, code.equals("000000") ? "000001" : "000000");
        seen(page, "4-code-wrong" + pictures, look);
        typeCode(page, code);
        seen(page, "5-answer" + pictures, look);
        page.locator("summary").click();
        seen(page, "6-answer-open" + pictures, look);
        for (int i = 0; i < 5; i++) askFor(page, number);
        assertThat(text(page)).contains("Hãy đợi khoảng 1 giờ");
        seen(page, "7-wait" + pictures, look);
    }

    private static void seen(Page page, String name, Consumer<Page> look) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
        look.accept(page);
    }

    private static void fits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as(page.title())
                .isEqualTo(0);
    }

    private Page phone(int width, int height, boolean scripts) {
        return browser.phone(base.toString(), width, height, scripts);
    }

    private static void askFor(Page page, String number) {
        page.navigate("/");
        page.getByLabel("Số điện thoại").fill(number);
        press(page, "Tiếp tục");
    }

    private static void typeCode(Page page, String code) {
        page.getByLabel("Mã 6 số").fill(code);
        press(page, "Xem gói của tôi");
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    private static String text(Page page) {
        return page.locator("main").innerText();
    }

    private static String spaced(String number) {
        return number.substring(0, 4) + " " + number.substring(4, 7) + " " + number.substring(7);
    }

    /** Somebody who pays 120.000 đồng a month, once the look-up knows it. */
    private String registered() {
        return registered(Map.of("monthlyTelecomSpendVnd", 120_000));
    }

    private String registered(Map<String, Object> facts) {
        String enterprise = people.enterprise();
        String number = people.number();
        var person = new HashMap<>(people.worker(enterprise, "Trần Văn Thử", people.nationalId(), number));
        person.putAll(facts);
        String worker = given().auth()
                .oauth2(Door.steward(UUID.fromString(enterprise)))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(person)
                .post("/v1/workers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String token = Door.worker(UUID.fromString(worker));
        Service.eventually(
                "known to the look-up",
                java.time.Duration.ofSeconds(30),
                () -> given().auth()
                                .oauth2(token)
                                .contentType("application/json")
                                .body(Map.of("workerId", worker))
                                .post("/v1/eligibility/lookups")
                                .statusCode()
                        == 200);
        return number;
    }
}
