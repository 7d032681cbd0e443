package org.goichung.quota.model;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.time.Clock;
import org.goichung.quota.PoolKey;
import org.goichung.quota.UsageEvent;
import org.jspecify.annotations.Nullable;

/**
 * A usage event with what it was matched with.
 *
 * @param content keyed hash of all it says
 * @param msisdnIndex the number's blind index
 * @param line null where it matches none
 */
@SuppressWarnings("ArrayRecordComponent")
public record UsageRow(
        UsageEvent event,
        UUID content,
        byte[] msisdnIndex,
        @Nullable Line line) {

    /**
     * @param pool the shared data of its month; null where the agreement has none
     */
    public record Line(
            EnterpriseId enterprise,
            UUID agreement,
            UUID packageVersion,
            @Nullable PoolKey pool) {}

    /** What is hashed to tell a repeat from other content under the same id. */
    public static byte[] content(UsageEvent event) {
        return String.join(
                        "\n",
                        event.msisdn(),
                        Long.toString(event.bytes()),
                        event.startedAt().toString(),
                        String.valueOf(event.endedAt()),
                        String.valueOf(event.amends()))
                .getBytes(StandardCharsets.UTF_8);
    }

    public UsageRow on(@Nullable Line matched) {
        return new UsageRow(event, content, msisdnIndex, matched);
    }

    public boolean isAmendment() {
        return event.amends() != null;
    }

    /** The day that its bytes count in. */
    public static LocalDate dayOf(java.time.Instant startedAt) {
        return LocalDate.ofInstant(startedAt, Clock.VIETNAM);
    }
}
