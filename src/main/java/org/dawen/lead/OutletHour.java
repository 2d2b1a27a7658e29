package org.dawen.lead;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/** An hour of an outlet and pollutant, from {@code source.outlet_hour}. */
record OutletHour(
    String outletCode,
    String pollutantCode,
    LocalDateTime hourStart,
    LocalDate dataDay,
    @Nullable String enterpriseCode,
    @Nullable String medium,
    @Nullable String unit,
    @Nullable String dataFlag,
    @Nullable String markKind,
    boolean isJudgeable,
    @Nullable @Digits(value = 20, scale = 10) BigDecimal judgedValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal limitValue,
    @Nullable Boolean isProvisional,
    @Nullable Boolean isAboveLimit) {

  LocalDateTime hourEnd() {
    return hourStart.plusHours(1);
  }
}
