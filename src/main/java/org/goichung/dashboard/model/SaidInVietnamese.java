package org.goichung.dashboard.model;

/** The worker's page in Vietnamese. */
enum SaidInVietnamese implements Said {
    SAID;

    @Override
    public String tag() {
        return "vi";
    }

    @Override
    public String itself() {
        return "Tiếng Việt";
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
        return amount + TIED + "đồng";
    }

    @Override
    public String title() {
        return "Gói cước cho người lao động";
    }

    @Override
    public String notYet() {
        return "Chưa được";
    }

    @Override
    public String step(int step) {
        return "Bước " + step + " trong 2";
    }

    @Override
    public String whichPackage() {
        return "Bạn được gói cước nào?";
    }

    @Override
    public String yourNumber() {
        return "Số điện thoại của bạn";
    }

    @Override
    public String forExample() {
        return "Ví dụ: 0912 345 678";
    }

    @Override
    public String goOn() {
        return "Tiếp tục";
    }

    @Override
    public String ofUnion() {
        return "Trang này của công đoàn, không mất tiền. Chúng tôi nhắn một mã 6 số vào máy bạn, để biết đúng là bạn.";
    }

    @Override
    public String enterCode() {
        return "Nhập mã";
    }

    @Override
    public String enterCodeOfSms() {
        return "Nhập mã trong tin nhắn";
    }

    @Override
    public String ifNumber() {
        return "Nếu số";
    }

    @Override
    public String isKnown() {
        return "có trong danh sách của công đoàn, máy bạn sẽ nhận được tin nhắn có mã 6 số. Mã dùng được trong 5 phút.";
    }

    @Override
    public String demoCode() {
        return "Bản dùng thử, không có tin nhắn thật. Mã là";
    }

    @Override
    public String sixDigits() {
        return "Mã 6 số";
    }

    @Override
    public String showMine() {
        return "Xem gói của tôi";
    }

    @Override
    public String noMessage() {
        return "Không thấy tin nhắn?";
    }

    @Override
    public String waitOrAsk() {
        return "Hãy đợi một phút, rồi bấm gửi lại. Vẫn không có thì hỏi cán bộ công đoàn nơi bạn làm.";
    }

    @Override
    public String sendAgain() {
        return "Gửi lại mã";
    }

    @Override
    public String otherNumber() {
        return "Nhập số khác";
    }

    @Override
    public String yourPackages() {
        return "Gói cước của bạn";
    }

    @Override
    public String more(int packages) {
        return "Xem thêm " + packages + " gói khác";
    }

    @Override
    public String notKnown() {
        return "Còn chưa rõ";
    }

    @Override
    public String lookForOther() {
        return "Xem cho số khác";
    }

    @Override
    public String tooOften(String wait) {
        return "Bạn đã thử nhiều lần. Hãy đợi " + wait + " rồi thử lại, hoặc gặp cán bộ công đoàn.";
    }

    @Override
    public String aboutAnHour() {
        return "khoảng 1 giờ";
    }

    @Override
    public String minutes(long count) {
        return count + " phút";
    }

    @Override
    public String busy() {
        return "Máy chủ đang bận. Hãy đợi một phút rồi thử lại.";
    }

    @Override
    public String badNumber() {
        return "Số này chưa đúng. Nhập đủ 10 chữ số, bắt đầu bằng số 0.";
    }

    @Override
    public String wrongCode() {
        return "Mã chưa đúng, hoặc đã hết hạn. Hãy xem lại tin nhắn mới nhất.";
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
