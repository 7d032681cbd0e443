package org.goichung.workforce;

import java.time.LocalDate;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * A person to be registered at an enterprise; {@code nationalId} and {@code msisdn} as a person wrote them.
 *
 * @param facts what else is known; its name, number and last day are not looked at
 */
public record NewWorker(
        EnterpriseId enterpriseId,
        String fullName,
        String nationalId,
        String msisdn,
        LocalDate employedFrom,
        @Nullable LocalDate employedTo,
        WorkerPatch facts) {

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "NewWorker[…]";
    }
}
