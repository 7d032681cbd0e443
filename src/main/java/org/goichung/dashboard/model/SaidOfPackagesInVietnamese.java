package org.goichung.dashboard.model;

/** What is said of packages on the worker's page, in Vietnamese. */
enum SaidOfPackagesInVietnamese implements SaidOfPackages {
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
        return amount + TIED + "đồng";
    }

    @Override
    public String dataEachDay(String data) {
        return "Mỗi ngày " + data + " để vào mạng.";
    }

    @Override
    public String dataFor(String data, int days) {
        return data + " để vào mạng, dùng trong " + days + TIED + "ngày.";
    }

    @Override
    public String stops() {
        return "Hết dung lượng thì ngừng, không tốn thêm tiền.";
    }

    @Override
    public String slows() {
        return "Hết dung lượng thì mạng chậm lại, không tốn thêm tiền.";
    }

    @Override
    public String costsBeyond() {
        return "Chú ý: hết dung lượng mà dùng tiếp thì bị tính thêm tiền.";
    }

    @Override
    public String minutesToAny(long count) {
        return count + " phút gọi mọi mạng.";
    }

    @Override
    public String minutesOnNet(long count) {
        return count + " phút gọi cùng mạng.";
    }

    @Override
    public String messages(long count) {
        return count + " tin nhắn.";
    }

    @Override
    public String uncounted(String apps) {
        return apps + " không tính dung lượng.";
    }

    @Override
    public String named(String code, String carrier) {
        return "Gói " + code + " của " + carrier;
    }

    @Override
    public String mustMove(String carrier, boolean guess) {
        return (guess ? "Có lẽ phải" : "Phải") + " chuyển sang mạng " + carrier + ", giữ nguyên số.";
    }

    @Override
    public String listOf(String year) {
        return "Theo bảng giá năm " + year + ".";
    }

    @Override
    public String every(int days) {
        return days == 1 ? "mỗi ngày" : "mỗi " + days + TIED + "ngày";
    }

    @Override
    public String nothingToPay() {
        return "Không phải trả tiền";
    }

    @Override
    public String pays(String money) {
        return "Trả " + money;
    }

    @Override
    public String paysAtOnce(String money, int days) {
        return "Trả một lần " + money + " cho " + days + " ngày";
    }

    @Override
    public String cheaper(String money) {
        return "Bớt được " + money + " so với bây giờ.";
    }

    @Override
    public String cheaperFor(String money, int days) {
        return "Rẻ hơn " + money + " so với bây giờ, nhưng chỉ đủ dùng khoảng " + days + " ngày.";
    }

    @Override
    public String needsSmartphone() {
        return "Cần điện thoại vào mạng được.";
    }

    @Override
    public String keypadCannot() {
        return "Máy bấm phím không dùng được dung lượng vào mạng.";
    }

    @Override
    public String postpaidOnly() {
        return "Chỉ cho thuê bao trả sau.";
    }

    @Override
    public String cheaperInPart(String money) {
        return "Rẻ hơn " + money + " so với bây giờ, nhưng không đủ cho mọi cuộc gọi.";
    }

    @Override
    public String dearer(String money) {
        return "Tốn thêm " + money + " so với bây giờ.";
    }

    @Override
    public String youSave(String money, String every) {
        return "Bạn bớt được " + money + " " + every + ".";
    }

    @Override
    public String freeForYou() {
        return "Bạn có gói không phải trả tiền.";
    }

    @Override
    public String usable() {
        return "Có gói bạn dùng được.";
    }

    @Override
    public String youHave(String code) {
        return "Bạn đang có gói " + code + " qua công đoàn.";
    }

    @Override
    public String nothingHelps() {
        return "Hiện chưa có gói nào giúp bạn bớt tiền.";
    }

    @Override
    public String mustAsk() {
        return "Cần hỏi bạn thêm vài điều.";
    }

    @Override
    public String wifi() {
        return "Ở công ty có wifi. Vào mạng bằng wifi thì không mất tiền.";
    }

    @Override
    public String missed(String code) {
        return "Gói " + code + " lợi hơn, nhưng chưa được";
    }

    @Override
    public String closest(String code) {
        return "Gần nhất là gói " + code + ", nhưng chưa có lợi";
    }

    @Override
    public String littleKnown() {
        return "Chúng tôi chưa có đủ thông tin về bạn.";
    }

    @Override
    public String askOrComeBack() {
        return "Hãy hỏi cán bộ công đoàn nơi bạn làm, hoặc xem lại sau ít phút.";
    }

    @Override
    public String ask() {
        return "Có gì chưa rõ, hãy hỏi cán bộ công đoàn nơi bạn làm.";
    }

    @Override
    public String meet() {
        return "Muốn nhận gói, hãy gặp cán bộ công đoàn nơi bạn làm. Bạn không cần tự soạn tin nhắn.";
    }
}
