package org.dawen.lead.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Reads a formula: conditions bind weaker than comparisons, those weaker than sums, those weaker
 * than products, those weaker than signs.
 */
final class Parser {
  private final Tokens tokens;

  private Parser(Tokens tokens) {
    this.tokens = tokens;
  }

  static Term parse(String formula) {
    Parser parser = new Parser(new Tokens(formula));
    Term term = parser.condition();
    if (!parser.tokens.isNext(Tokens.Sort.END)) {
      throw new FormulaError("'%s' is not expected".formatted(parser.tokens.peek().text()));
    }
    return term;
  }

  private Term condition() {
    Term term = conjunction();
    while (tokens.takeIf("or") != null) {
      term = Logic.or(term, conjunction());
    }
    return term;
  }

  private Term conjunction() {
    Term term = negation();
    while (tokens.takeIf("and") != null) {
      term = Logic.and(term, negation());
    }
    return term;
  }

  private Term negation() {
    return tokens.takeIf("not") != null ? Logic.not(negation()) : predicate();
  }

  private Term predicate() {
    Term term = comparison();
    if (tokens.takeIf("is") != null) {
      boolean isNot = tokens.takeIf("not") != null;
      tokens.require("null");
      Term isNull = Logic.isNull(term);
      return isNot ? Logic.not(isNull) : isNull;
    }
    boolean isNot = tokens.takeIf("not") != null;
    Term found = null;
    if (tokens.takeIf("in") != null) {
      tokens.require("(");
      found = Logic.in(term, list());
    } else if (tokens.takeIf("between") != null) {
      Term least = sum();
      tokens.require("and");
      found = Logic.and(Logic.compared(">=", term, least), Logic.compared("<=", term, sum()));
    } else if (isNot) {
      throw new FormulaError("IN or BETWEEN is expected, not " + tokens.peek().text());
    }
    return found == null ? term : isNot ? Logic.not(found) : found;
  }

  private Term comparison() {
    Term term = sum();
    String operator;
    while ((operator = tokens.takeIf("=", "==", "<=>", "<>", "!=", "<", "<=", ">", ">=")) != null) {
      term = Logic.compared(operator, term, sum());
    }
    return term;
  }

  private Term sum() {
    Term term = product();
    String operator;
    while ((operator = tokens.takeIf("+", "-")) != null) {
      term = Arithmetic.of(operator, term, product());
    }
    return term;
  }

  private Term product() {
    Term term = signed();
    String operator;
    while ((operator = tokens.takeIf("*", "/", "%", "div")) != null) {
      term = Arithmetic.of(operator.toUpperCase(Locale.ROOT), term, signed());
    }
    return term;
  }

  private Term signed() {
    if (tokens.takeIf("+") != null) {
      Term term = signed();
      if (!term.kind().isNumber()) {
        throw new FormulaError("+ needs a number, not " + term.kind());
      }
      return term;
    }
    if (tokens.takeIf("-") == null) {
      return cast();
    }
    return tokens.isNext(Tokens.Sort.NUMBER)
        ? casts(number("-" + tokens.take().text()))
        : Arithmetic.negated(signed());
  }

  private Term cast() {
    return casts(primary());
  }

  private Term casts(Term term) {
    Term cast = term;
    while (tokens.takeIf("::") != null) {
      cast = Casts.to(kind(), cast);
    }
    return cast;
  }

  private Term primary() {
    if (tokens.takeIf("(") != null) {
      Term term = condition();
      tokens.require(")");
      return term;
    }
    if (tokens.isNext(Tokens.Sort.NUMBER)) {
      return number(tokens.take().text());
    }
    if (tokens.isNext(Tokens.Sort.TEXT)) {
      return Term.constant(Kind.TEXT, tokens.take().text());
    }
    if (tokens.isCall()) {
      return call();
    }
    if (!tokens.isNext(Tokens.Sort.WORD)) {
      throw new FormulaError("a value is expected, not " + tokens.peek().text());
    }
    if (tokens.takeIf("case") != null) {
      return choice();
    }
    return named(tokens.take().text());
  }

  private static Term named(String name) {
    switch (name) {
      case "null":
        return Term.constant(Kind.NOTHING, null);
      case "true", "false":
        return Term.constant(Kind.TRUTH, name.equals("true"));
      default:
        Term term = Values.term(name);
        if (term == null) {
          throw new FormulaError(
              "there is no '%s' here, but %s".formatted(name, String.join(", ", Values.names())));
        }
        return term;
    }
  }

  private Term call() {
    String name = tokens.take().text();
    tokens.require("(");
    if (name.equals("cast")) {
      Term term = condition();
      tokens.require("as");
      Kind kind = kind();
      tokens.require(")");
      return Casts.to(kind, term);
    }
    if (!Functions.NAMES.contains(name)) {
      throw new FormulaError(
          "there is no function '%s' here, but %s"
              .formatted(name, String.join(", ", new TreeSet<>(Functions.NAMES))));
    }
    return Functions.call(name, list());
  }

  /** Terms up to the closing bracket; at least one. */
  private List<Term> list() {
    List<Term> terms = new ArrayList<>();
    do {
      terms.add(condition());
    } while (tokens.takeIf(",") != null);
    tokens.require(")");
    return terms;
  }

  /** {@code CASE WHEN … THEN … ELSE … END}, or of one value that is compared with others. */
  private Term choice() {
    Term compared = tokens.peek().text().equals("when") ? null : condition();
    List<Term> conditions = new ArrayList<>();
    List<Term> results = new ArrayList<>();
    tokens.require("when");
    do {
      Term when = condition();
      conditions.add(compared == null ? when : Logic.compared("=", compared, when));
      tokens.require("then");
      results.add(condition());
    } while (tokens.takeIf("when") != null);
    if (tokens.takeIf("else") != null) {
      results.add(condition());
    }
    tokens.require("end");
    return Logic.choice(conditions, results);
  }

  private Kind kind() {
    String name = tokens.take().text();
    switch (name) {
      case "int", "integer":
        return Kind.INT;
      case "bigint", "long":
        return Kind.LONG;
      case "double":
        return Kind.DOUBLE;
      case "decimal", "dec", "numeric":
        if (tokens.takeIf("(") == null) {
          return Kind.decimal(Kind.INT.precision(), 0);
        }
        int precision = digits();
        int scale = tokens.takeIf(",") == null ? 0 : digits();
        tokens.require(")");
        if (precision > Kind.MOST_DIGITS || scale > precision) {
          throw new FormulaError("there is no decimal(%d,%d)".formatted(precision, scale));
        }
        return Kind.decimal(precision, scale);
      default:
        throw new FormulaError("CAST makes int, bigint, double or decimal, not " + name);
    }
  }

  private int digits() {
    String text = tokens.take().text();
    if (!text.matches("\\d{1,2}")) {
      throw new FormulaError("a number of digits is expected, not " + text);
    }
    return Integer.parseInt(text);
  }

  /** With a point a decimal, with an exponent or D a double, else a whole number. */
  private static Term number(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    if (upper.endsWith("BD")) {
      return decimal(upper.substring(0, upper.length() - 2));
    }
    if (upper.endsWith("D")) {
      return Term.constant(Kind.DOUBLE, Double.valueOf(upper.substring(0, upper.length() - 1)));
    }
    boolean isLong = upper.endsWith("L");
    String digits = isLong ? upper.substring(0, upper.length() - 1) : upper;
    if (upper.contains("E")) {
      return Term.constant(Kind.DOUBLE, Double.valueOf(digits));
    }
    if (upper.contains(".")) {
      return decimal(digits);
    }
    BigDecimal whole = new BigDecimal(digits);
    if (!isLong && whole.compareTo(BigDecimal.valueOf(whole.intValue())) == 0) {
      return Term.constant(Kind.INT, whole.intValue());
    }
    return whole.compareTo(BigDecimal.valueOf(whole.longValue())) == 0
        ? Term.constant(Kind.LONG, whole.longValue())
        : decimal(digits);
  }

  private static Term decimal(String digits) {
    BigDecimal number = new BigDecimal(digits);
    if (number.scale() < 0) {
      number = number.setScale(0);
    }
    if (number.precision() > Kind.MOST_DIGITS) {
      throw new FormulaError(digits + " has too many digits");
    }
    return Term.constant(Kind.of(number), number);
  }
}
