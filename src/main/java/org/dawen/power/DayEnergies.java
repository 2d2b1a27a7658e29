package org.dawen.power;

import java.time.LocalDate;

/** The energy of a meter hour by hour, from {@code power.meter_day}. */
record DayEnergies(String meterCode, LocalDate dataDay, HourEnergies hours) {}
