package org.goichung.workforce.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of places that there are or were before 2025-07-01, as they are written before a name, and shortened. */
enum Kind {
    PROVINCE("tỉnh", "tinh", "t"),
    CITY("thành phố", "thanh pho", "tp", "t p"),
    RURAL_DISTRICT("huyện", "huyen", "h"),
    URBAN_DISTRICT("quận", "quan", "q"),
    TOWN("thị xã", "thi xa", "tx", "t x"),
    COMMUNE("xã", "xa", "x"),
    WARD("phường", "phuong", "p"),
    TOWNSHIP("thị trấn", "thi tran", "tt", "t t"),
    SPECIAL_ZONE("đặc khu", "dac khu", "dk");

    private final String accented;
    private final List<String> plain;

    Kind(String accented, String... plain) {
        this.accented = accented;
        this.plain = List.of(plain);
    }

    /** With its accents, or none of them; null where the words are no kind. */
    static @Nullable Kind written(String words) {
        for (Kind kind : values()) if (kind.accented.equals(words) || kind.plain.contains(words)) return kind;
        return null;
    }

    /** Whether it is written so that it can be nothing else: {@code xa} may be the first word of a name, {@code xã} is not. */
    boolean isAccented(String words) {
        return accented.equals(words);
    }

    boolean ofDistricts() {
        return switch (this) {
            case CITY, RURAL_DISTRICT, URBAN_DISTRICT, TOWN -> true;
            case PROVINCE, COMMUNE, WARD, TOWNSHIP, SPECIAL_ZONE -> false;
        };
    }

    /** Whether one may be written for the other by mistake, or because the place was raised since. */
    boolean akin(Kind other) {
        return this == other
                || ofProvinces() && other.ofProvinces()
                || ofDistricts() && other.ofDistricts()
                || ofCommunes() && other.ofCommunes();
    }

    private boolean ofProvinces() {
        return this == PROVINCE || this == CITY;
    }

    boolean ofCommunes() {
        return !ofProvinces() && !ofDistricts();
    }
}
