package org.goichung.eligibility.model;

import java.time.LocalDate;
import java.time.LocalTime;

/** As it is said to somebody in Khmer, with the digits that carriers' messages use. Not yet read by somebody whose language it is. */
enum InKhmer implements Tongue {
    TONGUE;

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
        return amount + " ដុង";
    }

    @Override
    public String saves(String money) {
        return "សន្សំបាន " + money + "។ ";
    }

    @Override
    public String cheaperBy(String money) {
        return "ថោកជាង " + money + "។ ";
    }

    @Override
    public String costsMore(String money) {
        return "ត្រូវចំណាយថែម " + money + "។ ";
    }

    @Override
    public String costsTheSame() {
        return "តម្លៃដដែល។ ";
    }

    @Override
    public String spendingUnknown() {
        return "មិនទាន់ដឹងថាចំណាយប៉ុន្មាន ដូច្នេះមិនទាន់ដឹងថាចំណេញឬអត់។ ";
    }

    @Override
    public String free() {
        return "មិនបាច់បង់ប្រាក់ទេ។ ";
    }

    @Override
    public String paysMonthly(String once) {
        return "បង់ " + once + " រៀងរាល់ 30 ថ្ងៃ។ ";
    }

    @Override
    public String pays(String once, int days, String month) {
        return "បង់ " + once + (days == 1 ? " រៀងរាល់ថ្ងៃ" : " រៀងរាល់ " + days + " ថ្ងៃ") + " (" + month
                + " រៀងរាល់ 30 ថ្ងៃ)។ ";
    }

    @Override
    public String paysAtOnce(String once, String cycle, String month) {
        return "បង់ម្តង " + once + " សម្រាប់ " + cycle + " (" + month + " រៀងរាល់ 30 ថ្ងៃ)។ ";
    }

    @Override
    public String days(int count) {
        return count + " ថ្ងៃ";
    }

    @Override
    public String months(int count) {
        return count + " ខែ";
    }

    @Override
    public String noData() {
        return "គ្មានទិន្នន័យអ៊ីនធឺណិតទេ។ ";
    }

    @Override
    public String data(String volume) {
        return "បានអ៊ីនធឺណិត " + volume + "។ ";
    }

    @Override
    public String part(String volume, boolean daily, LocalTime from, LocalTime until) {
        return "ក្នុងនោះ " + volume + (daily ? " រៀងរាល់ថ្ងៃ" : "") + " ប្រើបានតែពីម៉ោង " + from + " ដល់ " + until
                + "។ ";
    }

    @Override
    public String minutesToAny(String count) {
        return count + " នាទីទៅគ្រប់បណ្តាញ";
    }

    @Override
    public String minutesOnNet(String count) {
        return count + " នាទីក្នុងបណ្តាញតែមួយ";
    }

    @Override
    public String and() {
        return " និង ";
    }

    @Override
    public String calls(String minutes, boolean eachTime) {
        return "ហៅបាន " + minutes + (eachTime ? " ក្នុងការទិញម្តងៗ។ " : "។ ");
    }

    @Override
    public String beyond(String size, String price) {
        return "ប្រើអស់ហើយ ត្រូវបង់ថែម " + price + " រាល់ " + size + "។ ";
    }

    @Override
    public String postpaidOnly() {
        return "សម្រាប់តែលេខបង់ប្រាក់ក្រោយ។ ";
    }

    @Override
    public String binds(int months, boolean portOutAllowed) {
        return "ត្រូវប្រើយ៉ាងតិច " + months + " ខែ" + (portOutAllowed ? "។ " : " ហើយប្តូរបណ្តាញមិនបានទេ។ ");
    }

    @Override
    public String lastsNoDay() {
        return "មិនគ្រប់ប្រើមួយថ្ងៃទេ។ ";
    }

    @Override
    public String lastsAllMonth() {
        return "គ្រប់ប្រើពេញមួយខែ។ ";
    }

    @Override
    public String lasts(int days) {
        return "គ្រប់ប្រើតែប្រហែល " + days + " ថ្ងៃ។ ";
    }

    @Override
    public String keypadCannot() {
        return "ទូរស័ព្ទចុចប៊ូតុង ប្រើអ៊ីនធឺណិតមិនបានទេ។ ";
    }

    @Override
    public String needsSmartphone() {
        return "ត្រូវការទូរស័ព្ទដែលប្រើអ៊ីនធឺណិតបាន។ ";
    }

    @Override
    public String callsTooFew() {
        return "នាទីហៅមិនទាន់គ្រប់សម្រាប់ការហៅសព្វថ្ងៃទេ។ ";
    }

    @Override
    public String usesNoData() {
        return "ឥឡូវមិនប្រើអ៊ីនធឺណិតទេ។ ";
    }

    @Override
    public String useUnknown() {
        return "មិនទាន់ដឹងថាប្រើទិន្នន័យប៉ុន្មានទេ។ ";
    }

    @Override
    public String sms(String text, String shortCode) {
        return "ផ្ញើសារ " + text + " ទៅលេខ " + shortCode + "។";
    }

    @Override
    public String askUnion() {
        return "សូមសួរសហជីព មុនចុះឈ្មោះ។";
    }

    @Override
    public String unionSignsUp() {
        return "សហជីពជួយចុះឈ្មោះឲ្យ។";
    }

    @Override
    public String hasIt() {
        return "មានគម្រោងនេះរួចហើយ តាមរយៈសហជីព។";
    }

    @Override
    public String mayHaveToMove(String carrier) {
        return "មិនទាន់ដឹងថាលេខនេះរបស់បណ្តាញណាទេ៖ បើមិនមែន " + carrier + " ត្រូវប្តូរបណ្តាញ តែលេខនៅដដែល។ ";
    }

    @Override
    public String hasToMove(String carrier, boolean guess) {
        return (guess ? "ប្រហែលជាត្រូវប្តូរទៅបណ្តាញ " : "ត្រូវប្តូរទៅបណ្តាញ ") + carrier + " តែលេខនៅដដែល។ ";
    }

    @Override
    public String ifItWereYours() {
        return "បើបាន៖ ";
    }

    @Override
    public String notYetBecause() {
        return "មិនទាន់បានទេ ព្រោះ៖ ";
    }

    @Override
    public String toFindOut() {
        return "ត្រូវសួរបន្ថែម៖ ";
    }

    @Override
    public String yoursIf(String either) {
        return "នឹងបាន បើ៖ " + either + "។";
    }

    @Override
    public String needed(String either) {
        return "ត្រូវមាន៖ " + either + "។";
    }

    @Override
    public String or() {
        return "; ឬ៖ ";
    }

    @Override
    public String unwritten() {
        return "លក្ខខណ្ឌនេះ មិនទាន់បានកំណត់ទេ។";
    }

    @Override
    public String holdsFrom(LocalDate day) {
        return "លក្ខខណ្ឌនេះ អនុវត្តចាប់ពីថ្ងៃទី %02d/%02d/%d។"
                .formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    @Override
    public String named(String code, String carrier) {
        return "គម្រោង " + code + " របស់ " + carrier;
    }

    @Override
    public String has(String named) {
        return "កំពុងមាន" + named + " តាមរយៈសហជីព។ ";
    }

    @Override
    public String noneIsBetter() {
        return "ឥឡូវគ្មានគម្រោងណាចំណេញជាងនេះទេ។";
    }

    @Override
    public String oneIsBetter() {
        return "មានគម្រោងចំណេញជាងនេះ។ ";
    }

    @Override
    public String itIs(String named) {
        return " នោះគឺ" + named + "។";
    }

    @Override
    public String nothingHelps() {
        return "ឥឡូវមិនទាន់មានគម្រោងណាជួយសន្សំប្រាក់ទេ។";
    }

    @Override
    public String nearest(String named) {
        return " ជិតបានជាងគេគឺ" + named + "។";
    }

    @Override
    public String nearest(String named, String saved) {
        return " ជិតបានជាងគេគឺ" + named + "៖ សន្សំបាន " + saved + "។";
    }

    @Override
    public String wifi() {
        return " នៅកន្លែងធ្វើការមាន wifi។ ប្រើអ៊ីនធឺណិតតាម wifi មិនអស់ប្រាក់ទេ។";
    }
}
