package org.dawen.diesel;

import java.time.LocalDate;

/** That a rule found something of a vehicle on a day, from {@code diesel.anomaly}. */
record AnomalyDay(String vin, LocalDate dataDay, AnomalyRule ruleCode) {}
