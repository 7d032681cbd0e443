package org.goichung.negotiation.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/** What the state machines share: the look-up in a table, the refusal of what is not in it, and its picture. */
public final class Machine {
    private Machine() {}

    static <S extends Enum<S>, M extends Enum<M>> S next(Map<S, Map<M, S>> table, S state, M move) {
        var next = table.getOrDefault(state, Map.of()).get(move);
        if (next == null) throw illegal(word(move), word(state));
        return next;
    }

    /** Refuses a move in a state that does not know it. */
    public static Refusal illegal(String move, String state) {
        return Refusal.of(ProblemType.ILLEGAL_MOVE, Map.of("move", move, "state", state));
    }

    /** The name on the wire: kebab case. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The table as a Mermaid state diagram, in the order of the constants. */
    static <S extends Enum<S>, M extends Enum<M>> String mermaid(Map<S, Map<M, S>> table, S initial) {
        var picture = new StringBuilder("stateDiagram-v2\n    [*] --> ")
                .append(node(initial))
                .append('\n');
        S[] states = initial.getDeclaringClass().getEnumConstants();
        for (S from : states) {
            Map<M, S> moves = table.getOrDefault(from, Map.of());
            if (moves.isEmpty()) picture.append("    ").append(node(from)).append(" --> [*]\n");
            moves.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(move -> picture.append(
                            "    %s --> %s: %s\n".formatted(node(from), node(move.getValue()), word(move.getKey()))));
        }
        return picture.toString();
    }

    private static String node(Enum<?> state) {
        String[] parts = state.name().toLowerCase(Locale.ROOT).split("_", -1);
        return parts[0]
                + Arrays.stream(parts)
                        .skip(1)
                        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                        .reduce("", String::concat);
    }
}
