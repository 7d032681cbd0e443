package org.goichung.dashboard.model;

import java.util.Locale;
import org.goichung.platform.http.Language;

/** What is said to a worker of packages, in one language: short sentences for a small screen. Money and data come worded. */
public sealed interface SaidOfPackages
        permits SaidOfPackagesInVietnamese, SaidOfPackagesInEnglish, SaidOfPackagesInKhmer {
    /** Keeps a number and its unit on one line. */
    String TIED = "\u00a0";

    long GB = 1_000_000_000L;
    long MB = 1_000_000L;

    static SaidOfPackages in(Language language) {
        return switch (language) {
            case VI -> SaidOfPackagesInVietnamese.SAID;
            case EN -> SaidOfPackagesInEnglish.SAID;
            case KM -> SaidOfPackagesInKhmer.SAID;
        };
    }

    /** {@code 90.000 đồng}. */
    default String vnd(long amount) {
        return dong(count(amount));
    }

    /** {@code 1.240}; of what is not negative. */
    default String count(long amount) {
        return String.format(Locale.ROOT, "%,d", amount).replace(',', thousands());
    }

    /** {@code 1,5 GB}, {@code 500 MB}: rounded down, so that nobody is promised more. */
    default String data(long bytes) {
        if (bytes < GB) return bytes / MB + TIED + "MB";
        long tenths = bytes / (GB / 10);
        String fraction = tenths % 10 == 0 ? "" : decimal() + String.valueOf(tenths % 10);
        return tenths / 10 + fraction + TIED + "GB";
    }

    // --- numbers

    /** What stands between three digits and the next. */
    char thousands();

    /** What stands before a fraction. */
    char decimal();

    /** An amount whose digits are grouped. */
    String dong(String amount);

    // --- what a package gives

    String dataEachDay(String data);

    String dataFor(String data, int days);

    String stops();

    String slows();

    String costsBeyond();

    String minutesToAny(long count);

    String minutesOnNet(long count);

    String messages(long count);

    String uncounted(String apps);

    // --- the answer

    String named(String code, String carrier);

    String mustMove(String carrier, boolean guess);

    String listOf(String year);

    String every(int days);

    String nothingToPay();

    String pays(String money);

    String paysAtOnce(String money, int days);

    String cheaper(String money);

    String cheaperFor(String money, int days);

    String needsSmartphone();

    String keypadCannot();

    String postpaidOnly();

    /** Of what does not cover all calls. */
    String cheaperInPart(String money);

    String dearer(String money);

    String youSave(String money, String every);

    String freeForYou();

    String usable();

    String youHave(String code);

    String nothingHelps();

    String mustAsk();

    String wifi();

    String missed(String code);

    String closest(String code);

    String littleKnown();

    String askOrComeBack();

    String ask();

    String meet();
}
