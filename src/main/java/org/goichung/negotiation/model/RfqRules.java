package org.goichung.negotiation.model;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.goichung.negotiation.Lot;
import org.goichung.negotiation.NewRfq;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;

/** What an RFQ must be to be asked for, and what its bidders must be left to think of it. */
final class RfqRules {
    private RfqRules() {}

    static void check(NewRfq asked, Instant now) {
        var names = new HashSet<String>();
        for (int i = 0; i < asked.lots().size(); i++) {
            Lot lot = asked.lots().get(i);
            if (!names.add(lot.name())) throw invalid("/lots/" + i + "/name", "twice");
            if (startsTooEarly(lot, asked.offerDeadline()))
                throw invalid("/lots/" + i + "/startMonth", "before-the-deadline");
        }
        if (asked.quorum() > asked.enterpriseIds().size()) throw invalid("/quorum", "more-than-members");
        if (!asked.offerDeadline().isAfter(now)) throw invalid("/offerDeadline", "in-the-past");
    }

    /** A day for bidders to think, and the lots' start behind it. */
    static void requireTime(String pointer, List<Lot> lots, Instant deadline, Instant now) {
        Instant earliest = now.plus(Rfq.TIME_AFTER_A_CHANGE);
        if (deadline.isBefore(earliest))
            throw invalid(new FieldError(pointer, "too-little-time-left", Map.of("earliest", earliest)));
        for (Lot lot : lots)
            if (startsTooEarly(lot, deadline))
                throw invalid(new FieldError(pointer, "after-a-lots-start", Map.of("lot", lot.name())));
    }

    static Refusal invalid(String pointer, String code) {
        return Refusal.field(ProblemType.INVALID_REQUEST, pointer, code);
    }

    private static Refusal invalid(FieldError field) {
        return Refusal.fields(ProblemType.INVALID_REQUEST, Map.of(), List.of(field));
    }

    private static boolean startsTooEarly(Lot lot, Instant deadline) {
        return lot.startMonth().isBefore(YearMonth.from(deadline.atZone(Clock.VIETNAM)));
    }
}
