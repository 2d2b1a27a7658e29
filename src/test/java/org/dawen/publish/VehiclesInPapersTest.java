package org.dawen.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dawen.lake.Column.count;
import static org.dawen.lake.Column.day;
import static org.dawen.lake.Column.text;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.RowFactory;
import org.dawen.cli.Catalogue;
import org.dawen.lake.Column;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is published of a watch list: never a vehicle or a person in full. */
class VehiclesInPapersTest {
  private static final String VIN = "LZZ5CLSB1NA123456";
  private static final LocalDate DAY = LocalDate.of(2024, 3, 21);

  @TempDir private static Path folder;
  private static Results results;

  @BeforeAll
  static void writeAList() {
    Column dataDay = day("data_day");
    Table list =
        Table.table("diesel.watch_list")
            .says("A list.")
            .key(text("vin"), dataDay)
            .day(dataDay)
            .columns(
                dataDay,
                count("rank_no"),
                text("vin"),
                text("vin_masked"),
                text("plate"),
                text("owner"),
                text("county_code"),
                text("worst_class"),
                text("reasons"),
                count("since_first_seen_days"));
    Lake lake = new Lake(SharedSession.spark(), folder.resolve("lake").toString());
    lake.replaceDays(
        list,
        DaySet.of(DAY),
        SharedSession.spark()
            .createDataFrame(
                List.of(
                    RowFactory.create(
                        java.sql.Date.valueOf(DAY),
                        1,
                        VIN,
                        VIN,
                        "鲁J12345",
                        "王小明",
                        "370902",
                        "tampered",
                        "NOx flat 2 d, " + VIN,
                        5)),
                list.rowSchema())
            .coalesce(1),
        "test");
    List<Table> tables = new ArrayList<>(Catalogue.tables());
    tables.removeIf(t -> t.name().equals(list.name()));
    tables.add(list);
    results = new Results(lake, tables);
  }

  @Test
  void aLeadOfAFleetNamesNoPerson() {
    Map<String, Object> lead = Map.of("matter", "FLEET_EMISSIONS", "enterprise_name", "王小明");
    assertThat(Brief.withoutPerson(new Line(lead)).text("enterprise_name")).isEqualTo("王**");
    Map<String, Object> ofEnterprise = Map.of("matter", "SUSPECT_DATA", "enterprise_name", "大汶热电");
    assertThat(Brief.withoutPerson(new Line(ofEnterprise)).text("enterprise_name"))
        .isEqualTo("大汶热电");
  }

  @Test
  void theBriefMasksVehicleAndOwner() {
    String page = BriefPage.of(new Brief(results, DAY));
    assertThat(page)
        .doesNotContain(VIN)
        .doesNotContain("王小明")
        .doesNotContain("鲁J12345")
        .contains("LZZ**********3456", "王**", "篡改", "名单上1辆");
  }

  @Test
  void theFeedCountsVehiclesAndNamesNone() {
    Feed feed = new Feed(results, YearMonth.of(2024, 3));
    assertThat(feed.sheet("obd_counts").lines())
        .extracting(l -> l.text("county_code") + l.text("worst_class") + l.text("vehicle_count"))
        .containsExactly("370902tampered1");
    for (Sheet sheet : feed.sheets()) {
      assertThat(new String(FeedText.csv(sheet), java.nio.charset.StandardCharsets.UTF_8))
          .doesNotContain(VIN);
    }
  }
}
