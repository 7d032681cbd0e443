package org.goichung.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import org.goichung.catalog.AfterAllowance;
import org.goichung.catalog.Allowance;
import org.goichung.dashboard.model.OneTimeCode;
import org.goichung.dashboard.model.PageWords;
import org.goichung.dashboard.model.Said;
import org.goichung.dashboard.model.SaidOfPackages;
import org.goichung.dashboard.model.Words;
import org.goichung.platform.http.Language;
import org.goichung.platform.problem.ProblemType;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Said VI = Said.in(Language.VI);

    @Test
    void money_and_data_are_written_as_people_write_them() {
        assertThat(Words.vnd(90_000)).isEqualTo("90.000\u00a0đồng");
        assertThat(Words.vnd(0)).isEqualTo("0\u00a0đồng");
        assertThat(Words.data(500_000_000)).isEqualTo("500\u00a0MB");
        assertThat(Words.data(2_000_000_000)).isEqualTo("2\u00a0GB");
    }

    @Test
    void what_goes_wrong_at_the_door_is_said_plainly() {
        assertThat(Words.number("0912345678")).isEqualTo("0912 345 678");
        assertThat(PageWords.refusal(ProblemType.TOO_MANY_REQUESTS, Duration.ofMinutes(60), VI)
                        .orElseThrow())
                .contains("khoảng 1 giờ");
        assertThat(PageWords.refusal(ProblemType.TOO_MANY_REQUESTS, Duration.ofSeconds(130), VI)
                        .orElseThrow())
                .contains("3 phút");
        assertThat(PageWords.refusal(ProblemType.UNAVAILABLE, Duration.ofSeconds(1), VI)
                        .orElseThrow())
                .startsWith("Máy chủ đang bận.");
        assertThat(PageWords.refusal(ProblemType.NOT_FOUND, null, VI)).isEmpty();
    }

    @Test
    void the_page_speaks_vietnamese_unless_another_language_is_chosen_or_the_phone_asks_for_khmer() {
        assertThat(Said.language(null, null)).isEqualTo(Language.VI);
        assertThat(Said.language(null, "en-US,en;q=0.9")).isEqualTo(Language.VI);
        assertThat(Said.language(null, "km-KH,km;q=0.9,en;q=0.5")).isEqualTo(Language.KM);
        assertThat(Said.language("en", "km")).isEqualTo(Language.EN);
        assertThat(Said.language("fr", "vi")).isEqualTo(Language.VI);
        assertThat(SaidOfPackages.in(Language.KM).vnd(1_240_000)).isEqualTo("1.240.000\u00a0ដុង");
        assertThat(SaidOfPackages.in(Language.EN).data(1_500_000_000)).isEqualTo("1.5\u00a0GB");
    }

    @Test
    void nobody_is_promised_more_than_they_get() {
        assertThat(Words.data(1_990_000_000)).isEqualTo("1,9\u00a0GB");
        assertThat(Words.data(999_999_999)).isEqualTo("999\u00a0MB");
    }

    @Test
    void a_daily_cap_and_what_follows_are_said() {
        var allowance = new Allowance(
                60_000_000_000L,
                2_000_000_000L,
                List.of(),
                new AfterAllowance.PerBlock(51_200, 75),
                300,
                0,
                0,
                List.of("Zalo"),
                Allowance.Renewal.NONE,
                null);
        assertThat(PageWords.gives(allowance, 30, SaidOfPackages.in(Language.VI)))
                .containsExactly(
                        "Mỗi ngày 2\u00a0GB để vào mạng.",
                        "Chú ý: hết dung lượng mà dùng tiếp thì bị tính thêm tiền.",
                        "300 phút gọi cùng mạng.",
                        "Zalo không tính dung lượng.");
    }

    @Test
    void the_sms_with_the_code_is_one_message_without_diacritics() {
        String sms = OneTimeCode.random().sms(5);
        assertThat(sms).hasSizeLessThanOrEqualTo(160).matches("\\p{ASCII}*").containsPattern("\\b\\d{6}\\b");
        assertThat(Normalizer.isNormalized(sms, Normalizer.Form.NFC)).isTrue();
        assertThat(OneTimeCode.random().toString()).doesNotContainPattern("\\d");
    }
}
