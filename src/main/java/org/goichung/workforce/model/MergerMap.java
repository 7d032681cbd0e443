package org.goichung.workforce.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The official map of what communes of today were formed of, in words. It spells some old units otherwise than their list does: i for y,
 * digits for Roman numerals, another accent; and it may name a whole district.
 */
final class MergerMap {
    /**
     * An old unit as the map names it.
     *
     * @param into the commune of today that it went into, by its code
     * @param district as it stands beside the name, as it compares; null where none does
     * @param formerProvince as it stands beside the district, as it compares
     * @param whole whether nothing is said of only a part of it
     */
    record Part(
            Name name,
            String into,
            @Nullable String district,
            @Nullable String formerProvince,
            boolean whole) {

        boolean mayBeIn(String district, String province) {
            return (this.district == null || this.district.equals(exact(district)))
                    && (formerProvince == null || formerProvince.equals(exact(province)));
        }
    }

    private static final Pattern BRACKETS = Pattern.compile("\\s*\\(([^)]*)\\)");
    private static final Pattern BETWEEN = Pattern.compile(",(?![^(]*\\))");
    private static final String UNCHANGED = "giữ nguyên";

    /** Provinces of today of whose communes it is told what they were formed of, by their codes. */
    private final Set<String> provinces = new HashSet<>();
    /** By the province's code and the exact name. */
    private final Map<String, List<Part>> parts = new HashMap<>();
    /** Of those that the list of old units has not, by the province's code, the kind and the name however it is spelt. */
    private final Map<String, List<Part>> unlisted = new HashMap<>();

    /** @param listed by the codes of the provinces that they are in now, the full names in the list of old units */
    MergerMap(Map<String, Set<String>> listed) {
        DataFile.rows("communes-merged-from.csv").forEach(row -> {
            String province = row.getField(1);
            String formed = Spelling.composed(row.getField(3));
            provinces.add(province);
            for (String part : UNCHANGED.equals(formed) ? new String[] {row.getField(2)} : BETWEEN.split(formed))
                add(province, row.getField(0), part.strip());
        });
        Map<String, Set<String>> exact = new HashMap<>();
        listed.forEach((province, names) -> names.forEach(
                name -> exact.computeIfAbsent(province, code -> new HashSet<>()).add(exact(name))));
        parts.forEach((key, named) -> {
            String province = key.substring(0, key.indexOf('|'));
            if (!exact.getOrDefault(province, Set.of()).contains(key.substring(province.length() + 1)))
                named.forEach(part -> unlisted.computeIfAbsent(loose(province, part.name()), name -> new ArrayList<>())
                        .add(part));
        });
    }

    boolean tellsOf(String provinceCode) {
        return provinces.contains(provinceCode);
    }

    /** What the map says of the old units of a name; else of one that is spelt otherwise; else of the whole district. */
    List<Part> partsOf(String provinceCode, String fullName, String district) {
        for (List<Part> found : List.of(
                parts.getOrDefault(provinceCode + "|" + exact(fullName), List.of()),
                unlisted.getOrDefault(loose(provinceCode, Name.official(fullName)), List.of())))
            if (!found.isEmpty()) return found;
        return parts.getOrDefault(provinceCode + "|" + exact(district), List.of());
    }

    private void add(String province, String into, String written) {
        String district = null;
        String formerProvince = null;
        boolean whole = true;
        Matcher brackets = BRACKETS.matcher(written);
        while (brackets.find()) {
            String[] inside = brackets.group(1).split(",", 2);
            if (Name.official(inside[0]).ofDistrict()) {
                district = exact(inside[0]);
                formerProvince = inside.length > 1 ? exact(inside[1]) : null;
            } else whole = false;
        }
        String name = BRACKETS.matcher(written).replaceAll("").strip();
        parts.computeIfAbsent(province + "|" + exact(name), key -> new ArrayList<>())
                .add(new Part(Name.official(name), into, district, formerProvince, whole));
    }

    private static String loose(String province, Name name) {
        return province + "|" + name.kind() + "|" + name.key();
    }

    private static String exact(String name) {
        return Spelling.exact(name).replaceAll("\\s+", " ");
    }
}
