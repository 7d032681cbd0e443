package org.goichung.dashboard.model;

import java.util.Arrays;
import java.util.Optional;
import org.goichung.platform.http.Language;
import org.jspecify.annotations.Nullable;

/** What the worker's page says around the answer, and at its door, in one language: short sentences for a small screen. */
public sealed interface Said permits SaidInVietnamese, SaidInEnglish, SaidInKhmer {

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

    // --- the page's furniture

    String tag();

    String itself();

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
}
