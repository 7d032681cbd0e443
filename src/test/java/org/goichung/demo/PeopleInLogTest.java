package org.goichung.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is looked for in logs is found in every writing, so that finding nothing says something. */
class PeopleInLogTest {
    @Test
    void a_number_is_found_in_every_writing() {
        for (String written : List.of(
                "0977000321", "+84977000321", "84977000321", "0977 000 321", "+84 97 700-03-21", "\"0977.000.321\""))
            assertThat(new PeopleInLog("2026-11-25 10:00:00 INFO took " + written + ", done in 17 ms")
                            .numbers(List.of("+84977000321", "+84912345678")))
                    .as(written)
                    .containsExactly("+84977000321");
        assertThat(new PeopleInLog("2026-11-25 10:00:00,321 97 7000 rows in 321 ms").numbers(List.of("+84977000321")))
                .isEmpty();
    }

    @Test
    void a_citizen_id_is_found_with_and_without_gaps() {
        for (String written : List.of("093184765432", "093 184 765 432", "[093184765432]"))
            assertThat(new PeopleInLog(written).nationalIds(List.of("093184765432")))
                    .hasSize(1);
        assertThat(new PeopleInLog("093184765433").nationalIds(List.of("093184765432")))
                .isEmpty();
    }

    @Test
    void a_name_is_found_with_and_without_accents_and_with_the_family_name_last() {
        for (String written :
                List.of("Nguyễn Thị Hồng", "NGUYEN THI HONG", "nguyen_thi_hong", "Thị Hồng, Nguyễn", "Nguyễn Thị Hồng"))
            assertThat(new PeopleInLog("failed for " + written + "!").names(List.of("Nguyễn Thị Hồng")))
                    .as(written)
                    .hasSize(1);
        assertThat(new PeopleInLog("Nguyễn Thị Hồngs").names(List.of("Nguyễn Thị Hồng")))
                .isEmpty();
    }
}
