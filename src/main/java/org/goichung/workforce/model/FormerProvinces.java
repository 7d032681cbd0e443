package org.goichung.workforce.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The provinces that were merged into others on 2025-07-01, by their folded names, and the code of the one that each is part of.
 * Source: resolution 202/2025/QH15 of the National Assembly.
 */
final class FormerProvinces {
    private static final Map<String, List<String>> PARTS = Map.ofEntries(
            Map.entry("08", List.of("ha giang")),
            Map.entry("15", List.of("yen bai")),
            Map.entry("19", List.of("bac kan")),
            Map.entry("24", List.of("bac giang")),
            Map.entry("25", List.of("hoa binh", "vinh phuc")),
            Map.entry("31", List.of("hai duong")),
            Map.entry("33", List.of("thai binh")),
            Map.entry("37", List.of("ha nam", "nam dinh")),
            Map.entry("44", List.of("quang binh")),
            Map.entry("48", List.of("quang nam")),
            Map.entry("51", List.of("kon tum")),
            Map.entry("52", List.of("binh dinh")),
            Map.entry("56", List.of("ninh thuan")),
            Map.entry("66", List.of("phu yen")),
            Map.entry("68", List.of("dak nong", "dac nong", "binh thuan")),
            Map.entry("75", List.of("binh phuoc")),
            Map.entry("79", List.of("binh duong", "ba ria vung tau", "vung tau")),
            Map.entry("80", List.of("long an")),
            Map.entry("82", List.of("tien giang")),
            Map.entry("86", List.of("ben tre", "tra vinh")),
            Map.entry("91", List.of("kien giang")),
            Map.entry("92", List.of("hau giang", "soc trang")),
            Map.entry("96", List.of("bac lieu")));

    static final Map<String, String> CODES = codes();

    private FormerProvinces() {}

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        PARTS.forEach((code, names) -> names.forEach(name -> codes.put(name, code)));
        return Map.copyOf(codes);
    }
}
