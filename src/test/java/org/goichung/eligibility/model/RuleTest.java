package org.goichung.eligibility.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {
    private static final RuleCompiler COMPILER = new RuleCompiler();
    private static final Codes CODES = new Codes(
            Set.of("VIETTEL", "VINAPHONE", "MOBIFONE"),
            Set.of("82", "86", "91", "92", "96")::contains,
            Set.of("31153")::contains);
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

    /** As the language's definition has it; its public cases are run by {@link CelConformance}. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-7 / 2 == -3 && -7 % 2 == -1 && 7 % -2 == 1",
                "2 + 3 * 4 - 5 == 9 && -(3) == 0 - 3",
                "'a' < 'b' && 'Z' < 'a' && 'z' < 'đ' && 'é' != 'e\\u0301'",
                "size('Hồng') == 4 && size('🐟') == 1 && 'ab' + 'c' == 'abc'",
                "'Trà Nóc'.startsWith('Trà') && 'Trà Nóc'.endsWith('Nóc') && 'Trà Nóc'.contains('à N') && ''.contains('')",
                "'0912'.matches('^09[0-9]+$') && 'x0912y'.matches('09') && !'0812'.matches('^09')",
                "2 in [1, 2] && !(3 in [1, 2]) && 'a' in ['a']",
                "[1, 2, 3].exists(n, n == 2) && [1, 2, 3].all(n, n > 0) && [1, 2, 3].exists_one(n, n > 2)",
                "!([1, 2, 3].exists_one(n, n > 1)) && size([1, 2, 3].filter(n, n > 1)) == 2",
                "(1 < 2 ? 'yes' : 'no') == 'yes' && !false && (false || true)",
                "true || worker.unionMember",
                "!(false && worker.unionMember)",
                "[1, 40].exists(n, n < 2 || n < worker.age)"
            })
    void operators_have_the_results_that_the_language_defines_even_beside_what_is_missing(String expression) {
        Rule rule = COMPILER.accept(expression, "/expression", CODES);
        assertThat(rule.standing(BLANK, People.TODAY).verdict()).isEqualTo(Verdict.YES);
        assertThat(rule.judged(BLANK, People.TODAY).verdict()).isEqualTo(Verdict.YES);
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
        assertThat(hint("worker.age")).contains("yes or no", "a number");
        assertThat(hint("worker.age == 'forty'")).contains("texts in quotes");
    }

    @Test
    void what_people_write_by_mistake_is_told_in_words_and_in_both_languages() {
        for (String[] each : new String[][] {
            {"worker.age = 40", "write == to compare", "phải viết =="},
            {"worker.age > 40 AND worker.unionMember", "write && for 'and'", "viết là &&"},
            {"worker.age > 40 or worker.unionMember", "write || for 'or'", "viết là ||"},
            {"NOT worker.unionMember", "write ! for 'not'", "'không' viết là !"},
            {"worker.age > 99999999999999999999", "too large", "số quá lớn"},
            {"worker.age > 2000000000000000", "too large", "số quá lớn"},
            {"worker.salary < 5", "is worker.monthlyWageVnd meant?", "có phải là worker.monthlyWageVnd?"},
            {"worker.colour == 'red'", "there are worker.birthYear, ", "hiện có worker.birthYear, "},
            {"wage < 7000000", "is worker.monthlyWageVnd meant?", "có phải là worker.monthlyWageVnd?"},
            {"worker.carrier == \u201cVIETTEL\u201d", "straight quotes", "dấu nháy thẳng"},
            {"worker.carrier == VIETTEL", "in quotes, as in 'VIETTEL'", "trong dấu nháy, ví dụ 'VIETTEL'"},
            {"(worker.age > 4", "parenthesis is not closed", "thiếu dấu ngoặc"},
            {"worker.age > 4)", "a parenthesis too many", "thừa một dấu ngoặc"},
            {"worker.age => 40", "write >=", "phải viết >="},
            {"worker.age <> 40", "write !=", "phải viết !="},
            {"worker.age > '40'", "a number and a text do not go together", "một số và chữ không so sánh được"},
            {"worker.carrier in 'VIETTEL'", "behind in stands a list", "sau in phải là một danh sách"},
            {"worker.carrier in ['A', 'B'", "] is missing", "thiếu dấu ]"},
            {"worker.age >", "missing at the end", "còn thiếu ở cuối"},
            {"worker.monthlyWageVnd < 7.000.000", "without separators", "viết số liền nhau"},
            {"worker.monthlyWageVnd < 7 000 000", "without separators", "viết số liền nhau"},
            {"worker.age between 3 and 4", "write a range as", "khoảng giá trị viết là"},
            {"employment.since < day('2026-02-30')", "day('2026-01-31')", "ngày phải viết là"}
        }) {
            var facts = refusal(each[0]).parameters();
            assertThat(String.valueOf(facts.get("hint"))).as(each[0]).contains(each[1]);
            assertThat(String.valueOf(facts.get("hintVi"))).as(each[0]).contains(each[2]);
        }
    }

    @Test
    void what_might_have_no_result_is_refused_before_it_is_accepted() {
        for (String[] each : new String[][] {
            {"worker.monthlyWageVnd / worker.lapsesLast90Days > 5", "divide by a number that is written out"},
            {"worker.age % 0 == 1", "not 0"},
            {"worker.monthlyWageVnd * worker.monthlyDataBytes > 5", "too large"},
            {"worker.monthlyDataBytes * 100000 > 5", "too large"},
            {"int(worker.carrier) > 5", "not turned into each other"},
            {"[1, 2][worker.age] == 1", "ask a list by in"},
            {"worker.age > 40u", "without u"}
        }) assertThat(hint(each[0])).as(each[0]).contains(each[1]);
        for (String good : new String[] {
            "worker.monthlyWageVnd * 2 < worker.monthlyTelecomSpendVnd * 60",
            "today - employment.since >= 365 && today % 7 == 3",
            "worker.monthlyDataBytes / 1000000000 >= 5",
            "[worker.age, 3].exists(n, n * 2 > 50)",
            "worker.carrier.size() > 3"
        }) assertThat(COMPILER.accept(good, "/expression", CODES)).as(good).isNotNull();
    }

    @Test
    void a_day_is_written_out_and_compared_as_a_number() {
        assertThat(verdict("employment.since <= day('" + People.TODAY.minusDays(400) + "')", KNOWN))
                .isEqualTo(Verdict.YES);
        assertThat(verdict("employment.since > day('" + People.TODAY.minusDays(400) + "')", KNOWN))
                .isEqualTo(Verdict.NO);
        var open = COMPILER.compile("today >= day('2026-01-01') && employment.since > 0")
                .standing(Facts.of(People.blank()), People.TODAY);
        assertThat(open.missing()).containsExactly("employment.employedFrom");
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

    @Test
    void a_loop_is_bounded_by_its_rounds_and_by_what_it_takes_before_it_is_accepted() {
        assertThat(hint(list(101) + ".all(x, worker.age >= x - 200)")).contains("at most 100 values");
        assertThat(hint(list(51) + ".all(x, x < 99) && " + list(51) + ".all(y, y > worker.age - 200)"))
                .contains("at most 100 values");
        assertThat(hint(list(95) + ".all(x, (worker.monthlyWageVnd + worker.monthlyTelecomSpendVnd + x)"
                        + " % 9973 * 7 + 1 > -1 || worker.birthYear + x > 5)"))
                .contains("steps for each person");
        String short50 = list(50) + ".exists(x, x == worker.age)";
        assertThat(COMPILER.accept(short50, "/expression", CODES).standing(KNOWN, People.TODAY))
                .isEqualTo(
                        COMPILER.accept("worker.age < 50", "/expression", CODES).standing(KNOWN, People.TODAY));
    }

    @Test
    void a_pattern_that_cannot_be_run_is_refused_with_a_hint_and_counts_multiply_only_where_they_are_nested() {
        for (String[] each : new String[][] {
            {"(?=a)b", "has no (?=", "không dùng được (?="},
            {"(?>a)", "has no (?=", "không dùng được (?="},
            {"a++", "one repetition follows another", "hai dấu lặp"},
            {"\\\\h", "unknown sign", "ký hiệu lạ"},
            {"\\\\Z", "unknown sign", "ký hiệu lạ"},
            {"(a)\\\\1", "unknown sign", "ký hiệu lạ"},
            {"(", "not closed", "chưa đóng"},
            {"[a-", "not closed", "chưa đóng"},
            {"*a", "nothing stands before", "không có gì trước"}
        }) {
            var facts = refusal("worker.carrier.matches('" + each[0] + "')").parameters();
            assertThat(String.valueOf(facts.get("hint"))).as(each[0]).contains(each[1]);
            assertThat(String.valueOf(facts.get("hintVi"))).as(each[0]).contains(each[2]);
            assertThat(facts).containsEntry("line", 1).containsEntry("column", 23);
        }
        assertThat(COMPILER.accept("worker.carrier.matches('a{30}b{30}c{30}')", "/expression", CODES))
                .isNotNull();
    }

    @Test
    void whatever_stands_in_a_pattern_it_is_taken_or_refused_and_nothing_else() {
        var random = new java.util.Random(5);
        String signs = "ab09.*+?{}[]()|^$-,:=!<>P\\pdwZ";
        for (int i = 0; i < 1_000; i++) {
            var pattern = new StringBuilder();
            for (int j = random.nextInt(14); j >= 0; j--) pattern.append(signs.charAt(random.nextInt(signs.length())));
            String expression = "worker.carrier.matches(r'" + pattern + "')";
            try {
                COMPILER.accept(expression, "/expression", CODES);
            } catch (Refusal refused) {
                assertThat(refused.type()).as(expression).isEqualTo(ProblemType.BAD_CRITERION);
            }
        }
    }

    @Test
    void what_would_hold_for_nobody_or_be_open_for_everybody_is_refused_and_the_right_values_are_named() {
        for (String[] each : new String[][] {
            {"{'a': 1}.b == worker.age", "no values in { }", "không dùng được giá trị trong { }"},
            {"{1: 2, 1: 3} == {1: 2}", "no values in { }", "không dùng được giá trị trong { }"},
            {"[1, 'a'].exists(x, x > 1)", "values of one kind", "một loại giá trị"},
            {"worker.provinceCode in [92, '91']", "values of one kind", "một loại giá trị"},
            {"worker.carrier == b'VIETTEL'", "without b", "không kèm b"},
            {"worker.age in []", "list is empty", "danh sách đang trống"},
            {"worker.phoneKind == 'Smartphone'", "'smartphone' and 'feature'", "chỉ có 'smartphone' và 'feature'"},
            {"worker.phoneKind != 'Feature'", "'smartphone' and 'feature'", "chỉ có 'smartphone' và 'feature'"},
            {"worker.carrier in ['VIETTEL', 'Viettel']", "as in 'VIETTEL'", "ví dụ 'VIETTEL'"},
            {"worker.provinceCode == 'Cần Thơ'", "two digits", "hai chữ số"},
            {"employment.since < day('0000-01-01')", "day('1900-01-01')", "phải từ day('1900-01-01')"},
            {"employment.since < day('+10000-01-01')", "day('2199-12-31')", "đến day('2199-12-31')"},
            {"true && employment.since > day('-999999999-01-01')", "day('1900-01-01')", "phải từ"}
        }) {
            var facts = refusal(each[0]).parameters();
            assertThat(String.valueOf(facts.get("hint"))).as(each[0]).contains(each[1]);
            assertThat(String.valueOf(facts.get("hintVi"))).as(each[0]).contains(each[2]);
        }
        assertThat(refusal("true &&\n  employment.since > day('1800-01-01')").parameters())
                .containsEntry("line", 2)
                .containsEntry("column", 22);
    }

    @Test
    void a_carrier_or_a_place_that_there_is_not_is_refused_and_the_likeliest_carriers_are_named_first() {
        for (String wrong : new String[] {"worker.carrier == 'VIETEL'", "!(worker.carrier in ['VIETTEL', 'VIETEL'])"}) {
            Refusal refused = catchThrowableOfType(Refusal.class, () -> COMPILER.accept(wrong, "/expression", CODES));
            assertThat(refused).as(wrong).isNotNull();
            assertThat(refused.type()).isEqualTo(ProblemType.BAD_CRITERION);
            assertThat(String.valueOf(refused.parameters().get("hint")))
                    .startsWith("there is no carrier 'VIETEL': there are 'VIETTEL', ")
                    .contains("'MOBIFONE'", "'VINAPHONE'");
            assertThat(String.valueOf(refused.parameters().get("hintVi")))
                    .startsWith("không có nhà mạng 'VIETEL': hiện có 'VIETTEL', ");
        }
        for (String former : new String[] {"worker.provinceCode == '93'", "worker.communeCode in ['31153', '31366']"}) {
            Refusal refused = catchThrowableOfType(Refusal.class, () -> COMPILER.accept(former, "/expression", CODES));
            assertThat(refused).as(former).isNotNull();
            assertThat(String.valueOf(refused.parameters().get("hint"))).contains("since 2025-07-01", "/v1/places");
            assertThat(String.valueOf(refused.parameters().get("hintVi"))).contains("01/07/2025", "/v1/places");
        }
        assertThat(COMPILER.accept("worker.carrier in ['VIETTEL', 'MOBIFONE']", "/expression", CODES))
                .isNotNull();
    }

    @Test
    void no_hint_is_in_the_words_of_the_grammar_and_each_is_in_both_languages() {
        for (String[] each : new String[][] {
            {"worker.provinceCode in [92]", "texts in quotes", "chữ trong dấu nháy"},
            {"worker.age in ['40']", "without quotes", "không có dấu nháy"},
            {"worker.age > 1 || ".repeat(40) + "true", "at most 200", "nhiều nhất 200"},
            {"worker.unionMember && ".repeat(80) + "true", "at most 1000 characters", "nhiều nhất 1000 ký tự"},
            {"(".repeat(60) + "true" + ")".repeat(60), "fewer parentheses", "bớt dấu ngoặc"},
            {"worker.age" + " + 1".repeat(40) + " > 3", "shorter chains", "chuỗi ngắn hơn"},
            {"worker.age.x == 3", "nothing stands behind it", "không viết thêm dấu chấm"},
            {"worker.age in 1..50", "write a range as", "khoảng giá trị viết là"},
            {"worker..age > 3", "behind the dot", "sau dấu chấm"},
            {"has(worker)", "has(worker.age)", "has(worker.age)"},
            {"worker.carrier == 'VIETTEL", "the text is not closed", "chữ chưa đóng"},
            {"worker.carrier == \"VIETTEL", "the text is not closed", "chữ chưa đóng"},
            {"enterprise.name == 'x'", "there are enterprise.id", "hiện có enterprise.id"},
            {"employment.since < date('2020-01-01')", "day('2026-01-31')", "ngày phải viết là"},
            {"employment.since < day()", "day('2026-01-31')", "ngày phải viết là"},
            {"worker?.age > 3", "without ?", "không kèm dấu ?"},
            {"worker.age == null", "open by itself", "tự là chưa rõ"},
            {"worker.carrier.contains(3)", "one text in quotes", "chữ trong dấu nháy"},
            {"worker.tuổi > 40", "without accents", "không dấu"},
            {"worker['age'] > 3", "name a fact", "dữ kiện viết là"},
            {"foo(3)", "no function 'foo'", "không có hàm 'foo'"}
        }) {
            var facts = refusal(each[0]).parameters();
            assertThat(String.valueOf(facts.get("hint"))).as(each[0]).contains(each[1]);
            assertThat(String.valueOf(facts.get("hintVi"))).as(each[0]).contains(each[2]);
        }
        assertThat((Integer) refusal("(".repeat(60) + "true" + ")".repeat(60))
                        .parameters()
                        .get("column"))
                .isGreaterThan(20);
    }

    private static String list(int length) {
        return java.util.stream.IntStream.range(0, length)
                .mapToObj(String::valueOf)
                .collect(java.util.stream.Collectors.joining(",", "[", "]"));
    }

    private static String hint(String expression) {
        return String.valueOf(refusal(expression).parameters().get("hint"));
    }

    private static Verdict verdict(String expression, Facts facts) {
        return COMPILER.compile(expression).standing(facts, People.TODAY).verdict();
    }

    private static Refusal refusal(String expression) {
        return catchThrowableOfType(Refusal.class, () -> COMPILER.accept(expression, "/expression", CODES));
    }
}
