package org.dawen.source;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.to_date;
import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.HOUR_START;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.DaySet;
import org.dawen.registry.RegistryTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Episodes, days and monthly figures as worked out by hand. */
class DaysAndMonthsGoldenTest {
  private static final Map<String, String> USUAL_HOUR =
      Map.of(
          "outlet_code",
          "O1",
          "enterprise_code",
          "E1",
          "county_code",
          "370902",
          "unit",
          "mg/m3",
          "value_basis",
          "ZS_AVG",
          "limit_id",
          "L",
          "limit_level",
          "local",
          "limit_confidence",
          "U",
          "is_provisional",
          "true",
          "revision_count",
          "1");
  private static final Map<String, String> PLAIN_HOUR =
      Map.of("enterprise_code", "E1", "county_code", "370902", "revision_count", "1");
  private static final Map<String, String> USUAL_COUNTY =
      Map.of("file_id", "counties.csv", "record_no", "2");

  private static Dataset<Row> hours(GoldenCase golden, Map<String, String> usual) {
    return golden
        .given("outlet_hour", SourceTables.OUTLET_HOUR, usual)
        .withColumn(DATA_DAY.name(), coalesce(DATA_DAY.col(), to_date(HOUR_START.col())));
  }

  private static Dataset<Row> outlets(GoldenCase golden) {
    return golden.given("outlet", RegistryTables.OUTLET, OutletHours.USUAL_OUTLET);
  }

  private static Dataset<Row> counties(GoldenCase golden) {
    return golden.given("county", RegistryTables.COUNTY, USUAL_COUNTY);
  }

  private static Dataset<Row> marks(GoldenCase golden) {
    return golden.given("mark", RegistryTables.MARK, OutletHours.USUAL_MARK);
  }

  @Test
  void episodesGoOverMidnightAndOverOneInvalidHour() {
    GoldenCase golden = new GoldenCase("source.exceedance_episode", "midnight-and-invalid-hours");
    golden.expect(
        SourceTables.EXCEEDANCE_EPISODE,
        EpisodeRules.episodes(ExceedanceRules.keepAboveLimit(hours(golden, USUAL_HOUR))));
  }

  @ParameterizedTest
  @CsvSource({
    "means-and-masses, 2024-03-03..2024-03-05",
    "substitution-bands, 2024-03-01..2024-03-14"
  })
  void daysAreAsWorkedOutByHand(String name, String days) {
    GoldenCase golden = new GoldenCase("source.outlet_day", name);
    golden.expect(
        SourceTables.OUTLET_DAY,
        DayRules.outletDays(
            hours(golden, PLAIN_HOUR), outlets(golden), marks(golden), DaySet.parse(days)));
  }

  @Test
  void transmissionIsReceivedAndValidOfWhatIsDue() {
    GoldenCase golden = new GoldenCase("source.transmission_month", "vector-72-69");
    golden.expect(
        SourceTables.TRANSMISSION_MONTH,
        MonthRules.transmission(
            hours(golden, PLAIN_HOUR),
            outlets(golden),
            marks(golden),
            counties(golden),
            OutletHours.MARCH));
  }

  @Test
  void accuracyIsPassedOfDue() {
    GoldenCase golden = new GoldenCase("source.accuracy_month", "passed-of-due");
    golden.expect(
        SourceTables.ACCURACY_MONTH,
        MonthRules.accuracy(
            golden.given("comparison", RegistryTables.COMPARISON, USUAL_COUNTY),
            outlets(golden),
            counties(golden)));
  }

  @Test
  void complianceCountsOutletDays() {
    GoldenCase golden = new GoldenCase("source.compliance_month", "sewage-and-power");
    golden.expect(
        SourceTables.COMPLIANCE_MONTH,
        MonthRules.compliance(
            golden.given(
                "outlet_day",
                SourceTables.OUTLET_DAY,
                Map.of("enterprise_code", "E1", "county_code", "370902")),
            outlets(golden),
            counties(golden)));
  }
}
