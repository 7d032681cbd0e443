package org.goichung.workforce.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The communes of the Mekong Delta before 2025-07-01, and what became of each. The official map tells in words which old units each new
 * one was formed of; where the words leave it open, every possibility is named and nothing is guessed. Of Long An nothing is told.
 */
public final class FormerPlaces {
    /**
     * A commune as it was.
     *
     * @param provinceCode of today's list: of the province that it lies in now
     */
    public record Former(
            String name, String district, String province, String provinceCode, Set<String> becomes, boolean whole) {

        /** Whether it lies in one commune of today with all that it was. */
        public boolean settled() {
            return whole && becomes.size() == 1;
        }

        /** As people write it. */
        public String address() {
            return name + ", " + district + ", " + province;
        }
    }

    /** An old unit as the map names it. */
    private record Part(String into, @Nullable String district, boolean whole) {}

    private static final Pattern BRACKETS = Pattern.compile("\\s*\\(([^)]*)\\)");
    private static final Pattern BETWEEN = Pattern.compile(",(?![^(]*\\))");
    private static final Pattern DISTRICT_KIND = Pattern.compile("^(?:thanh pho|thi xa|huyen|quan|tp|tx|h|q) ");
    private static final String UNCHANGED = "giữ nguyên";

    private static final Map<String, List<Former>> BY_NAME = new HashMap<>();
    /** Provinces as they were whose communes are told of, by their folded names. */
    private static final Set<String> KNOWN = new HashSet<>();

    static {
        Map<String, List<Part>> parts = new HashMap<>();
        DataFile.rows("communes-merged-from.csv").forEach(row -> {
            String formed = row.getField(3);
            for (String part : UNCHANGED.equals(formed) ? new String[] {row.getField(2)} : BETWEEN.split(formed))
                addPart(parts, row.getField(1), row.getField(0), part.strip());
        });
        Map<String, List<String[]>> units = new HashMap<>();
        DataFile.rows("communes-before-2025-07.csv").forEach(row -> {
            String province = Places.province(row.getField(5)).orElseThrow();
            KNOWN.add(Places.withoutKind(Folded.of(row.getField(5))));
            units.computeIfAbsent(province + "|" + exact(row.getField(3)), key -> new ArrayList<>())
                    .add(new String[] {row.getField(3), row.getField(4), row.getField(5), province});
        });
        units.forEach((key, named) -> {
            for (String[] unit : named) add(unit, parts.getOrDefault(key, List.of()), named.size());
        });
    }

    private FormerPlaces() {}

    /** Whether it is told what became of the communes of the province that was called so. */
    static boolean knows(String province) {
        return KNOWN.contains(Places.withoutKind(Folded.of(province)));
    }

    /**
     * What was called so, with or without accents, the kind of place before it, and its district behind a comma or in brackets; the
     * exact accents first.
     *
     * @param province as it is written, old or new; null for all
     */
    public static List<Former> named(String written, @Nullable String province) {
        String[] halves = halves(written);
        String name = Folded.of(halves[0]);
        String district = district(halves[1]);
        List<Former> found = BY_NAME.getOrDefault(bare(name), List.of()).stream()
                .filter(one -> name.equals(bare(name)) || Folded.of(one.name()).equals(name))
                .filter(one -> district.isEmpty() || district(one.district()).equals(district))
                .filter(one -> province == null || liesIn(one, province))
                .toList();
        List<Former> exactly = found.stream()
                .filter(one -> exact(one.name()).endsWith(exact(halves[0])))
                .toList();
        return exactly.isEmpty() ? found : exactly;
    }

    /** Where the province is written as it was then, that one only. */
    private static boolean liesIn(Former former, String written) {
        String folded = Places.withoutKind(Folded.of(written));
        boolean old = Places.isFormerProvince(folded);
        return old
                ? Places.withoutKind(Folded.of(former.province())).equals(folded)
                : Places.province(written)
                        .map(code -> code.equals(former.provinceCode()))
                        .orElse(false);
    }

    private static void add(String[] unit, List<Part> parts, int ofThatName) {
        Set<String> becomes = new TreeSet<>();
        boolean whole = true;
        for (Part part : parts) {
            boolean may = part.district() == null || part.district().equals(district(unit[1]));
            if (!may) continue;
            becomes.add(part.into());
            // a name that several bore is one of them only where the district stands beside it
            whole &= part.whole() && (part.district() != null || ofThatName == 1);
        }
        var former = new Former(unit[0], unit[1], unit[2], unit[3], Set.copyOf(becomes), whole);
        BY_NAME.computeIfAbsent(bare(Folded.of(unit[0])), name -> new ArrayList<>())
                .add(former);
    }

    private static void addPart(Map<String, List<Part>> parts, String province, String into, String written) {
        String district = null;
        boolean whole = true;
        Matcher brackets = BRACKETS.matcher(written);
        while (brackets.find()) {
            String inside = Folded.of(brackets.group(1));
            if (DISTRICT_KIND.matcher(inside).find()) district = district(brackets.group(1));
            else whole = false;
        }
        String name = BRACKETS.matcher(written).replaceAll("").strip();
        parts.computeIfAbsent(province + "|" + exact(name), key -> new ArrayList<>())
                .add(new Part(into, district, whole));
    }

    /** The name, and the district or nothing. */
    private static String[] halves(String written) {
        Matcher brackets = BRACKETS.matcher(written);
        String plain = brackets.find() ? written.substring(0, brackets.start()) + "," + brackets.group(1) : written;
        int comma = plain.indexOf(',');
        return comma < 0
                ? new String[] {plain, ""}
                : new String[] {plain.substring(0, comma), plain.substring(comma + 1)};
    }

    private static String district(String written) {
        return DISTRICT_KIND.matcher(Folded.of(written)).replaceFirst("");
    }

    private static String bare(String folded) {
        return folded.replaceFirst("^(?:phuong|xa|thi tran|p|x|tt) (?=.)", "");
    }

    private static String exact(String name) {
        return Spelling.exact(name).replaceAll("\\s+", " ");
    }
}
