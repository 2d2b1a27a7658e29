package org.dawen.source;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * An hour of a factor as its packets say it, before it is judged.
 *
 * @param o2Percent oxygen of the hour with flag N and enough minutes; null: none
 * @param validMinutes null: no minutes were sent, or their interval cannot be told
 * @param abnormalMinuteRecords minute records that are not valid; 0 also if none were sent
 */
record FactorHour(
    String pollutantCode,
    LocalDateTime hourStart,
    Group group,
    BigDecimal o2Percent,
    Integer validMinutes,
    int abnormalMinuteRecords,
    Receipt receipt) {}
