package org.dawen.diesel;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.diesel.Retirement.SubjectKind;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Listed;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** How many machines or trucks were retired in a month and in the year so far. */
@OfTable(
    name = "diesel.retirement_month",
    grain =
        "One row per county and city, machines or trucks, and month from the first of a year with"
            + " any retirement to the last, where any was retired in the year or there is a target.",
    layout = Layout.BY_YEAR,
    sources = {
      "registry.machine",
      "registry.old_truck",
      "registry.retirement_target",
      "registry.county",
      "diesel.doubtful_retirement"
    },
    warnings = {
      "Computed from the registry of the night: a machine entered later changes the months from its day on",
      "A machine or truck counts once, on the first day on which it was retired, doubtful or not"
    })
public record RetirementMonth(
    @Key @Listed({"city", "county"}) String areaKind,
    @Key String areaCode,
    @Key SubjectKind subjectKind,
    @Key @Day LocalDate monthStart,
    int retiredCount,
    int retiredToDateCount,
    int scrappedToDateCount,
    int soldOutToDateCount,
    int rebuiltToDateCount,
    int doubtfulToDateCount,
    int outOfScopeToDateCount,
    Aim aim) {

  /** What is to be reached in the year; all null without a target. */
  record Aim(
      @Nullable Integer targetCount,
      @Nullable LocalDate dueOn,
      @Nullable @Digits(value = 12, scale = 4) BigDecimal targetDonePercent,
      @Nullable Integer targetLeftCount) {
    static final Aim NONE = new Aim(null, null, null, null);
  }
}
