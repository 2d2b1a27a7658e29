package org.dawen.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.dawen.lake.Message;
import org.dawen.publish.FeedRelease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Releases the feed of a month. */
@Command(name = "monthly", mixinStandardHelpOptions = true)
final class MonthlyCommand implements Callable<Integer> {
  @Mixin private LakeOptions options;

  @Option(names = "--month", paramLabel = "M", required = true)
  private YearMonth month;

  @Option(names = "--feeds", paramLabel = "DIR")
  private Path feeds;

  @Option(names = "--as-of", paramLabel = "D")
  private LocalDate asOf;

  @Override
  public Integer call() {
    LocalDate today = asOf == null ? LocalDate.now(ZoneId.of("Asia/Shanghai")) : asOf;
    try (OpenLake open = OpenLake.toRead(options)) {
      FeedRelease.Outcome outcome =
          new FeedRelease(open.lake(), Catalogue.tables(), folder()).release(month, today);
      System.out.println(outcome.folder());
      System.err.println(inWords(month, outcome).text());
    }
    return 0;
  }

  private Path folder() {
    BriefOptions beside = new BriefOptions();
    beside.briefs = feeds;
    return feeds == null ? beside.folder(options).resolveSibling("feeds") : feeds;
  }

  private static Message inWords(YearMonth month, FeedRelease.Outcome o) {
    Message state = Message.of(o.isPreliminary() ? "feed.preliminary" : "feed.of-whole-month");
    if (!o.isNew()) {
      return Message.of("feed.stands", o.revision(), month, state);
    }
    return o.revision() == 1
        ? Message.of("feed.released", month, state)
        : Message.of("feed.released-again", month, o.revision(), state, o.changeCount());
  }
}
