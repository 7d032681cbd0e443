package org.goichung.eligibility.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.workforce.WorkerFacts;
import org.junit.jupiter.api.Test;

/** What those learn of one person who see counts alone. */
class CellKeysTest {
    private static final RuleCompiler COMPILER = new RuleCompiler();
    private static final byte[] SECRET = "a secret of a few bytes that nobody knows".getBytes();
    private static final CellKeys KEYS = new CellKeys(SECRET);

    private final Random random = new Random(11);

    @Test
    void a_persons_key_is_siphash_which_with_2_and_4_rounds_is_as_it_is_published() {
        byte[] secret = {7, 6, 5, 4, 3, 2, 1, 0, 15, 14, 13, 12, 11, 10, 9, 8};
        assertThat(new CellKeys(secret).hash(2, 4, 0x0706050403020100L, 0x0f0e0d0c0b0a0908L))
                .isEqualTo(0x3f2acc7f57c29bdbL);
    }

    @Test
    void a_count_is_told_as_a_multiple_of_five_near_it_nobody_as_nought_and_as_often_above_as_below() {
        assertThat(KEYS.told(Cell.NOBODY)).isZero();
        double off = 0;
        for (int i = 0; i < 20_000; i++) {
            int people = 1 + random.nextInt(60);
            long told = KEYS.told(new Cell(people, random.nextLong()));
            assertThat(told % 5).isZero();
            assertThat(Math.abs(told - people)).isLessThanOrEqualTo(6);
            off += told - people;
        }
        assertThat(Math.abs(off / 20_000)).isLessThan(0.1);
    }

    @Test
    void the_same_people_are_told_alike_in_whatever_words_they_are_asked_for_and_exact_counts_stay_exact() {
        FactsIndex index = new FactsIndex(People.TODAY);
        List<WorkerFacts> people = new ArrayList<>();
        for (int i = 0; i < 2_000; i++)
            people.add(People.random(random, new UUID(random.nextLong(), random.nextLong()), 20, 1));
        index.apply(people);
        Map<EnterpriseId, Tally> plain = told(index, "worker.age > 40");
        Map<EnterpriseId, Tally> otherWords = told(index, "!(worker.age <= 40)", "worker.age * 2 > 80");
        Map<EnterpriseId, Tally> exact = index.count(
                        List.of(Clause.draft(COMPILER.compile("worker.age > 40"))), People.TODAY, Question.EVERYWHERE)
                .enterprises();
        assertThat(plain).hasSizeGreaterThan(15);
        plain.forEach((enterprise, tally) -> {
            for (Verdict verdict : Verdict.values()) {
                assertThat(KEYS.told(tally.cell(verdict)))
                        .isEqualTo(KEYS.told(otherWords.get(enterprise).cell(verdict)));
                assertThat(exact.get(enterprise).of(verdict)).isEqualTo(tally.of(verdict));
            }
        });
    }

    @Test
    void a_known_group_and_one_person_more_do_not_tell_whether_that_one_is_in() {
        int right = 0;
        for (int i = 0; i < 2_000; i++) {
            long others = random.nextLong();
            int group = 5 * (2 + random.nextInt(50)) - 1;
            boolean in = random.nextBoolean();
            long told = KEYS.told(in ? new Cell(group + 1, others + random.nextLong()) : new Cell(group, others));
            // rounding down told it always
            boolean guessed = told > group;
            if (guessed == in) right++;
        }
        assertThat(right / 2_000.0).isBetween(0.45, 0.65);
    }

    @Test
    void different_drafts_are_bounded_by_the_hour_and_the_same_one_is_free() {
        AtomicLong now = new AtomicLong();
        var bound = new DraftBound(now::get);
        for (int i = 0; i < DraftBound.MOST; i++) bound.take("account:1", "draft " + i);
        bound.take("account:1", "draft 3");
        bound.take("account:2", "draft 99");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> bound.take("account:1", "draft 99"))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS));
        now.addAndGet(Duration.ofMinutes(61).toNanos());
        bound.take("account:1", "draft 99");
    }

    private static Map<EnterpriseId, Tally> told(FactsIndex index, String... drafts) {
        List<Clause> clauses = new ArrayList<>();
        for (String draft : drafts) clauses.add(Clause.draft(COMPILER.compile(draft)));
        return index.count(clauses, People.TODAY, new Question(null, Patience.ENDLESS, KEYS))
                .enterprises();
    }
}
