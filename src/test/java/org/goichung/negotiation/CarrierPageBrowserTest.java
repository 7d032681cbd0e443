package org.goichung.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.identity.Accounts;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.Role;
import org.goichung.support.Chromium;
import org.goichung.support.Door;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A carrier's clerk hands in offers by hand, in a real browser. */
@QuarkusTest
class CarrierPageBrowserTest {
    private static final Path PICTURES = Path.of("target", "carrier-page");
    private static final String PASSWORD = "mật khẩu của nhà mạng";

    private static Chromium browser;

    private Bargainers all;
    private String rfq;
    private Page page;

    @TestHTTPResource("/")
    URI base;

    @BeforeAll
    static void a_browser() {
        browser = Chromium.start();
    }

    @AfterAll
    static void closed() {
        if (browser != null) browser.close();
    }

    @BeforeEach
    void an_open_rfq_and_a_clerk_who_is_logged_in() {
        all = new Bargainers();
        all.giveMandates();
        rfq = all.openRfq(Bargainers.soon());
        page = browser.phone(base.toString(), 900, 800, true);
        page.navigate("/carrier");
        page.getByLabel("Tên đăng nhập").fill(clerk());
        page.getByLabel("Mật khẩu").fill(PASSWORD);
        press("Đăng nhập");
        open();
    }

    @AfterEach
    void setTheClockBack() {
        if (page != null) page.context().close();
        all.setBack();
    }

    @Test
    void an_offer_of_two_tiers_is_handed_in_told_by_its_seal_revised_and_withdrawn() {
        var asked = new ArrayList<String>();
        page.onRequest(request -> asked.add(request.url()));
        fillIn("5.000");
        press("Thêm bậc");
        page.locator("[data-pointer='/tiers/1/fromLines']").fill("10");
        page.locator("[data-pointer='/tiers/1/priceVnd']").fill("71.000");
        press("Gửi chào giá");
        page.getByText("Đã nhận chào giá").waitFor();

        JsonPath own = all.get(all.viettel, "/v1/rfqs/" + rfq + "/offers");
        assertThat(own.getList("items")).hasSize(1);
        assertThat(own.getList("items[0].terms.tiers.fromLines", Long.class)).containsExactly(1L, 10L);
        assertThat(own.getList("items[0].terms.tiers.priceVnd", Long.class)).containsExactly(80_000L, 71_000L);
        assertThat(own.getLong("items[0].terms.capacity")).isEqualTo(5_000);
        assertThat(own.getBoolean("items[0].terms.sumsMembers")).isTrue();
        assertThat(page.locator("#message").innerText()).contains(own.getString("items[0].digest"));
        assertThat(all.get(all.vinaphone, "/v1/rfqs/" + rfq + "/offers").getList("items"))
                .isEmpty();
        picture("handed-in");

        press("Sửa chào giá này");
        assertThat(page.locator("[data-pointer='/tiers/1/priceVnd']").inputValue())
                .isEqualTo("71000");
        page.locator("[data-pointer='/tiers/1/priceVnd']").fill("70000");
        press("Gửi chào giá đã sửa");
        page.locator("#own").getByText("70.000").waitFor();
        page.onDialog(com.microsoft.playwright.Dialog::accept);
        press("Rút chào giá này");
        page.getByText("Đã rút chào giá").waitFor();
        assertThat(page.locator("#own").innerText()).contains("đã rút");

        assertThat(page.context().cookies()).isEmpty();
        assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
        assertThat(asked).allMatch(url -> url.startsWith(base.toString()));
    }

    @Test
    void what_is_wrong_is_told_at_its_field_and_nothing_is_handed_in() {
        fillIn("nhiều");
        press("Thêm bậc");
        page.locator("[data-pointer='/tiers/1/fromLines']").fill("10");
        page.locator("[data-pointer='/tiers/1/priceVnd']").fill("90000");
        press("Gửi chào giá");
        page.locator("#capacity[aria-invalid]").waitFor();
        assertThat(toldAt(page.locator("#capacity"))).isNotBlank();
        page.locator("#capacity").fill("5000");
        press("Gửi chào giá");
        // a tier of more lines that costs more
        page.locator("#tiers [aria-invalid]").first().waitFor();
        assertThat(toldAt(page.locator("#tiers [aria-invalid]"))).isEqualTo("Giá không được tăng theo số lượng.");
        assertThat(page.locator("#capacity[aria-invalid]").count()).isZero();
        assertThat(all.get(all.viettel, "/v1/rfqs/" + rfq + "/offers").getList("items"))
                .isEmpty();
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        picture("refused");
    }

    @Test
    void a_package_made_for_the_request_is_handed_in_too() {
        fillIn("5000");
        page.getByLabel("Gói cước (một tháng)").selectOption("custom");
        page.getByLabel("Mã gói").fill("CN120");
        page.getByLabel("Tên gói").fill("Gói công nhân 120 GB");
        page.getByLabel("GB mỗi tháng").fill("120,5");
        page.getByLabel("Nhiều nhất bao nhiêu GB một ngày").fill("4");
        page.getByLabel("Giá bán lẻ").fill("100000");
        press("Gửi chào giá");
        page.getByText("Đã nhận chào giá").waitFor();
        JsonPath own = all.get(all.viettel, "/v1/rfqs/" + rfq + "/offers");
        assertThat(own.getString("items[0].terms.customPackage.code")).isEqualTo("CN120");
        assertThat(own.getLong("items[0].terms.customPackage.allowance.dataBytesPerCycle"))
                .isEqualTo(120_500_000_000L);
    }

    @Test
    void what_the_page_has_no_field_for_stays_as_a_machine_had_offered_it() {
        var sent = all.offer(all.viettel, "own-tariff", false, 1, 80_000);
        sent.remove("packageVersionId");
        sent.put("sharedBytesPerLine", 1_000_000_000);
        sent.put(
                "customPackage",
                Map.of(
                        "code",
                        "CN60",
                        "name",
                        "Gói công nhân",
                        "cycle",
                        Map.of("unit", "calendar-month", "length", 1),
                        "allowance",
                        Map.of(
                                "dataBytesPerCycle",
                                60_500_000_000L,
                                "afterAllowance",
                                Map.of("kind", "throttle", "kbps", 1_000),
                                "minutesOnNet",
                                0,
                                "minutesAny",
                                30,
                                "sms",
                                0,
                                "zeroRatedApps",
                                List.of("Zalo"),
                                "renewal",
                                "from-balance")));
        String offers = "/v1/rfqs/" + rfq + "/offers";
        all.post(all.viettel, offers, sent).statusCode(201);
        press("Về danh sách");
        open();
        press("Sửa chào giá này");
        page.locator("[data-pointer='/tiers/0/priceVnd']").fill("79.000");
        press("Gửi chào giá đã sửa");
        page.getByText("Đã nhận chào giá").waitFor();
        JsonPath own = all.get(all.viettel, offers);
        Map<String, Object> revised = own.getMap("items.find { it.standing }.terms");
        Map<String, Object> first = own.getMap("items.find { it.revision == 1 }.terms");
        assertThat(own.getList("items.find { it.standing }.terms.tiers.priceVnd", Long.class))
                .containsExactly(79_000L);
        assertThat(revised.get("customPackage")).isEqualTo(first.get("customPackage"));
        assertThat(revised).containsEntry("sharedBytesPerLine", 1_000_000_000).containsEntry("sumsMembers", false);
    }

    @Test
    void a_number_that_may_be_read_in_two_ways_is_asked_for_again() {
        fillIn("5.00");
        press("Gửi chào giá");
        page.locator("#capacity[aria-invalid]").waitFor();
        assertThat(all.get(all.viettel, "/v1/rfqs/" + rfq + "/offers").getList("items"))
                .isEmpty();
    }

    /** All but the second tier: one from one line at 80,000 đ. */
    private void fillIn(String capacity) {
        page.locator("[data-pointer='/tiers/0/priceVnd']").fill("80 000");
        page.getByLabel("Cung cấp được nhiều nhất").fill(capacity);
        page.getByLabel("Chào giá có hiệu lực")
                .fill(LocalDate.now(Bargainers.VIETNAM).plusDays(9).toString());
    }

    private String toldAt(Locator field) {
        return page.locator("#" + field.getAttribute("aria-describedby")).innerText();
    }

    private void press(String words) {
        page.locator("button:visible")
                .getByText(words, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private void open() {
        page.locator("[data-rfq='" + rfq + "'] button").click();
        page.locator("#request").waitFor();
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    private static String clerk() {
        String login = "nha-mang." + UUID.randomUUID();
        Door.await(() -> Door.bean(Accounts.class)
                .put(login, PASSWORD, Role.CARRIER, null, null, new CarrierId(Bargainers.VIETTEL), null, false));
        return login;
    }
}
