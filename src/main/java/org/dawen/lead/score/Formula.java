package org.dawen.lead.score;

import java.math.BigDecimal;
import org.dawen.lake.Trouble;
import org.dawen.lead.score.Kind.Sort;

/**
 * A formula that a person wrote: operators, the five values of {@link Values}, {@code CASE} and
 * {@code CAST}, a few functions, and nothing else.
 */
public final class Formula {
  /** What a score is stored as. */
  private static final Kind SCORE = Kind.decimal(9, 2);

  private final String text;
  private final Term score;

  private Formula(String text, Term score) {
    this.text = text;
    this.score = score;
  }

  /**
   * Reads a formula.
   *
   * @throws Trouble exit code 2 if it is none
   */
  public static Formula of(String text) {
    try {
      Term term = Parser.parse(text);
      if (term.kind().is(Sort.TEXT)) {
        throw new FormulaError("it gives a text");
      }
      return new Formula(text, Casts.to(SCORE, term));
    } catch (FormulaError | ArithmeticException e) {
      throw Trouble.usage("score.unreadable", oneLine(text), e.getMessage());
    } catch (StackOverflowError e) {
      throw Trouble.usage(e, "score.too-deep");
    }
  }

  /** As it is written. */
  public String text() {
    return text;
  }

  /**
   * The score, with two decimals.
   *
   * @throws Trouble exit code 2 if there is none for these values
   */
  public BigDecimal of(Values values) {
    try {
      BigDecimal found = (BigDecimal) score.of(values);
      if (found != null) {
        return found;
      }
    } catch (ArithmeticException e) {
      throw none(values, e.getMessage());
    }
    throw none(values, "the result is NULL");
  }

  private Trouble none(Values values, String why) {
    return Trouble.usage("score.no-score", oneLine(text), values, why);
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
