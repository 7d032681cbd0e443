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

    /** The best that the person qualifies for; what would cost them more is left out behind the first. */
    public static List<Match> worthShowing(LookupView found) {
        List<Match> qualified = qualified(found);
        Match had = had(found);
        if (had != null) return withWhatBeats(had, qualified);
        return Stream.concat(
                        qualified.stream().limit(1),
                        qualified.stream()
                                .skip(1)
                                .filter(match -> match.savingVndPer30Days() == null || match.savingVndPer30Days() > 0))
                .limit(CARDS)
                .toList();
    }

    /** What the person has, then what does more for them. */
    private static List<Match> withWhatBeats(Match had, List<Match> qualified) {
        Stream<Match> better = qualified.stream()
                .filter(match -> match.rank() < had.rank())
                .filter(match -> match.coPayVndPer30Days() < had.coPayVndPer30Days());
        return Stream.concat(Stream.of(had), better).limit(CARDS).toList();
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
        return new WorkerAnswer(
                headline(found), Stream.concat(first, cards.stream().skip(1)).toList(), questions(found), next(found));
    }

    /** For somebody whose facts are not in yet. */
    public static WorkerAnswer nothingKnown() {
        return new WorkerAnswer(
                "Chúng tôi chưa có đủ thông tin về bạn.",
                List.of(),
                List.of(),
                "Hãy hỏi cán bộ công đoàn nơi bạn làm, hoặc xem lại sau ít phút.");
    }

    private static String headline(LookupView found) {
        Match had = had(found);
        if (had != null) return "Bạn đang có gói " + had.packageCode() + " qua công đoàn.";
        List<Match> qualified = qualified(found);
        if (qualified.isEmpty())
            return unknown(found).isEmpty() ? "Hiện chưa có gói nào cho bạn." : "Cần hỏi bạn thêm vài điều.";
        Match best = qualified.getFirst();
        Long saving = best.savingVndPer30Days();
        if (saving != null && saves(found)) return "Bạn bớt được " + Words.vnd(saving) + " " + Words.every(30) + ".";
        if (best.coPayVndPer30Days() == 0) return "Bạn có gói không phải trả tiền.";
        return "Có gói bạn dùng được.";
    }

    /** Whether the best is cheaper than what the person pays now. */
    private static boolean saves(LookupView found) {
        List<Match> qualified = qualified(found);
        if (qualified.isEmpty()) return false;
        Long saving = qualified.getFirst().savingVndPer30Days();
        return saving != null && saving > 0;
    }

    private static @Nullable String saving(@Nullable Long vnd) {
        if (vnd == null || vnd == 0) return null;
        return vnd > 0
                ? "Bớt được " + Words.vnd(vnd) + " so với bây giờ."
                : "Tốn thêm " + Words.vnd(-vnd) + " so với bây giờ.";
    }

    /** What stands in the way, where it may be worth asking. */
    private static List<String> questions(LookupView found) {
        Match miss = found.nearestMiss();
        Stream<Match> inTheWay =
                miss == null ? unknown(found).stream() : Stream.concat(Stream.of(miss), unknown(found).stream());
        return inTheWay.flatMap(match -> match.reasons().stream())
                .filter(reason -> !reason.status().equals("qualified"))
                .map(Reason::text)
                .distinct()
                .limit(QUESTIONS)
                .toList();
    }

    private static String next(LookupView found) {
        if (had(found) != null) return "Có gì chưa rõ, hãy hỏi cán bộ công đoàn nơi bạn làm.";
        boolean negotiated = qualified(found).stream().anyMatch(match -> match.agreementId() != null);
        return negotiated
                ? "Muốn nhận gói, hãy gặp cán bộ công đoàn nơi bạn làm. Bạn không cần tự soạn tin nhắn."
                : "Có gì chưa rõ, hãy hỏi cán bộ công đoàn nơi bạn làm.";
    }

    private static List<Match> qualified(LookupView found) {
        return ofStatus(found, "qualified");
    }

    private static List<Match> unknown(LookupView found) {
        return ofStatus(found, "unknown");
    }

    private static List<Match> ofStatus(LookupView found, String status) {
        return found.matches().stream()
                .filter(match -> match.status().equals(status))
                .toList();
    }
}
