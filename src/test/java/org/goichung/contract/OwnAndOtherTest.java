package org.goichung.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.goichung.contract.Contract.Op;
import org.goichung.contract.Places.In;
import org.goichung.contract.Places.Place;
import org.goichung.contract.Tenant.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation × every role that may × every place where an id travels: what is another tenant's looks like what is not there, and
 * one's own is found. An operation, a path parameter or a field that is new is in it by itself, or makes it fail.
 */
@QuarkusTest
class OwnAndOtherTest {
    /** Endless. */
    private static final Set<String> STREAMS = Set.of("followEvents");
    /** A person is global: a newer roster takes them over, and a number has one holder, who is told plainly. */
    private static final Set<String> GLOBAL_PEOPLE = Set.of(
            "POST /v1/workers body /nationalId",
            "POST /v1/workers body /msisdn",
            "PATCH /v1/workers/{workerId} body /msisdn");
    /** What is sent stays, so one of the carrier's two ways in asks for both. */
    private static final Set<String> LEAVES_TRACES = Set.of("sendUsage");
    /** Only read where somebody loses by an award, and where the award can still be made. */
    private static final Set<String> OFTEN_UNREAD =
            Set.of("POST /v1/rfqs/{rfqId}/award body /accepting/0", "POST /v1/rfqs/{rfqId}/award body /proposalId");

    private Tenant mine;
    private Tenant other;
    private Asking asking;

    @BeforeEach
    void two_tenants() {
        mine = Stories.pair().mine();
        other = Stories.pair().other();
        asking = new Asking(mine);
    }

    /** A place and somebody who may ask, and to whom such objects are no open secret. */
    private record Case(Place place, Caller caller) {
        @Override
        public String toString() {
            return place + " as " + caller.name();
        }
    }

    /** What is sent comes last, and events' own ids at the very end: whoever has sent one, has it. */
    private List<Case> cases() {
        var cases = new ArrayList<Case>();
        for (Place place : Places.all()) {
            Op op = place.op();
            if (op.isPublic() || STREAMS.contains(op.id()) || GLOBAL_PEOPLE.contains(place.toString())) continue;
            for (Caller caller : mine.callers())
                if (may(op, caller)
                        && !othersIds(place, caller).isEmpty()
                        && (first(caller) || !LEAVES_TRACES.contains(op.id()))) cases.add(new Case(place, caller));
        }
        cases.sort(Comparator.comparing(
                        (Case each) -> LEAVES_TRACES.contains(each.place().op().id()))
                .thenComparing(each -> each.place().name().equals("eventId")));
        return cases;
    }

    private static boolean may(Op op, Caller caller) {
        return Contract.accessMatrix().get(op.id()).get(caller.role());
    }

    /** By state: what the other tenant has of the kind, without what anybody of the role may see. */
    private Map<String, String> othersIds(Place place, Caller caller) {
        var ids = new HashMap<>(other.has().all(place.kind()));
        ids.keySet().removeIf(state -> Kinds.openTo(caller.role()).test(place.kind(), state));
        return ids;
    }

    @Test
    void every_place_that_an_id_travels_in_names_a_kind_that_the_stories_have() {
        Set<String> strangers = new TreeSet<>();
        for (Place place : Places.all())
            if (place.kind() == null || !(mine.has().has(place.kind()) || Kinds.OF_THE_ADMIN.contains(place.kind())))
                strangers.add(place.toString());
        assertThat(strangers).isEmpty();
    }

    @TestFactory
    List<DynamicTest> what_is_anothers_looks_like_what_is_not_there() {
        var tests = new ArrayList<DynamicTest>();
        for (Case each : cases())
            tests.add(dynamicTest(each.toString(), () -> othersIds(each.place(), each.caller())
                    .forEach((state, id) -> looksUnknown(each, state, Map.of(each.place(), id)))));
        for (Op op : Contract.operations()) {
            List<Place> path = Places.of(op).stream()
                    .filter(place -> place.in() == In.PATH)
                    .toList();
            if (path.size() < 2) continue;
            for (Caller caller : mine.callers()) {
                if (!may(op, caller)) continue;
                Map<Place, String> ids = new HashMap<>();
                for (Place place : path) ids.put(place, other.has().one(place.kind()));
                tests.add(dynamicTest(
                        op + " wholly another's as " + caller.name(),
                        () -> looksUnknown(new Case(path.getFirst(), caller), "", ids)));
            }
        }
        return tests;
    }

    private void looksUnknown(Case each, String state, Map<Place, String> others) {
        Map<Place, String> unknown = new HashMap<>();
        others.keySet().forEach(place -> unknown.put(place, Kinds.unknown(place.kind())));
        Op op = each.place().op();
        assertThat(answer(asking.ask(op, each.caller(), others), others))
                .as(each + " " + state)
                .isEqualTo(answer(asking.ask(op, each.caller(), unknown), unknown));
    }

    /** As many refusals of an operation as it has places come first, since one's own moves change what stands. */
    @TestFactory
    List<DynamicTest> what_is_ones_own_is_found_and_tells_nothing_of_others() {
        Map<String, List<Case>> ofOp = new LinkedHashMap<>();
        for (Case each : cases())
            if (first(each.caller()))
                ofOp.computeIfAbsent(each.place().op() + " as " + each.caller().name(), none -> new ArrayList<>())
                        .add(each);
        var tests = new ArrayList<DynamicTest>();
        ofOp.forEach((name, cases) -> tests.add(dynamicTest(name, () -> {
            Map<Case, String> notThere = new LinkedHashMap<>();
            for (Case each : cases) {
                var unknown = Map.of(each.place(), Kinds.unknown(each.place().kind()));
                notThere.put(each, answer(asking.ask(each.place().op(), each.caller(), unknown), unknown));
            }
            notThere.forEach(this::isFound);
        })));
        return tests;
    }

    private void isFound(Case each, String notThere) {
        Place place = each.place();
        var own = Map.of(place, asking.own(place));
        Response found = asking.ask(place.op(), each.caller(), own);
        if (place.op().method().equals("GET"))
            assertThat(found.statusCode()).as(found.asString()).isEqualTo(200);
        if (place.in() == In.PATH)
            assertThat(found.statusCode()).as(found.asString()).isNotIn(401, 403, 404);
        assertThat(found.statusCode()).as(found.asString()).isLessThan(500);
        if (!OFTEN_UNREAD.contains(place.toString()))
            assertThat(answer(found, own)).as(each.toString()).isNotEqualTo(notThere);
        assertThat(other.has().traces(Kinds.openTo(each.caller().role())))
                .as(found.asString())
                .noneMatch(found.asString()::contains);
    }

    @TestFactory
    List<DynamicTest> a_sealed_offer_looks_to_the_union_that_asked_for_it_like_one_that_is_not_there() {
        var tests = new ArrayList<DynamicTest>();
        for (Place place : Places.all())
            for (Caller caller : mine.callers())
                if ("offerId".equals(place.kind())
                        && place.in() == In.PATH
                        && caller.role().equals("union-officer")
                        && may(place.op(), caller))
                    for (String sealed : List.of("open", "cancelled"))
                        tests.add(dynamicTest(
                                place + " as " + caller.name() + ", " + sealed,
                                () -> looksUnknown(
                                        new Case(place, caller),
                                        sealed,
                                        Map.of(place, mine.has().one("offerId", sealed)))));
        return tests;
    }

    /** A superior, and a machine, may be told to go elsewhere where the first of their role is not. */
    private boolean first(Caller caller) {
        return mine.callers().stream()
                .filter(each -> each.role().equals(caller.role()))
                .findFirst()
                .orElseThrow()
                .equals(caller);
    }

    /** Everything a client could tell two answers apart by, but for what it sent itself and the request's own id. */
    private static String answer(Response answer, Map<Place, String> sent) {
        String body = answer.asString().replaceAll("urn:request:[0-9a-f-]+", "").replaceAll("matrix-[0-9a-f-]+", "");
        for (String id : sent.values()) body = body.replace(id, "…");
        return answer.statusCode() + " " + answer.contentType() + " " + answer.header("ETag") + " "
                + answer.header("Location") + "\n" + body;
    }
}
