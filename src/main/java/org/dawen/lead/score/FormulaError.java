package org.dawen.lead.score;

/** What is wrong with a formula, as a clause of English without a full stop. */
final class FormulaError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FormulaError(String what) {
    super(what);
  }
}
