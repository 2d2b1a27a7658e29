package org.dawen.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dawen.run.JournalYear;

/** All measuring runs by name; {@code ./dawen bench} starts one of them. */
public final class Benches {
  private Benches() {}

  private interface Main {
    void run(String[] arguments) throws Exception;
  }

  /**
   * A measuring run.
   *
   * @param smallest arguments of a run of seconds, or of several, with DIR for an empty folder
   */
  private record Bench(
      String name, String arguments, String measures, String smallest, Main main) {}

  private static final List<Bench> ALL =
      List.of(
          new Bench(
              "air-years",
              "FOLDER STATIONS YEARS",
              "files of air stations taken in, all air tables rebuilt, one more day; DuckDB beside it",
              "DIR/air 6 0.1",
              AirYearsBench::main),
          new Bench(
              "water-years",
              "FOLDER SECTIONS YEARS",
              "stations of surface water taken in, all water tables rebuilt, one more day; DuckDB beside it",
              "DIR/water 3 0.1",
              WaterYearsBench::main),
          new Bench(
              "meter-city",
              "FOLDER METERS DAYS write|history|night|screen|duck...",
              "electricity of a city: history, a night behind it, all screened anew; DuckDB beside it",
              "DIR/meters 10 2 write history night screen duck",
              MeterCityBench::main),
          new Bench(
              "meter-growth",
              "FOLDER METERS SHORT_DAYS LONG_DAYS",
              "a night of electricity behind a short history and behind a long one",
              "DIR/growth 5 2 4",
              MeterGrowthBench::main),
          new Bench(
              "outlet-month",
              "FOLDER OUTLETS DAYS [TIMES]",
              "packets on disk to hours of outlets; DuckDB copying both tables beside it",
              "DIR/outlets 4 2",
              OutletMonthBench::main),
          new Bench(
              "obd",
              "FOLDER TRUCKS HOURS [intake|minutes|night|screen|duck...]",
              "frames of trucks to minutes, a night, a screening anew; DuckDB beside it",
              "DIR/obd 20 0.2",
              ObdBench::main),
          new Bench(
              "pool-years",
              "FOLDER ENTRIES PROJECTS",
              "a ledger of ten years from nothing, then 200 entries more",
              "DIR/pool 500 100",
              PoolYears::main),
          new Bench(
              "city-night",
              "[--scale 0.1,1.0] [--heap 4g] [--kill SCALE] [--peers SCALE] [--folder DIR] [--into FILE]",
              "./dawen nightly on a day of a city, against its answer key, killed, beside DuckDB and Polars",
              "--scale 0.0005 --kill 0.0005 --peers 0.0005 --folder DIR/city",
              CityNight::main),
          new Bench(
              "floor",
              "LAKE FOLDER",
              "the commits of a finished lake, without rows",
              "DIR/air/lake DIR/floor",
              NightFloor::main),
          new Bench(
              "nights-in-a-row",
              "[NIGHTS [FOLDER]]",
              "whether a lake grows slow by its nights, 400 of a small day each",
              "2 DIR/nights",
              NightsInARow::main),
          new Bench(
              "journal-year",
              "write|plan LAKE RUNS",
              "reading a journal of so many hourly runs and planning from it",
              "write DIR/journal 40;plan DIR/journal 40",
              JournalYear::main));

  /** Runs a bench by its name, or the smallest run of all or some of them in a new folder. */
  public static void main(String[] arguments) throws Exception {
    List<String> words = List.of(arguments);
    if (!words.isEmpty() && words.get(0).equals("--smallest")) {
      runSmallest(words.subList(1, words.size()));
      return;
    }
    Bench bench = words.isEmpty() ? null : named(words.get(0));
    if (bench == null) {
      System.err.print(usage());
      System.exit(2);
    }
    bench.main().run(words.subList(1, words.size()).toArray(String[]::new));
  }

  private static Bench named(String name) {
    return ALL.stream().filter(b -> b.name().equals(name)).findFirst().orElse(null);
  }

  private static String usage() {
    StringBuilder usage = new StringBuilder("usage: ./dawen bench NAME ARGUMENTS\n");
    for (Bench b : ALL) {
      usage.append("  %s %s%n      %s%n".formatted(b.name(), b.arguments(), b.measures()));
    }
    return usage
        .append("  --smallest [NAME...]\n      whether each runs at all, at its smallest size\n")
        .toString();
  }

  private static void runSmallest(List<String> names) throws Exception {
    Path folder = Files.createTempDirectory("dawen-benches-");
    for (Bench bench : ALL) {
      if (names.isEmpty() || names.contains(bench.name())) {
        Stopwatch watch = new Stopwatch();
        String arguments = bench.smallest().replace("DIR", folder.toString());
        for (String run : arguments.split(";")) {
          bench.main().run(run.split(" "));
        }
        System.out.printf(
            Locale.ROOT,
            "%s runs: %.1f s, %.1f s of CPU time%n",
            bench.name(),
            watch.seconds(),
            watch.cpuSeconds());
      }
    }
    BenchNight.empty(folder);
    Files.delete(folder);
  }
}
