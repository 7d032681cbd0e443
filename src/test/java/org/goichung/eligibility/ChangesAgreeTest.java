package org.goichung.eligibility;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.goichung.eligibility.model.Criterion;
import org.goichung.eligibility.model.Facts;
import org.goichung.eligibility.model.FactsIndex;
import org.goichung.eligibility.store.CriteriaBook;
import org.goichung.eligibility.store.FactsFollower;
import org.goichung.platform.identity.WorkerId;
import org.goichung.support.Door;
import org.goichung.workforce.TestPeople;
import org.goichung.workforce.WorkerFacts;
import org.goichung.workforce.WorkforceService;
import org.junit.jupiter.api.Test;

/**
 * What people change through the API comes to the index by the feed, which then says what each criterion says of what the database
 * holds. The full run: {@code -Dgoichung.changes=10000}.
 */
@QuarkusTest
class ChangesAgreeTest {
    private static final int CHANGES = Integer.getInteger("goichung.changes", 60);
    private static final int WORKERS = Math.max(10, CHANGES / 50);

    private final long seed = Long.getLong("goichung.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final TestPeople people = new TestPeople();

    @Test
    void after_random_changes_the_index_says_what_row_by_row_evaluation_says() {
        String enterprise = people.enterprise();
        String steward = Door.steward(UUID.fromString(enterprise));
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++)
            ids.add(people.register(steward, enterprise, people.nationalId(), people.number()));
        Map<String, String> etags = new HashMap<>();
        for (int i = 0; i < CHANGES; i++) change(steward, ids.get(random.nextInt(WORKERS)), etags);
        long compared = 0;
        long differences = 0;
        for (String id : ids) {
            WorkerFacts row = caughtUp(new WorkerId(UUID.fromString(id)));
            for (Criterion criterion : Door.bean(CriteriaBook.class).all(index().today())) {
                compared++;
                var asked = criterion.rule().standing(Facts.of(row), index().today());
                if (asked.verdict() != index().probe(row.msisdnIndex(), criterion.name())) differences++;
            }
        }
        System.out.printf(
                "ChangesAgreeTest seed %d: %,d changes of %,d workers, %,d answers compared, %d differences%n",
                seed, CHANGES, WORKERS, compared, differences);
        assertThat(differences).as("seed " + seed).isZero();
    }

    private void change(String steward, String id, Map<String, String> etags) {
        var request = given().auth().oauth2(steward).contentType(ContentType.JSON);
        String etag = etags.computeIfAbsent(
                id,
                one -> given().auth().oauth2(steward).get("/v1/workers/" + one).header("ETag"));
        var answer = request.header("If-Match", etag).body(patch()).patch("/v1/workers/" + id);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        etags.put(id, answer.header("ETag"));
    }

    private Map<String, Object> patch() {
        Map<String, Object> patch = new HashMap<>();
        patch.put("monthlyWageVnd", maybe(4_000_000 + random.nextInt(80) * 100_000));
        if (random.nextBoolean()) patch.put("birthYear", maybe(1960 + random.nextInt(45)));
        if (random.nextBoolean()) patch.put("unionMember", maybe(random.nextBoolean()));
        if (random.nextBoolean()) patch.put("monthlyTelecomSpendVnd", maybe(random.nextInt(30) * 10_000));
        if (random.nextBoolean()) patch.put("phoneKind", maybe(random.nextBoolean() ? "smartphone" : "feature"));
        if (random.nextBoolean()) patch.put("lapsesLast90Days", maybe(random.nextInt(3)));
        return patch;
    }

    private Object maybe(Object value) {
        return random.nextInt(4) == 0 ? null : value;
    }

    /** The row as it is committed, once the index holds that version. */
    private static WorkerFacts caughtUp(WorkerId id) {
        WorkerFacts row =
                Door.await(() -> Door.bean(WorkforceService.class).factsOf(id)).orElseThrow();
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            Facts held = index().byWorker(id);
            if (held != null && held.version() >= row.version()) return row;
            if (System.nanoTime() > deadline) throw new AssertionError("the index does not follow");
            Thread.onSpinWait();
        }
    }

    private static FactsIndex index() {
        return Door.bean(FactsFollower.class).index();
    }
}
