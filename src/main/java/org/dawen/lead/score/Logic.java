package org.dawen.lead.score;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.dawen.lead.score.Kind.Sort;

/** Comparisons and what joins them: true, false, or null where it is not known. */
final class Logic {
  private Logic() {}

  /** The result of {@code = <> < <= > >=} or {@code <=>}. */
  static Term compared(String operator, Term left, Term right) {
    Kind common = Kind.common(left.kind(), right.kind());
    if (common == null || common.is(Sort.TEXT)) {
      throw new FormulaError(
          "%s cannot compare %s with %s".formatted(operator, left.kind(), right.kind()));
    }
    Term a = left.as(common);
    Term b = right.as(common);
    IntPredicate holds = holds(operator);
    boolean comparesNulls = operator.equals("<=>");
    return Term.of(
        Kind.TRUTH,
        row -> {
          Object x = a.of(row);
          Object y = b.of(row);
          if (x == null || y == null) {
            return comparesNulls ? (Object) (x == y) : null;
          }
          return holds.test(compare(x, y));
        });
  }

  private static IntPredicate holds(String operator) {
    return switch (operator) {
      case "=", "==", "<=>" -> order -> order == 0;
      case "<>", "!=" -> order -> order != 0;
      case "<" -> order -> order < 0;
      case "<=" -> order -> order <= 0;
      case ">" -> order -> order > 0;
      default -> order -> order >= 0;
    };
  }

  /** Of two values of one kind; what is no number is the largest double, and 0 is -0. */
  static int compare(Object x, Object y) {
    if (x instanceof Double a && y instanceof Double b) {
      return a.doubleValue() == b.doubleValue() ? 0 : Double.compare(a, b);
    }
    return compareSame(x, y);
  }

  @SuppressWarnings("unchecked")
  private static <T extends Comparable<T>> int compareSame(Object x, Object y) {
    return ((T) x).compareTo((T) y);
  }

  static Term and(Term left, Term right) {
    return joined("AND", left, right, false);
  }

  static Term or(Term left, Term right) {
    return joined("OR", left, right, true);
  }

  /** One value decides alone; without it what is not known stays so. */
  private static Term joined(String operator, Term left, Term right, boolean decisive) {
    requireTruth(operator, left);
    requireTruth(operator, right);
    return Term.of(
        Kind.TRUTH,
        row -> {
          Object a = left.of(row);
          if (a != null && (Boolean) a == decisive) {
            return decisive;
          }
          Object b = right.of(row);
          if (b != null && (Boolean) b == decisive) {
            return decisive;
          }
          return a == null || b == null ? null : (Object) !decisive;
        });
  }

  static Term not(Term term) {
    requireTruth("NOT", term);
    return Term.of(
        Kind.TRUTH,
        row -> {
          Object value = term.of(row);
          return value == null ? null : (Object) !(Boolean) value;
        });
  }

  /** Whether the value is among others; not known if it is not, but one of them is null. */
  static Term in(Term term, List<Term> others) {
    List<Term> all = new ArrayList<>(others);
    all.add(term);
    Kind common = common(all);
    Term any = Term.constant(Kind.TRUTH, false);
    for (Term other : others) {
      any = or(any, compared("=", term.as(common), other.as(common)));
    }
    return any;
  }

  static Term isNull(Term term) {
    return Term.of(Kind.TRUTH, row -> term.of(row) == null);
  }

  static void requireTruth(String operator, Term term) {
    if (!term.kind().is(Sort.TRUTH) && !term.kind().is(Sort.NOTHING)) {
      throw new FormulaError("%s needs a condition, not %s".formatted(operator, term.kind()));
    }
  }

  /** The first of several terms whose condition holds; null without any. */
  static Term choice(List<Term> conditions, List<Term> results) {
    conditions.forEach(c -> requireTruth("a choice", c));
    Kind common = common(results);
    List<Term> same = results.stream().map(r -> r.as(common)).toList();
    return Term.of(
        common,
        row -> {
          for (int i = 0; i < conditions.size(); i++) {
            if (Boolean.TRUE.equals(conditions.get(i).of(row))) {
              return same.get(i).of(row);
            }
          }
          return same.size() > conditions.size() ? same.get(conditions.size()).of(row) : null;
        });
  }

  /** What all of them can become. */
  static Kind common(List<Term> terms) {
    Kind common = Kind.NOTHING;
    for (Term term : terms) {
      Kind wider = Kind.common(common, term.kind());
      if (wider == null) {
        throw new FormulaError("%s and %s do not fit".formatted(common, term.kind()));
      }
      common = wider;
    }
    return common;
  }
}
