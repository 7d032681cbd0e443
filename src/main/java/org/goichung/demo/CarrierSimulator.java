package org.goichung.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goichung.demo.model.CarrierBook;
import org.goichung.demo.model.CarrierBook.Tier;

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

    private CarrierSimulator(DemoApi api, CarrierBook book, String packageVersionId) {
        this.api = api;
        this.book = book;
        this.packageVersionId = packageVersionId;
    }

    static CarrierSimulator of(DemoApi api, String apiKey, UUID carrierId, CarrierBook book) {
        var own = api.withKey(apiKey);
        String version = own.items("/v1/packages?limit=200&carrierId=" + carrierId).stream()
                .filter(one -> one.getString("code").equals(book.packageCode()))
                .map(one -> one.getJsonObject("current").getString("id"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(book.packageCode() + " is not in the catalogue"));
        return new CarrierSimulator(own, book, version);
    }

    /** One look at what waits: RFQs to answer, orders to work through. */
    void round() {
        answerOpenRfqs();
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
