package org.goichung.eligibility.model;

import java.time.LocalDate;
import java.time.LocalTime;
import org.goichung.platform.http.Language;

/**
 * What is said to a person, in one language: short sentences, money first, no word of the trade. A sentence that others follow ends with
 * a blank. Amounts of money and volumes come worded.
 */
interface Tongue {

    static Tongue of(Language language) {
        return switch (language) {
            case VI -> InVietnamese.TONGUE;
            case EN -> InEnglish.TONGUE;
            case KM -> InKhmer.TONGUE;
        };
    }

    /** What stands between three digits and the next. */
    char thousands();

    /** What stands before a fraction. */
    char decimal();

    /** An amount whose digits are grouped. */
    String dong(String amount);

    // --- what it does to the bill

    String saves(String money);

    /** Of what does not last most of the month. */
    String cheaperBy(String money);

    String costsMore(String money);

    String costsTheSame();

    String spendingUnknown();

    // --- what is paid and what it gives

    String free();

    String paysMonthly(String once);

    /** @param days of one cycle, fewer than 30 */
    String pays(String once, int days, String month);

    /** @param cycle longer than 30 days */
    String paysAtOnce(String once, String cycle, String month);

    String days(int count);

    String months(int count);

    String noData();

    String data(String volume);

    /** A part of the data that can be used at some hours only. */
    String part(String volume, boolean daily, LocalTime from, LocalTime until);

    String minutesToAny(String count);

    String minutesOnNet(String count);

    String and();

    /** @param eachTime whether they are those of one cycle that is no month */
    String calls(String minutes, boolean eachTime);

    String beyond(String size, String price);

    String postpaidOnly();

    String binds(int months, boolean portOutAllowed);

    // --- how long it lasts

    String lastsNoDay();

    String lastsAllMonth();

    String lasts(int days);

    String keypadCannot();

    /** Where it is not known which kind of phone it is. */
    String needsSmartphone();

    String usesNoData();

    String useUnknown();

    /** Of minutes that do not cover half of what is called now. */
    String callsTooFew();

    // --- how to get it

    String sms(String text, String shortCode);

    String askUnion();

    String unionSignsUp();

    String hasIt();

    /** The number's carrier is not known, so it may have to move. */
    String mayHaveToMove(String carrier);

    String hasToMove(String carrier, boolean guess);

    // --- what stands in the way

    String ifItWereYours();

    String notYetBecause();

    String toFindOut();

    /** What would have to be otherwise for it to be theirs: sentences without their ends, joined by {@link #or}. */
    String yoursIf(String either);

    String needed(String either);

    String or();

    /** Of a condition that nobody laid down. */
    String unwritten();

    /** Of a condition that holds from a day. */
    String holdsFrom(LocalDate day);

    // --- the answer as a whole

    /** The package, as a part of a sentence. */
    String named(String code, String carrier);

    String has(String named);

    String noneIsBetter();

    String oneIsBetter();

    String itIs(String named);

    String nothingHelps();

    String nearest(String named);

    String nearest(String named, String saved);

    String wifi();
}
