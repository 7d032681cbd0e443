package org.goichung.eligibility.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.goichung.catalog.PackageVersionView;
import org.goichung.platform.http.Language;

/** Puts a match into words: money first, short sentences, for a person with little practice in reading offers. */
public final class Wording {
    private static final long MB = 1_000_000L;
    private static final long GB = 1_000_000_000L;

    private final boolean vi;
    private final Language language;

    public Wording(Language language) {
        this.language = language;
        this.vi = language == Language.VI;
    }

    /** The whole: what it costs, what it gives, what stands in the way, how to get it. */
    public String text(Match match, String carrierName, boolean carrierIsGuess) {
        List<String> sentences = new ArrayList<>();
        money(match.bill(), sentences);
        data(match.bill(), sentences);
        if (Boolean.TRUE.equals(match.bill().mustPort())) sentences.add(port(carrierName, carrierIsGuess));
        for (Match.Part part : match.parts()) if (part.verdict() != Verdict.YES) sentences.add(obstacle(part));
        if (match.verdict() != Verdict.NO) sentences.add(howToGet(match));
        return String.join(" ", sentences);
    }

    /** Off the shelf and checked against the carrier: the SMS to send. Otherwise: ask the union. */
    public String howToGet(Match match) {
        PackageVersionView version = match.candidate().version();
        boolean bySms = match.candidate().agreementId() == null
                && version.verified()
                && version.registerSms() != null
                && version.shortCode() != null;
        if (bySms)
            return vi
                    ? "Soạn tin %s gửi %s.".formatted(version.registerSms(), version.shortCode())
                    : "Text %s to %s.".formatted(version.registerSms(), version.shortCode());
        if (match.candidate().agreementId() != null)
            return vi ? "Nhờ công đoàn đăng ký giúp." : "Your union signs you up.";
        return vi ? "Hỏi công đoàn trước khi đăng ký." : "Ask your union before you sign up.";
    }

    /** One criterion's part, as its author put it. */
    public String reason(Match.Part part) {
        if (part.criterion() == null)
            return vi ? "Điều kiện này chưa được quy định." : "This condition is not laid down yet.";
        return part.criterion().sentence(part.verdict(), language);
    }

    private void money(Bill bill, List<String> sentences) {
        String pays = bill.coPayVnd() == 0
                ? (vi ? "Không phải trả tiền." : "Nothing to pay.")
                : (vi
                        ? "Trả %s mỗi 30 ngày.".formatted(vnd(bill.coPayVnd()))
                        : "Pay %s every 30 days.".formatted(vnd(bill.coPayVnd())));
        if (bill.savingVnd() == null) {
            sentences.add(pays);
            sentences.add(
                    vi
                            ? "Chưa biết đang tốn bao nhiêu nên chưa tính được có lợi hay không."
                            : "What is spent now is not known, so neither is the saving.");
            return;
        }
        long saving = bill.savingVnd();
        if (saving > 0) sentences.add(vi ? "Bớt được %s.".formatted(vnd(saving)) : "Save %s.".formatted(vnd(saving)));
        else if (saving < 0)
            sentences.add(vi ? "Tốn thêm %s.".formatted(vnd(-saving)) : "Costs %s more.".formatted(vnd(-saving)));
        else sentences.add(vi ? "Tiền không đổi." : "Costs the same.");
        sentences.add(pays);
    }

    private void data(Bill bill, List<String> sentences) {
        if (bill.dataBytes() == 0) {
            sentences.add(vi ? "Không có dung lượng vào mạng." : "No data.");
            return;
        }
        String volume = volume(bill.dataBytes());
        sentences.add(vi ? "Được %s vào mạng.".formatted(volume) : "Gives %s of data.".formatted(volume));
        if (bill.daysOfCover() == null) return;
        int days = Objects.requireNonNull(bill.daysOfCover());
        if (days >= Bill.DAYS) sentences.add(vi ? "Đủ dùng cả tháng." : "Lasts all month.");
        else
            sentences.add(
                    vi ? "Chỉ đủ dùng khoảng %d ngày.".formatted(days) : "Lasts about %d days only.".formatted(days));
    }

    private String port(String carrierName, boolean guess) {
        if (guess)
            return vi
                    ? "Có lẽ phải chuyển sang mạng %s, giữ nguyên số.".formatted(carrierName)
                    : "The number probably has to move to %s; it stays the same.".formatted(carrierName);
        return vi
                ? "Phải chuyển sang mạng %s, giữ nguyên số.".formatted(carrierName)
                : "The number has to move to %s; it stays the same.".formatted(carrierName);
    }

    private String obstacle(Match.Part part) {
        String sentence = reason(part);
        if (part.verdict() == Verdict.NO) return vi ? "Chưa được: " + sentence : "Not yet: " + sentence;
        return vi ? "Cần hỏi thêm: " + sentence : "To find out: " + sentence;
    }

    /** {@code 40.000 đ} in Vietnamese, {@code 40,000 đ} in English. */
    String vnd(long amount) {
        return String.format(Locale.ROOT, "%,d đ", amount).replace(',', vi ? '.' : ',');
    }

    /** In whole GB; below ten with one decimal; below one in MB. Rounded down. */
    String volume(long bytes) {
        if (bytes < GB) return bytes / MB + " MB";
        if (bytes >= 10 * GB || bytes % GB < GB / 10) return bytes / GB + " GB";
        return bytes / GB + (vi ? "," : ".") + bytes % GB / (GB / 10) + " GB";
    }
}
