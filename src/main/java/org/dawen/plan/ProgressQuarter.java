package org.dawen.plan;

import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Key;
import org.dawen.lake.OfTable;

/**
 * How a number of the work plan stands by the last day of a quarter that has data (measure 43).
 *
 * @param asOfDay that day
 */
@OfTable(
    name = "plan.progress_quarter",
    grain =
        "One row per number of the work plan and quarter: how it stands by the quarter's last day"
            + " that has data.",
    sources = "plan.progress_day",
    warnings = {
      "An open quarter tells about the days so far",
      "At risk is arithmetic of ours (docs/methods/plan.md), not a finding"
    })
record ProgressQuarter(
    @Key String targetId, @Key @Day LocalDate quarterStart, LocalDate asOfDay, Progress progress) {}
