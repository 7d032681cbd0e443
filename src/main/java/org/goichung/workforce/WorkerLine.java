package org.goichung.workforce;

import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.WorkerId;
import org.jspecify.annotations.Nullable;

/**
 * A person's number and where it stands, for the rooms that order and meter lines.
 *
 * @param msisdn {@code +84xxxxxxxxx}
 * @param msisdnIndex the number's keyed blind index, 32 bytes
 * @param enterpriseId where the person is employed today
 * @param carrierCode as far as it is known or guessed
 */
public record WorkerLine(
        WorkerId workerId,
        String msisdn,
        byte[] msisdnIndex,
        @Nullable EnterpriseId enterpriseId,
        @Nullable String carrierCode) {

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "WorkerLine[" + workerId + "]";
    }
}
