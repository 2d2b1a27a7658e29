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
import org.dawen.lake.Selection;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.registry.RegistryFile;

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

  /**
   * Makes the file's rows those of its table. A table has one file: what another path gave goes.
   *
   * @param refused lines of the file that were refused
   * @return keys of rows that stood before and are refused now
   */
  List<String> replace(FeedReader feed, FileAccount account, List<String> refused) {
    RegistryFile described = RegistryFeed.describe(account.file().fileId());
    Table table = described.table();
    boolean isGone = account.sha256().isEmpty();
    Dataset<Row> rows =
        isGone
            ? lake.spark().createDataFrame(List.of(), table.rowSchema())
            : rows(feed, account, table);
    if (!lake.exists(table)) {
      // Rows of one day are followed like received values, so their days must be named.
      DaySet days = table.day() == null ? DaySet.ALWAYS : daysOfChangedRows(described, null, rows);
      lake.append(table, days, rows, "intake.registry");
      return List.of();
    }
    String place = isGone ? Ledger.pathConditions(List.of(account.file().fileId())).get(0) : "true";
    Dataset<Row> before = lake.read(table).where(place);
    List<String> lost =
        refused.isEmpty()
            ? List.of()
            : LostRows.of(described, Lake.all(before), Lake.all(rows), refused);
    Selection replaced =
        isGone ? Ledger.selection(List.of(account.file().fileId())) : Selection.everything();
    lake.replace(
        table, replaced, daysOfChangedRows(described, before, rows), rows, "intake.registry");
    return lost;
  }

  /** A short file is read here: for some hundred rows a Spark job costs more than the rows. */
  private Dataset<Row> rows(FeedReader feed, FileAccount account, Table table) {
    FileReading.SurveyedTask task = new FileReading.SurveyedTask(feed, account);
    if (account.file().lengthBytes() <= SHORT_FILE_BYTES) {
      List<Row> rows = new ArrayList<>();
      new FileReading.TakeIn<Row>(table).call(List.of(task).iterator()).forEachRemaining(rows::add);
      return lake.spark().createDataFrame(rows, table.rowSchema()).coalesce(1);
    }
    return lake.spark()
        .createDataFrame(
            context.parallelize(List.of(task), 1).mapPartitions(new FileReading.TakeIn<Row>(table)),
            table.rowSchema());
  }

  /**
   * The days of the old and of the new validity of every row that differs.
   *
   * @param before null: there were none
   */
  private static DaySet daysOfChangedRows(
      RegistryFile described, Dataset<Row> before, Dataset<Row> after) {
    Column[] said =
        described.headings().stream().map(org.dawen.lake.Column::col).toArray(Column[]::new);
    Dataset<Row> is = after.select(said);
    Dataset<Row> changed = is;
    if (before != null) {
      Dataset<Row> was = before.select(said);
      changed = was.exceptAll(is).unionAll(is.exceptAll(was));
    }
    if (described.period().isEmpty()) {
      return changed.isEmpty() ? DaySet.NONE : DaySet.ALWAYS;
    }
    Column from = functions.to_date(described.period().get(0).col());
    Column to = functions.to_date(described.period().get(1).col());
    // Days of a table with days are followed like those of received values: none may go unnamed.
    int most = described.table().day() == null ? MOST_PERIODS : Integer.MAX_VALUE - 1;
    List<TableRow> periods =
        Lake.first(changed.select(from.as("first_day"), to.as("last_day")).distinct(), most + 1);
    if (periods.size() > most) {
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
