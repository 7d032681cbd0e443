package org.goichung.negotiation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.goichung.negotiation.model.Membership;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.UnionBodyId;
import org.jspecify.annotations.Nullable;

/**
 * That an enterprise joined or left a coalition: when, by whom, on which mandate.
 *
 * @param by whose log-in; absent of who was named in a draft before this was kept
 * @param bodyId of whose union that was; absent where a withdrawn mandate ended it
 * @param reason why it left
 * @param rfqVersion of the RFQ after it; in the answer to the move alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MembershipView(
        UUID id,
        UUID rfqId,
        EnterpriseId enterpriseId,
        String move,
        Instant at,
        @Nullable String by,
        @Nullable UnionBodyId bodyId,
        UUID mandateId,
        @Nullable String reason,
        @Nullable Long rfqVersion) {

    static MembershipView of(Membership membership, @Nullable Long rfqVersion) {
        return new MembershipView(
                membership.id(),
                membership.rfqId(),
                membership.enterpriseId(),
                membership.move().word(),
                membership.happenedAt(),
                membership.principal(),
                membership.bodyId(),
                membership.mandateId(),
                membership.reason(),
                rfqVersion);
    }
}
