package org.goichung.negotiation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.catalog.SubscriberKind;
import org.goichung.negotiation.model.PromotionCeiling;
import org.goichung.negotiation.store.CeilingStore;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.goichung.support.Door;
import org.junit.jupiter.api.Test;

/** The law's ceilings change from a day on, and an offer is judged by that of its day. */
@QuarkusTest
class CeilingsTest {
    private final LocalDate today = Door.bean(Clock.class).today();
    private final LocalDate first = today.plusYears(20);
    private final LocalDate second = first.plusDays(10);

    @Test
    void an_offer_is_judged_by_the_ceiling_of_its_day() {
        add(ceiling(40, first)).statusCode(201);
        add(ceiling(10, second)).statusCode(201);

        var half = postpaid(50_000);
        assertThatCode(() -> judge(half, today)).doesNotThrowAnyException();
        assertThatCode(() -> judge(half, first.minusDays(1))).doesNotThrowAnyException();
        refused(half, first, 60_000);
        refused(half, second, 90_000);
        var less = postpaid(60_000);
        assertThatCode(() -> judge(less, second.minusDays(1))).doesNotThrowAnyException();
        refused(less, second, 90_000);

        var listed = given().auth()
                .oauth2(Door.admin())
                .get("/v1/promotion-ceilings")
                .jsonPath();
        String of = "items.findAll { it.subscriberKind == 'postpaid' }.";
        assertThat(listed.getList(of + "validUntil"))
                .startsWith(first.minusDays(1).toString(), second.minusDays(1).toString());
        assertThat(listed.getList(of + "maxDiscountPercent")).startsWith(50, 40, 10);

        // forward only, and each day once
        add(ceiling(30, second))
                .statusCode(409)
                .body("type", equalTo("/problems/already-exists"))
                .body("errors.pointer", contains("/validFrom"));
        add(ceiling(30, today))
                .statusCode(400)
                .body("errors.pointer", contains("/validFrom"))
                .body("errors.code", contains("day-has-begun"));
    }

    @Test
    void who_added_a_ceiling_stands_in_the_audit() {
        String id = add(Map.of(
                        "subscriberKind",
                        "prepaid",
                        "maxDiscountPercent",
                        15,
                        "validFrom",
                        first.toString(),
                        "source",
                        "Thông tư thử"))
                .statusCode(201)
                .extract()
                .path("id");
        var audited =
                Door.await(() -> Statements.of(Door.bean(Transactions.class).systemPool())
                        .select("SELECT action FROM audit_entry WHERE subject = $1", UUID.fromString(id)));
        assertThat(audited).singleElement().satisfies(row -> assertThat(row[0]).isEqualTo("promotion-ceiling-added"));
    }

    private static Map<String, Object> ceiling(int percent, LocalDate from) {
        return Map.of(
                "subscriberKind",
                "postpaid",
                "maxDiscountPercent",
                percent,
                "validFrom",
                from.toString(),
                "source",
                "Thông tư thử");
    }

    private static ValidatableResponse add(Map<String, Object> ceiling) {
        return given().auth()
                .oauth2(Door.admin())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(ceiling)
                .post("/v1/promotion-ceilings")
                .then();
    }

    private static OfferTerms postpaid(long priceVnd) {
        return new OfferTerms(
                "Gói",
                UUID.randomUUID(),
                null,
                List.of(new Tier(1, priceVnd)),
                true,
                100,
                Instant.parse("2099-01-01T00:00:00Z"),
                LegalBasis.PROMOTION,
                100_000,
                SubscriberKind.POSTPAID,
                null,
                null,
                null);
    }

    private static void judge(OfferTerms offer, LocalDate day) {
        PromotionCeiling.check(offer, Door.await(() -> Door.bean(CeilingStore.class)
                .inForce(Door.bean(Transactions.class).app(), day)));
    }

    private static void refused(OfferTerms offer, LocalDate day, long lowestPriceVnd) {
        assertThatThrownBy(() -> judge(offer, day))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.parameters())
                        .containsEntry("lowestPriceVnd", lowestPriceVnd));
    }
}
