package org.dawen.source;

import java.util.List;
import org.dawen.registry.Outlet;
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
    List<Outlet> outlets = SourceRows.outlets(golden);
    if (outlets.isEmpty()) {
      outlets =
          SourceRows.outlets(
              "outlet_code,mn,medium,industry_code,zone_code,source_type", NEW_COAL_BOILER);
    }

    golden.expect(
        SourceRows.outletHours(
            SourceRows.received(golden),
            outlets,
            SourceRows.limits(golden),
            SourceRows.marks(golden)));
  }
}
