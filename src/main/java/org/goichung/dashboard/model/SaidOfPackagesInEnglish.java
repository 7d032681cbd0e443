package org.goichung.dashboard.model;

/** What is said of packages on the worker's page, in English. */
enum SaidOfPackagesInEnglish implements SaidOfPackages {
    SAID;

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
        return amount + TIED + "đồng";
    }

    @Override
    public String dataEachDay(String data) {
        return data + " of data each day.";
    }

    @Override
    public String dataFor(String data, int days) {
        return data + " of data, for " + days + TIED + "days.";
    }

    @Override
    public String stops() {
        return "Then it stops and costs no more.";
    }

    @Override
    public String slows() {
        return "Then it is slow and costs no more.";
    }

    @Override
    public String costsBeyond() {
        return "Take care: what you use beyond it costs more.";
    }

    @Override
    public String minutesToAny(long count) {
        return count + " minutes of calls to any carrier.";
    }

    @Override
    public String minutesOnNet(long count) {
        return count + " minutes of calls within the carrier.";
    }

    @Override
    public String messages(long count) {
        return count + " messages.";
    }

    @Override
    public String uncounted(String apps) {
        return apps + " without using up the data.";
    }

    @Override
    public String named(String code, String carrier) {
        return "Package " + code + " of " + carrier;
    }

    @Override
    public String mustMove(String carrier, boolean guess) {
        return (guess ? "The number probably has" : "The number has") + " to move to " + carrier
                + "; it stays the same.";
    }

    @Override
    public String listOf(String year) {
        return "By the price list of " + year + ".";
    }

    @Override
    public String every(int days) {
        return days == 1 ? "a day" : "every " + days + TIED + "days";
    }

    @Override
    public String nothingToPay() {
        return "Nothing to pay";
    }

    @Override
    public String pays(String money) {
        return "Pay " + money;
    }

    @Override
    public String paysAtOnce(String money, int days) {
        return "Pay " + money + " at once for " + days + " days";
    }

    @Override
    public String cheaper(String money) {
        return "Saves " + money + " against now.";
    }

    @Override
    public String cheaperFor(String money, int days) {
        return "Cheaper by " + money + " than now, but lasts about " + days + " days only.";
    }

    @Override
    public String needsSmartphone() {
        return "Needs a phone that can use data.";
    }

    @Override
    public String keypadCannot() {
        return "A keypad phone cannot use the data.";
    }

    @Override
    public String postpaidOnly() {
        return "Postpaid only.";
    }

    @Override
    public String cheaperInPart(String money) {
        return "Cheaper by " + money + " than now, but not enough for all calls.";
    }

    @Override
    public String dearer(String money) {
        return "Costs " + money + " more than now.";
    }

    @Override
    public String youSave(String money, String every) {
        return "You save " + money + " " + every + ".";
    }

    @Override
    public String freeForYou() {
        return "There is a package that costs you nothing.";
    }

    @Override
    public String usable() {
        return "There is a package for you.";
    }

    @Override
    public String youHave(String code) {
        return "You have package " + code + " through your union.";
    }

    @Override
    public String nothingHelps() {
        return "No package saves you money now.";
    }

    @Override
    public String mustAsk() {
        return "We have to ask you some more.";
    }

    @Override
    public String wifi() {
        return "There is wifi at work. Going on line by wifi costs nothing.";
    }

    @Override
    public String missed(String code) {
        return "Package " + code + " does more, but is not yours yet";
    }

    @Override
    public String closest(String code) {
        return "The nearest is package " + code + ", but it is no gain";
    }

    @Override
    public String littleKnown() {
        return "We do not know enough about you yet.";
    }

    @Override
    public String askOrComeBack() {
        return "Ask the union at your work, or look again in some minutes.";
    }

    @Override
    public String ask() {
        return "If anything is not clear, ask the union at your work.";
    }

    @Override
    public String meet() {
        return "To get the package, go to the union at your work. You need not send a message yourself.";
    }
}
