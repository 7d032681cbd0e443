package org.goichung.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.goichung.demo.model.CarrierBook;
import org.goichung.demo.model.CarrierBook.Tier;
import org.goichung.demo.model.Sessions;

/**
 * A carrier's machine, as a partner would write one: it has its key and the public API, no more. It answers open RFQs, works through
 * its queue of activations and tells usage.
 *
 * <p>Left to itself ({@link #round}) it keeps to what is marked as simulated: RFQs whose title ends in {@link #MARK}, and orders of
 * the one package in its book. So a visitor who plays a carrier by hand is not answered before their turn.
 */
public final class CarrierSimulator {
    /** The end of the title of an RFQ that simulated carriers answer. */
    public static final String MARK = "(mô phỏng)";

    private static final long VOTE_MARGIN_DAYS = 45;
    private static final int REFUSES_EVERY = 9;

    private final DemoApi api;
    private final CarrierBook book;
    private final String packageVersionId;
    private final Supplier<Instant> clock;
    private Instant toldUntil = Instant.EPOCH;
    private long parked;

    private CarrierSimulator(DemoApi api, CarrierBook book, String packageVersionId, Supplier<Instant> clock) {
        this.api = api;
        this.book = book;
        this.packageVersionId = packageVersionId;
        this.clock = clock;
    }

    static CarrierSimulator of(DemoApi api, String apiKey, UUID carrierId, CarrierBook book, Supplier<Instant> clock) {
        var own = api.withKey(apiKey);
        String version = own.items("/v1/packages?limit=200&carrierId=" + carrierId).stream()
                .filter(one -> one.getString("code").equals(book.packageCode()))
                .map(one -> one.getJsonObject("current").getString("id"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(book.packageCode() + " is not in the catalogue"));
        return new CarrierSimulator(own, book, version, clock);
    }

    /** One look at what waits: RFQs to answer, usage to tell, orders to work through. */
    void round() {
        answerOpenRfqs();
        tellUsage();
        workThroughQueue();
    }

    /** Offers on every lot of an RFQ; the receipts' offers. */
    List<String> offer(String rfqId) {
        var rfq = api.get("/v1/rfqs/" + rfqId);
        Instant validUntil = Instant.parse(rfq.getString("offerDeadline")).plus(VOTE_MARGIN_DAYS, ChronoUnit.DAYS);
        return DemoApi.objects(rfq.getJsonArray("lots")).stream()
                .map(lot -> terms(lot.getString("name"), validUntil, book.tiers()))
                .map(terms -> api.post("/v1/rfqs/" + rfqId + "/offers", key("offer", rfqId, terms), terms))
                .map(receipt -> receipt.getString("offerId"))
                .toList();
    }

    /** Answers a counter-offer by taking its lowest price for the greatest volume only. */
    String revise(String counterId, JsonObject counterTerms, long lowestPriceVnd) {
        var tiers = new ArrayList<>(book.tiers());
        Tier last = tiers.removeLast();
        tiers.add(new Tier(last.fromLines(), lowestPriceVnd));
        var terms = terms(counterTerms.getString("lot"), Instant.parse(counterTerms.getString("validUntil")), tiers);
        return api.post("/v1/offers/" + counterId + "/revise", key("revise", counterId, terms), terms)
                .getString("offerId");
    }

    /** Acknowledges what waits of its package, and refuses one in a while; the numbers that are active now. */
    List<String> workThroughQueue() {
        var waiting = api.items("/v1/activations?state=pending&limit=100").stream()
                .filter(order -> packageVersionId.equals(order.getString("packageVersionId")))
                .toList();
        return waiting.stream()
                .filter(this::settle)
                .map(order -> order.getString("msisdn"))
                .toList();
    }

    /**
     * Tells what its lines have used since it told last, from the beginning after a restart: what is known by then is answered
     * {@code duplicate}. A record that comes before its line is open is parked, and replayed the next time.
     *
     * @return how many of its own records are parked
     */
    long tellUsage() {
        if (parked > 0) {
            long replayed =
                    api.post("/v1/usage-quarantine/replay", new JsonObject()).getLong("replayed");
            parked = Math.max(0, parked - replayed);
        }
        Instant now = clock.get();
        var usage = new JsonArray();
        for (var order : api.all("/v1/activations?state=acknowledged"))
            if (packageVersionId.equals(order.getString("packageVersionId")) && order.getString("msisdn") != null)
                sessions(order, now).forEach(usage::add);
        if (!usage.isEmpty())
            parked += api.lines("/v1/usage-events", "application/json", usage.encode()).stream()
                    .filter(line -> "parked".equals(line.getString("outcome")))
                    .count();
        toldUntil = now;
        return parked;
    }

    private List<JsonObject> sessions(JsonObject order, Instant now) {
        UUID id = UUID.fromString(order.getString("id"));
        Instant switchedOn = Instant.parse(order.getString("activatedAt"));
        return Sessions.between(id, switchedOn, toldUntil, now).stream()
                .map(session -> new JsonObject()
                        .put("eventId", session.id())
                        .put("msisdn", order.getString("msisdn"))
                        .put("bytes", session.bytes())
                        .put("startedAt", session.startedAt().toString()))
                .toList();
    }

    private boolean settle(JsonObject order) {
        String id = order.getString("id");
        String path = "/v1/activations/" + id;
        if (Math.floorMod(id.hashCode(), REFUSES_EVERY) == 0) {
            api.post(path + "/refuse", "refuse-" + id, new JsonObject().put("reason", "number-not-ours"));
            return false;
        }
        api.post(
                path + "/acknowledge",
                "acknowledge-" + id,
                new JsonObject().put("carrierReference", "SIM-" + id.substring(id.length() - 8)));
        return true;
    }

    private void answerOpenRfqs() {
        for (var rfq : api.items("/v1/rfqs?limit=100")) {
            if (!"open".equals(rfq.getString("state"))
                    || !rfq.getString("title").endsWith(MARK)) continue;
            String id = rfq.getString("id");
            if (api.items("/v1/rfqs/" + id + "/offers").isEmpty()) offer(id);
        }
    }

    private JsonObject terms(String lot, Instant validUntil, List<Tier> tiers) {
        var prices = new JsonArray();
        tiers.forEach(tier ->
                prices.add(new JsonObject().put("fromLines", tier.fromLines()).put("priceVnd", tier.priceVnd())));
        var terms = new JsonObject()
                .put("lot", lot)
                .put("packageVersionId", packageVersionId)
                .put("tiers", prices)
                .put("sumsMembers", true)
                .put("capacity", book.capacity())
                .put("validUntil", validUntil.toString())
                .put("legalBasis", "promotion")
                .put("referencePriceVnd", book.referencePriceVnd())
                .put("subscriberKind", book.subscriberKind());
        return book.sharedBytesPerLine() == 0 ? terms : terms.put("sharedBytesPerLine", book.sharedBytesPerLine());
    }

    private static String key(String verb, String id, JsonObject terms) {
        return "sim-" + verb + "-" + id + "-"
                + Integer.toHexString(terms.getString("lot").hashCode());
    }
}
