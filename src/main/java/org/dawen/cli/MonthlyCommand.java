package org.dawen.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.dawen.publish.FeedRelease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Releases the feed of a month. */
@Command(
    name = "monthly",
    mixinStandardHelpOptions = true,
    description =
        "Check and release the feed of a month: workbook, CSV, JSON and manifest. Other content than"
            + " the stored revision is the next one; nothing is overwritten.")
final class MonthlyCommand implements Callable<Integer> {
  @Mixin private LakeOptions options;

  @Option(names = "--month", paramLabel = "M", required = true, description = "As 2024-03.")
  private YearMonth month;

  @Option(
      names = "--feeds",
      paramLabel = "DIR",
      description = "Folder of released feeds (default: feeds beside the lake).")
  private Path feeds;

  @Option(
      names = "--as-of",
      paramLabel = "D",
      description = "Today, for a month that has not ended by it (default: the clock's).")
  private LocalDate asOf;

  @Override
  public Integer call() {
    LocalDate today = asOf == null ? LocalDate.now(ZoneId.of("Asia/Shanghai")) : asOf;
    try (OpenLake open = OpenLake.toRead(options)) {
      FeedRelease.Outcome outcome =
          new FeedRelease(open.lake(), Catalogue.tables(), folder()).release(month, today);
      System.out.println(outcome.folder());
      System.err.println(inWords(month, outcome));
    }
    return 0;
  }

  private Path folder() {
    BriefOptions beside = new BriefOptions();
    beside.briefs = feeds;
    return feeds == null ? beside.folder(options).resolveSibling("feeds") : feeds;
  }

  private static String inWords(YearMonth month, FeedRelease.Outcome o) {
    String state = o.isPreliminary() ? " (preliminary: the month has not ended)" : "";
    if (!o.isNew()) {
      return "Revision %d of %s stands%s: the content is the same."
          .formatted(o.revision(), month, state);
    }
    return o.revision() == 1
        ? "Released %s, revision 1%s.".formatted(month, state)
        : "Released %s, revision %d%s: %,d changes, see changes.md."
            .formatted(month, o.revision(), state, o.changeCount());
  }
}
