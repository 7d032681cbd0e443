package org.goichung.negotiation;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.goichung.platform.time.Clock;

/** What a notice of a vote says; the figures stand on the page behind its link. */
final class VoteWords {
    static final String SUBJECT = "Công đoàn: mời biểu quyết gói cước chung";
    static final String TEXT =
            "Phương án gói cước chung của đơn vị đã có. Mời ban chấp hành công đoàn cơ sở xem giá, số"
                    + " lượt gói, số tiền bớt được và biểu quyết trước %s bằng đường dẫn kèm theo. Đường dẫn chỉ dùng được"
                    + " một lần, xin không chuyển cho người khác.";
    static final String SMS = "Cong doan moi bieu quyet goi cuoc chung truoc %s. Khong chuyen tin nay cho nguoi khac.";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(Clock.VIETNAM);

    private VoteWords() {}

    static String time(Instant at) {
        return TIME.format(at);
    }
}
