package org.dawen.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.dawen.intake.FarDays;
import org.dawen.intake.Feeds;
import org.dawen.intake.LandingIntake;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Query;
import org.dawen.lake.Table;
import org.dawen.standard.PacketFactors;

/** What a person should look at: one question after another, asked of the tables in SQL. */
final class DoctorReport {
  private static final String WITHOUT_LIMIT =
      """
      SELECT pollutant_code || chr(9) || outlet_code || ' ' || pollutant_code || ': '
        || count(DISTINCT data_day) || ' days, ' || min(data_day) || ' to ' || max(data_day)
      FROM source.outlet_hour WHERE limit_id IS NULL AND day_limit_id IS NULL
      GROUP BY outlet_code, pollutant_code ORDER BY outlet_code, pollutant_code
      """;

  private DoctorReport() {}

  static Findings look(Lake lake, LocalDate asOf) {
    Findings findings = new Findings();
    look(findings, lake, asOf);
    return findings;
  }

  static void look(Findings f, Lake lake, LocalDate asOf) {
    Query query = new Query(lake, Catalogue.tables());
    List<String> unlimited = Ask.texts(query, WITHOUT_LIMIT);
    Checks.make(
        "doctor",
        f,
        query,
        Map.of(
            "as_of", asOf.toString(),
            "gaps_of_stations", gaps("air.station_hour", "station_code"),
            "gaps_of_outlets", gaps("source.outlet_hour", "outlet_code"),
            "gaps_of_meters", gaps("power.meter_interval", "meter_code")),
        Map.of(
            "feeds_late", lateFeeds(query, asOf),
            "files_left_open", LandingIntake.leftOpen(lake),
            "days_far_from_others", FarDays.inLake(lake),
            "factors_unknown", of(unlimited, code -> !PacketFactors.isKnown(code)),
            "factors_without_limit", of(unlimited, PacketFactors::isPollutant)));
  }

  private static List<String> lateFeeds(Query query, LocalDate asOf) {
    List<String> late = new ArrayList<>();
    for (Map.Entry<String, Table> daily : Feeds.daily().entrySet()) {
      late.addAll(
          Ask.texts(
              query,
              """
              SELECT '%1$s: newest day ' || max(data_day) || ', '
                     || (datediff(DATE'%2$s', max(data_day)) - 1) || ' days behind '
                     || date_sub(DATE'%2$s', 1)
              FROM %3$s WHERE data_day <= DATE'%2$s'
              HAVING max(data_day) < date_sub(DATE'%2$s', 1)
              """
                  .formatted(daily.getKey(), asOf, daily.getValue())));
      late.addAll(
          Ask.texts(
              query,
              "SELECT '%s: nothing received yet' FROM %s HAVING count(*) = 0"
                  .formatted(daily.getKey(), daily.getValue())));
    }
    return late;
  }

  private static String gaps(String table, String code) {
    return """
        WITH sent AS (SELECT data_day, lead(data_day) OVER (ORDER BY data_day) AS next_day
                      FROM (SELECT DISTINCT data_day FROM %1$s)),
        days AS (SELECT explode(sequence(data_day, IF(datediff(next_day, data_day) < %3$d,
                                                      date_sub(next_day, 1), data_day))) AS data_day
                 FROM sent),
        seen AS (SELECT DISTINCT %2$s AS code, data_day FROM %1$s),
        gaps AS (SELECT c.code, d.data_day FROM (SELECT DISTINCT code FROM seen) c CROSS JOIN days d
                 LEFT ANTI JOIN seen s ON s.code = c.code AND s.data_day = d.data_day)
        SELECT code || ': ' || count(*) || ' days, ' || min(data_day) || ' to ' || max(data_day)
        FROM gaps GROUP BY code ORDER BY count(*) DESC, code"""
        .formatted(table, code, DaySet.FAR);
  }

  /** The texts behind the tab whose code, before it, is asked for. */
  private static List<String> of(List<String> byCode, Predicate<String> isAsked) {
    return byCode.stream()
        .map(t -> t.split("\t", 2))
        .filter(t -> isAsked.test(t[0]))
        .map(t -> t[1])
        .toList();
  }
}
