package org.goichung.negotiation.model;

import java.util.List;
import java.util.Map;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/** A counted vote of a union's members: at least half take part, and more say yes than no. */
public record Ballot(int voters, int yes, int no) {

    public Ballot {
        if ((long) yes + no > voters)
            throw Refusal.fields(
                    ProblemType.INVALID_REQUEST,
                    Map.of(),
                    List.of(new FieldError("/voters", "fewer-voters-than-votes", Map.of("votes", (long) yes + no))));
    }

    public boolean carried() {
        return yes > no && 2L * ((long) yes + no) >= voters;
    }
}
