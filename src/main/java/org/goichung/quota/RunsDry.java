package org.goichung.quota;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a pool will have nothing available, should it go on as it did.
 *
 * @param day at the mean pace of the days that were looked at
 * @param from at the pace of their fastest week
 * @param to at the pace of their slowest week; null where that is never, or in more than ten years
 * @param method {@code 28-days} or {@code 14-days}: how many days before today were looked at
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunsDry(
        LocalDate day, LocalDate from, @Nullable LocalDate to, String method) {}
