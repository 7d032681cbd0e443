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
    static String pays(Candidate candidate, boolean vi) {
        if (candidate.coPayVnd() == 0) return vi ? "Không phải trả tiền. " : "Nothing to pay. ";
        PackageVersionView version = candidate.version();
        int days = version.cycleDays();
        String once = Phrases.vnd(candidate.coPayVnd(), vi);
        if (days == Bill.DAYS) return vi ? "Trả " + once + " mỗi 30 ngày. " : "Pay " + once + " every 30 days. ";
        String month = Phrases.vnd(candidate.coPay30Vnd(), vi);
        if (days < Bill.DAYS)
            return vi
                    ? "Trả " + once + (days == 1 ? " mỗi ngày" : " mỗi " + days + " ngày") + " (" + month
                            + " mỗi 30 ngày). "
                    : "Pay " + once + (days == 1 ? " a day" : " every " + days + " days") + " (" + month
                            + " every 30 days). ";
        return vi
                ? "Trả một lần " + once + " cho " + cycle(version.cycle(), true) + " (" + month + " mỗi 30 ngày). "
                : "Pay " + once + " at once for " + cycle(version.cycle(), false) + " (" + month + " every 30 days). ";
    }

    private static String cycle(Cycle cycle, boolean vi) {
        return switch (cycle.unit()) {
            case DAY -> cycle.length() + (vi ? " ngày" : " days");
            case CALENDAR_MONTH -> cycle.length() + (vi ? " tháng" : " months");
        };
    }

    /** Data and talk over 30 days, what of it only part of the day has, what follows, and what binds. */
    static String gives(Candidate candidate, boolean vi) {
        PackageVersionView version = candidate.version();
        Allowance allowance = version.allowance();
        return data(candidate, vi)
                + nights(allowance.dayParts(), vi)
                + talk(allowance, version.cycleDays(), vi)
                + after(allowance, vi)
                + binds(version, vi);
    }

    private static String data(Candidate candidate, boolean vi) {
        long bytes = candidate.data30Bytes();
        if (bytes == 0) return vi ? "Không có dung lượng vào mạng. " : "No data. ";
        return vi ? "Được " + volume(bytes, true) + " vào mạng. " : "Gives " + volume(bytes, false) + " of data. ";
    }

    private static String nights(List<DayPart> parts, boolean vi) {
        var all = new StringBuilder();
        for (DayPart part : parts) {
            boolean daily = part.per() == DayPart.Per.DAY;
            all.append(vi ? "Trong đó " : "Of it ").append(volume(part.dataBytes(), vi));
            if (daily) all.append(vi ? " mỗi ngày" : " a day");
            all.append(vi ? " chỉ dùng từ " : " only from ")
                    .append(part.from())
                    .append(vi ? " đến " : " to ")
                    .append(part.until())
                    .append(". ");
        }
        return all.toString();
    }

    /** Of a cycle, which is said where it is not the 30 days of all else. */
    private static String talk(Allowance allowance, int days, boolean vi) {
        long any = allowance.minutesAny();
        long onNet = allowance.minutesOnNet();
        if (any == 0 && onNet == 0) return "";
        String anyText = any == 0 ? "" : Phrases.count(any, vi) + (vi ? " phút mọi mạng" : " minutes to any carrier");
        String onNetText =
                onNet == 0 ? "" : Phrases.count(onNet, vi) + (vi ? " phút cùng mạng" : " minutes within the carrier");
        String both = any == 0 || onNet == 0 ? anyText + onNetText : onNetText + (vi ? " và " : " and ") + anyText;
        String cycle = days == Bill.DAYS ? "" : vi ? ", mỗi lần mua" : ", each time";
        return (vi ? "Gọi được " : "Calls: ") + both + cycle + ". ";
    }

    private static String after(Allowance allowance, boolean vi) {
        if (!(allowance.afterAllowance() instanceof PerBlock block) || block.priceVnd() == 0) return "";
        String price = Phrases.vnd(block.priceVnd(), vi);
        return vi
                ? "Hết dung lượng thì bị tính thêm " + price + " mỗi " + size(block.blockBytes()) + ". "
                : "Beyond it each " + size(block.blockBytes()) + " costs " + price + ". ";
    }

    private static String binds(PackageVersionView version, boolean vi) {
        String kind =
                version.kind() == SubscriberKind.PREPAID ? "" : vi ? "Chỉ cho thuê bao trả sau. " : "Postpaid only. ";
        Commitment bound = version.allowance().commitment();
        if (bound == null) return kind;
        String stays = bound.portOutAllowed() ? "" : vi ? ", không được chuyển mạng" : " without changing carriers";
        return kind
                + (vi
                        ? "Phải giữ ít nhất " + bound.months() + " tháng" + stays + ". "
                        : "Binds for " + bound.months() + " months" + stays + ". ");
    }

    private static String size(long bytes) {
        if (bytes >= MB && bytes % MB == 0) return bytes / MB + " MB";
        return bytes % 1_000 == 0 ? bytes / 1_000 + " KB" : bytes + " byte";
    }

    /** In whole GB; below ten with one decimal; below one in MB. Rounded down. */
    private static String volume(long bytes, boolean vi) {
        if (bytes < GB) return bytes / MB + " MB";
        if (bytes >= 10 * GB || bytes % GB < GB / 10) return bytes / GB + " GB";
        return bytes / GB + (vi ? "," : ".") + bytes % GB / (GB / 10) + " GB";
    }
}
