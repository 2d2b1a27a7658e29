package org.dawen.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dawen.lake.DaySet;
import org.dawen.lake.TestRows;
import org.dawen.registry.Comparison;
import org.dawen.registry.County;
import org.dawen.source.Compliance.JudgedDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Episodes, days and monthly figures as worked out by hand. */
class DaysAndMonthsGoldenTest {
  private static final LocalDate MARCH = LocalDate.of(2024, 3, 1);

  private static final Map<String, String> USUAL_HOUR =
      Map.ofEntries(
          Map.entry("outlet_code", "O1"),
          Map.entry("enterprise_code", "E1"),
          Map.entry("county_code", "370902"),
          Map.entry("unit", "mg/m3"),
          Map.entry("value_basis", "ZS_AVG"),
          Map.entry("limit_id", "L"),
          Map.entry("limit_level", "local"),
          Map.entry("limit_confidence", "U"),
          Map.entry("is_provisional", "true"),
          Map.entry("revision_count", "1"),
          Map.entry("record_count", "1"),
          Map.entry("is_decided_by_path", "false"),
          Map.entry("file_id", "hj212.txt"),
          Map.entry("record_no", "1"));
  private static final Map<String, String> PLAIN_HOUR =
      Map.of("enterprise_code", "E1", "county_code", "370902");

  /** Hours with the day of their start; one with a limit says how well it is known. */
  private static <R extends Record> List<R> hours(
      Class<R> type, GoldenCase golden, Map<String, String> usual) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map<String, String> given : golden.cells("outlet_hour")) {
      Map<String, String> row = new LinkedHashMap<>(usual);
      row.put("data_day", given.get("hour_start").substring(0, 10));
      row.putAll(given);
      if (row.get("limit_id") != null) {
        row.putIfAbsent("limit_confidence", "M");
      }
      if (row.get("day_limit_id") != null) {
        row.putIfAbsent("day_limit_confidence", "M");
      }
      rows.add(row);
    }
    return TestRows.records(type, rows);
  }

  private static List<County> counties(GoldenCase golden) {
    return golden.given("county", County.class, Map.of());
  }

  @Test
  void episodesGoOverMidnightAndOverOneInvalidHour() {
    GoldenCase golden = new GoldenCase("source.exceedance_episode", "midnight-and-invalid-hours");
    golden.expect(SourceRows.episodes(hours(OutletHour.class, golden, USUAL_HOUR)));
  }

  @ParameterizedTest
  @CsvSource({
    "means-and-masses, 2024-03-03..2024-03-05",
    "substitution-bands, 2024-03-01..2024-03-14"
  })
  void daysAreAsWorkedOutByHand(String name, String days) {
    GoldenCase golden = new GoldenCase("source.outlet_day", name);
    golden.expect(
        SourceRows.outletDays(
            hours(HourOfOutlet.class, golden, PLAIN_HOUR),
            SourceRows.outlets(golden),
            SourceRows.marks(golden),
            DaySet.parse(days)));
  }

  @Test
  void transmissionIsReceivedAndValidOfWhatIsDue() {
    GoldenCase golden = new GoldenCase("source.transmission_month", "vector-72-69");
    golden.expect(
        SourceRows.transmission(
            hours(TransmittedHour.class, golden, PLAIN_HOUR),
            SourceRows.outlets(golden),
            SourceRows.marks(golden),
            counties(golden)));
  }

  @Test
  void accuracyIsPassedOfDue() {
    GoldenCase golden = new GoldenCase("source.accuracy_month", "passed-of-due");
    OutletRegister outlets = new OutletRegister(SourceRows.outlets(golden));
    Map<LocalDate, List<Comparison>> months =
        golden.given("comparison", Comparison.class, Map.of()).stream()
            .collect(Collectors.groupingBy(c -> c.testDay().withDayOfMonth(1)));
    List<AccuracyMonth> rows = new ArrayList<>();
    months.forEach(
        (month, tests) -> rows.addAll(AccuracyMonth.of(month, tests, outlets, counties(golden))));
    golden.expect(rows);
  }

  @Test
  void complianceCountsOutletDays() {
    GoldenCase golden = new GoldenCase("source.compliance_month", "sewage-and-power");
    golden.expect(
        new Compliance(new OutletRegister(SourceRows.outlets(golden)), counties(golden))
            .of(
                MARCH,
                golden.given(
                    "outlet_day",
                    JudgedDay.class,
                    Map.of("enterprise_code", "E1", "county_code", "370902"))));
  }
}
