package org.goichung.enrolment;

import java.util.List;
import java.util.Map;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/**
 * What the criteria said of a worker and a package, kept as it was said.
 *
 * @param reasons each criterion's part, for a refusal
 * @param reasonsJson the same, for keeping
 */
record Decision(Verdict verdict, List<?> reasons, String reasonsJson) {

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
    Decision requireNotRefused() {
        return verdict == Verdict.UNQUALIFIED ? refuse() : this;
    }

    Decision requireQualified() {
        return qualified() ? this : refuse();
    }

    private Decision refuse() {
        throw Refusal.of(ProblemType.NOT_ELIGIBLE, Map.of("reasons", reasons));
    }
}
