package org.goichung.negotiation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.goichung.negotiation.model.Mandate;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.UnionBodyId;
import org.jspecify.annotations.Nullable;

/** A mandate as its parties see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MandateView(
        UUID id,
        EnterpriseId enterpriseId,
        UnionBodyId fromBodyId,
        UnionBodyId toBodyId,
        int voters,
        int yes,
        int no,
        LocalDate validUntil,
        Instant givenAt,
        @Nullable Instant withdrawnAt,
        long version) {

    static MandateView of(Mandate mandate) {
        var ballot = mandate.ballot();
        return new MandateView(
                mandate.id(),
                mandate.enterpriseId(),
                mandate.fromBodyId(),
                mandate.toBodyId(),
                ballot.voters(),
                ballot.yes(),
                ballot.no(),
                mandate.validUntil(),
                mandate.givenAt(),
                mandate.withdrawnAt(),
                mandate.version());
    }
}
