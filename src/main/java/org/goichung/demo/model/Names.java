package org.goichung.demo.model;

import java.util.List;
import java.util.random.RandomGenerator;

/** Made-up names as people of the delta bear them, Kinh and Khmer. */
final class Names {
    private static final List<String> FAMILY = List.of(
            "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Huỳnh", "Huỳnh", "Phan", "Võ",
            "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Trương", "Mai", "Cao", "Châu", "Lâm", "Thạch",
            "Sơn", "Kim", "Danh", "Kiên");
    private static final List<String> WOMEN_MIDDLE = List.of("Thị", "Thị", "Thị", "Ngọc", "Kim", "Mỹ", "Bích", "Thu");
    private static final List<String> MEN_MIDDLE =
            List.of("Văn", "Văn", "Văn", "Hữu", "Thanh", "Minh", "Quốc", "Hoàng");
    private static final List<String> WOMEN = List.of(
            "Lan", "Hương", "Tuyết", "Nga", "Hạnh", "Phượng", "Yến", "Loan", "Diễm", "Trinh", "Thảo", "Linh", "Mai",
            "Cúc", "Đào", "Liễu", "Nhung", "Oanh", "Quyên", "Sương", "Thắm", "Út", "Vân", "Xuân", "Ý", "Huệ", "Kiều",
            "Ngân", "Như", "Trâm");
    private static final List<String> MEN = List.of(
            "An", "Bình", "Cường", "Dũng", "Đạt", "Đức", "Giang", "Hải", "Hùng", "Khoa", "Lợi", "Long", "Minh", "Nam",
            "Nghĩa", "Nhân", "Phong", "Phúc", "Quân", "Sang", "Sĩ", "Tài", "Tâm", "Thành", "Thiện", "Tín", "Toàn",
            "Trí", "Tùng", "Vinh");

    private Names() {}

    static String any(RandomGenerator random, boolean woman) {
        return String.join(
                " ",
                one(random, FAMILY),
                one(random, woman ? WOMEN_MIDDLE : MEN_MIDDLE),
                one(random, woman ? WOMEN : MEN));
    }

    static <T> T one(RandomGenerator random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
