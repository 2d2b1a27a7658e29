package org.dawen.air;

import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.FILE_ID;
import static org.dawen.intake.ReceivedTables.HOUR_START;
import static org.dawen.intake.ReceivedTables.RECEIVED_AT;
import static org.dawen.intake.ReceivedTables.RECORD_NO;
import static org.dawen.registry.RegistryTables.STATION_CODE;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.dawen.intake.ReceivedTables;
import org.dawen.intake.Revisions;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.run.Evidence;
import org.dawen.run.Explanation;

/** Hours and days of air stations: the record each item of each hour comes from. */
public final class HourExplanation implements Explanation {
  private static final int MOST_RECORDS = 1_000;
  private static final int MOST_TEXTS = 6;

  private static final List<org.dawen.lake.Column> ITEMS =
      List.of(
          ReceivedTables.SO2_UG_M3,
          ReceivedTables.NO2_UG_M3,
          ReceivedTables.CO_MG_M3,
          ReceivedTables.O3_UG_M3,
          ReceivedTables.PM10_UG_M3,
          ReceivedTables.PM2_5_UG_M3);

  private final Table table;

  private HourExplanation(Table table) {
    this.table = table;
  }

  /** One for hours, one for days. */
  public static List<Explanation> all() {
    return List.of(
        new HourExplanation(Table.of(StationHour.class)),
        new HourExplanation(Table.of(StationDay.class)));
  }

  @Override
  public Table table() {
    return table;
  }

  @Override
  public List<Section> explain(TableRow row, Evidence evidence) {
    boolean isHour = table == Table.of(StationHour.class);
    Map<LocalDateTime, List<TableRow>> latestFirst =
        received(row, isHour ? row.civilTime(HOUR_START) : null, evidence);
    Map<String, TableRow> records = new LinkedHashMap<>();
    List<String> items = new ArrayList<>();
    List<String> all = new ArrayList<>();
    latestFirst.forEach(
        (hour, rows) -> {
          for (org.dawen.lake.Column item : ITEMS) {
            rows.stream()
                .filter(r -> !r.isMissing(item))
                .findFirst()
                .ifPresent(
                    r -> {
                      items.add(
                          "%s %s %s %s: %s"
                              .formatted(hour, item, r.shown(item), item.unit(), place(r)));
                      records.putIfAbsent(place(r), r);
                    });
          }
          rows.forEach(r -> all.add(hour + " " + said(r)));
        });
    List<Section> sections = new ArrayList<>();
    sections.add(Evidence.columns("The row", table, row));
    sections.add(new Section("The record each item comes from 各项目所凭记录", orNone(items)));
    sections.add(new Section("Records received, the latest first 收到的记录", orNone(all)));
    records.values().stream()
        .limit(isHour ? MOST_TEXTS : 0)
        .forEach(
            r ->
                sections.add(
                    evidence.rawRecord(
                        "The record " + place(r), r.text(FILE_ID), r.whole(RECORD_NO))));
    return sections;
  }

  private static List<String> orNone(List<String> lines) {
    return lines.isEmpty() ? List.of("none") : lines;
  }

  private static String place(TableRow r) {
    return "%s record %d".formatted(r.text(FILE_ID), r.whole(RECORD_NO));
  }

  private static String said(TableRow r) {
    List<String> values = new ArrayList<>();
    for (org.dawen.lake.Column item : ITEMS) {
      values.add(r.isMissing(item) ? "-" : r.shown(item));
    }
    String received = r.isMissing(RECEIVED_AT) ? "" : ", received " + r.shown(RECEIVED_AT);
    return "%s%s: %s".formatted(place(r), received, String.join(" ", values));
  }

  /** Records by hour, of each hour in the order of the rule. */
  private static Map<LocalDateTime, List<TableRow>> received(
      TableRow row, LocalDateTime hour, Evidence evidence) {
    Dataset<Row> air = evidence.read(ReceivedTables.AIR);
    Column asked =
        STATION_CODE
            .col()
            .equalTo(row.text(STATION_CODE))
            .and(DATA_DAY.col().equalTo(functions.lit(row.day(DATA_DAY))));
    if (hour != null) {
      asked = asked.and(HOUR_START.col().equalTo(functions.lit(hour)));
    }
    Map<LocalDateTime, List<TableRow>> byHour = new TreeMap<>();
    for (TableRow r :
        evidence.first(air.where(asked).orderBy(Revisions.latestFirst(air)), MOST_RECORDS)) {
      byHour.computeIfAbsent(r.civilTime(HOUR_START), h -> new ArrayList<>()).add(r);
    }
    return byHour;
  }
}
