package org.goichung.eligibility.model;

import java.util.List;
import org.goichung.catalog.AfterAllowance.PerBlock;
import org.goichung.catalog.Allowance;
import org.goichung.catalog.Allowance.Commitment;
import org.goichung.catalog.Allowance.DayPart;
import org.goichung.catalog.Cycle;
import org.goichung.catalog.PackageVersionView;
import org.goichung.catalog.SubscriberKind;

/** What a package costs and gives in short sentences, and what may surprise somebody later. */
final class Deal {
    private static final long MB = 1_000_000L;
    private static final long GB = 1_000_000_000L;

    private Deal() {}

    /** What has to be paid at once, and what that comes to over 30 days. */
    static String pays(Candidate candidate, Tongue tongue) {
        if (candidate.coPayVnd() == 0) return tongue.free();
        PackageVersionView version = candidate.version();
        int days = version.cycleDays();
        String once = Phrases.vnd(candidate.coPayVnd(), tongue);
        if (days == Bill.DAYS) return tongue.paysMonthly(once);
        String month = Phrases.vnd(candidate.coPay30Vnd(), tongue);
        return days < Bill.DAYS
                ? tongue.pays(once, days, month)
                : tongue.paysAtOnce(once, cycle(version.cycle(), tongue), month);
    }

    private static String cycle(Cycle cycle, Tongue tongue) {
        return switch (cycle.unit()) {
            case DAY -> tongue.days(cycle.length());
            case CALENDAR_MONTH -> tongue.months(cycle.length());
        };
    }

    /** Data and talk over 30 days, what of it only part of the day has, what follows, and what binds. */
    static String gives(Candidate candidate, Tongue tongue) {
        PackageVersionView version = candidate.version();
        Allowance allowance = version.allowance();
        long bytes = candidate.data30Bytes();
        return (bytes == 0 ? tongue.noData() : tongue.data(volume(bytes, tongue)))
                + nights(allowance.dayParts(), tongue)
                + talk(allowance, version.cycleDays(), tongue)
                + after(allowance, tongue)
                + binds(version, tongue);
    }

    private static String nights(List<DayPart> parts, Tongue tongue) {
        var all = new StringBuilder();
        for (DayPart part : parts)
            all.append(tongue.part(
                    volume(part.dataBytes(), tongue), part.per() == DayPart.Per.DAY, part.from(), part.until()));
        return all.toString();
    }

    /** Of a cycle, which is said where it is not the 30 days of all else. */
    private static String talk(Allowance allowance, int days, Tongue tongue) {
        long any = allowance.minutesAny();
        long onNet = allowance.minutesOnNet();
        if (any == 0 && onNet == 0) return "";
        String anyText = any == 0 ? "" : tongue.minutesToAny(Phrases.count(any, tongue));
        String onNetText = onNet == 0 ? "" : tongue.minutesOnNet(Phrases.count(onNet, tongue));
        String both = any == 0 || onNet == 0 ? anyText + onNetText : onNetText + tongue.and() + anyText;
        return tongue.calls(both, days != Bill.DAYS);
    }

    private static String after(Allowance allowance, Tongue tongue) {
        if (!(allowance.afterAllowance() instanceof PerBlock block) || block.priceVnd() == 0) return "";
        return tongue.beyond(size(block.blockBytes()), Phrases.vnd(block.priceVnd(), tongue));
    }

    private static String binds(PackageVersionView version, Tongue tongue) {
        String kind = version.kind() == SubscriberKind.PREPAID ? "" : tongue.postpaidOnly();
        Commitment bound = version.allowance().commitment();
        return bound == null ? kind : kind + tongue.binds(bound.months(), bound.portOutAllowed());
    }

    private static String size(long bytes) {
        if (bytes >= MB && bytes % MB == 0) return bytes / MB + " MB";
        return bytes % 1_000 == 0 ? bytes / 1_000 + " KB" : bytes + " byte";
    }

    /** In whole GB; below ten with one decimal; below one in MB. Rounded down. */
    private static String volume(long bytes, Tongue tongue) {
        if (bytes < GB) return bytes / MB + " MB";
        if (bytes >= 10 * GB || bytes % GB < GB / 10) return bytes / GB + " GB";
        return bytes / GB + String.valueOf(tongue.decimal()) + bytes % GB / (GB / 10) + " GB";
    }
}
