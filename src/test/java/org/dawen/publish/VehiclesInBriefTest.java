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
import org.dawen.lake.Given;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.dawen.lake.TestTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is published of a watch list: never a vehicle or a person in full. */
class VehiclesInBriefTest {
  private static final String VIN = "LZZ5CLSB1NA123456";
  private static final String LEAD = "王-3f2a1b4c/FLEET_EMISSIONS/2024-03-21";
  private static final LocalDate DAY = LocalDate.of(2024, 3, 21);

  @TempDir private static Path folder;
  private static Results results;

  @BeforeAll
  static void writeAList() {
    Column dataDay = day("data_day");
    Table list =
        TestTable.table("diesel.watch_list")
            .says("A list.")
            .key(text("vin"), dataDay)
            .day(dataDay)
            .columns(
                List.of(
                    dataDay,
                    count("rank_no"),
                    text("vin"),
                    text("vin_masked"),
                    text("plate"),
                    text("owner"),
                    text("county_code"),
                    text("worst_class"),
                    text("reasons"),
                    count("since_first_seen_days")));
    Lake lake = new Lake(SharedSession.spark(), folder.resolve("lake").toString());
    Given.replaceDays(
        lake,
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
    for (Table own : List.of(list, counties(lake), leads(lake))) {
      tables.removeIf(t -> t.name().equals(own.name()));
      tables.add(own);
    }
    results = new Results(lake, tables);
  }

  private static Table counties(Lake lake) {
    Column from = day("valid_from");
    Table counties =
        TestTable.table("registry.county")
            .says("Counties.")
            .key(text("county_code"), from)
            .withoutDay("registry")
            .columns(
                List.of(
                    text("county_code"), from, text("name"), text("city_code"), day("valid_to")));
    return written(
        lake, counties, List.of(RowFactory.create("370902", null, "泰山区", "370900", null)));
  }

  private static Table leads(Lake lake) {
    Column dataDay = day("data_day");
    Table leads =
        TestTable.table("lead.lead")
            .says("Leads.")
            .key(text("lead_id"))
            .day(dataDay)
            .columns(
                List.of(
                    text("lead_id"),
                    dataDay,
                    text("enterprise_code"),
                    text("enterprise_name"),
                    text("county_code"),
                    text("matter"),
                    text("status"),
                    day("last_day"),
                    count("score"),
                    count("severity"),
                    text("reason_zh"),
                    day("opened_day"),
                    day("due_day")));
    return written(
        lake,
        leads,
        List.of(
            RowFactory.create(
                LEAD,
                java.sql.Date.valueOf(DAY),
                "王-3f2a1b4c",
                "王小明",
                "370902",
                "FLEET_EMISSIONS",
                "NEW",
                java.sql.Date.valueOf(DAY),
                30,
                3,
                "车辆" + VIN + "，车主电话13812345678",
                null,
                null)));
  }

  private static Table written(Lake lake, Table table, List<org.apache.spark.sql.Row> rows) {
    var data = SharedSession.spark().createDataFrame(rows, table.rowSchema()).coalesce(1);
    if (table.day() == null) {
      lake.append(table, DaySet.NONE, Given.rows(table, data), "test");
    } else {
      Given.replaceDays(lake, table, DaySet.of(DAY), data, "test");
    }
    return table;
  }

  /** No person and no vehicle; the number of the lead is that of the table. */
  @Test
  void theWorkbookOfABranchNamesNoPerson() throws Exception {
    List<Path> files = new Branches(results, DAY).write(folder.resolve("day"), WholeFolder.DISK);
    assertThat(files).hasSize(1);
    try (java.util.zip.ZipFile book = new java.util.zip.ZipFile(files.get(0).toFile())) {
      String xml =
          new String(
              book.getInputStream(book.getEntry("xl/sharedStrings.xml")).readAllBytes(),
              java.nio.charset.StandardCharsets.UTF_8);
      String texts =
          java.util.regex.Pattern.compile("&#x([0-9a-f]+);")
              .matcher(xml)
              .replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16)));
      assertThat(texts).contains("FLEET_EMISSIONS");
      assertThat(texts).doesNotContain("王小明", VIN, "13812345678").contains(LEAD, "王**");
    }
  }

  @Test
  void aLeadOfAFleetNamesNoPerson() {
    Map<String, Object> lead = Map.of("matter", "FLEET_EMISSIONS", "enterprise_name", "王小明");
    assertThat(Mask.lead(new Line(lead)).text("enterprise_name")).isEqualTo("王**");
    Map<String, Object> ofEnterprise = Map.of("matter", "SUSPECT_DATA", "enterprise_name", "大汶热电");
    assertThat(Mask.lead(new Line(ofEnterprise)).text("enterprise_name")).isEqualTo("大汶热电");
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
