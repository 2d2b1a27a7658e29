package org.dawen.diesel;

import java.util.List;
import java.util.Map;
import org.dawen.diesel.InfoScreen.ToldInfo;
import org.dawen.lake.DaySet;
import org.dawen.lake.Table;
import org.dawen.lake.TestRows;
import org.dawen.registry.Vehicle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases worked out by hand under {@code golden/diesel.anomaly}; {@code case.md} tells how. */
class DieselGoldenTest {
  @ParameterizedTest
  @CsvSource({
    "equal-at-the-threshold,2024-03-04",
    "packet-loss,2024-03-04",
    "stuck-while-fuel-changes,2024-03-04",
    "over-several-days,2024-03-08",
    "days-read-together,2024-03-01..2024-04-10",
    "offline-and-lamp,2024-03-08",
    "told-by-the-unit,2024-03-04..2024-03-05",
    "what-follows-a-run,2024-03-04",
    "one-number-two-trucks,2024-03-04"
  })
  void anomaliesAreAsWorkedOutByHand(String name, String judged) {
    String folder = "/golden/diesel.anomaly/" + name + "/";
    Map<String, String> usualMinute = DieselRows.usualMinute("unchanged");
    usualMinute.put("reagent_raw_max", "150");

    TestRows.assertExpected(
        Anomaly.class,
        DieselRows.anomalies(
            given(folder + "given-minute.csv", ScreenedMinute.class, usualMinute),
            given(folder + "given-day.csv", ScreenedDay.class, Map.of()),
            given(folder + "given-info.csv", ToldInfo.class, Map.of()),
            given(folder + "given-vehicle.csv", Vehicle.class, Map.of()),
            DaySet.parse(judged)),
        folder);
  }

  /** The rows of a file; none if the case does not have it. */
  private static <R extends Record> List<R> given(
      String file, Class<R> type, Map<String, String> usual) {
    return DieselGoldenTest.class.getResource(file) == null
        ? List.of()
        : DieselRows.records(type, tableOf(type), usual, TestRows.csv(file));
  }

  private static Table tableOf(Class<? extends Record> view) {
    return Map.of(
            ScreenedMinute.class,
            DieselTables.VEHICLE_MINUTE,
            ScreenedDay.class,
            Table.of(VehicleDay.class),
            ToldInfo.class,
            Table.of(InfoWording.class),
            Vehicle.class,
            Table.of(Vehicle.class))
        .get(view);
  }
}
