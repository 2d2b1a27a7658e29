package org.dawen.power;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.registry.MeterRole;

/** A day of a registered meter, of which it may have sent nothing. */
@OfTable(
    name = "power.meter_day",
    grain =
        "One row per registered meter and day on which any meter sent data: energy by hour,"
            + " coverage, and how a treatment unit ran beside production.",
    layout = Layout.BY_YEAR,
    sources = {"power.meter_interval", "registry.meter"},
    warnings = "When production is on and treatment off are screening thresholds of ours")
public record MeterDay(
    @Key String meterCode,
    @Key @Day LocalDate dataDay,
    String enterpriseCode,
    @Nullable MeterRole role,
    @Nullable String facilityCode,
    @Nullable @Digits(value = 12, scale = 3) BigDecimal ratedKw,
    int intervalCount,
    @Nullable LocalDateTime lastIntervalEnd,
    @Digits(value = 9, scale = 4) BigDecimal dayCoveragePercent,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal dayEnergyKwh,
    HourEnergies hours,
    BesideProduction besideProduction) {

  /** How the unit of a treatment meter ran while production was on; else all null. */
  record BesideProduction(
      @Nullable @Digits(value = 12, scale = 6) BigDecimal productionOnMinutes,
      @Nullable @Digits(value = 12, scale = 6) BigDecimal treatmentOnMinutes,
      @Nullable @Digits(value = 18, scale = 8) BigDecimal loadRatio,
      @Nullable @Digits(value = 18, scale = 8) BigDecimal lowestHourLoadRatio,
      @Nullable @Digits(value = 18, scale = 4) BigDecimal treatmentMeanKw) {
    static final BesideProduction NONE = new BesideProduction(null, null, null, null, null);

    static BesideProduction of(DayProfiles.Together together) {
      return together == null
          ? NONE
          : new BesideProduction(
              Units.minutes(together.productionOnSeconds()),
              Units.minutes(together.treatmentOnSeconds()),
              Units.ratio(together.ratio()),
              Units.ratio(together.lowestHour()),
              Units.power(together.meanPower()));
    }
  }
}
