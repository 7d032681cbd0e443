package org.goichung.workforce.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The provinces and communes in force since 2025-07-01, found by code or by name, with or without accents and the kind of place
 * before it. Where two places have one name, accents decide; where they do not, nothing is guessed.
 */
public final class Places {
    public static final String DATASET = "2025-07";

    private static final Pattern KIND = Pattern.compile("^(?:thanh pho|tinh|phuong|xa|dac khu|tp|p|x|dk) (?=.)");
    private static final Map<String, String> PROVINCES = new HashMap<>();
    private static final Set<String> PROVINCE_CODES = new HashSet<>();
    private static final Map<String, String> PROVINCE_OF_COMMUNE = new HashMap<>();
    /** Province code, a bar and a name → commune code; an empty code where two communes share the name. */
    private static final Map<String, String> COMMUNES = new HashMap<>();

    /** A place of today, with its names as they compare: with and without the kind of place before them, and accents. */
    record Named(
            String provinceCode,
            @Nullable String communeCode,
            String fullName,
            String exact,
            String exactBare,
            String folded,
            String foldedBare) {}

    private static final Map<String, Named> NAMED = new LinkedHashMap<>();

    static {
        DataFile.rows("provinces.csv").forEach(row -> {
            PROVINCE_CODES.add(row.getField(0));
            PROVINCES.put(Folded.of(row.getField(1)), row.getField(0));
            PROVINCES.put(Folded.of(row.getField(3)), row.getField(0));
            NAMED.put("province " + row.getField(0), named(row.getField(0), null, row.getField(3), row.getField(1)));
        });
        PROVINCES.putAll(FormerProvinces.CODES);
        DataFile.rows("communes.csv").forEach(row -> {
            String code = row.getField(0);
            String province = row.getField(1);
            PROVINCE_OF_COMMUNE.put(code, province);
            NAMED.put(code, named(province, code, row.getField(4), row.getField(2)));
            for (int column : new int[] {2, 4}) {
                String name = row.getField(column);
                for (var key : new HashSet<>(List.of(Spelling.exact(name), Folded.of(name))))
                    COMMUNES.merge(province + "|" + key, code, (one, other) -> one.equals(other) ? one : "");
            }
        });
    }

    private Places() {}

    /** The place of these codes; empty when there is none, or the commune lies in another province. */
    public static Optional<Place> ofCodes(String provinceCode, @Nullable String communeCode) {
        boolean known = communeCode == null
                ? PROVINCE_CODES.contains(provinceCode)
                : provinceCode.equals(PROVINCE_OF_COMMUNE.get(communeCode));
        return known ? Optional.of(new Place(provinceCode, communeCode, DATASET)) : Optional.empty();
    }

    /** The place of these codes; refuses codes that name none. */
    public static Place require(@Nullable String provinceCode, @Nullable String communeCode) {
        if (provinceCode == null)
            throw Refusal.field(ProblemType.UNKNOWN_PLACE, "/provinceCode", "commune-needs-its-province");
        String pointer = communeCode == null ? "/provinceCode" : "/communeCode";
        return ofCodes(provinceCode, communeCode)
                .orElseThrow(() -> Refusal.field(ProblemType.UNKNOWN_PLACE, pointer, "unknown-place"));
    }

    /** The code of a province as a person wrote it. */
    public static Optional<String> province(String written) {
        String folded = Folded.of(written);
        if (PROVINCE_CODES.contains(folded)) return Optional.of(folded);
        String code = PROVINCES.get(folded);
        return Optional.ofNullable(code != null ? code : PROVINCES.get(withoutKind(folded)));
    }

    /**
     * The code of a commune as a person wrote it, in the province as they wrote it: an old address is taken over where it lies in one
     * commune of today for sure; empty when unknown or when they would have to be asked.
     */
    public static Optional<String> communeOf(String writtenProvince, String written) {
        String code = province(writtenProvince).orElse("");
        boolean old = isFormerProvince(withoutKind(Folded.of(writtenProvince)));
        List<FormerPlaces.Former> formers = FormerPlaces.named(written, writtenProvince);
        Optional<String> former = formers.size() == 1 && formers.getFirst().settled()
                ? formers.getFirst().becomes().stream().findFirst()
                : Optional.empty();
        // of communes outside the Mekong Delta it is not told here what became of them
        if (old && (!formers.isEmpty() || !FormerPlaces.knows(writtenProvince))) return former;
        Optional<String> exactly = exactly(code, written);
        if (exactly.isPresent()) return exactly;
        // without its accents a name of today may be the old name of another place
        return formers.isEmpty() ? commune(code, written) : former;
    }

    /** By its code or its exact name. */
    private static Optional<String> exactly(String provinceCode, String written) {
        String code = Folded.of(written);
        if (provinceCode.equals(PROVINCE_OF_COMMUNE.get(code))) return Optional.of(code);
        List<Named> named = NAMED.values().stream()
                .filter(place ->
                        place.communeCode() != null && place.provinceCode().equals(provinceCode))
                .filter(place -> place.exact().equals(Spelling.exact(written))
                        || place.exactBare().equals(Spelling.exact(written)))
                .toList();
        return named.size() == 1 ? Optional.ofNullable(named.getFirst().communeCode()) : Optional.empty();
    }

    /** The code of a commune as a person wrote it, in a known province; empty when unknown or shared by two. */
    public static Optional<String> commune(String provinceCode, String written) {
        String folded = Folded.of(written);
        if (provinceCode.equals(PROVINCE_OF_COMMUNE.get(folded))) return Optional.of(folded);
        for (String name : new String[] {Spelling.exact(written), folded, withoutKind(folded)}) {
            String code = COMMUNES.get(provinceCode + "|" + name);
            if (code != null) return code.isEmpty() ? Optional.empty() : Optional.of(code);
        }
        return Optional.empty();
    }

    /** Provinces, then communes. */
    static Collection<Named> all() {
        return NAMED.values();
    }

    /** A commune that there is. */
    static Named byCode(String communeCode) {
        return Objects.requireNonNull(NAMED.get(communeCode));
    }

    /** A province that there is. */
    static Named provinceByCode(String provinceCode) {
        return Objects.requireNonNull(NAMED.get("province " + provinceCode));
    }

    static String provinceName(String provinceCode) {
        return provinceByCode(provinceCode).fullName();
    }

    /** As it is written, commune first. */
    public static String fullName(String provinceCode, @Nullable String communeCode) {
        String province = provinceName(provinceCode);
        return communeCode == null ? province : byCode(communeCode).fullName() + ", " + province;
    }

    /** The code of the province of today that one of the old ones is part of; null where none was called so. */
    static @Nullable String mergedInto(String folded) {
        return FormerProvinces.CODES.get(folded);
    }

    /** Whether a province was called so that is part of another now. */
    static boolean isFormerProvince(String folded) {
        return FormerProvinces.CODES.containsKey(folded);
    }

    private static Named named(String province, @Nullable String commune, String fullName, String name) {
        return new Named(
                province,
                commune,
                fullName,
                Spelling.exact(fullName),
                Spelling.exact(name),
                Folded.of(fullName),
                Folded.of(name));
    }

    static String withoutKind(String folded) {
        return KIND.matcher(folded).replaceFirst("");
    }
}
