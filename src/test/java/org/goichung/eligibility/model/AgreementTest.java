package org.goichung.eligibility.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.goichung.eligibility.Sentences;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.WorkerId;
import org.goichung.workforce.WorkerFacts;
import org.junit.jupiter.api.Test;

/**
 * The index and asking each criterion about each person say the same, for people of whom much is missing. The full run:
 * {@code -Dgoichung.workers=100000}.
 */
class AgreementTest {
    private static final int WORKERS = Integer.getInteger("goichung.workers", 2_000);
    private static final int ENTERPRISES = 40;
    private static final RuleCompiler COMPILER = new RuleCompiler();

    private final long seed = Long.getLong("goichung.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<Criterion> criteria = criteria(random);
    private final FactsIndex index = new FactsIndex(People.TODAY);
    private final Map<WorkerId, WorkerFacts> truth = new HashMap<>();
    private long version;
    private long compared;

    @Test
    void the_index_says_of_everybody_what_each_criterion_says_by_itself_also_after_changes_and_midnights() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) ids.add(new UUID(random.nextLong(), random.nextLong()));
        index.use(criteria.subList(0, criteria.size() / 2));
        for (UUID id : ids) change(id);
        index.use(criteria);
        long differences = differences(People.TODAY);

        for (int i = 0; i < Math.max(WORKERS / 10, 500); i++) change(ids.get(random.nextInt(WORKERS)));
        for (int i = 0; i < WORKERS / 50; i++) erase(ids.get(random.nextInt(WORKERS)));
        differences += differences(People.TODAY);

        LocalDate tomorrow = People.TODAY.plusDays(1);
        index.turnTo(tomorrow);
        differences += differences(tomorrow);
        LocalDate nextYear = LocalDate.of(2027, 1, 1);
        index.turnTo(nextYear);
        for (int i = 0; i < WORKERS / 20; i++) change(ids.get(random.nextInt(WORKERS)));
        differences += differences(nextYear);

        System.out.printf(
                "AgreementTest seed %d: %,d workers x %d criteria, %,d answers compared, %d differences%n",
                seed, WORKERS, criteria.size(), compared, differences);
        assertThat(differences).as("seed " + seed).isZero();
        assertThat(index.size()).isEqualTo(truth.size());
    }

    private long differences(LocalDate day) {
        long differences = 0;
        Map<String, Map<EnterpriseId, Long>> qualified = new HashMap<>();
        for (WorkerFacts row : truth.values()) {
            Facts facts = Facts.of(row);
            for (Criterion criterion : criteria) {
                Rule.Standing asked = criterion.rule().standing(facts, day);
                boolean same = asked.verdict() == index.probe(row.msisdnIndex(), criterion.name())
                        && asked.equals(criterion.rule().judged(facts, day))
                        && asked.equals(criterion.rule().judged(index.byWorker(row.workerId()), day));
                if (!same) differences++;
                compared++;
                EnterpriseId employer = facts.employerOn(day);
                if (asked.verdict() == Verdict.YES && employer != null)
                    qualified
                            .computeIfAbsent(criterion.name(), name -> new HashMap<>())
                            .merge(employer, 1L, Long::sum);
            }
        }
        for (Criterion criterion : criteria) {
            var expected = qualified.getOrDefault(criterion.name(), Map.of());
            if (!expected.equals(qualified(index.count(List.of(criterion.name()), Question.EVERYWHERE)))) differences++;
            if (!expected.equals(
                    qualified(index.count(List.of(Clause.draft(criterion.rule())), day, Question.EVERYWHERE))))
                differences++;
        }
        return differences;
    }

    private static Map<EnterpriseId, Long> qualified(Census census) {
        Map<EnterpriseId, Long> counted = new HashMap<>();
        census.enterprises().forEach((enterprise, tally) -> {
            if (tally.of(Verdict.YES) > 0) counted.put(enterprise, tally.of(Verdict.YES));
        });
        return counted;
    }

    private void change(UUID id) {
        WorkerFacts row = People.random(random, id, ENTERPRISES, ++version);
        truth.put(row.workerId(), row);
        index.apply(List.of(row));
    }

    private void erase(UUID id) {
        truth.remove(new WorkerId(id));
        index.apply(List.of(People.erased(id, ++version)));
    }

    private static List<Criterion> criteria(Random random) {
        var sentences = new Sentences("y", "n", "u");
        List<Criterion> criteria = new ArrayList<>();
        for (String expression : Expressions.all(random, 10))
            criteria.add(
                    new Criterion("c" + criteria.size(), 1, COMPILER.compile(expression), sentences, sentences, null));
        return criteria;
    }
}
