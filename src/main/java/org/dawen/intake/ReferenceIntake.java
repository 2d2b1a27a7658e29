package org.dawen.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.NewRows;
import org.dawen.lake.Selection;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryFile;

/**
 * Writes a registry file into its reference table. The commit names the days on which a changed row
 * is or was valid, so that just those results become due.
 */
final class ReferenceIntake {
  /** Above this many different periods the change is taken to concern all days. */
  private static final int MOST_PERIODS = 5_000;

  private final Lake lake;

  ReferenceIntake(Lake lake) {
    this.lake = lake;
  }

  /**
   * Makes the file's rows those of its table. A table has one file: what another path gave goes.
   *
   * @param refused lines of the file that were refused
   * @return keys of rows that stood before and are refused now
   */
  List<String> replace(FeedReader feed, FileAccount account, List<String> refused) {
    RegistryFile described = RegistryFeed.describe(account.fileId());
    Table table = described.table();
    boolean isGone = account.sha256().isEmpty();
    List<Record> rows = isGone ? List.of() : rows(feed, account, table);
    List<Registered> after = registered(described, rows);
    if (!lake.exists(table)) {
      // Rows of one day are followed like received values, so their days must be named.
      DaySet days =
          table.day() == null ? DaySet.ALWAYS : daysOfChangedRows(described, List.of(), after);
      lake.append(table, days, NewRows.of(rows), "intake.registry");
      return List.of();
    }
    String path = account.fileId();
    List<Registered> before =
        registered(described, lake.records(described.type())).stream()
            .filter(r -> !isGone || path.equals(r.value(table.column("file_id"))))
            .toList();
    List<String> lost =
        refused.isEmpty() ? List.of() : LostRows.of(described, before, after, refused);
    lake.replace(
        table,
        isGone ? FileLedger.selection(List.of(path)) : Selection.everything(),
        daysOfChangedRows(described, before, after),
        NewRows.of(rows),
        "intake.registry");
    return lost;
  }

  private static List<Registered> registered(RegistryFile described, List<? extends Record> rows) {
    return rows.stream().map(r -> Registered.of(described, r)).toList();
  }

  private static List<Record> rows(FeedReader feed, FileAccount account, Table table) {
    List<Record> rows = new ArrayList<>();
    FileReading.rows(table, List.of(new FileReading.SurveyedTask(feed, account)).iterator())
        .forEachRemaining(rows::add);
    return rows;
  }

  /** The days of the old and of the new validity of every row that differs. */
  private static DaySet daysOfChangedRows(
      RegistryFile described, List<Registered> before, List<Registered> after) {
    // How often a row is there now, less how often it was.
    Map<List<Object>, Integer> surplus = new HashMap<>();
    after.forEach(row -> surplus.merge(row.said(), 1, Integer::sum));
    before.forEach(row -> surplus.merge(row.said(), -1, Integer::sum));
    surplus.values().removeIf(n -> n == 0);
    if (described.period().isEmpty()) {
      return surplus.isEmpty() ? DaySet.NONE : DaySet.ALWAYS;
    }
    int from = described.headings().indexOf(described.period().get(0));
    int to = described.headings().indexOf(described.period().get(1));
    List<Integer> later =
        described.laterDays().stream().map(described.headings()::indexOf).toList();
    boolean isOfOneDay = described.table().day() != null;
    Set<DaySet> periods = new LinkedHashSet<>();
    // A row of one day whose day is still empty, a machine at work, concerns none.
    surplus.keySet().stream()
        .filter(r -> !isOfOneDay || r.get(from) != null)
        .forEach(
            r -> {
              periods.add(DaySet.between(day(r.get(from)), day(r.get(to))));
              later.stream()
                  .filter(i -> r.get(i) != null)
                  .forEach(i -> periods.add(DaySet.of(day(r.get(i)))));
            });
    // Days of a table with days are followed like those of received values: none may go unnamed.
    return !isOfOneDay && periods.size() > MOST_PERIODS ? DaySet.ALWAYS : DaySet.unionOf(periods);
  }

  /** Null: open. */
  private static LocalDate day(Object dayOrTime) {
    return dayOrTime instanceof LocalDateTime time ? time.toLocalDate() : (LocalDate) dayOrTime;
  }
}
