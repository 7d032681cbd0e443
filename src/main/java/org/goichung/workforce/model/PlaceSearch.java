package org.goichung.workforce.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.goichung.workforce.PlaceView;
import org.goichung.workforce.model.FormerPlaces.Former;
import org.jspecify.annotations.Nullable;

/** Finds places as people write them: of today with and without accents, exact accents first; then by their old names. */
public final class PlaceSearch {
    private static final int MOST = 20;

    private PlaceSearch() {}

    /** @param province as it is written, old or new; null for all */
    public static List<PlaceView> find(String written, @Nullable String province) {
        String provinceCode =
                province == null ? null : Places.province(province).orElse("none");
        // where the old province is written, the address is an old one
        boolean old = province != null && Places.isFormerProvince(Places.withoutKind(Folded.of(province)));
        Map<String, PlaceView> found = new LinkedHashMap<>();
        List<Former> formers = FormerPlaces.named(written, province);
        if (old && !formers.isEmpty()) {
            formers(formers, found);
            return found.values().stream().limit(MOST).toList();
        }
        today(written, provinceCode).forEach(place -> found.putIfAbsent(key(place), place));
        formers(formers, found);
        String merged = Places.mergedInto(Places.withoutKind(Folded.of(written)));
        if (merged != null && province == null) {
            PlaceView place = view(Places.provinceByCode(merged), "former", "Tỉnh " + written.strip(), true);
            found.put(key(place), place);
        }
        return found.values().stream().limit(MOST).toList();
    }

    private static List<PlaceView> today(String written, @Nullable String provinceCode) {
        String exact = Spelling.exact(written);
        String folded = Folded.of(written);
        record Hit(Places.Named place, int quality) {}
        List<Hit> hits = new ArrayList<>();
        for (Places.Named place : Places.all()) {
            if (provinceCode != null && !provinceCode.equals(place.provinceCode())) continue;
            int quality = quality(place, exact, folded);
            if (quality < 6) hits.add(new Hit(place, quality));
        }
        hits.sort(Comparator.comparingInt(Hit::quality)
                .thenComparing(hit -> hit.place().communeCode() != null)
                .thenComparing(hit -> hit.place().fullName())
                .thenComparing(hit -> hit.place().provinceCode()));
        long best = hits.isEmpty()
                ? 0
                : hits.stream()
                        .filter(hit -> hit.quality() == hits.getFirst().quality())
                        .count();
        return hits.stream()
                .limit(MOST)
                .map(hit -> view(
                        hit.place(),
                        hit.quality() % 2 == 0 ? "exact" : "unaccented",
                        null,
                        best == 1 && hit == hits.getFirst() && hit.quality() < 2))
                .toList();
    }

    /** Even with the accents as they are written, odd without: 0–1 the whole name, 2–3 its beginning, 4–5 words within; 6 for none. */
    private static int quality(Places.Named place, String exact, String folded) {
        for (int closeness = 0; closeness < 3; closeness++) {
            if (fits(place.exact(), exact, closeness) || fits(place.exactBare(), exact, closeness))
                return 2 * closeness;
            if (fits(place.folded(), folded, closeness) || fits(place.foldedBare(), folded, closeness))
                return 2 * closeness + 1;
        }
        return 6;
    }

    private static boolean fits(String name, String written, int closeness) {
        return switch (closeness) {
            case 0 -> name.equals(written);
            case 1 -> name.startsWith(written);
            default -> name.contains(" " + written);
        };
    }

    private static void formers(List<Former> formers, Map<String, PlaceView> found) {
        boolean one = formers.size() == 1;
        for (Former former : formers)
            for (String code : former.becomes()) {
                PlaceView place = view(Places.byCode(code), "former", former.address(), one && former.settled());
                found.putIfAbsent(key(place), place);
            }
    }

    private static String key(PlaceView place) {
        return place.provinceCode() + "|" + place.communeCode();
    }

    private static PlaceView view(Places.Named place, String match, @Nullable String former, boolean settled) {
        return new PlaceView(
                place.provinceCode(),
                place.communeCode(),
                place.fullName(),
                Places.provinceName(place.provinceCode()),
                Places.DATASET,
                match,
                former,
                settled);
    }
}
