package org.dawen.diesel;

import java.time.LocalDate;

/** The day of a row of {@code diesel.vehicle_day}. */
record DayWithData(LocalDate dataDay) {}
