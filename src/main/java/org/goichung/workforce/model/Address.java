package org.goichung.workforce.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.goichung.workforce.model.FormerPlaces.Former;
import org.jspecify.annotations.Nullable;

/**
 * An address as somebody wrote it, from the small to the large behind commas or in brackets: a place, its district of before, its
 * province. What stands before the commune, as a street does, is left aside.
 *
 * @param names the ways to read the place's name; never empty
 * @param districts the former districts that it may lie in; empty where none is written, or one that is not told of
 * @param untold whether a former district is written that is not told of
 * @param province null where none is written
 */
record Address(List<Name> names, List<Former> districts, boolean untold, Places.@Nullable Province province) {
    private static final Pattern BETWEEN = Pattern.compile("[,;()\\[\\]\\n]");
    private static final List<String> COUNTRY = List.of("viet nam", "vietnam", "vn");

    /**
     * Empty where no place is written, or where the provinces that are contradict each other.
     *
     * @param beside the province where it is written apart
     */
    static Optional<Address> of(String written, Places.@Nullable Province beside) {
        List<String> parts = parts(written);
        Places.Province province = beside;
        if (parts.size() > 1 && !namesDistrict(parts.getLast())) {
            var last = Places.writtenProvince(parts.getLast());
            if (last.isPresent()) {
                province = narrower(last.get(), beside);
                if (province == null) return Optional.empty();
                parts.removeLast();
            }
        }
        if (parts.isEmpty()) return Optional.empty();
        List<Former> districts = parts.size() == 1 ? List.of() : districts(parts.getLast(), province);
        boolean untold = districts.isEmpty() && namesUntoldDistrict(parts.getLast(), province);
        boolean apart = !districts.isEmpty() || untold && parts.size() > 1;
        String place = parts.get(parts.size() - (apart ? 2 : 1));
        return Optional.of(new Address(Name.written(place), districts, untold, province));
    }

    /** Whether no accent is written, so that they may have been left out; a kind without them leaves two ways to read the name. */
    boolean plain() {
        return names.getFirst().kind() == null && names.stream().anyMatch(Name::plain);
    }

    /** Whether it is written as in old addresses: the province as it was, or a district. */
    boolean old() {
        return province != null && province.former() != null || !districts.isEmpty() || untold;
    }

    /** Whether all is told that was called by any name there: only of whole provinces, and only where one is written. */
    boolean told() {
        return province != null && !untold && FormerPlaces.tellsOf(province);
    }

    /** Whether a former unit may be meant. */
    boolean mayHold(Former former) {
        return former.liesIn(province)
                && (districts.isEmpty() || districts.stream().anyMatch(former::isOf));
    }

    /** Whether a place of today may be meant. */
    boolean mayHold(Places.Named place) {
        if (province != null && !province.code().equals(place.provinceCode())) return false;
        String commune = place.communeCode();
        if (commune == null) return !old();
        if (!districts.isEmpty())
            return districts.stream().anyMatch(one -> one.becomes().contains(commune));
        return province == null || province.former() == null || FormerPlaces.mayLieIn(province.former(), commune);
    }

    private static List<String> parts(String written) {
        List<String> parts = new ArrayList<>();
        for (String part : BETWEEN.split(written)) if (!Name.written(part).isEmpty()) parts.add(part);
        if (parts.size() > 1 && COUNTRY.contains(Folded.of(parts.getLast()))) parts.removeLast();
        return parts;
    }

    /** Thành phố Sóc Trăng is the city, Sóc Trăng alone is the province that it lay in. */
    private static boolean namesDistrict(String part) {
        return Name.written(part).stream()
                .anyMatch(name -> name.ofDistrict()
                        && FormerPlaces.districts(name).stream()
                                .anyMatch(one -> name.fits(one.name()) == Name.Fit.SAME));
    }

    /** Quận 1 is a district that nothing is told of, Quan Hoa may be a ward of today. */
    private static boolean namesUntoldDistrict(String part, Places.@Nullable Province province) {
        List<Name> readings = Name.written(part);
        return readings.stream().anyMatch(Name::ofDistrict)
                && districts(part, province).isEmpty()
                && Places.writtenProvince(part).isEmpty()
                && readings.stream().filter(name -> !name.ofDistrict()).noneMatch(Address::isKnown);
    }

    private static boolean isKnown(Name name) {
        return !Places.named(name).isEmpty() || !FormerPlaces.communes(name).isEmpty();
    }

    private static List<Former> districts(String part, Places.@Nullable Province province) {
        List<Former> akin = new ArrayList<>();
        List<Former> same = new ArrayList<>();
        for (Name name : Name.written(part))
            for (Former one : FormerPlaces.districts(name)) {
                if (!one.liesIn(province)) continue;
                switch (name.fits(one.name())) {
                    case SAME -> same.add(one);
                    case AKIN -> akin.add(one);
                    case NONE -> {}
                }
            }
        return same.isEmpty() ? akin : same;
    }

    /** Null where they contradict each other. */
    private static Places.@Nullable Province narrower(Places.Province one, Places.@Nullable Province other) {
        if (other == null) return one;
        if (!one.code().equals(other.code())) return null;
        if (one.former() == null) return other;
        return other.former() == null || other.former().equals(one.former()) ? one : null;
    }
}
