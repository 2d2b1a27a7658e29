package org.dawen.registry;

import java.time.LocalDate;

/** A day that is not like its weekday, from {@code registry.holiday}. */
public record Holiday(LocalDate holidayDay) {}
