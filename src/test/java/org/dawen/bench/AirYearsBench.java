package org.dawen.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.dawen.air.StationDay;
import org.dawen.air.StationHour;
import org.dawen.intake.ReceivedAir;
import org.dawen.lake.Lake;
import org.dawen.lake.Sessions;
import org.dawen.lake.Table;
import org.dawen.run.Settings;

/**
 * A province's air stations over years: takes their files in, rebuilds every air table from {@code
 * received.air}, runs a night with one day more and one with nothing new; between them DuckDB
 * writes the same hours and days of stations, cell by cell, from the same Parquet. All in one
 * process on two cores. Arguments: folder (emptied), number of stations, number of years.
 */
public final class AirYearsBench {
  /** What DuckDB answers in tables of its own shape besides hours and days of stations. */
  private static final Set<String> OF_STATIONS_AND_AREAS =
      Set.of("air.station_hour", "air.station_day", "air.area_day");

  private final Path folder;
  private final Lake lake;
  private final Settings settings = Settings.shipped();

  private AirYearsBench(SparkSession spark, Path folder) {
    this.folder = folder;
    this.lake = new Lake(spark, folder.resolve("lake").toString());
  }

  /** Runs everything and prints one line a step on standard output. */
  public static void main(String[] arguments) throws IOException, SQLException {
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    BenchNight.empty(folder);
    AirHistory history = new AirHistory(folder.resolve("landing"), Integer.parseInt(arguments[1]));
    LocalDate last =
        AirHistory.FIRST.plusMonths(Math.round(12 * Double.parseDouble(arguments[2]))).minusDays(1);
    history.writeRegistry();
    System.out.printf(
        Locale.ROOT, "%,d hours of stations%n", history.writeHours(AirHistory.FIRST, last));
    SparkSession spark = Sessions.embedded(2, folder.resolve("scratch").toString());
    new AirYearsBench(spark, folder).run(history, last.plusDays(1));
    spark.stop();
  }

  private void run(AirHistory history, LocalDate next) throws IOException, SQLException {
    night("intake alone", false);
    BenchNight rebuild = night("rebuild", true);
    AirPeer.Took peer = compare();
    history.writeHours(next, next);
    BenchNight more = night("one more day", true);
    BenchNight idle = night("nothing new", true);
    double same = seconds(rebuild);
    System.out.printf(
        Locale.ROOT,
        "all air tables rebuilt in %.1f s (%.1f s of CPU time), one more day %.1f s (%.1f s),"
            + " nothing new %.1f s (%.1f s)%n",
        rebuild.seconds(),
        rebuild.cpuSeconds(),
        more.seconds(),
        more.cpuSeconds(),
        idle.seconds(),
        idle.cpuSeconds());
    System.out.printf(
        Locale.ROOT,
        "DuckDB: the same hours and days, area days and months %.1f s (%.1f s of CPU time);"
            + " ours takes %.2f times as long for all air tables, %.2f times for hours and days of"
            + " stations and areas alone%n",
        peer.seconds(),
        peer.cpuSeconds(),
        rebuild.seconds() / peer.seconds(),
        same / peer.seconds());
  }

  private BenchNight night(String what, boolean runsJobs) {
    return BenchNight.of(
        lake,
        folder.resolve("landing").toString(),
        job -> runsJobs && job.startsWith("air."),
        settings,
        what);
  }

  private static double seconds(BenchNight night) {
    return night.report().lines().stream()
        .filter(l -> OF_STATIONS_AND_AREAS.contains(l.name()))
        .mapToDouble(l -> l.seconds().doubleValue())
        .sum();
  }

  private AirPeer.Took compare() throws IOException, SQLException {
    try (AirPeer peer = new AirPeer(folder, settings)) {
      AirPeer.Took took =
          peer.write(files(Table.of(ReceivedAir.class)), folder.resolve("landing/registry"));
      peer.compare(Table.of(StationHour.class), files(Table.of(StationHour.class)));
      peer.compare(Table.of(StationDay.class), files(Table.of(StationDay.class)));
      return took;
    }
  }

  private String[] files(Table table) {
    return lake.read(table).inputFiles();
  }
}
