package org.goichung.eligibility.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.goichung.catalog.PackageVersionView;
import org.goichung.platform.http.Language;

/**
 * Puts matches into words: money first, short sentences, for a person with little practice in reading offers. One answer's, for one
 * thread.
 */
public final class Wording {
    private static final long MB = 1_000_000L;
    private static final long GB = 1_000_000_000L;
    /** How long a check against the carrier counts: one cycle. */
    static final int CHECKED_DAYS = 30;

    private final boolean vi;
    private final Language language;
    private final LocalDate today;
    /** One for all: there are many texts in one answer. */
    private final StringBuilder text = new StringBuilder(512);

    public Wording(Language language, LocalDate today) {
        this.language = language;
        this.today = today;
        this.vi = language == Language.VI;
    }

    /** The whole: what it costs, what it gives, what stands in the way, how to get it. */
    public String text(Match match, String carrierName, boolean carrierIsGuess) {
        text.setLength(0);
        Phrases phrases = match.candidate().phrases(language);
        money(match.bill(), phrases.pays());
        data(match.bill(), phrases.gives());
        if (Boolean.TRUE.equals(match.bill().mustPort())) port(carrierName, carrierIsGuess);
        for (Match.Part part : match.parts()) if (part.verdict() != Verdict.YES) obstacle(part);
        if (match.verdict() != Verdict.NO) text.append(howToGet(match));
        else text.setLength(text.length() - 1);
        return text.toString();
    }

    /** The answer in a few sentences: the best that helps, by its name. */
    public String best(Match match, String carrierName, boolean carrierIsGuess) {
        String named = named(match, carrierName);
        return text(match, carrierName, carrierIsGuess) + (vi ? " Đó là " : " It is ") + named + ".";
    }

    /** Where nothing helps: so, what comes nearest and what would change it, and the wifi where there is some. */
    public String nothing(@org.jspecify.annotations.Nullable Match nearest, String carrierName, boolean wifi) {
        text.setLength(0);
        text.append(vi ? "Hiện chưa có gói nào giúp bớt tiền." : "No package saves money now.");
        if (nearest != null) {
            Long saving = nearest.bill().savingVnd();
            text.append(vi ? " Gần được nhất là " : " The nearest is ").append(named(nearest, carrierName));
            if (saving != null && saving > 0)
                text.append(vi ? ": bớt được " : ": it would save ").append(Phrases.vnd(saving, vi));
            text.append(". ");
            for (Match.Part part : nearest.parts()) if (part.verdict() != Verdict.YES) obstacle(part);
            text.setLength(text.length() - 1);
        }
        if (wifi)
            text.append(
                    vi
                            ? " Ở công ty có wifi. Vào mạng bằng wifi thì không mất tiền."
                            : " There is wifi at work. Going on line by wifi costs nothing.");
        return text.toString();
    }

    /** Off the shelf and lately checked against the carrier: the SMS to send. Otherwise: ask the union. */
    public String howToGet(Match match) {
        Phrases phrases = match.candidate().phrases(language);
        return bySms(match) ? phrases.sms() : phrases.ask();
    }

    /** Whether a person may be told to send the package's SMS by themselves. */
    public boolean bySms(Match match) {
        PackageVersionView version = match.candidate().version();
        LocalDate checked = version.verifiedOn();
        return match.candidate().agreementId() == null
                && version.verified()
                && checked != null
                && !checked.isAfter(today)
                && !checked.plusDays(CHECKED_DAYS).isBefore(today)
                && version.registerSms() != null
                && version.shortCode() != null
                && !Boolean.TRUE.equals(match.bill().mustPort());
    }

    /** One line's part, as its criteria's authors put it. */
    public String reason(Match.Part part) {
        List<Match.Said> said = part.said();
        if (said.isEmpty()) return Clause.unwritten(language);
        if (said.size() == 1) return sentence(said.getFirst());
        var several = new StringBuilder(vi ? "Cần một trong các điều này: " : "One of these is needed: ");
        for (Match.Said one : said) several.append(sentence(one)).append(' ');
        several.setLength(several.length() - 1);
        return several.toString();
    }

    private String sentence(Match.Said said) {
        return said.criterion().sentence(said.verdict(), language);
    }

    private String named(Match match, String carrierName) {
        return (vi ? "gói " : "package ") + match.candidate().version().code() + (vi ? " của " : " of ") + carrierName;
    }

    private void money(Bill bill, String pays) {
        Long saving = bill.savingVnd();
        if (saving != null) {
            if (saving > 0)
                text.append(vi ? "Bớt được " : "Save ")
                        .append(Phrases.vnd(saving, vi))
                        .append(". ");
            else if (saving < 0)
                text.append(vi ? "Tốn thêm " : "Costs ")
                        .append(Phrases.vnd(-saving, vi))
                        .append(vi ? ". " : " more. ");
            else text.append(vi ? "Tiền không đổi. " : "Costs the same. ");
        }
        text.append(pays);
        if (saving == null)
            text.append(
                    vi
                            ? "Chưa biết đang tốn bao nhiêu nên chưa tính được có lợi hay không. "
                            : "What is spent now is not known, so neither is the saving. ");
    }

    private void data(Bill bill, String gives) {
        text.append(gives);
        if (bill.daysOfCover() == null || bill.dataBytes() == 0) return;
        int days = Objects.requireNonNull(bill.daysOfCover());
        if (days >= Bill.DAYS) text.append(vi ? "Đủ dùng cả tháng. " : "Lasts all month. ");
        else
            text.append(vi ? "Chỉ đủ dùng khoảng " : "Lasts about ")
                    .append(days)
                    .append(vi ? " ngày. " : " days only. ");
    }

    private void port(String carrierName, boolean guess) {
        if (vi)
            text.append(guess ? "Có lẽ phải chuyển sang mạng " : "Phải chuyển sang mạng ")
                    .append(carrierName)
                    .append(", giữ nguyên số. ");
        else
            text.append(guess ? "The number probably has to move to " : "The number has to move to ")
                    .append(carrierName)
                    .append("; it stays the same. ");
    }

    private void obstacle(Match.Part part) {
        if (part.verdict() == Verdict.NO) text.append(vi ? "Chưa được: " : "Not yet: ");
        else text.append(vi ? "Cần hỏi thêm: " : "To find out: ");
        text.append(reason(part)).append(' ');
    }
}
