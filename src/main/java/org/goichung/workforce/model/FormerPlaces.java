package org.goichung.workforce.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
     * @param becomes communes of today, by their codes
     * @param whole whether the map tells for sure
     */
    record Former(
            String fullName,
            @Nullable String district,
            String province,
            String provinceCode,
            List<String> becomes,
            boolean whole,
            Name name) {

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

    /** An old unit as the map names it. */
    private record Part(String into, @Nullable String district, boolean whole) {}

    private static final Pattern BRACKETS = Pattern.compile("\\s*\\(([^)]*)\\)");
    private static final Pattern BETWEEN = Pattern.compile(",(?![^(]*\\))");
    private static final String UNCHANGED = "giữ nguyên";

    private static final Map<String, List<Former>> COMMUNES = new HashMap<>();
    private static final Map<String, List<Former>> DISTRICTS = new HashMap<>();
    /** What communes of today the old provinces are in, by their full names. */
    private static final Map<String, Set<String>> UNITS = new HashMap<>();

    /** Provinces of today of whose communes it is told what they were formed of, by their codes. */
    private static final Set<String> TOLD = new HashSet<>();

    static {
        Map<String, List<Part>> parts = new HashMap<>();
        DataFile.rows("communes-merged-from.csv").forEach(row -> {
            String formed = row.getField(3);
            TOLD.add(row.getField(1));
            for (String part : UNCHANGED.equals(formed) ? new String[] {row.getField(2)} : BETWEEN.split(formed))
                addPart(parts, row.getField(1), row.getField(0), part.strip());
        });
        Map<String, List<String[]>> units = new LinkedHashMap<>();
        DataFile.rows("communes-before-2025-07.csv").forEach(row -> {
            String province = Places.province(row.getField(5)).orElseThrow();
            units.computeIfAbsent(province + "|" + exact(row.getField(3)), key -> new ArrayList<>())
                    .add(new String[] {row.getField(3), row.getField(4), row.getField(5), province});
        });
        List<Former> communes = new ArrayList<>();
        units.forEach((key, named) -> {
            for (String[] unit : named) communes.add(commune(unit, parts.getOrDefault(key, List.of()), named.size()));
        });
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
                ? TOLD.contains(province.code())
                : !UNITS.getOrDefault(province.former().fullName(), Set.of()).isEmpty();
    }

    /** Communes of before that bore this name, whatever their kind and accents. */
    static List<Former> communes(Name name) {
        return COMMUNES.getOrDefault(name.folded(), List.of());
    }

    /** Districts of before that bore this name, whatever their kind and accents. */
    static List<Former> districts(Name name) {
        return DISTRICTS.getOrDefault(name.folded(), List.of());
    }

    private static void add(Map<String, List<Former>> byName, Former former) {
        byName.computeIfAbsent(former.name().folded(), name -> new ArrayList<>())
                .add(former);
    }

    private static Former commune(String[] unit, List<Part> parts, int ofThatName) {
        Set<String> becomes = new TreeSet<>();
        boolean whole = true;
        String district = Name.official(unit[1]).folded();
        for (Part part : parts) {
            boolean may = part.district() == null || part.district().equals(district);
            if (!may) continue;
            becomes.add(part.into());
            // a name that several bore is one of them only where the district stands beside it
            whole &= part.whole() && (part.district() != null || ofThatName == 1);
        }
        return new Former(unit[0], unit[1], unit[2], unit[3], List.copyOf(becomes), whole, Name.official(unit[0]));
    }

    private static Former district(List<Former> communes) {
        Former any = communes.getFirst();
        String fullName = String.valueOf(any.district());
        Set<String> becomes = new TreeSet<>();
        communes.forEach(commune -> becomes.addAll(commune.becomes()));
        boolean whole = communes.stream().allMatch(Former::settled);
        return new Former(
                fullName,
                null,
                any.province(),
                any.provinceCode(),
                List.copyOf(becomes),
                whole,
                Name.official(fullName));
    }

    private static void addPart(Map<String, List<Part>> parts, String province, String into, String written) {
        String district = null;
        boolean whole = true;
        Matcher brackets = BRACKETS.matcher(written);
        while (brackets.find()) {
            Name inside = Name.official(brackets.group(1));
            if (inside.kind() != null && inside.kind().ofDistricts()) district = inside.folded();
            else whole = false;
        }
        String name = BRACKETS.matcher(written).replaceAll("").strip();
        parts.computeIfAbsent(province + "|" + exact(name), key -> new ArrayList<>())
                .add(new Part(into, district, whole));
    }

    private static String exact(String name) {
        return Spelling.exact(name).replaceAll("\\s+", " ");
    }
}
