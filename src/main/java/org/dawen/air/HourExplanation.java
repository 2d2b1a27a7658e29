package org.dawen.air;

import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.HOUR_START;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dawen.intake.Provenance;
import org.dawen.intake.ReceivedAir;
import org.dawen.lake.Message;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.run.Evidence;
import org.dawen.run.Explanation;

/** Hours and days of air stations: the record each item of each hour comes from. */
public final class HourExplanation implements Explanation {
  private static final int MOST_RECORDS = 1_000;
  private static final int MOST_TEXTS = 6;

  private static final Map<String, Function<ReceivedAir, BigDecimal>> ITEMS = new LinkedHashMap<>();

  static {
    ITEMS.put("so2_ug_m3", ReceivedAir::so2UgM3);
    ITEMS.put("no2_ug_m3", ReceivedAir::no2UgM3);
    ITEMS.put("co_mg_m3", ReceivedAir::coMgM3);
    ITEMS.put("o3_ug_m3", ReceivedAir::o3UgM3);
    ITEMS.put("pm10_ug_m3", ReceivedAir::pm10UgM3);
    ITEMS.put("pm2_5_ug_m3", ReceivedAir::pm2_5UgM3);
  }

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
    Map<LocalDateTime, List<ReceivedAir>> latestFirst =
        received(row, isHour ? row.civilTime(HOUR_START) : null, evidence);
    Map<Message, Provenance> records = new LinkedHashMap<>();
    List<Message> items = new ArrayList<>();
    List<Message> all = new ArrayList<>();
    latestFirst.forEach(
        (hour, rows) -> {
          ITEMS.forEach(
              (item, value) ->
                  rows.stream()
                      .filter(r -> value.apply(r) != null)
                      .findFirst()
                      .ifPresent(
                          r -> {
                            items.add(
                                Message.of(
                                    "explain.air-item",
                                    hour,
                                    item,
                                    Evidence.shown(value.apply(r)),
                                    Table.of(ReceivedAir.class).column(item).unit(),
                                    place(r)));
                            records.putIfAbsent(place(r), r.provenance());
                          }));
          rows.forEach(r -> all.add(Message.of("explain.air-record", hour, said(r))));
        });
    List<Section> sections = new ArrayList<>();
    sections.add(Evidence.columns(Message.of("explain.the-row"), table, row));
    sections.add(new Section(Message.of("explain.record-of-each-item"), orNone(items)));
    sections.add(new Section(Message.of("explain.records-received"), orNone(all)));
    records.entrySet().stream()
        .limit(isHour ? MOST_TEXTS : 0)
        .forEach(
            r ->
                sections.add(
                    evidence.rawRecord(
                        Message.of("explain.the-record", r.getKey()),
                        r.getValue().fileId(),
                        r.getValue().recordNo())));
    return sections;
  }

  private static List<Message> orNone(List<Message> lines) {
    return lines.isEmpty() ? List.of(Message.of("explain.none")) : lines;
  }

  private static Message place(ReceivedAir r) {
    return Message.of("explain.place", r.provenance().fileId(), r.provenance().recordNo());
  }

  private static Message said(ReceivedAir r) {
    List<Object> values = new ArrayList<>();
    ITEMS.values().stream()
        .map(value -> value.apply(r))
        .forEach(v -> values.add(v == null ? "-" : Evidence.shown(v)));
    Instant received = r.provenance().receivedAt();
    Message place = place(r);
    String said = values.stream().map(String::valueOf).collect(Collectors.joining(" "));
    return received == null
        ? Message.of("explain.version", place, said)
        : Message.of("explain.version-received", place, received, said);
  }

  /** Records by hour, of each hour in the order of the rule. */
  private static Map<LocalDateTime, List<ReceivedAir>> received(
      TableRow row, LocalDateTime hour, Evidence evidence) {
    Map<LocalDateTime, List<ReceivedAir>> byHour = new TreeMap<>();
    evidence.rows(ReceivedAir.class, row.day(DATA_DAY)).stream()
        .filter(r -> r.stationCode().equals(row.text("station_code")))
        .filter(r -> hour == null || r.hourStart().equals(hour))
        .sorted(Comparator.comparing(ReceivedAir::provenance).reversed())
        .limit(MOST_RECORDS)
        .forEach(r -> byHour.computeIfAbsent(r.hourStart(), h -> new ArrayList<>()).add(r));
    return byHour;
  }
}
