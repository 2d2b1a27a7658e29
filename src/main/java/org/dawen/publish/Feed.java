package org.dawen.publish;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dawen.lake.DaySet;
import org.dawen.lake.Table;
import org.dawen.standard.WaterProvisions;

/** The tables the province gets for a month, from the result tables, with names and masks. */
final class Feed {
  /** A standard that judged numbers of the feed. */
  record Standard(String what, String name, String confidence) {
    private static Standard of(WaterProvisions.Rule rule) {
      return new Standard(rule.what(), rule.standard(), rule.confidence().letter());
    }
  }

  /** Columns that count verdicts by limits nobody has verified, too: not for the province. */
  private static final Set<String> WITH_PROVISIONAL =
      Set.of(
          "outlet_count",
          "judged_days",
          "compliant_days",
          "provisional_days",
          "compliance_rate_percent");

  private final Results results;
  private final YearMonth month;
  private final Names names;
  private final DaySet days;
  private final DaySet first;
  private final List<Sheet> sheets = new ArrayList<>();
  private final Map<String, String> tableOf = new LinkedHashMap<>();

  Feed(Results results, YearMonth month) {
    this.results = results;
    this.month = month;
    this.days = DaySet.between(month.atDay(1), month.atEndOfMonth());
    this.first = DaySet.of(month.atDay(1));
    this.names = new Names(results, month.atEndOfMonth());
    air();
    source();
    water();
    vehicles();
    pool();
    closure();
  }

  YearMonth month() {
    return month;
  }

  Names names() {
    return names;
  }

  Results results() {
    return results;
  }

  List<Sheet> sheets() {
    return sheets;
  }

  Sheet sheet(String name) {
    return sheets.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  /** The table of the lake a sheet shows. */
  String tableOf(Sheet sheet) {
    return tableOf.get(sheet.name());
  }

  /** The tables of the lake the feed rests on. */
  Set<String> tables() {
    return new LinkedHashSet<>(tableOf.values());
  }

  private void air() {
    for (String[] kind :
        new String[][] {{"city", "空气质量统计-市"}, {"county", "空气质量统计-区县"}, {"township", "空气质量统计-乡镇"}}) {
      add(
          "air_" + kind[0],
          kind[1],
          "air.area_month",
          "month_start = %s AND area_kind = '%s'".formatted(month.atDay(1), kind[0]),
          first,
          l -> l.is("area_kind", kind[0]));
    }
    add(
        "air_ranking",
        "空气质量排名",
        "air.ranking_month",
        "month_start = " + month.atDay(1),
        first,
        l -> true);
  }

  private void source() {
    String inMonth = "data_day BETWEEN %s AND %s".formatted(month.atDay(1), month.atEndOfMonth());
    String confirmed = inMonth + " AND NOT is_provisional";
    Predicate<Line> isConfirmed = l -> !l.is("is_provisional", true);
    add("source_episodes", "超标过程", "source.exceedance_episode", confirmed, days, isConfirmed);
    add("source_hours", "超标小时", "source.exceedance_hour", confirmed, days, isConfirmed);
    String ofMonth = "month_start = " + month.atDay(1);
    add("source_transmission", "数据传输有效率", "source.transmission_month", ofMonth, first, l -> true);
    add("source_accuracy", "数据准确率", "source.accuracy_month", ofMonth, first, l -> true);
    add(
        "source_compliance",
        "达标率",
        "source.compliance_month",
        ofMonth + " AND confirmed_judged_days > 0",
        first,
        l -> l.whole("confirmed_judged_days") > 0);
  }

  /**
   * Sections of the city, and areas with the cities it is ranked among. A month is a statistic: it
   * stays in where a rule behind it is not verified, and says so.
   */
  private void water() {
    String ofMonth = "month_start = " + month.atDay(1);
    WaterSections sections = new WaterSections(results, names, month.atEndOfMonth());
    String ofCity = ofMonth + " AND city_code = '" + names.homeCity() + "'";
    add("water_sections", "地表水断面月", "water.section_month", ofCity, first, sections::has);
    add("water_areas", "地表水区域月", "water.area_month", ofMonth, first, l -> true);
    add("water_areas_year", "地表水区域年累计", "water.area_year", ofMonth, first, l -> true);
    add(
        "water_lakes",
        "湖库营养状态",
        "water.lake_month",
        ofCity,
        first,
        l -> l.is("city_code", names.homeCity()));
  }

  /** Counts alone: who stands on the list is not published. */
  private void vehicles() {
    String table = "diesel.watch_list";
    if (!results.has(table)) {
      return;
    }
    Map<List<String>, Set<String>> vins = new TreeMap<>(Feed::compare);
    results
        .lines(table, days, "vin", "county_code", "worst_class")
        .forEach(
            l ->
                vins.computeIfAbsent(
                        Arrays.asList(l.text("county_code"), l.text("worst_class")),
                        k -> new TreeSet<>())
                    .add(l.text("vin")));
    List<Line> lines = new ArrayList<>();
    vins.forEach(
        (key, of) -> {
          Map<String, Object> values = new LinkedHashMap<>();
          values.put("county_code", key.get(0));
          values.put("county_name", names.county(key.get(0)));
          values.put("worst_class", key.get(1));
          values.put("vehicle_count", of.size());
          lines.add(new Line(values));
        });
    tableOf.put("obd_counts", table);
    sheets.add(
        Sheets.of(
            results,
            "obd_counts",
            Map.of("from", month.atDay(1), "to", month.atEndOfMonth()),
            lines));
  }

  private static int compare(List<String> a, List<String> b) {
    return a.toString().compareTo(b.toString());
  }

  private void pool() {
    String condition = "data_day = " + month.atDay(1);
    add("pool_balance", "指标池-县级账户", "pool.balance_month", condition, first, l -> true);
    add("pool_city", "指标池-市级统筹", "pool.city_balance_month", condition, first, l -> true);
  }

  private void closure() {
    add(
        "work_orders",
        "异常工单办结",
        "lead.county_month",
        "data_day = " + month.atDay(1),
        first,
        l -> true);
  }

  private void add(
      String name,
      String title,
      String tableName,
      String condition,
      DaySet of,
      Predicate<Line> wanted) {
    Table table = results.table(tableName);
    List<Line> lines =
        results.lines(tableName, of).stream()
            .filter(wanted)
            .map(names::named)
            .map(Mask::line)
            .map(this::withAreaName)
            .toList();
    List<Field> fields = new ArrayList<>();
    boolean countsProvisional = name.equals("source_compliance");
    for (org.dawen.lake.Column c : table.columns()) {
      if (countsProvisional && WITH_PROVISIONAL.contains(c.name())) {
        continue;
      }
      fields.add(Field.of(table, c.name()));
      switch (c.name()) {
        case "county_code", "origin_county_code" ->
            fields.add(Field.named("county_name", "区县名称", "County"));
        case "outlet_code" -> fields.add(Field.named("outlet_name", "排口名称", "Outlet"));
        case "enterprise_code" -> fields.add(Field.named("enterprise_name", "企业名称", "Enterprise"));
        case "area_code" -> {
          if (table.columns().stream().noneMatch(a -> a.name().equals("area_name"))) {
            fields.add(Field.named("area_name", "统计对象名称", "Area"));
          }
        }
        default -> {}
      }
    }
    tableOf.put(name, tableName);
    sheets.add(
        new Sheet(
            name,
            title,
            name,
            tableName + ", " + condition,
            fields,
            table.key().stream().map(c -> c.name()).toList(),
            lines,
            "本月没有数据。",
            "No data this month."));
  }

  private Line withAreaName(Line line) {
    if (line.values().containsKey("origin_county_code")) {
      String code = line.text("origin_county_code");
      return line.with("county_name", code.equals("ALL") ? "全市合计" : names.county(code));
    }
    if (line.is("county_code", "*")) {
      return line.with("county_name", "全市");
    }
    if (!line.values().containsKey("area_level")) {
      return line;
    }
    String code = line.text("area_code");
    return line.with(
        "area_name",
        switch (line.text("area_level")) {
          case "outlet" -> names.outlet(code);
          case "enterprise" -> names.enterprise(code);
          case "county" -> names.county(code);
          default -> "全市";
        });
  }

  /** The standards that judged what the feed shows, as its rows name them. */
  List<Standard> standards() {
    Set<Standard> found = new LinkedHashSet<>();
    results.lines("air.area_day", days, "rule_set").stream()
        .map(l -> l.text("rule_set"))
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .forEach(s -> found.add(new Standard("air index", s, "")));
    for (String kind : List.of("air_city", "air_county", "air_township")) {
      sheet(kind).lines().stream()
          .map(l -> l.text("limits_of"))
          .filter(Objects::nonNull)
          .distinct()
          .sorted()
          .forEach(s -> found.add(new Standard("air composite index", s, "")));
    }
    sheet("source_hours").lines().stream()
        .map(l -> new Standard("emission limit", l.text("limit_id"), l.text("limit_confidence")))
        .distinct()
        .sorted(java.util.Comparator.comparing(Standard::name))
        .forEach(found::add);
    if (!sheet("water_sections").lines().isEmpty()) {
      WaterProvisions.ofSections(month.atDay(1)).forEach(r -> found.add(Standard.of(r)));
    }
    if (!sheet("water_areas").lines().isEmpty()) {
      WaterProvisions.ofAreas(month.atDay(1)).forEach(r -> found.add(Standard.of(r)));
    }
    return List.copyOf(found);
  }

  /** The last day with air of the home city's counties; null: none. */
  LocalDate lastDayOfAir() {
    return sheet("air_county").lines().stream()
        .filter(l -> l.is("period_kind", "month"))
        .map(l -> l.day("last_day"))
        .filter(Objects::nonNull)
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  /** True if no sheet has a row. */
  boolean isEmpty() {
    return sheets.stream().allMatch(s -> s.lines().isEmpty());
  }

  /** Version of each table of the lake, by name; −1: not written yet. */
  Map<String, Long> versions() {
    return tables().stream()
        .collect(
            Collectors.toMap(
                t -> t,
                t -> results.lake().newestVersion(results.table(t)),
                (a, b) -> a,
                TreeMap::new));
  }
}
