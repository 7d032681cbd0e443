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
    public char thousands() {
        return '.';
    }

    @Override
    public char decimal() {
        return ',';
    }

    @Override
    public String dong(String amount) {
        return amount + TIED + "ដុង";
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

    @Override
    public String dataEachDay(String data) {
        return "អ៊ីនធឺណិត " + data + " រៀងរាល់ថ្ងៃ។";
    }

    @Override
    public String dataFor(String data, int days) {
        return "អ៊ីនធឺណិត " + data + " ប្រើក្នុង " + days + TIED + "ថ្ងៃ។";
    }

    @Override
    public String stops() {
        return "អស់ហើយ ឈប់ មិនអស់ប្រាក់ថែមទេ។";
    }

    @Override
    public String slows() {
        return "អស់ហើយ អ៊ីនធឺណិតយឺត មិនអស់ប្រាក់ថែមទេ។";
    }

    @Override
    public String costsBeyond() {
        return "ប្រយ័ត្ន៖ អស់ហើយ បើប្រើបន្ត ត្រូវបង់ថែម។";
    }

    @Override
    public String minutesToAny(long count) {
        return "ហៅទៅគ្រប់បណ្តាញ " + count + " នាទី។";
    }

    @Override
    public String minutesOnNet(long count) {
        return "ហៅក្នុងបណ្តាញតែមួយ " + count + " នាទី។";
    }

    @Override
    public String messages(long count) {
        return "សារ " + count + "។";
    }

    @Override
    public String uncounted(String apps) {
        return apps + " មិនគិតទិន្នន័យ។";
    }

    @Override
    public String named(String code, String carrier) {
        return "គម្រោង " + code + " របស់ " + carrier;
    }

    @Override
    public String mustMove(String carrier, boolean guess) {
        return (guess ? "ប្រហែលជាត្រូវ" : "ត្រូវ") + "ប្តូរទៅបណ្តាញ " + carrier + " តែលេខនៅដដែល។";
    }

    @Override
    public String listOf(String year) {
        return "តាមតារាងតម្លៃឆ្នាំ " + year + "។";
    }

    @Override
    public String every(int days) {
        return days == 1 ? "រៀងរាល់ថ្ងៃ" : "រៀងរាល់ " + days + TIED + "ថ្ងៃ";
    }

    @Override
    public String nothingToPay() {
        return "មិនបាច់បង់ប្រាក់";
    }

    @Override
    public String pays(String money) {
        return "បង់ " + money;
    }

    @Override
    public String paysAtOnce(String money, int days) {
        return "បង់ម្តង " + money + " សម្រាប់ " + days + " ថ្ងៃ";
    }

    @Override
    public String cheaper(String money) {
        return "សន្សំបាន " + money + " បើធៀបនឹងឥឡូវ។";
    }

    @Override
    public String cheaperFor(String money, int days) {
        return "ថោកជាងឥឡូវ " + money + " តែគ្រប់ប្រើតែប្រហែល " + days + " ថ្ងៃ។";
    }

    @Override
    public String needsSmartphone() {
        return "ត្រូវការទូរស័ព្ទដែលប្រើអ៊ីនធឺណិតបាន។";
    }

    @Override
    public String keypadCannot() {
        return "ទូរស័ព្ទចុចប៊ូតុង ប្រើអ៊ីនធឺណិតមិនបានទេ។";
    }

    @Override
    public String postpaidOnly() {
        return "សម្រាប់តែលេខបង់ប្រាក់ក្រោយ។";
    }

    @Override
    public String cheaperInPart(String money) {
        return "ថោកជាងឥឡូវ " + money + " តែមិនគ្រប់សម្រាប់ការហៅទាំងអស់ទេ។";
    }

    @Override
    public String dearer(String money) {
        return "ចំណាយថែម " + money + " បើធៀបនឹងឥឡូវ។";
    }

    @Override
    public String youSave(String money, String every) {
        return "អ្នកសន្សំបាន " + money + " " + every + "។";
    }

    @Override
    public String freeForYou() {
        return "អ្នកមានគម្រោងមិនបាច់បង់ប្រាក់។";
    }

    @Override
    public String usable() {
        return "មានគម្រោងដែលអ្នកប្រើបាន។";
    }

    @Override
    public String youHave(String code) {
        return "អ្នកកំពុងមានគម្រោង " + code + " តាមរយៈសហជីព។";
    }

    @Override
    public String nothingHelps() {
        return "ឥឡូវមិនទាន់មានគម្រោងណាជួយអ្នកសន្សំប្រាក់ទេ។";
    }

    @Override
    public String mustAsk() {
        return "ត្រូវសួរអ្នកបន្ថែមបន្តិច។";
    }

    @Override
    public String wifi() {
        return "នៅកន្លែងធ្វើការមាន wifi។ ប្រើអ៊ីនធឺណិតតាម wifi មិនអស់ប្រាក់ទេ។";
    }

    @Override
    public String missed(String code) {
        return "គម្រោង " + code + " ចំណេញជាង តែមិនទាន់បាន";
    }

    @Override
    public String closest(String code) {
        return "ជិតជាងគេគឺគម្រោង " + code + " តែមិនទាន់ចំណេញទេ";
    }

    @Override
    public String littleKnown() {
        return "យើងមិនទាន់ដឹងគ្រប់គ្រាន់អំពីអ្នកទេ។";
    }

    @Override
    public String askOrComeBack() {
        return "សូមសួរសហជីពនៅកន្លែងធ្វើការ ឬមើលម្តងទៀតក្នុងប៉ុន្មាននាទី។";
    }

    @Override
    public String ask() {
        return "បើមានអ្វីមិនច្បាស់ សូមសួរសហជីពនៅកន្លែងធ្វើការ។";
    }

    @Override
    public String meet() {
        return "ចង់បានគម្រោង សូមទៅជួបសហជីពនៅកន្លែងធ្វើការ។ អ្នកមិនបាច់ផ្ញើសារខ្លួនឯងទេ។";
    }
}
