package org.dawen.standard;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The dated rules of hazardous waste (危险废物): how long it may be stored, classes of management. */
public final class WasteRules {
  /** Months a holder of a permit may store waste. */
  public static final String STORAGE_MONTHS = "storage_months";

  /** From how many t a year on a unit is under key management (重点监管). */
  public static final String KEY_CLASS = "key_class_t";

  /** From how many t a year on a unit is under simplified management (简化管理). */
  public static final String SIMPLIFIED_CLASS = "simplified_class_t";

  /** The file to declare as a standard of a job. */
  public static final String FILE = "waste_rules.csv";

  private WasteRules() {}

  /**
   * One rule.
   *
   * @param rule which, one of the constants
   * @param value in {@code unit}
   * @param unit months or t
   * @param provision where it comes from and when it holds
   */
  public record Rule(String rule, BigDecimal value, String unit, Provision provision)
      implements Dated, Serializable {
    /** True if the number is not verified, so that what rests on it is provisional. */
    public boolean isProvisional() {
      return provision.confidence() != Confidence.VERIFIED;
    }
  }

  private static final List<Rule> RULES =
      StandardTable.read(
          FILE,
          row ->
              new Rule(row.text("rule"), row.decimal("value"), row.text("unit"), row.provision()),
          "rule");

  /**
   * The rule in force on a day.
   *
   * @throws IllegalArgumentException if none is
   */
  public static Rule inForce(String rule, LocalDate day) {
    return Dated.inForce(RULES, day, r -> r.rule().equals(rule))
        .orElseThrow(() -> Dated.none(rule, day, FILE));
  }
}
