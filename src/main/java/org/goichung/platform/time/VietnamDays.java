package org.goichung.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneRules;

/** Which day it is in Vietnam at an instant; for where millions are asked. */
public final class VietnamDays {
    private static final ZoneRules RULES = Clock.VIETNAM.getRules();
    private static final int SECONDS_PER_DAY = 86_400;

    /** From here on the zone has one offset, as far as the JDK's rules know. */
    private static final long SETTLED_SINCE = RULES.getTransitionRules().isEmpty()
            ? RULES.getTransitions().getLast().getInstant().getEpochSecond()
            : Long.MAX_VALUE;

    private static final int OFFSET_SECONDS =
            RULES.getOffset(RULES.getTransitions().getLast().getInstant()).getTotalSeconds();

    private VietnamDays() {}

    public static LocalDate of(Instant instant) {
        return LocalDate.ofEpochDay(epochDay(instant));
    }

    /** In days since 1970-01-01, as {@link LocalDate#toEpochDay}. */
    public static long epochDay(Instant instant) {
        long second = instant.getEpochSecond();
        return second < SETTLED_SINCE
                ? LocalDate.ofInstant(instant, Clock.VIETNAM).toEpochDay()
                : Math.floorDiv(second + OFFSET_SECONDS, SECONDS_PER_DAY);
    }
}
