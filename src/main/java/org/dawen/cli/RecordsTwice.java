package org.dawen.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dawen.intake.Feeds;
import org.dawen.intake.ObdTables;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.Column;
import org.dawen.lake.Damage;
import org.dawen.lake.Lake;
import org.dawen.lake.Message;
import org.dawen.lake.SqlEngine;
import org.dawen.lake.Table;

/**
 * Received tables have no key of their own: revisions of a value stand side by side. A record of a
 * file stands there once all the same, and one that was taken in twice is counted twice by nobody's
 * fault but ours, so it is looked for whatever the reason.
 */
final class RecordsTwice {
  /** Of a larger table the newest days are asked: a question of all of them takes minutes. */
  private static final long MOST_ROWS = 20_000_000;

  private static final int NEWEST_DAYS = 40;

  private RecordsTwice() {}

  /**
   * Received tables that hold a record of a file twice.
   *
   * @param isOfAllDays whether to ask all days of large tables, too
   */
  static List<Damage> find(Lake lake, SqlEngine engine, boolean isOfAllDays) {
    List<Table> tables = new ArrayList<>(Feeds.received());
    tables.removeIf(t -> !lake.exists(t));
    if (tables.isEmpty()) {
      return List.of();
    }
    String sql =
        tables.stream()
                .map(
                    t ->
                        "SELECT '%1$s' AS place, file_id, count(*) AS n FROM (SELECT file_id FROM %1$s WHERE %2$s GROUP BY %3$s HAVING count(*) > 1) GROUP BY file_id"
                            .formatted(t, isOfAllDays ? "true" : days(lake, engine, t), oneRow(t)))
                .collect(Collectors.joining(" UNION ALL "))
            + " ORDER BY 1, 2";
    Map<String, List<Message>> files = new LinkedHashMap<>();
    engine
        .ask(sql)
        .rows()
        .forEachRemaining(
            row ->
                files
                    .computeIfAbsent(row[0].toString(), t -> new ArrayList<>())
                    .add(Message.of("damage.rows-of-file", row[1], row[2])));
    return tables.stream()
        .filter(t -> files.containsKey(t.name()))
        .map(
            t ->
                Damage.ofFiles(
                    lake,
                    t,
                    files.get(t.name()),
                    List.of("damage.twice-in-one", "damage.twice", "damage.twice-in-many")))
        .toList();
  }

  /** What a record gives one row for; a frame may tell several wordings, which differ somewhere. */
  private static String oneRow(Table table) {
    if (table.equals(ObdTables.OBD_INFO)) {
      return table.columns().stream().map(Column::name).collect(Collectors.joining(", "));
    }
    List<Column> columns = new ArrayList<>(List.of(ReceivedTables.FILE_ID));
    if (table.equals(ObdTables.OBD_HOUR)) {
      columns.addAll(List.of(ObdTables.VIN, ObdTables.HOUR_START, ObdTables.PACKED_RANGES));
    } else {
      columns.addAll(List.of(ReceivedTables.DATA_DAY, ReceivedTables.RECORD_NO));
    }
    // A record of some feeds gives a row for each of its items.
    if (table.has(ReceivedTables.ITEM.name())) {
      columns.add(ReceivedTables.ITEM);
    }
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  private static String days(Lake lake, SqlEngine engine, Table table) {
    if (lake.countRows(table) <= MOST_ROWS) {
      return "true";
    }
    return "data_day >= DATE'%s'"
        .formatted(
            Ask.texts(
                    engine,
                    "SELECT min(data_day) FROM (SELECT DISTINCT data_day FROM %s ORDER BY 1 DESC LIMIT %d)"
                        .formatted(table, NEWEST_DAYS))
                .get(0));
  }
}
