package org.dawen.air;

import java.util.List;
import org.dawen.lake.TestRows;
import org.dawen.registry.Station;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases worked out by hand under {@code golden/air.*}; {@code case.md} shows the arithmetic. */
class AirGoldenCasesTest {

  @ParameterizedTest
  @ValueSource(strings = {"rounding-since-2026", "later-file-wins", "halves-and-blanks"})
  void theHoursAreAsWorkedOut(String name) {
    String folder = "/golden/air.station_hour/" + name + "/";
    TestRows.assertExpected(StationHour.class, hours(folder), folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tie-on-twenty-hours", "ozone-thirteen-windows"})
  void theDaysAreAsWorkedOut(String name) {
    String folder = "/golden/air.station_day/" + name + "/";
    List<StationDay> days = AirSamples.stationDays(hours(folder), RulesAsOf.DATA_DAY);
    TestRows.assertExpected(StationDay.class, days, folder);
  }

  private static List<StationHour> hours(String folder) {
    String stations = folder + "given-registry.station.csv";
    boolean hasRegistry = AirGoldenCasesTest.class.getResource(stations) != null;
    return AirSamples.stationHours(
        AirSamples.landed(folder + "given-received.air.csv"),
        hasRegistry ? TestRows.records(Station.class, TestRows.csv(stations)) : List.of(),
        RulesAsOf.DATA_DAY);
  }
}
