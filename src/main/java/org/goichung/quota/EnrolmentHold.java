package org.goichung.quota;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is set aside for one enrolment: one line-cycle and, where a fund adds to the price, its đồng.
 *
 * @param period that it counts in, now and when it is posted
 * @param fundVnd 0 where there is none
 * @param expiresAt null from the sent order on
 */
public record EnrolmentHold(
        UUID enrolmentId,
        Period period,
        long fundVnd,
        @Nullable Instant expiresAt) {}
