package org.goichung.workforce.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.goichung.workforce.model.FormerPlaces.Former;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an address may mean: a place of today, or one of before with what became of it.
 *
 * @param places of today
 * @param former the old address; null for a place of today
 * @param accented whether the accents are those that are written
 * @param kind whether the kind is the one that is written
 * @param official whether it is of today and written as the list has it, with its kind and its accents
 * @param sure whether it lies in its one place for sure, where it has one
 * @param rank among equals, the smaller first
 */
record Meaning(
        List<Places.Named> places,
        @Nullable String former,
        boolean accented,
        boolean kind,
        boolean official,
        boolean sure,
        int rank) {

    private static final Comparator<Meaning> BEST_FIRST =
            Comparator.comparing((Meaning one) -> !one.accented()).thenComparing(Meaning::rank);

    /**
     * All that the address may mean, the best first; of another kind than is written only where nothing of that kind is, or was in the
     * district.
     */
    static List<Meaning> of(Address address) {
        var found = new Found(address, new ArrayList<>());
        for (Name name : address.names()) {
            FormerPlaces.communes(name).forEach(one -> found.former(name, one, 3));
            if (address.districts().isEmpty()) {
                if (address.province() == null)
                    FormerProvinces.named(name).forEach(one -> found.formerProvince(name, one));
                FormerPlaces.districts(name).forEach(one -> found.former(name, one, 4));
            }
        }
        List<Meaning> meanings = found.meanings();
        boolean old = meanings.stream().anyMatch(Meaning::kind);
        if (!address.old() || !old)
            for (Name name : address.names()) Places.named(name).forEach(one -> found.today(name, one));
        boolean mistaken = !old && !address.districts().isEmpty();
        if (!mistaken && meanings.stream().anyMatch(Meaning::kind)) meanings.removeIf(one -> !one.kind());
        meanings.sort(BEST_FIRST);
        return meanings;
    }

    /**
     * The one place that it must be; empty where somebody would have to be asked. Without its province no commune is: another may be, or
     * have been, called so elsewhere.
     */
    static Optional<Places.Named> settled(List<Meaning> meanings, Address address) {
        if (address.leftAside()) return Optional.empty();
        List<Meaning> of = meanings.stream().filter(Meaning::kind).toList();
        // whoever writes accents means them
        if (!address.plain() && of.stream().anyMatch(Meaning::accented))
            of = of.stream().filter(Meaning::accented).toList();
        if (address.names().stream().noneMatch(Name::plain))
            of = of.stream().filter(one -> one.accented() || one.isProvince()).toList();
        // where nothing is told of old communes, whoever writes one of today as the list has it means that one
        List<Meaning> official = of.stream().filter(Meaning::official).toList();
        if (official.size() == 1 && !address.told()) of = official;
        Set<Places.Named> places = new HashSet<>();
        of.forEach(one -> places.addAll(one.places()));
        if (places.size() != 1 || !of.stream().allMatch(Meaning::sure)) return Optional.empty();
        return places.stream()
                .filter(place -> place.communeCode() == null || address.province() != null)
                .findFirst();
    }

    /** Provinces are few, and go by more than one name. */
    private boolean isProvince() {
        return places.stream().allMatch(place -> place.communeCode() == null);
    }

    private record Found(Address address, List<Meaning> meanings) {

        void today(Name written, Places.Named place) {
            if (!address.mayHold(place)) return;
            boolean accented = written.isSpelt(place.name());
            boolean official = written.kind() != null && accented && !address.plain();
            boolean province = place.communeCode() == null;
            boolean sure = province
                    || official && !address.old()
                    || address.told() && address.districts().isEmpty();
            add(
                    written.kindFits(place.name()),
                    new Meaning(List.of(place), null, accented, true, official, sure, province ? 0 : 1));
        }

        void formerProvince(Name written, FormerProvinces.Former province) {
            var today = List.of(Places.byCode(province.code()));
            boolean accented = written.isSpelt(province.name());
            add(
                    written.kindFits(province.name()),
                    new Meaning(today, province.fullName(), accented, true, false, true, 2));
        }

        void former(Name written, Former former, int rank) {
            if (!address.mayHold(former)) return;
            // where the map is silent, the province is all that is known
            List<String> codes = former.becomes().isEmpty() ? List.of(former.provinceCode()) : former.becomes();
            var places = codes.stream().map(Places::byCode).toList();
            boolean sure = former.settled() && address.told();
            add(
                    written.kindFits(former.name()),
                    new Meaning(places, former.address(), former.isSpelt(written), true, false, sure, rank));
        }

        private void add(Name.Fit fit, Meaning meaning) {
            if (fit != Name.Fit.NONE) meanings.add(meaning.ofKind(fit == Name.Fit.SAME));
        }
    }

    private Meaning ofKind(boolean same) {
        return new Meaning(places, former, accented, same, official, sure, rank);
    }
}
