package org.goichung.demo;

import java.util.List;
import java.util.Locale;
import org.goichung.demo.model.Generator;

/** The names by which the demo's people log in. */
final class LogIns {
    static final String ADMIN = "quan-tri";
    static final String MS_CHUA = "chi-chua";
    static final String MS_HONG = "chi-hong";

    /** Where the demo has a steward, an employer's person and an auditor. */
    static final List<String> ENTERPRISES_WITH_STAFF = List.of(Generator.MS_CHUA_AT, Generator.MS_HONG_AT);

    private LogIns() {}

    static String federation(String key) {
        return "lien-doan." + key;
    }

    static String grassroots(String enterprise) {
        return "cong-doan." + enterprise;
    }

    static String steward(String enterprise) {
        return "to-truong." + enterprise;
    }

    static String employer(String enterprise) {
        return "doanh-nghiep." + enterprise;
    }

    static String auditor(String enterprise) {
        return "kiem-toan." + enterprise;
    }

    static String carrier(String code) {
        return "nha-mang." + code.toLowerCase(Locale.ROOT);
    }
}
