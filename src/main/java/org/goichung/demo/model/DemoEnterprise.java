package org.goichung.demo.model;

import java.util.List;
import java.util.Optional;

/**
 * One of the demo's employers. Names and tax codes are made up; the parks are real.
 *
 * @param key how the demo's log-ins name it
 * @param communes where its workers lodge, by their names of today; the first is the enterprise's own
 * @param formerProvinces codes by which citizen ids of the people from around were numbered
 */
public record DemoEnterprise(
        String key,
        String name,
        String taxCode,
        String park,
        Federation federation,
        List<String> communes,
        List<String> formerProvinces,
        int workers) {

    /** The provincial federations of the demo. */
    public enum Federation {
        CAN_THO("can-tho", "Cần Thơ", "92"),
        AN_GIANG("an-giang", "An Giang", "91"),
        VINH_LONG("vinh-long", "Vĩnh Long", "86");

        private final String key;
        private final String province;
        private final String provinceCode;

        Federation(String key, String province, String provinceCode) {
            this.key = key;
            this.province = province;
            this.provinceCode = provinceCode;
        }

        public String key() {
            return key;
        }

        public String province() {
            return province;
        }

        public String provinceCode() {
            return provinceCode;
        }

        public String unionName() {
            return "Liên đoàn Lao động " + (this == CAN_THO ? "thành phố " : "tỉnh ") + province;
        }
    }

    public String unionName() {
        return "Công đoàn cơ sở " + name;
    }

    private static final List<DemoEnterprise> ALL = List.of(
            of("tra-noc-1a", "Công ty TNHH Thuỷ sản Sông Hậu Xanh", "180111001", "Trà Nóc 1", canTho(1200)),
            of("tra-noc-1b", "Công ty CP Bao bì Phù Sa", "180111002", "Trà Nóc 1", canTho(450)),
            of("tra-noc-2a", "Công ty TNHH May Bến Ninh Kiều", "180111003", "Trà Nóc 2", canTho(700)),
            of("tra-noc-2b", "Công ty TNHH Dược liệu Lá Dừa", "180111004", "Trà Nóc 2", canTho(300)),
            of("thot-not", "Công ty CP Gạo Thơm Thốt Nốt", "180111005", "Thốt Nốt", canTho(400)),
            of("hung-phu", "Công ty TNHH Cơ khí Cái Răng", "180111016", "Hưng Phú 1", canTho(350)),
            of("tan-phu-thanh-a", "Công ty TNHH Giày Da Mái Dầm", "630022001", "Tân Phú Thạnh", hauGiang(650)),
            of("tan-phu-thanh-b", "Công ty CP Nước mắm Ba Láng", "630022002", "Tân Phú Thạnh", hauGiang(250)),
            of("song-hau", "Công ty TNHH Giấy Sông Hậu", "630022003", "Sông Hậu", hauGiang(500)),
            of("binh-long", "Công ty CP Cá tra Bảy Núi", "160033001", "Bình Long", anGiang(420)),
            of("binh-hoa", "Công ty TNHH May An Châu", "160033002", "Bình Hòa", anGiang(380)),
            of("long-duc", "Công ty TNHH Dừa Cổ Chiên", "210044001", "Long Đức", vinhLong(400)));

    /** Twelve enterprises with 6,000 workers in all. */
    public static List<DemoEnterprise> all() {
        return ALL;
    }

    public static DemoEnterprise named(String key) {
        return ALL.stream().filter(one -> one.key.equals(key)).findFirst().orElseThrow();
    }

    private record Around(Federation federation, List<String> communes, List<String> formerProvinces, int workers) {}

    private static DemoEnterprise of(String key, String name, String nineDigits, String park, Around around) {
        String taxCode = withCheckDigit(nineDigits)
                .orElseThrow(() -> new IllegalArgumentException("no tax code begins with " + nineDigits));
        return new DemoEnterprise(
                key, name, taxCode, park, around.federation, around.communes, around.formerProvinces, around.workers);
    }

    private static Around canTho(int workers) {
        return new Around(
                Federation.CAN_THO,
                List.of("Phường Ô Môn", "Phường Thới An Đông", "Phường Tân Lộc", "Phường Cái Răng", "Phường Hưng Phú"),
                List.of("092", "092", "092", "094", "093", "089"),
                workers);
    }

    private static Around hauGiang(int workers) {
        return new Around(
                Federation.CAN_THO,
                List.of("Xã Thạnh Xuân", "Xã Châu Thành", "Xã Hiệp Hưng", "Phường Ngã Bảy", "Phường Vị Thanh"),
                List.of("093", "093", "093", "092", "094"),
                workers);
    }

    private static Around anGiang(int workers) {
        return new Around(
                Federation.AN_GIANG,
                List.of("Xã An Châu", "Xã Cần Đăng", "Xã Châu Phú", "Xã Mỹ Đức", "Phường Long Xuyên"),
                List.of("089", "089", "089", "091"),
                workers);
    }

    private static Around vinhLong(int workers) {
        return new Around(
                Federation.VINH_LONG,
                List.of("Phường Long Đức", "Phường Trà Vinh", "Xã Châu Thành", "Xã Càng Long"),
                List.of("084", "084", "084", "086", "083"),
                workers);
    }

    private static Optional<String> withCheckDigit(String nineDigits) {
        int[] weights = {31, 29, 23, 19, 17, 13, 7, 5, 3};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) sum += weights[i] * (nineDigits.charAt(i) - '0');
        int digit = 10 - sum % 11;
        return digit == 10 ? Optional.empty() : Optional.of(nineDigits + digit);
    }
}
