package org.goichung.eligibility.model;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableExpr;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;

/**
 * Whether what an expression reckons always has a result: no division that may be by nought, no number that may grow too large, no
 * reading of texts as numbers. Otherwise somebody's answer would be open though all is known of them.
 */
final class Reckoning {
    /** No fact is larger, and no number in an expression may be. */
    private static final BigInteger MOST = BigInteger.valueOf(1_000_000_000_000_000L);

    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);
    /** Years, days and counts. */
    private static final BigInteger SMALL = BigInteger.valueOf(1_000_000);

    private static final Set<String> CONVERSIONS =
            Set.of("int", "uint", "double", "bool", "string", "bytes", "timestamp", "duration", "type", "dyn");

    private static final Hint DIVISOR =
            new Hint("divide by a number that is written out and is not 0", "chỉ chia cho một số viết sẵn và khác 0");
    private static final Hint GROWS = new Hint(
            "this may grow too large to be reckoned: use smaller factors",
            "kết quả có thể quá lớn: hãy dùng hệ số nhỏ hơn");
    private static final Hint CONVERTS = new Hint(
            "compare facts as they are: numbers and texts are not turned into each other",
            "hãy so sánh dữ kiện như sẵn có: không đổi giữa số và chữ");
    private static final Hint PICKS = new Hint(
            "ask a list by in, as in worker.carrier in ['A', 'B']",
            "hãy hỏi danh sách bằng in, ví dụ worker.carrier in ['A', 'B']");
    private static final Hint UNSIGNED = new Hint("write the number without u", "viết số không kèm chữ u");

    static final Hint NO_RESULT = new Hint(
            "this has no result though everything is known: compare facts with values of their kind",
            "biểu thức không ra kết quả dù đã biết mọi dữ kiện: hãy so sánh dữ kiện với giá trị cùng loại");

    private Reckoning() {}

    /** What is wrong with this node; empty where it always has a result. */
    static Optional<Hint> fault(CelNavigableExpr node) {
        if (node.getKind() == Kind.CONSTANT) return constantFault(node.expr().constant());
        if (node.getKind() != Kind.CALL) return Optional.empty();
        var call = node.expr().call();
        String function = call.function();
        if (CONVERSIONS.contains(function)) return Optional.of(CONVERTS);
        if (function.equals("_[_]")) return Optional.of(PICKS);
        if ((function.equals("_/_") || function.equals("_%_"))
                && !isDivisor(call.args().getLast())) return Optional.of(DIVISOR);
        return size(node.expr()).compareTo(LARGEST) > 0 ? Optional.of(GROWS) : Optional.empty();
    }

    private static Optional<Hint> constantFault(CelConstant constant) {
        return switch (constant.getKind()) {
            case UINT64_VALUE -> Optional.of(UNSIGNED);
            case INT64_VALUE ->
                BigInteger.valueOf(constant.int64Value()).abs().compareTo(MOST) > 0
                        ? Optional.of(Hints.TOO_LARGE)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean isDivisor(CelExpr divisor) {
        return divisor.getKind() == Kind.CONSTANT
                && divisor.constant().getKind() == CelConstant.Kind.INT64_VALUE
                && divisor.constant().int64Value() != 0;
    }

    /** The largest that the number may be, above or below nought. */
    private static BigInteger size(CelExpr expr) {
        return switch (expr.getKind()) {
            case CONSTANT ->
                expr.constant().getKind() == CelConstant.Kind.INT64_VALUE
                        ? BigInteger.valueOf(expr.constant().int64Value()).abs()
                        : BigInteger.ZERO;
            case SELECT ->
                expr.select().operand().getKind() == Kind.IDENT
                        ? Fact.named(expr.select().operand().ident().name() + "."
                                        + expr.select().field())
                                .map(fact -> fact.isSmall() ? SMALL : MOST)
                                .orElse(MOST)
                        : MOST;
            case IDENT -> expr.ident().name().equals(Rule.TODAY) ? SMALL : MOST;
            case CALL -> size(expr.call());
            default -> MOST;
        };
    }

    private static BigInteger size(CelExpr.CelCall call) {
        var args = call.args();
        return switch (call.function()) {
            case "_+_", "_-_" -> size(args.getFirst()).add(size(args.getLast()));
            case "_*_" -> size(args.getFirst()).multiply(size(args.getLast()));
            case "_/_", "-_" -> size(args.getFirst());
            case "_%_" -> size(args.getLast());
            case "_?_:_" -> size(args.get(1)).max(size(args.get(2)));
            case "size" -> SMALL;
            default -> MOST;
        };
    }
}
