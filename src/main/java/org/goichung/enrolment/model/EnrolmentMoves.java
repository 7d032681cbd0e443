package org.goichung.enrolment.model;

import static java.util.Map.entry;
import static org.goichung.enrolment.EnrolmentState.ACTIVE;
import static org.goichung.enrolment.EnrolmentState.CONSENTED;
import static org.goichung.enrolment.EnrolmentState.DRAFT;
import static org.goichung.enrolment.EnrolmentState.EXITED;
import static org.goichung.enrolment.EnrolmentState.LAPSED;
import static org.goichung.enrolment.EnrolmentState.NOTICE_OF_NON_USE;
import static org.goichung.enrolment.EnrolmentState.ORDERED;
import static org.goichung.enrolment.EnrolmentState.PAUSED;
import static org.goichung.enrolment.EnrolmentState.QUALIFIED;
import static org.goichung.enrolment.EnrolmentState.RECERTIFICATION_DUE;

import java.util.Map;
import org.goichung.enrolment.EnrolmentState;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/** The table of an enrolment's life. An order that is with the carrier can only be answered by the carrier. */
public final class EnrolmentMoves {
    private static final Map<EnrolmentState, Map<EnrolmentMove, EnrolmentState>> NEXT = Map.ofEntries(
            entry(DRAFT, Map.of(EnrolmentMove.QUALIFY, QUALIFIED, EnrolmentMove.EXIT, EXITED)),
            entry(QUALIFIED, Map.of(EnrolmentMove.CONSENT, CONSENTED, EnrolmentMove.EXIT, EXITED)),
            entry(
                    CONSENTED,
                    Map.of(
                            EnrolmentMove.ORDER, ORDERED,
                            EnrolmentMove.RUN_SHORT, QUALIFIED,
                            EnrolmentMove.EXIT, EXITED)),
            entry(ORDERED, Map.of(EnrolmentMove.ACKNOWLEDGE, ACTIVE, EnrolmentMove.REFUSE, EXITED)),
            entry(
                    ACTIVE,
                    Map.of(
                            EnrolmentMove.PAUSE, PAUSED,
                            EnrolmentMove.LAPSE, LAPSED,
                            EnrolmentMove.GIVE_NOTICE, NOTICE_OF_NON_USE,
                            EnrolmentMove.CALL_FOR_RECERTIFICATION, RECERTIFICATION_DUE,
                            EnrolmentMove.EXIT, EXITED)),
            entry(PAUSED, Map.of(EnrolmentMove.RESUME, ACTIVE, EnrolmentMove.EXIT, EXITED)),
            entry(LAPSED, Map.of(EnrolmentMove.RENEW, ACTIVE, EnrolmentMove.EXIT, EXITED)),
            entry(NOTICE_OF_NON_USE, Map.of(EnrolmentMove.USE, ACTIVE, EnrolmentMove.EXIT, EXITED)),
            entry(RECERTIFICATION_DUE, Map.of(EnrolmentMove.RECERTIFY, ACTIVE, EnrolmentMove.EXIT, EXITED)),
            entry(EXITED, Map.of()));

    private EnrolmentMoves() {}

    /** Where the move leads; {@link ProblemType#ILLEGAL_MOVE} where it may not follow. */
    public static EnrolmentState after(EnrolmentState state, EnrolmentMove move) {
        EnrolmentState next = NEXT.getOrDefault(state, Map.of()).get(move);
        if (next == null)
            throw Refusal.of(ProblemType.ILLEGAL_MOVE, Map.of("move", move.wireName(), "state", state.wireName()));
        return next;
    }

    /** Refuses a worker's yes where it was given before. */
    public static void requireNotBegun(EnrolmentState state) {
        if (state != DRAFT && state != QUALIFIED) after(state, EnrolmentMove.CONSENT);
    }

    /** Whether it can be ended from here; from an order and from the end it cannot. */
    public static boolean mayExit(EnrolmentState state) {
        return NEXT.getOrDefault(state, Map.of()).containsKey(EnrolmentMove.EXIT);
    }

    /** Whether the carrier has the line in its hands, so that ending it closes a line rather than a hold. */
    public static boolean hasLine(EnrolmentState state) {
        return switch (state) {
            case ACTIVE, PAUSED, LAPSED, NOTICE_OF_NON_USE, RECERTIFICATION_DUE -> true;
            case DRAFT, QUALIFIED, CONSENTED, ORDERED, EXITED -> false;
        };
    }
}
