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
    private static final int MOST_THOUSANDS = 1_000;
    /** Races are harmless: two threads word the same. */
    private static final @Nullable String[][] SAVED = new String[4][2 * MOST_THOUSANDS + 1];

    private static final List<String> COVERS_VI = covers(true);
    private static final List<String> COVERS_EN = covers(false);

    static Phrases of(Candidate candidate, Language language) {
        boolean vi = language == Language.VI;
        String pays = Deal.pays(candidate, vi);
        String gives = Deal.gives(candidate, vi);
        return new Phrases(
                pays + gives,
                pays + unknownSpend(vi) + gives,
                sms(candidate.version(), vi),
                candidate.agreementId() == null
                        ? (vi ? "Hỏi công đoàn trước khi đăng ký." : "Ask your union before you sign up.")
                        : (vi ? "Nhờ công đoàn đăng ký giúp." : "Your union signs you up."),
                vi ? "Đang có gói này qua công đoàn." : "You have it through your union.");
    }

    private static String unknownSpend(boolean vi) {
        return vi
                ? "Chưa biết đang tốn bao nhiêu nên chưa tính được có lợi hay không. "
                : "What is spent now is not known, so neither is the saving. ";
    }

    private static String sms(PackageVersionView version, boolean vi) {
        if (version.registerSms() == null || version.shortCode() == null) return "";
        return vi
                ? "Soạn tin " + version.registerSms() + " gửi " + version.shortCode() + "."
                : "Text " + version.registerSms() + " to " + version.shortCode() + ".";
    }

    /**
     * What the bill does against today's. Most prices and most of what people spend are whole thousands: those are worded once.
     *
     * @param lasts whether what is cheaper lasts most of the month
     */
    static String saved(long saving, boolean lasts, boolean vi) {
        long thousands = saving / 1_000;
        if (saving % 1_000 != 0 || Math.abs(thousands) > MOST_THOUSANDS) return worded(saving, lasts, vi);
        @Nullable String[] known = SAVED[(vi ? 2 : 0) + (lasts ? 1 : 0)];
        int place = (int) thousands + MOST_THOUSANDS;
        String told = known[place];
        if (told == null) known[place] = told = worded(saving, lasts, vi);
        return told;
    }

    private static String worded(long saving, boolean lasts, boolean vi) {
        if (saving > 0 && !lasts) return (vi ? "Rẻ hơn " : "Cheaper by ") + vnd(saving, vi) + ". ";
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
        return count(amount, vi) + " đ";
    }

    /** {@code 1.000} in Vietnamese, {@code 1,000} in English; of what is not negative. */
    static String count(long amount, boolean vi) {
        String digits = Long.toString(amount);
        var text = new StringBuilder(digits.length() + 6);
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) text.append(vi ? '.' : ',');
            text.append(digits.charAt(i));
        }
        return text.toString();
    }
}
