package org.goichung.workforce;

import static io.restassured.RestAssured.given;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.support.Door;

/** Makes enterprises and people that no other test has; honest defaults. */
public final class TestPeople {
    /** Prime to ten, so that steps of it meet every number of so many digits before any comes again. */
    private static final long STEP = 3_141_593;

    private static final AtomicLong NEXT = new AtomicLong(seeded());

    private static long seeded() {
        long seed = System.nanoTime() % 1_000_000_000;
        System.out.println("TestPeople seed " + seed);
        return seed;
    }

    public String taxCode() {
        while (true) {
            String head = "18" + digits(7);
            for (int check = 0; check <= 9; check++)
                if (TaxCode.read(head + check).isPresent()) return head + check;
        }
    }

    public String number() {
        return "091" + digits(7);
    }

    public String nationalId() {
        return "092185" + digits(6);
    }

    /** Never the same twice in a run; two of several thousand at random would be, now and then. */
    private static String digits(int count) {
        long most = 1;
        for (int i = 0; i < count; i++) most *= 10;
        return ("%0" + count + "d").formatted(NEXT.getAndIncrement() % most * STEP % most);
    }

    public String enterprise() {
        return made("/v1/enterprises", Door.admin(), Map.of("taxCode", taxCode(), "name", "Công ty " + digits(6)));
    }

    public String enterpriseIn(String provinceCode) {
        return made(
                "/v1/enterprises",
                Door.admin(),
                Map.of("taxCode", taxCode(), "name", "Công ty " + digits(6), "provinceCode", provinceCode));
    }

    public String unionBody(String level, String parent, String enterprise) {
        Map<String, Object> body = new HashMap<>(Map.of("name", level + " " + digits(6), "level", level));
        if (parent != null) body.put("parentId", parent);
        if (enterprise != null) body.put("enterpriseId", enterprise);
        return made("/v1/union-bodies", Door.admin(), body);
    }

    public Map<String, Object> worker(String enterprise, String name, String nationalId, String number) {
        return Map.of(
                "enterpriseId",
                enterprise,
                "fullName",
                name,
                "nationalId",
                nationalId,
                "msisdn",
                number,
                "employedFrom",
                "2020-01-01",
                "unionMember",
                true);
    }

    public String register(String token, String enterprise, String nationalId, String number) {
        return made("/v1/workers", token, worker(enterprise, "Trần Văn Thử", nationalId, number));
    }

    /** The latest facts of a person in the feed. */
    public WorkerFacts factsOf(UUID worker) {
        WorkerFacts latest = null;
        FactsCursor cursor = FactsCursor.START;
        while (true) {
            FactsCursor from = cursor;
            var batch = Door.await(() -> Door.bean(WorkforceService.class).factsAfter(from, 1000));
            if (batch.changes().isEmpty()) return latest;
            for (var facts : batch.changes()) if (facts.workerId().value().equals(worker)) latest = facts;
            cursor = batch.next();
        }
    }

    /** The audiences of a subject's events of a type. */
    public List<String> eventsOf(UUID subject, String type) {
        return Door.await(() -> Statements.of(Door.bean(Transactions.class).systemPool())
                        .select(
                                "SELECT unnest(audience) FROM outbox_event WHERE subject = $1 AND type = $2",
                                subject,
                                type))
                .stream()
                .map(row -> String.valueOf(row[0]))
                .toList();
    }

    private static String made(String path, String token, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
