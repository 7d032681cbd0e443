package org.goichung.negotiation.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.goichung.catalog.PackageVersionView;
import org.goichung.negotiation.Lot;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Whether a package gives what a lot asks for. */
public final class PackageFit {
    private PackageFit() {}

    public static void check(PackageVersionView version, Lot lot) {
        var misfits = misfits(version, lot);
        if (!misfits.isEmpty())
            throw Refusal.fields(ProblemType.PACKAGE_DOES_NOT_FIT, Map.of(), List.of(misfits.getFirst()));
    }

    /** What it gives too little of. */
    public static List<FieldError> misfits(PackageVersionView version, Lot lot) {
        var misfits = new ArrayList<FieldError>();
        long perCycle = version.allowance().dataBytesPerCycle();
        Long capped = version.allowance().dataBytesPerDay();
        long perDay = capped == null ? perCycle / version.cycleDays() : capped;
        require(lot.minDataBytesPerCycle(), perCycle, "too-little-data-per-cycle", misfits);
        require(lot.minDataBytesPerDay(), perDay, "too-little-data-per-day", misfits);
        return misfits;
    }

    private static void require(@Nullable Long wanted, long given, String code, List<FieldError> misfits) {
        if (wanted != null && given < wanted)
            misfits.add(new FieldError("/packageVersionId", code, Map.of("wantedBytes", wanted, "givenBytes", given)));
    }
}
