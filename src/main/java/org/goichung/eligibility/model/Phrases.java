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
    private static final List<Language> LANGUAGES = List.of(Language.values());
    /** By language, twice: of what lasts, and of what does not. Races are harmless: two threads word the same. */
    private static final @Nullable String[][] SAVED = new String[2 * LANGUAGES.size()][2 * MOST_THOUSANDS + 1];

    private static final List<List<String>> COVERS =
            LANGUAGES.stream().map(Tongue::of).map(Phrases::covers).toList();

    static Phrases of(Candidate candidate, Language language) {
        Tongue tongue = Tongue.of(language);
        String pays = Deal.pays(candidate, tongue);
        String gives = Deal.gives(candidate, tongue);
        return new Phrases(
                pays + gives,
                pays + tongue.spendingUnknown() + gives,
                sms(candidate.version(), tongue),
                candidate.agreementId() == null ? tongue.askUnion() : tongue.unionSignsUp(),
                tongue.hasIt());
    }

    private static String sms(PackageVersionView version, Tongue tongue) {
        if (version.registerSms() == null || version.shortCode() == null) return "";
        return tongue.sms(version.registerSms(), version.shortCode());
    }

    /**
     * What the bill does against today's. Most prices and most of what people spend are whole thousands: those are worded once.
     *
     * @param lasts whether what is cheaper lasts most of the month
     */
    static String saved(long saving, boolean lasts, Language language) {
        long thousands = saving / 1_000;
        if (saving % 1_000 != 0 || Math.abs(thousands) > MOST_THOUSANDS) return worded(saving, lasts, language);
        @Nullable String[] known = SAVED[2 * language.ordinal() + (lasts ? 1 : 0)];
        int place = (int) thousands + MOST_THOUSANDS;
        String told = known[place];
        if (told == null) known[place] = told = worded(saving, lasts, language);
        return told;
    }

    private static String worded(long saving, boolean lasts, Language language) {
        Tongue tongue = Tongue.of(language);
        if (saving == 0) return tongue.costsTheSame();
        String money = vnd(Math.abs(saving), tongue);
        if (saving < 0) return tongue.costsMore(money);
        return lasts ? tongue.saves(money) : tongue.cheaperBy(money);
    }

    /** How long the data lasts. */
    static String cover(int days, Language language) {
        return COVERS.get(language.ordinal()).get(days);
    }

    private static List<String> covers(Tongue tongue) {
        return IntStream.rangeClosed(0, Bill.DAYS)
                .mapToObj(days -> {
                    if (days == 0) return tongue.lastsNoDay();
                    return days == Bill.DAYS ? tongue.lastsAllMonth() : tongue.lasts(days);
                })
                .toList();
    }

    /** A sentence as a part of another. */
    static String clause(String sentence) {
        String bare = sentence.strip();
        return bare.endsWith(".") || bare.endsWith("។") ? bare.substring(0, bare.length() - 1) : bare;
    }

    /** {@code 40.000 đ} in Vietnamese, {@code 40,000 đ} in English; of what is not negative. */
    static String vnd(long amount, Tongue tongue) {
        return tongue.dong(count(amount, tongue));
    }

    /** {@code 1.000} in Vietnamese, {@code 1,000} in English; of what is not negative. */
    static String count(long amount, Tongue tongue) {
        String digits = Long.toString(amount);
        var text = new StringBuilder(digits.length() + 6);
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) text.append(tongue.thousands());
            text.append(digits.charAt(i));
        }
        return text.toString();
    }
}
