package org.dawen.air;

import java.time.LocalDate;

/** A day of which an area of a kind has a row, from {@code air.area_day}. */
record AreaKindDay(AreaKind areaKind, LocalDate dataDay) {}
