package org.goichung.subsidy.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.subsidy.NewProgramme;
import org.goichung.subsidy.Payer;
import org.goichung.subsidy.Share;

/** What makes a programme sound. */
public final class ProgrammeRules {

    private ProgrammeRules() {}

    /** Refuses with every field at fault. */
    public static void require(NewProgramme programme) {
        List<FieldError> faults = new ArrayList<>();
        Set<Payer> seen = EnumSet.noneOf(Payer.class);
        int sum = 0;
        for (int i = 0; i < programme.shares().size(); i++) {
            Share share = programme.shares().get(i);
            String pointer = "/shares/" + i;
            if ((share.basisPoints() == null) == (share.vnd() == null))
                faults.add(FieldError.of(pointer, "basis-points-or-vnd"));
            if (share.vnd() != null && share.capVnd() != null)
                faults.add(FieldError.of(pointer + "/capVnd", "cap-of-fixed-share"));
            if (!seen.add(share.payer())) faults.add(FieldError.of(pointer + "/payer", "payer-twice"));
            if (share.basisPoints() != null) sum += share.basisPoints();
        }
        if (sum > Share.WHOLE) faults.add(FieldError.of("/shares", "more-than-the-price"));
        if (seen.contains(programme.restBorneBy())) faults.add(FieldError.of("/restBorneBy", "payer-twice"));
        if (programme.validUntil() != null && programme.validUntil().isBefore(programme.validFrom()))
            faults.add(FieldError.of("/validUntil", "ends-before-start"));
        if (!faults.isEmpty()) throw Refusal.fields(ProblemType.INVALID_REQUEST, Map.of(), faults);
    }
}
