package org.dawen.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.NewRows;
import org.dawen.lake.Selection;
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
    List<Row> rows = isGone ? List.of() : rows(feed, account, table);
    List<TableRow> after = rows.stream().map(r -> TableRow.of(table, r)).toList();
    if (!lake.exists(table)) {
      // Rows of one day are followed like received values, so their days must be named.
      DaySet days =
          table.day() == null ? DaySet.ALWAYS : daysOfChangedRows(described, List.of(), after);
      lake.append(table, days, NewRows.of(rows), "intake.registry");
      return List.of();
    }
    String path = account.file().fileId();
    List<TableRow> before = new ArrayList<>();
    lake.forEachRow(
        table,
        row -> {
          if (!isGone || path.equals(row.text(RegistryTables.FILE_ID))) {
            before.add(row);
          }
        });
    List<String> lost =
        refused.isEmpty() ? List.of() : LostRows.of(described, before, after, refused);
    lake.replace(
        table,
        isGone ? Ledger.selection(List.of(path)) : Selection.everything(),
        daysOfChangedRows(described, before, after),
        NewRows.of(rows),
        "intake.registry");
    return lost;
  }

  private List<Row> rows(FeedReader feed, FileAccount account, Table table) {
    FileReading.SurveyedTask task = new FileReading.SurveyedTask(feed, account);
    FileReading.TakeIn<Row> takeIn = new FileReading.TakeIn<>(table);
    // A short file is read here: for some hundred rows a Spark job costs more than the rows.
    if (account.file().lengthBytes() > SHORT_FILE_BYTES) {
      return context.parallelize(List.of(task), 1).mapPartitions(takeIn).collect();
    }
    List<Row> rows = new ArrayList<>();
    takeIn.call(List.of(task).iterator()).forEachRemaining(rows::add);
    return rows;
  }

  /** The days of the old and of the new validity of every row that differs. */
  private static DaySet daysOfChangedRows(
      RegistryFile described, List<TableRow> before, List<TableRow> after) {
    // How often a row is there now, less how often it was.
    Map<List<Object>, Integer> surplus = new HashMap<>();
    after.forEach(row -> surplus.merge(said(described, row), 1, Integer::sum));
    before.forEach(row -> surplus.merge(said(described, row), -1, Integer::sum));
    surplus.values().removeIf(n -> n == 0);
    if (described.period().isEmpty()) {
      return surplus.isEmpty() ? DaySet.NONE : DaySet.ALWAYS;
    }
    int from = described.headings().indexOf(described.period().get(0));
    int to = described.headings().indexOf(described.period().get(1));
    Set<DaySet> periods = new LinkedHashSet<>();
    surplus.keySet().forEach(r -> periods.add(DaySet.between(day(r.get(from)), day(r.get(to)))));
    // Days of a table with days are followed like those of received values: none may go unnamed.
    return described.table().day() == null && periods.size() > MOST_PERIODS
        ? DaySet.ALWAYS
        : DaySet.unionOf(periods);
  }

  /** What the file says of a row; two rows that say the same are alike. */
  private static List<Object> said(RegistryFile described, TableRow row) {
    return Arrays.asList(described.headings().stream().map(c -> row.shownAs(c.name())).toArray());
  }

  /** Null: open. */
  private static LocalDate day(Object dayOrTime) {
    return dayOrTime instanceof LocalDateTime time ? time.toLocalDate() : (LocalDate) dayOrTime;
  }
}
