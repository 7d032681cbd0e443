package org.goichung.demo.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goichung.demo.model.Sessions.Session;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final UUID ORDER = UUID.fromString("01950000-0000-7000-8000-000000000001");
    private static final Instant ON = Instant.parse("2026-11-25T03:04:05.123456Z");

    @Test
    void a_line_is_used_from_the_instant_it_is_switched_on() {
        assertThat(Sessions.between(ORDER, ON, Instant.EPOCH, ON))
                .extracting(Session::startedAt)
                .containsExactly(ON);
        assertThat(Sessions.between(ORDER, ON, Instant.EPOCH, ON.minusMillis(1)))
                .isEmpty();
    }

    @Test
    void told_in_pieces_or_at_once_a_month_is_the_same() {
        Instant end = ON.plus(Duration.ofDays(30));
        List<Session> whole = Sessions.between(ORDER, ON, Instant.EPOCH, end);
        var pieces = new ArrayList<Session>();
        Instant told = Instant.EPOCH;
        for (Instant now = ON; !now.isAfter(end); now = now.plus(Duration.ofMinutes(97))) {
            pieces.addAll(Sessions.between(ORDER, ON, told, now));
            told = now;
        }
        pieces.addAll(Sessions.between(ORDER, ON, told, end));
        assertThat(pieces).isEqualTo(whole).hasSize(30 * 4 + 1);
        assertThat(whole).extracting(Session::id).doesNotHaveDuplicates();
    }
}
