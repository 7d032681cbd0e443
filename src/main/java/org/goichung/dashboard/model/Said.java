package org.goichung.dashboard.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.goichung.platform.http.Language;
import org.jspecify.annotations.Nullable;

/** What the worker's page says, in one language: short sentences for a small screen. Money and data come worded. */
public sealed interface Said permits SaidInVietnamese, SaidInEnglish, SaidInKhmer {
    /** Keeps a number and its unit on one line. */
    String TIED = "\u00a0";

    long GB = 1_000_000_000L;
    long MB = 1_000_000L;

    static Said in(Language language) {
        return switch (language) {
            case VI -> SaidInVietnamese.SAID;
            case EN -> SaidInEnglish.SAID;
            case KM -> SaidInKhmer.SAID;
        };
    }

    /**
     * The language that was chosen on the page; otherwise Khmer where the phone asks for it first, and Vietnamese. English is for those who
     * choose it: many a phone here speaks English to somebody who does not.
     */
    static Language language(@Nullable String chosen, @Nullable String acceptLanguage) {
        Optional<Language> known = Arrays.stream(Language.values())
                .filter(language -> language.tag().equals(chosen))
                .findFirst();
        return known.orElseGet(() -> Language.ofAnswers(acceptLanguage) == Language.KM ? Language.KM : Language.VI);
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

    // --- the page's furniture

    String tag();

    String itself();

    char thousands();

    char decimal();

    String dong(String amount);

    String title();

    String notYet();

    String step(int step);

    String whichPackage();

    String yourNumber();

    String forExample();

    String goOn();

    String ofUnion();

    String enterCode();

    String enterCodeOfSms();

    String ifNumber();

    String isKnown();

    String demoCode();

    String sixDigits();

    String showMine();

    String noMessage();

    String waitOrAsk();

    String sendAgain();

    String otherNumber();

    String yourPackages();

    String more(int packages);

    String notKnown();

    String lookForOther();

    // --- what goes wrong at the door

    String tooOften(String wait);

    String aboutAnHour();

    String minutes(long count);

    String busy();

    String badNumber();

    String wrongCode();

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
