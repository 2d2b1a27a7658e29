package org.dawen.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dawen.lake.Nullable;
import org.dawen.registry.County;
import org.dawen.registry.Medium;
import org.dawen.registry.Outlet;

/**
 * Outlet-days on which no judged hour and no judged day mean was outside its limit, of those on
 * which anything was judged; and the same by the verdicts alone whose limits are verified.
 */
final class Compliance {
  private final OutletRegister outlets;
  private final List<County> counties;

  Compliance(OutletRegister outlets, List<County> counties) {
    this.outlets = outlets;
    this.counties = counties;
  }

  private record OutletDayKey(
      String outlet, String enterprise, String county, Medium medium, LocalDate day) {}

  /**
   * The verdicts of an outlet's pollutants on a day taken together.
   *
   * @param confirmed null: no verified limit judged
   */
  private record Verdict(boolean complies, boolean isProvisional, Boolean confirmed) {
    static Verdict of(JudgedDay day) {
      return new Verdict(
          day.isCompliant(), Boolean.TRUE.equals(day.isProvisional()), day.isCompliantConfirmed());
    }

    Verdict and(Verdict other) {
      Boolean both =
          confirmed == null || other.confirmed == null
              ? confirmed == null ? other.confirmed : confirmed
              : Boolean.valueOf(confirmed && other.confirmed);
      return new Verdict(complies && other.complies, isProvisional || other.isProvisional, both);
    }
  }

  private record PlantMonth(String group, String outlet, String enterprise, String county) {}

  private record Days(
      long outlets,
      long judged,
      long compliant,
      long provisional,
      long confirmedJudged,
      long confirmedCompliant) {
    static Days of(Verdict verdict) {
      return new Days(
          1,
          1,
          verdict.complies ? 1 : 0,
          verdict.isProvisional ? 1 : 0,
          verdict.confirmed == null ? 0 : 1,
          Boolean.TRUE.equals(verdict.confirmed) ? 1 : 0);
    }

    /** Of the same outlet. */
    Days andDays(Days other) {
      return plus(other, 1);
    }

    /** Of another outlet. */
    Days andOutlets(Days other) {
      return plus(other, outlets + other.outlets);
    }

    private Days plus(Days other, long newOutlets) {
      return new Days(
          newOutlets,
          judged + other.judged,
          compliant + other.compliant,
          provisional + other.provisional,
          confirmedJudged + other.confirmedJudged,
          confirmedCompliant + other.confirmedCompliant);
    }
  }

  /** Rows of a month, from the days of all pollutants. */
  List<ComplianceMonth> of(LocalDate month, List<JudgedDay> days) {
    Map<OutletDayKey, Verdict> verdicts = new HashMap<>();
    for (JudgedDay day : days) {
      if (day.isCompliant() != null) {
        verdicts.merge(
            new OutletDayKey(
                day.outletCode(),
                day.enterpriseCode(),
                day.countyCode(),
                day.medium(),
                day.dataDay()),
            Verdict.of(day),
            Verdict::and);
      }
    }
    Map<PlantMonth, Days> months = new HashMap<>();
    verdicts.forEach(
        (key, verdict) ->
            months.merge(
                new PlantMonth(plantGroup(key), key.outlet, key.enterprise, key.county),
                Days.of(verdict),
                Days::andDays));
    AreaSums<Days> sums = new AreaSums<>(counties, Days::andOutlets);
    months.forEach((p, d) -> sums.add(p.group, p.outlet, p.enterprise, p.county, d));
    List<ComplianceMonth> rows = new ArrayList<>();
    sums.sums().forEach((area, d) -> rows.add(row(area, month, d)));
    return rows;
  }

  /** Kinds of plants by GB/T 4754-2017; 4417 is biomass power, which waste incinerators report. */
  private String plantGroup(OutletDayKey key) {
    Outlet outlet = outlets.on(key.outlet, key.day);
    String industry = outlet == null || outlet.industryCode() == null ? "" : outlet.industryCode();
    return switch (industry) {
      case "4620" -> "sewage_plant";
      case "4411", "4412" -> "power";
      case "3011" -> "cement";
      case "4417", "7723" -> "waste_incineration";
      default -> key.medium == Medium.WATER ? "other_water" : "other_gas";
    };
  }

  private static ComplianceMonth row(AreaSums.Area area, LocalDate month, Days d) {
    return new ComplianceMonth(
        area.group(),
        area.level(),
        area.code(),
        month,
        d.outlets,
        d.judged,
        d.compliant,
        d.provisional,
        AreaSums.percent(d.compliant, d.judged),
        d.confirmedJudged,
        d.confirmedCompliant,
        AreaSums.percent(d.confirmedCompliant, d.confirmedJudged));
  }

  /** What compliance needs of a pollutant's day, from {@code source.outlet_day}. */
  record JudgedDay(
      String outletCode,
      LocalDate dataDay,
      @Nullable String enterpriseCode,
      @Nullable String countyCode,
      @Nullable Medium medium,
      @Nullable Boolean isCompliant,
      @Nullable Boolean isCompliantConfirmed,
      @Nullable Boolean isProvisional) {}
}
