package org.goichung.eligibility.model;

import java.util.Optional;

/** Where in an expression something stands. */
final class Places {
    /** Lines and columns from 1. */
    record Place(int line, int column) {}

    private Places() {}

    static Place of(String expression, int offset) {
        String before = expression.substring(0, Math.min(offset, expression.length()));
        int line = (int) before.chars().filter(sign -> sign == '\n').count() + 1;
        return new Place(line, before.length() - before.lastIndexOf('\n'));
    }

    /** Where the expression goes beyond a limit of which the compiler does not say where; empty for anything else. */
    static Optional<Place> ofLimit(String message, String expression) {
        if (message.contains("code point size exceeds")) return Optional.of(of(expression, RuleCompiler.MAX_LENGTH));
        if (!message.contains("recursion limit")) return Optional.empty();
        return Optional.of(of(expression, deepest(expression)));
    }

    /** Behind the last bracket of the deepest nesting, or where a chain without brackets has grown too long. */
    private static int deepest(String expression) {
        int depth = 0;
        int most = 0;
        int place = 0;
        int signs = 0;
        for (int at = 0; at < expression.length(); at++) {
            char sign = expression.charAt(at);
            if ("([{".indexOf(sign) >= 0) depth++;
            if (")]}".indexOf(sign) >= 0) depth--;
            if ("+-*/%?".indexOf(sign) >= 0) signs++;
            boolean deeper = depth > most && depth <= RuleCompiler.MAX_DEPTH;
            boolean longer = most < 8 && signs <= RuleCompiler.MAX_DEPTH && "+-*/%?".indexOf(sign) >= 0;
            if (deeper) most = depth;
            if (deeper || longer) place = at;
        }
        return place;
    }
}
