package org.goichung.dashboard.model;

/** The worker's page in Khmer. Not yet read by somebody whose language it is. */
enum SaidInKhmer implements Said {
    SAID;

    @Override
    public String tag() {
        return "km";
    }

    @Override
    public String itself() {
        return "ភាសាខ្មែរ (Khmer)";
    }

    @Override
    public String title() {
        return "គម្រោងទូរស័ព្ទសម្រាប់កម្មករ";
    }

    @Override
    public String notYet() {
        return "មិនទាន់បាន";
    }

    @Override
    public String step(int step) {
        return "ជំហានទី " + step + " ក្នុង 2";
    }

    @Override
    public String whichPackage() {
        return "អ្នកបានគម្រោងណា?";
    }

    @Override
    public String yourNumber() {
        return "លេខទូរស័ព្ទរបស់អ្នក";
    }

    @Override
    public String forExample() {
        return "ឧទាហរណ៍៖ 0912 345 678";
    }

    @Override
    public String goOn() {
        return "បន្ត";
    }

    @Override
    public String ofUnion() {
        return "ទំព័រនេះជារបស់សហជីព មិនអស់ប្រាក់ទេ។ យើងផ្ញើសារលេខកូដ 6 ខ្ទង់ទៅទូរស័ព្ទអ្នក ដើម្បីដឹងថាពិតជាអ្នក។";
    }

    @Override
    public String enterCode() {
        return "បញ្ចូលលេខកូដ";
    }

    @Override
    public String enterCodeOfSms() {
        return "បញ្ចូលលេខកូដក្នុងសារ";
    }

    @Override
    public String ifNumber() {
        return "បើលេខ";
    }

    @Override
    public String isKnown() {
        return "មានក្នុងបញ្ជីសហជីព ទូរស័ព្ទអ្នកនឹងទទួលសារមានលេខកូដ 6 ខ្ទង់។ លេខកូដប្រើបានក្នុង 5 នាទី។";
    }

    @Override
    public String demoCode() {
        return "នេះជាការសាកល្បង គ្មានសារពិតទេ។ លេខកូដគឺ";
    }

    @Override
    public String sixDigits() {
        return "លេខកូដ 6 ខ្ទង់";
    }

    @Override
    public String showMine() {
        return "មើលគម្រោងរបស់ខ្ញុំ";
    }

    @Override
    public String noMessage() {
        return "មិនឃើញសារទេឬ?";
    }

    @Override
    public String waitOrAsk() {
        return "សូមរង់ចាំមួយនាទី រួចចុចផ្ញើម្តងទៀត។ បើនៅតែគ្មាន សូមសួរសហជីពនៅកន្លែងធ្វើការ។";
    }

    @Override
    public String sendAgain() {
        return "ផ្ញើលេខកូដម្តងទៀត";
    }

    @Override
    public String otherNumber() {
        return "បញ្ចូលលេខផ្សេង";
    }

    @Override
    public String yourPackages() {
        return "គម្រោងរបស់អ្នក";
    }

    @Override
    public String more(int packages) {
        return "មើល " + packages + " គម្រោងទៀត";
    }

    @Override
    public String notKnown() {
        return "មិនទាន់ដឹង";
    }

    @Override
    public String lookForOther() {
        return "មើលឲ្យលេខផ្សេង";
    }

    @Override
    public String tooOften(String wait) {
        return "អ្នកបានសាកច្រើនដងហើយ។ សូមរង់ចាំ " + wait + " រួចសាកម្តងទៀត ឬទៅជួបសហជីព។";
    }

    @Override
    public String aboutAnHour() {
        return "ប្រហែល 1 ម៉ោង";
    }

    @Override
    public String minutes(long count) {
        return count + " នាទី";
    }

    @Override
    public String busy() {
        return "ម៉ាស៊ីនកំពុងរវល់។ សូមរង់ចាំមួយនាទី រួចសាកម្តងទៀត។";
    }

    @Override
    public String badNumber() {
        return "លេខនេះមិនត្រឹមត្រូវទេ។ សូមបញ្ចូលឲ្យគ្រប់ 10 ខ្ទង់ ចាប់ផ្តើមដោយលេខ 0។";
    }

    @Override
    public String wrongCode() {
        return "លេខកូដមិនត្រឹមត្រូវ ឬហួសពេលហើយ។ សូមមើលសារថ្មីបំផុត។";
    }
}
