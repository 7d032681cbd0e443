package org.goichung.workforce;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.WorkerId;
import org.jspecify.annotations.Nullable;

/**
 * A person, for those who may see them; what is missing is not known.
 *
 * @param msisdn {@code +84xxxxxxxxx}
 * @param carrierIsGuess whether the carrier is only read off the number's prefix
 * @param enterpriseId where the latest employment is
 * @param employedTo its last day; absent while it lasts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkerView(
        WorkerId id,
        String fullName,
        String nationalId,
        String msisdn,
        @Nullable Integer birthYear,
        @Nullable Boolean unionMember,
        @Nullable Long monthlyWageVnd,
        @Nullable Long monthlyTelecomSpendVnd,
        @Nullable Long monthlyDataBytes,
        @Nullable PhoneKind phoneKind,
        @Nullable Integer lapsesLast90Days,
        @Nullable String carrierCode,
        boolean carrierIsGuess,
        @Nullable String provinceCode,
        @Nullable String communeCode,
        @Nullable String placeDataset,
        @Nullable EnterpriseId enterpriseId,
        @Nullable LocalDate employedFrom,
        @Nullable LocalDate employedTo,
        long version) {

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "WorkerView[" + id + "]";
    }
}
