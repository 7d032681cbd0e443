package org.goichung.workforce.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The provinces that were merged into others on 2025-07-01, and the code of the one that each is part of. Source: resolution
 * 202/2025/QH15 of the National Assembly.
 */
final class FormerProvinces {
    /** @param code of the province of today that it is part of */
    record Former(String fullName, String code, Name name) {}

    private static final Map<String, List<String>> PARTS = Map.ofEntries(
            Map.entry("08", List.of("Hà Giang")),
            Map.entry("15", List.of("Yên Bái")),
            Map.entry("19", List.of("Bắc Kạn")),
            Map.entry("24", List.of("Bắc Giang")),
            Map.entry("25", List.of("Hòa Bình", "Vĩnh Phúc")),
            Map.entry("31", List.of("Hải Dương")),
            Map.entry("33", List.of("Thái Bình")),
            Map.entry("37", List.of("Hà Nam", "Nam Định")),
            Map.entry("44", List.of("Quảng Bình")),
            Map.entry("48", List.of("Quảng Nam")),
            Map.entry("51", List.of("Kon Tum")),
            Map.entry("52", List.of("Bình Định")),
            Map.entry("56", List.of("Ninh Thuận")),
            Map.entry("66", List.of("Phú Yên")),
            Map.entry("68", List.of("Đắk Nông", "Bình Thuận")),
            Map.entry("75", List.of("Bình Phước")),
            Map.entry("79", List.of("Bình Dương", "Bà Rịa - Vũng Tàu")),
            Map.entry("80", List.of("Long An")),
            Map.entry("82", List.of("Tiền Giang")),
            Map.entry("86", List.of("Bến Tre", "Trà Vinh")),
            Map.entry("91", List.of("Kiên Giang")),
            Map.entry("92", List.of("Hậu Giang", "Sóc Trăng")),
            Map.entry("96", List.of("Bạc Liêu")));
    private static final Map<String, String> ALSO_CALLED =
            Map.of("dacnong", "daknong", "baccan", "backan", "vungtau", "bariavungtau", "brvt", "bariavungtau");

    /** By their names without the kind and without blanks. */
    private static final Map<String, Former> BY_NAME = byName();

    private FormerProvinces() {}

    /** What may be called so. */
    static List<Former> named(Name written) {
        Former former = BY_NAME.get(written.joined());
        return former == null || written.kindFits(former.name()) == Name.Fit.NONE ? List.of() : List.of(former);
    }

    private static Map<String, Former> byName() {
        var found = new HashMap<String, Former>();
        PARTS.forEach((code, names) -> names.forEach(name -> {
            var former = new Former("Tỉnh " + name, code, Name.official("Tỉnh " + name));
            found.put(former.name().joined(), former);
        }));
        ALSO_CALLED.forEach((other, name) -> found.put(other, Objects.requireNonNull(found.get(name))));
        return Map.copyOf(found);
    }
}
