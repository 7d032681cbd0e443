package org.goichung.eligibility.model;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goichung.platform.http.Language;
import org.jspecify.annotations.Nullable;

/**
 * Puts matches into words: money first, short sentences, for a person with little practice in reading offers. One answer's, for one
 * thread.
 */
public final class Wording {

    private final Tongue tongue;
    private final Language language;
    private final @Nullable LocalDate today;
    /** What many texts of one answer have in common is put into words once. */
    private final Map<Terms, String> obstacles = new IdentityHashMap<>();

    private final Map<String, String> ports = new HashMap<>();

    /** @param today null where another day is asked about: nobody is told an SMS then */
    public Wording(Language language, @Nullable LocalDate today) {
        this.language = language;
        this.today = today;
        this.tongue = Tongue.of(language);
    }

    /** The whole: what it costs, what it gives, what stands in the way, how to get it. */
    public String text(Match match, String carrierName, boolean carrierIsGuess) {
        return text(match, carrierName, carrierIsGuess, howToGet(match, bySms(match, carrierIsGuess)));
    }

    /** The same, where it is known how to get it. */
    String text(Match match, String carrierName, boolean carrierIsGuess, String howToGet) {
        Phrases phrases = match.candidate().phrases(language);
        if (match.had()) return phrases.deal() + phrases.has();
        Bill bill = match.bill();
        Long saving = bill.savingVnd();
        String saved = saving == null ? "" : saved(match, saving);
        String deal = saving == null ? phrases.unsureDeal() : phrases.deal();
        String cover = bill.dataBytes() == 0 ? "" : cover(bill);
        String port = Boolean.FALSE.equals(bill.mustPort()) ? "" : port(carrierName, bill.mustPort(), carrierIsGuess);
        if (match.verdict() != Verdict.NO) return saved + deal + cover + port + obstacles(match.terms()) + howToGet;
        return tongue.ifItWereYours() + saved + deal + cover + port + obstacles(match.terms());
    }

    /** Nothing of what is free and does not take the place of what is paid now. */
    private String saved(Match match, long saving) {
        boolean told = match.bill().coPayVnd() > 0 || saving == 0 || match.saves();
        return told ? Phrases.saved(saving, match.saves(), language) : "";
    }

    private String cover(Bill bill) {
        if (bill.idleData()) return tongue.keypadCannot();
        if (bill.talkOnly()) return tongue.usesNoData();
        return (bill.anyPhone() ? tongue.needsSmartphone() : "") + lasting(bill);
    }

    private String lasting(Bill bill) {
        return bill.daysOfCover() == null ? tongue.useUnknown() : Phrases.cover(bill.daysOfCover(), language);
    }

    /** That the person has a package already, and whether there is a better one. */
    public String has(Match had, String carrierName, boolean best) {
        return tongue.has(named(had, carrierName))
                + had.candidate().phrases(language).deal()
                + (best ? tongue.noneIsBetter() : tongue.oneIsBetter());
    }

    /**
     * The answer in a few sentences: the best that helps, by its name.
     *
     * @param text the whole that is said of it
     */
    String best(Match match, String carrierName, String text) {
        return text + tongue.itIs(named(match, carrierName));
    }

    /**
     * Where nothing helps: so, what comes nearest and what would change it, and the wifi where there is some.
     *
     * @param nearest what is not theirs to have, or what is and does not help
     * @param keypad whether the phone can do nothing with data
     */
    public String nothing(@Nullable Match nearest, String carrierName, boolean keypad, boolean wifi) {
        var text = new StringBuilder(tongue.nothingHelps());
        if (nearest != null) {
            Long saving = nearest.bill().savingVnd();
            String named = named(nearest, carrierName);
            text.append(
                    saving != null && nearest.verdict() != Verdict.YES && nearest.saves()
                            ? tongue.nearest(named, Phrases.vnd(saving, tongue))
                            : tongue.nearest(named));
            for (Match.Part part : nearest.parts())
                if (part.verdict() == Verdict.NO)
                    text.append(' ').append(obstacle(part).stripTrailing());
        }
        for (String change : changes(nearest, keypad)) text.append(' ').append(change);
        if (wifi) text.append(tongue.wifi());
        return text.toString();
    }

    /** Off the shelf, theirs to have, and checked against the carrier today: the SMS to send. Otherwise: ask the union. */
    String howToGet(Match match, boolean bySms) {
        Phrases phrases = match.candidate().phrases(language);
        if (match.had()) return phrases.has();
        return bySms ? phrases.sms() : phrases.ask();
    }

    /** Whether a person may be told to send the package's SMS by themselves: where it is known that it would be taken. */
    public boolean bySms(Match match, boolean carrierIsGuess) {
        return match.verdict() == Verdict.YES
                && !carrierIsGuess
                && Boolean.FALSE.equals(match.bill().mustPort())
                && today != null
                && today.equals(match.candidate().smsChecked());
    }

    Language language() {
        return language;
    }

    /** The tag of the language that a part of one line is told in, where nobody wrote it in the one of all else. */
    public @Nullable String otherLanguage(Match.Part part) {
        boolean written = part.said().stream().allMatch(said -> said.criterion().isWrittenIn(language));
        return written ? null : Language.VI.tag();
    }

    /** One line's part, as its criteria's authors put it. */
    public String reason(Match.Part part) {
        List<Match.Said> said = part.said();
        if (said.isEmpty()) return Clause.unwritten(language);
        if (said.size() == 1) return sentence(said.getFirst());
        // of several of which one is enough: what is open where that would settle it, otherwise why each fails
        return said.stream()
                .filter(one -> part.verdict() != Verdict.UNKNOWN || one.verdict() == Verdict.UNKNOWN)
                .map(this::sentence)
                .collect(Collectors.joining(" "));
    }

    /** What would have to be otherwise, or be found out, line by line; of what is theirs and does not help, why. */
    List<String> changes(@Nullable Match nearest, boolean keypad) {
        if (nearest == null) return keypad ? List.of(tongue.keypadCannot().strip()) : List.of();
        if (nearest.verdict() == Verdict.YES) return shortcomings(nearest);
        boolean several = severalChanges(nearest);
        return nearest.parts().stream()
                .filter(part -> part.verdict() == nearest.verdict())
                .map(part -> nearest.verdict() == Verdict.NO
                        ? change(part, several)
                        : obstacle(part).strip())
                .toList();
    }

    private List<String> shortcomings(Match match) {
        Bill bill = match.bill();
        Long saving = bill.savingVnd();
        String price =
                saving == null ? Deal.pays(match.candidate(), tongue) + tongue.spendingUnknown() : saved(match, saving);
        return Stream.of(price, shortcoming(bill))
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private String shortcoming(Bill bill) {
        Long saving = bill.savingVnd();
        if (bill.talkOnly()) return (saving == null ? !bill.enough() : saving > 0) ? tongue.callsTooFew() : "";
        return bill.dataBytes() == 0 ? tongue.noData() : cover(bill);
    }

    /** Where several lines fail or are open, none of them alone would do. */
    private static boolean severalChanges(Match nearest) {
        return nearest.parts().stream()
                        .filter(part -> part.verdict() != Verdict.YES)
                        .count()
                > 1;
    }

    private String change(Match.Part part, boolean several) {
        if (part.verdict() == Verdict.UNKNOWN || part.said().isEmpty()) return reason(part);
        String either = part.said().stream()
                .filter(said -> said.verdict() != Verdict.UNKNOWN)
                .map(said -> said.criterion().sentence(said.verdict().not(), language))
                .map(Phrases::clause)
                .collect(Collectors.joining(tongue.or()));
        return several ? tongue.needed(either) : tongue.yoursIf(either);
    }

    private String sentence(Match.Said said) {
        return said.criterion().sentence(said.verdict(), language);
    }

    private String named(Match match, String carrierName) {
        return tongue.named(match.candidate().version().code(), carrierName);
    }

    private String port(String carrierName, @Nullable Boolean must, boolean guess) {
        String known = ports.get(carrierName);
        if (known != null) return known;
        String told = must == null ? tongue.mayHaveToMove(carrierName) : tongue.hasToMove(carrierName, guess);
        ports.put(carrierName, told);
        return told;
    }

    /** A sentence for each; with a blank behind them where how to get it is said next. */
    private String obstacles(Terms terms) {
        if (terms.verdict() == Verdict.YES) return "";
        String known = obstacles.get(terms);
        if (known != null) return known;
        var all = new StringBuilder();
        // a plain no stays one whatever is found out beside it
        for (Match.Part part : terms.parts()) if (part.verdict() == terms.verdict()) all.append(obstacle(part));
        if (terms.verdict() == Verdict.NO) all.setLength(all.length() - 1);
        String told = all.toString();
        obstacles.put(terms, told);
        return told;
    }

    private String obstacle(Match.Part part) {
        return before(part) + reason(part) + " ";
    }

    /** Where nothing is laid down yet there is nothing to find out. */
    private String before(Match.Part part) {
        if (part.verdict() == Verdict.NO) return tongue.notYetBecause();
        return part.missing().isEmpty() ? "" : tongue.toFindOut();
    }
}
