package org.dawen.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.dawen.intake.FileReading.Found;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.NewRows;
import org.dawen.lake.Selection;
import org.dawen.lake.Table;

/** Writes the rows of surveyed files into a received table, in place of what they gave before. */
final class ReceivedIntake {
  /** Longer lists of paths are cut into several commits; each path is whole in one. */
  private static final int MOST_PATHS = 2_000;

  /** So many take longer to write than to hand from one task to another. */
  private static final long MANY_ROWS = 200_000;

  private final Lake lake;
  private final JavaSparkContext context;
  private final int shares;
  private final JavaRDD<Object> read;
  private final SlicedFiles sliced;
  private final BiConsumer<List<FileAccount>, Consumer<List<FileAccount>>> commits;

  /**
   * For the files of one survey.
   *
   * @param read what the survey handed on
   * @param sliced which of them were read in slices
   * @param commits makes one commit of files, without those that have changed meanwhile; may call
   *     what makes it more than once until it succeeds
   */
  ReceivedIntake(
      Lake lake,
      JavaSparkContext context,
      int shares,
      JavaRDD<Object> read,
      SlicedFiles sliced,
      BiConsumer<List<FileAccount>, Consumer<List<FileAccount>>> commits) {
    this.lake = lake;
    this.context = context;
    this.shares = shares;
    this.read = read;
    this.sliced = sliced;
    this.commits = commits;
  }

  /**
   * Files that give rows are taken in; of those that don't any more, what they gave is taken out.
   *
   * @param isTaken false for a file that is held back
   */
  void replace(
      FeedReader feed, Table table, List<FileAccount> files, Predicate<FileAccount> isTaken) {
    List<FileAccount> fresh = new ArrayList<>();
    List<FileAccount> known = new ArrayList<>();
    for (FileAccount a : files) {
      boolean gives = isTaken.test(a) && !a.days(table).isEmpty();
      if (a.file().isKnown() && lake.exists(table)) {
        known.add(a);
      } else if (gives) {
        fresh.add(a);
      }
    }
    commits.accept(fresh, left -> append(feed, table, left));
    for (int i = 0; i < known.size(); i += MOST_PATHS) {
      commits.accept(
          known.subList(i, Math.min(known.size(), i + MOST_PATHS)),
          left -> replaceKnown(feed, table, left, isTaken));
    }
  }

  private void append(FeedReader feed, Table table, List<FileAccount> fresh) {
    if (!fresh.isEmpty()) {
      lake.append(table, days(fresh, table), rows(feed, table, fresh), "intake." + feed.feed());
    }
  }

  private void replaceKnown(
      FeedReader feed, Table table, List<FileAccount> known, Predicate<FileAccount> isTaken) {
    List<FileAccount> giving =
        known.stream().filter(isTaken).filter(a -> !a.days(table).isEmpty()).toList();
    DaySet touched =
        days(giving, table)
            .union(DaySet.unionOf(known.stream().map(a -> a.file().earlierDays()).toList()));
    if (touched.isEmpty() && known.stream().noneMatch(a -> a.file().wasOpen())) {
      return;
    }
    Selection paths = FileLedger.selection(known.stream().map(a -> a.fileId()).toList());
    // A killed run may have left rows on days its intent did not know: look on all days then.
    boolean isAnyOpen = known.stream().anyMatch(a -> a.file().wasOpen());
    lake.replace(
        table,
        isAnyOpen ? paths : paths.within(touched),
        touched,
        rows(feed, table, giving),
        "intake." + feed.feed());
  }

  private static DaySet days(List<FileAccount> files, Table table) {
    return DaySet.unionOf(files.stream().map(a -> a.days(table)).toList());
  }

  private NewRows rows(FeedReader feed, Table table, List<FileAccount> files) {
    if (files.isEmpty()) {
      return NewRows.none();
    }
    return NewRows.of(
        feed.isReadOnce()
            ? kept(table, files).mapPartitions(new FileReading.Unpack(feed, table, files, sliced))
            : read(feed, table, files));
  }

  /** What the survey packed; many rows of few files are spread, so that every core writes some. */
  private JavaRDD<Object> kept(Table table, List<FileAccount> files) {
    boolean isManyRows = files.stream().mapToLong(FileAccount::rows).sum() >= MANY_ROWS;
    if (files.size() >= context.defaultParallelism() || !isManyRows) {
      return read;
    }
    String name = table.name();
    return read.filter(
            o -> o instanceof KeptRows kept ? kept.table().equals(name) : o instanceof Found)
        .repartition(context.defaultParallelism());
  }

  private JavaRDD<Record> read(FeedReader feed, Table table, List<FileAccount> files) {
    List<List<FileReading.SurveyedTask>> groups =
        ByteShares.split(
            files.stream().map(a -> new FileReading.SurveyedTask(feed, a)).toList(),
            t -> t.account().file().lengthBytes(),
            shares);
    return context
        .parallelize(groups, groups.size())
        .flatMap(List::iterator)
        .mapPartitions(tasks -> FileReading.rows(table, tasks));
  }
}
