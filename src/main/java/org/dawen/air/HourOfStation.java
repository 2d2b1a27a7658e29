package org.dawen.air;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** What a profile needs of a station's hour, from {@code air.station_hour}. */
record HourOfStation(
    String stationCode, LocalDateTime hourStart, LocalDate dataDay, HourValues values) {}
