package org.dawen.pool;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.dawen.lake.Table;

/** Rows of all tables of the room. */
final class LedgerRows {
  private LedgerRows() {}

  /** A row and the table it belongs to. */
  record Filled(Table table, Row row) {}

  private static Filled in(Table table, Object... values) {
    return new Filled(table, RowFactory.create(values));
  }

  static Filled of(Posting p) {
    Entry e = p.source();
    return in(
        PoolTables.ENTRY,
        e.entryNo(),
        p.copyNo(),
        p.kind().name(),
        p.postingNo(),
        p.day(),
        p.dayPlace(),
        e.day(),
        p.refusal() == null ? "booked" : "refused",
        p.refusal() == null ? null : p.refusal().name(),
        p.missing() == null ? null : Tonnes.of(p.missing()),
        p.pollutant(),
        p.from() == null ? null : p.from().code(),
        p.fromCounty(),
        p.to() == null ? null : p.to().code(),
        p.toCounty(),
        p.isCityShare(),
        Tonnes.of(p.mass()),
        p.certificationNo(),
        p.originCounty(),
        p.lastValidDay(),
        e.county(),
        p.project(),
        p.multiplier() == null ? null : p.multiplier().setScale(4),
        e.refersTo(),
        e.documentNo(),
        p.detail(),
        e.fileId(),
        e.recordNo());
  }

  static Filled of(CountyMonth m) {
    return in(
        PoolTables.BALANCE_MONTH,
        m.county(),
        m.pollutant(),
        m.month().atDay(1),
        m.month().atEndOfMonth(),
        Tonnes.of(m.certified()),
        Tonnes.of(m.adjusted()),
        Tonnes.of(m.pooled()),
        Tonnes.of(m.retained()),
        Tonnes.of(m.allocated()),
        Tonnes.of(m.returned()),
        Tonnes.of(m.transferred()),
        Tonnes.of(m.expired()),
        Tonnes.of(m.shortfall()),
        Tonnes.of(m.balance()),
        days(m.month().atEndOfMonth(), m.nextExpiry()),
        Tonnes.of(m.originBalance()),
        Tonnes.of(m.originUsed()),
        Tonnes.of(m.originExpired()),
        Tonnes.of(m.originShortfall()));
  }

  static Filled of(CityMonth m) {
    return in(
        PoolTables.CITY_BALANCE_MONTH,
        m.originCounty() == null ? PoolTables.ALL_COUNTIES : m.originCounty(),
        m.pollutant(),
        m.month().atDay(1),
        m.month().atEndOfMonth(),
        Tonnes.of(m.pooled()),
        Tonnes.of(m.allocated()),
        Tonnes.of(m.returned()),
        Tonnes.of(m.expired()),
        Tonnes.of(m.shortfall()),
        Tonnes.of(m.balance()),
        days(m.month().atEndOfMonth(), m.nextExpiry()));
  }

  static Filled of(ProjectState p) {
    return in(
        PoolTables.PROJECT,
        p.project(),
        p.county(),
        p.pollutant(),
        Tonnes.of(p.need()),
        p.multiplier().setScale(4),
        Tonnes.of(p.required()),
        Tonnes.of(p.drawn()),
        Tonnes.of(p.returned()),
        Tonnes.of(p.stillMissing()),
        p.drawnFrom());
  }

  static Filled of(CountyYear y) {
    boolean hasTask = y.task() != null;
    return in(
        PoolTables.COUNTY_YEAR,
        y.county(),
        y.pollutant(),
        y.year(),
        hasTask ? Tonnes.of(y.task()) : null,
        Tonnes.of(y.certified()),
        Tonnes.of(y.pooled()),
        Tonnes.of(y.retained()),
        hasTask ? Tonnes.of(Math.max(0, y.task() - y.certified())) : null,
        hasTask && y.task() > 0
            ? Tonnes.of(y.certified())
                .multiply(BigDecimal.valueOf(100))
                .divide(Tonnes.of(y.task()), 4, RoundingMode.HALF_EVEN)
            : null,
        hasTask ? y.certified() >= y.task() : null);
  }

  private static Integer days(LocalDate from, LocalDate to) {
    return to == null ? null : (int) ChronoUnit.DAYS.between(from, to);
  }
}
