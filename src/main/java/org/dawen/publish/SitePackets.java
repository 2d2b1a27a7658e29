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
import org.dawen.run.Evidence.RawRecord;
import org.dawen.run.Evidence.RecordTexts;

/** The packets behind the hours of outlets, as received, from the landing files. */
final class SitePackets {
  /** A password that many devices share is no evidence. */
  private static final Pattern PASSWORD = Pattern.compile("(?<=\\bPW=)[^;&]*");

  private static final String PERIODS =
      "SELECT DISTINCT substr(CAST(data_day AS STRING), 1, 7) AS period FROM received.hj212 ORDER BY period";

  /** Which outlet a device number meant on a day, as the registry says. */
  private static final String RECORDS =
      """
      SELECT o.outlet_code, r.data_time, r.file_id, r.record_no, r.command_code, min(r.received_at) AS received_at
      FROM received.hj212 r JOIN registry.outlet o ON r.mn = o.mn
        AND (o.valid_from IS NULL OR o.valid_from <= r.data_day) AND (o.valid_to IS NULL OR o.valid_to >= r.data_day)
      WHERE r.command_code = '2061' AND r.data_day >= DATE'%s' AND r.data_day <= DATE'%s'
      GROUP BY o.outlet_code, r.data_time, r.file_id, r.record_no, r.command_code
      ORDER BY o.outlet_code, r.data_time, r.file_id, r.record_no""";

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

  private void write(String period) {
    TreeMap<String, List<Object[]>> byOutlet = new TreeMap<>();
    TreeMap<String, TreeSet<Long>> wanted = new TreeMap<>();
    engine
        .ask(RECORDS.formatted(SitePeriods.first(period), SitePeriods.last(period)))
        .rows()
        .forEachRemaining(
            row -> {
              byOutlet.computeIfAbsent(row[0].toString(), o -> new ArrayList<>()).add(row);
              wanted
                  .computeIfAbsent(row[2].toString(), f -> new TreeSet<>())
                  .add(((Number) row[3]).longValue());
            });
    Map<String, Map<Long, RawRecord>> found = new HashMap<>();
    wanted.forEach((file, records) -> found.put(file, raw.find(file, records)));
    byOutlet.forEach((outlet, rows) -> folder.data("packet", outlet, period, json(rows, found)));
  }

  private static String json(List<Object[]> rows, Map<String, Map<Long, RawRecord>> found) {
    List<SiteColumnText> texts = COLUMNS.stream().map(c -> new SiteColumnText()).toList();
    SitePacketTexts packets = new SitePacketTexts();
    for (Object[] row : rows) {
      RawRecord record = found.get(row[2].toString()).get(((Number) row[3]).longValue());
      texts.get(0).add(shown("data_time", row[1]));
      texts.get(1).add(row[2]);
      texts.get(2).add(row[3]);
      texts.get(3).add(record == null ? null : record.lineNo());
      texts
          .get(4)
          .add(row[5] == null ? null : shown("received_at", row[5]).toString().replace('T', ' '));
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
