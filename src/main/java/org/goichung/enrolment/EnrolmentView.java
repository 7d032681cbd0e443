package org.goichung.enrolment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goichung.eligibility.Reason;
import org.goichung.enrolment.model.Enrolment;
import org.goichung.platform.http.Language;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.WorkerId;
import org.goichung.subsidy.Split;
import org.jspecify.annotations.Nullable;

/**
 * One worker's use of one package.
 *
 * @param split who pays which part of {@code priceVnd} per cycle
 * @param reasons each criterion's part in the decision, as it was when it was made, in the reader's language
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnrolmentView(
        UUID id,
        WorkerId workerId,
        EnterpriseId enterpriseId,
        UUID programmeId,
        UUID agreementId,
        UUID packageVersionId,
        CarrierId carrierId,
        EnrolmentState state,
        long priceVnd,
        Split split,
        List<Reason> reasons,
        Instant decidedAt,
        @Nullable Instant activeFrom,
        @Nullable Instant exitedAt,
        @Nullable String exitReason,
        Instant createdAt,
        @JsonIgnore long version) {

    static EnrolmentView of(Enrolment enrolment, Language language) {
        var subject = enrolment.subject();
        var shares = enrolment.shares();
        return new EnrolmentView(
                enrolment.id(),
                subject.worker(),
                subject.enterprise(),
                subject.programmeId(),
                subject.agreementId(),
                subject.packageVersionId(),
                subject.carrier(),
                enrolment.state(),
                shares.priceVnd(),
                new Split(shares.carrierVnd(), shares.unionVnd(), shares.employerVnd(), shares.workerVnd()),
                enrolment.reasons().stream().map(reason -> reason.in(language)).toList(),
                enrolment.decidedAt(),
                enrolment.activeFrom(),
                enrolment.exitedAt(),
                enrolment.exitReason(),
                enrolment.createdAt(),
                enrolment.version());
    }
}
