package org.goichung.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegibleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"Trần Thị Hồng", "Tra\u0302\u0300n", "សហជីព\u200bជួយ", "SĐT: 0912 (nhà) – 50%", "", " ", "🐟"})
    void what_can_be_read_is_let_through(String text) {
        assertThat(Legible.Check.holds(text, false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u202eb",
                "a\u200f",
                "a\u0007",
                "a\ufeff",
                "a\u00ad",
                "\u3164",
                "\u200b",
                "Trần\u200bHồng",
                "a\ufe0f",
                "\u00a0",
                "a\ud800",
                "a\nb",
                "a\u2028b"
            })
    void what_is_not_seen_is_not(String text) {
        assertThat(Legible.Check.holds(text, false)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\tb\r\n"})
    void lines_are_let_through_where_there_may_be_several(String text) {
        assertThat(Legible.Check.holds(text, true)).isTrue();
    }
}
