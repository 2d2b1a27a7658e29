package org.dawen.plan;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.dawen.air.AreaDay;
import org.dawen.air.RankingMonth;
import org.dawen.diesel.RetirementMonth;
import org.dawen.enforce.DrawnPlace;
import org.dawen.enforce.LetterDay;
import org.dawen.ground.PlotYear;
import org.dawen.ground.PointYear;
import org.dawen.lake.Column;
import org.dawen.lake.DaySet;
import org.dawen.lake.RecordForm;
import org.dawen.lake.Table;
import org.dawen.lead.CountyMonth;
import org.dawen.noise.ZoneMonth;
import org.dawen.pool.PoolEntry;
import org.dawen.run.PassSpec;
import org.dawen.run.References;
import org.dawen.source.AccuracyMonth;
import org.dawen.source.ComplianceMonth;
import org.dawen.source.TransmissionMonth;
import org.dawen.waste.Manifest;
import org.dawen.waste.StockDay;
import org.dawen.water.AreaMonth;
import org.dawen.water.AreaYear;

/**
 * A table that a number of the plan may be taken from. The list is closed, so that the scoreboard
 * reads what it declares and no more; the registry selects from it.
 *
 * @param type a record with the columns that may be selected
 * @param counts from which day on its rows count
 * @param dayColumn the day that {@code counts} goes by
 * @param lastDayColumn of a table of stocks the last day on which a row holds, null: it still does;
 *     null: a table of what happened
 */
record Selectable<R extends Record>(
    Table table, Class<R> type, Counts counts, String dayColumn, String lastDayColumn) {

  /** From which day on a row counts; no row may depend on later days. */
  enum Counts {
    /** From its day; a row of a year is as known now on every day of the year. */
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
          ofMonth(CountyMonth.class),
          ofMonth(ZoneMonth.class),
          ofStock(StockDay.class, "last_day"),
          ofDay(Table.of(Manifest.class), Manifest.class),
          ofDay(Table.of(LetterDay.class), LetterDay.class),
          ofDay(Table.of(DrawnPlace.class), DrawnPlace.class),
          ofMonth(RetirementMonth.class),
          ofDay(Table.of(PlotYear.class), PlotYear.class),
          ofDay(Table.of(PointYear.class), PointYear.class));

  private static <R extends Record> Selectable<R> ofDay(Table table, Class<R> type) {
    return new Selectable<>(table, type, Counts.FROM_ITS_DAY, table.day().name(), null);
  }

  private static <R extends Record> Selectable<R> ofMonth(Table table, Class<R> type) {
    return new Selectable<>(
        table, type, Counts.FROM_THE_END_OF_ITS_MONTH, table.day().name(), null);
  }

  private static <R extends Record> Selectable<R> ofMonth(Class<R> type) {
    return ofMonth(Table.of(type), type);
  }

  private static <R extends Record> Selectable<R> ofStock(Class<R> type, String lastDay) {
    Table table = Table.of(type);
    return new Selectable<>(table, type, Counts.FROM_ITS_DAY, table.day().name(), lastDay);
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
    spec.followsByRegistry(table, type, this::keyOfUsed);
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
        .map(v -> new SourceRow(countsFrom((LocalDate) v.get(day)), holdsUntil(v), v))
        .toList();
  }

  private LocalDate holdsUntil(List<Object> values) {
    LocalDate last = lastDayColumn == null ? null : (LocalDate) values.get(placeOf(lastDayColumn));
    return lastDayColumn != null && last == null ? LocalDate.MAX : last;
  }

  private LocalDate countsFrom(LocalDate day) {
    return counts == Counts.FROM_ITS_DAY ? day : day.with(TemporalAdjusters.lastDayOfMonth());
  }

  /** The rows that count in a stretch, as SQL. */
  String counting(LocalDate from, LocalDate to) {
    if (lastDayColumn != null) {
      return "%s AND (%s IS NULL OR %s)"
          .formatted(
              DaySet.between(null, to).toSql(dayColumn),
              lastDayColumn,
              DaySet.between(to, null).toSql(lastDayColumn));
    }
    LocalDate month = to.withDayOfMonth(1);
    LocalDate lastMonth = countsFrom(month).isAfter(to) ? month.minusMonths(1) : month;
    return DaySet.between(from, counts == Counts.FROM_ITS_DAY ? to : lastMonth).toSql(dayColumn);
  }
}
