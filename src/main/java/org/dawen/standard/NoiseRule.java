package org.dawen.standard;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A dated rule of how ambient noise is evaluated, {@code standards/noise_rules.csv}.
 *
 * @param name which
 * @param value as the row has it, a number or a word
 */
public record NoiseRule(Name name, String value, Provision provision)
    implements Dated, Serializable {
  /** The table, below {@code standards/}. */
  public static final String FILE = "noise_rules.csv";

  /** What is ruled. */
  public enum Name {
    /** Hour of the clock at which the day begins. */
    DAY_STARTS_HOUR,
    /** Hour of the clock at which the night begins. */
    NIGHT_STARTS_HOUR,
    /** Which night belongs to a date, a {@link NightConvention}. */
    NIGHT_OF_DAY,
    /** Minutes an hour must have. */
    FEWEST_MINUTES,
    /** Hours a day level must have. */
    FEWEST_DAY_HOURS,
    /** Hours a night level must have. */
    FEWEST_NIGHT_HOURS,
    /** Wind in m/s above which an hour is left out. */
    MOST_WIND,
    /** Precipitation in mm above which an hour is left out. */
    MOST_RAIN,
    /** Decibels by which a sudden noise at night may exceed the limit. */
    NIGHT_PEAK_ABOVE,
    /** Decimals of a level as it is judged. */
    JUDGED_DECIMALS,
    /** Decimals of a rate of compliance in percent. */
    RATE_DECIMALS
  }

  /** Which hours of night belong to a date. */
  public enum NightConvention {
    /** Those of the calendar date: its first six hours and its last two. */
    SAME_DATE,
    /** One night: the last two hours of the date and the first six of the next. */
    NEXT_MORNING;

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final List<NoiseRule> ALL =
      StandardTable.read(
          FILE,
          row ->
              new NoiseRule(
                  row.word("rule", w -> Name.valueOf(w.toUpperCase(Locale.ROOT))),
                  row.text("value"),
                  row.provision()),
          "rule");

  /**
   * The rule in force on a data day.
   *
   * @throws IllegalArgumentException if none is
   */
  public static NoiseRule inForce(Name name, LocalDate dataDay) {
    return Dated.inForce(ALL, dataDay, r -> r.name == name)
        .orElseThrow(() -> Dated.none("rule " + name + " of noise", dataDay, FILE));
  }

  /** The number of the rule in force. */
  public static BigDecimal number(Name name, LocalDate dataDay) {
    return new BigDecimal(inForce(name, dataDay).value);
  }

  /** The whole number of the rule in force. */
  public static int whole(Name name, LocalDate dataDay) {
    return Integer.parseInt(inForce(name, dataDay).value);
  }

  /** The night that judges on a data day. */
  public static NightConvention night(LocalDate dataDay) {
    return NightConvention.valueOf(
        inForce(Name.NIGHT_OF_DAY, dataDay).value.toUpperCase(Locale.ROOT));
  }
}
