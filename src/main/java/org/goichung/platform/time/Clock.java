package org.goichung.platform.time;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.goichung.platform.database.Statements;

/**
 * The one clock for every deadline, job, expiry, {@code ?at=} and event: the database's time, in demo mode plus a stored offset. In
 * SQL it is {@code goichung_now()}.
 */
public interface Clock {
    ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /** The time now, from memory: calibrated against the database every second. For reads and what has no deadline to the instant. */
    Instant instant();

    /** The time now, asked of the database on this connection: for what must be read after a lock was taken. */
    Uni<Instant> now(Statements connection);

    /** Today in Vietnam. */
    default LocalDate today() {
        return LocalDate.ofInstant(instant(), VIETNAM);
    }
}
