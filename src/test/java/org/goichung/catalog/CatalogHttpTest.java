package org.goichung.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.support.Door;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatalogHttpTest {
    private static final UUID VIETTEL = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID MOBIFONE = UUID.fromString("01900000-0000-7000-8000-000000000003");
    private static final String VERSION = """
            {"name":"Gói thử","priceVnd":%s,"cycle":{"unit":"day","length":30},
             "allowance":{"dataBytesPerCycle":%s,"dataBytesPerDay":2000000000,
               "dayParts":[{"from":"23:00:00","until":"06:00:00","per":"day","dataBytes":1000000000}],
               "afterAllowance":{"kind":"per-block","blockBytes":51200,"priceVnd":75},
               "minutesOnNet":300,"minutesAny":20,"sms":0,"zeroRatedApps":["Zalo"],"renewal":"from-balance-else-pay-as-you-go",
               "commitment":{"months":18,"portOutAllowed":false}},
             "kind":"prepaid","validAsOf":"2026","source":"bảng giá thử"%s}""";

    @Test
    void all_37_published_packages_stand_there_with_source_and_year_and_without_an_sms_to_send() {
        List<String> codes = new ArrayList<>();
        String next = null;
        do {
            var page = as(Door.admin())
                    .queryParam("limit", 10)
                    .queryParams(next == null ? java.util.Map.of() : java.util.Map.of("after", next))
                    .get("/v1/packages")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            for (var item : page.<java.util.Map<String, Object>>getList("items")) {
                var current = (java.util.Map<?, ?>) item.get("current");
                if (!current.get("source").toString().startsWith("Bảng giá công khai")) continue;
                codes.add(item.get("carrierCode") + " " + item.get("code"));
                assertThat(current.get("verified")).isEqualTo(false);
                assertThat(current.containsKey("registerSms")).isFalse();
                assertThat(current.get("validAsOf").toString()).matches("20\\d\\d");
            }
            next = page.getString("next");
        } while (next != null);
        assertThat(codes)
                .hasSize(37)
                .doesNotHaveDuplicates()
                .contains("VIETTEL V90C", "VINAPHONE D7", "VIETNAMOBILE D7");
    }

    @Test
    void the_five_carriers_are_known_and_only_the_admin_adds_one() {
        as(Door.employer(UUID.randomUUID()))
                .get("/v1/carriers")
                .then()
                .statusCode(200)
                .body("items.code", hasItems("VIETTEL", "VINAPHONE", "MOBIFONE", "VIETNAMOBILE", "GMOBILE"));
        String carrier = "{\"code\":\"ITEL\",\"name\":\"iTel\",\"shortCode\":\"0877\"}";
        post(Door.carrier(VIETTEL), carrier).post("/v1/carriers").then().statusCode(403);
        post(Door.admin(), carrier).post("/v1/carriers").then().statusCode(201).body("code", equalTo("ITEL"));
        post(Door.admin(), carrier)
                .post("/v1/carriers")
                .then()
                .statusCode(409)
                .body("errors.pointer", hasItem("/code"));
    }

    @Test
    void a_new_version_leaves_the_old_one_as_it_was() {
        String mine = Door.carrier(VIETTEL);
        String code = "T" + System.nanoTime();
        var made = post(mine, packageOf(code, VERSION.formatted(90_000, 60_000_000_000L, "")))
                .post("/v1/packages")
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("current.allowance.afterAllowance.kind", equalTo("per-block"))
                .body("current.allowance.commitment.months", equalTo(18))
                .extract();
        String path = made.header("Location");
        String next = VERSION.formatted(
                80_000,
                60_000_000_000L,
                ",\"verifiedOn\":\"2026-01-02\",\"shortCode\":\"191\",\"registerSms\":\"" + code + "\"");

        post(mine, next).post(path + "/versions").then().statusCode(428);
        post(mine, next)
                .header("If-Match", "\"7\"")
                .post(path + "/versions")
                .then()
                .statusCode(412);
        post(mine, next)
                .header("If-Match", "\"1\"")
                .post(path + "/versions")
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"2\""))
                .body("current.registerSms", equalTo(code));

        as(mine).get(path)
                .then()
                .statusCode(200)
                .body("versions", hasSize(2))
                .body("versions[0].priceVnd", equalTo(80_000))
                .body("versions[1].priceVnd", equalTo(90_000))
                .body("versions[1].registerSms", nullValue());
    }

    @Test
    void a_carrier_sees_and_changes_its_own_packages_only() {
        String code = "S" + System.nanoTime();
        String version = VERSION.formatted(50_000, 60_000_000_000L, "");
        String path = post(Door.carrier(VIETTEL), packageOf(code, version))
                .post("/v1/packages")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        String other = Door.carrier(MOBIFONE);
        as(other).get(path).then().statusCode(404);
        post(other, version)
                .header("If-Match", "\"1\"")
                .post(path + "/versions")
                .then()
                .statusCode(404);
        as(other)
                .queryParam("limit", 500)
                .get("/v1/packages")
                .then()
                .body("items.carrierCode", everyItem(equalTo("MOBIFONE")))
                .body("items.code", not(hasItem(code)));
        post(other, "{\"carrierId\":\"" + VIETTEL + "\",\"code\":\"X1\",\"version\":" + version + "}")
                .post("/v1/packages")
                .then()
                .statusCode(403);
    }

    @Test
    void what_contradicts_itself_is_named_by_pointer() {
        post(Door.carrier(VIETTEL), packageOf("Z1", VERSION.formatted(50_000, 1_000_000_000L, "")))
                .post("/v1/packages")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors.pointer", hasItem("/version/allowance/dataBytesPerDay"));
        post(Door.carrier(VIETTEL), packageOf("Z1", VERSION.formatted(-1, 60_000_000_000L, "")))
                .post("/v1/packages")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/version/priceVnd"));
        post(Door.carrier(VIETTEL), packageOf("Z1", VERSION.formatted("1.5", 60_000_000_000L, "")))
                .post("/v1/packages")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/version/priceVnd"));
        post(
                        Door.admin(),
                        "{\"carrierId\":\"" + UUID.randomUUID() + "\",\"code\":\"Z1\",\"version\":"
                                + VERSION.formatted(1, 60_000_000_000L, "") + "}")
                .post("/v1/packages")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/carrierId"));
    }

    @Test
    void a_criterion_that_nobody_laid_down_is_named_and_nothing_is_published() {
        var asking = TestPackages.version(
                Map.of("criteria", List.of("union-member", "union-membre", "!low-income")), Map.of());
        as(Door.carrier(VIETTEL))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("code", "MISSPELT", "version", asking))
                .post("/v1/packages")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/version/criteria/1")))
                .body("errors.code", equalTo(List.of("unknown-criterion")));
        as(Door.carrier(VIETTEL)).get("/v1/packages?limit=500").then().body("items.code", not(hasItem("MISSPELT")));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static RequestSpecification post(String token, String body) {
        return as(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body);
    }

    private static String packageOf(String code, String version) {
        return "{\"code\":\"" + code + "\",\"version\":" + version + "}";
    }
}
