package org.dawen.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dawen.lake.DaySet;
import org.dawen.lake.TestRows;
import org.dawen.registry.County;
import org.dawen.registry.Limit;
import org.dawen.registry.Mark;
import org.dawen.registry.Outlet;
import org.dawen.source.PacketRules.DeviceRegister;

/** Rows for the tests of this room: what a test does not name has these usual values. */
final class SourceRows {
  private static final Map<String, String> USUAL_GROUP =
      Map.of(
          "mn",
          "M1",
          "command_code",
          "2061",
          "group_no",
          "1",
          "data_flag",
          "N",
          "file_order",
          "0",
          "file_id",
          "hj212.txt",
          "record_no",
          "1");
  private static final Map<String, String> USUAL_OUTLET =
      Map.of(
          "outlet_code",
          "O1",
          "mn",
          "M1",
          "enterprise_code",
          "E1",
          "county_code",
          "370902",
          "medium",
          "gas");
  private static final Map<String, String> USUAL_LIMIT =
      Map.of("file_id", "limits.csv", "record_no", "2");

  private SourceRows() {}

  /** Readings; the day is that of DataTime, as intake fills it in. */
  static List<PacketReading> received(String... lines) {
    return received(GoldenCase.csv(List.of(lines)));
  }

  static List<PacketReading> received(GoldenCase golden) {
    return received(golden.cells("hj212"));
  }

  private static List<PacketReading> received(List<Map<String, String>> rows) {
    List<Map<String, String>> cells = new ArrayList<>();
    for (Map<String, String> row : rows) {
      Map<String, String> whole = new LinkedHashMap<>(USUAL_GROUP);
      whole.put("data_day", row.get("data_time").substring(0, 10));
      whole.putAll(row);
      cells.add(whole);
    }
    return packets(cells);
  }

  /** Rows of one device and day from the same record are the factors of one packet. */
  private static List<PacketReading> packets(List<Map<String, String>> rows) {
    Map<String, List<Map<String, String>>> byRecord = new LinkedHashMap<>();
    for (Map<String, String> row : rows) {
      String record =
          String.join(
              " ",
              DeviceRegister.inCapitals(row.get("mn")),
              row.get("data_day"),
              row.get("file_id"),
              row.get("record_no"));
      byRecord.computeIfAbsent(record, r -> new ArrayList<>()).add(row);
    }
    return byRecord.values().stream()
        .map(
            packet -> {
              packet.sort(Comparator.comparingInt(r -> Integer.parseInt(r.get("group_no"))));
              Map<String, String> first = packet.get(0);
              return new PacketReading(
                  first.get("mn"),
                  first.get("command_code"),
                  day(first.get("data_day")),
                  TestRows.records(FactorReading.class, packet),
                  TestRows.records(PacketHead.class, List.of(first)).get(0));
            })
        .toList();
  }

  static List<Outlet> outlets(String... lines) {
    return GoldenCase.records(Outlet.class, USUAL_OUTLET, List.of(lines));
  }

  static List<Outlet> outlets(GoldenCase golden) {
    return golden.given("outlet", Outlet.class, USUAL_OUTLET);
  }

  static List<Limit> limits(String... lines) {
    return GoldenCase.records(Limit.class, USUAL_LIMIT, List.of(lines));
  }

  static List<Limit> limits(GoldenCase golden) {
    return golden.given("limit", Limit.class, USUAL_LIMIT);
  }

  static List<Mark> marks(String... lines) {
    return GoldenCase.records(Mark.class, Map.of(), List.of(lines));
  }

  static List<Mark> marks(GoldenCase golden) {
    return golden.given("mark", Mark.class, Map.of());
  }

  /** All rows that follow from packets, device by device and day by day as the pass does. */
  static List<Record> computed(
      List<PacketReading> received, List<Outlet> outlets, List<Limit> limits, List<Mark> marks) {
    PacketRules rules =
        new PacketRules(
            new DeviceRegister(outlets),
            new OutletHours(new LimitRegister(outlets, limits), new MarkRegister(marks)),
            new ClockRule(400, 1));
    Map<String, List<PacketReading>> deviceDays =
        received.stream()
            .collect(
                Collectors.groupingBy(
                    r -> DeviceRegister.inCapitals(r.mn()) + " " + r.dataDay(),
                    TreeMap::new,
                    Collectors.toList()));
    List<Record> rows = new ArrayList<>();
    deviceDays.values().forEach(readings -> rules.compute(readings, rows::add));
    return rows;
  }

  /** Of the rows computed those of one table. */
  static <R extends Record> List<R> of(Class<R> type, List<Record> rows) {
    return rows.stream().filter(type::isInstance).map(type::cast).toList();
  }

  static List<OutletHour> outletHours(
      List<PacketReading> received, List<Outlet> outlets, List<Limit> limits, List<Mark> marks) {
    return of(OutletHour.class, computed(received, outlets, limits, marks));
  }

  static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  /** Days outlet by outlet as the pass computes them. */
  static List<OutletDay> outletDays(
      List<HourOfOutlet> hours, List<Outlet> outlets, List<Mark> marks, DaySet days) {
    CityDays cityDays = new CityDays();
    hours.forEach(h -> cityDays.add(h.dataDay()));
    OutletDays rule =
        new OutletDays(
            new OutletRegister(outlets), new MarkRegister(marks), cityDays.withSilentDays());
    List<OutletDay> rows = new ArrayList<>();
    byOutlet(hours).forEach((outlet, of) -> rows.addAll(rule.of(outlet, of, days)));
    return rows;
  }

  /** Days that trip a rule, outlet by outlet as the pass computes them. */
  static List<SuspectSeries> suspects(List<HourOfOutlet> hours, SuspectThresholds thresholds) {
    SuspectScreening screening = new SuspectScreening(thresholds);
    List<SuspectSeries> rows = new ArrayList<>();
    byOutlet(hours).values().forEach(of -> rows.addAll(screening.of(of, DaySet.ALWAYS)));
    return rows;
  }

  private static TreeMap<String, List<HourOfOutlet>> byOutlet(List<HourOfOutlet> hours) {
    return hours.stream()
        .sorted(HourOfOutlet.ORDER)
        .collect(
            Collectors.groupingBy(HourOfOutlet::outletCode, TreeMap::new, Collectors.toList()));
  }

  static List<TransmissionMonth> transmission(
      List<TransmittedHour> hours, List<Outlet> outlets, List<Mark> marks, List<County> counties) {
    Transmission.Month month =
        new Transmission(new OutletRegister(outlets), new MarkRegister(marks), counties)
        .new Month(day("2024-03-01"));
    hours.forEach(month::add);
    return month.rows();
  }

  /** Episodes of the hours above their limit, day by day and factor by factor. */
  static List<ExceedanceEpisode> episodes(List<OutletHour> hours) {
    List<ExceedanceHour> exceeding = new ArrayList<>();
    hours.stream()
        .collect(
            Collectors.groupingBy(
                h -> h.outletCode() + h.dataDay(), TreeMap::new, Collectors.toList()))
        .values()
        .forEach(day -> exceeding.addAll(ExceedanceHour.among(day)));
    List<ExceedanceEpisode> episodes = new ArrayList<>();
    exceeding.stream()
        .sorted(Comparator.comparing(ExceedanceHour::hourStart))
        .collect(
            Collectors.groupingBy(
                h -> h.outletCode() + h.pollutantCode(), TreeMap::new, Collectors.toList()))
        .values()
        .forEach(series -> episodes.addAll(EpisodePass.episodes(series)));
    return episodes;
  }
}
