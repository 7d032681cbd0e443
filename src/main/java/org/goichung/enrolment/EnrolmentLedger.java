package org.goichung.enrolment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.goichung.enrolment.model.Enrolment;
import org.goichung.platform.time.Clock;
import org.goichung.quota.LineOpened;
import org.goichung.quota.QuotaService;

/** An enrolment in the ledger's words. Everything is keyed by the enrolment's id and may be said twice. */
@ApplicationScoped
public class EnrolmentLedger {
    /** Longer than the relay is ever late; a hold whose request died ends by itself. */
    private static final Duration HOLD = Duration.ofMinutes(30);

    private final QuotaService quota;
    private final Clock clock;

    public EnrolmentLedger(QuotaService quota, Clock clock) {
        this.quota = quota;
        this.clock = clock;
    }

    /** One line-cycle and its part of the fund, together or neither; refused where either is exhausted. */
    Uni<Void> hold(Enrolment enrolment) {
        var subject = enrolment.subject();
        return quota.holdForEnrolment(
                        enrolment.id(),
                        subject.enterprise(),
                        subject.agreementId(),
                        subject.packageVersionId(),
                        enrolment.fundVnd(),
                        clock.instant().plus(HOLD))
                .replaceWithVoid();
    }

    /** From here on it ends by the carrier's answer only. */
    Uni<Void> keep(UUID enrolmentId) {
        return quota.keepHold(enrolmentId);
    }

    Uni<Void> post(UUID enrolmentId) {
        return quota.postHold(enrolmentId);
    }

    Uni<Void> release(UUID enrolmentId) {
        return quota.voidHold(enrolmentId);
    }

    Uni<Void> openLine(LineOpened line) {
        return quota.openLine(line);
    }

    Uni<Void> closeLine(UUID enrolmentId, Instant at) {
        return quota.closeLine(enrolmentId, at);
    }

    static LineOpened lineOf(Enrolment active, byte[] msisdnIndex) {
        var subject = active.subject();
        return new LineOpened(
                subject.carrier(),
                msisdnIndex,
                Objects.requireNonNull(active.activeFrom()),
                null,
                subject.enterprise(),
                subject.agreementId(),
                subject.packageVersionId(),
                active.id());
    }
}
