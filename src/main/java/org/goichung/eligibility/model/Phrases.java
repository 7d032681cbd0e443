package org.goichung.eligibility.model;

import java.util.List;
import java.util.stream.IntStream;
import org.goichung.catalog.PackageVersionView;
import org.goichung.platform.http.Language;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a candidate to everybody alike.
 *
 * @param deal what it costs the worker and its data
 * @param unsureDeal the same to somebody whose spending is not known
 * @param sms what to send; empty where there is nothing to send
 * @param ask how to get it otherwise
 * @param has for those who have it already
 */
record Phrases(String deal, String unsureDeal, String sms, String ask, String has) {
    private static final long MB = 1_000_000L;
    private static final long GB = 1_000_000_000L;
    private static final int MOST_THOUSANDS = 1_000;
    /** Races are harmless: two threads word the same. */
    private static final @Nullable String[] SAVED_VI = new String[2 * MOST_THOUSANDS + 1];

    private static final @Nullable String[] SAVED_EN = new String[2 * MOST_THOUSANDS + 1];
    private static final List<String> COVERS_VI = covers(true);
    private static final List<String> COVERS_EN = covers(false);

    static Phrases of(Candidate candidate, Language language) {
        boolean vi = language == Language.VI;
        String pays = pays(candidate.coPay30Vnd(), vi);
        String gives = gives(candidate.data30Bytes(), vi);
        return new Phrases(
                pays + gives,
                pays + unknownSpend(vi) + gives,
                sms(candidate.version(), vi),
                candidate.agreementId() == null
                        ? (vi ? "Hỏi công đoàn trước khi đăng ký." : "Ask your union before you sign up.")
                        : (vi ? "Nhờ công đoàn đăng ký giúp." : "Your union signs you up."),
                vi ? "Đang có gói này qua công đoàn." : "You have it through your union.");
    }

    private static String pays(long vnd, boolean vi) {
        if (vnd == 0) return vi ? "Không phải trả tiền. " : "Nothing to pay. ";
        return vi ? "Trả " + vnd(vnd, true) + " mỗi 30 ngày. " : "Pay " + vnd(vnd, false) + " every 30 days. ";
    }

    private static String unknownSpend(boolean vi) {
        return vi
                ? "Chưa biết đang tốn bao nhiêu nên chưa tính được có lợi hay không. "
                : "What is spent now is not known, so neither is the saving. ";
    }

    private static String gives(long bytes, boolean vi) {
        if (bytes == 0) return vi ? "Không có dung lượng vào mạng. " : "No data. ";
        return vi ? "Được " + volume(bytes, true) + " vào mạng. " : "Gives " + volume(bytes, false) + " of data. ";
    }

    private static String sms(PackageVersionView version, boolean vi) {
        if (version.registerSms() == null || version.shortCode() == null) return "";
        return vi
                ? "Soạn tin " + version.registerSms() + " gửi " + version.shortCode() + "."
                : "Text " + version.registerSms() + " to " + version.shortCode() + ".";
    }

    /** What the bill does against today's. Most prices and most of what people spend are whole thousands: those are worded once. */
    static String saved(long saving, boolean vi) {
        long thousands = saving / 1_000;
        if (saving % 1_000 != 0 || Math.abs(thousands) > MOST_THOUSANDS) return worded(saving, vi);
        @Nullable String[] known = vi ? SAVED_VI : SAVED_EN;
        int place = (int) thousands + MOST_THOUSANDS;
        String told = known[place];
        if (told == null) known[place] = told = worded(saving, vi);
        return told;
    }

    private static String worded(long saving, boolean vi) {
        if (saving > 0) return (vi ? "Bớt được " : "Save ") + vnd(saving, vi) + ". ";
        if (saving < 0) return (vi ? "Tốn thêm " : "Costs ") + vnd(-saving, vi) + (vi ? ". " : " more. ");
        return vi ? "Tiền không đổi. " : "Costs the same. ";
    }

    /** How long the data lasts. */
    static String cover(int days, boolean vi) {
        return (vi ? COVERS_VI : COVERS_EN).get(days);
    }

    private static List<String> covers(boolean vi) {
        return IntStream.rangeClosed(0, Bill.DAYS)
                .mapToObj(days -> {
                    if (days == 0) return vi ? "Không đủ dùng trong một ngày. " : "Does not last a day. ";
                    if (days == Bill.DAYS) return vi ? "Đủ dùng cả tháng. " : "Lasts all month. ";
                    return vi ? "Chỉ đủ dùng khoảng " + days + " ngày. " : "Lasts about " + days + " days only. ";
                })
                .toList();
    }

    /** A sentence as a part of another. */
    static String clause(String sentence) {
        String bare = sentence.strip();
        return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    }

    /** {@code 40.000 đ} in Vietnamese, {@code 40,000 đ} in English; of what is not negative. */
    static String vnd(long amount, boolean vi) {
        String digits = Long.toString(amount);
        var text = new StringBuilder(digits.length() + 8);
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) text.append(vi ? '.' : ',');
            text.append(digits.charAt(i));
        }
        return text.append(" đ").toString();
    }

    /** In whole GB; below ten with one decimal; below one in MB. Rounded down. */
    private static String volume(long bytes, boolean vi) {
        if (bytes < GB) return bytes / MB + " MB";
        if (bytes >= 10 * GB || bytes % GB < GB / 10) return bytes / GB + " GB";
        return bytes / GB + (vi ? "," : ".") + bytes % GB / (GB / 10) + " GB";
    }
}
