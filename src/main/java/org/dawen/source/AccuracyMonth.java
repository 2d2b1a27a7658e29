package org.dawen.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.registry.Comparison;
import org.dawen.registry.County;
import org.dawen.registry.Outlet;

/** A month of an area's comparison tests (数据准确率): passed / due. */
@OfTable(
    name = "source.accuracy_month",
    grain =
        "One row per outlet, enterprise, county or city and month: comparison tests passed of those"
            + " due.",
    sources = {"registry.comparison", "registry.outlet", "registry.county"},
    warnings = {"The formula of the data accuracy rate was not found: passed / due is our choice"})
public record AccuracyMonth(
    @Key AreaLevel areaLevel,
    @Key String areaCode,
    @Key @Day LocalDate monthStart,
    long dueCount,
    long passedCount,
    @Nullable @Digits(value = 14, scale = 8) BigDecimal accuracyRatePercent) {

  private record Tests(long due, long passed) {
    Tests plus(Tests other) {
      return new Tests(due + other.due, passed + other.passed);
    }
  }

  /** Rows of a month, from its tests. */
  static List<AccuracyMonth> of(
      LocalDate month, List<Comparison> tests, OutletRegister outlets, List<County> counties) {
    AreaSums<Tests> sums = new AreaSums<>(counties, Tests::plus);
    for (Comparison test : tests) {
      Outlet outlet = outlets.on(test.outletCode(), test.testDay());
      sums.add(
          "",
          test.outletCode(),
          outlet == null ? null : outlet.enterpriseCode(),
          outlet == null ? null : outlet.countyCode(),
          new Tests(1, Boolean.TRUE.equals(test.passed()) ? 1 : 0));
    }
    List<AccuracyMonth> rows = new ArrayList<>();
    sums.sums()
        .forEach(
            (area, s) ->
                rows.add(
                    new AccuracyMonth(
                        area.level(),
                        area.code(),
                        month,
                        s.due,
                        s.passed,
                        AreaSums.percent(s.passed, s.due))));
    return rows;
  }
}
