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

    /** All that the address may mean, the best first; of another kind than is written only where nothing is of that kind. */
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
        if (!address.old() || found.meanings().stream().noneMatch(Meaning::kind))
            for (Name name : address.names()) Places.named(name).forEach(one -> found.today(name, one));
        List<Meaning> meanings = found.meanings();
        if (meanings.stream().anyMatch(Meaning::kind)) meanings.removeIf(one -> !one.kind());
        meanings.sort(BEST_FIRST);
        return meanings;
    }

    /** The one place that it must be; empty where somebody would have to be asked. */
    static Optional<Places.Named> settled(List<Meaning> meanings, Address address) {
        List<Meaning> of = meanings.stream().filter(Meaning::kind).toList();
        if (!address.plain() && of.stream().anyMatch(Meaning::accented))
            of = of.stream().filter(Meaning::accented).toList();
        // whoever writes a commune of today as the list has it means that one, whatever was called so before
        List<Meaning> official = of.stream().filter(Meaning::official).toList();
        if (official.size() == 1) of = official;
        Set<Places.Named> places = new HashSet<>();
        of.forEach(one -> places.addAll(one.places()));
        return places.size() == 1 && of.stream().allMatch(Meaning::sure)
                ? places.stream().findFirst()
                : Optional.empty();
    }

    private record Found(Address address, List<Meaning> meanings) {

        void today(Name written, Places.Named place) {
            if (!address.mayHold(place)) return;
            boolean official = written.kind() != null && accented(written, place.name()) && !address.plain();
            boolean province = place.communeCode() == null;
            boolean sure = province || official && !address.old() || address.told();
            add(written, place.name(), List.of(place), null, official, sure, province ? 0 : 1);
        }

        void formerProvince(Name written, FormerProvinces.Former province) {
            add(written, province.name(), List.of(Places.byCode(province.code())), province.fullName(), false, true, 2);
        }

        void former(Name written, Former former, int rank) {
            if (!address.mayHold(former)) return;
            // where the map is silent, the province is all that is known
            List<String> codes = former.becomes().isEmpty() ? List.of(former.provinceCode()) : former.becomes();
            var places = codes.stream().map(Places::byCode).toList();
            add(written, former.name(), places, former.address(), false, former.settled() && address.told(), rank);
        }

        private void add(
                Name written,
                Name name,
                List<Places.Named> places,
                @Nullable String former,
                boolean official,
                boolean sure,
                int rank) {
            Name.Fit fit = written.kindFits(name);
            if (fit == Name.Fit.NONE) return;
            meanings.add(
                    new Meaning(places, former, accented(written, name), fit == Name.Fit.SAME, official, sure, rank));
        }

        private static boolean accented(Name written, Name name) {
            return written.exact().equals(name.exact());
        }
    }
}
