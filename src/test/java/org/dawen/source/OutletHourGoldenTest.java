package org.dawen.source;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.intake.ReceivedTables;
import org.dawen.registry.RegistryTables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutletHourGoldenTest {
  private static final String NEW_COAL_BOILER = "O1,M1,gas,4412,key,coal_boiler_new";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "at-the-limit",
        "precedence",
        "standards-fallback",
        "industries",
        "limit-changes-in-mid-month",
        "marks",
        "flags-and-values",
        "oxygen",
        "split-parts",
        "revisions",
        "empty-again",
        "ph-range",
        "day-limit-screening",
        "change-of-device",
        "units",
        "minutes",
        "water-temperature"
      })
  void outletHoursAreAsWorkedOutByHand(String name) {
    GoldenCase golden = new GoldenCase("source.outlet_hour", name);
    Dataset<Row> outlets = golden.given("outlet", RegistryTables.OUTLET, OutletHours.USUAL_OUTLET);
    if (outlets.isEmpty()) {
      outlets =
          OutletHours.outlets(
              "outlet_code,mn,medium,industry_code,zone_code,source_type", NEW_COAL_BOILER);
    }

    Dataset<Row> hours =
        OutletHourRules.outletHours(
            OutletHours.withDay(
                golden.given("hj212", ReceivedTables.HJ212, OutletHours.USUAL_GROUP)),
            outlets,
            golden.given("limit", RegistryTables.LIMIT, OutletHours.USUAL_LIMIT),
            golden.given("mark", RegistryTables.MARK, OutletHours.USUAL_MARK),
            OutletHours.MARCH);

    golden.expect(SourceTables.OUTLET_HOUR, hours);
  }
}
