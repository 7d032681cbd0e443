package org.goichung.workforce.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** The provinces and communes in force since 2025-07-01, by code and by name; how people write them is for {@link PlaceSearch}. */
public final class Places {
    public static final String DATASET = "2025-07";

    /** A place of today. */
    record Named(String provinceCode, @Nullable String communeCode, String fullName, Name name) {}

    /**
     * A province as somebody wrote it.
     *
     * @param code of today's
     * @param former what it was, where it is written as it was
     */
    record Province(String code, FormerProvinces.@Nullable Former former) {}

    /** Provinces by their codes, then communes by theirs: a province's has two digits, a commune's five. */
    private static final Map<String, Named> NAMED = new LinkedHashMap<>();
    /** By the folded name without the kind. */
    private static final Map<String, List<Named>> BY_NAME = new HashMap<>();
    /** What people call provinces of today beside their names. */
    private static final Map<String, List<String>> ALSO_CALLED =
            Map.of("79", List.of("HCM", "TPHCM", "Sài Gòn"), "46", List.of("Thừa Thiên Huế"));

    static {
        DataFile.rows("provinces.csv").forEach(row -> {
            String code = row.getField(0);
            var province = new Named(code, null, row.getField(3), Name.official(row.getField(3)));
            add(code, province);
            Stream.concat(Stream.of(row.getField(2)), ALSO_CALLED.getOrDefault(code, List.of()).stream())
                    .map(name -> Name.official(name).folded())
                    .filter(name -> !name.equals(province.name().folded()))
                    .forEach(name -> call(name, province));
        });
        DataFile.rows("communes.csv").forEach(row -> {
            String code = row.getField(0);
            add(code, new Named(row.getField(1), code, row.getField(4), Name.official(row.getField(4))));
        });
    }

    private Places() {}

    private static void add(String code, Named place) {
        NAMED.put(code, place);
        call(place.name().folded(), place);
    }

    private static void call(String name, Named place) {
        BY_NAME.computeIfAbsent(name, of -> new ArrayList<>()).add(place);
    }

    /** The place of these codes; empty when there is none, or the commune lies in another province. */
    public static Optional<Place> ofCodes(String provinceCode, @Nullable String communeCode) {
        Named named = NAMED.get(communeCode == null ? provinceCode : communeCode);
        boolean known = named != null
                && named.provinceCode().equals(provinceCode)
                && (named.communeCode() == null) == (communeCode == null);
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

    /** The code of a province as a person wrote it, of today or of before. */
    public static Optional<String> province(String written) {
        return writtenProvince(written).map(Province::code);
    }

    /** A province as a person wrote it: its code, or its name of today or of before. */
    static Optional<Province> writtenProvince(String written) {
        String folded = Folded.of(written);
        if (ofCodes(folded, null).isPresent()) return Optional.of(new Province(folded, null));
        for (Name name : Name.written(written)) {
            for (Named place : named(name))
                if (place.communeCode() == null && name.kindFits(place.name()) != Name.Fit.NONE)
                    return Optional.of(new Province(place.provinceCode(), null));
            for (FormerProvinces.Former former : FormerProvinces.named(name))
                return Optional.of(new Province(former.code(), former));
        }
        return Optional.empty();
    }

    /** Provinces, then communes. */
    static Collection<Named> all() {
        return NAMED.values();
    }

    /** Places of today of this name, whatever their kind and their accents. */
    static List<Named> named(Name name) {
        return BY_NAME.getOrDefault(name.folded(), List.of());
    }

    /** A province or a commune that there is. */
    static Named byCode(String code) {
        return Objects.requireNonNull(NAMED.get(code));
    }

    /** Whether there is a commune of this code today. */
    public static boolean isCommune(String code) {
        Named named = NAMED.get(code);
        return named != null && code.equals(named.communeCode());
    }

    public static String communeName(String communeCode) {
        return byCode(communeCode).fullName();
    }

    /** As it is written, commune first. */
    public static String fullName(String provinceCode, @Nullable String communeCode) {
        String province = byCode(provinceCode).fullName();
        return communeCode == null ? province : byCode(communeCode).fullName() + ", " + province;
    }
}
