package org.goichung.quota.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.goichung.platform.time.Clock;
import org.goichung.quota.Period;
import org.jspecify.annotations.Nullable;

/** Grants a month's quota before the first who needs it, should the job not have come to it yet. */
@ApplicationScoped
public class GrantCalendar {
    /** Months are granted ten minutes ahead; events are taken up to five. */
    private static final Duration AHEAD = Duration.ofMinutes(9);

    private final GrantLedger grants;
    private final Clock clock;
    private volatile @Nullable Period granted;

    public GrantCalendar(GrantLedger grants, Clock clock) {
        this.grants = grants;
        this.clock = clock;
    }

    public Uni<Void> upToDate() {
        Period present = Period.of(clock.instant().plus(AHEAD));
        if (present.equals(granted)) return Uni.createFrom().voidItem();
        return grants.grantDue(null).invoke(() -> granted = present);
    }
}
