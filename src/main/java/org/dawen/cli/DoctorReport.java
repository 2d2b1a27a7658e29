package org.dawen.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dawen.intake.FarDays;
import org.dawen.intake.Feeds;
import org.dawen.intake.LandingIntake;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Query;
import org.dawen.lake.Table;

/** What a person should look at: one question after another, asked of the tables in SQL. */
final class DoctorReport {
  private DoctorReport() {}

  static Findings look(Lake lake, LocalDate asOf) {
    Findings findings = new Findings();
    look(findings, lake, asOf);
    return findings;
  }

  static void look(Findings f, Lake lake, LocalDate asOf) {
    Query query = new Query(lake, Catalogue.tables());
    lateFeeds(f, query, asOf);
    section(
        f,
        query,
        "files_held_back",
        "files held back whole",
        "SELECT file_id || ': ' || note FROM ops.landing_file WHERE status = 'held_back' ORDER BY"
            + " 1",
        "Have them sent again, or remove them from the landing folder.");
    f.add(
        "files_left_open",
        "files whose taking-in was cut short",
        LandingIntake.leftOpen(lake),
        "Run './dawen nightly': it takes them in anew.");
    section(
        f,
        query,
        "files_without_records",
        "files without records",
        "SELECT file_id FROM ops.landing_file WHERE status = 'accepted' AND record_count = 0"
            + " ORDER BY 1",
        "Ask the sender whether anything is missing.");
    section(
        f,
        query,
        "rejects",
        "reasons for rejects",
        "SELECT feed || ' ' || reason || ': ' || count(*) || ' in ' || count(DISTINCT file_id) ||"
            + " ' files, first ' || min(file_id) FROM ops.reject GROUP BY feed, reason"
            + " ORDER BY count(*) DESC, 1",
        "SELECT * FROM ops.reject shows each with file, line and content.");
    f.add(
        "days_far_from_others",
        "days that lie a year or more from all other days of their file",
        FarDays.inLake(lake),
        "Have the file corrected if the day is wrong; until then its results stand.");
    missingDays(f, query, "air.station_hour", "station_code", "stations");
    missingDays(f, query, "source.outlet_hour", "outlet_code", "outlets");
    missingDays(f, query, "power.meter_interval", "meter_code", "meters");
    section(
        f,
        query,
        "hours_from_the_future",
        "outlets that have sent hours of days after " + asOf + ": a clock that is ahead",
        "SELECT outlet_code || ': ' || count(DISTINCT data_day) || ' days, ' || min(data_day) ||"
            + " ' to ' || max(data_day) || ', first ' || min_by(file_id || ' record ' || record_no,"
            + " hour_start) FROM source.outlet_hour WHERE data_day > DATE'"
            + asOf
            + "' GROUP BY outlet_code ORDER BY 1",
        "Have the device's clock set; --day D looks as of another day.  Logs with times of receipt"
            + " let the night find such packets itself (source.packet_finding).");
    neverSeen(f, query);
    section(
        f,
        query,
        "checks_failed",
        "checks of tables that do not hold",
        "SELECT table_name || ' ' || data_day || ' ' || check_name || ': ' || sample FROM"
            + " ops.data_check ORDER BY 1",
        "A key names several rows: the result must not be used; report it as a bug with these"
            + " keys.");
    decidedByPath(f, query);
    RevisionChecks.of(f, query);
    unknownCodes(f, query);
    OutletChecks.ofResults(f, query, asOf);
    PowerChecks.ofLeads(f, query);
    WaterChecks.of(f, query);
  }

  private static void lateFeeds(Findings f, Query query, LocalDate asOf) {
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
    f.add(
        "feeds_late",
        "feeds that bring nothing up to the day before " + asOf,
        late,
        "Ask the sender; --day D looks as of another day.");
  }

  private static void missingDays(
      Findings f, Query query, String table, String code, String whoAll) {
    section(
        f,
        query,
        "days_missing_" + whoAll,
        whoAll + " with days missing between days of their feed less than a year apart",
        """
        WITH sent AS (SELECT data_day, lead(data_day) OVER (ORDER BY data_day) AS next_day
                      FROM (SELECT DISTINCT data_day FROM %1$s)),
        days AS (SELECT explode(sequence(data_day, IF(datediff(next_day, data_day) < %3$d,
                                                      date_sub(next_day, 1), data_day))) AS data_day
                 FROM sent),
        seen AS (SELECT DISTINCT %2$s AS code, data_day FROM %1$s),
        gaps AS (SELECT c.code, d.data_day FROM (SELECT DISTINCT code FROM seen) c CROSS JOIN days d
                 LEFT ANTI JOIN seen s ON s.code = c.code AND s.data_day = d.data_day)
        SELECT code || ': ' || count(*) || ' days, ' || min(data_day) || ' to ' || max(data_day)
        FROM gaps GROUP BY code ORDER BY count(*) DESC, code
        """
            .formatted(table, code, DaySet.FAR),
        "Ask the sender for these days; './dawen nightly' takes them in whenever they come.");
  }

  private static void neverSeen(Findings f, Query query) {
    String sql =
        """
        SELECT 'station ' || station_code FROM registry.station r LEFT ANTI JOIN
          (SELECT DISTINCT station_code AS code FROM air.station_hour) s ON s.code = r.station_code
        UNION SELECT 'outlet ' || outlet_code FROM registry.outlet r LEFT ANTI JOIN
          (SELECT DISTINCT outlet_code AS code FROM source.outlet_hour) s ON s.code = r.outlet_code
        UNION SELECT 'meter ' || meter_code FROM registry.meter r LEFT ANTI JOIN
          (SELECT DISTINCT meter_code AS code FROM power.meter_interval) s ON s.code = r.meter_code
        ORDER BY 1
        """;
    section(
        f,
        query,
        "registered_but_silent",
        "registered stations, outlets and meters that never sent anything",
        sql,
        "Ask the sender, or end their period in the registry.");
  }

  private static void decidedByPath(Findings f, Query query) {
    String sql =
        """
        SELECT 'air.station_hour ' || station_code || ' ' || hour_start || ': '
          || revision_count || ' revisions' FROM air.station_hour WHERE is_decided_by_path
        UNION ALL SELECT 'source.outlet_hour ' || outlet_code || ' ' || pollutant_code || ' '
          || hour_start || ': ' || revision_count || ' revisions'
          FROM source.outlet_hour WHERE is_decided_by_path
        UNION ALL SELECT 'power.meter_interval ' || meter_code || ' ' || interval_end || ': '
          || revision_count || ' revisions' FROM power.meter_interval WHERE is_decided_by_path
        ORDER BY 1
        """;
    section(
        f,
        query,
        "decided_by_path",
        "values of which only path and line decided the revision in force",
        sql,
        "Have the right value sent once more in a file with _r2 in its name.");
  }

  private static void unknownCodes(Findings f, Query query) {
    String sql =
        """
        SELECT 'station ' || station_code || ': ' || count(*) || ' days from ' || min(data_day)
          FROM air.unknown_station GROUP BY station_code
        UNION ALL SELECT 'outlet with MN ' || mn || ': ' || count(*) || ' days from '
          || min(data_day) FROM source.unknown_outlet GROUP BY mn
        UNION ALL SELECT 'meter ' || meter_code || ': ' || count(*) || ' days from '
          || min(data_day) FROM power.unknown_meter GROUP BY meter_code
        ORDER BY 1
        """;
    section(
        f,
        query,
        "unknown_codes",
        "codes that send data but are not in the registry",
        sql,
        "Register them; their days are computed anew by the next nightly.");
  }

  private static void section(
      Findings f, Query query, String name, String question, String sql, String remedy) {
    f.add(name, question, Ask.each(query, sql), remedy);
  }
}
