package org.goichung.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.goichung.platform.time.Clock;

/** A negotiation as unions and carriers carry it on, over the public API. */
final class DealSteps {
    static final String LOT = "Gói 30 ngày cho người có điện thoại thông minh";

    private static final List<String> IN_FORCE =
            List.of("tra-noc-1a", "tra-noc-1b", "tra-noc-2a", "tra-noc-2b", "thot-not", "hung-phu");
    private static final List<String> UNDER_WAY = List.of("binh-long", "binh-hoa");
    private static final Duration FIRST_DEADLINE = Duration.ofDays(2);
    private static final Duration SECOND_DEADLINE = Duration.ofDays(12);
    private static final long COUNTERED_PRICE_VND = 72_000;
    private static final long FUND_PER_LINE_VND = 30_000;
    /** Of the demand that the winner serves: the others stay with their own carriers. */
    private static final double SHARE_AWARDED = 0.6;

    private DealSteps() {}

    /** Who pays what: the union and the employer each a part, the worker the rest. */
    static void programme(LoadContext load) {
        var body = new JsonObject()
                .put("name", "Gói chung cho người lao động 2023–2028")
                .put(
                        "shares",
                        new JsonArray()
                                .add(new JsonObject().put("payer", "union").put("vnd", FUND_PER_LINE_VND))
                                .add(new JsonObject().put("payer", "employer").put("basisPoints", 2_000)))
                .put("restBorneBy", "worker")
                .put("criteria", new JsonArray().add("works-here"))
                .put("enterpriseIds", new JsonArray())
                .put("validFrom", load.today().withDayOfMonth(1).toString())
                .put("validUntil", load.today().plusYears(2).toString());
        load.remember(
                "programme",
                load.as(LogIns.ADMIN)
                        .post("/v1/programmes", load.key("programme"), body)
                        .getString("id"));
    }

    static void openFirst(LoadContext load) {
        String rfq = open(
                load,
                "first",
                "can-tho",
                "Trà Nóc, Thốt Nốt, Hưng Phú " + CarrierSimulator.MARK,
                IN_FORCE,
                load.begun().plus(FIRST_DEADLINE));
        load.remember("rfq:first", rfq);
        for (String carrier : List.of("VIETTEL", "VINAPHONE", "MOBIFONE", "VIETNAMOBILE"))
            load.remember("offer:" + carrier, load.simulator(carrier).offer(rfq).getFirst());
    }

    /** The clock goes over the deadline, and the RFQ closes. */
    static void closeFirst(LoadContext load) throws InterruptedException {
        var admin = load.as(LogIns.ADMIN);
        Instant now = Instant.parse(admin.post("/demo/clock", new JsonObject().put("advanceSeconds", 1))
                .getString("now"));
        long missing = Duration.between(now, load.begun().plus(FIRST_DEADLINE)).toSeconds() + 1;
        if (missing > 0) admin.post("/demo/clock", new JsonObject().put("advanceSeconds", missing));
        var lead = load.as(LogIns.federation("can-tho"));
        Waiting.until("the RFQ is closed", () -> !"open"
                .equals(lead.get("/v1/rfqs/" + load.id("rfq:first")).getString("state")));
    }

    static void bargainFirst(LoadContext load) {
        var lead = load.as(LogIns.federation("can-tho"));
        String offered = load.id("offer:VIETTEL");
        var tiers = new JsonArray()
                .add(new JsonObject().put("fromLines", 50).put("priceVnd", 78_000))
                .add(new JsonObject().put("fromLines", 600).put("priceVnd", COUNTERED_PRICE_VND));
        String counter = lead.post(
                        "/v1/offers/" + offered + "/counter", load.key("counter"), new JsonObject().put("tiers", tiers))
                .getString("offerId");
        var terms = lead.items("/v1/rfqs/" + load.id("rfq:first") + "/offers?limit=500").stream()
                .filter(offer -> offer.getString("id").equals(counter))
                .map(offer -> offer.getJsonObject("terms"))
                .findFirst()
                .orElseThrow();
        load.remember("offer:revised", load.simulator("VIETTEL").revise(counter, terms, COUNTERED_PRICE_VND));
    }

    static void awardAndRatifyFirst(LoadContext load) throws InterruptedException {
        var lead = load.as(LogIns.federation("can-tho"));
        String rfq = "/v1/rfqs/" + load.id("rfq:first");
        var lines = new JsonArray();
        for (var member : DemoApi.objects(lead.get(rfq).getJsonArray("members"))) {
            long wanted = member.getJsonObject("lines").getJsonObject(LOT).stream()
                    .mapToLong(of -> ((Number) of.getValue()).longValue())
                    .sum();
            long awarded = Math.round(wanted * SHARE_AWARDED);
            if (awarded > 0)
                lines.add(new JsonObject()
                        .put("enterpriseId", member.getString("enterpriseId"))
                        .put("offerId", load.id("offer:revised"))
                        .put("lines", awarded)
                        .put("fundVndPerMonth", awarded * FUND_PER_LINE_VND));
        }
        if (!"ratifying".equals(lead.get(rfq).getString("state"))
                && !"concluded".equals(lead.get(rfq).getString("state")))
            lead.move(rfq + "/award", load.key("award"), lead.versionOf(rfq), new JsonObject().put("lines", lines));
        for (String enterprise : IN_FORCE) vote(load, rfq, enterprise);
        Waiting.until("the agreement is in force", () -> lead.items("/v1/agreements?limit=100").stream()
                .anyMatch(agreement -> "in-force".equals(agreement.getString("state"))));
        load.remember(
                "agreement", lead.items("/v1/agreements?limit=100").getFirst().getString("id"));
    }

    /** Another coalition, whose RFQ is open with sealed offers in. */
    static void openSecond(LoadContext load) {
        String rfq = open(
                load,
                "second",
                "an-giang",
                "Bình Long và Bình Hòa " + CarrierSimulator.MARK,
                UNDER_WAY,
                load.begun().plus(SECOND_DEADLINE));
        load.remember("rfq:second", rfq);
        for (String carrier : List.of("VIETTEL", "VINAPHONE"))
            load.simulator(carrier).offer(rfq);
    }

    static List<String> enterprisesInForce() {
        return IN_FORCE;
    }

    private static void vote(LoadContext load, String rfq, String enterprise) {
        var ballot = new JsonObject()
                .put("enterpriseId", load.id("enterprise:" + enterprise))
                .put("voters", 120)
                .put("yes", 97)
                .put("no", 11);
        load.as(LogIns.grassroots(enterprise)).post(rfq + "/ratifications", load.key("vote:" + enterprise), ballot);
    }

    private static String open(
            LoadContext load, String name, String lead, String title, List<String> enterprises, Instant deadline) {
        var ids = new ArrayList<String>();
        for (String enterprise : enterprises) {
            ids.add(load.id("enterprise:" + enterprise));
            mandate(load, enterprise, load.id("union:" + lead));
        }
        var lot = new JsonObject()
                .put("name", LOT)
                .put("criteria", new JsonArray().add("works-here").add("has-smartphone"))
                .put("minDataBytesPerCycle", 2_000_000_000L)
                .put(
                        "startMonth",
                        YearMonth.from(deadline.atZone(Clock.VIETNAM)).toString())
                .put("months", 12);
        var body = new JsonObject()
                .put("title", title)
                .put("lots", new JsonArray().add(lot))
                .put("enterpriseIds", new JsonArray(ids))
                .put("offerDeadline", deadline.toString())
                .put("ratificationWindowHours", 72)
                .put("quorum", 1)
                .put("graceDays", 5)
                .put("rollOver", "one-period");
        var officer = load.as(LogIns.federation(lead));
        var drafted = officer.post("/v1/rfqs", load.key("rfq:" + name), body);
        String id = drafted.getString("id");
        officer.move("/v1/rfqs/" + id + "/open", load.key("open:" + name), drafted.getLong("version"), null);
        return id;
    }

    private static void mandate(LoadContext load, String enterprise, String toBody) {
        var body = new JsonObject()
                .put("enterpriseId", load.id("enterprise:" + enterprise))
                .put("toBodyId", toBody)
                .put("voters", 120)
                .put("yes", 104)
                .put("no", 6)
                .put("validUntil", load.today().plusYears(1).toString());
        load.as(LogIns.grassroots(enterprise)).post("/v1/mandates", load.key("mandate:" + enterprise), body);
    }
}
