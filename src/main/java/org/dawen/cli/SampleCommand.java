package org.dawen.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.dawen.lake.Message;
import org.dawen.lake.Trouble;
import org.dawen.sample.SampleCity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Generated cities of trucks, and how well the rules find what is planted in them. */
@Command(name = "sample", mixinStandardHelpOptions = true, subcommands = SampleCommand.Check.class)
final class SampleCommand implements Callable<Integer> {
  @Option(names = "--vehicles", paramLabel = "N")
  private int vehicles = 100;

  @Option(names = "--days", paramLabel = "N")
  private int days = 1;

  @Option(names = "--from", paramLabel = "DAY")
  private LocalDate from = LocalDate.of(2024, 3, 4);

  @Option(names = "--hours", paramLabel = "H")
  private double hours = 6;

  @Option(names = "--seed", paramLabel = "S")
  private long seed = 1;

  @Option(names = "--clean")
  private boolean isClean;

  @Option(names = "--plant", paramLabel = "RULE", split = ",")
  private List<String> rules = List.of();

  @Option(names = "--vehicles-of-file", paramLabel = "N")
  private int vehiclesOfFile = 100;

  @Option(names = "--unregistered", paramLabel = "N")
  private int unregistered;

  @Option(names = "--gzip")
  private boolean isGzip;

  @Option(names = "--to", paramLabel = "DIR", defaultValue = "./sample-city")
  private Path to;

  @Override
  public Integer call() {
    if (vehicles < 1
        || vehicles > 10_000_000
        || days < 1
        || days > 3_660
        || hours <= 0
        || hours > 20) {
      throw Trouble.usage("sample.size");
    }
    if (vehiclesOfFile < 1 || unregistered < 0 || unregistered > vehicles) {
      throw Trouble.usage("sample.files");
    }
    List<String> unknown = rules.stream().filter(r -> !SampleCity.plantable().contains(r)).toList();
    if (!unknown.isEmpty()) {
      throw Trouble.usage("sample.no-rule", unknown, SampleCity.plantable());
    }
    if (Files.exists(to.resolve("landing"))) {
      throw Trouble.usage("sample.is-there", to);
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
    System.err.println(
        Message.of("sample.written", written.files(), written.bytes(), to, written.planted())
            .text());
    System.err.println(Message.of("sample.next", to).text());
    return 0;
  }

  /** Holds the anomaly list against the answer key. */
  @Command(name = "check", mixinStandardHelpOptions = true)
  static final class Check implements Callable<Integer> {
    @Mixin private LakeOptions options;

    @Option(names = "--answers", paramLabel = "FILE", required = true)
    private Path answers;

    @Override
    public Integer call() {
      try (OpenLake open = OpenLake.toRead(options)) {
        return SampleReport.print(open.engine(), answers);
      }
    }
  }
}
