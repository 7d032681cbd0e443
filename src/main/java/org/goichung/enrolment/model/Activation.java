package org.goichung.enrolment.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.goichung.enrolment.ActivationState;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * An order to a carrier. It is answered once; the same answer again changes nothing.
 *
 * @param msisdn {@code +84xxxxxxxxx}; null once the worker is erased
 * @param carrierReference the carrier's own name for it
 * @param refusal why the carrier did not take it
 */
public record Activation(
        UUID id,
        UUID enrolmentId,
        CarrierId carrier,
        UUID packageVersionId,
        @Nullable String msisdn,
        ActivationState state,
        @Nullable String carrierReference,
        @Nullable Instant activatedAt,
        @Nullable String refusal,
        Instant orderedAt) {

    /** Instants are as exact as the database keeps them, so that what is answered is what is read later. */
    public Activation {
        activatedAt = activatedAt == null ? null : activatedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** True where this very answer was given before. */
    public boolean acknowledgedAs(String reference) {
        return state == ActivationState.ACKNOWLEDGED && reference.equals(carrierReference);
    }

    /** True where it was refused before for this reason. */
    public boolean refusedFor(String reason) {
        return state == ActivationState.REFUSED && reason.equals(refusal);
    }

    /** @param told when the carrier says it was activated, which cannot be before it was asked to; null where it does not say */
    public Activation acknowledged(String reference, @Nullable Instant told, Instant now) {
        requirePending("acknowledge");
        if (told != null && told.isBefore(orderedAt))
            throw Refusal.field(ProblemType.INVALID_REQUEST, "/activatedAt", "before-the-order");
        Instant at = told != null ? told : now.isBefore(orderedAt) ? orderedAt : now;
        return new Activation(
                id,
                enrolmentId,
                carrier,
                packageVersionId,
                msisdn,
                ActivationState.ACKNOWLEDGED,
                reference,
                at,
                null,
                orderedAt);
    }

    public Activation refused(String reason) {
        requirePending("refuse");
        return new Activation(
                id,
                enrolmentId,
                carrier,
                packageVersionId,
                msisdn,
                ActivationState.REFUSED,
                null,
                null,
                reason,
                orderedAt);
    }

    private void requirePending(String move) {
        if (state != ActivationState.PENDING)
            throw Refusal.of(ProblemType.ILLEGAL_MOVE, Map.of("move", move, "state", state.wireName()));
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Activation[" + id + "]";
    }
}
