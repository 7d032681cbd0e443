package org.goichung.eligibility.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.goichung.catalog.AfterAllowance;
import org.goichung.catalog.Allowance;
import org.goichung.catalog.Allowance.Commitment;
import org.goichung.catalog.Allowance.DayPart;
import org.goichung.catalog.Allowance.Renewal;
import org.goichung.catalog.Cycle;
import org.goichung.catalog.PackageVersionView;
import org.goichung.catalog.SubscriberKind;
import org.goichung.eligibility.LookupView;
import org.goichung.platform.http.Language;
import org.goichung.platform.identity.CarrierId;
import org.goichung.workforce.PhoneKind;
import org.junit.jupiter.api.Test;

/** What a package does for one person, in its place among the others and in words. */
class BenefitTest {
    private static final long GB = 1_000_000_000L;
    private static final Cycle THIRTY = Cycle.ofDays(30);

    @Test
    void a_day_without_data_weighs_less_than_much_money() {
        Facts spends119 = spending(119_000L, 3_100_000_000L);
        var lasts29Days = data("V50C", 50_000, 3 * GB);
        var lastsAndCostsMore = data("V120C", 120_000, 60 * GB);
        assertThat(codes(spends119, lastsAndCostsMore, lasts29Days)).containsExactly("V50C", "V120C");
        Facts spends100 = spending(100_000L, 5 * GB);
        var lasts28Days = data("BIG70", 70_000, 4_700_000_000L);
        assertThat(codes(spends100, data("BIG120", 120_000, 60 * GB), lasts28Days, lastsAndCostsMore))
                .containsExactly("BIG70", "BIG120", "V120C");
    }

    @Test
    void little_data_for_little_money_does_not_go_before_enough_for_less_than_today() {
        Facts heavy = spending(100_000L, 30 * GB);
        assertThat(codes(heavy, data("D10", 10_000, GB), data("ENOUGH", 70_000, 60 * GB)))
                .containsExactly("ENOUGH", "D10");
        assertThat(codes(heavy, data("RUIN", 99_000_000, 60 * GB), data("ENOUGH", 70_000, 60 * GB)))
                .containsExactly("ENOUGH", "RUIN");
    }

    @Test
    void what_is_free_helps_somebody_who_pays_nothing_today() {
        Facts paysNothing = spending(0L, 2 * GB);
        var told = told(paysNothing, Language.VI, data("FREE", 0, 10 * GB), data("DEAR", 70_000, 60 * GB));
        assertThat(told.nothing()).isNull();
        assertThat(told.text())
                .startsWith("Tiền không đổi. Không phải trả tiền. Được 10 GB vào mạng. Đủ dùng cả tháng.")
                .endsWith("Đó là gói FREE của MobiFone.");
        assertThat(told(spending(0L, 0L), Language.VI, data("FREE", 0, 10 * GB)).nothing())
                .isNull();
    }

    @Test
    void what_has_to_be_paid_at_once_and_what_binds_is_said() {
        var quarter = candidate("3M70", 210_000, Cycle.ofDays(90), Allowance.ofData(180 * GB));
        assertThat(text(quarter, spending(100_000L, 5 * GB)))
                .contains("Trả một lần 210.000 đ cho 90 ngày (70.000 đ mỗi 30 ngày).");
        assertThat(text(candidate("W", 30_000, Cycle.ofDays(7), Allowance.ofData(7 * GB)), spending(100_000L, 5 * GB)))
                .contains("Trả 30.000 đ mỗi 7 ngày (128.572 đ mỗi 30 ngày).");
        assertThat(text(candidate("D", 5_000, Cycle.ofDays(1), Allowance.ofData(GB)), spending(100_000L, 5 * GB)))
                .contains("Trả 5.000 đ mỗi ngày (150.000 đ mỗi 30 ngày).");
        var year = candidate(
                "Y",
                600_000,
                new Cycle(Cycle.Unit.CALENDAR_MONTH, 12),
                allowance(
                        120 * GB,
                        null,
                        List.of(),
                        new AfterAllowance.PerBlock(50_000, 75),
                        0,
                        0,
                        new Commitment(18, false)));
        assertThat(text(year, spending(100_000L, 5 * GB)))
                .contains("Trả một lần 600.000 đ cho 12 tháng (50.000 đ mỗi 30 ngày).")
                .contains("Hết dung lượng thì bị tính thêm 75 đ mỗi 50 KB.")
                .contains("Phải giữ ít nhất 18 tháng, không được chuyển mạng.");
        assertThat(told(spending(100_000L, 5 * GB), Language.EN, year)
                        .matches()
                        .getFirst()
                        .text())
                .contains("Pay 600,000 đ at once for 12 months (50,000 đ every 30 days).")
                .contains("Beyond it each 50 KB costs 75 đ. Binds for 18 months without changing carriers.");
        var match =
                told(spending(100_000L, 5 * GB), Language.VI, quarter).matches().getFirst();
        assertThat(match.cycleDays()).isEqualTo(90);
        assertThat(match.coPayVndPerCycle()).isEqualTo(210_000);
    }

    @Test
    void data_of_the_night_and_beyond_a_days_cap_does_not_last_the_month() {
        var night = new DayPart(LocalTime.of(0, 0), LocalTime.of(6, 0), DayPart.Per.CYCLE, 99 * GB);
        var nightly = candidate(
                "NIGHT",
                70_000,
                THIRTY,
                allowance(100 * GB, null, List.of(night), new AfterAllowance.Stop(), 0, 0, null));
        var told = told(spending(100_000L, 10 * GB), Language.VI, nightly)
                .matches()
                .getFirst();
        assertThat(told.dataBytesPer30Days()).isEqualTo(100 * GB);
        assertThat(told.daysOfCover()).isEqualTo(3);
        assertThat(told.text()).contains("Trong đó 99 GB chỉ dùng từ 00:00 đến 06:00.");
        var capped = candidate(
                "CAP",
                70_000,
                THIRTY,
                allowance(30 * GB, 100_000_000L, List.of(), new AfterAllowance.Stop(), 0, 0, null));
        assertThat(told(spending(100_000L, 6_510_000_000L), Language.VI, capped)
                        .matches()
                        .getFirst()
                        .daysOfCover())
                .isEqualTo(13);
    }

    /** The largest that the catalogue takes: a fault here would keep everybody's offers from being renewed. */
    @Test
    void the_largest_night_of_the_longest_cycle_leaves_nothing_for_the_day_and_breaks_nothing() {
        long most = 1_000_000_000_000_000L;
        var night = new DayPart(LocalTime.of(23, 0), LocalTime.of(5, 0), DayPart.Per.DAY, most);
        var endless = candidate(
                "MOST",
                70_000,
                new Cycle(Cycle.Unit.CALENDAR_MONTH, 366),
                allowance(most, null, List.of(night), new AfterAllowance.Stop(), 0, 0, null));
        assertThat(told(spending(100_000L, GB), Language.VI, endless)
                        .matches()
                        .getFirst()
                        .daysOfCover())
                .isZero();
    }

    @Test
    void to_a_keypad_phone_time_to_talk_is_what_counts() {
        Facts keypad = Facts.of(People.withPhone(People.spending(71_000L, 0L, "MOBIFONE"), PhoneKind.FEATURE));
        var onNet = candidate(
                "MF69", 69_000, THIRTY, allowance(0, null, List.of(), new AfterAllowance.Stop(), 1_000, 0, null));
        var any = candidate(
                "ANY", 69_500, THIRTY, allowance(0, null, List.of(), new AfterAllowance.Stop(), 0, 500, null));
        assertThat(codes(keypad, onNet, any)).containsExactly("ANY", "MF69");
        var told = told(keypad, Language.VI, onNet, any);
        assertThat(told.matches().getFirst().text()).contains("Gọi được 500 phút mọi mạng.");
        assertThat(told.matches().get(1).text()).contains("Gọi được 1.000 phút cùng mạng.");
        assertThat(told.matches().get(1).minutesOnNet()).isEqualTo(1_000);
        assertThat(told.text()).endsWith("Đó là gói ANY của MobiFone.");
    }

    @Test
    void a_few_minutes_are_no_help_to_somebody_who_calls_for_much_more() {
        Facts keypad = Facts.of(People.withPhone(People.spending(300_000L, 0L, "MOBIFONE"), PhoneKind.FEATURE));
        var few = candidate(
                "FEW", 79_000, THIRTY, allowance(2 * GB, null, List.of(), new AfterAllowance.Stop(), 30, 0, null));
        var many = candidate(
                "MANY", 99_000, THIRTY, allowance(0, null, List.of(), new AfterAllowance.Stop(), 1_000, 40, null));
        assertThat(codes(keypad, few, many)).containsExactly("MANY", "FEW");
        var alone = told(keypad, Language.VI, few);
        assertThat(alone.text()).startsWith("Hiện chưa có gói nào giúp bớt tiền.");
        assertThat(alone.matches().getFirst().text()).startsWith("Rẻ hơn 221.000 đ.");
    }

    @Test
    void of_a_keypad_phone_whose_bill_is_not_known_a_small_one_is_taken() {
        Facts keypad = Facts.of(People.withPhone(People.spending(null, null, "MOBIFONE"), PhoneKind.FEATURE));
        var dear = candidate(
                "MF99", 99_000, THIRTY, allowance(5 * GB, null, List.of(), new AfterAllowance.Stop(), 0, 1_000, null));
        var small = candidate(
                "T30", 30_000, THIRTY, allowance(0, null, List.of(), new AfterAllowance.Stop(), 0, 100, null));
        assertThat(told(keypad, Language.EN, dear).text())
                .isEqualTo(
                        "No package saves money now. The nearest is package MF99 of MobiFone. Pay 99,000 đ every 30 days."
                                + " What is spent now is not known, so neither is the saving.");
        assertThat(told(keypad, Language.EN, dear, small).text()).endsWith("It is package T30 of MobiFone.");
    }

    @Test
    void minutes_within_the_carrier_alone_are_not_said_to_save_what_they_do_not() {
        Facts keypad = Facts.of(People.withPhone(People.spending(88_000L, 0L, "VIETTEL"), PhoneKind.FEATURE));
        var onNet = candidate(
                "MF69", 69_000, THIRTY, allowance(0, null, List.of(), new AfterAllowance.Stop(), 1_000, 0, null));
        var told = told(keypad, Language.EN, onNet);
        assertThat(told.text())
                .isEqualTo("No package saves money now. The nearest is package MF69 of MobiFone. Cheaper by 19,000 đ."
                        + " Its calls are too few for what is called now.");
        assertThat(told.matches().getFirst().text()).doesNotContain("Save");
    }

    @Test
    void whoever_uses_no_data_pays_for_calls_and_data_alone_saves_nothing() {
        Facts talks = Facts.of(People.spending(117_000L, 0L, "VIETTEL"));
        var told = told(talks, Language.EN, data("D10", 10_000, GB / 25));
        assertThat(told.matches().getFirst().helps()).isFalse();
        assertThat(told.text()).startsWith("No package saves money now.").doesNotContain("Save ", "Lasts");
        var talk =
                candidate("T", 60_000, THIRTY, allowance(0, null, List.of(), new AfterAllowance.Stop(), 0, 100, null));
        assertThat(told(talks, Language.EN, talk).text()).startsWith("Save 57,000 đ.");
        var few =
                candidate("F", 30_000, THIRTY, allowance(GB, null, List.of(), new AfterAllowance.Stop(), 0, 50, null));
        var half = told(talks, Language.EN, few);
        assertThat(half.matches().getFirst().helps()).isTrue();
        assertThat(half.matches().getFirst().saves()).isFalse();
        assertThat(half.text()).startsWith("Cheaper by 87,000 đ.").contains("No data is used now.");
    }

    @Test
    void what_is_not_known_is_said_and_what_is_not_theirs_is_not_promised() {
        var open = told(Facts.of(People.spending(120_000L, null, null)), Language.VI, data("A", 70_000, 20 * GB));
        assertThat(open.matches().getFirst().text())
                .contains("Chưa biết đang dùng bao nhiêu dung lượng.")
                .contains(
                        "Chưa biết số này của mạng nào: nếu không phải MobiFone thì phải chuyển mạng, giữ nguyên số.");
        var tiny = told(spending(100_000L, 50 * GB), Language.VI, data("T", 10_000, GB / 10));
        assertThat(tiny.matches().getFirst().text())
                .startsWith("Rẻ hơn 90.000 đ.")
                .contains("Không đủ dùng trong một ngày.");
    }

    private static Facts spending(Long vnd, Long bytes) {
        return Facts.of(People.spending(vnd, bytes, "VIETTEL"));
    }

    private static String text(Candidate candidate, Facts person) {
        return told(person, Language.VI, candidate).matches().getFirst().text();
    }

    private static List<String> codes(Facts person, Candidate... candidates) {
        return told(person, Language.VI, candidates).matches().stream()
                .map(LookupView.Match::packageCode)
                .toList();
    }

    private static LookupView told(Facts person, Language language, Candidate... candidates) {
        var standings = new Standings(person, People.TODAY, name -> null);
        var matches =
                Arrays.stream(candidates).map(each -> Match.of(each, standings)).toList();
        return new Answer(person, new Wording(language, People.TODAY), code -> "MobiFone")
                .view(Match.ranked(matches), false, Instant.EPOCH, 0);
    }

    private static Candidate data(String code, long priceVnd, long bytes) {
        return candidate(code, priceVnd, THIRTY, Allowance.ofData(bytes));
    }

    private static Allowance allowance(
            long bytes,
            Long perDay,
            List<DayPart> parts,
            AfterAllowance after,
            long onNet,
            long any,
            Commitment commitment) {
        return new Allowance(bytes, perDay, parts, after, onNet, any, 0, List.of(), Renewal.NONE, commitment);
    }

    private static Candidate candidate(String code, long priceVnd, Cycle cycle, Allowance allowance) {
        return Candidate.offTheShelf(new PackageVersionView(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new CarrierId(UUID.randomUUID()),
                "VIETTEL",
                code,
                code,
                1,
                priceVnd,
                allowance,
                cycle,
                cycle.days(),
                List.of(),
                "2024",
                false,
                null,
                "source",
                null,
                null,
                null,
                SubscriberKind.PREPAID));
    }
}
