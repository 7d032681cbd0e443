package org.goichung.dashboard.model;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.goichung.dashboard.VoteCard;
import org.goichung.negotiation.VoteInvitation;
import org.goichung.platform.http.Language;
import org.goichung.platform.time.Clock;

/** Puts what is voted on into words for a committee at a table. */
public final class VoteWriter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(Clock.VIETNAM);

    private VoteWriter() {}

    /** One of the lines with the names that the words need. */
    public record Named(VoteInvitation.Line line, String packageName, String carrier) {}

    public static VoteCard card(VoteInvitation invitation, String enterprise, List<Named> lines, Language language) {
        boolean vi = language == Language.VI;
        return new VoteCard(
                enterprise,
                lines.stream().map(each -> offer(each, vi)).toList(),
                most(lines.stream().map(Named::line).toList(), vi),
                time(invitation.voteUntil()));
    }

    /** A member leaves when all its lines together cost more than it agreed to; so only a single line has a price of its own that holds. */
    private static String most(List<VoteInvitation.Line> lines, boolean vi) {
        if (lines.size() == 1) {
            String most = money(lines.getFirst().capVnd(), vi);
            return vi
                    ? "Giá không bao giờ vượt quá " + most
                            + " một lượt. Nếu đơn vị khác không đồng ý mà giá cao hơn mức đó, đơn vị mình tự được ra khỏi thoả thuận."
                    : "The price never goes beyond " + most
                            + " a line. Should others leave and it rise above that, your enterprise is released.";
        }
        String most = money(
                lines.stream()
                        .map(line -> Math.multiplyExact(line.linesPerMonth(), line.capVnd()))
                        .reduce(0L, Math::addExact),
                vi);
        return vi
                ? "Tất cả các gói trên cộng lại không bao giờ vượt quá " + most
                        + " mỗi tháng. Nếu đơn vị khác không đồng ý mà tổng cao hơn mức đó, đơn vị mình tự được ra khỏi thoả thuận."
                : "All of the above together never cost more than " + most
                        + " a month. Should others leave and they cost more than that, your enterprise is released.";
    }

    private static VoteCard.Offer offer(Named named, boolean vi) {
        var line = named.line();
        String lines = count(line.linesPerMonth(), vi);
        return new VoteCard.Offer(
                gain(line.gainVndPerMonth(), vi),
                vi
                        ? lines + " lượt gói " + named.packageName() + " của " + named.carrier() + " mỗi tháng"
                        : lines + " lines of " + named.packageName() + " by " + named.carrier() + " a month",
                vi
                        ? "Giá khi mua chung: " + money(line.priceVnd(), true) + " một lượt"
                        : "Price together: " + money(line.priceVnd(), false) + " a line",
                vi
                        ? "Giá nếu đơn vị tự mua: " + money(line.aloneVnd(), true) + " một lượt"
                        : "Price alone: " + money(line.aloneVnd(), false) + " a line",
                line.conditions() == null
                        ? ""
                        : (vi ? "Nhà mạng nêu thêm điều kiện: " : "The carrier also says: ") + line.conditions());
    }

    private static String gain(long vndPerMonth, boolean vi) {
        if (vndPerMonth > 0)
            return vi
                    ? "Cả đơn vị bớt được " + money(vndPerMonth, true) + " mỗi tháng"
                    : "Your enterprise saves " + money(vndPerMonth, false) + " a month";
        if (vndPerMonth == 0)
            return vi ? "Không đắt hơn, cũng không rẻ hơn tự mua" : "Neither dearer nor cheaper than alone";
        return vi
                ? "Đắt hơn tự mua " + money(-vndPerMonth, true) + " mỗi tháng"
                : "Dearer than alone by " + money(-vndPerMonth, false) + " a month";
    }

    private static String money(long vnd, boolean vi) {
        return vi ? Words.vnd(vnd) : count(vnd, false) + "\u00a0VND";
    }

    private static String count(long amount, boolean vi) {
        return vi ? Words.count(amount) : Words.count(amount).replace('.', ',');
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }
}
