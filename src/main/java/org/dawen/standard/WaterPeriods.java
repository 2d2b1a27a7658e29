package org.dawen.standard;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** What a night, a month and a year of surface water are, {@code standards/water_periods.csv}. */
public final class WaterPeriods {
  /** The table, below {@code standards/}. */
  public static final String FILE = "water_periods.csv";

  /** A row of the table; its number is null where its value is a word. */
  private record Requirement(
      String period, String name, String value, BigDecimal number, Provision provision)
      implements Serializable {}

  private WaterPeriods() {}

  /** Whether a time lies at night: from 22:00 on or before 6:00 of its civil day. */
  public static boolean isNight(LocalDateTime time) {
    LocalDate day = time.toLocalDate();
    return time.getHour() >= number("night", "starts_hour", day).intValueExact()
        || time.getHour() < number("night", "ends_hour", day).intValueExact();
  }

  /** Whether a month is the mean of its day means; else it is the mean of its values. */
  public static boolean isMonthOfDayMeans(LocalDate dataDay) {
    return inForce("month", "mean", dataDay).value.equals("mean_of_day_means");
  }

  /** The share of its limit of detection that a value below it counts as. */
  public static BigDecimal nonDetectShare(LocalDate dataDay) {
    return number("month", "non_detect_share", dataDay);
  }

  /** A month of automatic values on fewer days is named. */
  public static int fewDays(LocalDate dataDay) {
    return number("month", "few_days", dataDay).intValueExact();
  }

  /** So many months on a manual result fills the index of a section. */
  public static int manualValidMonths(LocalDate dataDay) {
    return number("month", "manual_valid_months", dataDay).intValueExact();
  }

  /** How well the definition of a mean is known. */
  public static Confidence confidenceOfMean(WaterPurpose period, LocalDate dataDay) {
    return provisionOfMean(period, dataDay).confidence();
  }

  /** The provision that says what the mean of a month or year is. */
  static Provision provisionOfMean(WaterPurpose period, LocalDate dataDay) {
    return inForce(period == WaterPurpose.YEAR ? "year" : "month", "mean", dataDay).provision;
  }

  private static BigDecimal number(String period, String name, LocalDate dataDay) {
    return inForce(period, name, dataDay).number;
  }

  private static Requirement inForce(String period, String name, LocalDate dataDay) {
    for (Requirement row : Loaded.ALL) {
      if (row.period.equals(period) && row.name.equals(name) && row.provision.isInForce(dataDay)) {
        return row;
      }
    }
    throw new IllegalArgumentException(
        "No %s of a %s is in force on %s. See standards/%s."
            .formatted(name, period, dataDay, FILE));
  }

  /** Reads the table on first use. */
  private static final class Loaded {
    static final List<Requirement> ALL =
        StandardTable.read(FILE).requireDisjointPeriods("period", "requirement").rows().stream()
            .map(Loaded::requirement)
            .toList();

    private static Requirement requirement(StandardRow row) {
      boolean isNumber = Character.isDigit(row.text("value").charAt(0));
      return new Requirement(
          row.text("period"),
          row.text("requirement"),
          row.text("value"),
          isNumber ? row.decimal("value") : null,
          row.provision());
    }
  }
}
