package org.dawen.lead;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dawen.lake.DaySet;
import org.dawen.lake.TextOrder;
import org.dawen.registry.EnforcementCase;
import org.dawen.registry.Inspection;
import org.dawen.registry.WorkOrder;

/**
 * What became of leads, by county and month. All shares are ours: no official formula was found.
 */
final class CountyMonths {
  private static final String ALL_COUNTIES = "*";
  private static final String UNKNOWN = "?";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int SHARE_DECIMALS = 10;
  private static final int TARGET_DECIMALS = 3;

  private final Enterprises enterprises;
  private final int dueWithinDays;
  private final BigDecimal targetPercent;

  /**
   * By which rules.
   *
   * @param dueWithinDays due so many days after opening, where no due day was named
   */
  CountyMonths(Enterprises enterprises, int dueWithinDays, BigDecimal targetPercent) {
    this.enterprises = enterprises;
    this.dueWithinDays = dueWithinDays;
    this.targetPercent = targetPercent.setScale(TARGET_DECIMALS, RoundingMode.HALF_UP);
  }

  private static final class Counts {
    private int due;
    private int inTime;
    private int cases;
    private int offSite;
    private int inspections;
    private int offSiteInspections;
    private int leadInspections;
  }

  /**
   * The rows of some months. A work order belongs to the month in which it is due, and is closed in
   * time if it was closed by that day. A case and a check belong to the month of their day; a check
   * opened from a lead counts as off site, because what was found was found from afar.
   *
   * @param months first days of the months
   */
  List<CountyMonth> of(
      List<WorkOrder> orders,
      List<EnforcementCase> cases,
      List<Inspection> inspections,
      DaySet months) {
    Map<LocalDate, Map<String, Counts>> counts = new TreeMap<>();
    for (WorkOrder order : orders) {
      LocalDate due =
          order.dueDay() == null ? order.openedDay().plusDays(dueWithinDays) : order.dueDay();
      boolean isInTime = order.closedDay() != null && !order.closedDay().isAfter(due);
      String county = enterprises.county(LeadId.of(order.leadId()).enterprise());
      for (Counts c : counts(counts, due, county == null ? UNKNOWN : county)) {
        c.due++;
        c.inTime += isInTime ? 1 : 0;
      }
    }
    for (EnforcementCase one : cases) {
      for (Counts c : counts(counts, one.caseDay(), one.countyCode())) {
        c.cases++;
        c.offSite += one.isOffSite() ? 1 : 0;
      }
    }
    for (Inspection one : inspections) {
      for (Counts c : counts(counts, one.inspectedOn(), one.countyCode())) {
        c.inspections++;
        c.offSiteInspections += one.isOffSite() || one.leadId() != null ? 1 : 0;
        c.leadInspections += one.leadId() != null ? 1 : 0;
      }
    }
    List<CountyMonth> rows = new ArrayList<>();
    counts.forEach(
        (month, ofMonth) -> {
          if (months.contains(month)) {
            ofMonth.forEach((county, c) -> rows.add(row(month, county, c)));
          }
        });
    return rows;
  }

  /** Those of the county and those of all. */
  private static List<Counts> counts(
      Map<LocalDate, Map<String, Counts>> counts, LocalDate day, String county) {
    Map<String, Counts> ofMonth =
        counts.computeIfAbsent(day.withDayOfMonth(1), m -> new TreeMap<>(TextOrder::compare));
    return List.of(
        ofMonth.computeIfAbsent(county, c -> new Counts()),
        ofMonth.computeIfAbsent(ALL_COUNTIES, c -> new Counts()));
  }

  private CountyMonth row(LocalDate month, String county, Counts c) {
    return new CountyMonth(
        county,
        month,
        c.due,
        c.inTime,
        share(c.inTime, c.due),
        c.cases,
        c.offSite,
        share(c.offSite, c.cases),
        targetPercent,
        isTargetMet(c.offSite, c.cases),
        c.inspections,
        c.offSiteInspections,
        c.leadInspections,
        share(c.offSiteInspections, c.inspections),
        isTargetMet(c.offSiteInspections, c.inspections));
  }

  /** Compared as whole numbers, for a share is rounded; null: of nothing. */
  private Boolean isTargetMet(int part, int whole) {
    return whole == 0
        ? null
        : BigDecimal.valueOf(100L * part)
                .compareTo(targetPercent.multiply(BigDecimal.valueOf(whole)))
            >= 0;
  }

  /** In per cent; null: of nothing. */
  private static BigDecimal share(int part, int whole) {
    return whole == 0
        ? null
        : BigDecimal.valueOf(part)
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(whole), SHARE_DECIMALS, RoundingMode.HALF_UP);
  }
}
