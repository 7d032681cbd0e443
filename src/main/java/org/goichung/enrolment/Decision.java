package org.goichung.enrolment;

import java.util.List;
import java.util.Map;
import org.goichung.eligibility.SpokenReason;
import org.goichung.platform.http.Language;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/**
 * What the criteria said of a worker, a package and a programme.
 *
 * @param reasons each criterion's part
 */
record Decision(Verdict verdict, List<SpokenReason> reasons) {

    /** A criterion that lacks a fact makes it unknown, unless another one says no. */
    enum Verdict {
        QUALIFIED,
        UNQUALIFIED,
        UNKNOWN
    }

    boolean qualified() {
        return verdict == Verdict.QUALIFIED;
    }

    /** A no ends it here; what is unknown may still become a yes. */
    Decision requireNotRefused(Language language) {
        return verdict == Verdict.UNQUALIFIED ? refuse(language) : this;
    }

    Decision requireQualified(Language language) {
        return qualified() ? this : refuse(language);
    }

    private Decision refuse(Language language) {
        throw Refusal.of(
                ProblemType.NOT_ELIGIBLE,
                Map.of(
                        "reasons",
                        reasons.stream()
                                .map(reason -> reason.spokenIn(language))
                                .toList()));
    }
}
