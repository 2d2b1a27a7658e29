package org.dawen.cli;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.dawen.intake.FarDays;
import org.dawen.intake.Feeds;
import org.dawen.intake.LandingIntake;
import org.dawen.lake.Lake;
import org.dawen.lake.Message;
import org.dawen.lake.SqlEngine;
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

  static Findings look(Lake lake, SqlEngine engine, LocalDate asOf) {
    Findings findings = new Findings();
    look(findings, lake, engine, asOf);
    return findings;
  }

  static void look(Findings f, Lake lake, SqlEngine engine, LocalDate asOf) {
    List<String> unlimited = Ask.texts(engine, WITHOUT_LIMIT);
    Checks.make(
        "doctor",
        f,
        engine,
        Map.of("as_of", asOf.toString()),
        Map.of(
            "feeds_late", lateFeeds(engine, asOf),
            "files_left_open", LandingIntake.leftOpen(lake),
            "days_far_from_others", FarDays.inLake(lake),
            "days_missing_stations", MissingDays.of(engine, "air.station_hour", "station_code"),
            "days_missing_outlets", MissingDays.of(engine, "source.outlet_hour", "outlet_code"),
            "days_missing_meters", MissingDays.of(engine, "power.meter_interval", "meter_code"),
            "factors_unknown", of(unlimited, code -> !PacketFactors.isKnown(code)),
            "factors_without_limit", of(unlimited, PacketFactors::isPollutant)));
  }

  private static List<Message> lateFeeds(SqlEngine engine, LocalDate asOf) {
    List<Message> late = new ArrayList<>();
    LocalDate yesterday = asOf.minusDays(1);
    for (Map.Entry<String, Table> daily : Feeds.daily().entrySet()) {
      List<String> newest =
          Ask.texts(
              engine,
              "SELECT max(data_day) FROM %s WHERE data_day <= DATE'%s' HAVING count(*) > 0"
                  .formatted(daily.getValue(), asOf));
      if (!newest.isEmpty() && LocalDate.parse(newest.get(0)).isBefore(yesterday)) {
        LocalDate day = LocalDate.parse(newest.get(0));
        late.add(
            Message.of(
                "doctor.late",
                daily.getKey(),
                day,
                ChronoUnit.DAYS.between(day, yesterday),
                yesterday));
      }
      if (newest.isEmpty()
          && Ask.texts(engine, "SELECT 1 FROM %s LIMIT 1".formatted(daily.getValue())).isEmpty()) {
        late.add(Message.of("doctor.nothing-yet", daily.getKey()));
      }
    }
    return late;
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
