package org.goichung.negotiation.model;

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
        long perCycle = version.allowance().dataBytesPerCycle();
        Long capped = version.allowance().dataBytesPerDay();
        long perDay = capped == null ? perCycle / version.cycleDays() : capped;
        require(lot.minDataBytesPerCycle(), perCycle, "too-little-data-per-cycle");
        require(lot.minDataBytesPerDay(), perDay, "too-little-data-per-day");
    }

    private static void require(@Nullable Long wanted, long given, String code) {
        if (wanted != null && given < wanted)
            throw Refusal.fields(
                    ProblemType.PACKAGE_DOES_NOT_FIT,
                    Map.of(),
                    List.of(new FieldError(
                            "/packageVersionId", code, Map.of("wantedBytes", wanted, "givenBytes", given))));
    }
}
