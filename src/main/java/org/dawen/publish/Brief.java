package org.dawen.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.dawen.lake.DaySet;

/**
 * What the morning brief of a day says, section by section, from the result tables. Nothing in it
 * depends on the clock: the same tables give the same brief.
 */
final class Brief {
  private static final int WORST_SHOWN = 8;
  private static final int TARGETS_SHOWN = 12;
  private static final int LEAD_DAYS = 30;
  private static final Said CITY = new Said("全市", "City");
  private static final String AREA_DAY = "air.area_day";

  private final Results results;
  private final Names names;
  private final LocalDate day;
  private final LocalDate month;
  private final List<Line> areaDays;
  private final DataHealth health;
  private final Decisions decisions;

  Brief(Results results, LocalDate day) {
    this.results = results;
    this.day = day;
    this.month = day.withDayOfMonth(1);
    this.names = new Names(results, day);
    this.areaDays =
        results.lines(
            AREA_DAY,
            DaySet.between(month, day),
            "area_kind",
            "area_code",
            "area_name",
            "data_day",
            "aqi",
            "class_name",
            "primary_pollutant",
            "pm2_5_ug_m3",
            "pm10_ug_m3",
            "o3_8h_ug_m3");
    this.health = new DataHealth(results, names, day);
    this.decisions = new Decisions(results);
  }

  LocalDate day() {
    return day;
  }

  /** What asks for a decision comes first. */
  List<Section> sections() {
    return List.of(
        headroom(),
        leads(),
        ExceedanceBrief.section(results, names, decisions, day),
        PlanBrief.section(results, day),
        new Comparison(results, names, day).section(),
        air(),
        WaterBrief.section(results, names, day),
        new NoiseBrief(results, names, day).section(),
        new GroundBrief(results, names, day).section(),
        vehicles(),
        new TreatmentBrief(results, names, day).section(),
        pool(),
        new WasteSheets(results, names, day).section(),
        EnforceBrief.section(results, names, decisions, day),
        health.section());
  }

  private Line cityOf(LocalDate someDay) {
    return areaDays.stream()
        .filter(l -> l.is("area_kind", "city") && l.is("area_code", names.homeCity()))
        .filter(l -> l.is("data_day", someDay))
        .findFirst()
        .orElse(null);
  }

  private List<Line> countiesOfTheDay() {
    List<Line> ofDay =
        areaDays.stream()
            .filter(l -> l.is("area_kind", "county") && l.is("data_day", day))
            .sorted(Results.byMost("aqi").thenComparing(Results.by("area_code")))
            .toList();
    Line city = cityOf(day);
    List<Line> all = new ArrayList<>();
    if (city != null) {
      all.add(city.with("area_name", CITY));
    }
    all.addAll(ofDay);
    return all;
  }

  /** One line of air.ranking_month an area: the month to date, dust included. */
  private Map<String, Line> ranks() {
    Map<String, Line> ranks = new LinkedHashMap<>();
    results
        .lines(
            "air.ranking_month",
            DaySet.of(month),
            "area_kind",
            "area_code",
            "period_kind",
            "dust",
            "rank_no",
            "ranked_count",
            "index_to_date",
            "distance_up")
        .stream()
        .filter(l -> l.is("period_kind", "month") && l.is("dust", "included"))
        .filter(l -> !l.is("area_kind", "township"))
        .forEach(l -> ranks.put(l.text("area_kind") + l.text("area_code"), l));
    return ranks;
  }

  private Section air() {
    Map<String, Line> ranks = ranks();
    List<Line> lines = new ArrayList<>();
    for (Line line : countiesOfTheDay()) {
      Line rank = ranks.get(line.text("area_kind") + line.text("area_code"));
      Line joined = line;
      for (String c : List.of("index_to_date", "rank_no", "ranked_count", "distance_up")) {
        joined = joined.with(c, rank == null ? null : rank.at(c));
      }
      lines.add(joined);
    }
    Sheet today = Sheets.of(results, "air_day", Map.of("day", day, "month", month), lines);
    Sheet trend = Sheets.of(results, "air_trend", Map.of("city", names.homeCity()), cityTrend());
    Line city = cityOf(day);
    Line rank = ranks.get("city" + names.homeCity());
    return new Section(
        "air",
        "空气质量",
        "Air",
        city == null || city.at("aqi") == null
            ? "当日全市没有有效AQI。"
            : "全市AQI %s，%s%s。%s"
                .formatted(
                    city.text("aqi"),
                    city.text("class_name"),
                    city.at("primary_pollutant") == null
                        ? ""
                        : "，首要污染物" + Words.zh(city.text("primary_pollutant")),
                    rank == null || rank.at("rank_no") == null
                        ? ""
                        : "本月综合指数%s，在%s个城市中列第%s位。"
                            .formatted(
                                rank.text("index_to_date"),
                                rank.text("ranked_count"),
                                rank.text("rank_no"))),
        city == null || city.at("aqi") == null
            ? "The city has no valid AQI that day."
            : "The city's AQI is %s (%s)%s.%s"
                .formatted(
                    city.text("aqi"),
                    AqiColour.of(city.text("class_name")).en(),
                    city.at("primary_pollutant") == null
                        ? ""
                        : "; the primary pollutant is " + Words.en(city.text("primary_pollutant")),
                    rank == null || rank.at("rank_no") == null
                        ? ""
                        : " Its composite index for the month to date is %s, rank %s of %s cities."
                            .formatted(
                                rank.text("index_to_date"),
                                rank.text("rank_no"),
                                rank.text("ranked_count"))),
        "air.area_day: aqi, class_name, primary_pollutant; air.ranking_month: index_to_date,"
            + " ranked_count, rank_no; area_kind = city, area_code = "
            + names.homeCity(),
        List.of("counties", "trend"),
        List.of(today),
        List.of(trend));
  }

  private List<Line> cityTrend() {
    return areaDays.stream()
        .filter(l -> l.is("area_kind", "city") && l.is("area_code", names.homeCity()))
        .sorted(Results.by("data_day"))
        .toList();
  }

  private Section headroom() {
    String table = "air.headroom_day";
    List<Line> all = results.lines(table, DaySet.of(day));
    List<Line> lines =
        all.stream()
            .filter(l -> l.is("goal_kind", "target") && l.is("dust", "included"))
            .map(
                l ->
                    l.is("area_kind", "city") && l.is("area_code", names.homeCity())
                        ? l.with("area_name", CITY)
                        : l)
            .sorted(
                Comparator.comparing((Line l) -> !l.is("goal_state", "missed"))
                    .thenComparing(l -> !l.is("goal_state", "out_of_reach"))
                    .thenComparing(
                        Results.by("area_kind", "area_code", "item", "period_kind", "dust")))
            .toList();
    long missed = lines.stream().filter(l -> l.is("goal_state", "missed")).count();
    long lost = lines.stream().filter(l -> l.is("goal_state", "out_of_reach")).count();
    Sheet sheet = Sheets.of(results, "headroom", Map.of("day", day), lines);
    return Section.of(
        "headroom",
        "目标余量与排名",
        "Headroom and rank",
        lines.isEmpty() ? "" : "%d项目标，其中%d项未达到，%d项已无法达到。".formatted(lines.size(), missed, lost),
        lines.isEmpty()
            ? ""
            : "Of %s, %s missed and %s out of reach."
                .formatted(
                    Words.count(lines.size(), "target", "targets"),
                    Words.count(missed, "is", "are"),
                    Words.count(lost, "is", "are")),
        table + ": count(*); goal_state = missed, out_of_reach; data_day = " + day,
        sheet,
        TARGETS_SHOWN);
  }

  private Section leads() {
    List<Line> open =
        results.lines("lead.lead", DaySet.between(day.minusDays(LEAD_DAYS), day)).stream()
            .filter(l -> !l.is("status", "CLOSED"))
            .map(names::named)
            .map(decisions::besideLead)
            .map(Mask::lead)
            .sorted(Results.byMost("score").thenComparing(Results.by("lead_id")))
            .toList();
    List<Line> fresh = open.stream().filter(l -> l.is("data_day", day)).toList();
    List<Line> late =
        open.stream()
            .filter(l -> l.day("due_day") != null && l.day("due_day").isBefore(day.plusDays(1)))
            .toList();
    List<Line> ordered = new ArrayList<>(late);
    fresh.stream().filter(l -> !late.contains(l)).forEach(ordered::add);
    open.stream().filter(l -> !ordered.contains(l)).forEach(ordered::add);
    Sheet sheet =
        Sheets.of(results, "leads", Map.of("day", day, "from", day.minusDays(LEAD_DAYS)), ordered);
    return Section.of(
        "leads",
        "异常问题线索",
        "Leads",
        "到期未办结%d条；当日新线索%d条；近%d天未办结%d条。"
            .formatted(late.size(), fresh.size(), LEAD_DAYS, open.size()),
        "%s overdue and %s new. Of the last %d days, %s open."
            .formatted(
                Words.count(late.size(), "lead is", "leads are"),
                Words.count(fresh.size(), "is", "are"),
                LEAD_DAYS,
                Words.count(open.size(), "lead is", "leads are")),
        "lead.lead: count(*); data_day = %s; status <> CLOSED; due_day <= %s".formatted(day, day),
        sheet,
        Math.max(WORST_SHOWN, late.size())); // none that is overdue is folded away
  }

  private Section vehicles() {
    String table = "diesel.watch_list";
    if (!results.has(table)) {
      return new Section(
          "vehicles",
          "柴油货车OBD关注名单",
          "OBD watch list",
          "本版本没有OBD结果表。",
          "This version has no OBD tables.",
          "",
          List.of(),
          List.of(),
          List.of());
    }
    List<Line> list =
        results.lines(table, DaySet.of(day)).stream()
            .map(names::named)
            .map(l -> l.with("vin", null).with("vin_masked", Mask.vin(l.text("vin"))))
            .map(l -> l.with("owner", Mask.owner(l.text("owner"))))
            .sorted(Results.by("rank_no", "vin_masked"))
            .toList();
    Sheet sheet = Sheets.of(results, "watch_list", Map.of("day", day), list);
    return Section.of(
        "vehicles",
        "柴油货车OBD关注名单",
        "OBD watch list",
        "名单上%d辆。筛查结果，不是执法结论。".formatted(list.size()),
        "The list has %s. These are screening results, not verdicts."
            .formatted(Words.count(list.size(), "vehicle", "vehicles")),
        table + ": count(*); data_day = " + day,
        sheet,
        WORST_SHOWN);
  }

  private Section pool() {
    String table = "pool.balance_month";
    List<Line> rows =
        results.lines(
            table, DaySet.of(month), "county_code", "pollutant_code", "balance_t", "shortfall_t");
    List<Line> city =
        results.lines(
            "pool.city_balance_month",
            DaySet.of(month),
            "origin_county_code",
            "pollutant_code",
            "balance_t");
    TreeSet<String> pollutants = new TreeSet<>();
    rows.forEach(l -> pollutants.add(l.text("pollutant_code")));
    city.forEach(l -> pollutants.add(l.text("pollutant_code")));
    Map<String, Line> byCounty = new LinkedHashMap<>();
    names.counties().keySet().forEach(c -> byCounty.put(c, start(names.county(c))));
    for (Line l : rows) {
      byCounty.merge(
          l.text("county_code"),
          start(names.county(l.text("county_code")))
              .with("balance_t, pollutant_code = " + l.text("pollutant_code"), l.at("balance_t")),
          (a, b) ->
              a.with("balance_t, pollutant_code = " + l.text("pollutant_code"), l.at("balance_t")));
    }
    Line all = start(new Said("市级统筹", "Held by the city"));
    for (Line l : city) {
      if (l.is("origin_county_code", "ALL")) {
        all =
            all.with("balance_t, pollutant_code = " + l.text("pollutant_code"), l.at("balance_t"));
      }
    }
    List<Line> lines = new ArrayList<>(byCounty.values());
    lines.add(all);
    List<Field> fields = new ArrayList<>();
    fields.add(Field.named("county_name", "账户", "Account"));
    pollutants.forEach(
        p -> fields.add(new Field("balance_t, pollutant_code = " + p, p, p, "t", 4)));
    BigDecimal shortfall =
        rows.stream()
            .map(l -> l.number("shortfall_t"))
            .filter(Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    Sheet sheet =
        new Sheet(
            "pool",
            "指标池余额",
            "Balances of the indicator pool",
            "pool.balance_month; pool.city_balance_month, origin_county_code = ALL; data_day = "
                + month,
            fields,
            List.of("county_name"),
            pollutants.isEmpty() ? List.of() : lines,
            "本月没有指标池余额。",
            "No balances this month.");
    return new Section(
        "pool",
        "指标池",
        "Indicator pool",
        pollutants.isEmpty()
            ? ""
            : "截至%d年%d月末；欠量合计%s吨。"
                .formatted(month.getYear(), month.getMonthValue(), plain(shortfall)),
        pollutants.isEmpty()
            ? ""
            : "At the end of %s the shortfall is %s t in all."
                .formatted(month.toString().substring(0, 7), plain(shortfall)),
        "pool.balance_month: sum(shortfall_t); data_day = " + month,
        List.of(),
        List.of(sheet),
        List.of());
  }

  private static Line start(Object account) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("county_name", account);
    return new Line(values);
  }

  /** Counties and the city of the day with class and AQI, worst first: for the picture. */
  List<Line> picturedCounties() {
    return countiesOfTheDay().stream()
        .filter(l -> l.at("aqi") != null)
        .sorted(Comparator.comparing((Line l) -> l.whole("aqi")).reversed())
        .toList();
  }

  /** The city's days of the month so far: for the picture. */
  List<Line> picturedTrend() {
    return cityTrend();
  }

  static String rounded(BigDecimal number, int decimals) {
    return number == null ? "—" : number.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
