package org.dawen.diesel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** What a screening rule found of a vehicle on a day. */
@OfTable(
    name = "diesel.anomaly",
    grain = "One row per vehicle, day, screening rule and begin of what it found.",
    layout = Layout.BY_YEAR,
    sources = {
      "diesel.vehicle_minute",
      "diesel.vehicle_day",
      "diesel.obd_info",
      "registry.vehicle"
    },
    warnings = {
      "Screening, not a verdict: thresholds are ours (jobs/nightly.yaml), none is law",
      "VINs in full: not for publication"
    })
public record Anomaly(
    @Key String vin,
    @Key @Day LocalDate dataDay,
    @Key AnomalyRule ruleCode,
    AnomalyClass anomalyClass,
    Span span,
    @Nullable Integer tripNo,
    @Nullable @Digits(value = 14, scale = 3) BigDecimal anomalyKm,
    Measured measured,
    Confidence confidence) {

  /** From when to when it was found. */
  record Span(@Key LocalDateTime fromAt, LocalDateTime toAt) {}

  /** What was held against the threshold, and further figures as {@code name=value; …}. */
  record Measured(
      @Nullable @Digits(value = 18, scale = 6) BigDecimal measuredValue,
      @Nullable @Digits(value = 18, scale = 6) BigDecimal thresholdValue,
      String unit,
      String figures) {
    private static final int DECIMALS = 6;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Rounds both numbers to what the table holds. */
    static Measured of(BigDecimal measured, BigDecimal threshold, String unit, String figures) {
      return new Measured(
          measured.setScale(DECIMALS, RoundingMode.HALF_UP),
          threshold.setScale(DECIMALS, RoundingMode.HALF_UP),
          unit,
          figures);
    }

    /** A fact, for which there is no threshold. */
    static Measured fact(BigDecimal measured, String unit, String figures) {
      return of(measured, BigDecimal.ZERO, unit, figures);
    }

    /** A share of whole numbers. */
    static Measured share(long part, long whole, BigDecimal threshold, String figures) {
      return of(
          BigDecimal.valueOf(part)
              .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP),
          threshold,
          "1",
          figures);
    }

    /** A fact, or at least twice the threshold. */
    boolean isPlain() {
      return thresholdValue.signum() == 0
          || measuredValue.compareTo(thresholdValue.multiply(TWO)) >= 0;
    }
  }

  /** How sure the screening is. */
  enum Confidence {
    /** A fact, or at least twice the threshold. */
    HIGH,
    /** Above the threshold. */
    MEDIUM,
    /** Quality of the data only. */
    LOW;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word in tables. */
    @Override
    public String toString() {
      return word;
    }
  }
}
