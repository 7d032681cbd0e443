package org.goichung.workforce.model;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** The Mekong Delta's provinces that were merged into others, as rosters still call them. */
    private static final Map<String, String> MERGED = Map.of(
            "hau giang",
            "92",
            "soc trang",
            "92",
            "kien giang",
            "91",
            "ben tre",
            "86",
            "tra vinh",
            "86",
            "tien giang",
            "82",
            "bac lieu",
            "96",
            "long an",
            "80");

    static {
        DataFile.rows("provinces.csv").forEach(row -> {
            PROVINCE_CODES.add(row.getField(0));
            PROVINCES.put(Folded.of(row.getField(1)), row.getField(0));
            PROVINCES.put(Folded.of(row.getField(3)), row.getField(0));
        });
        PROVINCES.putAll(MERGED);
        DataFile.rows("communes.csv").forEach(row -> {
            String code = row.getField(0);
            String province = row.getField(1);
            PROVINCE_OF_COMMUNE.put(code, province);
            for (int column : new int[] {2, 4}) {
                String name = row.getField(column);
                for (var key : new HashSet<>(List.of(exact(name), Folded.of(name))))
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

    /** The code of a commune as a person wrote it, in a known province; empty when unknown or shared by two. */
    public static Optional<String> commune(String provinceCode, String written) {
        String folded = Folded.of(written);
        if (provinceCode.equals(PROVINCE_OF_COMMUNE.get(folded))) return Optional.of(folded);
        for (String name : new String[] {exact(written), folded, withoutKind(folded)}) {
            String code = COMMUNES.get(provinceCode + "|" + name);
            if (code != null) return code.isEmpty() ? Optional.empty() : Optional.of(code);
        }
        return Optional.empty();
    }

    private static String withoutKind(String folded) {
        return KIND.matcher(folded).replaceFirst("");
    }

    private static String exact(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }
}
