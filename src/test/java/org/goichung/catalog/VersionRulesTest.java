package org.goichung.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.goichung.catalog.Allowance.DayPart;
import org.goichung.catalog.model.VersionRules;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VersionRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final long GB = 1_000_000_000L;

    @Test
    void thirty_by_day_and_seventy_by_night_is_a_whole_package() {
        var allowance = new Allowance(
                100 * GB,
                null,
                List.of(
                        part("06:00", "23:59", DayPart.Per.CYCLE, 30 * GB),
                        part("23:59", "06:00", DayPart.Per.CYCLE, 70 * GB)),
                new AfterAllowance.Throttle(3_000),
                0,
                0,
                0,
                List.of(),
                Allowance.Renewal.FROM_BALANCE,
                new Allowance.Commitment(18, false));
        assertThatCode(() -> VersionRules.require(version(allowance, "2026", null, null, null), "", TODAY))
                .doesNotThrowAnyException();
    }

    @Test
    void parts_of_the_day_that_give_more_than_the_whole_are_named() {
        var allowance = new Allowance(
                10 * GB,
                null,
                List.of(
                        part("06:00", "18:00", DayPart.Per.CYCLE, 6 * GB),
                        part("18:00", "06:00", DayPart.Per.CYCLE, 5 * GB)),
                new AfterAllowance.Stop(),
                0,
                0,
                0,
                List.of(),
                Allowance.Renewal.NONE,
                null);
        assertThat(errorsOf(version(allowance, "2026", null, null, null)))
                .containsExactly("/version/allowance/dayParts/1/dataBytes more-than-the-whole");
    }

    @Test
    void a_day_cannot_give_more_than_its_cycle() {
        var allowance = new Allowance(
                GB, 2 * GB, List.of(), new AfterAllowance.Stop(), 0, 0, 0, List.of(), Allowance.Renewal.NONE, null);
        assertThat(errorsOf(version(allowance, "2026", null, null, null)))
                .containsExactly("/version/allowance/dataBytesPerDay more-than-the-cycle");
    }

    @Test
    void every_contradiction_is_told_at_once() {
        assertThat(errorsOf(version(Allowance.ofData(0), "2026-13-01", TODAY.plusDays(1), null, "DK X")))
                .containsExactly(
                        "/version/allowance gives-nothing",
                        "/version/shortCode needed-for-sms",
                        "/version/verifiedOn in-the-future",
                        "/version/validAsOf not-a-date");
    }

    @Test
    void an_allowance_survives_being_written_and_read() throws Exception {
        var json = new ObjectMapper().registerModule(new JavaTimeModule());
        var allowance = new Allowance(
                90 * GB,
                3 * GB,
                List.of(part("00:00", "06:00", DayPart.Per.DAY, GB)),
                new AfterAllowance.PerBlock(51_200, 75),
                100,
                20,
                30,
                List.of("Zalo"),
                Allowance.Renewal.FROM_BALANCE_ELSE_PAY_AS_YOU_GO,
                null);
        String written = json.writeValueAsString(allowance);
        assertThat(written).contains("\"kind\":\"per-block\"", "\"renewal\":\"from-balance-else-pay-as-you-go\"");
        assertThat(json.readValue(written, Allowance.class)).isEqualTo(allowance);
    }

    private static DayPart part(String from, String until, DayPart.Per per, long bytes) {
        return new DayPart(LocalTime.parse(from), LocalTime.parse(until), per, bytes);
    }

    private static List<String> errorsOf(NewVersion version) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> VersionRules.require(version, "/version", TODAY));
        return refusal.fields().stream().map(VersionRulesTest::words).toList();
    }

    private static String words(FieldError error) {
        return error.pointer() + " " + error.code();
    }

    private static NewVersion version(
            Allowance allowance,
            String validAsOf,
            @Nullable LocalDate verifiedOn,
            @Nullable String shortCode,
            @Nullable String registerSms) {
        return new NewVersion(
                "Gói thử",
                70_000,
                Cycle.ofDays(30),
                allowance,
                List.of(),
                SubscriberKind.PREPAID,
                validAsOf,
                "bảng giá thử",
                verifiedOn,
                shortCode,
                registerSms,
                null);
    }
}
