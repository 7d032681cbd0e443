package org.goichung.eligibility.model;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.Optional;

/**
 * What an expression costs for one person, in steps: a step for each of its parts, those of a loop for each value that it goes over. An
 * expression runs over millions, so it is bounded before anybody runs it.
 */
final class Effort {
    /** About 50 microseconds. */
    static final int MOST = 1_000;
    /** The machine stops an expression that goes round more often, all its loops together. */
    static final int MOST_ROUNDS = 100;

    private static final Hint LONG_LOOP = new Hint(
            "loops go over at most " + MOST_ROUNDS + " values, all together",
            "các vòng lặp chỉ đi qua tối đa " + MOST_ROUNDS + " giá trị, tính chung");
    private static final Hint UNWRITTEN = new Hint(
            "a loop goes over a list that is written out, as in ['A', 'B'].exists(x, …)",
            "vòng lặp chỉ đi qua danh sách viết sẵn, ví dụ ['A', 'B'].exists(x, …)");

    private int rounds;
    private boolean unwritten;

    private Effort() {}

    /** What is too much of it; empty where it may run over millions. */
    static Optional<Hint> fault(CelExpr whole) {
        var effort = new Effort();
        long steps = effort.of(whole);
        if (effort.unwritten) return Optional.of(UNWRITTEN);
        if (effort.rounds > MOST_ROUNDS) return Optional.of(LONG_LOOP);
        if (steps <= MOST) return Optional.empty();
        return Optional.of(new Hint(
                "this takes " + steps + " steps for each person, and at most " + MOST
                        + " are allowed: shorten the loop or its list, or write it without",
                "biểu thức cần " + steps + " bước cho mỗi người, nhiều nhất được " + MOST
                        + ": hãy rút ngắn vòng lặp hoặc danh sách, hoặc viết không dùng vòng lặp"));
    }

    private long of(CelExpr expr) {
        return switch (expr.getKind()) {
            case SELECT -> 1 + of(expr.select().operand());
            case CALL -> of(expr.call());
            case LIST -> 1 + expr.list().elements().stream().mapToLong(this::of).sum();
            case COMPREHENSION -> of(expr.comprehension());
            default -> 1;
        };
    }

    private long of(CelExpr.CelCall call) {
        long steps = 1 + call.target().map(this::of).orElse(0L);
        for (CelExpr argument : call.args()) steps += of(argument);
        boolean pattern = call.function().equals("matches")
                && !call.args().isEmpty()
                && call.args().getLast().getKind() == Kind.CONSTANT;
        return pattern ? steps + Patterns.size(call.args().getLast().constant().stringValue()) : steps;
    }

    private long of(CelExpr.CelComprehension loop) {
        int length = length(loop.iterRange());
        if (length < 0) unwritten = true;
        rounds += Math.max(0, length);
        return of(loop.iterRange())
                + of(loop.accuInit())
                + Math.max(0, length) * (of(loop.loopCondition()) + of(loop.loopStep()))
                + of(loop.result());
    }

    /** How many values a list has at most; -1 where that is not written. */
    private static int length(CelExpr list) {
        return switch (list.getKind()) {
            case LIST -> list.list().elements().size();
            case COMPREHENSION -> length(list.comprehension().iterRange());
            case CALL -> length(list.call());
            default -> -1;
        };
    }

    private static int length(CelExpr.CelCall call) {
        var args = call.args();
        return switch (call.function()) {
            case "_+_" -> both(length(args.getFirst()), length(args.getLast()), true);
            case "_?_:_" -> both(length(args.get(1)), length(args.get(2)), false);
            default -> -1;
        };
    }

    private static int both(int one, int other, boolean sum) {
        if (one < 0 || other < 0) return -1;
        return sum ? one + other : Math.max(one, other);
    }
}
