package org.dawen.air;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.dawen.lake.Trouble;
import org.dawen.standard.AirLimit;
import org.dawen.standard.AirPollutant;
import org.dawen.standard.AirRuleSet;
import org.dawen.standard.CompositeIndex;
import org.dawen.standard.Dated;

/**
 * By the rules of which day a data day is judged: its own, or one day fixed by a setting, as for
 * comparing years under one standard.
 */
final class RulesAsOf {
  /** {@code data_day}, or a day such as {@code 2026-03-01} whose rules judge every day. */
  static final String SETTING = "air.rules_as_of";

  static final RulesAsOf DATA_DAY = new RulesAsOf(null);

  private final LocalDate fixedDay;

  private RulesAsOf(LocalDate fixedDay) {
    this.fixedDay = fixedDay;
  }

  /** Reads the setting; text that is neither a day nor {@code data_day} is the operator's error. */
  static RulesAsOf of(String text) {
    if (text.equals("data_day")) {
      return DATA_DAY;
    }
    LocalDate day;
    try {
      day = LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw Trouble.usage(e, "settings.rules-no-date", SETTING, text);
    }
    if (AirRuleSet.inForce(day) == null) {
      throw Trouble.usage("settings.no-rules", SETTING, text, AirRuleSet.all().get(0).validFrom());
    }
    return new RulesAsOf(day);
  }

  /** The day whose rules judge a data day. */
  LocalDate dayFor(LocalDate dataDay) {
    return fixedDay == null ? dataDay : fixedDay;
  }

  /**
   * By how much the figure of a pollutant changes the composite index by 1: limit by weight, {@code
   * standards/composite_index.csv}; null where none is in force.
   */
  BigDecimal concentrationPerIndex(AirPollutant pollutant, LocalDate dataDay) {
    LocalDate day = dayFor(dataDay);
    return Dated.inForce(CompositeIndex.allTerms(), day, t -> t.pollutant() == pollutant)
        .flatMap(
            t ->
                AirLimit.find(pollutant.name(), t.limitPeriod(), t.limitGrade(), day)
                    .map(l -> l.limitValue().divide(t.weight(), 8, RoundingMode.HALF_UP)))
        .orElse(null);
  }
}
