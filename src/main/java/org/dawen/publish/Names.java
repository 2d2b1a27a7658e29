package org.dawen.publish;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dawen.lake.DaySet;

/** Names of the registry as they are valid on a day. */
final class Names {
  private final Map<String, String> counties = new TreeMap<>();
  private final Map<String, String> outlets = new LinkedHashMap<>();
  private final Map<String, String> enterprises = new LinkedHashMap<>();
  private final List<Line> stationRows;
  private final List<Line> outletRows;
  private final List<Line> meterRows;
  private final String homeCity;

  Names(Results results, LocalDate day) {
    List<Line> countyRows =
        valid(results, "registry.county", day, "county_code", "name", "city_code");
    countyRows.forEach(c -> counties.put(c.text("county_code"), c.text("name")));
    homeCity =
        countyRows.stream()
            .map(c -> c.text("city_code"))
            .filter(Objects::nonNull)
            .sorted()
            .findFirst()
            .orElse("");
    outletRows =
        valid(
            results,
            "registry.outlet",
            day,
            "outlet_code",
            "name",
            "enterprise_code",
            "enterprise_name",
            "county_code");
    outletRows.forEach(
        o -> {
          outlets.put(o.text("outlet_code"), o.text("name"));
          if (o.text("enterprise_name") != null) {
            enterprises.putIfAbsent(o.text("enterprise_code"), o.text("enterprise_name"));
          }
        });
    stationRows = valid(results, "registry.station", day, "station_code", "name", "county_code");
    meterRows = valid(results, "registry.meter", day, "meter_code", "enterprise_code", "role");
  }

  /** The rows of a reference table that hold on a day, in the order of the first column. */
  static List<Line> valid(Results results, String table, LocalDate day, String... columns) {
    String[] all = java.util.Arrays.copyOf(columns, columns.length + 2);
    all[columns.length] = "valid_from";
    all[columns.length + 1] = "valid_to";
    return results.lines(table, DaySet.ALWAYS, all).stream()
        .filter(l -> l.day("valid_from") == null || !l.day("valid_from").isAfter(day))
        .filter(l -> l.day("valid_to") == null || !l.day("valid_to").isBefore(day))
        .sorted(Results.by(columns[0]))
        .toList();
  }

  /** Code to name, in the order of codes. */
  Map<String, String> counties() {
    return counties;
  }

  /** The city whose counties the registry has. */
  String homeCity() {
    return homeCity;
  }

  List<Line> stations() {
    return stationRows;
  }

  List<Line> outlets() {
    return outletRows;
  }

  List<Line> meters() {
    return meterRows;
  }

  /** The name, else the code; null for null. */
  String county(String code) {
    return code == null ? null : counties.getOrDefault(code, code);
  }

  String outlet(String code) {
    return code == null ? null : outlets.getOrDefault(code, code);
  }

  String enterprise(String code) {
    return code == null ? null : enterprises.getOrDefault(code, code);
  }

  /** County of an enterprise: that of its first outlet; null: none known. */
  String countyOfEnterprise(String code) {
    return outletRows.stream()
        .filter(o -> Objects.equals(o.text("enterprise_code"), code))
        .map(o -> o.text("county_code"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** The line with the names that belong to its codes. */
  Line named(Line line) {
    Line named = line;
    if (line.values().containsKey("county_code")) {
      named = named.with("county_name", county(line.text("county_code")));
    }
    if (line.values().containsKey("outlet_code")) {
      named = named.with("outlet_name", outlet(line.text("outlet_code")));
    }
    if (line.values().containsKey("enterprise_code")
        && !line.values().containsKey("enterprise_name")) {
      String enterprise = enterprise(line.text("enterprise_code"));
      // An outlet the registry does not know is named by its code.
      named =
          named.with("enterprise_name", enterprise == null ? line.text("outlet_code") : enterprise);
    }
    return named;
  }
}
