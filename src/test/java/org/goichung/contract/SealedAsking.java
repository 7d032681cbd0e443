package org.goichung.contract;

import io.restassured.http.Header;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.goichung.contract.Contract.Op;
import org.goichung.contract.Places.Place;
import org.goichung.contract.SealedScene.Sealed;
import org.goichung.contract.Tenant.Caller;

/** Asks everything that names an RFQ or an offer, as everybody: once of the one with offers, once of the one without. */
final class SealedAsking {
    private static final int AT_ONCE = 4;
    private static final Set<String> OF_OFFERS = Set.of("offerId", "paperOfferId");
    /** They put something new beside what there is, so they come last and one after the other. */
    private static final Set<String> MAKES = Set.of("submitOffer", "enterPaperOffer", "askQuestion", "answerQuestion");
    /** Where somebody reads one's own, and what one has handed in would be handed in again. */
    private static final Set<String> OWN = Set.of("listOffers", "submitOffer");
    /** What differs by itself; an answer that is packed is as long as its ids happen to make it. */
    private static final Set<String> HEADERS_OF_THE_MOMENT = Set.of("date", "content-length");

    private static final Set<String> OWN_PAPERS = Set.of("listPaperOffers");
    /** So that the move itself is what is refused. */
    private static final Set<String> AT_ITS_VERSION = Set.of("awardRfq", "closeRfq");

    private final SealedScene scene;
    private final Asking asking;
    private final Set<String> differences = new ConcurrentSkipListSet<>();
    private final Set<String> leaks = new ConcurrentSkipListSet<>();
    /** Where a role may not ask at all, one of it is enough. */
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    private final Set<String> wellAnswered = new ConcurrentSkipListSet<>();

    SealedAsking(SealedScene scene) {
        this.scene = scene;
        this.asking = new Asking(scene.asMine(), AT_ITS_VERSION);
    }

    void all() throws Exception {
        var beside = new ArrayList<Runnable>();
        var after = new ArrayList<Runnable>();
        var operations = Contract.operations().stream()
                .filter(op -> Places.of(op).stream().anyMatch(SealedAsking::isAboutIt))
                .sorted(Comparator.comparing(Op::id))
                .toList();
        for (Op op : operations)
            for (Caller caller : scene.callers()) (MAKES.contains(op.id()) ? after : beside).add(() -> ask(op, caller));
        for (Caller caller : scene.callers()) beside.add(() -> list(caller));
        side(beside);
        after.forEach(Runnable::run);
    }

    /** What one looks like that has offers where one without looks otherwise. */
    Set<String> differences() {
        return differences;
    }

    Set<String> leaks() {
        return leaks;
    }

    /** The operations that somebody got a yes from. */
    Set<String> wellAnswered() {
        return wellAnswered;
    }

    private static boolean isAboutIt(Place place) {
        return "rfqId".equals(place.kind()) || OF_OFFERS.contains(place.kind());
    }

    /** The two as they stand in the list of all. */
    private void list(Caller caller) {
        Op op = Contract.operation("listRfqs");
        if (!may(op, caller)) return;
        Map<String, String> listed = new HashMap<>();
        String after = null;
        do {
            Response page = asking.page(op, caller, after);
            for (Map<String, Object> item : page.<List<Map<String, Object>>>path("items"))
                listed.put((String) item.get("id"), withoutIds(item.toString()));
            after = page.path("next");
        } while (after != null);
        compare(op, caller, String.valueOf(listed.get(scene.full)), String.valueOf(listed.get(scene.empty)));
        if (listed.containsKey(scene.full)) wellAnswered.add(op.id());
    }

    private void ask(Op op, Caller caller) {
        if (!may(op, caller) && !refused.add(op.id() + " as " + caller.role())) return;
        if (MAKES.contains(op.id()) && caller == scene.mobifone) return; // its own would go before its paper
        List<Place> places = Places.of(op);
        Map<Place, String> nothing = ids(places, scene.empty, null);
        if (places.stream().anyMatch(place -> OF_OFFERS.contains(place.kind()))) {
            Map<Place, String> unknown = ids(places, scene.full, null);
            String none = answer(op, caller, unknown);
            for (Sealed offer : scene.handedIn()) {
                if (offer.owner().equals(caller.name())) continue;
                Map<Place, String> sealed = ids(places, scene.full, offer.id());
                compare(op, caller, answer(op, caller, sealed), none);
                if (!may(op, caller)) break;
            }
        }
        boolean own = OWN.contains(op.id()) && scene.isBidder(caller)
                || OWN_PAPERS.contains(op.id()) && scene.isAtTheTable(caller);
        if (places.stream().noneMatch(place -> "rfqId".equals(place.kind()))) return;
        String full = answer(op, caller, ids(places, scene.full, null));
        if (!own && may(op, caller)) compare(op, caller, full, answer(op, caller, nothing));
    }

    static boolean may(Op op, Caller caller) {
        return Contract.accessMatrix().get(op.id()).getOrDefault(caller.role(), false);
    }

    private static Map<Place, String> ids(List<Place> places, String rfq, String offer) {
        Map<Place, String> ids = new HashMap<>();
        for (Place place : places)
            if ("rfqId".equals(place.kind())) ids.put(place, rfq);
            else if (OF_OFFERS.contains(place.kind()))
                ids.put(place, offer == null ? Kinds.unknown(place.kind()) : offer);
        return ids;
    }

    private void compare(Op op, Caller caller, String sealed, String nothing) {
        if (!sealed.equals(nothing)) differences.add(op + " as " + caller.name() + "\n" + sealed + "\nbut\n" + nothing);
    }

    private String answer(Op op, Caller caller, Map<Place, String> ids) {
        Response answer = asking.ask(op, caller, ids);
        String headers = StreamSupport.stream(answer.headers().spliterator(), false)
                .filter(header -> !HEADERS_OF_THE_MOMENT.contains(name(header)))
                .map(header -> name(header) + ": " + header.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
        String whole = answer.statusCode() + "\n" + headers + "\n" + answer.asString();
        leaks.addAll(SecrecyTest.told(op + " as " + caller.name(), caller, without(ids, whole)));
        if (answer.statusCode() < 300) wellAnswered.add(op.id());
        return withoutIds(whole);
    }

    private static String name(Header header) {
        return header.getName().toLowerCase(Locale.ROOT);
    }

    /** One's own words come back, as in the path that a problem names. */
    private static String without(Map<Place, String> sent, String answer) {
        String others = answer;
        for (String id : sent.values()) others = others.replace(id, "…");
        return others;
    }

    static String withoutIds(String text) {
        return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "…")
                .replaceAll("\\b[0-9a-f]{64}\\b", "#")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "@");
    }

    /** All, some at a time. */
    static void side(List<Runnable> work) throws Exception {
        List<Future<?>> done = new ArrayList<>();
        try (var askers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Runnable each : work) done.add(askers.submit(each));
        }
        for (Future<?> each : done) each.get();
    }
}
