package org.goichung.enrolment.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.goichung.eligibility.SpokenReason;
import org.goichung.enrolment.EnrolmentState;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.WorkerId;
import org.jspecify.annotations.Nullable;

/**
 * An enrolment as it stands. A move gives the next one.
 *
 * @param subject for whom, and what of; it never changes
 * @param shares who pays which part of the price, decided at the start
 * @param reasons each criterion's part in the decision; frozen with it
 * @param fundVnd what the hold takes from the enterprise's fund
 */
public record Enrolment(
        UUID id,
        Subject subject,
        EnrolmentState state,
        Shares shares,
        long fundVnd,
        List<SpokenReason> reasons,
        Instant decidedAt,
        @Nullable Instant activeFrom,
        @Nullable Instant exitedAt,
        @Nullable String exitReason,
        Instant createdAt,
        long version) {
    private static final Duration DECISION_HOLDS = Duration.ofDays(30);

    /** Instants are as exact as the database keeps them, so that what is answered is what is read later. */
    public Enrolment {
        reasons = List.copyOf(reasons);
        decidedAt = decidedAt.truncatedTo(ChronoUnit.MICROS);
        activeFrom = activeFrom == null ? null : activeFrom.truncatedTo(ChronoUnit.MICROS);
        exitedAt = exitedAt == null ? null : exitedAt.truncatedTo(ChronoUnit.MICROS);
        createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** For whom, under which programme and agreement, which package of which carrier. */
    public record Subject(
            WorkerId worker,
            EnterpriseId enterprise,
            UUID programmeId,
            UUID agreementId,
            UUID packageVersionId,
            CarrierId carrier) {}

    /** Parts of one line's price, in whole đồng, that make the price. */
    public record Shares(long priceVnd, long carrierVnd, long unionVnd, long employerVnd, long workerVnd) {}

    /** A decision holds for a while; a draft has none. */
    public boolean decisionDue(Instant now) {
        return state == EnrolmentState.DRAFT || decidedAt.plus(DECISION_HOLDS).isBefore(now);
    }

    /** Decided in the worker's favour, now or anew. */
    public Enrolment qualified(List<SpokenReason> newReasons, Instant at) {
        EnrolmentState next = state == EnrolmentState.QUALIFIED ? state : after(EnrolmentMove.QUALIFY);
        return with(next, newReasons, at, activeFrom, exitedAt, exitReason);
    }

    /** Any move that leaves everything but the state as it was. */
    public Enrolment moved(EnrolmentMove move) {
        return with(after(move), reasons, decidedAt, activeFrom, exitedAt, exitReason);
    }

    public Enrolment acknowledged(Instant activatedAt) {
        return with(after(EnrolmentMove.ACKNOWLEDGE), reasons, decidedAt, activatedAt, exitedAt, exitReason);
    }

    /** @param move {@code EXIT}, or {@code REFUSE} where it is the carrier that ends it */
    public Enrolment ended(EnrolmentMove move, String reason, Instant at) {
        return with(after(move), reasons, decidedAt, activeFrom, at, reason);
    }

    /** Never before it began, though the employment may have ended earlier. */
    public Enrolment left(Leaving leaving) {
        Instant begun = activeFrom == null ? createdAt : activeFrom;
        return ended(EnrolmentMove.EXIT, leaving.reason(), leaving.at().isBefore(begun) ? begun : leaving.at());
    }

    private EnrolmentState after(EnrolmentMove move) {
        return EnrolmentMoves.after(state, move);
    }

    private Enrolment with(
            EnrolmentState next,
            List<SpokenReason> newReasons,
            Instant decided,
            @Nullable Instant active,
            @Nullable Instant exited,
            @Nullable String reason) {
        return new Enrolment(
                id,
                subject,
                next,
                shares,
                fundVnd,
                newReasons,
                decided,
                active,
                exited,
                reason,
                createdAt,
                version + 1);
    }
}
