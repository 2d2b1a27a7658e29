package org.dawen.waste;

import java.time.LocalDate;
import java.util.List;
import org.dawen.registry.WasteUnit;
import org.dawen.standard.WasteRules;

/** What the registry says of one unit, on any day. */
record Units(List<WasteUnit> rows) {
  /** No approval is for longer; a slip must not end in a day that no column of days holds. */
  private static final int MOST_APPROVED_MONTHS = 1200;

  /** The row that holds on a day; null: the unit is not registered then. */
  WasteUnit on(LocalDate day) {
    return rows.stream().filter(u -> u.period().holdsOn(day)).findFirst().orElse(null);
  }

  /** County; null: not registered, or not given. */
  String county(LocalDate day) {
    WasteUnit unit = on(day);
    return unit == null ? null : unit.countyCode();
  }

  /** The law binds holders of a permit (art. 81); others are looked at. */
  Finding.Force forceOfStorage(LocalDate day) {
    WasteUnit unit = on(day);
    return unit != null && unit.holdsPermit() ? Finding.Force.BINDING : Finding.Force.SCREENING;
  }

  /** Last day on which what came in on a day may be in store. */
  LocalDate keepUntil(LocalDate since) {
    Integer approved = approvedMonths(since);
    return since.plusMonths(
        approved == null
            ? rule(since).value().longValueExact()
            : Math.min(approved, MOST_APPROVED_MONTHS));
  }

  /**
   * True if the period of storage is neither approved nor read in the law.
   *
   * @param since day since which it has been in store
   * @param end day on which it left, or the last one known: the law of that day holds
   */
  boolean isStorageProvisional(LocalDate since, LocalDate end) {
    return approvedMonths(since) == null && rule(end).isProvisional();
  }

  private static WasteRules.Rule rule(LocalDate since) {
    return WasteRules.inForce(WasteRules.STORAGE_MONTHS, since);
  }

  private Integer approvedMonths(LocalDate since) {
    WasteUnit unit = on(since);
    return unit == null ? null : unit.approvedStorageMonths();
  }
}
