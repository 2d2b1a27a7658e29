package org.dawen.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.dawen.cli.Catalogue;
import org.dawen.lake.DaySet;
import org.dawen.lake.Given;
import org.dawen.lake.Lake;
import org.dawen.lake.Sessions;
import org.dawen.lake.Table;

/**
 * What a night could not do without, whatever it computes: a process, a session, and as many
 * commits to the same tables as a finished lake holds, each without a row, two at a time. {@code
 * ./dawen bench floor LAKE FOLDER} runs it with the options of the launcher.
 */
public final class NightFloor {
  private NightFloor() {}

  /** Arguments: the finished lake, an empty folder. Prints one line. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    Path finished = Path.of(arguments[0]).toAbsolutePath();
    Path folder = Path.of(arguments[1]).toAbsolutePath();
    BenchNight.empty(folder);
    SparkSession spark = Sessions.embedded(2, folder.resolve("scratch").toString());
    double session = secondsOfProcess();
    Lake lake = new Lake(spark, folder.resolve("lake").toString());
    ExecutorService workers = Executors.newFixedThreadPool(2);
    List<Future<?>> running = new ArrayList<>();
    int commits = 0;
    for (Table table : Catalogue.tables()) {
      int ofTable = commitsOf(finished, table);
      commits += ofTable;
      running.add(workers.submit(() -> commit(lake, table, ofTable)));
    }
    for (Future<?> table : running) {
      table.get();
    }
    workers.shutdown();
    System.out.printf(
        "floor: %.1f s from the start of the process, the session %.1f s of it; %d commits to %d"
            + " tables; %.1f s of CPU time%n",
        secondsOfProcess(), session, commits, running.size(), cpuSeconds());
    spark.stop();
  }

  private static void commit(Lake lake, Table table, int times) {
    DaySet days = table.day() == null ? DaySet.NONE : DaySet.of(List.of(LocalDate.of(2024, 3, 1)));
    for (int i = 0; i < times; i++) {
      lake.append(
          table,
          days,
          Given.rows(table, lake.spark().createDataFrame(List.of(), table.rowSchema())),
          "floor");
    }
  }

  private static int commitsOf(Path lake, Table table) throws IOException {
    Path log = lake.resolve(table.name().replace('.', '/')).resolve("_delta_log");
    if (!Files.isDirectory(log)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(log)) {
      return (int) files.filter(f -> f.getFileName().toString().matches("\\d{20}\\.json")).count();
    }
  }

  private static double secondsOfProcess() {
    return (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1e3;
  }

  private static double cpuSeconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }
}
