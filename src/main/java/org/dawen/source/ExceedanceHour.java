package org.dawen.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.source.HourLimit.Letter;
import org.dawen.source.LimitInForce.Level;

/** An hour above the limit in force. */
@OfTable(
    name = "source.exceedance_hour",
    grain =
        "One row per outlet, pollutant and hour in which a judgeable mean was above the limit in"
            + " force.",
    layout = Layout.BY_YEAR,
    sources = {"source.outlet_hour"},
    warnings = {
      "Self-reported by the enterprise's device",
      "Changes when late or corrected packets arrive",
      "Provisional where the limit is not verified"
    })
public record ExceedanceHour(
    @Key String outletCode,
    @Key String pollutantCode,
    @Key LocalDateTime hourStart,
    @Day LocalDate dataDay,
    @Nullable String enterpriseCode,
    @Nullable String countyCode,
    @Digits(value = 20, scale = 10) BigDecimal judgedValue,
    @Nullable String unit,
    MeasuredValue.Basis valueBasis,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal limitValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal lowerLimitValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal timesOverLimit,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal excessMassKg,
    String limitId,
    Level limitLevel,
    Letter limitConfidence,
    boolean isProvisional,
    @Nullable Boolean previousHourComplies,
    @Nullable Boolean nextHourComplies,
    String fileId,
    long recordNo) {
  private static final int LAST_HOUR = 23;
  private static final int DECIMALS_OF_MASS = 6;

  /** The exceeding hours among those of an outlet's day. */
  static List<ExceedanceHour> among(List<OutletHour> hours) {
    record Key(String pollutantCode, LocalDateTime hourStart) {}
    Map<Key, Boolean> complies = new HashMap<>();
    hours.forEach(h -> complies.put(new Key(h.pollutantCode(), h.hourStart()), h.complies()));
    List<ExceedanceHour> exceeding = new ArrayList<>();
    for (OutletHour hour : hours) {
      if (hour.isAbove()) {
        String code = hour.pollutantCode();
        LocalDateTime start = hour.hourStart();
        exceeding.add(
            of(
                hour,
                start.getHour() == 0
                    ? null
                    : complies.getOrDefault(new Key(code, start.minusHours(1)), false),
                start.getHour() == LAST_HOUR
                    ? null
                    : complies.getOrDefault(new Key(code, start.plusHours(1)), false)));
      }
    }
    return exceeding;
  }

  /**
   * Of an hour above its limit.
   *
   * @param previousComplies the verdict on the hour before; one that is not there could not be
   *     judged; null: it lies on another day
   */
  private static ExceedanceHour of(
      OutletHour hour, Boolean previousComplies, Boolean nextComplies) {
    HourLimit limit = hour.limit();
    return new ExceedanceHour(
        hour.outletCode(),
        hour.pollutantCode(),
        hour.hourStart(),
        hour.dataDay(),
        hour.enterpriseCode(),
        hour.countyCode(),
        hour.judgedValue(),
        hour.unit(),
        hour.valueBasis(),
        limit.limitValue(),
        limit.lowerLimitValue(),
        hour.timesOverLimit(),
        excessMass(hour),
        limit.limitId(),
        limit.limitLevel(),
        limit.limitConfidence(),
        limit.isProvisional(),
        previousComplies,
        nextComplies,
        hour.receipt().fileId(),
        hour.receipt().recordNo());
  }

  /** Amount beyond the limit, Cou · (judged value − limit) / judged value; our definition. */
  private static BigDecimal excessMass(OutletHour hour) {
    BigDecimal mass = Units.massInKilograms(hour.pollutantCode(), hour.group().couValue());
    if (mass == null || hour.limit().lowerLimitValue() != null) {
      return null;
    }
    return mass.multiply(hour.judgedValue().subtract(hour.limit().limitValue()))
        .divide(hour.judgedValue(), DECIMALS_OF_MASS, RoundingMode.HALF_UP);
  }
}
