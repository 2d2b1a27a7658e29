package org.dawen.plan;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.dawen.air.AreaDay;
import org.dawen.air.RankingMonth;
import org.dawen.lake.Column;
import org.dawen.lake.RecordForm;
import org.dawen.lake.Table;
import org.dawen.lead.CountyMonth;
import org.dawen.pool.PoolEntry;
import org.dawen.run.PassSpec;
import org.dawen.run.References;
import org.dawen.source.AccuracyMonth;
import org.dawen.source.ComplianceMonth;
import org.dawen.source.TransmissionMonth;
import org.dawen.water.AreaMonth;
import org.dawen.water.AreaYear;

/**
 * A table that a number of the plan may be taken from. The list is closed, so that the scoreboard
 * reads what it declares and no more; the registry selects from it.
 *
 * @param type a record with the columns that may be selected
 * @param counts from which day on its rows count
 * @param dayColumn the day that {@code counts} goes by
 */
record Selectable<R extends Record>(Table table, Class<R> type, Counts counts, String dayColumn) {

  /** From which day on a row counts; none may tell of days that lie ahead. */
  enum Counts {
    /** From its day. */
    FROM_ITS_DAY,
    /** From the last day of its month: before, the row may still change with every day. */
    FROM_THE_END_OF_ITS_MONTH
  }

  static final List<Selectable<?>> ALL =
      List.of(
          ofDay(Table.of(AreaDay.class), SourceViews.AirDay.class),
          ofMonth(Table.of(org.dawen.air.AreaMonth.class), SourceViews.AirMonth.class),
          ofMonth(RankingMonth.class),
          ofMonth(AreaMonth.class),
          ofMonth(AreaYear.class),
          ofDay(Table.of(PoolEntry.class), SourceViews.PoolPosting.class),
          ofMonth(ComplianceMonth.class),
          ofMonth(TransmissionMonth.class),
          ofMonth(AccuracyMonth.class),
          ofMonth(CountyMonth.class));

  private static <R extends Record> Selectable<R> ofDay(Table table, Class<R> type) {
    return new Selectable<>(table, type, Counts.FROM_ITS_DAY, table.day().name());
  }

  private static <R extends Record> Selectable<R> ofMonth(Table table, Class<R> type) {
    return new Selectable<>(table, type, Counts.FROM_THE_END_OF_ITS_MONTH, table.day().name());
  }

  private static <R extends Record> Selectable<R> ofMonth(Class<R> type) {
    return ofMonth(Table.of(type), type);
  }

  static Optional<Selectable<?>> named(String table) {
    return ALL.stream().filter(s -> s.table.name().equals(table)).findFirst();
  }

  /** The columns that may be selected. */
  List<Column> columns() {
    return RecordForm.of(type).columns().stream().map(c -> table.column(c.name())).toList();
  }

  /** Its place among {@link #columns}; −1: it may not be selected. */
  int placeOf(String column) {
    List<Column> columns = columns();
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).name().equals(column))
        .findFirst()
        .orElse(-1);
  }

  /** Declares that the pass reads it; rows of tables that no number is taken from are left out. */
  void declare(PassSpec.Builder spec) {
    if (table.day() == null) {
      spec.looksUp(table, type);
    } else {
      spec.followsByRegistry(table, type, this::keyOfUsed);
    }
  }

  private Function<R, String> keyOfUsed(References references) {
    String key = Targets.of(references).use(this) ? "" : null;
    return row -> key;
  }

  /** The rows as they count. */
  List<SourceRow> rows(List<R> rows) {
    int day = placeOf(dayColumn);
    RecordForm<R> form = RecordForm.of(type);
    return rows.stream()
        .map(form::values)
        .filter(values -> values.get(day) != null)
        .map(values -> new SourceRow(countsFrom((LocalDate) values.get(day)), values))
        .toList();
  }

  private LocalDate countsFrom(LocalDate day) {
    return counts == Counts.FROM_ITS_DAY ? day : day.with(TemporalAdjusters.lastDayOfMonth());
  }

  /** The largest value of the day column of rows that count on a day. */
  LocalDate lastDayThatCounts(LocalDate day) {
    if (counts == Counts.FROM_ITS_DAY) {
      return day;
    }
    LocalDate month = day.withDayOfMonth(1);
    return countsFrom(month).isAfter(day) ? month.minusMonths(1) : month;
  }
}
