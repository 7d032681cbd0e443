package org.goichung.eligibility.model;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableExpr;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one fact fall into classes that an expression cannot tell apart: a number that is only compared with constants is
 * cut at them, a text is one of the constants or another, and 0 always is the class of those of whom it is not known.
 */
sealed interface Cut {

    /** How many classes there are; 0 where every value is a class of its own. */
    int size();

    /** The class of this person. */
    int of(Facts person, LocalDate day);

    record Flag(Fact fact) implements Cut {
        @Override
        public int size() {
            return 3;
        }

        @Override
        public int of(Facts person, LocalDate day) {
            return person.flag(fact, day) + 1;
        }
    }

    /** Below, at and between the thresholds, which ascend. */
    record Numbers(Fact fact, long[] thresholds) implements Cut {
        @Override
        public int size() {
            return 2 * thresholds.length + 2;
        }

        @Override
        public int of(Facts person, LocalDate day) {
            long value = person.number(fact, day);
            if (value == Facts.MISSING) return 0;
            int below = 0;
            while (below < thresholds.length && thresholds[below] < value) below++;
            boolean at = below < thresholds.length && thresholds[below] == value;
            return 1 + 2 * below + (at ? 1 : 0);
        }
    }

    record Texts(Fact fact, String[] constants) implements Cut {
        @Override
        public int size() {
            return constants.length + 2;
        }

        @Override
        public int of(Facts person, LocalDate day) {
            String value = person.text(fact);
            if (value == null) return 0;
            int at = 0;
            while (at < constants.length && !constants[at].equals(value)) at++;
            return 1 + at;
        }
    }

    /** Reckoned with otherwise: nothing is known of what the expression can tell apart. */
    record Each(Fact fact) implements Cut {
        @Override
        public int size() {
            return 0;
        }

        @Override
        public int of(Facts person, LocalDate day) {
            throw new IllegalStateException("has no classes");
        }
    }

    Set<String> COMPARISONS = Set.of("_<_", "_<=_", "_>_", "_>=_", "_==_", "_!=_");

    /** A cut for each fact that the expression speaks of. */
    static Map<Fact, Cut> of(List<CelNavigableExpr> nodes) {
        Map<Fact, List<Optional<List<Object>>>> uses = new EnumMap<>(Fact.class);
        for (CelNavigableExpr node : nodes) {
            Fact fact = factOf(node);
            if (fact != null)
                uses.computeIfAbsent(fact, first -> new ArrayList<>())
                        .add(Optional.ofNullable(comparedWith(node, fact.kind())));
        }
        Map<Fact, Cut> cuts = new EnumMap<>(Fact.class);
        uses.forEach((fact, each) -> cuts.put(fact, cut(fact, each)));
        return cuts;
    }

    static @Nullable Fact factOf(CelNavigableExpr node) {
        if (node.getKind() != Kind.SELECT) return null;
        var select = node.expr().select();
        if (select.operand().getKind() != Kind.IDENT) return null;
        return Fact.named(select.operand().ident().name() + "." + select.field())
                .orElse(null);
    }

    private static Cut cut(Fact fact, List<Optional<List<Object>>> uses) {
        if (fact.kind() == Fact.Kind.FLAG) return new Flag(fact);
        if (uses.stream().anyMatch(Optional::isEmpty)) return new Each(fact);
        List<Object> constants =
                uses.stream().flatMap(Optional::stream).flatMap(List::stream).toList();
        return fact.kind() == Fact.Kind.NUMBER
                ? new Numbers(
                        fact,
                        constants.stream()
                                .mapToLong(number -> (Long) number)
                                .sorted()
                                .distinct()
                                .toArray())
                : new Texts(fact, constants.stream().distinct().toArray(String[]::new));
    }

    /** The constants that this use of a fact compares it with; null where it does anything else. */
    static @Nullable List<Object> comparedWith(CelNavigableExpr use, Fact.Kind kind) {
        if (use.expr().select().testOnly()) return null;
        CelNavigableExpr parent = use.parent().orElse(null);
        if (parent == null || parent.getKind() != Kind.CALL) return null;
        var call = parent.expr().call();
        if (call.args().size() != 2) return null;
        boolean first = call.args().getFirst().id() == use.id();
        CelExpr other = call.args().get(first ? 1 : 0);
        if (COMPARISONS.contains(call.function())) return constants(List.of(other), kind);
        boolean in = first && call.function().equals("@in") && other.getKind() == Kind.LIST;
        return in ? constants(other.list().elements(), kind) : null;
    }

    private static @Nullable List<Object> constants(List<CelExpr> expressions, Fact.Kind kind) {
        CelConstant.Kind wanted =
                kind == Fact.Kind.NUMBER ? CelConstant.Kind.INT64_VALUE : CelConstant.Kind.STRING_VALUE;
        List<Object> found = new ArrayList<>();
        for (CelExpr expression : expressions) {
            if (expression.getKind() != Kind.CONSTANT || expression.constant().getKind() != wanted) return null;
            found.add(
                    kind == Fact.Kind.NUMBER
                            ? (Object) expression.constant().int64Value()
                            : expression.constant().stringValue());
        }
        return found;
    }
}
