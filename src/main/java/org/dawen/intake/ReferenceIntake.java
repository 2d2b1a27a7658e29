package org.dawen.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.registry.RegistryFile;
import org.dawen.registry.RegistryTables;

/**
 * Writes a registry file into its reference table. The commit names the days on which a changed row
 * is or was valid, so that just those results become due.
 */
final class ReferenceIntake {
  /** Above this many different periods the change is taken to concern all days. */
  private static final int MOST_PERIODS = 5_000;

  private static final long SHORT_FILE_BYTES = 1L << 20;

  private final Lake lake;
  private final JavaSparkContext context;

  ReferenceIntake(Lake lake, JavaSparkContext context) {
    this.lake = lake;
    this.context = context;
  }

  void replace(FeedReader feed, FileAccount account) {
    RegistryFile described = RegistryFeed.describe(account.file().fileId());
    Table table = described.table();
    Dataset<Row> rows = rows(feed, account, table);
    if (!lake.exists(table)) {
      lake.append(table, DaySet.ALWAYS, rows, "intake.registry");
      return;
    }
    String path = Ledger.pathConditions(List.of(account.file().fileId())).get(0);
    DaySet touched = daysOfChangedRows(described, lake.read(table).where(path), rows);
    lake.replaceWhere(table, path, touched, rows, "intake.registry");
  }

  /** A short file is read here: for some hundred rows a Spark job costs more than the rows. */
  private Dataset<Row> rows(FeedReader feed, FileAccount account, Table table) {
    FileReading.SurveyedTask task = new FileReading.SurveyedTask(feed, account);
    if (account.file().lengthBytes() <= SHORT_FILE_BYTES) {
      List<Row> rows = new ArrayList<>();
      new FileReading.TakeIn(table).call(List.of(task).iterator()).forEachRemaining(rows::add);
      return lake.spark().createDataFrame(rows, table.rowSchema()).coalesce(1);
    }
    return lake.spark()
        .createDataFrame(
            context.parallelize(List.of(task), 1).mapPartitions(new FileReading.TakeIn(table)),
            table.rowSchema());
  }

  /** The days of the old and of the new validity of every row that differs. */
  private static DaySet daysOfChangedRows(
      RegistryFile described, Dataset<Row> before, Dataset<Row> after) {
    Column[] said =
        described.headings().stream().map(org.dawen.lake.Column::col).toArray(Column[]::new);
    Dataset<Row> was = before.select(said);
    Dataset<Row> is = after.select(said);
    Dataset<Row> changed = was.exceptAll(is).unionAll(is.exceptAll(was));
    if (!described.isDated()) {
      return changed.isEmpty() ? DaySet.NONE : DaySet.ALWAYS;
    }
    boolean byDays = described.isValidByDays();
    Column from =
        byDays
            ? RegistryTables.VALID_FROM.col()
            : functions.to_date(RegistryTables.STARTS_AT.col());
    Column to =
        byDays ? RegistryTables.VALID_TO.col() : functions.to_date(RegistryTables.ENDS_AT.col());
    List<TableRow> periods =
        Lake.first(
            changed.select(from.as("first_day"), to.as("last_day")).distinct(), MOST_PERIODS + 1);
    if (periods.size() > MOST_PERIODS) {
      return DaySet.ALWAYS;
    }
    List<DaySet> sets = new ArrayList<>();
    for (TableRow p : periods) {
      LocalDate first = p.day("first_day");
      LocalDate last = p.day("last_day");
      sets.add(DaySet.between(first, last));
    }
    return DaySet.unionOf(sets);
  }
}
