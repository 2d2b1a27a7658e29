package org.dawen.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.dawen.lake.Lake;
import org.dawen.lake.Message;
import org.dawen.lake.Table;
import org.dawen.lake.Trouble;
import org.dawen.run.Job;
import org.dawen.run.Progress;
import org.dawen.run.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Joins small files, deletes those no version needs any more, shortens logs; changes no row unless
 * {@link Deletion} is asked for.
 */
@Command(name = "maintain", mixinStandardHelpOptions = true)
final class MaintainCommand implements Callable<Integer> {
  private static final int LEAST_HOURS = 168;

  @Mixin private LakeOptions options;

  @Option(names = "--compact-above", paramLabel = "N", defaultValue = "30")
  private int compactAbove;

  @Option(names = "--keep-hours", paramLabel = "H", defaultValue = "168")
  private int keepHours;

  @Option(names = "--keep", paramLabel = "SCHEMA=SPAN,…")
  private String keep;

  @Option(names = "--dry-run")
  private boolean isDryRun;

  @Override
  public Integer call() {
    if (keepHours < LEAST_HOURS) {
      throw Trouble.usage("maintain.keep-hours", keepHours, LEAST_HOURS);
    }
    Terminal terminal = new Terminal();
    Settings settings = options.settings();
    Deletion deletion =
        new Deletion(
            keep == null ? settings.text("maintain.keep") : keep,
            LocalDate.now(ZoneId.of("Asia/Shanghai")),
            Math.max(
                settings.whole("source.packet_most_days_late"),
                settings.whole("intake.obd_most_days_late")));
    if (isDryRun) {
      try (OpenLake open = OpenLake.toRead(options)) {
        deletion.apply(open.lake(), jobs(), true).forEach(m -> System.out.println(m.text()));
        System.out.print(
            maintain(open.lake(), Catalogue.tables(), compactAbove, keepHours, true, terminal));
      }
      return 0;
    }
    try (OpenLake open = OpenLake.toWrite(options, terminal)) {
      deletion.apply(open.lake(), jobs(), false).forEach(m -> System.out.println(m.text()));
      System.out.print(
          maintain(open.lake(), Catalogue.tables(), compactAbove, keepHours, false, terminal));
      open.refreshViews(terminal);
    }
    return 0;
  }

  /** The landing folder is of no concern: which days follow from which is asked, nothing is run. */
  private static List<Job> jobs() {
    return Catalogue.jobs("");
  }

  /** Does it, table by table; gives the closing table. */
  static String maintain(
      Lake lake,
      List<Table> tables,
      int compactAbove,
      int keepHours,
      boolean isDryRun,
      Progress progress) {
    List<List<String>> rows = new ArrayList<>();
    for (Table table : tables) {
      if (!lake.exists(table)) {
        continue;
      }
      int files = lake.fileCount(table);
      long bytes = lake.storedBytes(table);
      boolean isMany = files > compactAbove;
      if (!isDryRun) {
        progress.step(Message.of("maintain.files", table, files));
        if (isMany) {
          lake.compact(table);
        }
        if (lake.hasOldFiles(table)) {
          lake.vacuum(table, keepHours);
        }
        lake.shortenLog(table);
      }
      rows.add(
          List.of(
              table.name(),
              "%,d".formatted(files),
              isMany ? Message.of("maintain.joined").text() : "",
              isDryRun || !isMany ? "" : "%,d".formatted(lake.fileCount(table)),
              "%,.1f".formatted(bytes / 1e6),
              isDryRun ? "" : "%,.1f".formatted(lake.storedBytes(table) / 1e6)));
    }
    return TextTable.of(
        TextTable.headings(isDryRun ? "maintain.headings-dry-run" : "maintain.headings"),
        rows,
        i -> i == 1 || i > 2);
  }
}
