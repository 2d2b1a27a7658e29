package org.dawen.publish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dawen.lake.DaySet;

/** Which registered stations, outlets and meters brought less than they should on a day. */
final class DataHealth {
  private static final int MOST_SHOWN = 10;
  private static final int CHECKS_SHOWN = 5;
  private static final String[] AIR_HOURS = {
    "so2_valid_hours",
    "no2_valid_hours",
    "co_valid_hours",
    "o3_valid_hours",
    "pm10_valid_hours",
    "pm2_5_valid_hours"
  };

  private final Results results;
  private final Names names;
  private final LocalDate day;
  private final UnjudgedOutlets unjudged;
  private final List<Line> late = new ArrayList<>();
  private final Map<String, Integer> registered = new LinkedHashMap<>();

  DataHealth(Results results, Names names, LocalDate day) {
    this.results = results;
    this.names = names;
    this.day = day;
    this.unjudged = new UnjudgedOutlets(results, names, day);
    stations();
    outlets();
    meters();
  }

  private void stations() {
    Map<String, Line> seen =
        byCode(
            results.lines(
                "air.station_day",
                DaySet.of(day),
                Stream.concat(Stream.of("station_code"), Stream.of(AIR_HOURS))
                    .toArray(String[]::new)),
            "station_code");
    registered.put("station", names.stations().size());
    for (Line s : names.stations()) {
      Line of = seen.get(s.text("station_code"));
      long received = of == null ? 0 : Stream.of(AIR_HOURS).mapToLong(of::whole).max().orElse(0);
      add("station", s.text("station_code"), s.text("name"), s.text("county_code"), 24, received);
    }
  }

  private void outlets() {
    Map<String, long[]> seen = new LinkedHashMap<>();
    results
        .lines("source.outlet_day", DaySet.of(day), "outlet_code", "due_hours", "received_hours")
        .forEach(
            l -> {
              long[] hours = seen.computeIfAbsent(l.text("outlet_code"), c -> new long[2]);
              hours[0] = Math.max(hours[0], l.whole("due_hours"));
              hours[1] = Math.max(hours[1], l.whole("received_hours"));
            });
    registered.put("outlet", names.outlets().size());
    for (Line o : names.outlets()) {
      // A day nobody sent anything for has no rows at all: then everything is missing.
      long[] hours =
          seen.getOrDefault(o.text("outlet_code"), new long[] {seen.isEmpty() ? 24 : 0, 0});
      String name = names.enterprise(o.text("enterprise_code")) + " " + o.text("name");
      add("outlet", o.text("outlet_code"), name, o.text("county_code"), hours[0], hours[1]);
    }
  }

  private void meters() {
    Map<String, Line> seen =
        byCode(
            results.lines("power.meter_day", DaySet.of(day), "meter_code", "day_coverage_percent"),
            "meter_code");
    List<String> codes = names.meters().stream().map(m -> m.text("meter_code")).distinct().toList();
    registered.put("meter", codes.size());
    for (String code : codes) {
      Line of = seen.get(code);
      Line m = names.meters().stream().filter(x -> x.is("meter_code", code)).findFirst().get();
      double share = of == null ? 0 : of.number("day_coverage_percent").doubleValue();
      String enterprise = m.text("enterprise_code");
      add(
          "meter",
          code,
          names.enterprise(enterprise),
          names.countyOfEnterprise(enterprise),
          24,
          (long) Math.floor(share * 24 / 100 + 1e-9));
    }
  }

  private void add(String kind, String code, String name, String county, long due, long received) {
    if (received >= due) {
      return;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("kind", kind);
    values.put("code", code);
    values.put("name", name);
    values.put("county_code", county);
    values.put("county_name", names.county(county));
    values.put("due_hours", due);
    values.put("received_hours", received);
    late.add(new Line(values));
  }

  private static Map<String, Line> byCode(List<Line> lines, String code) {
    return lines.stream().collect(Collectors.toMap(l -> l.text(code), l -> l, (a, b) -> a));
  }

  /** The sheet of what is late, of one county or (null) of all. */
  Sheet sheet(String county) {
    return Sheets.of(
        results,
        "late",
        Map.of("day", day),
        late.stream()
            .filter(l -> county == null || county.equals(l.text("county_code")))
            .sorted(Results.by("received_hours", "county_code", "kind", "code"))
            .toList());
  }

  Section section() {
    List<Line> checks = results.lines("ops.data_check", DaySet.of(day));
    List<Line> files = troubledFiles();
    List<Sheet> sheets = new ArrayList<>();
    List<Sheet> folded = new ArrayList<>();
    Sheet unlimited = unjudged.unlimitedSheet();
    Sheet withdrawn = LaterVersions.sheet(results, names, day);
    int many = withdrawn.lines().size();
    Section.show(sheet(null), MOST_SHOWN, sheets, folded);
    Section.showAny(unjudged.unjudgedSheet(), MOST_SHOWN, sheets, folded);
    if (!unlimited.lines().isEmpty()) {
      folded.add(unlimited);
    }
    Section.showAny(withdrawn, MOST_SHOWN, sheets, folded);
    if (!files.isEmpty()) {
      folded.add(Sheets.of(results, "files", Map.of(), files));
    }
    Section.showAny(
        Sheets.of(results, "checks", Map.of("day", day), checks), CHECKS_SHOWN, sheets, folded);
    return new Section(
        "health",
        "数据质量",
        "Data health",
        "%s；%d个排口全天无法判定；%d个文件有拒收记录或整件退回；%d项检查未通过%s。"
            .formatted(
                counts("zh"),
                unjudged.count(),
                files.size(),
                checks.size(),
                many == 0 ? "" : "；%d个小时的超标被后续报文撤回或改值".formatted(many)),
        "%s %s no hour that could be judged. %s rejected records or %s held back. %s%s"
            .formatted(
                counts("en"),
                Words.count(unjudged.count(), "outlet has", "outlets have"),
                Words.count(files.size(), "file has", "files have"),
                files.size() == 1 ? "was" : "were",
                Words.count(checks.size(), "check failed.", "checks failed."),
                many == 0
                    ? ""
                    : " Later packets withdrew or changed %s."
                        .formatted(Words.count(many, "exceeding hour", "exceeding hours"))),
        "registry.station, registry.outlet, registry.meter, valid on the day; ops.landing_file:"
            + " reject_count, rejected_value_count, status; ops.data_check: count(*); data_day = "
            + day
            + "; "
            + withdrawn.source(),
        List.of(),
        sheets,
        folded);
  }

  private String counts(String language) {
    List<String> parts = new ArrayList<>();
    registered.forEach(
        (kind, count) -> {
          long few = late.stream().filter(l -> l.is("kind", kind)).count();
          long none =
              late.stream()
                  .filter(l -> l.is("kind", kind) && l.whole("received_hours") == 0)
                  .count();
          parts.add(
              language.equals("zh")
                  ? "%s%d个中%d个缺数（%d个全天无数）".formatted(Words.zh(kind), count, few, none)
                  : "%d of %s sent incomplete data (%d sent nothing)."
                      .formatted(
                          few, Words.count(count, Words.en(kind), Words.en(kind) + "s"), none));
        });
    return String.join(language.equals("zh") ? "；" : " ", parts);
  }

  private List<Line> troubledFiles() {
    return results
        .lines(
            "ops.landing_file",
            DaySet.ALWAYS,
            "file_id",
            "feed",
            "status",
            "reject_count",
            "rejected_value_count",
            "days",
            "note")
        .stream()
        .filter(
            l ->
                l.is("status", "held_back")
                    || l.whole("reject_count") + l.whole("rejected_value_count") > 0)
        .filter(l -> l.is("status", "held_back") || namesTheDay(l.text("days")))
        .sorted(Results.by("file_id"))
        .toList();
  }

  private boolean namesTheDay(String days) {
    return days != null && !days.isEmpty() && DaySet.parse(days).contains(day);
  }
}
