package org.goichung.workforce.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The communes and districts of the Mekong Delta before 2025-07-01, and what became of each. The official map tells in words which old
 * units each new one was formed of; where the words leave it open, every possibility is named and nothing is guessed. Of Long An nothing
 * is told.
 */
final class FormerPlaces {
    /**
     * A commune as it was, or a whole district.
     *
     * @param district of a commune; null for a district
     * @param province as it was, in full
     * @param provinceCode of today's list: of the province that it lies in now
     * @param becomes communes of today, by their codes; of a district those first that most of its communes surely became
     * @param whole whether the map tells for sure
     * @param names as the list of old units spells it, then as the map does where that is otherwise
     */
    record Former(
            String fullName,
            @Nullable String district,
            String province,
            String provinceCode,
            List<String> becomes,
            boolean whole,
            List<Name> names) {

        Name name() {
            return names.getFirst();
        }

        boolean isSpelt(Name written) {
            return names.stream().anyMatch(written::isSpelt);
        }

        /** Whether it lies in one commune of today with all that it was. */
        boolean settled() {
            return whole && becomes.size() == 1;
        }

        /** As people write it. */
        String address() {
            return (district == null ? "" : fullName + ", ") + (district == null ? fullName : district) + ", "
                    + province;
        }

        /** Where the province is written as it was then, that one only. */
        boolean liesIn(Places.@Nullable Province written) {
            if (written == null) return true;
            return written.former() == null
                    ? written.code().equals(provinceCode)
                    : written.former().fullName().equals(province);
        }

        boolean isOf(Former other) {
            return other.fullName.equals(district) && other.province.equals(province);
        }
    }

    /** A commune as the list of old units has it. */
    private record Unit(String fullName, String district, String province, String provinceCode) {
        String key() {
            return provinceCode + "|" + Spelling.exact(fullName);
        }
    }

    private static final Map<String, List<Former>> COMMUNES = new HashMap<>();
    private static final Map<String, List<Former>> DISTRICTS = new HashMap<>();
    /** What communes of today the old provinces are in, by their full names. */
    private static final Map<String, Set<String>> UNITS = new HashMap<>();

    private static final MergerMap MAP;

    static {
        List<Unit> units = DataFile.rows("communes-before-2025-07.csv")
                .map(row -> new Unit(
                        row.getField(3),
                        row.getField(4),
                        row.getField(5),
                        Places.province(row.getField(5)).orElseThrow()))
                .toList();
        MAP = new MergerMap(units.stream()
                .collect(Collectors.groupingBy(
                        Unit::provinceCode, Collectors.mapping(Unit::fullName, Collectors.toSet()))));
        List<Former> communes = new ArrayList<>();
        units.stream()
                .collect(Collectors.groupingBy(Unit::key, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(named -> named.forEach(unit -> communes.add(commune(unit, named.size() == 1))));
        communes.forEach(one -> add(COMMUNES, one));
        communes.stream()
                .collect(Collectors.groupingBy(
                        Former::district, LinkedHashMap::new, Collectors.groupingBy(Former::province)))
                .values()
                .forEach(named -> named.values().forEach(of -> add(DISTRICTS, district(of))));
        communes.forEach(one -> UNITS.computeIfAbsent(one.province(), province -> new TreeSet<>())
                .addAll(one.becomes()));
    }

    private FormerPlaces() {}

    /** Whether a commune of today may hold something of this old province; always where its communes are not told of. */
    static boolean mayLieIn(FormerProvinces.Former province, String communeCode) {
        Set<String> units = UNITS.getOrDefault(province.fullName(), Set.of());
        return units.isEmpty() || units.contains(communeCode);
    }

    /** Whether it is told what became of all the communes that lay in this province, of today or of before. */
    static boolean tellsOf(Places.Province province) {
        return province.former() == null
                ? MAP.tellsOf(province.code())
                : !UNITS.getOrDefault(province.former().fullName(), Set.of()).isEmpty();
    }

    /** Communes of before that bore this name, whatever their kind and accents. */
    static List<Former> communes(Name name) {
        return COMMUNES.getOrDefault(name.key(), List.of());
    }

    /** Districts of before that bore this name, whatever their kind and accents. */
    static List<Former> districts(Name name) {
        return DISTRICTS.getOrDefault(name.key(), List.of());
    }

    /** Whether a commune or a district of before may have been called so, with its kind if one is written. */
    static boolean isKnown(Name name) {
        return Stream.concat(communes(name).stream(), districts(name).stream())
                .anyMatch(one -> name.kindFits(one.name()) != Name.Fit.NONE);
    }

    private static void add(Map<String, List<Former>> byName, Former former) {
        byName.computeIfAbsent(former.name().key(), name -> new ArrayList<>()).add(former);
    }

    private static Former commune(Unit unit, boolean alone) {
        Set<String> becomes = new TreeSet<>();
        List<Name> names = new ArrayList<>(List.of(Name.official(unit.fullName())));
        boolean whole = true;
        for (MergerMap.Part part : MAP.partsOf(unit.provinceCode(), unit.fullName(), unit.district())) {
            if (!part.mayBeIn(unit.district(), unit.province())) continue;
            becomes.add(part.into());
            if (!part.name().ofDistrict()) names.add(part.name());
            // a name that several bore is one of them only where the district stands beside it
            whole &= part.whole() && (part.district() != null || alone);
        }
        return new Former(
                unit.fullName(),
                unit.district(),
                unit.province(),
                unit.provinceCode(),
                List.copyOf(becomes),
                whole,
                names.stream().distinct().toList());
    }

    private static Former district(List<Former> communes) {
        Former any = communes.getFirst();
        String fullName = String.valueOf(any.district());
        Map<String, Integer> surely = new TreeMap<>();
        for (Former commune : communes)
            for (String code : commune.becomes()) surely.merge(code, commune.settled() ? 1 : 0, Integer::sum);
        List<String> becomes = new ArrayList<>(surely.keySet());
        becomes.sort(Comparator.comparing(surely::get, Comparator.reverseOrder()));
        boolean whole = communes.stream().allMatch(Former::settled);
        return new Former(
                fullName, null, any.province(), any.provinceCode(), becomes, whole, List.of(Name.official(fullName)));
    }
}
