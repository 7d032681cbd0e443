package org.goichung.eligibility.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.goichung.platform.problem.Refusal;
import org.junit.jupiter.api.Test;

/**
 * CEL's public conformance cases for what expressions may hold here. They are not ours to ship, so this runs by a command alone: clone
 * {@code google/cel-spec}, then {@code ./mvnw -Dquick test -Dtest=CelConformance -Dgoichung.cel.cases=<clone>/tests/simple/testdata}.
 */
class CelConformance {
    /** What a criterion may be made of. */
    private static final List<String> FILES = List.of(
            "basic",
            "comparisons",
            "conversions",
            "integer_math",
            "lists",
            "logic",
            "macros",
            "parse",
            "plumbing",
            "string");

    private static final RuleCompiler COMPILER = new RuleCompiler();
    private static final Codes CODES = new Codes(Set.of(), code -> false, code -> false);
    private static final Facts NOBODY = Facts.of(People.blank());

    @Test
    void every_public_case_that_is_taken_has_the_result_that_it_says() throws IOException {
        String folder = System.getProperty("goichung.cel.cases", "");
        assertThat(folder).as("-Dgoichung.cel.cases names no folder").isNotEmpty();
        List<String> wrong = new ArrayList<>();
        Map<String, int[]> told = new TreeMap<>();
        for (String file : FILES)
            for (CelCases.Case one : CelCases.of(Files.readString(Path.of(folder, file + ".textproto")))) {
                int[] counts = told.computeIfAbsent(file, name -> new int[3]);
                counts[0]++;
                if (!one.plain() || CelCases.OTHER.equals(one.wanted())) continue;
                counts[1]++;
                Verdict verdict = verdict(one);
                if (verdict == null) continue;
                counts[2]++;
                Verdict wanted = one.wanted() == null ? Verdict.UNKNOWN : Verdict.YES;
                if (verdict != wanted) wrong.add(file + "/" + one.name() + ": " + one.expression() + " is " + verdict);
            }
        told.forEach((file, counts) -> System.out.printf(
                "CEL %s: %d public cases, %d of them of our types and facts alone, %d taken%n",
                file, counts[0], counts[1], counts[2]));
        assertThat(wrong).isEmpty();
        assertThat(told.values().stream().mapToInt(counts -> counts[2]).sum()).isGreaterThan(200);
    }

    /** Yes where the expression has the wanted result; null where it is not taken. */
    private static Verdict verdict(CelCases.Case one) {
        String result = one.wanted() == null ? one.expression() : one.wanted();
        String question = "(" + one.expression() + ") == (" + result + ")";
        try {
            return COMPILER.accept(question, "/expression", CODES)
                    .standing(NOBODY, People.TODAY)
                    .verdict();
        } catch (Refusal refused) {
            if (System.getProperty("goichung.cel.refused") != null)
                System.out.println(
                        "refused: " + question + " — " + refused.parameters().get("hint"));
            return null;
        }
    }
}
