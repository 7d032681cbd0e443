package org.goichung.workforce;

import java.time.LocalDate;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.WorkerId;
import org.jspecify.annotations.Nullable;

/**
 * What criteria speak of, of one person, without a name: missing is missing.
 *
 * @param msisdnIndex keyed blind index of the number, 32 bytes; null once erased
 * @param nationalIdIndex keyed blind index of the citizen id, 32 bytes; null once erased
 * @param enterpriseId where the latest employment is; whether it lasts today is told by its days
 * @param carrierIsGuess whether the carrier is only read off the number's prefix
 * @param employedTo the last day, inclusive; null while it has no end
 * @param enrolled the package that they have by an enrolment; null for none
 * @param erased the person is to be forgotten: everything else is empty
 * @param version grows with each change of this person; a row that is not newer than the one held is old news
 */
public record WorkerFacts(
        WorkerId workerId,
        byte @Nullable [] msisdnIndex,
        byte @Nullable [] nationalIdIndex,
        @Nullable EnterpriseId enterpriseId,
        @Nullable Integer birthYear,
        @Nullable Boolean unionMember,
        @Nullable Long monthlyWageVnd,
        @Nullable Long monthlyTelecomSpendVnd,
        @Nullable PhoneKind phoneKind,
        @Nullable String carrierCode,
        boolean carrierIsGuess,
        @Nullable String provinceCode,
        @Nullable String communeCode,
        @Nullable LocalDate employedFrom,
        @Nullable LocalDate employedTo,
        @Nullable Integer lapsesLast90Days,
        @Nullable Long monthlyDataBytes,
        @Nullable EnrolledPackage enrolled,
        boolean erased,
        long version) {

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "WorkerFacts[" + workerId + "]";
    }
}
