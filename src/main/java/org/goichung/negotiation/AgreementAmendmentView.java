package org.goichung.negotiation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.goichung.negotiation.model.AgreementAmendment;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * Lines and fund that one enterprise of an agreement gives another, each month from the first to the last one.
 *
 * @param sharedBytesPerMonth data that goes with the lines
 * @param state {@code proposed}, {@code accepted}, {@code declined}, {@code withdrawn} or {@code expired}
 * @param revision of the agreement that it made, once accepted
 * @param expiresAt until when it can be answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgreementAmendmentView(
        UUID id,
        UUID agreementId,
        EnterpriseId fromEnterpriseId,
        EnterpriseId toEnterpriseId,
        UUID packageVersionId,
        long linesPerMonth,
        @Nullable Long sharedBytesPerMonth,
        @Nullable Long fundVndPerMonth,
        YearMonth fromMonth,
        YearMonth untilMonth,
        String state,
        @Nullable Integer revision,
        Instant proposedAt,
        Instant expiresAt,
        @Nullable Instant answeredAt) {

    static AgreementAmendmentView of(AgreementAmendment amendment, Instant now) {
        return new AgreementAmendmentView(
                amendment.id(),
                amendment.agreementId(),
                amendment.from(),
                amendment.to(),
                amendment.packageVersionId(),
                amendment.linesPerMonth(),
                amendment.sharedBytesPerMonth(),
                amendment.fundVndPerMonth(),
                amendment.fromMonth(),
                amendment.untilMonth(),
                amendment.word(now),
                amendment.revision(),
                amendment.proposedAt(),
                amendment.expiresAt(),
                amendment.answeredAt());
    }
}
