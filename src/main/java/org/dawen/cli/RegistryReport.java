package org.dawen.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.dawen.intake.LandingIntake;
import org.dawen.intake.LosingFiles;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.LocalDisk;
import org.dawen.lake.Query;
import org.dawen.lake.Sessions;
import org.dawen.lake.Table;
import org.dawen.lake.Trouble;
import org.dawen.registry.Limit;
import org.dawen.registry.Outlet;
import org.dawen.run.Intake;
import org.dawen.run.Progress;
import org.dawen.source.LooserPermits;

/**
 * What is wrong with the registry files of a landing folder. They are taken into a scratch lake, by
 * the same intake as at night, and asked there.
 */
final class RegistryReport {
  /** Each limit that begins before all earlier ones have ended, with that which ends last. */
  private static final String OVERLAPPING_LIMITS =
      """
      WITH limits AS (SELECT outlet_code, pollutant_code, period, record_no, valid_from,
          max(struct(valid_to IS NULL AS is_open, valid_to, -record_no AS minus_record_no)) OVER
            (PARTITION BY outlet_code, pollutant_code, period ORDER BY valid_from NULLS FIRST, record_no
             ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS last
        FROM registry.limit)
      SELECT outlet_code || ' ' || pollutant_code || ' ' || period || ': lines '
        || least(record_no, -last.minus_record_no) || ' and '
        || greatest(record_no, -last.minus_record_no)
      FROM limits WHERE last.is_open OR valid_from IS NULL AND last IS NOT NULL
        OR valid_from <= last.valid_to
      ORDER BY 1
      """;

  private RegistryReport() {}

  static int print(LakeOptions options, boolean json) {
    Findings findings = inScratchLake(options);
    if (json) {
      System.out.println(findings.json());
    } else {
      findings.print(System.out);
    }
    return findings.isClean() ? 0 : 4;
  }

  /** What is checked, since without --landing that is not the city's own registry. */
  private static String subject(LakeOptions options, List<String> files) {
    return "%s%s: %,d files of registry/%s"
        .formatted(
            options.landingRoot(),
            options.landing == null ? " (the samples, since no --landing is given)" : "",
            files.size(),
            files.isEmpty() ? "" : ": " + String.join(", ", files));
  }

  private static Findings inScratchLake(LakeOptions options) {
    try (Scratch own = Scratch.make()) {
      Path scratch = own.folder();
      Path registryOnly = Files.createDirectories(scratch.resolve("landing/registry"));
      List<String> files = copyRegistry(options.landingRoot(), registryOnly);
      LakeOptions there = new LakeOptions();
      there.lake = scratch.resolve("lake").toString();
      there.landing = scratch.resolve("landing").toString();
      there.jobs = options.jobs;
      there.overrides = options.overrides;
      there.cores = options.cores;
      try (OpenLake open = OpenLake.toWrite(there, Progress.SILENT)) {
        Findings findings = look(open.lake(), there, open.other(options));
        findings.about(subject(options, files));
        return findings;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the files, in order. */
  private static List<String> copyRegistry(String landing, Path to) throws IOException {
    var given = new org.apache.hadoop.fs.Path(landing + "/registry");
    FileSystem fs = LocalDisk.raw(given.getFileSystem(Sessions.hadoop()));
    if (!fs.exists(given)) {
      throw Trouble.usage(
          "There is no folder registry in %s.".formatted(landing),
          "Name the landing folder with --landing DIR.");
    }
    List<String> names = new ArrayList<>();
    for (FileStatus file : fs.listStatus(given)) {
      if (file.isFile() && !file.getPath().getName().startsWith(".")) {
        try (InputStream in = fs.open(file.getPath())) {
          Files.copy(in, to.resolve(file.getPath().getName()));
        } catch (FileNotFoundException e) { // Hadoop says so of files it may not read, too
          throw Trouble.refused(
              "The registry file %s cannot be read.".formatted(file.getPath().getName()),
              "Give this account the right to read it.");
        }
        names.add(file.getPath().getName());
      }
    }
    Collections.sort(names);
    return names;
  }

  /**
   * Takes the files into a lake that is empty, and asks there.
   *
   * @param standing the lake of the nights, which is only read; it need not exist
   */
  static Findings look(Lake lake, LakeOptions options, Lake standing) {
    ExecutorService workers = Executors.newFixedThreadPool(2);
    Intake.Survey survey;
    try {
      survey =
          new LandingIntake(lake, options.landing, options.settings(), "registry check")
              .survey(Progress.SILENT);
      if (!survey.isEmpty()) {
        survey.openLedger();
        survey.takeIn(workers);
        survey.closeLedger();
      }
    } finally {
      workers.shutdown();
    }
    Query query = new Query(lake, Catalogue.tables());
    Findings f = new Findings();
    section(
        f,
        query,
        "held_back",
        "registry files that cannot be used at all",
        "SELECT file_id || ': ' || note FROM ops.landing_file WHERE status = 'held_back'"
            + " ORDER BY file_id",
        "Do what each sentence says. The headings are those of './dawen registry template'.");
    section(
        f,
        query,
        "refused_rows",
        "registry rows that were refused (overlapping periods among them)",
        "SELECT file_id || ' line ' || line_no || ': ' || detail || '  [' || content || ']'"
            + " FROM ops.reject WHERE level = 'record' ORDER BY file_id, line_no",
        "Correct these lines and drop the file again.");
    f.add(
        "lost_rows",
        "registry files by which rows of the lake %s are lost".formatted(standing.root()),
        lost(standing, lake),
        "Correct these lines before the next night, which takes the rows away.");
    section(
        f,
        query,
        "outlets_without_limits",
        "outlets without a permit limit of their own",
        "SELECT o.outlet_code || ' ' || o.name FROM registry.outlet o LEFT ANTI JOIN"
            + " registry.limit l ON l.outlet_code = o.outlet_code ORDER BY 1",
        "Add them to registry/limits.csv; until then the standards' limits of their industry"
            + " judge.");
    section(
        f,
        query,
        "limits_of_unknown_outlets",
        "limits and marks of outlets that are not registered",
        "SELECT DISTINCT x.file_id || ' line ' || x.record_no || ': ' || x.outlet_code FROM"
            + " (SELECT file_id, record_no, outlet_code FROM registry.limit UNION ALL SELECT"
            + " file_id, record_no, outlet_code FROM registry.mark) x LEFT ANTI JOIN"
            + " registry.outlet o ON o.outlet_code = x.outlet_code ORDER BY 1",
        "Register the outlet or remove the row.");
    section(
        f,
        query,
        "overlapping_limits",
        "permit limits of one outlet, pollutant and mean that overlap",
        OVERLAPPING_LIMITS,
        "The strictest judges; end the older one if that is not meant.");
    LooserPermits permits =
        LooserPermits.of(
            all(lake, Table.of(Outlet.class), Outlet.class),
            all(lake, Table.of(Limit.class), Limit.class));
    f.add(
        "looser_permits",
        "permit limits looser than the national or local standard of the outlet",
        permits.looser(),
        "The permit judges all the same. Check it, and the outlet's industry, source type and zone;"
            + " numbers with confidence M, U or P were not checked against the text.");
    f.add(
        "permits_not_comparable",
        "permit limits that cannot be compared with the standard: unit or reference oxygen",
        permits.notComparable(),
        "Add the reference oxygen, or write the limit in the standard's unit.");
    section(
        f,
        query,
        "unknown_counties",
        "rows that name a county nobody registered",
        "SELECT DISTINCT x.file_id || ' line ' || x.record_no || ': ' || x.county_code FROM (SELECT"
            + " file_id, record_no, county_code FROM registry.outlet UNION ALL SELECT file_id,"
            + " record_no, county_code FROM registry.station UNION ALL SELECT file_id, record_no,"
            + " county_code FROM registry.township) x LEFT ANTI JOIN registry.county c ON"
            + " c.county_code = x.county_code WHERE x.county_code IS NOT NULL ORDER BY 1",
        "Add the county to registry/counties.csv or correct the code.");
    section(
        f,
        query,
        "areas_of_nobody",
        "targets and dust hours of an area nobody registered",
        "SELECT DISTINCT x.file_id || ' line ' || x.record_no || ': ' || x.area_code FROM (SELECT"
            + " file_id, record_no, area_code FROM registry.target UNION ALL SELECT file_id,"
            + " record_no, area_code FROM registry.dust_hour) x LEFT ANTI JOIN (SELECT county_code"
            + " AS code FROM registry.county UNION SELECT city_code FROM registry.county UNION"
            + " SELECT township_code FROM registry.township UNION SELECT station_code FROM"
            + " registry.station UNION SELECT city_code FROM registry.station) k ON k.code ="
            + " x.area_code ORDER BY 1",
        "Correct the code, or register the area; a target or dust hour of no area has no effect.");
    section(
        f,
        query,
        "unknown_items",
        "stations whose unmonitored_items are none of PM2.5, PM10, SO2, NO2, CO, O3",
        "SELECT file_id || ' line ' || record_no || ': ' || unmonitored_items FROM registry.station"
            + " WHERE NOT replace(unmonitored_items, ' ', '') RLIKE"
            + " '^(PM2[.]5|PM10|SO2|NO2|CO|O3)(;(PM2[.]5|PM10|SO2|NO2|CO|O3))*$' ORDER BY 1",
        "Write the items joined by ; as in SO2;CO.");
    PowerChecks.ofRegistry(f, query);
    f.add(
        "one_table_two_files",
        "registry files that would fill one table",
        survey.warnings().stream().filter(w -> w.startsWith("Refused, because each")).toList(),
        "Leave one of them in the folder.");
    f.add(
        "not_taken",
        "files in registry/ whose names this version does not read",
        survey.warnings().stream().filter(w -> w.startsWith("Not taken")).toList(),
        "'./dawen registry template' lists the names.");
    return f;
  }

  private static List<String> lost(Lake standing, Lake checked) {
    try {
      return LosingFiles.sentences(standing, checked);
    } catch (Trouble e) {
      return List.of("Not known: " + e.getMessage());
    }
  }

  private static <R extends Record> List<R> all(Lake lake, Table table, Class<R> type) {
    List<R> rows = new ArrayList<>();
    lake.rows(table, type, DaySet.ALWAYS).forEach(rows::add);
    return rows;
  }

  private static void section(
      Findings f, Query query, String name, String question, String sql, String remedy) {
    f.add(name, question, Ask.each(query, sql), remedy);
  }
}
