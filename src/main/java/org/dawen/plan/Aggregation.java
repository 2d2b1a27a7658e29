package org.dawen.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** How rows become one value. Quotients have ten decimals, half to even. */
final class Aggregation {
  static final int DECIMALS = 10;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String PROVISIONAL = "is_provisional";

  private final TableSource source;
  private final String column;
  private final List<SourceRow> rows;

  private Aggregation(TableSource source, List<SourceRow> rows) {
    this.source = source;
    this.column = source.said().sourceColumn();
    this.rows = rows;
  }

  /** The value of rows that were taken. */
  static Figure of(TableSource source, List<SourceRow> rows) {
    return new Aggregation(source, rows).figure();
  }

  private Figure figure() {
    return switch (source.said().sourceAggregate()) {
      case LATEST -> latest();
      case SUM -> figure(sum(numbers()), having());
      case COUNT -> figure(BigDecimal.valueOf(having().size()), having());
      case DISTINCT ->
          figure(
              BigDecimal.valueOf(
                  having().stream().map(r -> source.cell(r, column)).distinct().count()),
              having());
      case MEAN -> figure(quotient(sum(numbers()), BigDecimal.valueOf(having().size())), having());
      case LEAST -> figure(outermost(BigDecimal::min), having());
      case LARGEST -> figure(outermost(BigDecimal::max), having());
      case PERCENT_TRUE -> percentTrue();
      case PERCENT_OF -> percentOf();
    };
  }

  private Figure latest() {
    return rows.stream()
        .max(Comparator.comparing(SourceRow::countsFrom))
        .map(r -> figure(latest(r), List.of(r)))
        .orElse(null);
  }

  /** The value of a row, or in percent of its second column. */
  private BigDecimal latest(SourceRow row) {
    BigDecimal value = number(row, column);
    String of = source.said().sourceOfColumn();
    if (of == null) {
      return value;
    }
    BigDecimal whole = number(row, of);
    return value == null || whole == null ? null : quotient(value.multiply(HUNDRED), whole);
  }

  private Figure percentTrue() {
    String weight = source.said().sourceOfColumn();
    List<SourceRow> weighed = weight == null ? having() : havingBoth();
    BigDecimal all = sum(weighed.stream().map(r -> weight(r, weight)));
    BigDecimal part =
        sum(
            weighed.stream()
                .filter(r -> Boolean.TRUE.equals(source.cell(r, column)))
                .map(r -> weight(r, weight)));
    return figure(quotient(part.multiply(HUNDRED), all), weighed);
  }

  private BigDecimal weight(SourceRow row, String weight) {
    return weight == null ? BigDecimal.ONE : number(row, weight);
  }

  private Figure percentOf() {
    String of = source.said().sourceOfColumn();
    List<SourceRow> both = havingBoth();
    BigDecimal part = sum(both.stream().map(r -> number(r, column)));
    BigDecimal whole = sum(both.stream().map(r -> number(r, of)));
    return figure(quotient(part.multiply(HUNDRED), whole), both);
  }

  /** Null: of nothing. */
  private static BigDecimal quotient(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0 ? null : part.divide(whole, DECIMALS, RoundingMode.HALF_EVEN);
  }

  private BigDecimal outermost(BinaryOperator<BigDecimal> choice) {
    return numbers().reduce(choice).orElse(null);
  }

  private static BigDecimal sum(Stream<BigDecimal> numbers) {
    return numbers.filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Stream<BigDecimal> numbers() {
    return having().stream().map(r -> number(r, column));
  }

  /** Rows with a value in the column; without a column all. */
  private List<SourceRow> having() {
    return column == null
        ? rows
        : rows.stream().filter(r -> source.cell(r, column) != null).toList();
  }

  /** Of these the ones with a value in the second column too. */
  private List<SourceRow> havingBoth() {
    String of = source.said().sourceOfColumn();
    return having().stream().filter(r -> source.cell(r, of) != null).toList();
  }

  private BigDecimal number(SourceRow row, String of) {
    Object cell = source.cell(row, of);
    return cell == null || cell instanceof BigDecimal
        ? (BigDecimal) cell
        : BigDecimal.valueOf(((Number) cell).longValue());
  }

  private Figure figure(BigDecimal value, List<SourceRow> basis) {
    boolean tells = source.from().placeOf(PROVISIONAL) >= 0;
    boolean isProvisional =
        tells && basis.stream().anyMatch(r -> Boolean.TRUE.equals(source.cell(r, PROVISIONAL)));
    return new Figure(value, basis.size(), isProvisional, null);
  }
}
