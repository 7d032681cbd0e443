package org.goichung.quota;

import java.time.LocalTime;

/** A part of every day in Vietnam; over midnight where it ends before it begins. */
public record DayWindow(LocalTime from, LocalTime until) {}
