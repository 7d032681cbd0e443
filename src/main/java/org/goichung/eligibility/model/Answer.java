package org.goichung.eligibility.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.goichung.eligibility.LookupView;
import org.goichung.eligibility.Reason;
import org.jspecify.annotations.Nullable;

/** Writes the answer for one person: everything on offer, what helps most, or that nothing does and what would change it. */
public final class Answer {
    private final Facts person;
    private final Wording wording;
    private final UnaryOperator<String> carrierNames;
    /** One line is told the same of every package that asks for it, and so are all lines to those that ask for the same. */
    private final Map<Match.Part, Reason> reasons = new IdentityHashMap<>();

    private final Map<Terms, List<Reason>> reasonLists = new IdentityHashMap<>();

    /** @param carrierNames by code */
    public Answer(Facts person, Wording wording, UnaryOperator<String> carrierNames) {
        this.person = person;
        this.wording = wording;
        this.carrierNames = carrierNames;
    }

    /**
     * @param matches ranked
     * @param wifiAtWork whether the enterprise has wifi for its people
     */
    public LookupView view(List<Match> matches, boolean wifiAtWork, Instant asOf, long ageSeconds) {
        Match nearest = Match.nearestMiss(matches).orElse(null);
        Match had = firstHad(matches);
        Match best = firstToPraise(matches, had);
        boolean nothing = had == null && best == null;
        if (nothing && nearest == null) nearest = closest(matches);
        List<LookupView.Match> views = new ArrayList<>(matches.size());
        LookupView.Match bestView = null;
        LookupView.Match nearestView = null;
        Match before = null;
        int rank = 0;
        for (Match match : matches) {
            if (before == null || !match.ties(before)) rank = views.size() + 1;
            var view = view(match, rank);
            views.add(view);
            if (match == best) bestView = view;
            if (match == nearest) nearestView = view;
            before = match;
        }
        boolean phoneTakesWifi = !Facts.FEATURE.equals(person.text(Fact.PHONE_KIND));
        boolean wifi = wifiAtWork && phoneTakesWifi;
        return new LookupView(
                person.workerId(),
                asOf,
                ageSeconds,
                wording.language().tag(),
                text(had, best, bestView, nearest, wifi),
                carrier(),
                missing(),
                views,
                nothing ? new LookupView.Nothing(wording.changes(nearest, !phoneTakesWifi), wifi) : null,
                nearestView);
    }

    private static @Nullable Match firstHad(List<Match> matches) {
        for (Match match : matches) if (match.had()) return match;
        return null;
    }

    /** Of what is theirs to have and does not help, what comes closest. */
    private static @Nullable Match closest(List<Match> matches) {
        for (Match match : matches) if (match.verdict() == Verdict.YES && match.isOfUse()) return match;
        return null;
    }

    /** To somebody who has a package already, only what does more. */
    private static @Nullable Match firstToPraise(List<Match> matches, @Nullable Match had) {
        for (Match match : matches) if (match.helps() && (had == null || match.beats(had))) return match;
        return null;
    }

    private String text(
            @Nullable Match had,
            @Nullable Match best,
            LookupView.@Nullable Match bestView,
            @Nullable Match nearest,
            boolean wifi) {
        String has = had == null ? "" : wording.has(had, carrierOf(had), best == null);
        if (best != null && bestView != null) return has + wording.best(best, carrierOf(best), bestView.text());
        boolean keypad = Facts.FEATURE.equals(person.text(Fact.PHONE_KIND));
        return had == null ? wording.nothing(nearest, nearest == null ? "" : carrierOf(nearest), keypad, wifi) : has;
    }

    private LookupView.Match view(Match match, int rank) {
        var version = match.candidate().version();
        var bill = match.bill();
        boolean guess = person.carrierIsGuess();
        boolean sms = wording.bySms(match, guess);
        String how = wording.howToGet(match, sms);
        return new LookupView.Match(
                rank,
                version.id(),
                version.code(),
                version.carrierCode(),
                match.verdict().wireName(),
                match.helps(),
                match.helps() && match.saves(),
                reasons(match.terms()),
                match.candidate().agreementId(),
                match.candidate().programmeId(),
                version.cycleDays(),
                match.candidate().coPayVnd(),
                bill.priceVnd(),
                bill.coPayVnd(),
                bill.savingVnd(),
                bill.dataBytes(),
                version.allowance().minutesAny(),
                version.allowance().minutesOnNet(),
                bill.dataUseBytes(),
                bill.daysOfCover(),
                bill.mustPort(),
                getBy(match, sms),
                how,
                wording.text(match, carrierOf(match), guess, how));
    }

    private static String getBy(Match match, boolean sms) {
        if (match.had()) return "enrolled";
        if (sms) return "sms";
        return match.candidate().agreementId() == null ? "ask" : "union";
    }

    private LookupView.Carrier carrier() {
        String code = person.carrier();
        if (code == null) return new LookupView.Carrier(null, "unknown");
        return new LookupView.Carrier(code, person.carrierIsGuess() ? "prefix" : "known");
    }

    /** What would settle what is open, and what the bill lacks. */
    private List<String> missing() {
        var missing = new TreeSet<String>();
        for (Terms terms : reasonLists.keySet())
            if (terms.verdict() == Verdict.UNKNOWN)
                for (Match.Part part : terms.parts()) missing.addAll(part.missing());
        if (person.text(Fact.PHONE_KIND) == null) missing.add(Fact.PHONE_KIND.source());
        if (person.monthlyTelecomSpendVnd() == null) missing.add(Fact.MONTHLY_TELECOM_SPEND_VND.source());
        if (person.monthlyDataBytes() == null) missing.add(Fact.MONTHLY_DATA_BYTES.source());
        if (person.carrier() == null) missing.add(Fact.CARRIER.source());
        return List.copyOf(missing);
    }

    private List<Reason> reasons(Terms terms) {
        if (terms.parts().isEmpty()) return List.of();
        List<Reason> known = reasonLists.get(terms);
        if (known != null) return known;
        List<Reason> all = new ArrayList<>(terms.parts().size());
        for (Match.Part part : terms.parts()) all.add(reason(part));
        reasonLists.put(terms, all);
        return all;
    }

    private Reason reason(Match.Part part) {
        Reason known = reasons.get(part);
        if (known != null) return known;
        var told = new Reason(
                part.name(),
                part.verdict().wireName(),
                wording.reason(part),
                wording.otherLanguage(part),
                sorted(part));
        reasons.put(part, told);
        return told;
    }

    static List<String> sorted(Match.Part part) {
        return part.missing().size() < 2
                ? List.copyOf(part.missing())
                : part.missing().stream().sorted().toList();
    }

    private String carrierOf(Match match) {
        return carrierNames.apply(match.candidate().version().carrierCode());
    }
}
