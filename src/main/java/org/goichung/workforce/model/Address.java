package org.goichung.workforce.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goichung.workforce.model.FormerPlaces.Former;
import org.jspecify.annotations.Nullable;

/**
 * An address as somebody wrote it: a place, its district of before, its province; how it is split is for {@link AddressParts}. What stands
 * before the commune, as a street does, is left aside.
 *
 * @param names the ways to read the place's name; never empty
 * @param districts the former districts that it may lie in; empty where none is written, or one that is not told of
 * @param untold whether a former district is written that is not told of
 * @param leftAside whether a part was left aside that is written as a commune, or a number behind a dash may be one
 * @param province null where none is written
 */
record Address(
        List<Name> names,
        List<Former> districts,
        boolean untold,
        boolean leftAside,
        Places.@Nullable Province province) {

    /**
     * Empty where no place is written, or where the provinces that are contradict each other.
     *
     * @param beside the province where it is written apart
     */
    static Optional<Address> of(String written, Places.@Nullable Province beside) {
        List<String> parts = AddressParts.of(written, beside);
        Places.Province province = beside;
        if (parts.size() > 1 && !namesDistrict(parts.getLast())) {
            var last = Places.writtenProvince(parts.getLast());
            if (last.isPresent()) {
                province = beside == null ? last.get() : beside.narrowed(last.get());
                if (province == null) return Optional.empty();
                parts.removeLast();
            }
        }
        if (parts.size() > 1 && province != null && province.former() == null) {
            var former = formerProvince(parts.getLast(), province);
            if (former.isPresent()) {
                province = former.get();
                parts.removeLast();
            }
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(within(province, parts, AddressParts.numberBehindDash(written)));
    }

    private static Address within(Places.@Nullable Province province, List<String> parts, boolean unclear) {
        String last = parts.getLast();
        List<Former> districts = parts.size() == 1 ? List.of() : districts(last, province);
        boolean untold = districts.isEmpty()
                && (namesUntoldDistrict(last, province) || parts.size() > 1 && standsForDistrict(parts, province));
        int at = parts.size() - (parts.size() > 1 && (untold || !districts.isEmpty()) ? 2 : 1);
        List<Name> names = new ArrayList<>(Name.written(parts.get(at)));
        // a ward of today may bear the name of the district
        if (untold && parts.size() == 1)
            Name.written(last).stream().filter(Name::ofDistrict).map(Name::bare).forEach(names::add);
        boolean leftAside = unclear || parts.subList(0, at).stream().anyMatch(Address::namesCommune);
        return new Address(names, districts, untold, leftAside, province);
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

    /** Xã Đông Phú, Hậu Giang, Cần Thơ: the old province beside the new one. */
    private static Optional<Places.Province> formerProvince(String part, Places.Province today) {
        return Places.writtenProvince(part)
                .filter(one -> one.former() != null && one.code().equals(today.code()))
                .filter(one -> districts(part, today).isEmpty());
    }

    /** Where a commune stands before it that is written as one, or where it names the province again: TP Huế, Thừa Thiên Huế. */
    private static boolean standsForDistrict(List<String> parts, Places.@Nullable Province province) {
        String last = parts.getLast();
        if (namesCommune(last)) return false;
        return namesCommune(parts.get(parts.size() - 2))
                || province != null
                        && Places.writtenProvince(last)
                                .filter(one -> one.code().equals(province.code()))
                                .isPresent();
    }

    private static boolean namesCommune(String part) {
        return Name.written(part).stream().anyMatch(Name::ofCommune);
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
}
