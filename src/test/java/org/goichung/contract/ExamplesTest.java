package org.goichung.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.goichung.contract.Contract.Op;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the contract shows is what the contract says. */
class ExamplesTest {
    private static final int ANY_PROBLEM = 404;

    @TestFactory
    List<DynamicTest> every_example_fits_its_schema() {
        var tests = new ArrayList<DynamicTest>();
        for (Op op : Contract.operations()) {
            for (var body : op.bodies())
                if (!body.getKey().isEmpty())
                    tests.add(dynamicTest(
                            op + " request", () -> assertThat(Held.requestFaults(op, body.getKey(), body.getValue()))
                                    .as(body.getValue())
                                    .isEmpty()));
            op.operation().getResponses().forEach((status, response) -> {
                int code = status.equals("default") ? ANY_PROBLEM : Integer.parseInt(status);
                for (var body : Op.examples(Contract.resolved(response)))
                    tests.add(dynamicTest(
                            op + " " + status, () -> assertThat(Held.faults(op, code, body.getKey(), body.getValue()))
                                    .as(body.getValue())
                                    .isEmpty()));
            });
        }
        return tests;
    }

    @Test
    void every_answer_with_a_body_has_an_example() {
        Set<String> without = new TreeSet<>();
        for (Op op : Contract.operations())
            op.operation().getResponses().forEach((status, unresolved) -> {
                var response = Contract.resolved(unresolved);
                if (response.getContent() == null) return;
                var shown = Op.examples(response).stream()
                        .map(each -> each.getKey())
                        .toList();
                response.getContent().forEach((type, content) -> {
                    // a workbook's bytes show nobody anything
                    boolean binary = "binary".equals(content.getSchema().getFormat());
                    if (!binary && !shown.contains(type)) without.add(op + " " + status + " " + type);
                });
            });
        assertThat(without).isEmpty();
    }
}
