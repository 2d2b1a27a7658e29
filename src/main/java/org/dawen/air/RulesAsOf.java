package org.dawen.air;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.dawen.lake.Trouble;
import org.dawen.standard.AirLimit;
import org.dawen.standard.AirLimits;
import org.dawen.standard.AirPollutant;
import org.dawen.standard.AirRuleSet;
import org.dawen.standard.AirValidity;
import org.dawen.standard.AveragingPeriod;
import org.dawen.standard.CompositeIndex;
import org.dawen.standard.Provision;

/**
 * By the rules of which day a data day is judged: its own, or one day fixed by a setting, as for
 * comparing years under one standard.
 */
final class RulesAsOf implements Serializable {
  private static final long serialVersionUID = 1L;

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
      throw Trouble.usage(
          "The setting '%s' is '%s', which is no day.".formatted(SETTING, text),
          "Write data_day, or a day such as 2026-03-01.",
          e);
    }
    if (AirRuleSet.inForce(day) == null) {
      throw Trouble.usage(
          "The setting '%s' is '%s', but no rules of the index are in force that day."
              .formatted(SETTING, text),
          "Write data_day, or a day from %s on.".formatted(AirRuleSet.all().get(0).validFrom()));
    }
    return new RulesAsOf(day);
  }

  /** The day whose rules judge a data day. */
  Column dayFor(Column dataDay) {
    return fixedDay == null ? dataDay : lit(fixedDay);
  }

  /** As {@link #dayFor(Column)}, of a day. */
  LocalDate dayFor(LocalDate dataDay) {
    return fixedDay == null ? dataDay : fixedDay;
  }

  /** A requirement of validity in force for a data day; null where there is none. */
  Column requirement(AirPollutant pollutant, String statistic, String requirement, Column dataDay) {
    return inForce(
        AirValidity.all().stream()
            .filter(r -> r.statistic().equals(statistic) && r.requirement().equals(requirement))
            .filter(r -> r.pollutantCodes().contains(pollutant.name()))
            .map(r -> Map.entry(r.provision(), r.value()))
            .toList(),
        dataDay);
  }

  /** The grade-2 limit in force for a data day, GB 3095 table 1; null where there is none. */
  Column gradeTwoLimit(AirPollutant pollutant, AveragingPeriod period, Column dataDay) {
    return inForce(
        AirLimits.all().stream()
            .filter(l -> l.pollutantCode().equals(pollutant.name()))
            .filter(l -> l.period() == period && l.grade() == 2)
            .map(l -> Map.entry(l.provision(), l.limitValue()))
            .toList(),
        dataDay);
  }

  /**
   * By how much the figure of a pollutant changes the composite index by 1: limit by weight, {@code
   * standards/composite_index.csv}; null where none is in force.
   */
  Column concentrationPerIndex(AirPollutant pollutant, Column dataDay) {
    Column day = dayFor(dataDay);
    Column value = lit(null).cast("decimal(18,8)");
    for (CompositeIndex.Term term : CompositeIndex.allTerms()) {
      if (term.pollutant() != pollutant) {
        continue;
      }
      for (AirLimit limit : AirLimits.all()) {
        if (limit.pollutantCode().equals(pollutant.name())
            && limit.period() == term.limitPeriod()
            && limit.grade() == term.limitGrade()) {
          BigDecimal quotient = limit.limitValue().divide(term.weight(), 8, RoundingMode.HALF_UP);
          value =
              when(
                      holds(term.provision(), day).and(holds(limit.provision(), day)),
                      lit(quotient).cast("decimal(18,8)"))
                  .otherwise(value);
        }
      }
    }
    return value;
  }

  private static Column holds(Provision provision, Column day) {
    Column from = day.geq(lit(provision.validFrom()));
    return provision.validTo() == null ? from : from.and(day.leq(lit(provision.validTo())));
  }

  private Column inForce(List<Map.Entry<Provision, BigDecimal>> dated, Column dataDay) {
    Column day = dayFor(dataDay);
    Column value = lit(null).cast("decimal(12,6)");
    for (Map.Entry<Provision, BigDecimal> entry : dated) {
      Provision provision = entry.getKey();
      value =
          when(holds(provision, day), lit(entry.getValue()).cast("decimal(12,6)")).otherwise(value);
    }
    return value;
  }
}
