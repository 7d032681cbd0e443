package org.goichung.enrolment.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.goichung.catalog.AfterAllowance;
import org.goichung.catalog.Allowance;
import org.goichung.catalog.Allowance.DayPart;
import org.goichung.catalog.Allowance.DayPart.Per;
import org.jspecify.annotations.Nullable;

/**
 * The data used in one cycle against what the package allows: a share for a part of the day is used by what is used then, the rest is
 * used by all else, and a daily cap bounds each day.
 */
public final class CycleUse {
    private final Allowance allowance;
    private final List<DayPart> parts;
    private final long[] ofPart;
    private long used;
    private long within;
    private long generalUsed;

    /** @param days of the cycle: by part of the day from 1 in the allowance's order, 0 for what is in none */
    public CycleUse(Allowance allowance, Map<LocalDate, Map<Integer, Long>> days) {
        this.allowance = allowance;
        this.parts = allowance.dayParts();
        this.ofPart = new long[parts.size()];
        days.values().forEach(this::take);
        for (int i = 0; i < ofPart.length; i++)
            if (parts.get(i).per() == Per.CYCLE) {
                long taken = Math.min(ofPart[i], parts.get(i).dataBytes());
                within = Math.addExact(within, taken);
                generalUsed = Math.addExact(generalUsed, ofPart[i] - taken);
            }
        within = Math.addExact(
                within, Math.min(generalUsed, general(allowance, Per.CYCLE, allowance.dataBytesPerCycle())));
    }

    /** Adds a day: what its cap and its own shares let through counts in the cycle, that of the cycle's parts first. */
    private void take(Map<Integer, Long> day) {
        used = Math.addExact(used, total(day));
        long left = withinDay(allowance, day);
        for (int i = 0; i < ofPart.length; i++)
            if (parts.get(i).per() == Per.CYCLE) {
                long taken = Math.min(left, bytesOf(day, i));
                ofPart[i] = Math.addExact(ofPart[i], taken);
                left -= taken;
            }
        generalUsed = Math.addExact(generalUsed, left);
    }

    /** What its cap lets through of a day, by part. */
    public static long withinDay(Allowance allowance, Map<Integer, Long> day) {
        Long cap = allowance.dataBytesPerDay();
        long total = total(day);
        if (cap == null) return total;
        long ownShares = 0;
        for (int i = 0; i < allowance.dayParts().size(); i++) {
            DayPart part = allowance.dayParts().get(i);
            if (part.per() == Per.DAY) ownShares += Math.min(bytesOf(day, i), part.dataBytes());
        }
        return ownShares + Math.min(total - ownShares, general(allowance, Per.DAY, cap));
    }

    public long used() {
        return used;
    }

    /** Of one part of the day that is counted over the cycle, from 0. */
    public long leftOf(int part) {
        return parts.get(part).dataBytes()
                - Math.min(ofPart[part], parts.get(part).dataBytes());
    }

    public long left() {
        return allowance.dataBytesPerCycle() - within;
    }

    /** What goes beyond the allowance of the cycle or of its days. */
    public long beyond() {
        return used - within;
    }

    /**
     * What the use beyond costs at least, where it is charged by the block; several sessions may begin more blocks. Null where it is not
     * charged, or the source does not say.
     */
    public @Nullable Long chargeVnd() {
        return switch (allowance.afterAllowance()) {
            case AfterAllowance.PerBlock block -> {
                long blocks = Math.ceilDiv(beyond(), block.blockBytes());
                // more đồng than there are is not told
                yield Math.multiplyHigh(blocks, block.priceVnd()) == 0 && blocks * block.priceVnd() >= 0
                        ? (Long) (blocks * block.priceVnd())
                        : null;
            }
            case AfterAllowance.Stop s -> null;
            case AfterAllowance.Throttle t -> null;
            case AfterAllowance.Unstated u -> null;
        };
    }

    /** What belongs to no part. */
    private static long general(Allowance allowance, Per per, long whole) {
        for (DayPart part : allowance.dayParts()) if (part.per() == per) whole -= part.dataBytes();
        return whole;
    }

    private static long bytesOf(Map<Integer, Long> day, int part) {
        return day.getOrDefault(part + 1, 0L);
    }

    private static long total(Map<Integer, Long> day) {
        return day.values().stream().reduce(0L, Math::addExact);
    }
}
