package org.goichung.negotiation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.UnionBodyId;
import org.jspecify.annotations.Nullable;

/**
 * That a grassroots union's officer may vote on an award.
 *
 * @param unionBodyId the union that is asked
 * @param accountId the officer's; absent where the union has no account here
 * @param text for an e-mail, with its diacritics, without the link
 * @param sms for an SMS, without diacritics, without the link
 * @param link good for one vote until {@code validUntil}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VoteNotice(
        UUID id,
        UUID rfqId,
        EnterpriseId enterpriseId,
        UnionBodyId unionBodyId,
        @Nullable UUID accountId,
        @Nullable String login,
        String subject,
        String text,
        String sms,
        String link,
        Instant validUntil) {

    /** Its link is a secret. */
    @Override
    public String toString() {
        return "VoteNotice[" + id + "]";
    }
}
