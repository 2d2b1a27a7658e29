package org.dawen.lead.score;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.BinaryOperator;
import org.dawen.lead.score.Kind.Sort;

/**
 * Operators on numbers. Whole numbers stay whole but for {@code /}, which makes doubles of them;
 * decimals keep the digits of SQL's rules; what does not fit and a division by zero are errors.
 */
final class Arithmetic {
  /** One digit more than a decimal has; what is behind it is cut off. */
  private static final MathContext DIGITS =
      new MathContext(Kind.MOST_DIGITS + 1, RoundingMode.DOWN);

  private Arithmetic() {}

  /** The result of {@code + - * / %} or {@code DIV}. */
  static Term of(String operator, Term left, Term right) {
    Kind a = left.kind();
    Kind b = right.kind();
    if (!a.isNumber() || !b.isNumber()) {
      throw new FormulaError("%s needs two numbers, not %s and %s".formatted(operator, a, b));
    }
    if (a.is(Sort.NOTHING) && b.is(Sort.NOTHING)) {
      return Term.of(Kind.DOUBLE, row -> null);
    }
    if (a.is(Sort.NOTHING) || b.is(Sort.NOTHING)) {
      Kind known = a.is(Sort.NOTHING) ? b : a;
      return of(operator, Term.of(known, left.value()), Term.of(known, right.value()));
    }
    if (a.is(Sort.DOUBLE) || b.is(Sort.DOUBLE)) {
      return doubles(operator, left, right);
    }
    if (a.is(Sort.DECIMAL) || b.is(Sort.DECIMAL)) {
      return decimals(operator, left.asDecimal(), right.asDecimal());
    }
    return operator.equals("/") ? doubles(operator, left, right) : whole(operator, left, right);
  }

  private static Term both(Kind result, Term left, Term right, BinaryOperator<Object> operation) {
    return Term.of(
        result,
        row -> {
          Object a = left.of(row);
          Object b = right.of(row);
          return a == null || b == null ? null : operation.apply(a, b);
        });
  }

  private static Term doubles(String operator, Term left, Term right) {
    if (operator.equals("DIV")) {
      throw new FormulaError("DIV needs whole numbers or decimals");
    }
    return both(
        Kind.DOUBLE,
        left.as(Kind.DOUBLE),
        right.as(Kind.DOUBLE),
        (x, y) -> doubled(operator, (Double) x, (Double) y));
  }

  private static Double doubled(String operator, double x, double y) {
    return switch (operator) {
      case "+" -> x + y;
      case "-" -> x - y;
      case "*" -> x * y;
      case "/" -> x / notZero(y != 0, y);
      default -> x % notZero(y != 0, y);
    };
  }

  private static <T> T notZero(boolean isNotZero, T divisor) {
    if (!isNotZero) {
      throw new ArithmeticException("division by zero");
    }
    return divisor;
  }

  private static Term whole(String operator, Term left, Term right) {
    boolean isInt = left.kind().is(Sort.INT) && right.kind().is(Sort.INT);
    boolean isLong = !isInt || operator.equals("DIV");
    return both(
        isLong ? Kind.LONG : Kind.INT,
        left.as(Kind.LONG),
        right.as(Kind.LONG),
        (x, y) -> {
          long result = whole(operator, (Long) x, (Long) y);
          return isLong ? (Object) result : (Object) Math.toIntExact(result);
        });
  }

  private static long whole(String operator, long x, long y) {
    return switch (operator) {
      case "+" -> Math.addExact(x, y);
      case "-" -> Math.subtractExact(x, y);
      case "*" -> Math.multiplyExact(x, y);
      case "DIV" ->
          notZero(y != 0, y) == -1 ? Math.negateExact(x) : x / y; // the smallest by -1 overflows
      default -> x % notZero(y != 0, y);
    };
  }

  private static Term decimals(String operator, Term left, Term right) {
    Kind result = kindOf(operator, left.kind(), right.kind());
    return both(
        result,
        left,
        right,
        (x, y) -> {
          BigDecimal exact = decimal(operator, (BigDecimal) x, (BigDecimal) y);
          return result.is(Sort.LONG) ? (Object) exact.longValueExact() : result.fitted(exact);
        });
  }

  private static BigDecimal decimal(String operator, BigDecimal x, BigDecimal y) {
    return switch (operator) {
      case "+" -> x.add(y);
      case "-" -> x.subtract(y);
      case "*" -> x.multiply(y, DIGITS);
      case "/" -> x.divide(notZero(y.signum() != 0, y), Kind.MOST_DIGITS + 1, RoundingMode.DOWN);
      case "DIV" -> x.divideToIntegralValue(notZero(y.signum() != 0, y), DIGITS);
      default -> x.remainder(notZero(y.signum() != 0, y), DIGITS);
    };
  }

  private static Kind kindOf(String operator, Kind a, Kind b) {
    int wholeOfA = a.precision() - a.scale();
    int wholeOfB = b.precision() - b.scale();
    int scale = Math.max(a.scale(), b.scale());
    return switch (operator) {
      case "+", "-" -> Kind.decimalOfResult(Math.max(wholeOfA, wholeOfB) + scale + 1, scale);
      case "*" -> Kind.decimalOfResult(a.precision() + b.precision() + 1, a.scale() + b.scale());
      case "/" -> {
        int ofQuotient = Math.max(Kind.LEAST_SCALE_KEPT, a.scale() + b.precision() + 1);
        yield Kind.decimalOfResult(wholeOfA + b.scale() + ofQuotient, ofQuotient);
      }
      case "DIV" -> Kind.LONG;
      default -> Kind.decimalOfResult(Math.min(wholeOfA, wholeOfB) + scale, scale);
    };
  }

  /** The number with the other sign. */
  static Term negated(Term term) {
    Kind kind = term.kind();
    if (!kind.isNumber()) {
      throw new FormulaError("- needs a number, not " + kind);
    }
    return Term.of(
        kind,
        row -> {
          Object value = term.of(row);
          return value == null ? null : negated(value);
        });
  }

  private static Object negated(Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.negate();
    }
    if (value instanceof Integer whole) {
      return Math.negateExact(whole);
    }
    return value instanceof Long whole ? (Object) Math.negateExact(whole) : -(Double) value;
  }
}
