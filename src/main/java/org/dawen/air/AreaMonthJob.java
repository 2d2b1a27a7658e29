package org.dawen.air;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.Table;
import org.dawen.run.Job;
import org.dawen.run.JobInput;
import org.dawen.run.JobSpec;
import org.dawen.run.Reach;

/** Months, quarters and years to date of areas, and their ranks. */
public final class AreaMonthJob implements Job {

  @Override
  public JobSpec spec() {
    return JobSpec.writes(AreaTables.AREA_MONTH, AreaTables.RANKING_MONTH)
        .follows(AreaTables.AREA_DAY)
        .reach(Reach.monthsToDateAndNextYear())
        .settings(RulesAsOf.SETTING)
        .standards(
            "air_limits.csv",
            "air_validity.csv",
            "aqi_classes.csv",
            "aqi_reporting.csv",
            "composite_index.csv")
        .build();
  }

  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    RulesAsOf rulesAsOf = RulesAsOf.of(input.settings().text(RulesAsOf.SETTING));
    Dataset<Row> areaDays = input.read(AreaTables.AREA_DAY);
    Set<LocalDate> months = new HashSet<>(input.days().days());
    Set<LocalDate> withLastYear = new HashSet<>(months);
    months.forEach(m -> withLastYear.add(m.minusYears(1)));
    return Map.of(
        AreaTables.AREA_MONTH,
        AreaMonthRules.areaMonths(areaDays, months, rulesAsOf),
        AreaTables.RANKING_MONTH,
        RankingRules.rankings(
                AreaMonthRules.areaMonths(areaDays, withLastYear, rulesAsOf), rulesAsOf)
            .where(AreaTables.MONTH_START.col().isInCollection(months)));
  }
}
