package org.dawen.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.RowWriter;
import org.dawen.lake.Table;

/** Writes the rows of surveyed files into a received table, in place of what they gave before. */
final class ReceivedIntake {
  /** Longer lists of paths are cut into several commits; each path is whole in one. */
  private static final int MOST_PATHS = 2_000;

  private final Lake lake;
  private final JavaSparkContext context;
  private final int shares;
  private final JavaRDD<Object> read;
  private final SlicedFiles sliced;

  /**
   * For the files of one survey.
   *
   * @param read what the survey handed on
   * @param sliced which of them were read in slices
   */
  ReceivedIntake(
      Lake lake, JavaSparkContext context, int shares, JavaRDD<Object> read, SlicedFiles sliced) {
    this.lake = lake;
    this.context = context;
    this.shares = shares;
    this.read = read;
    this.sliced = sliced;
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
    if (!fresh.isEmpty()) {
      lake.append(table, days(fresh, table), rows(feed, table, fresh), "intake." + feed.feed());
    }
    for (int i = 0; i < known.size(); i += MOST_PATHS) {
      replaceKnown(feed, table, known.subList(i, Math.min(known.size(), i + MOST_PATHS)), isTaken);
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
    String paths =
        Ledger.pathConditions(known.stream().map(a -> a.file().fileId()).toList()).get(0);
    // A killed run may have left rows on days its intent did not know: look on all days then.
    boolean isAnyOpen = known.stream().anyMatch(a -> a.file().wasOpen());
    String condition = isAnyOpen ? paths : touched.toSql(table.day().name()) + " AND " + paths;
    lake.replaceWhere(
        table, condition, touched, rows(feed, table, giving), "intake." + feed.feed());
  }

  private static DaySet days(List<FileAccount> files, Table table) {
    return DaySet.unionOf(files.stream().map(a -> a.days(table)).toList());
  }

  private Dataset<Row> rows(FeedReader feed, Table table, List<FileAccount> files) {
    if (feed.isReadOnce()) {
      return RowWriter.rows(
          lake.spark(),
          files.isEmpty()
              ? context.emptyRDD()
              : read.mapPartitions(new FileReading.Unpack(feed, table, files, sliced)),
          table.rowSchema());
    }
    List<List<FileReading.SurveyedTask>> groups =
        ByteShares.split(
            files.stream().map(a -> new FileReading.SurveyedTask(feed, a)).toList(),
            t -> t.account().file().lengthBytes(),
            shares);
    return lake.spark()
        .createDataFrame(
            groups.isEmpty()
                ? context.<Row>emptyRDD()
                : context
                    .parallelize(groups, groups.size())
                    .flatMap(List::iterator)
                    .mapPartitions(new FileReading.TakeIn(table)),
            table.rowSchema());
  }
}
