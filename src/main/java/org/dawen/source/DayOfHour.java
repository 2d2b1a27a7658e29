package org.dawen.source;

import java.time.LocalDate;

/** The day of an hour that any outlet sent, from {@code source.outlet_hour}. */
record DayOfHour(LocalDate dataDay) {}
