package org.goichung.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.goichung.contract.Contract.Op;
import org.goichung.contract.Tenant.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every list as every role that may: one's own is in it and nothing of another tenant's, nor is there on the stream of events. */
@QuarkusTest
class ListsAndEventsTest {
    /** What is everybody's to read: carriers, criteria, the law, and the union tree with the enterprises that its bodies sit at. */
    private static final Set<String> OPEN_TO_ALL =
            Set.of("listCarriers", "listCriteria", "listUnionBodies", "getUnionBody", "listPromotionCeilings");

    /** What of one's own each list shows. */
    private static final Map<String, String> SHOWS = Map.ofEntries(
            Map.entry("listPackages", "packageId"),
            Map.entry("listEnterprises", "enterpriseId"),
            Map.entry("listWorkers", "workerId"),
            Map.entry("listEligibleWorkers", "workerId"),
            Map.entry("listProgrammes", "programmeId"),
            Map.entry("listMandates", "mandateId"),
            Map.entry("listRfqs", "rfqId"),
            Map.entry("listAmendments", "rfqId"),
            Map.entry("listMemberships", "enterpriseId"),
            Map.entry("listQuestions", "questionId"),
            Map.entry("listOffers", "offerId"),
            Map.entry("listAwards", "offerId"),
            Map.entry("listAwardProposals", "proposalId"),
            Map.entry("listAgreements", "agreementId"),
            Map.entry("listAgreementAmendments", "amendmentId"),
            Map.entry("listQuota", "poolId"),
            Map.entry("listQuotaEntries", "poolId"),
            Map.entry("listQuotaUsage", "agreementId"),
            Map.entry("listTransfers", "transferId"),
            Map.entry("getStatement", "poolId"),
            Map.entry("listParkedUsage", "eventId"),
            Map.entry("listEnrolments", "enrolmentId"),
            Map.entry("listActivations", "activationId"));
    /** Lists of what has no id. */
    private static final Set<String> WITHOUT_IDS = Set.of("listWorkerImportErrors");
    /** Told to two people, whatever else the same role may see. */
    private static final Set<String> OF_TWO_PEOPLE = Set.of("listPaperOffers", "listPaperAnswers");

    @TestHTTPResource("/v1/events")
    URI events;

    private Tenant mine;
    private Tenant other;
    private Story story;
    private Asking asking;

    @BeforeEach
    void two_tenants() {
        mine = Stories.pair().mine();
        other = Stories.pair().other();
        story = Stories.pair().ofMine();
        asking = new Asking(mine);
    }

    private static boolean isList(Op op) {
        // a statement is a list of entries by another name
        return op.method().equals("GET")
                && (op.id().startsWith("list") || op.id().equals("getStatement"));
    }

    /** What only the admin lists. */
    private static final Set<String> OF_THE_ADMIN = Set.of("listApiKeys", "listAccounts");

    @Test
    void of_every_list_it_is_known_what_it_shows() {
        Set<String> strangers = new TreeSet<>();
        for (Op op : Contract.operations())
            if (isList(op)
                    && !OF_THE_ADMIN.contains(op.id())
                    && !OPEN_TO_ALL.contains(op.id())
                    && !WITHOUT_IDS.contains(op.id())
                    && !OF_TWO_PEOPLE.contains(op.id())
                    && !SHOWS.containsKey(op.id())) strangers.add(op.id());
        assertThat(strangers).isEmpty();
    }

    @TestFactory
    List<DynamicTest> a_list_has_ones_own_and_nothing_of_others() {
        var tests = new ArrayList<DynamicTest>();
        for (Op op : Contract.operations()) {
            if (!isList(op) || OPEN_TO_ALL.contains(op.id())) continue;
            for (Caller caller : mine.callers())
                if (Contract.accessMatrix().get(op.id()).get(caller.role()))
                    tests.add(dynamicTest(op + " as " + caller.name(), () -> {
                        String all = allPages(op, caller);
                        tellsNothing(all, caller);
                        String kind = SHOWS.get(op.id());
                        if (kind != null)
                            assertThat(mine.has().all(kind).values()).as(all).anyMatch(all::contains);
                    }));
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> a_statement_for_a_spreadsheet_has_ones_own_and_nothing_of_others() {
        var tests = new ArrayList<DynamicTest>();
        for (Op op : Contract.operations())
            for (Caller caller : mine.callers())
                if (op.id().equals("getStatement")
                        && Contract.accessMatrix().get(op.id()).get(caller.role()))
                    tests.add(dynamicTest(caller.name(), () -> {
                        Response answer = asking.sheet(op, caller);
                        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
                        assertThat(answer.contentType()).startsWith("text/csv");
                        assertThat(answer.asString()).contains(mine.has().one("poolId"));
                        tellsNothing(answer.asString(), caller);
                    }));
        return tests;
    }

    @TestFactory
    List<DynamicTest> questions_about_all_in_reach_are_answered_without_others() {
        var tests = new ArrayList<DynamicTest>();
        for (Caller caller : mine.callers())
            for (Op op : Contract.operations())
                if (Set.of("searchWorkers", "countAudience").contains(op.id())
                        && Contract.accessMatrix().get(op.id()).get(caller.role()))
                    tests.add(dynamicTest(op + " as " + caller.name(), () -> {
                        String body = op.id().equals("searchWorkers")
                                ? "{\"name\":\"tran van thu\",\"limit\":500}"
                                : "{\"criteria\":[\"works-here\"]}";
                        Response answer = given().filter(Held.TO_THE_CONTRACT)
                                .header(caller.header(), caller.credential())
                                .contentType("application/json")
                                .body(body)
                                .post(op.path());
                        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
                        tellsNothing(answer.asString(), caller);
                        assertThat(answer.asString()).contains(mine.has().one("enterpriseId"));
                    }));
        return tests;
    }

    /** Everybody may know of an RFQ that was opened; what others offer on it and who wins it, nobody. */
    @TestFactory
    List<DynamicTest> of_a_foreign_rfq_a_carrier_sees_neither_offers_nor_awards() {
        var tests = new ArrayList<DynamicTest>();
        for (Caller caller : mine.callers())
            if (caller.role().equals("carrier"))
                other.has().all("rfqId").forEach((state, id) -> {
                    if (!state.equals("draft"))
                        for (String path : List.of("", "/offers", "/awards"))
                            tests.add(dynamicTest(state + path + " as " + caller.name(), () -> {
                                Response answer = given().filter(Held.TO_THE_CONTRACT)
                                        .header(caller.header(), caller.credential())
                                        .get("/v1/rfqs/" + id + path);
                                assertThat(answer.statusCode()).isEqualTo(200);
                                tellsNothing(answer.asString(), caller);
                            }));
                });
        return tests;
    }

    /** From the first event on, until one's own latest, which comes after everything that the other tenant did. */
    @TestFactory
    List<DynamicTest> the_stream_of_events_tells_of_ones_own_and_nothing_of_others() {
        var tests = new ArrayList<DynamicTest>();
        for (Caller caller : mine.callers())
            if (Contract.accessMatrix().get("followEvents").get(caller.role()))
                tests.add(dynamicTest(caller.name(), () -> {
                    String latest = somethingNew(caller);
                    String heard = Heard.until(latest, events, caller);
                    assertThat(heard).contains(mine.has().one("agreementId"));
                    tellsNothing(heard, caller);
                }));
        return tests;
    }

    @TestFactory
    List<DynamicTest> a_cursor_that_was_tampered_with_is_refused_by_every_list() {
        var tests = new ArrayList<DynamicTest>();
        for (Op op : Contract.operations()) {
            // a criterion's key is its name, and any text is one
            if (!isList(op) || op.operation().getParameters() == null || op.id().equals("listCriteria")) continue;
            if (op.operation().getParameters().stream().noneMatch(each -> "after".equals(each.getName()))) continue;
            mine.callers().stream()
                    .filter(each -> Contract.accessMatrix().get(op.id()).get(each.role()))
                    .findFirst()
                    .ifPresent(caller -> tests.add(dynamicTest(op.toString(), () -> {
                        for (String key : List.of("\n17", "\nabc\ndef", "\n\0\n" + UUID.randomUUID(), "")) {
                            Response answer = asking.page(op, caller, cursor(op, caller, key));
                            assertThat(answer.statusCode())
                                    .as(answer.asString())
                                    .isEqualTo(400);
                            assertThat(answer.<String>path("type")).isEqualTo("/problems/invalid-cursor");
                        }
                    })));
        }
        return tests;
    }

    /** With the fingerprint of the list's own cursor, where it is long enough to have one, or else of a list without filters. */
    private String cursor(Op op, Caller caller, String key) {
        String next = asking.firstOf(op, caller).path("next");
        String fingerprint = next == null
                ? "1"
                : new String(Base64.getUrlDecoder().decode(next), StandardCharsets.UTF_8).split("\n", 2)[0];
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((fingerprint + key).getBytes(StandardCharsets.UTF_8));
    }

    private String somethingNew(Caller caller) {
        return caller.role().equals("carrier")
                ? story.sell().getString("id")
                : story.draft(Instant.now().plusSeconds(3_600));
    }

    private void tellsNothing(String answer, Caller caller) {
        assertThat(other.has().traces(Kinds.openTo(caller.role()))).as(answer).noneMatch(answer::contains);
    }

    private String allPages(Op op, Caller caller) {
        var all = new StringBuilder();
        String after = null;
        do {
            Response page = asking.page(op, caller, after);
            assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
            all.append(page.asString()).append('\n');
            after = page.contentType().contains("ndjson") ? null : page.path("next");
        } while (after != null);
        return all.toString();
    }
}
