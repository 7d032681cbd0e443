package org.goichung.quota;

import java.time.LocalDate;

/**
 * What one enrolment used on a day in Vietnam, in one of the parts of the day that were asked for.
 *
 * @param part from 1 in the order they were asked for; 0 for what is in none of them
 */
public record EnrolmentUsage(LocalDate day, int part, long events, long bytes) {}
