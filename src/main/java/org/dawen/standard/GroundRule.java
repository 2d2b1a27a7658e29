package org.dawen.standard;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** A dated rule of how ground water is evaluated, {@code standards/ground_rules.csv}. */
public record GroundRule(Name name, String value, Provision provision)
    implements Dated, Serializable {
  /** The table, below {@code standards/}. */
  public static final String FILE = "ground_rules.csv";

  /** What is ruled. */
  public enum Name {
    /** What the class of a year is that of: {@code mean_of_samples}. */
    YEAR_VALUE,
    /** Share of its limit of detection as which a value below it counts in a mean. */
    NON_DETECT_SHARE
  }

  private static final List<GroundRule> ALL =
      StandardTable.read(
          FILE,
          row ->
              new GroundRule(
                  row.word("rule", w -> Name.valueOf(w.toUpperCase(Locale.ROOT))),
                  row.text("value"),
                  row.provision()),
          "rule");

  /**
   * The rule in force on a data day.
   *
   * @throws IllegalArgumentException if none is
   */
  public static GroundRule inForce(Name name, LocalDate dataDay) {
    return Dated.inForce(ALL, dataDay, r -> r.name == name)
        .orElseThrow(() -> Dated.none("rule " + name + " of ground water", dataDay, FILE));
  }

  /** The number of the rule in force. */
  public static BigDecimal number(Name name, LocalDate dataDay) {
    return new BigDecimal(inForce(name, dataDay).value);
  }
}
