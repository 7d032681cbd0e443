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
    /** One line is told the same of every package that asks for it. */
    private final Map<Match.Part, Reason> reasons = new IdentityHashMap<>();

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
        Match had = matches.stream().filter(Match::had).findFirst().orElse(null);
        Match best = matches.stream()
                .filter(match -> match.helps() && (had == null || match.beats(had)))
                .findFirst()
                .orElse(null);
        List<LookupView.Match> views = new ArrayList<>(matches.size());
        Match before = null;
        for (Match match : matches) {
            int rank = before != null && match.ties(before) ? views.getLast().rank() : views.size() + 1;
            views.add(view(match, rank));
            before = match;
        }
        boolean phoneTakesWifi = !Facts.FEATURE.equals(person.text(Fact.PHONE_KIND));
        boolean wifi = wifiAtWork && phoneTakesWifi;
        return new LookupView(
                person.workerId(),
                asOf,
                ageSeconds,
                text(had, best, nearest, wifi),
                carrier(),
                missing(),
                views,
                had == null && best == null ? new LookupView.Nothing(changes(nearest), wifi) : null,
                nearest == null ? null : views.get(matches.indexOf(nearest)));
    }

    private String text(@Nullable Match had, @Nullable Match best, @Nullable Match nearest, boolean wifi) {
        String has = had == null ? "" : wording.has(had, carrierOf(had), best == null);
        if (best != null) return has + wording.best(best, carrierOf(best), person.carrierIsGuess());
        return had == null ? wording.nothing(nearest, nearest == null ? "" : carrierOf(nearest), wifi) : has;
    }

    private LookupView.Match view(Match match, int rank) {
        var version = match.candidate().version();
        var programme = match.candidate().programme();
        var bill = match.bill();
        return new LookupView.Match(
                rank,
                version.id(),
                version.code(),
                version.carrierCode(),
                match.verdict().wireName(),
                reasons(match.parts()),
                match.candidate().agreementId(),
                programme == null ? null : programme.id(),
                bill.priceVnd(),
                bill.coPayVnd(),
                bill.savingVnd(),
                bill.dataBytes(),
                bill.dataUseBytes(),
                bill.daysOfCover(),
                bill.mustPort(),
                getBy(match),
                wording.howToGet(match, person.carrierIsGuess()),
                wording.text(match, carrierOf(match), person.carrierIsGuess()));
    }

    private String getBy(Match match) {
        if (match.had()) return "enrolled";
        if (wording.bySms(match, person.carrierIsGuess())) return "sms";
        return match.candidate().agreementId() == null ? "ask" : "union";
    }

    private LookupView.Carrier carrier() {
        String code = person.carrier();
        if (code == null) return new LookupView.Carrier(null, "unknown");
        return new LookupView.Carrier(code, person.carrierIsGuess() ? "prefix" : "known");
    }

    /** What the criteria that were told of miss, and what the bill does. */
    private List<String> missing() {
        var missing = new TreeSet<String>();
        for (Match.Part part : reasons.keySet()) missing.addAll(part.missing());
        if (person.monthlyTelecomSpendVnd() == null) missing.add(Fact.MONTHLY_TELECOM_SPEND_VND.source());
        if (person.monthlyDataBytes() == null) missing.add(Fact.MONTHLY_DATA_BYTES.source());
        if (person.carrier() == null) missing.add(Fact.CARRIER.source());
        return List.copyOf(missing);
    }

    private List<String> changes(@Nullable Match nearest) {
        if (nearest == null) return List.of();
        return nearest.parts().stream()
                .filter(part -> part.verdict() != Verdict.YES)
                .map(wording::change)
                .toList();
    }

    private List<Reason> reasons(List<Match.Part> parts) {
        if (parts.isEmpty()) return List.of();
        List<Reason> all = new ArrayList<>(parts.size());
        for (Match.Part part : parts) all.add(reasons.computeIfAbsent(part, this::reason));
        return all;
    }

    private Reason reason(Match.Part part) {
        return new Reason(part.name(), part.verdict().wireName(), wording.reason(part), sorted(part));
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
