package org.goichung.quota.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.time.VietnamDays;
import org.goichung.quota.PoolKey;
import org.goichung.quota.UsageEvent;
import org.jspecify.annotations.Nullable;

/**
 * A usage event with what it was matched with.
 *
 * @param content keyed hash of all it says
 * @param msisdnIndex the number's blind index
 * @param line null where it matches none
 * @param enrolment whose line it is
 */
@SuppressWarnings("ArrayRecordComponent")
public record UsageRow(
        UsageEvent event,
        UUID content,
        byte[] msisdnIndex,
        @Nullable Line line,
        @Nullable UUID enrolment) {

    /**
     * @param pool the shared data of its month; null where the agreement has none
     */
    public record Line(
            EnterpriseId enterprise,
            UUID agreement,
            UUID packageVersion,
            @Nullable PoolKey pool) {

        public Line with(PoolKey shared) {
            return new Line(enterprise, agreement, packageVersion, shared);
        }
    }

    /** What is hashed to tell a repeat from other content under the same id: no two contents give the same bytes. */
    public static byte[] content(UsageEvent event) {
        byte[] msisdn = event.msisdn().getBytes(StandardCharsets.UTF_8);
        byte[] amends = event.amends() == null ? new byte[0] : event.amends().getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(
                msisdn.length + amends.length + 2 * Integer.BYTES + 3 * Long.BYTES + 2 * Integer.BYTES);
        bytes.putInt(msisdn.length).put(msisdn).putLong(event.bytes());
        put(bytes, event.startedAt());
        put(bytes, event.endedAt() == null ? Instant.MIN : event.endedAt());
        return bytes.putInt(event.amends() == null ? -1 : amends.length)
                .put(amends)
                .array();
    }

    private static void put(ByteBuffer bytes, Instant instant) {
        bytes.putLong(instant.getEpochSecond()).putInt(instant.getNano());
    }

    public UsageRow on(Line matched, UUID ofEnrolment) {
        return new UsageRow(event, content, msisdnIndex, matched, ofEnrolment);
    }

    public boolean isAmendment() {
        return event.amends() != null;
    }

    /** The day that its bytes count in, as {@link java.time.LocalDate#toEpochDay}. */
    public static long dayOf(Instant startedAt) {
        return VietnamDays.epochDay(startedAt);
    }
}
