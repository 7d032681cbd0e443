package org.goichung.dashboard.model;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.goichung.catalog.PackageVersionView;
import org.goichung.eligibility.LookupView;
import org.goichung.eligibility.LookupView.Match;
import org.goichung.eligibility.Reason;
import org.goichung.workforce.PhoneKind;
import org.jspecify.annotations.Nullable;

/** Writes the answer of a look-up for the person it is about: few packages, and nothing they need not read. */
public final class AnswerWriter {
    private static final int CARDS = 3;
    private static final int QUESTIONS = 4;
    private static final int MONTH = 30;

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
     * @param phone null where it is not known
     */
    public static WorkerAnswer.Card card(
            Match match,
            PackageVersionView version,
            Map<String, String> carrierNames,
            boolean carrierIsGuess,
            @Nullable PhoneKind phone,
            SaidOfPackages said) {
        String carrier = carrierNames.getOrDefault(match.carrierCode(), match.carrierCode());
        Stream<String> gives =
                PageWords.gives(version.allowance(), version.cycleDays(), phone != PhoneKind.FEATURE, said).stream();
        Stream<String> needs = PageWords.needs(version, phone, said).stream();
        Stream<String> port =
                Boolean.TRUE.equals(match.mustPort()) ? Stream.of(said.mustMove(carrier, carrierIsGuess)) : Stream.of();
        return new WorkerAnswer.Card(
                said.named(match.packageCode(), carrier),
                pays(match, said),
                match.getBy().equals("enrolled") ? null : saving(match, said),
                Stream.of(gives, needs, port).flatMap(Function.identity()).toList(),
                version.verified() || match.agreementId() != null
                        ? List.of()
                        : List.of(said.listOf(version.validAsOf())),
                match.howToGet());
    }

    /** What has to be paid at once, too, where that is not what 30 days cost. */
    private static String pays(Match match, SaidOfPackages said) {
        if (match.coPayVndPer30Days() == 0) return said.nothingToPay();
        String month = said.vnd(match.coPayVndPer30Days()) + " " + said.every(MONTH);
        if (match.cycleDays() == MONTH) return said.pays(month);
        String once = said.vnd(match.coPayVndPerCycle());
        return (match.cycleDays() < MONTH
                        ? said.pays(once + " " + said.every(match.cycleDays()))
                        : said.paysAtOnce(once, match.cycleDays()))
                + " (" + month + ")";
    }

    public static WorkerAnswer answer(LookupView found, List<WorkerAnswer.Card> cards, SaidOfPackages said) {
        Stream<WorkerAnswer.Card> first =
                cards.stream().limit(1).map(card -> saves(found) ? card.withoutSaving() : card);
        LookupView.Nothing nothing = found.nothing();
        return new WorkerAnswer(
                headline(found, said),
                Stream.concat(first, cards.stream().skip(1)).toList(),
                nothing != null && nothing.wifiAtWork() ? said.wifi() : null,
                missed(found.nearestMiss(), said),
                obstacles(found),
                questions(found),
                next(found, said));
    }

    /** For somebody whose facts are not in yet. */
    public static WorkerAnswer nothingKnown(SaidOfPackages said) {
        return new WorkerAnswer(said.littleKnown(), List.of(), null, null, List.of(), List.of(), said.askOrComeBack());
    }

    private static String headline(LookupView found, SaidOfPackages said) {
        Match had = had(found);
        if (had != null) return said.youHave(had.packageCode());
        List<Match> helping = helping(found);
        if (helping.isEmpty()) return asks(found) ? said.mustAsk() : said.nothingHelps();
        Match best = helping.getFirst();
        Long saving = best.savingVndPer30Days();
        if (saving != null && saves(found)) return said.youSave(said.vnd(saving), said.every(MONTH));
        return best.coPayVndPer30Days() == 0 ? said.freeForYou() : said.usable();
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
        return saving != null && saving > 0 && helping.getFirst().saves();
    }

    private static @Nullable String saving(Match match, SaidOfPackages said) {
        Long vnd = match.savingVndPer30Days();
        Integer days = match.daysOfCover();
        if (vnd == null || vnd == 0) return null;
        if (vnd < 0) return said.dearer(said.vnd(-vnd));
        if (match.saves()) return said.cheaper(said.vnd(vnd));
        // what is free does not take the place of all that is paid now
        if (match.coPayVndPer30Days() == 0) return null;
        return days == null ? said.cheaperInPart(said.vnd(vnd)) : said.cheaperFor(said.vnd(vnd), days);
    }

    /** What would do more, were it theirs; or comes nearest, where nothing helps. */
    private static @Nullable String missed(@Nullable Match miss, SaidOfPackages said) {
        if (miss == null) return null;
        return switch (miss.status()) {
            case "unqualified" -> said.missed(miss.packageCode());
            case "qualified" -> said.closest(miss.packageCode());
            default -> null;
        };
    }

    /** Why not, and what would change it where nothing else helps; what is open is asked about apart. */
    private static List<String> obstacles(LookupView found) {
        Match miss = found.nearestMiss();
        LookupView.Nothing nothing = found.nothing();
        if (asks(found)) return List.of();
        if (nothing != null) return nothing.changes();
        return miss == null ? List.of() : reasons(Stream.of(miss), "unqualified");
    }

    /** What is not known, where it may be worth asking. */
    private static List<String> questions(LookupView found) {
        Match miss = found.nearestMiss();
        List<Match> unknown = ofStatus(found, "unknown");
        return reasons(
                miss == null || !asks(found) ? unknown.stream() : Stream.concat(Stream.of(miss), unknown.stream()),
                "unknown");
    }

    private static List<String> reasons(Stream<Match> matches, String status) {
        return matches.flatMap(match -> match.reasons().stream())
                .filter(reason -> reason.status().equals(status))
                .map(Reason::text)
                .distinct()
                .limit(QUESTIONS)
                .toList();
    }

    private static String next(LookupView found, SaidOfPackages said) {
        boolean negotiated = helping(found).stream().limit(1).anyMatch(match -> match.agreementId() != null);
        return negotiated && had(found) == null ? said.meet() : said.ask();
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
