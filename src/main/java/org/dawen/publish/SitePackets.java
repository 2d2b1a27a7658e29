package org.dawen.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dawen.lake.SqlEngine;
import org.dawen.run.Evidence.RecordText;
import org.dawen.run.Evidence.RecordTexts;

/** The packets behind the hours of outlets, as received, from the landing files. */
final class SitePackets {
  /** A password that many devices share is no evidence. */
  private static final Pattern PASSWORD = Pattern.compile("(?<=\\bPW=)[^;&]*");

  private static final String PERIODS =
      "SELECT DISTINCT substr(CAST(data_day AS STRING), 1, 7) AS period FROM received.hj212 ORDER BY period";

  /**
   * The packets of hours: those in force, and all others of the device that the registry names on
   * that day. A packet of several factors is one row.
   */
  private static final String RECORDS =
      """
      SELECT h.outlet_code, h.data_time, h.file_id, h.record_no, r.received_at
      FROM (
        SELECT o.outlet_code, p.data_time, p.file_id, p.record_no
        FROM received.hj212 p JOIN registry.outlet o ON upper(p.mn) = upper(o.mn)
          AND (o.valid_from IS NULL OR o.valid_from <= p.data_day) AND (o.valid_to IS NULL OR o.valid_to >= p.data_day)
        WHERE p.command_code = '2061' AND p.data_day >= DATE'%1$s' AND p.data_day <= DATE'%2$s'
        UNION
        SELECT outlet_code, hour_start AS data_time, file_id, record_no FROM source.outlet_hour
        WHERE file_id IS NOT NULL AND data_day >= DATE'%1$s' AND data_day <= DATE'%2$s'
      ) AS h LEFT JOIN (
        SELECT file_id, record_no, min(received_at) AS received_at FROM received.hj212
        WHERE data_day >= DATE'%1$s' AND data_day <= DATE'%2$s' GROUP BY file_id, record_no
      ) AS r ON h.file_id = r.file_id AND h.record_no = r.record_no
      ORDER BY h.outlet_code, h.data_time, h.file_id, h.record_no""";

  private static final List<String> COLUMNS =
      List.of("data_time", "file_id", "record_no", "line_no", "received_at", "state");

  private final SqlEngine engine;
  private final RecordTexts raw;
  private final SiteFolder folder;

  SitePackets(SqlEngine engine, RecordTexts raw, SiteFolder folder) {
    this.engine = engine;
    this.raw = raw;
    this.folder = folder;
  }

  void write() {
    List<String> periods = new ArrayList<>();
    engine.ask(PERIODS).rows().forEachRemaining(row -> periods.add(row[0].toString()));
    periods.forEach(this::write);
  }

  /** The question for the records of a month. */
  static String records(String period) {
    return RECORDS.formatted(SitePeriods.first(period), SitePeriods.last(period));
  }

  private void write(String period) {
    TreeMap<String, List<Object[]>> byOutlet = new TreeMap<>();
    TreeMap<String, TreeSet<Long>> wanted = new TreeMap<>();
    engine
        .ask(records(period))
        .rows()
        .forEachRemaining(
            row -> {
              byOutlet.computeIfAbsent(row[0].toString(), o -> new ArrayList<>()).add(row);
              wanted
                  .computeIfAbsent(row[2].toString(), f -> new TreeSet<>())
                  .add(((Number) row[3]).longValue());
            });
    Map<String, Map<Long, RecordText>> found = new HashMap<>();
    wanted.forEach((file, records) -> found.put(file, raw.find(file, records)));
    byOutlet.forEach((outlet, rows) -> folder.data("packet", outlet, period, json(rows, found)));
  }

  private static String json(List<Object[]> rows, Map<String, Map<Long, RecordText>> found) {
    List<SiteColumnText> texts = COLUMNS.stream().map(c -> new SiteColumnText()).toList();
    SitePacketTexts packets = new SitePacketTexts();
    for (Object[] row : rows) {
      RecordText record = found.get(row[2].toString()).get(((Number) row[3]).longValue());
      texts.get(0).add(shown("data_time", row[1]));
      texts.get(1).add(row[2]);
      texts.get(2).add(row[3]);
      texts.get(3).add(record == null ? null : record.lineNo());
      texts
          .get(4)
          .add(row[4] == null ? null : shown("received_at", row[4]).toString().replace('T', ' '));
      texts.get(5).add(record == null ? "gone" : record.isAsTakenIn() ? "same" : "changed");
      packets.add(record == null ? null : masked(record.text()));
    }
    Map<String, Object> columns = new LinkedHashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      columns.put(COLUMNS.get(i), texts.get(i).json());
    }
    columns.put("text", packets.json());
    return SiteJson.of(Map.of("packet", SiteRows.json(rows.size(), columns)));
  }

  private static Object shown(String column, Object value) {
    return SiteValue.of(
        new SiteLayout.SiteColumn(column, -1, SiteLayout.Hidden.NOTHING), value, null);
  }

  /** The packet without its password, and with what names a person or vehicle hidden. */
  static String masked(String packet) {
    return Mask.text(PASSWORD.matcher(packet).replaceAll("******"));
  }
}
