package org.dawen.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.Lake;
import org.dawen.registry.RegistryTables;
import org.junit.jupiter.api.Test;

class WithdrawnGoldenTest {
  private static final GoldenCase GOLDEN =
      new GoldenCase("source.withdrawn_exceedance", "later-versions");

  private static Dataset<Row> received() {
    return OutletHours.withDay(
        GOLDEN.given("hj212", ReceivedTables.HJ212, OutletHours.USUAL_GROUP));
  }

  private static Dataset<Row> outlets() {
    return OutletHours.outlets(
        "outlet_code,mn,medium,industry_code,zone_code,source_type",
        "O1,M1,gas,4412,key,coal_boiler_new");
  }

  private static Dataset<Row> limits() {
    return GOLDEN.given("limit", RegistryTables.LIMIT, OutletHours.USUAL_LIMIT);
  }

  private static Dataset<Row> marks() {
    return GOLDEN.given("mark", RegistryTables.MARK, OutletHours.USUAL_MARK);
  }

  private static Dataset<Row> hours(Dataset<Row> received) {
    return OutletHourRules.outletHours(received, outlets(), limits(), marks(), OutletHours.MARCH);
  }

  private static Dataset<Row> withdrawn(Dataset<Row> received) {
    return WithdrawnRules.withdrawn(
        received,
        WithdrawnRules.severalTimes(hours(received)),
        outlets(),
        limits(),
        marks(),
        OutletHours.MARCH);
  }

  @Test
  void versionsThatTakeBackAnExceedanceAreAsWorkedOutByHand() {
    GOLDEN.expect(WithdrawnTables.WITHDRAWN_EXCEEDANCE, withdrawn(received()));
  }

  @Test
  void theOrderInWhichPacketsLieMakesNoDifference() {
    Dataset<Row> turned = received().orderBy(ReceivedTables.RECORD_NO.col().desc()).repartition(3);
    GOLDEN.expect(WithdrawnTables.WITHDRAWN_EXCEEDANCE, withdrawn(turned));
  }

  /** What the last version says is what the hour says: one rule, read in two ways. */
  @Test
  void theLastVersionOfAnHourIsTheHour() {
    List<String> columns =
        List.of("pollutant_code", "hour_start", "avg_value", "data_flag", "o2_percent");
    Dataset<Row> versions = PacketRules.versions(received(), Devices.of(Lake.all(outlets())));
    Dataset<Row> last =
        versions
            .groupBy("outlet_code", "pollutant_code", "hour_start")
            .agg(
                functions
                    .max_by(
                        functions.struct(
                            columns.stream()
                                .map(functions::col)
                                .toArray(org.apache.spark.sql.Column[]::new)),
                        functions.col(HourVersions.VERSION_NO))
                    .as("v"))
            .select("v.*");
    Dataset<Row> hours = PacketRules.hoursInForce(received(), Devices.of(Lake.all(outlets())));
    assertThat(last.collectAsList())
        .containsExactlyInAnyOrderElementsOf(
            hours
                .select(
                    columns.stream()
                        .map(functions::col)
                        .toArray(org.apache.spark.sql.Column[]::new))
                .collectAsList());
  }

  @Test
  void daysOnWhichNothingCameTwiceAreNotLookedAt() {
    Dataset<Row> once =
        OutletHours.received(
            "data_time,factor_code,avg_value,record_no",
            "2024-03-04T08:00:00,a21026,60,1",
            "2024-03-05T08:00:00,a21026,60,2",
            "2024-03-05T08:00:00,a21026,40,3");
    assertThat(WithdrawnRules.days(WithdrawnRules.severalTimes(hours(once))))
        .hasToString("2024-03-05");
  }
}
