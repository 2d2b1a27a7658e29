package org.dawen.publish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dawen.lake.DaySet;
import org.dawen.standard.PacketFactors;

/** What registered outlets sent on a day and no rule could use, and why. */
final class UnjudgedOutlets {
  private static final String NO_LIMIT = "NO_LIMIT";
  private static final String UNKNOWN_FACTOR = "UNKNOWN_FACTOR";

  private final Results results;
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
    this.results = results;
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
    Set<String> inlets = inlets(results, day);
    names.outlets().stream()
        .filter(o -> outlets.containsKey(o.text("outlet_code")))
        .filter(o -> !inlets.contains(o.text("outlet_code")))
        .forEach(o -> list(o, outlets.get(o.text("outlet_code"))));
  }

  /** Inlets of treatment emit nothing, so no limit is missing. */
  private static Set<String> inlets(Results results, LocalDate day) {
    Set<String> inlets = new TreeSet<>();
    Names.valid(results, "registry.treatment_link", day, "outlet_code", "inlet_codes").stream()
        .map(l -> l.text("inlet_codes"))
        .filter(Objects::nonNull)
        .forEach(codes -> inlets.addAll(List.of(codes.split("\\s*[;,，；]\\s*"))));
    return inlets;
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
    return sheet("unjudged", "reason", unjudged);
  }

  /** Factors that are unknown, and pollutants without a limit. */
  Sheet unlimitedSheet() {
    return sheet("unlimited", "pollutant_code", unlimited);
  }

  private Sheet sheet(String layout, String thenBy, List<Line> lines) {
    Comparator<Line> order = Results.by("county_code", "outlet_code", thenBy);
    return Sheets.of(results, layout, Map.of("day", day), lines.stream().sorted(order).toList());
  }
}
