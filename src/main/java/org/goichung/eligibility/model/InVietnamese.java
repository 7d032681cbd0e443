package org.goichung.eligibility.model;

import java.time.LocalDate;
import java.time.LocalTime;

/** As it is said to somebody in Vietnamese. */
enum InVietnamese implements Tongue {
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
        return amount + " đ";
    }

    @Override
    public String saves(String money) {
        return "Bớt được " + money + ". ";
    }

    @Override
    public String cheaperBy(String money) {
        return "Rẻ hơn " + money + ". ";
    }

    @Override
    public String costsMore(String money) {
        return "Tốn thêm " + money + ". ";
    }

    @Override
    public String costsTheSame() {
        return "Tiền không đổi. ";
    }

    @Override
    public String spendingUnknown() {
        return "Chưa biết đang tốn bao nhiêu nên chưa tính được có lợi hay không. ";
    }

    @Override
    public String free() {
        return "Không phải trả tiền. ";
    }

    @Override
    public String paysMonthly(String once) {
        return "Trả " + once + " mỗi 30 ngày. ";
    }

    @Override
    public String pays(String once, int days, String month) {
        return "Trả " + once + (days == 1 ? " mỗi ngày" : " mỗi " + days + " ngày") + " (" + month + " mỗi 30 ngày). ";
    }

    @Override
    public String paysAtOnce(String once, String cycle, String month) {
        return "Trả một lần " + once + " cho " + cycle + " (" + month + " mỗi 30 ngày). ";
    }

    @Override
    public String days(int count) {
        return count + " ngày";
    }

    @Override
    public String months(int count) {
        return count + " tháng";
    }

    @Override
    public String noData() {
        return "Không có dung lượng vào mạng. ";
    }

    @Override
    public String data(String volume) {
        return "Được " + volume + " vào mạng. ";
    }

    @Override
    public String part(String volume, boolean daily, LocalTime from, LocalTime until) {
        return "Trong đó " + volume + (daily ? " mỗi ngày" : "") + " chỉ dùng từ " + from + " đến " + until + ". ";
    }

    @Override
    public String minutesToAny(String count) {
        return count + " phút mọi mạng";
    }

    @Override
    public String minutesOnNet(String count) {
        return count + " phút cùng mạng";
    }

    @Override
    public String and() {
        return " và ";
    }

    @Override
    public String calls(String minutes, boolean eachTime) {
        return "Gọi được " + minutes + (eachTime ? ", mỗi lần mua. " : ". ");
    }

    @Override
    public String beyond(String size, String price) {
        return "Hết dung lượng thì bị tính thêm " + price + " mỗi " + size + ". ";
    }

    @Override
    public String postpaidOnly() {
        return "Chỉ cho thuê bao trả sau. ";
    }

    @Override
    public String binds(int months, boolean portOutAllowed) {
        return "Phải giữ ít nhất " + months + " tháng" + (portOutAllowed ? ". " : ", không được chuyển mạng. ");
    }

    @Override
    public String lastsNoDay() {
        return "Không đủ dùng trong một ngày. ";
    }

    @Override
    public String lastsAllMonth() {
        return "Đủ dùng cả tháng. ";
    }

    @Override
    public String lasts(int days) {
        return "Chỉ đủ dùng khoảng " + days + " ngày. ";
    }

    @Override
    public String keypadCannot() {
        return "Máy bấm phím không dùng được dung lượng vào mạng. ";
    }

    @Override
    public String needsSmartphone() {
        return "Cần điện thoại vào mạng được. ";
    }

    @Override
    public String callsTooFew() {
        return "Số phút gọi chưa đủ cho nhu cầu hiện nay. ";
    }

    @Override
    public String usesNoData() {
        return "Hiện không dùng dung lượng vào mạng. ";
    }

    @Override
    public String useUnknown() {
        return "Chưa biết đang dùng bao nhiêu dung lượng. ";
    }

    @Override
    public String sms(String text, String shortCode) {
        return "Soạn tin " + text + " gửi " + shortCode + ".";
    }

    @Override
    public String askUnion() {
        return "Hỏi công đoàn trước khi đăng ký.";
    }

    @Override
    public String unionSignsUp() {
        return "Nhờ công đoàn đăng ký giúp.";
    }

    @Override
    public String hasIt() {
        return "Đang có gói này qua công đoàn.";
    }

    @Override
    public String mayHaveToMove(String carrier) {
        return "Chưa biết số này của mạng nào: nếu không phải " + carrier + " thì phải chuyển mạng, giữ nguyên số. ";
    }

    @Override
    public String hasToMove(String carrier, boolean guess) {
        return (guess ? "Có lẽ phải chuyển sang mạng " : "Phải chuyển sang mạng ") + carrier + ", giữ nguyên số. ";
    }

    @Override
    public String ifItWereYours() {
        return "Nếu được: ";
    }

    @Override
    public String notYetBecause() {
        return "Chưa được vì: ";
    }

    @Override
    public String toFindOut() {
        return "Cần hỏi thêm: ";
    }

    @Override
    public String yoursIf(String either) {
        return "Sẽ được nếu: " + either + ".";
    }

    @Override
    public String needed(String either) {
        return "Cần có: " + either + ".";
    }

    @Override
    public String or() {
        return "; hoặc: ";
    }

    @Override
    public String unwritten() {
        return "Điều kiện này chưa được quy định.";
    }

    @Override
    public String holdsFrom(LocalDate day) {
        return "Điều kiện này áp dụng từ ngày %02d/%02d/%d."
                .formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    @Override
    public String named(String code, String carrier) {
        return "gói " + code + " của " + carrier;
    }

    @Override
    public String has(String named) {
        return "Đang có " + named + " qua công đoàn. ";
    }

    @Override
    public String noneIsBetter() {
        return "Hiện chưa có gói nào lợi hơn.";
    }

    @Override
    public String oneIsBetter() {
        return "Có gói lợi hơn. ";
    }

    @Override
    public String itIs(String named) {
        return " Đó là " + named + ".";
    }

    @Override
    public String nothingHelps() {
        return "Hiện chưa có gói nào giúp bớt tiền.";
    }

    @Override
    public String nearest(String named) {
        return " Gần được nhất là " + named + ".";
    }

    @Override
    public String nearest(String named, String saved) {
        return " Gần được nhất là " + named + ": bớt được " + saved + ".";
    }

    @Override
    public String wifi() {
        return " Ở công ty có wifi. Vào mạng bằng wifi thì không mất tiền.";
    }
}
