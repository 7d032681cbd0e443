package org.goichung.eligibility.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.junit.jupiter.api.Test;

class RuleTest {
    private static final RuleCompiler COMPILER = new RuleCompiler();
    private static final Facts KNOWN = Facts.of(People.spending(120_000L, 3_000_000_000L, "VIETTEL"));
    private static final Facts BLANK = Facts.of(People.blank());

    @Test
    void known_facts_give_yes_or_no() {
        assertThat(verdict("worker.unionMember", KNOWN)).isEqualTo(Verdict.YES);
        assertThat(verdict("worker.age >= 40", KNOWN)).isEqualTo(Verdict.NO);
        assertThat(verdict("employment.active && employment.daysEmployed >= 365", KNOWN))
                .isEqualTo(Verdict.YES);
        assertThat(verdict("worker.provinceCode in ['92', '94']", KNOWN)).isEqualTo(Verdict.YES);
        assertThat(verdict("worker.phoneKind == 'smartphone'", KNOWN)).isEqualTo(Verdict.YES);
        assertThat(verdict("today > 20000", KNOWN)).isEqualTo(Verdict.YES);
        assertThat(verdict("enterprise.id.startsWith('0000')", KNOWN)).isEqualTo(Verdict.YES);
    }

    @Test
    void a_missing_fact_leaves_it_open_and_is_named() {
        var standing =
                COMPILER.compile("worker.age >= 40 && worker.unionMember").standing(BLANK, People.TODAY);
        assertThat(standing.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(standing.missing()).isEqualTo(Set.of("worker.birthYear", "worker.unionMember"));
    }

    @Test
    void what_is_settled_without_the_missing_fact_is_settled() {
        assertThat(verdict("worker.unionMember || employment.active", KNOWN)).isEqualTo(Verdict.YES);
        assertThat(verdict("worker.unionMember && employment.active", BLANK)).isEqualTo(Verdict.NO);
        assertThat(verdict("worker.communeCode == '1' || worker.unionMember", KNOWN))
                .isEqualTo(Verdict.YES);
        assertThat(verdict("!(worker.communeCode == '1')", KNOWN)).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict("has(worker.communeCode)", KNOWN)).isIn(Verdict.NO, Verdict.UNKNOWN);
    }

    @Test
    void what_cannot_be_reckoned_is_unknown() {
        assertThat(verdict("worker.monthlyWageVnd / worker.lapsesLast90Days > 5", KNOWN))
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void a_typing_mistake_is_shown_with_its_line_and_column() {
        Refusal unknown = refusal("worker.unionMember\n  && worker.agee > 3");
        assertThat(unknown.type()).isEqualTo(ProblemType.BAD_CRITERION);
        assertThat(unknown.parameters()).containsEntry("line", 2).containsEntry("column", 12);
        assertThat(unknown.parameters().get("hint").toString()).contains("agee");
        assertThat(refusal("worker.unionMember &&").parameters()).containsEntry("line", 1);
    }

    @Test
    void what_is_no_yes_or_no_is_refused_and_so_are_other_types_fractions_and_a_bare_worker() {
        for (String bad : new String[] {
            "worker.age",
            "worker.age == 'forty'",
            "worker.age > 1.5",
            "worker == worker",
            "salary > 3",
            "worker.unionMember && ".repeat(80) + "true",
            "(".repeat(60) + "true" + ")".repeat(60),
            "worker.carrier.matches('(')",
            ""
        }) assertThat(refusal(bad).type()).as(bad).isEqualTo(ProblemType.BAD_CRITERION);
    }

    @Test
    void a_hint_says_how_to_mend_it() {
        assertThat(hint("worker.monthlyWage < 5")).contains("no fact 'monthlyWage'", "worker.monthlyWageVnd");
        assertThat(hint("wage < 5")).contains("nothing called 'wage'", "worker.*");
        assertThat(hint("worker.age")).contains("yes or no", "'int'");
        assertThat(hint("worker.age == 'forty'")).contains("texts in quotes");
    }

    @Test
    void what_would_explode_over_millions_is_refused_before_it_is_accepted() {
        String ten = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]";
        assertThat(hint(ten + ".all(a, " + ten + ".all(b, a + b < worker.age))"))
                .contains("loop within a loop");
        assertThat(hint("worker.provinceCode.matches(worker.communeCode)")).contains("written out");
        assertThat(refusal("worker.provinceCode.matches('" + "(a{1,99}){1,99}".repeat(3) + "')")
                        .type())
                .isEqualTo(ProblemType.BAD_CRITERION);
        for (String pattern :
                new String[] {"((a{1000}){1000}){1000}", "(((((a{30}){30}){30}){30}){30})", "a{99999999999999}"})
            assertThat(hint("'a'.matches('" + pattern + "')")).contains("repeat less");
        assertThat(verdict("'aaaa'.matches('^(a{2}){1,9}$')", KNOWN)).isEqualTo(Verdict.YES);
        assertThat(hint("dyn(1)")).contains("true or false");
        assertThat(refusal("'" + "x".repeat(1_001) + "' == worker.carrier").type())
                .isEqualTo(ProblemType.BAD_CRITERION);
        assertThat(verdict(ten + ".exists(a, a > worker.age)", KNOWN)).isEqualTo(Verdict.NO);
    }

    private static String hint(String expression) {
        return String.valueOf(refusal(expression).parameters().get("hint"));
    }

    private static Verdict verdict(String expression, Facts facts) {
        return COMPILER.compile(expression).standing(facts, People.TODAY).verdict();
    }

    private static Refusal refusal(String expression) {
        return catchThrowableOfType(Refusal.class, () -> COMPILER.compile(expression));
    }
}
