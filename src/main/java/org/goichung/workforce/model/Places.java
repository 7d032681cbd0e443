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
    record Province(String code, FormerProvinces.@Nullable Former former) {

        /** What both say together; null where they contradict each other. */
        @Nullable
        Province narrowed(Province other) {
            if (!code.equals(other.code)) return null;
            if (former == null || former.equals(other.former)) return other;
            return other.former == null ? this : null;
        }
    }

    /** Provinces by their codes, then communes by theirs: a province's has two digits, a commune's five. */
    private static final Map<String, Named> NAMED = new LinkedHashMap<>();
    /** Communes by their names' keys. */
    private static final Map<String, List<Named>> COMMUNES = new HashMap<>();
    /** Provinces by their names without blanks. */
    private static final Map<String, Named> PROVINCES = new HashMap<>();
    /** What people call provinces of today beside their names. */
    private static final Map<String, List<String>> ALSO_CALLED = Map.of(
            "01", List.of("HN"),
            "46", List.of("Thừa Thiên Huế", "TT Huế"),
            "66", List.of("Đắc Lắk", "Đắc Lắc"),
            "79", List.of("HCM", "TPHCM", "HCMC", "HCM City", "Ho Chi Minh City", "Sài Gòn"));

    static {
        DataFile.rows("provinces.csv").forEach(row -> {
            String code = row.getField(0);
            var province = new Named(code, null, row.getField(3), Name.official(row.getField(3)));
            NAMED.put(code, province);
            PROVINCES.put(province.name().joined(), province);
            Stream.concat(Stream.of(row.getField(2)), ALSO_CALLED.getOrDefault(code, List.of()).stream())
                    .map(name -> Name.written(name).getFirst().joined())
                    .forEach(name -> PROVINCES.put(name, province));
        });
        DataFile.rows("communes.csv").forEach(row -> {
            String code = row.getField(0);
            var commune = new Named(row.getField(1), code, row.getField(4), Name.official(row.getField(4)));
            NAMED.put(code, commune);
            COMMUNES.computeIfAbsent(commune.name().key(), name -> new ArrayList<>())
                    .add(commune);
        });
    }

    private Places() {}

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
        for (Name name : Name.written(AddressParts.withoutBygone(written))) {
            Named place = PROVINCES.get(name.joined());
            if (place != null && name.kindFits(place.name()) != Name.Fit.NONE)
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

    /** Places of today of this name, whatever their kind and their accents; the province first. */
    static List<Named> named(Name name) {
        return Stream.concat(
                        Stream.ofNullable(PROVINCES.get(name.joined())),
                        COMMUNES.getOrDefault(name.key(), List.of()).stream())
                .toList();
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
