package org.goichung.eligibility.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.workforce.WorkerFacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions about many that have to ask an expression: what they leave alone, and when they end. */
class QuestionTest {
    private static final int PEOPLE = 3_000;
    private static final int ENTERPRISES = 30;
    private static final Clause DRAFT = Clause.draft(new RuleCompiler()
            .accept(
                    "(worker.monthlyWageVnd + worker.monthlyTelecomSpendVnd) % 9973 > 5000",
                    "/drafts/0", new Codes(Set.of(), code -> true, code -> true)));

    private final FactsIndex index = new FactsIndex(People.TODAY);
    private final List<WorkerFacts> people = new ArrayList<>();
    private final Random random = new Random(7);

    @BeforeEach
    void fill() {
        for (int i = 0; i < PEOPLE; i++)
            people.add(People.random(random, new UUID(random.nextLong(), random.nextLong()), ENTERPRISES, 1));
        index.apply(people);
    }

    @Test
    void the_feed_and_look_ups_go_on_while_a_draft_is_asked_about_everybody() {
        AtomicInteger changed = new AtomicInteger();
        Patience feeding = judged -> {
            WorkerFacts one = people.get(changed.getAndIncrement());
            WorkerFacts news = People.random(random, one.workerId().value(), ENTERPRISES, 2);
            onAnotherThread(() -> index.apply(List.of(news)));
            onAnotherThread(
                    () -> assertThat(index.byWorker(news.workerId()).version()).isEqualTo(2));
        };
        index.count(List.of(DRAFT), People.TODAY, new Question(null, feeding, null));
        index.compare(List.of(), List.of(DRAFT), People.TODAY.plusDays(400), new Question(null, feeding, null));
        assertThat(changed.get()).isGreaterThan(20);
    }

    @Test
    void only_the_people_of_the_asked_enterprises_are_judged_and_counted_as_they_are_among_all() {
        Map<EnterpriseId, Tally> all =
                index.count(List.of(DRAFT), People.TODAY, Question.EVERYWHERE).enterprises();
        EnterpriseId asked = all.keySet().iterator().next();
        AtomicInteger judged = new AtomicInteger();
        var some = index.count(List.of(DRAFT), People.TODAY, new Question(Set.of(asked), judged::addAndGet, null))
                .enterprises();
        assertThat(some.keySet()).containsExactly(asked);
        for (Verdict verdict : Verdict.values())
            assertThat(some.get(asked).of(verdict)).isEqualTo(all.get(asked).of(verdict));
        assertThat(judged.get()).isPositive().isLessThan(PEOPLE / 10);
    }

    @Test
    void a_question_that_takes_too_long_ends_and_says_so() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        index.count(List.of(DRAFT), People.TODAY, new Question(null, Patience.of(Duration.ZERO), null)))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.QUESTION_TOO_LARGE));
    }

    @Test
    void an_enterprise_that_turns_up_in_the_middle_of_a_count_leaves_nobody_else_out() {
        Set<EnterpriseId> before = new HashSet<>(index.count(List.of(DRAFT), People.TODAY, Question.EVERYWHERE)
                .enterprises()
                .keySet());
        AtomicInteger times = new AtomicInteger();
        var counted = index.count(
                        List.of(DRAFT),
                        People.TODAY,
                        new Question(
                                null,
                                judged -> {
                                    if (times.getAndIncrement() < 5)
                                        index.apply(List.of(People.random(
                                                random, new UUID(random.nextLong(), random.nextLong()), 10_000, 1)));
                                },
                                null))
                .enterprises();
        assertThat(counted.keySet()).containsAll(before);
    }

    @Test
    void what_is_kept_and_what_is_asked_anew_are_compared_as_one_by_one() {
        var unsaid = new org.goichung.eligibility.Sentences("", "", "");
        var kept = new Criterion("kept", 1, new RuleCompiler().compile("worker.unionMember"), unsaid, unsaid, null);
        index.use(List.of(kept));
        Clause saved = Clause.of("!kept", name -> kept);
        Map<EnterpriseId, Shifts.Shift> shifts = index.compare(
                        List.of(saved), List.of(saved, DRAFT), People.TODAY, Question.EVERYWHERE)
                .enterprises();
        Map<EnterpriseId, Long> lost = new java.util.HashMap<>();
        for (WorkerFacts one : people) {
            Facts facts = Facts.of(one);
            EnterpriseId employer = facts.employerOn(People.TODAY);
            if (employer == null || saved.part(facts, People.TODAY).verdict() != Verdict.YES) continue;
            if (DRAFT.part(facts, People.TODAY).verdict() != Verdict.YES) lost.merge(employer, 1L, Long::sum);
        }
        assertThat(lost).hasSizeGreaterThan(20);
        shifts.forEach(
                (enterprise, shift) -> assertThat(shift.lose().people()).isEqualTo(lost.getOrDefault(enterprise, 0L)));
    }

    @Test
    void a_count_says_how_old_the_facts_are() {
        var asOf = java.time.Instant.parse("2026-11-24T09:00:00Z");
        var view = Counts.view(Map.of(), Set.of(), null, new FactsAge(asOf, 42));
        assertThat(view.ageSeconds()).isEqualTo(42);
        assertThat(view.factsAsOf()).isEqualTo(asOf);
        assertThat(view.rounded()).isFalse();
    }

    private static void onAnotherThread(Runnable deed) {
        try {
            CompletableFuture.runAsync(deed).get(10, TimeUnit.SECONDS);
        } catch (Exception stuck) {
            throw new AssertionError("somebody waited for the question", stuck);
        }
    }
}
