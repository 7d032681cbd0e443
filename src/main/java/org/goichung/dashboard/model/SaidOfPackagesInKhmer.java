package org.goichung.dashboard.model;

/** What is said of packages on the worker's page, in Khmer. Not yet read by somebody whose language it is. */
enum SaidOfPackagesInKhmer implements SaidOfPackages {
    SAID;

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
