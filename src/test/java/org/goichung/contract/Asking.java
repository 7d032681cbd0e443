package org.goichung.contract;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goichung.contract.Contract.Op;
import org.goichung.contract.Places.In;
import org.goichung.contract.Places.Place;
import org.goichung.contract.Tenant.Caller;
import org.goichung.platform.time.Clock;
import org.goichung.platform.time.DatabaseClock;
import org.goichung.support.Door;
import org.goichung.workforce.TestPeople;

/** Asks for an operation as the contract's example does, with the asking tenant's own ids in every place but those that are named. */
final class Asking {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** In which state an own object has to be, by place, so that the operation looks at the rest of what it is sent. */
    private static final Map<String, String> STATES = Map.ofEntries(
            Map.entry("awardRfq rfqId", "closed"),
            Map.entry("proposeAward rfqId", "closed"),
            Map.entry("listAwardProposals rfqId", "closed"),
            Map.entry("getAwardProposal rfqId", "closed"),
            Map.entry("awardRfq offerId", "closed"),
            Map.entry("voteOnAward rfqId", "ratifying"),
            Map.entry("submitOffer rfqId", "open"),
            Map.entry("amendRfq rfqId", "open"),
            Map.entry("enterPaperAnswer offerId", "countered on paper"),
            Map.entry("listPaperAnswers rfqId", "on paper"),
            Map.entry("confirmPaperAnswer rfqId", "on paper"),
            Map.entry("confirmPaperAnswer paperAnswerId", "on paper"),
            Map.entry("withdrawPaperAnswer rfqId", "on paper"),
            Map.entry("withdrawPaperAnswer paperAnswerId", "on paper"),
            Map.entry("callBestAndFinal rfqId", "closed"),
            Map.entry("getBestAndFinal rfqId", "last"),
            Map.entry("joinRfq rfqId", "open"),
            Map.entry("leaveRfq rfqId", "open"),
            Map.entry("enterPaperOffer rfqId", "open"),
            Map.entry("listPaperOffers rfqId", "open"),
            Map.entry("confirmPaperOffer rfqId", "open"),
            Map.entry("withdrawPaperOffer rfqId", "open"),
            Map.entry("confirmPaperOffer paperOfferId", "open"),
            Map.entry("withdrawPaperOffer paperOfferId", "open"),
            Map.entry("listAmendments rfqId", "open"),
            Map.entry("askQuestion rfqId", "open"),
            Map.entry("listQuestions rfqId", "open"),
            Map.entry("answerQuestion rfqId", "open"),
            Map.entry("reviseOffer offerId", "open"),
            Map.entry("proposeTransfer poolId", "shared"),
            Map.entry("proposeTransfer toEnterpriseId", "neighbour"),
            Map.entry("acceptTransfer transferId", "received"),
            Map.entry("declineTransfer transferId", "received too"),
            Map.entry("withdrawTransfer transferId", "given"),
            Map.entry("proposeAgreementAmendment agreementId", "coalition"),
            Map.entry("proposeAgreementAmendment toEnterpriseId", "neighbour"),
            Map.entry("listAgreementAmendments agreementId", "coalition"),
            Map.entry("acceptAgreementAmendment agreementId", "coalition"),
            Map.entry("acceptAgreementAmendment amendmentId", "received"),
            Map.entry("declineAgreementAmendment agreementId", "coalition"),
            Map.entry("declineAgreementAmendment amendmentId", "received too"),
            Map.entry("withdrawAgreementAmendment agreementId", "coalition"),
            Map.entry("withdrawAgreementAmendment amendmentId", "given"),
            Map.entry("searchParkedUsage msisdn", "parked"));
    /** Moves that are made for real; all others come with a version that is long gone, and change nothing. */
    private static final Set<String> AT_ITS_VERSION = Set.of("awardRfq", "amendRfq", "joinRfq", "leaveRfq");

    private final Tenant mine;
    private final Set<String> atItsVersion;
    private final TestPeople people = new TestPeople();

    Asking(Tenant mine) {
        this(mine, AT_ITS_VERSION);
    }

    /** @param atItsVersion moves that are made for real, where they may be made */
    Asking(Tenant mine, Set<String> atItsVersion) {
        this.mine = mine;
        this.atItsVersion = atItsVersion;
    }

    /** The very first of a list, alone. */
    Response firstOf(Op op, Caller caller) {
        return by(caller).queryParam("limit", 1).get(path(op, Map.of()));
    }

    /** The list for a spreadsheet. */
    Response sheet(Op op, Caller caller) {
        return by(caller).header("Accept", "text/csv").get(path(op, Map.of()));
    }

    /** One page of a list, from a cursor on. */
    Response page(Op op, Caller caller, String after) {
        var request = by(caller);
        if (op.takes("limit")) request.queryParam("limit", 500);
        if (op.id().equals("listQuotaUsage")) {
            LocalDate today = LocalDate.now(Clock.VIETNAM);
            request.queryParam("from", today.minusDays(2).toString())
                    .queryParam("to", today.plusDays(2).toString());
        }
        if (after != null) request.queryParam("after", after);
        return request.get(path(op, Map.of()));
    }

    /** @param ids by place; whatever is not named is one's own */
    Response ask(Op op, Caller caller, Map<Place, String> ids) {
        var request = by(caller).header("Accept-Language", "en");
        if (op.wants("Idempotency-Key"))
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        String path = path(op, ids);
        ids.forEach((place, id) -> {
            if (place.in() == In.QUERY) request.queryParam(place.at(), id);
        });
        if (op.wants("If-Match"))
            request.header("If-Match", atItsVersion.contains(op.id()) ? etag(path, caller) : "\"999\"");
        var example = op.bodies().getFirst();
        if (!example.getKey().isEmpty()) {
            String type = Places.of(op).stream().anyMatch(place -> place.in() == In.BODY)
                    ? "application/json"
                    : example.getKey();
            request.contentType(type).body(body(op, type, ids).getBytes(StandardCharsets.UTF_8));
        }
        return request.request(op.method(), path);
    }

    private static RequestSpecification by(Caller caller) {
        return given().filter(Held.TO_THE_CONTRACT).header(caller.header(), caller.credential());
    }

    private String path(Op op, Map<Place, String> ids) {
        String path = op.path().replace("{period}", YearMonth.now(Clock.VIETNAM).toString());
        for (Place place : Places.of(op)) {
            if (place.in() != In.PATH) continue;
            String id = ids.get(place);
            path = path.replace("{" + place.at() + "}", id == null ? own(place) : id);
        }
        return path;
    }

    String own(Place place) {
        String state = STATES.get(place.op().id() + " " + place.name());
        if (place.kind() == null || !mine.has().has(place.kind()))
            throw new AssertionError("no story has what " + place + " names");
        return state == null ? mine.has().one(place.kind()) : mine.has().one(place.kind(), state);
    }

    private static String etag(String move, Caller caller) {
        String aggregate = move.substring(0, move.lastIndexOf('/')).replaceAll("/members/.*", "");
        String etag = by(caller).get(aggregate).header("ETag");
        return etag == null ? "\"0\"" : etag;
    }

    private String body(Op op, String type, Map<Place, String> ids) {
        String example = op.bodies().stream()
                .filter(body -> body.getKey().equals(type))
                .findFirst()
                .orElseThrow()
                .getValue();
        if (!type.equals("application/json")) return example;
        try {
            JsonNode body = fit(op, JSON.readTree(example), ids);
            for (Place place : Places.of(op)) {
                if (place.in() != In.BODY) continue;
                String id = ids.get(place);
                if (id == null && !isToBeOwn(place, body)) continue;
                put(body, place.at(), id == null ? own(place) : id);
            }
            return JSON.writeValueAsString(body);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What the example names, but for an event's own id, which is new each time, and for a person who is to be registered. */
    private static boolean isToBeOwn(Place place, JsonNode body) {
        if (place.name().equals("eventId")
                || place.op().id().equals("registerWorker") && !place.name().equals("enterpriseId")) return false;
        return !body.at(place.at()).isMissingNode();
    }

    /** The example, fitted to the story where it would be refused for something else than its ids. */
    private JsonNode fit(Op op, JsonNode example, Map<Place, String> ids) {
        Instant now = Door.bean(DatabaseClock.class).instant();
        switch (op.id()) {
            case "lookUpEligibility" -> {
                // exactly one of three
                if (ids.keySet().stream().anyMatch(place -> place.in() == In.BODY)) ((ObjectNode) example).removeAll();
            }
            case "registerWorker" ->
                ((ObjectNode) example).put("nationalId", people.nationalId()).put("msisdn", people.number());
            case "draftRfq" -> {
                ((ObjectNode) example)
                        .put("offerDeadline", now.plus(Duration.ofDays(1)).toString())
                        .put("quorum", 1)
                        .putArray("enterpriseIds")
                        .add("");
            }
            case "enterPaperOffer" -> ((ObjectNode) example.get("terms")).put("lot", Story.LOT);
            case "submitOffer", "reviseOffer" ->
                ((ObjectNode) example).put("lot", Story.LOT).put("legalBasis", "own-tariff");
            case "callBestAndFinal" ->
                ((ObjectNode) example)
                        .put("deadline", now.plus(Duration.ofDays(2)).toString());
            case "amendRfq" -> fitAmendment((ObjectNode) example, now.plus(Duration.ofDays(20)));
            // with everybody left out or without a word of the other, the one place would hide the other
            case "proposeAward" -> fitProposal((ObjectNode) example, ids);
            case "awardRfq" -> {
                ((ArrayNode) example.get("lines")).remove(1);
                ((ObjectNode) example.at("/lines/0")).put("lines", 3);
            }
            case "proposeAgreementAmendment" ->
                ((ObjectNode) example)
                        .put("linesPerMonth", 1)
                        .put(
                                "fromMonth",
                                YearMonth.now(Clock.VIETNAM).plusMonths(3).toString())
                        .remove("fundVndPerMonth");
            case "acknowledgeActivation" -> ((ObjectNode) example).remove("activatedAt");
            case "sendUsage" ->
                ((ObjectNode) example.get(0))
                        .put("eventId", "matrix-" + UUID.randomUUID())
                        .put("startedAt", now.toString())
                        .remove("endedAt");
            default -> {}
        }
        return example;
    }

    private static void fitAmendment(ObjectNode example, Instant deadline) {
        example.put("offerDeadline", deadline.toString());
        ((ObjectNode) example.at("/lots/0"))
                .put("name", Story.LOT)
                .put("minDataBytesPerDay", 1)
                .put(
                        "startMonth",
                        YearMonth.from(deadline.atZone(Clock.VIETNAM)).toString());
        ((ObjectNode) example.at("/demand/0")).put("lot", Story.LOT);
    }

    private static void fitProposal(ObjectNode example, Map<Place, String> ids) {
        boolean without = ids.keySet().stream().anyMatch(place -> place.name().equals("withoutEnterpriseIds"));
        example.remove(without ? "minShares" : "withoutEnterpriseIds");
    }

    private static void put(JsonNode body, String at, String id) {
        JsonPointer pointer = JsonPointer.compile(at);
        JsonPointer above = pointer.head();
        String last = pointer.last().getMatchingProperty();
        if (last.equals("0")) {
            JsonNode array = body.at(above);
            ArrayNode list = array.isMissingNode()
                    ? ((ObjectNode) body.at(above.head())).putArray(above.last().getMatchingProperty())
                    : (ArrayNode) array;
            list.removeAll().add(id);
        } else {
            ((ObjectNode) body.at(above)).put(last, id);
        }
    }
}
