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
import org.goichung.platform.identity.WorkerId;
import org.goichung.workforce.WorkerFacts;
import org.junit.jupiter.api.Test;

class FactsIndexTest {
    private static final RuleCompiler COMPILER = new RuleCompiler();
    private static final List<Criterion> CRITERIA = List.of(
            criterion("union-member", "worker.unionMember"),
            criterion("low-income", "worker.monthlyWageVnd < 6000000"),
            criterion("over-40", "worker.age > 40"),
            criterion("six-months", "employment.active && employment.daysEmployed >= 180"),
            criterion("lapsed-or-small", "worker.lapsesLast90Days > 0 || worker.monthlyTelecomSpendVnd < 100000"),
            criterion("from-can-tho", "worker.provinceCode in ['92'] && worker.phoneKind != 'feature'"));

    @Test
    void counts_are_those_of_asking_row_by_row_through_changes_erasures_and_a_new_day() {
        long seed = System.nanoTime();
        System.out.println("FactsIndexTest seed " + seed);
        var random = new Random(seed);
        var index = new FactsIndex(People.TODAY);
        index.use(CRITERIA.subList(0, 4));
        Map<WorkerId, WorkerFacts> truth = new HashMap<>();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) ids.add(new UUID(random.nextLong(), random.nextLong()));
        long version = 0;
        for (int round = 0; round < 3; round++) {
            List<WorkerFacts> batch = new ArrayList<>();
            for (UUID id : ids)
                if (round == 0 || random.nextInt(3) == 0) batch.add(People.random(random, id, 12, ++version));
            if (round == 2) for (int i = 0; i < 100; i++) batch.add(People.erased(ids.get(i * 7), ++version));
            for (WorkerFacts row : batch) {
                if (row.erased()) truth.remove(row.workerId());
                else truth.put(row.workerId(), row);
            }
            index.apply(batch);
            index.apply(List.of(People.random(random, ids.getLast(), 12, 1)));
            index.use(CRITERIA);
            LocalDate day = People.TODAY.plusDays(round * 200L);
            index.turnTo(day);
            compare(index, truth, day, random);
        }
        assertThat(index.size()).isEqualTo(truth.size());
    }

    @Test
    void a_person_is_found_by_number_and_citizen_id_until_they_change_or_are_erased() {
        var index = new FactsIndex(People.TODAY);
        var random = new Random(1);
        WorkerFacts before = People.random(random, UUID.randomUUID(), 3, 1);
        WorkerFacts after = People.random(random, before.workerId().value(), 3, 2);
        index.apply(List.of(before));
        assertThat(index.byNumber(before.msisdnIndex())).isNotNull();
        assertThat(index.byNationalId(before.nationalIdIndex())).isNotNull();
        index.apply(List.of(after, before));
        assertThat(index.byNumber(before.msisdnIndex())).isNull();
        assertThat(index.byNumber(after.msisdnIndex()).version()).isEqualTo(2);
        index.apply(List.of(People.erased(before.workerId().value(), 3)));
        assertThat(index.byNumber(after.msisdnIndex())).isNull();
        assertThat(index.byWorker(before.workerId())).isNull();
    }

    @Test
    void a_number_that_changed_hands_is_the_new_owners() {
        var index = new FactsIndex(People.TODAY);
        var random = new Random(2);
        WorkerFacts old = People.random(random, UUID.randomUUID(), 3, 1);
        WorkerFacts next = People.withNumber(People.random(random, UUID.randomUUID(), 3, 2), old.msisdnIndex());
        index.apply(List.of(old, next, People.erased(old.workerId().value(), 3)));
        assertThat(index.byNumber(old.msisdnIndex()).workerId()).isEqualTo(next.workerId());
    }

    @Test
    void a_name_that_is_no_criterion_leaves_everybody_open() {
        var index = new FactsIndex(People.TODAY);
        index.apply(List.of(People.spending(1L, 1L, "VIETTEL")));
        var tally = index.count(List.of("no-such"), Question.EVERYWHERE)
                .enterprises()
                .values()
                .iterator()
                .next();
        assertThat(tally.of(Verdict.UNKNOWN)).isEqualTo(1);
    }

    @Test
    void a_full_index_keeps_whom_it_has_says_how_many_it_left_out_and_takes_them_in_when_there_is_room() {
        var index = new FactsIndex(People.TODAY, 2);
        var random = new Random(3);
        List<WorkerFacts> three = new ArrayList<>();
        for (int i = 0; i < 3; i++) three.add(People.random(random, UUID.randomUUID(), 3, i + 1));
        index.apply(three);
        index.apply(three);
        assertThat(index.size()).isEqualTo(2);
        assertThat(index.leftOut()).isEqualTo(1);
        assertThat(index.byWorker(three.getLast().workerId())).isNull();
        index.apply(List.of(People.erased(three.getFirst().workerId().value(), 9)));
        index.apply(List.of(three.getLast()));
        assertThat(index.byNumber(three.getLast().msisdnIndex())).isNotNull();
        assertThat(index.leftOut()).isZero();
    }

    @Test
    void a_person_takes_no_more_memory_than_is_said() {
        var index = new FactsIndex(People.TODAY);
        var random = new Random(4);
        index.use(CRITERIA);
        List<WorkerFacts> many = new ArrayList<>();
        for (int i = 0; i < Rows.CHUNK; i++)
            many.add(People.random(random, new UUID(random.nextLong(), random.nextLong()), 12, 1));
        index.apply(many);
        assertThat(index.heapBytes()).isLessThanOrEqualTo((long) index.size() * FactsIndex.bytesPerPerson(64));
    }

    private static void compare(FactsIndex index, Map<WorkerId, WorkerFacts> truth, LocalDate day, Random random) {
        for (int question = 0; question < 30; question++) {
            List<Criterion> asked =
                    CRITERIA.stream().filter(one -> random.nextInt(3) == 0).toList();
            Map<String, Long> expected = new HashMap<>();
            for (WorkerFacts row : truth.values()) {
                Facts facts = Facts.of(row);
                var employer = facts.employerOn(day);
                if (employer == null) continue;
                Verdict all = Verdict.YES;
                for (Criterion one : asked)
                    all = all.and(one.rule().standing(facts, day).verdict());
                expected.merge(employer + " " + all, 1L, Long::sum);
                if (all == Verdict.YES)
                    expected.merge(
                            employer + " at " + (row.carrierCode() == null ? "unknown" : row.carrierCode()),
                            1L,
                            Long::sum);
            }
            Map<String, Long> counted = new HashMap<>();
            index.count(asked.stream().map(Criterion::name).toList(), Question.EVERYWHERE)
                    .enterprises()
                    .forEach((employer, tally) -> {
                        for (Verdict verdict : Verdict.values())
                            if (tally.of(verdict) > 0) counted.put(employer + " " + verdict, tally.of(verdict));
                        tally.qualifiedByCarrier()
                                .forEach((code, count) -> counted.put(employer + " at " + code, count));
                    });
            assertThat(counted).as(asked.toString()).isEqualTo(expected);
        }
    }

    private static Criterion criterion(String name, String expression) {
        var sentences = new Sentences("y", "n", "u");
        return new Criterion(name, 1, COMPILER.compile(expression), sentences, sentences, null);
    }
}
