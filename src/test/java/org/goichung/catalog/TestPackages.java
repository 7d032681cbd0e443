package org.goichung.catalog;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.support.Door;

/** Packages of thirty days at 90,000 đ, published over HTTP; what is given stands instead. */
public final class TestPackages {
    private TestPackages() {}

    /** By the admin; the version's id. */
    public static String published(UUID carrier, List<String> criteria, Map<String, Object> allowance) {
        return published(Door.admin(), carrier, Map.of("criteria", criteria), allowance)
                .getString("current.id");
    }

    /**
     * The package as it was answered.
     *
     * @param carrier null where the carrier itself publishes
     */
    public static JsonPath published(
            String token, UUID carrier, Map<String, Object> version, Map<String, Object> allowance) {
        Map<String, Object> sold =
                new HashMap<>(Map.of("code", "T" + System.nanoTime(), "version", version(version, allowance)));
        if (carrier != null) sold.put("carrierId", carrier);
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(sold)
                .post("/v1/packages")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** A version as it is sent. */
    public static Map<String, Object> version(Map<String, Object> version, Map<String, Object> allowance) {
        Map<String, Object> gives = new HashMap<>(Map.of(
                "dataBytesPerCycle",
                60_000_000_000L,
                "afterAllowance",
                Map.of("kind", "stop"),
                "minutesOnNet",
                0,
                "minutesAny",
                0,
                "sms",
                0,
                "renewal",
                "none"));
        gives.putAll(allowance);
        Map<String, Object> whole = new HashMap<>(Map.of(
                "name",
                "Gói chung thử",
                "priceVnd",
                90_000,
                "cycle",
                Map.of("unit", "day", "length", 30),
                "allowance",
                gives,
                "criteria",
                List.of(),
                "kind",
                "prepaid",
                "validAsOf",
                "2026",
                "source",
                "Gói thử"));
        whole.putAll(version);
        return whole;
    }
}
