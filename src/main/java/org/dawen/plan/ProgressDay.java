package org.dawen.plan;

import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.OfTable;

/** How a number of the work plan stands by the end of a day. */
@OfTable(
    name = "plan.progress_day",
    grain =
        "One row per number of the work plan and day with data of air or outlets: how it stands"
            + " by the end of that day.",
    layout = Layout.BY_YEAR,
    sources = {
      "registry.plan_target",
      "registry.plan_entry",
      "air.area_day",
      "air.area_month",
      "air.ranking_month",
      "water.area_month",
      "water.area_year",
      "pool.entry",
      "source.compliance_month",
      "source.transmission_month",
      "source.accuracy_month",
      "lead.county_month",
      "noise.zone_month",
      "waste.stock_day",
      "waste.manifest",
      "enforce.letter_day",
      "enforce.draw",
      "diesel.retirement_month",
      "ground.plot_year",
      "ground.point_year"
    },
    warnings = {
      "Rows of a month count from the last day of that month on, rows of a year (ground.*) all year"
          + " as they are known now",
      "At risk is arithmetic of ours (docs/methods/plan.md), not a finding"
    })
record ProgressDay(@Key String targetId, @Key @Day LocalDate dataDay, Progress progress) {}
