package org.dawen.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dawen.lake.TestRows;
import org.dawen.run.Settings;
import org.junit.jupiter.api.Test;

/**
 * Four years of a real turbine as hours of stacks, under four limits from one it mostly exceeds to
 * one it never reaches: the rules together flag at most one outlet-day in a hundred. Recording: UCI
 * 551, see src/test/resources/source/README.md.
 */
class CleanSeriesTest {
  private static final LocalDateTime FIRST = LocalDateTime.of(2021, 1, 1, 0, 0);
  private static final Path HOME = Path.of(System.getProperty("dawen.home", "."));

  @Test
  void atMostOneOutletDayInAHundredOfACleanSeriesIsSuspect() {
    List<HourOfOutlet> hours = new ArrayList<>();
    for (Map<String, String> row : TestRows.csv("/source/gas_turbine_nox_co.csv.gz")) {
      LocalDateTime at = FIRST.plusHours(Long.parseLong(row.get("hour_no")));
      for (int limit : List.of(50, 75, 100, 120)) {
        hours.add(hour("T" + limit, "a21002", at, row.get("nox_mg_m3"), limit));
        hours.add(hour("T" + limit, "a21005", at, row.get("co_mg_m3"), limit));
      }
    }
    List<SuspectSeries> suspects =
        SourceRows.suspects(
            hours, SuspectThresholds.of(Settings.read(HOME.resolve("jobs/nightly.yaml"))));
    long outletDays = hours.stream().map(h -> h.outletCode() + h.dataDay()).distinct().count();
    long suspectDays = suspects.stream().map(s -> s.outletCode() + s.dataDay()).distinct().count();

    // 36,733 hours are 1,530 whole days and 13 hours, of four outlets.
    assertThat(outletDays).isEqualTo(4 * 1531);
    // The recording stands still for days on end now and then, so that "none" would prove nothing.
    assertThat(suspectDays).isPositive();
    assertThat(suspectDays * 100)
        .as("%d suspect of %d outlet-days: %s", suspectDays, outletDays, suspects)
        .isLessThanOrEqualTo(outletDays);
  }

  private static HourOfOutlet hour(
      String outlet, String code, LocalDateTime at, String mean, int limit) {
    Map<String, String> cells =
        Map.of(
            "outlet_code",
            outlet,
            "pollutant_code",
            code,
            "hour_start",
            at.toString(),
            "data_day",
            at.toLocalDate().toString(),
            "avg_value",
            mean,
            "judged_value",
            mean,
            "data_flag",
            "N",
            "is_judgeable",
            "true",
            "limit_value",
            String.valueOf(limit),
            "limit_id",
            "P");
    return TestRows.records(HourOfOutlet.class, List.of(cells)).get(0);
  }
}
