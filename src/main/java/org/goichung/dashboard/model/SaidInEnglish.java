package org.goichung.dashboard.model;

/** The worker's page in English. */
enum SaidInEnglish implements Said {
    SAID;

    @Override
    public String tag() {
        return "en";
    }

    @Override
    public String itself() {
        return "English";
    }

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
    public String title() {
        return "Phone packages for workers";
    }

    @Override
    public String notYet() {
        return "Not yet";
    }

    @Override
    public String step(int step) {
        return "Step " + step + " of 2";
    }

    @Override
    public String whichPackage() {
        return "Which package can you get?";
    }

    @Override
    public String yourNumber() {
        return "Your phone number";
    }

    @Override
    public String forExample() {
        return "For example: 0912 345 678";
    }

    @Override
    public String goOn() {
        return "Go on";
    }

    @Override
    public String ofUnion() {
        return "This page is your union's and costs nothing. We text a code of 6 digits to your phone, to know that it is you.";
    }

    @Override
    public String enterCode() {
        return "Enter the code";
    }

    @Override
    public String enterCodeOfSms() {
        return "Enter the code in the message";
    }

    @Override
    public String ifNumber() {
        return "If";
    }

    @Override
    public String isKnown() {
        return "is on the union's list, your phone gets a message with a code of 6 digits. The code holds for 5 minutes.";
    }

    @Override
    public String demoCode() {
        return "This is a demo without real messages. The code is";
    }

    @Override
    public String sixDigits() {
        return "Code of 6 digits";
    }

    @Override
    public String showMine() {
        return "Show my packages";
    }

    @Override
    public String noMessage() {
        return "No message?";
    }

    @Override
    public String waitOrAsk() {
        return "Wait a minute, then send it again. If there is still none, ask the union at your work.";
    }

    @Override
    public String sendAgain() {
        return "Send the code again";
    }

    @Override
    public String otherNumber() {
        return "Enter another number";
    }

    @Override
    public String yourPackages() {
        return "Your packages";
    }

    @Override
    public String more(int packages) {
        return "Show " + packages + " more";
    }

    @Override
    public String notKnown() {
        return "Not known yet";
    }

    @Override
    public String lookForOther() {
        return "Look for another number";
    }

    @Override
    public String tooOften(String wait) {
        return "You have tried many times. Wait " + wait + " and try again, or ask the union.";
    }

    @Override
    public String aboutAnHour() {
        return "about 1 hour";
    }

    @Override
    public String minutes(long count) {
        return count == 1 ? "1 minute" : count + " minutes";
    }

    @Override
    public String busy() {
        return "The server is busy. Wait a minute and try again.";
    }

    @Override
    public String badNumber() {
        return "This number is not right. Enter all 10 digits, 0 first.";
    }

    @Override
    public String wrongCode() {
        return "The code is not right, or too old. Look at the newest message.";
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
