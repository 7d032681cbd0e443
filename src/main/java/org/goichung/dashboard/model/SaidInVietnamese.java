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
}
