package org.goichung.workforce.model;

import java.util.Optional;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.workforce.PhoneKind;
import org.goichung.workforce.WorkerPatch;
import org.jspecify.annotations.Nullable;

/**
 * What criteria may speak of, as far as it is known of a person: missing is missing, not zero.
 *
 * @param knownCarrier the carrier's code where somebody knows it; never a guess from the number
 */
public record Facts(
        @Nullable Integer birthYear,
        @Nullable Boolean unionMember,
        @Nullable Long monthlyWageVnd,
        @Nullable Long monthlyTelecomSpendVnd,
        @Nullable Long monthlyDataBytes,
        @Nullable PhoneKind phoneKind,
        @Nullable Integer lapsesLast90Days,
        @Nullable String knownCarrier,
        @Nullable Place place) {

    /** Nothing is known. */
    public static final Facts NONE = new Facts(null, null, null, null, null, null, null, null, null);

    /** What is known after this change. */
    public Facts with(WorkerPatch patch) {
        return new Facts(
                changed(patch.birthYear(), birthYear),
                changed(patch.unionMember(), unionMember),
                changed(patch.monthlyWageVnd(), monthlyWageVnd),
                changed(patch.monthlyTelecomSpendVnd(), monthlyTelecomSpendVnd),
                changed(patch.monthlyDataBytes(), monthlyDataBytes),
                changed(patch.phoneKind(), phoneKind),
                changed(patch.lapsesLast90Days(), lapsesLast90Days),
                carrierAfter(patch),
                placeAfter(patch));
    }

    /** The same with the carrier known. */
    public Facts withCarrier(String carrierCode) {
        return new Facts(
                birthYear,
                unionMember,
                monthlyWageVnd,
                monthlyTelecomSpendVnd,
                monthlyDataBytes,
                phoneKind,
                lapsesLast90Days,
                carrierCode,
                place);
    }

    private static <T> @Nullable T changed(@Nullable Optional<T> given, @Nullable T held) {
        return given == null ? held : given.orElse(null);
    }

    /** A new number may be of any carrier, so that what was known of the old one falls back to a guess. */
    private @Nullable String carrierAfter(WorkerPatch patch) {
        String carrier = changed(patch.carrierCode(), patch.msisdn() == null ? knownCarrier : null);
        if (carrier != null && !NumberPlan.knowsCarrier(carrier))
            throw Refusal.field(ProblemType.INVALID_REQUEST, "/carrierCode", "unknown-carrier");
        return carrier;
    }

    private @Nullable Place placeAfter(WorkerPatch patch) {
        if (patch.provinceCode() == null && patch.communeCode() == null) return place;
        String province = changed(patch.provinceCode(), place == null ? null : place.provinceCode());
        String commune = changed(patch.communeCode(), null);
        if (province == null && commune == null) return null;
        return Places.require(province, commune);
    }
}
