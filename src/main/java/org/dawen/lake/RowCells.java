package org.dawen.lake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DecimalType;

/** Takes the cells out of rows of objects. */
final class RowCells {
  private static final long MICROS = 1_000_000L;

  private final List<Column> columns;
  private final Cells cells;

  RowCells(List<Column> columns) {
    this.columns = columns;
    this.cells = new Cells(columns.size());
  }

  /** The cells of a row, until the next is asked for. */
  Cells of(Row row) {
    cells.clear();
    for (int i = 0; i < columns.size(); i++) {
      Object value = row.get(i);
      if (value != null) {
        take(i, value);
      }
    }
    return cells;
  }

  private void take(int place, Object value) {
    if (value instanceof String text) {
      cells.text(place, text);
    } else if (value instanceof BigDecimal number) {
      decimal(place, number);
    } else if (value instanceof Integer || value instanceof Long) {
      cells.number(place, ((Number) value).longValue());
    } else if (value instanceof Boolean truth) {
      cells.number(place, truth ? 1 : 0);
    } else if (value instanceof LocalDate day) {
      cells.number(place, day.toEpochDay());
    } else if (value instanceof LocalDateTime time) {
      cells.number(place, time.toEpochSecond(ZoneOffset.UTC) * MICROS + time.getNano() / 1_000);
    } else if (value instanceof Instant instant) {
      cells.number(place, ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    } else {
      throw new IllegalArgumentException(
          "%s cannot hold a %s".formatted(columns.get(place), value.getClass()));
    }
  }

  /** More decimals than the column has are rounded, half up. */
  private void decimal(int place, BigDecimal number) {
    DecimalType type = (DecimalType) columns.get(place).type();
    BigDecimal scaled = number.setScale(type.scale(), RoundingMode.HALF_UP);
    if (scaled.precision() > type.precision()) {
      throw new ArithmeticException(
          "%s cannot hold %s: it has %d digits"
              .formatted(columns.get(place), number, type.precision()));
    }
    if (Cells.isNumber(type)) {
      cells.number(place, scaled.unscaledValue().longValueExact());
    } else {
      cells.wide(place, scaled);
    }
  }
}
