package org.goichung.enrolment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.goichung.catalog.Allowance;
import org.goichung.catalog.Cycle;
import org.jspecify.annotations.Nullable;

/**
 * One enrolment's usage against its own package, cycle by cycle, the newest first. Carriers tell bytes; how many minutes and messages
 * were used is not known here, so the allowance alone says what there is of them.
 *
 * @param id the enrolment's
 * @param toldFrom usage of days before it is forgotten; a cycle that began earlier is told from that day on
 * @param items empty before the activation
 */
public record EnrolmentUsageView(
        UUID id, UUID packageVersionId, Cycle cycle, Allowance allowance, LocalDate toldFrom, List<CycleView> items) {

    /**
     * @param number from 1
     * @param until its last day
     * @param current whether today is in it
     * @param leftBytes of the cycle's allowance
     * @param beyondBytes used beyond what the cycle and its days allow; what follows then is in the allowance
     * @param chargeVnd what the use beyond costs at least, where it is charged by the block
     * @param dayParts shares for a part of the day that are counted over the cycle
     * @param days those with usage, in their order
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CycleView(
            int number,
            LocalDate from,
            LocalDate until,
            boolean current,
            long events,
            long usedBytes,
            long leftBytes,
            long beyondBytes,
            @Nullable Long chargeVnd,
            List<PartView> dayParts,
            List<DayView> days) {}

    /** @param usedBytes what was used in that part of the day, also beyond the share */
    public record PartView(LocalTime from, LocalTime until, long usedBytes, long leftBytes) {}

    /**
     * @param leftBytes of the daily cap; absent where there is none
     * @param beyondBytes used beyond the daily cap; absent where there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DayView(
            LocalDate day,
            long events,
            long usedBytes,
            @Nullable Long leftBytes,
            @Nullable Long beyondBytes) {}
}
