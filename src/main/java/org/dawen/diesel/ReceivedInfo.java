package org.dawen.diesel;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** What a file reports about a control unit on a day, from {@code received.obd_info}. */
record ReceivedInfo(
    String vin,
    LocalDate dataDay,
    LocalDateTime firstAt,
    LocalDateTime lastAt,
    InfoContent content) {}
