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
}
