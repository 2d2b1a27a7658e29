package org.dawen.lead.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.dawen.lead.score.Kind.Sort;

/** The functions a formula may call: of values alone. */
final class Functions {
  static final Set<String> NAMES =
      Set.of(
          "abs",
          "ceil",
          "coalesce",
          "exp",
          "floor",
          "greatest",
          "if",
          "ifnull",
          "least",
          "ln",
          "log10",
          "mod",
          "nullif",
          "pow",
          "power",
          "round",
          "sign",
          "sqrt");

  private Functions() {}

  /** The call of a function by its name in small letters, which is one of {@link #NAMES}. */
  static Term call(String name, List<Term> given) {
    return switch (name) {
      case "coalesce" -> coalesce(atLeast(name, 1, given));
      case "greatest" -> outermost(atLeast(name, 2, given), 1);
      case "least" -> outermost(atLeast(name, 2, given), -1);
      case "if" -> {
        exactly(name, 3, given);
        yield Logic.choice(given.subList(0, 1), given.subList(1, 3));
      }
      case "ifnull" -> coalesce(exactly(name, 2, given));
      case "nullif" -> nullIf(exactly(name, 2, given));
      case "mod" -> {
        exactly(name, 2, given);
        yield Arithmetic.of("%", given.get(0), given.get(1));
      }
      case "pow", "power" -> power(exactly(name, 2, given));
      case "round" -> {
        if (given.size() == 1) {
          yield round(given.get(0), 0);
        }
        Long digits = exactly(name, 2, given).get(1).literal();
        if (digits == null) {
          throw new FormulaError("round needs its digits as a whole number that is written there");
        }
        yield round(given.get(0), Math.toIntExact(digits));
      }
      default -> ofOne(name, exactly(name, 1, given).get(0));
    };
  }

  private static List<Term> exactly(String name, int count, List<Term> given) {
    if (given.size() != count) {
      throw new FormulaError("%s needs %d values, not %d".formatted(name, count, given.size()));
    }
    return given;
  }

  private static List<Term> atLeast(String name, int count, List<Term> given) {
    if (given.size() < count) {
      throw new FormulaError(
          "%s needs at least %d values, not %d".formatted(name, count, given.size()));
    }
    return given;
  }

  private static Term ofOne(String name, Term term) {
    if (!term.kind().isNumber()) {
      throw new FormulaError("%s needs a number, not %s".formatted(name, term.kind()));
    }
    return switch (name) {
      case "abs" -> each(term.kind(), term, Functions::absolute);
      case "ceil" -> integral(term, RoundingMode.CEILING, Math::ceil);
      case "floor" -> integral(term, RoundingMode.FLOOR, Math::floor);
      case "exp" -> ofDouble(term, StrictMath::exp, Double.NEGATIVE_INFINITY);
      case "ln" -> ofDouble(term, StrictMath::log, 0);
      case "log10" -> ofDouble(term, StrictMath::log10, 0);
      case "sign" -> ofDouble(term, Math::signum, Double.NEGATIVE_INFINITY);
      default -> ofDouble(term, Math::sqrt, Double.NEGATIVE_INFINITY);
    };
  }

  private static Term each(Kind result, Term term, UnaryOperator<Object> function) {
    return Term.of(
        result,
        row -> {
          Object value = term.of(row);
          return value == null ? null : function.apply(value);
        });
  }

  private static Object absolute(Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.abs();
    }
    if (value instanceof Integer whole) {
      return whole < 0 ? Math.negateExact(whole) : whole;
    }
    return value instanceof Long whole
        ? (Object) (whole < 0 ? Math.negateExact(whole) : whole)
        : (Object) Math.abs((Double) value);
  }

  /** The next whole number; of a decimal again a decimal. */
  private static Term integral(Term term, RoundingMode mode, DoubleUnaryOperator ofDouble) {
    Kind kind = term.kind();
    if (!kind.is(Sort.DECIMAL)) {
      return each(
          Kind.LONG,
          term.as(Kind.DOUBLE),
          x -> new BigDecimal(ofDouble.applyAsDouble((Double) x)).longValueExact());
    }
    Kind result = kind.scale() == 0 ? kind : Kind.decimal(kind.precision() - kind.scale() + 1, 0);
    return each(result, term, x -> result.fitted(((BigDecimal) x).setScale(0, mode)));
  }

  /** Null where the number is not above {@code bound}. */
  private static Term ofDouble(Term term, DoubleUnaryOperator function, double bound) {
    return each(
        Kind.DOUBLE,
        term.as(Kind.DOUBLE),
        x ->
            bound != Double.NEGATIVE_INFINITY && (Double) x <= bound
                ? null
                : (Object) function.applyAsDouble((Double) x));
  }

  private static Term power(List<Term> given) {
    if (!given.stream().allMatch(t -> t.kind().isNumber())) {
      throw new FormulaError("power needs two numbers");
    }
    Term base = given.get(0).as(Kind.DOUBLE);
    Term exponent = given.get(1).as(Kind.DOUBLE);
    return Term.of(
        Kind.DOUBLE,
        row -> {
          Object x = base.of(row);
          Object y = exponent.of(row);
          return x == null || y == null ? null : (Object) StrictMath.pow((Double) x, (Double) y);
        });
  }

  /** Half away from zero, also of doubles, as they are written. */
  private static Term round(Term term, int digits) {
    Kind kind = term.kind();
    if (!kind.isNumber()) {
      throw new FormulaError("round needs a number, not " + kind);
    }
    return switch (kind.sort()) {
      case DECIMAL -> {
        int whole = kind.precision() - kind.scale() + 1;
        int scale = Math.min(kind.scale(), Math.max(0, digits));
        Kind result =
            digits < 0
                ? Kind.decimal(Math.max(whole, 1 - digits), 0)
                : Kind.decimal(whole + scale, scale);
        yield each(result, term, x -> result.fitted(rounded((BigDecimal) x, digits)));
      }
      case DOUBLE ->
          each(
              kind,
              term,
              x ->
                  Double.isFinite((Double) x)
                      ? (Object) rounded(new BigDecimal(x.toString()), digits).doubleValue()
                      : x);
      case INT ->
          each(kind, term, x -> rounded(Kind.exact(x), Math.min(0, digits)).intValueExact());
      default ->
          each(kind, term, x -> rounded(Kind.exact(x), Math.min(0, digits)).longValueExact());
    };
  }

  private static BigDecimal rounded(BigDecimal number, int digits) {
    return number.setScale(digits, RoundingMode.HALF_UP);
  }

  private static Term coalesce(List<Term> given) {
    Kind common = Logic.common(given);
    List<Term> same = given.stream().map(t -> t.as(common)).toList();
    return Term.of(
        common,
        row -> {
          for (Term term : same) {
            Object value = term.of(row);
            if (value != null) {
              return value;
            }
          }
          return null;
        });
  }

  private static Term nullIf(List<Term> given) {
    Term isSame = Logic.compared("=", given.get(0), given.get(1));
    return Term.of(
        given.get(0).kind(),
        row -> Boolean.TRUE.equals(isSame.of(row)) ? null : given.get(0).of(row));
  }

  /** The largest (1) or smallest (-1) of what is not null. */
  private static Term outermost(List<Term> given, int sign) {
    Kind common = Logic.common(given);
    List<Term> same = given.stream().map(t -> t.as(common)).toList();
    return Term.of(
        common,
        row -> {
          Object best = null;
          for (Term term : same) {
            Object value = term.of(row);
            if (value != null && (best == null || sign * Logic.compare(value, best) > 0)) {
              best = value;
            }
          }
          return best;
        });
  }
}
