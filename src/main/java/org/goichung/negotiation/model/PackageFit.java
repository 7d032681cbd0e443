package org.goichung.negotiation.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.goichung.catalog.Allowance;
import org.goichung.catalog.PackageVersionView;
import org.goichung.negotiation.CustomPackage;
import org.goichung.negotiation.Lot;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What an offer's package gives, and whether that is what a lot asks for. Prices, budgets and gains are of a month, and so is what an
 * agreement grants: a package that lasts a day or a quarter has no price that could stand beside them.
 *
 * @param pointer where the offer speaks of it
 * @param cyclePointer where it says how long it lasts
 */
public record PackageFit(Allowance allowance, int cycleDays, String pointer, String cyclePointer) {
    private static final int SHORTEST_MONTH = 28;
    private static final int LONGEST_MONTH = 31;

    public static PackageFit of(PackageVersionView version) {
        return new PackageFit(version.allowance(), version.cycleDays(), "/packageVersionId", "/packageVersionId");
    }

    public static PackageFit of(CustomPackage made) {
        return new PackageFit(
                made.allowance(), made.cycle().days(), "/customPackage/allowance", "/customPackage/cycle");
    }

    public void check(Lot lot) {
        var misfits = misfits(lot);
        if (!misfits.isEmpty())
            throw Refusal.fields(ProblemType.PACKAGE_DOES_NOT_FIT, Map.of(), List.of(misfits.getFirst()));
    }

    /** What it gives too little of, and whether it lasts no month. */
    public List<FieldError> misfits(Lot lot) {
        var misfits = new ArrayList<FieldError>();
        if (cycleDays < SHORTEST_MONTH || cycleDays > LONGEST_MONTH)
            misfits.add(new FieldError(cyclePointer, "cycle-is-no-month", Map.of("cycleDays", cycleDays)));
        long perCycle = allowance.dataBytesPerCycle();
        Long capped = allowance.dataBytesPerDay();
        long perDay = capped == null ? perCycle / cycleDays : capped;
        require(lot.minDataBytesPerCycle(), perCycle, "too-little-data-per-cycle", "Bytes", misfits);
        require(lot.minDataBytesPerDay(), perDay, "too-little-data-per-day", "Bytes", misfits);
        require(lot.minMinutesPerCycle(), allowance.minutesAny(), "too-few-minutes-per-cycle", "Minutes", misfits);
        return misfits;
    }

    private void require(@Nullable Long wanted, long given, String code, String unit, List<FieldError> misfits) {
        if (wanted != null && given < wanted)
            misfits.add(new FieldError(pointer, code, Map.of("wanted" + unit, wanted, "given" + unit, given)));
    }
}
