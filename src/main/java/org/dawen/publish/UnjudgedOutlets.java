package org.dawen.publish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dawen.lake.DaySet;
import org.dawen.standard.PacketFactors;

/** What registered outlets sent on a day and no rule could use, and why. */
final class UnjudgedOutlets {
  private static final String NO_LIMIT = "NO_LIMIT";
  private static final String UNKNOWN_FACTOR = "UNKNOWN_FACTOR";

  private final Names names;
  private final LocalDate day;
  private final List<Line> unjudged = new ArrayList<>();
  private final List<Line> unlimited = new ArrayList<>();

  /** The values of an outlet by what spoke against judging them. */
  private static final class Outlet {
    private final Map<String, Long> reasons = new TreeMap<>();
    private final Set<String> factorsWithoutLimit = new TreeSet<>();
    private boolean hasLimit;
    private boolean isJudged;
  }

  UnjudgedOutlets(Results results, Names names, LocalDate day) {
    this.names = names;
    this.day = day;
    Map<String, Outlet> outlets = new TreeMap<>();
    results
        .lines(
            "source.outlet_hour",
            DaySet.of(day),
            "outlet_code",
            "pollutant_code",
            "is_judgeable",
            "unjudgeable_reason",
            "limit_id",
            "day_limit_id")
        .forEach(l -> take(outlets.computeIfAbsent(l.text("outlet_code"), c -> new Outlet()), l));
    names.outlets().stream()
        .filter(o -> outlets.containsKey(o.text("outlet_code")))
        .forEach(o -> list(o, outlets.get(o.text("outlet_code"))));
  }

  private static void take(Outlet outlet, Line hour) {
    if (hour.text("limit_id") == null && hour.text("day_limit_id") == null) {
      outlet.factorsWithoutLimit.add(hour.text("pollutant_code"));
      return;
    }
    outlet.hasLimit = true;
    outlet.isJudged |= hour.is("is_judgeable", true);
    if (hour.text("unjudgeable_reason") != null) {
      outlet.reasons.merge(hour.text("unjudgeable_reason"), 1L, Long::sum);
    }
  }

  private void list(Line registered, Outlet outlet) {
    String code = registered.text("outlet_code");
    Line line =
        new Line(
            Map.of(
                "outlet_code",
                code,
                "name",
                names.enterprise(registered.text("enterprise_code"))
                    + " "
                    + registered.text("name")));
    Line named =
        line.with("county_code", registered.text("county_code"))
            .with("county_name", names.county(registered.text("county_code")));
    if (!outlet.hasLimit) {
      unjudged.add(named.with("reason", NO_LIMIT).with("value_count", null));
    } else if (!outlet.isJudged) {
      outlet.reasons.forEach(
          (reason, count) -> unjudged.add(named.with("reason", reason).with("value_count", count)));
    }
    for (String factor : outlet.factorsWithoutLimit) {
      boolean isKnown = PacketFactors.isKnown(factor);
      if (!isKnown || PacketFactors.isPollutant(factor)) {
        unlimited.add(
            named
                .with("pollutant_code", factor)
                .with("reason", isKnown ? NO_LIMIT : UNKNOWN_FACTOR));
      }
    }
  }

  /** Outlets none of whose hours of the day could be judged. */
  long count() {
    return unjudged.stream().map(l -> l.text("outlet_code")).distinct().count();
  }

  /** One line for each such outlet and reason. */
  Sheet unjudgedSheet() {
    return sheet(
        "unjudged",
        "全天无法判定的排口",
        "Outlets none of whose hours could be judged",
        "source.outlet_hour: is_judgeable, unjudgeable_reason of factors with a limit; data_day = ",
        List.of(
            Field.named("reason", "原因", "Reason"),
            new Field("value_count", "数值个数", "Values", "", -1)),
        unjudged);
  }

  /** Factors that are unknown, and pollutants without a limit. */
  Sheet unlimitedSheet() {
    return sheet(
        "unlimited",
        "未知因子及无限值的因子",
        "Factors that are unknown or have no limit",
        "source.outlet_hour: limit_id and day_limit_id are null; data_day = ",
        List.of(
            Field.named("pollutant_code", "因子", "Factor"), Field.named("reason", "原因", "Reason")),
        unlimited);
  }

  private Sheet sheet(
      String name, String zh, String en, String source, List<Field> fields, List<Line> lines) {
    List<Field> all = new ArrayList<>();
    all.add(Field.named("county_name", "区县", "County"));
    all.add(Field.named("outlet_code", "排口编码", "Outlet"));
    all.add(Field.named("name", "名称", "Name"));
    all.addAll(fields);
    return new Sheet(
        name,
        zh,
        en,
        source + day,
        all,
        List.of("outlet_code", fields.get(0).name()),
        lines.stream()
            .sorted(Results.by("county_code", "outlet_code", fields.get(0).name()))
            .toList(),
        "没有。",
        "None.");
  }
}
