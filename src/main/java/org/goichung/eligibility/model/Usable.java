package org.goichung.eligibility.model;

import java.time.Duration;
import org.goichung.catalog.Allowance;
import org.goichung.catalog.Allowance.DayPart;

/** How much of a package's data somebody can really use who goes on line each day, mostly by day. */
final class Usable {
    /** A part of the day that is shorter is for few: the night, as it is sold. */
    private static final Duration MOST_OF_THE_DAY = Duration.ofHours(12);

    private Usable() {}

    /** Without what only a short part of the day has, and no more than the days' caps together; rounded down. */
    static long bytesPer30Days(Allowance allowance, int cycleDays) {
        long ofCycle = allowance.dataBytesPerCycle();
        Long cap = allowance.dataBytesPerDay();
        long ofDay = cap == null ? Long.MAX_VALUE : cap;
        for (DayPart part : allowance.dayParts()) {
            if (length(part).compareTo(MOST_OF_THE_DAY) >= 0) continue;
            switch (part.per()) {
                case CYCLE -> ofCycle -= part.dataBytes();
                case DAY -> {
                    if (cap != null) ofDay -= part.dataBytes();
                    else if (part.dataBytes() > ofCycle / cycleDays) ofCycle = 0;
                    else ofCycle -= part.dataBytes() * cycleDays;
                }
            }
        }
        long spread = Math.multiplyExact(Math.max(0, ofCycle), (long) Bill.DAYS) / cycleDays;
        return ofDay >= Long.MAX_VALUE / Bill.DAYS ? spread : Math.min(spread, ofDay * Bill.DAYS);
    }

    private static Duration length(DayPart part) {
        Duration length = Duration.between(part.from(), part.until());
        return length.isNegative() ? length.plusDays(1) : length;
    }
}
