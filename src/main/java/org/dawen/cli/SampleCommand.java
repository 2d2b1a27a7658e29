package org.dawen.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.dawen.lake.Trouble;
import org.dawen.sample.SampleCity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Generated cities of trucks, and how well the rules find what is planted in them. */
@Command(
    name = "sample",
    mixinStandardHelpOptions = true,
    description =
        "Write a generated city of trucks: landing files, registry, answer key. Deterministic by seed.",
    subcommands = SampleCommand.Check.class)
final class SampleCommand implements Callable<Integer> {
  @Option(names = "--vehicles", paramLabel = "N", description = "Trucks (default: 100).")
  private int vehicles = 100;

  @Option(names = "--days", paramLabel = "N", description = "Days (default: 1).")
  private int days = 1;

  @Option(names = "--from", paramLabel = "DAY", description = "First day (default: 2024-03-04).")
  private LocalDate from = LocalDate.of(2024, 3, 4);

  @Option(names = "--hours", paramLabel = "H", description = "Hours driven a day (default: 6).")
  private double hours = 6;

  @Option(names = "--seed", paramLabel = "S", description = "Seed of chance (default: 1).")
  private long seed = 1;

  @Option(names = "--clean", description = "Plant no anomalies.")
  private boolean isClean;

  @Option(
      names = "--plant",
      paramLabel = "RULE",
      split = ",",
      description = "Rules whose anomalies are planted, each in two trucks (default: all).")
  private List<String> rules = List.of();

  @Option(
      names = "--vehicles-of-file",
      paramLabel = "N",
      description = "Trucks whose frames go to one file (default: 100).")
  private int vehiclesOfFile = 100;

  @Option(
      names = "--unregistered",
      paramLabel = "N",
      description = "The last N trucks are not in the registry (default: 0).")
  private int unregistered;

  @Option(names = "--gzip", description = "Compress the files.")
  private boolean isGzip;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      defaultValue = "./sample-city",
      description =
          "Folder to write into; must not hold a landing folder (default: ./sample-city).")
  private Path to;

  @Override
  public Integer call() {
    if (vehicles < 1
        || vehicles > 10_000_000
        || days < 1
        || days > 3_660
        || hours <= 0
        || hours > 20) {
      throw Trouble.usage(
          "A city needs 1 to 10,000,000 vehicles, 1 to 3,660 days and up to 20 hours a day.",
          "Correct --vehicles, --days or --hours.");
    }
    if (vehiclesOfFile < 1 || unregistered < 0 || unregistered > vehicles) {
      throw Trouble.usage(
          "A file needs a truck at least, and no more can be unregistered than there are.",
          "Correct --vehicles-of-file or --unregistered.");
    }
    List<String> unknown = rules.stream().filter(r -> !SampleCity.plantable().contains(r)).toList();
    if (!unknown.isEmpty()) {
      throw Trouble.usage(
          "No such rule: %s.".formatted(String.join(", ", unknown)),
          "Name some of %s.".formatted(String.join(", ", SampleCity.plantable())));
    }
    if (Files.exists(to.resolve("landing"))) {
      throw Trouble.usage(
          "%s already holds a landing folder.".formatted(to), "Name another folder with --to DIR.");
    }
    SampleCity.Written written =
        new SampleCity(
                vehicles,
                days,
                from,
                hours,
                seed,
                !isClean,
                isGzip,
                rules,
                vehiclesOfFile,
                unregistered)
            .write(to);
    System.err.printf(
        "%,d files, %,d bytes in %s; anomalies planted in %,d vehicles, see answers_obd.csv%n",
        written.files(), written.bytes(), to, written.planted());
    System.err.printf(
        "next: ./dawen nightly --landing %1$s/landing --lake %1$s/lake, then ./dawen sample check"
            + " --answers %1$s/answers_obd.csv --lake %1$s/lake%n",
        to);
    return 0;
  }

  /** Holds the anomaly list against the answer key. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Precision and recall of each rule against an answer key.")
  static final class Check implements Callable<Integer> {
    @Mixin private LakeOptions options;

    @Option(
        names = "--answers",
        paramLabel = "FILE",
        required = true,
        description = "The answers_obd.csv of the city.")
    private Path answers;

    @Override
    public Integer call() {
      try (OpenLake open = OpenLake.toRead(options)) {
        return SampleReport.print(open.engine(), answers);
      }
    }
  }
}
