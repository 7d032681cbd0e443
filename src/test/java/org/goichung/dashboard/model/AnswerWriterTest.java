package org.goichung.dashboard.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goichung.eligibility.LookupView;
import org.goichung.eligibility.LookupView.Match;
import org.goichung.eligibility.LookupView.Nothing;
import org.goichung.eligibility.Reason;
import org.goichung.platform.identity.WorkerId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The page says what the look-up says. */
class AnswerWriterTest {
    private static final SaidOfPackages VI = SaidOfPackagesInVietnamese.SAID;
    private static final Reason NO = new Reason("low-income", "unqualified", "Lương từ 6 triệu đồng.", null, List.of());
    private static final Reason OPEN =
            new Reason("over-40", "unknown", "Chưa rõ năm sinh.", null, List.of("worker.birthYear"));

    @Test
    void what_saves_money_and_does_not_last_is_neither_praised_nor_shown() {
        Match tiny = match(1, "D10", "qualified", false, 110_000L);
        LookupView found = found(new Nothing(List.of(), true), null, tiny);
        assertThat(AnswerWriter.worthShowing(found)).isEmpty();
        WorkerAnswer answer = AnswerWriter.answer(found, List.of(), VI);
        assertThat(answer.headline()).isEqualTo("Hiện chưa có gói nào giúp bạn bớt tiền.");
        assertThat(answer.wifi()).isEqualTo("Ở công ty có wifi. Vào mạng bằng wifi thì không mất tiền.");
    }

    @Test
    void the_first_shown_is_the_first_that_helps() {
        Match tiny = match(1, "D10", "qualified", false, 110_000L);
        Match good = match(2, "ST70N", "qualified", true, 30_000L);
        LookupView found = found(null, null, tiny, good);
        assertThat(AnswerWriter.worthShowing(found)).containsExactly(good);
        WorkerAnswer answer = AnswerWriter.answer(found, List.of(), VI);
        assertThat(answer.headline().replace('\u00a0', ' ')).isEqualTo("Bạn bớt được 30.000 đồng mỗi 30 ngày.");
        assertThat(answer.wifi()).isNull();
    }

    @Test
    void what_fails_stands_apart_from_what_is_not_known() {
        Match miss = match(2, "CN90", "unqualified", false, 60_000L, NO, OPEN);
        Reason other = new Reason("home", "unknown", "Chưa rõ nơi ở.", null, List.of("worker.provinceCode"));
        Match open = match(3, "MOBI", "unknown", false, 50_000L, other);
        LookupView found = found(null, miss, match(1, "ST70N", "qualified", true, 30_000L), miss, open);
        WorkerAnswer answer = AnswerWriter.answer(found, List.of(), VI);
        assertThat(answer.missed()).isEqualTo("Gói CN90 lợi hơn, nhưng chưa được");
        assertThat(answer.obstacles()).containsExactly("Lương từ 6 triệu đồng.");
        assertThat(answer.questions()).containsExactly("Chưa rõ nơi ở.");
        LookupView nothing = found(new Nothing(List.of("Sẽ được nếu: Lương dưới 6 triệu đồng."), false), miss, miss);
        assertThat(AnswerWriter.answer(nothing, List.of(), VI).obstacles())
                .containsExactly("Sẽ được nếu: Lương dưới 6 triệu đồng.");
    }

    @Test
    void what_comes_nearest_and_is_no_gain_is_named_with_the_reason() {
        Match near = match(1, "V50C", "qualified", false, 6_000L);
        var why = new Nothing(List.of("Rẻ hơn 6.000 đ.", "Chỉ đủ dùng khoảng 23 ngày."), false);
        WorkerAnswer answer = AnswerWriter.answer(found(why, near, near), List.of(), VI);
        assertThat(answer.missed()).isEqualTo("Gần nhất là gói V50C, nhưng chưa có lợi");
        assertThat(answer.obstacles()).containsExactly("Rẻ hơn 6.000 đ.", "Chỉ đủ dùng khoảng 23 ngày.");
        var keypad = new Nothing(List.of("Máy bấm phím không dùng được dung lượng vào mạng."), false);
        assertThat(AnswerWriter.answer(found(keypad, null, near), List.of(), VI).obstacles())
                .containsExactly("Máy bấm phím không dùng được dung lượng vào mạng.");
    }

    @Test
    void where_all_that_might_help_is_open_the_person_is_asked() {
        Match open = match(1, "MOBI", "unknown", false, 50_000L, OPEN);
        WorkerAnswer answer =
                AnswerWriter.answer(found(new Nothing(List.of("Chưa rõ năm sinh."), false), open, open), List.of(), VI);
        assertThat(answer.headline()).isEqualTo("Cần hỏi bạn thêm vài điều.");
        assertThat(answer.questions()).containsExactly("Chưa rõ năm sinh.");
        assertThat(answer.obstacles()).isEmpty();
    }

    private static LookupView found(@Nullable Nothing nothing, @Nullable Match nearest, Match... matches) {
        return new LookupView(
                new WorkerId(new UUID(1, 1)),
                Instant.EPOCH,
                0,
                "vi",
                "…",
                new LookupView.Carrier("VIETTEL", "known"),
                List.of(),
                List.of(matches),
                nothing,
                nearest);
    }

    private static Match match(int rank, String code, String status, boolean helps, Long saving, Reason... reasons) {
        return new Match(
                rank,
                UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                code,
                "VIETTEL",
                status,
                helps,
                helps,
                List.of(reasons),
                null,
                null,
                30,
                10_000,
                10_000,
                10_000,
                saving,
                1_000_000_000L,
                0,
                0,
                null,
                null,
                false,
                "ask",
                "…",
                "…");
    }
}
