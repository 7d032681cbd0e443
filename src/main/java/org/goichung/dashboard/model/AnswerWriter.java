package org.goichung.dashboard.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.goichung.catalog.PackageVersionView;
import org.goichung.eligibility.LookupView;
import org.goichung.eligibility.LookupView.Match;
import org.goichung.eligibility.Reason;
import org.jspecify.annotations.Nullable;

/** Writes the answer of a look-up for the person it is about: few packages, and nothing they need not read. */
public final class AnswerWriter {
    private static final int CARDS = 3;
    private static final int QUESTIONS = 4;

    private AnswerWriter() {}

    /** What the person has and what does more for them; what helps where they have nothing yet. */
    public static List<Match> worthShowing(LookupView found) {
        Match had = had(found);
        Stream<Match> helping = helping(found).stream().filter(match -> match != had);
        return (had == null
                        ? helping
                        : Stream.concat(Stream.of(had), helping.filter(match -> match.rank() < had.rank())))
                .limit(CARDS)
                .toList();
    }

    private static @Nullable Match had(LookupView found) {
        return found.matches().stream()
                .filter(match -> match.getBy().equals("enrolled"))
                .findFirst()
                .orElse(null);
    }

    /**
     * @param carrierNames by code
     * @param carrierIsGuess whether the person's own carrier is only read off the number
     */
    public static WorkerAnswer.Card card(
            Match match, PackageVersionView version, Map<String, String> carrierNames, boolean carrierIsGuess) {
        String carrier = carrierNames.getOrDefault(match.carrierCode(), match.carrierCode());
        Stream<String> gives = Words.gives(version.allowance(), version.cycleDays()).stream();
        Stream<String> port = Boolean.TRUE.equals(match.mustPort())
                ? Stream.of(
                        (carrierIsGuess ? "Có lẽ phải" : "Phải") + " chuyển sang mạng " + carrier + ", giữ nguyên số.")
                : Stream.of();
        return new WorkerAnswer.Card(
                "Gói " + match.packageCode() + " của " + carrier,
                pays(match),
                match.getBy().equals("enrolled") ? null : saving(match.savingVndPer30Days()),
                Stream.concat(gives, port).toList(),
                version.verified() || match.agreementId() != null
                        ? List.of()
                        : List.of("Theo bảng giá năm " + version.validAsOf() + "."),
                match.howToGet());
    }

    /** What has to be paid at once, too, where that is not what 30 days cost. */
    private static String pays(Match match) {
        if (match.coPayVndPer30Days() == 0) return "Không phải trả tiền";
        String month = Words.vnd(match.coPayVndPer30Days()) + " " + Words.every(30);
        if (match.cycleDays() == 30) return "Trả " + month;
        String once = Words.vnd(match.coPayVndPerCycle());
        return match.cycleDays() < 30
                ? "Trả " + once + " " + Words.every(match.cycleDays()) + " (" + month + ")"
                : "Trả một lần " + once + " cho " + match.cycleDays() + " ngày (" + month + ")";
    }

    public static WorkerAnswer answer(LookupView found, List<WorkerAnswer.Card> cards) {
        Stream<WorkerAnswer.Card> first =
                cards.stream().limit(1).map(card -> saves(found) ? card.withoutSaving() : card);
        Match miss = missed(found);
        LookupView.Nothing nothing = found.nothing();
        return new WorkerAnswer(
                headline(found),
                Stream.concat(first, cards.stream().skip(1)).toList(),
                nothing != null && nothing.wifiAtWork()
                        ? "Ở công ty có wifi. Vào mạng bằng wifi thì không mất tiền."
                        : null,
                miss == null ? null : "Gói " + miss.packageCode() + " lợi hơn, nhưng chưa được",
                miss == null ? List.of() : obstacles(miss, nothing),
                questions(found),
                next(found));
    }

    /** For somebody whose facts are not in yet. */
    public static WorkerAnswer nothingKnown() {
        return new WorkerAnswer(
                "Chúng tôi chưa có đủ thông tin về bạn.",
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                "Hãy hỏi cán bộ công đoàn nơi bạn làm, hoặc xem lại sau ít phút.");
    }

    private static String headline(LookupView found) {
        Match had = had(found);
        if (had != null) return "Bạn đang có gói " + had.packageCode() + " qua công đoàn.";
        List<Match> helping = helping(found);
        if (helping.isEmpty())
            return asks(found) ? "Cần hỏi bạn thêm vài điều." : "Hiện chưa có gói nào giúp bạn bớt tiền.";
        Match best = helping.getFirst();
        Long saving = best.savingVndPer30Days();
        if (saving != null && saves(found)) return "Bạn bớt được " + Words.vnd(saving) + " " + Words.every(30) + ".";
        if (best.coPayVndPer30Days() == 0) return "Bạn có gói không phải trả tiền.";
        return "Có gói bạn dùng được.";
    }

    /** Whether something might help of which not everything is known. */
    private static boolean asks(LookupView found) {
        Match miss = found.nearestMiss();
        return miss != null && miss.status().equals("unknown");
    }

    /** Whether the best is cheaper than what the person pays now. */
    private static boolean saves(LookupView found) {
        List<Match> helping = helping(found);
        if (had(found) != null || helping.isEmpty()) return false;
        Long saving = helping.getFirst().savingVndPer30Days();
        return saving != null && saving > 0;
    }

    private static @Nullable String saving(@Nullable Long vnd) {
        if (vnd == null || vnd == 0) return null;
        return vnd > 0
                ? "Bớt được " + Words.vnd(vnd) + " so với bây giờ."
                : "Tốn thêm " + Words.vnd(-vnd) + " so với bây giờ.";
    }

    /** What would do more, were it theirs. */
    private static @Nullable Match missed(LookupView found) {
        Match miss = found.nearestMiss();
        return miss == null || !miss.status().equals("unqualified") ? null : miss;
    }

    /** What would change it, where nothing else helps; otherwise why not. */
    private static List<String> obstacles(Match miss, LookupView.@Nullable Nothing nothing) {
        return nothing == null ? said(Stream.of(miss), "unqualified") : nothing.changes();
    }

    /** What is not known, where it may be worth asking. */
    private static List<String> questions(LookupView found) {
        Match miss = found.nearestMiss();
        List<Match> unknown = ofStatus(found, "unknown");
        return said(miss == null ? unknown.stream() : Stream.concat(Stream.of(miss), unknown.stream()), "unknown");
    }

    private static List<String> said(Stream<Match> matches, String status) {
        return matches.flatMap(match -> match.reasons().stream())
                .filter(reason -> reason.status().equals(status))
                .map(Reason::text)
                .distinct()
                .limit(QUESTIONS)
                .toList();
    }

    private static String next(LookupView found) {
        if (had(found) != null) return "Có gì chưa rõ, hãy hỏi cán bộ công đoàn nơi bạn làm.";
        boolean negotiated = helping(found).stream().anyMatch(match -> match.agreementId() != null);
        return negotiated
                ? "Muốn nhận gói, hãy gặp cán bộ công đoàn nơi bạn làm. Bạn không cần tự soạn tin nhắn."
                : "Có gì chưa rõ, hãy hỏi cán bộ công đoàn nơi bạn làm.";
    }

    private static List<Match> helping(LookupView found) {
        return found.matches().stream().filter(Match::helps).toList();
    }

    private static List<Match> ofStatus(LookupView found, String status) {
        return found.matches().stream()
                .filter(match -> match.status().equals(status))
                .toList();
    }
}
