package org.goichung.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.goichung.contract.Contract.Op;
import org.goichung.support.Door;
import org.goichung.workforce.TestPeople;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every operation on an object, as every role let in: its own is found; another tenant's looks like one that is not there. */
@QuarkusTest
class OwnAndOtherTest {
    /** Objects that are everybody's, or the admin's. */
    private static final Set<String> PUBLIC =
            Set.of("packageId", "packageVersionId", "unionBodyId", "keyId", "programmeId", "criterionId");
    /** Objects that only long stories make: their rooms' own tests hold other tenants off. */
    private static final Set<String> HELD_ELSEWHERE = Set.of(
            "importId",
            "mandateId",
            "rfqId",
            "offerId",
            "proposalId",
            "agreementId",
            "reservationId",
            "transferId",
            "poolId",
            "period",
            "enrolmentId",
            "activationId");

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    /** Reads of an object whose answer needs nothing but the object. */
    private static final Set<String> PLAIN_READS = Set.of("getEnterprise", "getWorker");

    private final TestPeople people = new TestPeople();

    /** A tenant with one of each object, and a token of each role bound to it. */
    private record Tenant(Map<String, String> objects, Map<String, String> tokens) {}

    private Tenant tenant() {
        String enterprise = people.enterprise();
        String federation =
                people.unionBody("provincial-federation", people.unionBody("confederation", null, null), null);
        String body = people.unionBody("grassroots", federation, enterprise);
        UUID id = UUID.fromString(enterprise);
        String steward = Door.steward(id);
        String worker = people.register(steward, enterprise, people.nationalId(), people.number());
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("union-officer", Door.unionOfficer(UUID.fromString(body)));
        tokens.put("steward", steward);
        tokens.put("employer", Door.employer(id));
        tokens.put("auditor", Door.auditor(id));
        tokens.put("carrier", Door.carrier(UUID.randomUUID()));
        tokens.put("worker", Door.worker(UUID.fromString(worker)));
        return new Tenant(Map.of("enterpriseId", enterprise, "workerId", worker), tokens);
    }

    @Test
    void every_kind_of_object_in_a_path_is_known_to_this_test() {
        Set<String> kinds = new TreeSet<>();
        for (Op op : Contract.operations()) {
            var matcher = PARAMETER.matcher(op.path());
            while (matcher.find()) kinds.add(matcher.group(1));
        }
        kinds.removeAll(PUBLIC);
        kinds.removeAll(HELD_ELSEWHERE);
        assertThat(Set.of("enterpriseId", "workerId")).containsAll(kinds);
    }

    @TestFactory
    List<DynamicTest> own_objects_are_found_and_others_look_like_unknown_ones() {
        Tenant mine = tenant();
        Tenant other = tenant();
        var tests = new ArrayList<DynamicTest>();
        Contract.accessMatrix().forEach((id, roles) -> {
            Op op = Contract.operations().stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            var matcher = PARAMETER.matcher(op.path());
            if (!matcher.find()) return;
            String kind = matcher.group(1);
            if (!mine.objects().containsKey(kind)) return;
            roles.forEach((role, may) -> {
                String token = mine.tokens().get(role);
                if (!may || token == null) return;
                tests.add(dynamicTest(op + " of another tenant as " + role, () -> {
                    Response others = send(op, token, kind, other.objects().get(kind));
                    Response unknown = send(op, token, kind, UUID.randomUUID().toString());
                    assertThat(others.statusCode()).as(others.asString()).isEqualTo(unknown.statusCode());
                    if (unknown.statusCode() >= 400)
                        assertThat(others.<String>path("type")).isEqualTo(unknown.path("type"));
                    assertThat(others.statusCode()).as(others.asString()).isGreaterThanOrEqualTo(400);
                }));
                if (PLAIN_READS.contains(id))
                    tests.add(dynamicTest(op + " of one's own as " + role, () -> assertThat(
                                    send(op, token, kind, mine.objects().get(kind))
                                            .statusCode())
                            .isEqualTo(200)));
            });
        });
        assertThat(tests).isNotEmpty();
        return tests;
    }

    private static Response send(Op op, String token, String kind, String id) {
        var request = given().auth().oauth2(token);
        if (op.wants("Idempotency-Key"))
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        if (op.wants("If-Match")) request.header("If-Match", "\"0\"");
        var body = op.bodies().getFirst();
        if (!body.getKey().isEmpty())
            request.contentType(body.getKey()).body(body.getValue().getBytes(StandardCharsets.UTF_8));
        String path = op.path().replace("{" + kind + "}", id);
        path = PARAMETER.matcher(path).replaceAll(UUID.randomUUID().toString());
        return request.request(op.method(), path);
    }
}
