package org.goichung.workforce.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.workforce.PlaceView;
import org.jspecify.annotations.Nullable;

/**
 * Finds places as people write them: what is called so with these accents, today or before the merger; then without accents; then what
 * begins so, or has it within. Where more than one place may be meant, none is settled.
 */
public final class PlaceSearch {
    private static final int MOST = 20;

    /**
     * A commune as somebody wrote it beside its province.
     *
     * @param settled the code of the one that it is for sure
     * @param candidates codes of those that it may be, where it has to be asked; none where nothing is called so
     */
    public record Commune(Optional<String> settled, List<String> candidates) {
        public Commune {
            candidates = List.copyOf(candidates);
        }
    }

    private PlaceSearch() {}

    /** @param province as it is written, old or new; null for all; refused where there is and was none called so */
    public static List<PlaceView> find(String written, @Nullable String province) {
        Places.Province beside = province == null
                ? null
                : Places.writtenProvince(province)
                        .orElseThrow(() -> Refusal.field(ProblemType.UNKNOWN_PLACE, "?province", "unknown-province"));
        return Address.of(written, beside).map(PlaceSearch::found).orElse(List.of());
    }

    /** The commune that is written in a known province, by its code or its name. */
    public static Commune commune(String province, String written) {
        var beside = Places.writtenProvince(province);
        if (beside.isEmpty()) return new Commune(Optional.empty(), List.of());
        Optional<String> code = code(beside.get(), written);
        if (code.isPresent()) return new Commune(code, List.of());
        return Address.of(written, beside.get())
                .map(PlaceSearch::commune)
                .orElseGet(() -> new Commune(Optional.empty(), List.of()));
    }

    /** A commune's code, alone or with its name as candidates are told: {@code 31147 Phường Tân An}. */
    private static Optional<String> code(Places.Province province, String written) {
        String[] words = Folded.of(written).split(" ", 2);
        if (!Places.isCommune(words[0])) return Optional.empty();
        Places.Named commune = Places.byCode(words[0]);
        boolean named = words.length == 1 || words[1].equals(Folded.of(commune.fullName()));
        return named && commune.provinceCode().equals(province.code()) ? Optional.of(words[0]) : Optional.empty();
    }

    private static Commune commune(Address address) {
        List<Meaning> meanings = Meaning.of(address);
        Optional<String> settled = Meaning.settled(meanings, address).map(Places.Named::communeCode);
        if (settled.isPresent()) return new Commune(settled, List.of());
        List<String> candidates = meanings.stream()
                .flatMap(meaning -> meaning.places().stream())
                .flatMap(place -> Stream.ofNullable(place.communeCode()))
                .distinct()
                .limit(MOST)
                .toList();
        return new Commune(Optional.empty(), candidates);
    }

    private static List<PlaceView> found(Address address) {
        List<Meaning> meanings = Meaning.of(address);
        Places.Named settled = Meaning.settled(meanings, address).orElse(null);
        Map<Places.Named, PlaceView> found = new LinkedHashMap<>();
        for (Meaning meaning : meanings)
            for (Places.Named place : meaning.places()) {
                String match = meaning.former() != null ? "former" : meaning.accented() ? "exact" : "unaccented";
                found.putIfAbsent(place, view(place, match, meaning.former(), place.equals(settled)));
            }
        if (meanings.isEmpty() || !address.old())
            loose(address).forEach(hit -> found.putIfAbsent(hit.place(), hit.view()));
        boolean unknown = found.isEmpty() || address.old() && !address.told();
        if (unknown && address.province() != null) askWithin(address.province(), found);
        return found.values().stream().limit(MOST).toList();
    }

    /** Where nothing is found, or not told what the old units became, the province is all that is known, and its communes have to be asked. */
    private static void askWithin(Places.Province province, Map<Places.Named, PlaceView> found) {
        Places.Named today = Places.byCode(province.code());
        String former = province.former() == null ? null : province.former().fullName();
        found.putIfAbsent(today, view(today, former == null ? "exact" : "former", former, false));
    }

    /** @param quality 0–1 for a name's beginning, 2–3 for words within; even with the accents that are written */
    private record Hit(Places.Named place, int quality) {
        PlaceView view() {
            return PlaceSearch.view(place, quality % 2 == 0 ? "exact" : "unaccented", null, false);
        }
    }

    private static List<Hit> loose(Address address) {
        List<Hit> hits = new ArrayList<>();
        for (Places.Named place : Places.all())
            if (address.mayHold(place))
                address.names().stream()
                        .filter(name -> name.kindFits(place.name()) == Name.Fit.SAME)
                        .flatMap(name -> hit(place, name).stream())
                        .min(Comparator.comparingInt(Hit::quality))
                        .ifPresent(hits::add);
        hits.sort(Comparator.comparingInt(Hit::quality)
                .thenComparing(hit -> hit.place().communeCode() != null)
                .thenComparing(hit -> hit.place().fullName())
                .thenComparing(hit -> hit.place().provinceCode()));
        return hits;
    }

    private static Optional<Hit> hit(Places.Named place, Name written) {
        Name name = place.name();
        if (name.exact().startsWith(written.exact())) return Optional.of(new Hit(place, 0));
        if (name.folded().startsWith(written.folded())) return Optional.of(new Hit(place, 1));
        if (name.exact().contains(" " + written.exact())) return Optional.of(new Hit(place, 2));
        if (name.folded().contains(" " + written.folded())) return Optional.of(new Hit(place, 3));
        return Optional.empty();
    }

    private static PlaceView view(Places.Named place, String match, @Nullable String former, boolean settled) {
        return new PlaceView(
                place.provinceCode(),
                place.communeCode(),
                place.fullName(),
                Places.byCode(place.provinceCode()).fullName(),
                Places.DATASET,
                match,
                former,
                settled);
    }
}
