package org.goichung.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.goichung.catalog.TestPackages;
import org.goichung.contract.Needles.Needle;
import org.goichung.contract.Tenant.Caller;
import org.goichung.platform.time.Clock;
import org.goichung.platform.time.DatabaseClock;
import org.goichung.support.Door;

/**
 * Two RFQs of one coalition that nobody could tell apart but for what is sealed: on one lie offers by machine, replaced, withdrawn, on
 * paper and refused, each of figures that stand nowhere else; on the other lies nothing.
 */
final class SealedScene {
    static final Duration UNTIL_THE_DEADLINE = Duration.ofMinutes(30);
    static final UUID MOBIFONE = UUID.fromString("01900000-0000-7000-8000-000000000003");
    private static final UUID VIETNAMOBILE = UUID.fromString("01900000-0000-7000-8000-000000000004");

    /**
     * One offer that was handed in.
     *
     * @param owner who may know it
     * @param id null where it was refused
     */
    record Sealed(String owner, String what, String id) {}

    private final Stories.Pair stories = Stories.pair();
    private final Story story = stories.ofMine();
    private final Belongings has = story.has;
    final Figures figures;
    private Sealed standingOfB;
    final Map<String, Sealed> offers = new LinkedHashMap<>();

    final Caller lead = Caller.of("union-officer", "the leading body", story.superior);
    final Caller bidderA = Caller.of("carrier", "bidder A", story.carrier);
    private final Caller machineA = new Caller("carrier", "bidder A", "X-API-Key", story.machine);
    final Caller bidderB = Caller.of(
            "carrier",
            "bidder B",
            Door.carrier(UUID.fromString(stories.other().has().one("carrierId"))));
    private final Door.Official clerkAtTheTable = Door.official(UUID.fromString(has.one("unionBodyId", "federation")));
    private final Door.Official witnessAtTheTable =
            Door.official(UUID.fromString(has.one("unionBodyId", "federation")));
    final Caller clerk = Caller.of("union-officer", "the two at the table", clerkAtTheTable.token());
    final Caller witness = Caller.of("union-officer", "the two at the table", witnessAtTheTable.token());
    final Caller mobifone = Caller.of("carrier", "who wrote on paper", Door.carrier(MOBIFONE));
    final Caller uninvited = Caller.of("carrier", "who does not bid", Door.carrier(VIETNAMOBILE));

    final String marker;
    final Instant deadline = Door.bean(DatabaseClock.class)
            .instant()
            .truncatedTo(ChronoUnit.SECONDS)
            .plus(UNTIL_THE_DEADLINE);
    final String full;
    final String empty;
    private final Map<Caller, String> packages = new HashMap<>();

    SealedScene(long seed) {
        figures = new Figures(seed, deadline.plus(30, ChronoUnit.DAYS));
        marker = "Gói " + figures.word();
        full = opened(deadline);
        empty = opened(deadline);
        for (Caller seller : List.of(bidderA, bidderB, mobifone)) packages.put(seller, published(seller));
    }

    /** Everybody who comes to the door while the offers are sealed. */
    List<Caller> callers() {
        var all = new ArrayList<Caller>();
        all.add(lead);
        all.add(clerk);
        all.add(witness);
        stories.mine().callers().stream()
                .filter(each -> !each.role().equals("carrier") && !each.name().equals("a superior"))
                .forEach(all::add);
        all.add(Caller.of(
                "union-officer",
                "the neighbour's union",
                Door.unionOfficer(UUID.fromString(has.one("unionBodyId", "neighbour")))));
        stories.other().callers().stream()
                .filter(each -> each.role().equals("union-officer"))
                .forEach(each ->
                        all.add(new Caller(each.role(), "elsewhere " + each.name(), each.header(), each.credential())));
        all.add(Caller.of("admin", story.admin));
        all.addAll(List.of(bidderA, machineA, bidderB, mobifone, uninvited));
        all.add(new Caller("nobody", "nobody", "X-Nobody", "nobody"));
        return all;
    }

    /** From A one that it replaces, from B one that it withdraws and another, two on paper, and some that are refused. */
    void layDown() throws Exception {
        Sealed first = submitted("A's first", machineA, terms("A's first", bidderA));
        Sealed second = revised("A's second", bidderA, first);
        Sealed withdrawn = submitted("B's withdrawn", bidderB, terms("B's withdrawn", bidderB));
        done(keyed(bidderB).post("/v1/offers/" + withdrawn.id() + "/withdraw"));
        twoAtOnce();
        String confirmed = onPaper("on paper").id();
        done(keyed(witness).post("/v1/rfqs/" + full + "/paper-offers/" + confirmed + "/confirm"));
        onPaper("on paper, unconfirmed");
        refuse(second);
    }

    /** By two machines of one bidder: one stands, the other never was. */
    private void twoAtOnce() throws Exception {
        Map<String, Callable<Response>> work = new LinkedHashMap<>();
        for (String what : List.of("B's one", "B's other")) {
            var terms = terms(what, bidderB);
            work.put(what, () -> keyed(bidderB).body(terms).post("/v1/rfqs/" + full + "/offers"));
        }
        try (var machines = Executors.newFixedThreadPool(2)) {
            var told = machines.invokeAll(work.values()).iterator();
            for (String what : work.keySet()) {
                Response answer = told.next().get();
                if (answer.statusCode() == 409) continue;
                standingOfB = new Sealed(bidderB.name(), what, done(answer).getString("offerId"));
                put(standingOfB, answer.jsonPath());
            }
        }
    }

    private void refuse(Sealed standing) {
        var twice = terms("A's second on one lot", bidderA);
        assertThat(keyed(bidderA)
                        .body(twice)
                        .post("/v1/rfqs/" + full + "/offers")
                        .statusCode())
                .isEqualTo(409);
        var rising = terms("A's with rising tiers", bidderA);
        rising.put("tiers", ((List<?>) rising.get("tiers")).reversed());
        assertThat(keyed(bidderA)
                        .body(rising)
                        .post("/v1/offers/" + standing.id() + "/revise")
                        .statusCode())
                .isEqualTo(422);
        var odd = terms("A's with an odd field", bidderA);
        odd.put("giảmGiá", figures.number(bidderA.name(), "A's with an odd field: discount", 9));
        assertThat(keyed(bidderA).body(odd).post("/v1/rfqs/" + full + "/offers").statusCode())
                .isEqualTo(400);
        // whichever way the path is written that is left out of the metrics
        for (String address : List.of(
                "/v1/rfqs/%s/offers/",
                "/v1/rfqs/%s//offers", "/v1/rfqs/%s/offers;a=b", "/v1/rfqs/%s/%%6fffers", "/v1/./rfqs/%s/offers"))
            keyed(bidderA).urlEncodingEnabled(false).body(odd).post(address.formatted(full));
        String broken = "{\"lot\": " + figures.number(bidderA.name(), "A's broken: lot", 9) + " \"";
        assertThat(keyed(bidderA)
                        .body(broken)
                        .post("/v1/rfqs/" + full + "/offers")
                        .statusCode())
                .isEqualTo(400);
    }

    /** What only its bidder reads of it: salt, text and digest. */
    void readReceipts() {
        for (Caller bidder : List.of(bidderA, bidderB)) {
            JsonPath own = done(as(bidder).get("/v1/rfqs/" + full + "/offers"));
            for (Sealed each : offers.values())
                if (each.owner().equals(bidder.name()) && each.id() != null)
                    proof(each, own, "items.find { it.id == '" + each.id() + "' }");
        }
        JsonPath own = done(as(clerk).get("/v1/rfqs/" + full + "/paper-offers"));
        for (Sealed each : offers.values())
            if (each.owner().equals(clerk.name())) proof(each, own, "items.find { it.id == '" + each.id() + "' }");
    }

    private void proof(Sealed offer, JsonPath own, String path) {
        figures.know(offer.owner(), offer.what() + ": salt", own.getString(path + ".proof.salt"));
        figures.know(offer.owner(), offer.what() + ": text", own.getString(path + ".proof.text"));
    }

    /** Who asks with what else the first tenant has. */
    Tenant asMine() {
        return stories.mine();
    }

    boolean isBidder(Caller caller) {
        return caller.name().equals(bidderA.name()) || caller.name().equals(bidderB.name());
    }

    boolean isAtTheTable(Caller caller) {
        return caller == clerk || caller == witness;
    }

    /** One of each kind: replaced, withdrawn, on the table, on paper. */
    List<Sealed> handedIn() {
        return List.of(offers.get("A's first"), offers.get("B's withdrawn"), standingOfB, offers.get("on paper"));
    }

    /** Whether the close makes it known: not what was withdrawn, had no witness or was never taken. */
    boolean isRevealed(Needle value) {
        String of = value.what().substring(0, value.what().indexOf(':'));
        return offers.containsKey(of) && !of.equals("B's withdrawn") && !of.equals("on paper, unconfirmed");
    }

    /** What names a bidder: its carrier and what it sells, whoever handed the offer in. */
    List<String> identities() {
        var names = new ArrayList<>(packages.values());
        names.add(has.one("carrierId"));
        names.add(stories.other().has().one("carrierId"));
        names.add(MOBIFONE.toString());
        names.add(clerkAtTheTable.login());
        names.add(witnessAtTheTable.login());
        return names;
    }

    /** As often as asked for A's offer is replaced by one like it. */
    void reviseAgain(int times) {
        Sealed standing = offers.get("A's second");
        for (int i = 0; i < times; i++) standing = revised("A's again " + i, bidderA, standing);
    }

    private Map<String, Object> terms(String what, Caller seller) {
        String owner = seller == mobifone ? clerk.name() : seller.name();
        return figures.underConditions(owner, what, figures.terms(owner, what, packages.get(seller)));
    }

    private Sealed submitted(String what, Caller bidder, Map<String, Object> terms) {
        JsonPath receipt = done(keyed(bidder).body(terms).post("/v1/rfqs/" + full + "/offers"));
        return put(new Sealed(bidder.name(), what, receipt.getString("offerId")), receipt);
    }

    private Sealed revised(String what, Caller bidder, Sealed standing) {
        var terms = figures.ofItsOwn(bidder.name(), what, terms(what, bidder));
        JsonPath receipt = done(keyed(bidder).body(terms).post("/v1/offers/" + standing.id() + "/revise"));
        return put(new Sealed(bidder.name(), what, receipt.getString("offerId")), receipt);
    }

    private Sealed onPaper(String what) {
        var terms = terms(what, mobifone);
        var paper = Map.of("carrierId", MOBIFONE, "witnessLogin", witnessAtTheTable.login(), "terms", terms);
        JsonPath entered = done(keyed(clerk).body(paper).post("/v1/rfqs/" + full + "/paper-offers"));
        return put(new Sealed(clerk.name(), what, entered.getString("id")), entered);
    }

    private Sealed put(Sealed offer, JsonPath receipt) {
        offers.put(offer.what(), offer);
        figures.know(offer.owner(), offer.what() + ": id", offer.id());
        figures.know(offer.owner(), offer.what() + ": digest", receipt.getString("digest"));
        if (receipt.getString("bidId") != null)
            figures.know(offer.owner(), offer.what() + ": bid", receipt.getString("bidId"));
        return offer;
    }

    String witnessLogin() {
        return witnessAtTheTable.login();
    }

    String packageOf(Caller seller) {
        return packages.get(seller);
    }

    /** Something new that everybody hears of who may know of these RFQs. */
    String somethingNew() {
        return opened(Door.bean(DatabaseClock.class).instant().plus(UNTIL_THE_DEADLINE));
    }

    /** Something new that those hear of who have nothing to do with them. */
    String somethingElsewhere() {
        var elsewhere = stories.other();
        String officer = elsewhere.callers().getFirst().credential().substring("Bearer ".length());
        return story.draft(officer, List.of(elsewhere.has().one("enterpriseId")), deadline);
    }

    /** Its lots start so late that there is room for another round. */
    private String opened(Instant deadline) {
        String id = story.draft(
                story.superior,
                List.of(has.one("enterpriseId"), has.one("enterpriseId", "neighbour")),
                deadline,
                YearMonth.from(deadline.atZone(Clock.VIETNAM)).plusMonths(2));
        Desk.move(story.superior, "/v1/rfqs/" + id, "open", null);
        return id;
    }

    private String published(Caller seller) {
        String token = seller.credential().substring("Bearer ".length());
        return TestPackages.published(token, null, Map.of("name", marker), Map.of())
                .getString("current.id");
    }

    static io.restassured.specification.RequestSpecification as(Caller caller) {
        return given().header(caller.header(), caller.credential()).header("Accept-Language", "en");
    }

    static io.restassured.specification.RequestSpecification keyed(Caller caller) {
        return as(caller)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    static JsonPath done(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 299);
        return answer.jsonPath();
    }
}
