package org.goichung.eligibility.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** As it is said to somebody in English. */
enum InEnglish implements Tongue {
    TONGUE;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    @Override
    public char thousands() {
        return ',';
    }

    @Override
    public char decimal() {
        return '.';
    }

    @Override
    public String dong(String amount) {
        return amount + " đ";
    }

    @Override
    public String saves(String money) {
        return "Save " + money + ". ";
    }

    @Override
    public String cheaperBy(String money) {
        return "Cheaper by " + money + ". ";
    }

    @Override
    public String costsMore(String money) {
        return "Costs " + money + " more. ";
    }

    @Override
    public String costsTheSame() {
        return "Costs the same. ";
    }

    @Override
    public String spendingUnknown() {
        return "What is spent now is not known, so neither is the saving. ";
    }

    @Override
    public String free() {
        return "Nothing to pay. ";
    }

    @Override
    public String paysMonthly(String once) {
        return "Pay " + once + " every 30 days. ";
    }

    @Override
    public String pays(String once, int days, String month) {
        return "Pay " + once + (days == 1 ? " a day" : " every " + days + " days") + " (" + month + " every 30 days). ";
    }

    @Override
    public String paysAtOnce(String once, String cycle, String month) {
        return "Pay " + once + " at once for " + cycle + " (" + month + " every 30 days). ";
    }

    @Override
    public String days(int count) {
        return count + " days";
    }

    @Override
    public String months(int count) {
        return count + " months";
    }

    @Override
    public String noData() {
        return "No data. ";
    }

    @Override
    public String data(String volume) {
        return "Gives " + volume + " of data. ";
    }

    @Override
    public String part(String volume, boolean daily, LocalTime from, LocalTime until) {
        return "Of it " + volume + (daily ? " a day" : "") + " only from " + from + " to " + until + ". ";
    }

    @Override
    public String minutesToAny(String count) {
        return count + " minutes to any carrier";
    }

    @Override
    public String minutesOnNet(String count) {
        return count + " minutes within the carrier";
    }

    @Override
    public String and() {
        return " and ";
    }

    @Override
    public String calls(String minutes, boolean eachTime) {
        return "Calls: " + minutes + (eachTime ? ", each time. " : ". ");
    }

    @Override
    public String beyond(String size, String price) {
        return "Beyond it each " + size + " costs " + price + ". ";
    }

    @Override
    public String postpaidOnly() {
        return "Postpaid only. ";
    }

    @Override
    public String binds(int months, boolean portOutAllowed) {
        return "Binds for " + months + " months" + (portOutAllowed ? ". " : " without changing carriers. ");
    }

    @Override
    public String lastsNoDay() {
        return "Does not last a day. ";
    }

    @Override
    public String lastsAllMonth() {
        return "Lasts all month. ";
    }

    @Override
    public String lasts(int days) {
        return "Lasts about " + days + " days only. ";
    }

    @Override
    public String keypadCannot() {
        return "A keypad phone cannot use the data. ";
    }

    @Override
    public String needsSmartphone() {
        return "Needs a phone that can use data. ";
    }

    @Override
    public String callsTooFew() {
        return "Its calls are too few for what is called now. ";
    }

    @Override
    public String usesNoData() {
        return "No data is used now. ";
    }

    @Override
    public String useUnknown() {
        return "How much data is used now is not known. ";
    }

    @Override
    public String sms(String text, String shortCode) {
        return "Text " + text + " to " + shortCode + ".";
    }

    @Override
    public String askUnion() {
        return "Ask your union before you sign up.";
    }

    @Override
    public String unionSignsUp() {
        return "Your union signs you up.";
    }

    @Override
    public String hasIt() {
        return "You have it through your union.";
    }

    @Override
    public String mayHaveToMove(String carrier) {
        return "The number's carrier is not known: unless it is " + carrier
                + ", the number has to move; it stays the same. ";
    }

    @Override
    public String hasToMove(String carrier, boolean guess) {
        return (guess ? "The number probably has to move to " : "The number has to move to ") + carrier
                + "; it stays the same. ";
    }

    @Override
    public String ifItWereYours() {
        return "If it were yours: ";
    }

    @Override
    public String notYetBecause() {
        return "Not yet, because: ";
    }

    @Override
    public String toFindOut() {
        return "To find out: ";
    }

    @Override
    public String yoursIf(String either) {
        return "It would be yours if: " + either + ".";
    }

    @Override
    public String needed(String either) {
        return "Needed: " + either + ".";
    }

    @Override
    public String or() {
        return "; or: ";
    }

    @Override
    public String unwritten() {
        return "This condition is not laid down yet.";
    }

    @Override
    public String holdsFrom(LocalDate day) {
        return "This condition holds from " + DAY.format(day) + ".";
    }

    @Override
    public String named(String code, String carrier) {
        return "package " + code + " of " + carrier;
    }

    @Override
    public String has(String named) {
        return "You have " + named + " through your union. ";
    }

    @Override
    public String noneIsBetter() {
        return "No other package does more now.";
    }

    @Override
    public String oneIsBetter() {
        return "There is a better one. ";
    }

    @Override
    public String itIs(String named) {
        return " It is " + named + ".";
    }

    @Override
    public String nothingHelps() {
        return "No package saves money now.";
    }

    @Override
    public String nearest(String named) {
        return " The nearest is " + named + ".";
    }

    @Override
    public String nearest(String named, String saved) {
        return " The nearest is " + named + ": it would save " + saved + ".";
    }

    @Override
    public String wifi() {
        return " There is wifi at work. Going on line by wifi costs nothing.";
    }
}
