package org.dawen.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.dawen.plan.State.Reason;
import org.dawen.registry.PlanWords.Course;

/**
 * How a value compares with its number in one period. docs/methods/plan.md shows the arithmetic.
 *
 * @param projected the value on the last day at today's rate; null: no rate judges
 */
record Standing(State state, Reason reason, BigDecimal projected) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * Judges a value.
   *
   * @param figure null: no value was reported
   * @param span the period that the value covers
   * @param day the day at whose end it is judged
   */
  static Standing of(Goal goal, Figure figure, Span span, LocalDate day, PlanRules rules) {
    if (!goal.isNumber()) {
      return of(State.NO_NUMBER, Reason.NUMBER_MISSING);
    }
    if (figure == null || figure.value() == null) {
      return of(State.NO_REPORT, Reason.NOTHING_REPORTED);
    }
    boolean isReached = goal.isReachedBy(figure.value());
    Course course = goal.target().course();
    boolean isOver = !day.isBefore(span.to());
    if (isOld(figure, day, rules) && mayHaveChanged(course, isReached, isOver)) {
      return of(State.NO_REPORT, Reason.REPORT_TOO_OLD);
    }
    if (course == Course.EVERY_DAY) {
      return of(isReached ? State.MET : State.MISSED, Reason.BY_VALUE_NOW);
    }
    if (isOver) {
      return of(isReached ? State.MET : State.MISSED, Reason.DUE);
    }
    if (course == Course.LIMIT && !isReached) {
      return of(State.MISSED, Reason.PASSED);
    }
    if (isReached && (course == Course.RISES || course == Course.FALLS)) {
      return of(State.MET, Reason.REACHED);
    }
    return course == Course.LEVEL
        ? of(isReached ? State.ON_THE_WAY : State.AT_RISK, Reason.BY_VALUE_NOW)
        : byRate(goal, figure, span, day, rules);
  }

  private static boolean isOld(Figure figure, LocalDate day, PlanRules rules) {
    return figure.entry() != null
        && figure.entry().entryDay().plusDays(rules.entryValidDays()).isBefore(day);
  }

  /** Work that adds up stays done, and a limit stays passed; work left is missed once it is due. */
  private static boolean mayHaveChanged(Course course, boolean isReached, boolean isOver) {
    return switch (course) {
      case LEVEL, EVERY_DAY -> true;
      case LIMIT -> isReached;
      case RISES, FALLS -> !isReached && !isOver;
    };
  }

  private static Standing of(State state, Reason reason) {
    return new Standing(state, reason, null);
  }

  /** The rate is taken up to the day of the entry, or of a table up to the day judged. */
  private static Standing byRate(
      Goal goal, Figure figure, Span span, LocalDate day, PlanRules rules) {
    Course course = goal.target().course();
    if (course == Course.RISES && goal.isAbove(figure.value())) {
      return of(State.AT_RISK, Reason.PASSED);
    }
    LocalDate of = figure.entry() == null ? day : figure.entry().entryDay();
    if (span.gonePercent(of).compareTo(rules.rateFromPercent()) < 0) {
      return of(State.ON_THE_WAY, Reason.TOO_EARLY_FOR_A_RATE);
    }
    BigDecimal start =
        goal.target().startValue() == null ? BigDecimal.ZERO : goal.target().startValue();
    BigDecimal projected =
        start.add(
            figure
                .value()
                .subtract(start)
                .multiply(BigDecimal.valueOf(span.days()))
                .divide(
                    BigDecimal.valueOf(span.gone(of)),
                    Aggregation.DECIMALS,
                    RoundingMode.HALF_EVEN));
    boolean endsShort = course == Course.RISES ? goal.isBelow(projected) : goal.isAbove(projected);
    return new Standing(endsShort ? State.AT_RISK : State.ON_THE_WAY, Reason.BY_RATE, projected);
  }

  /**
   * A period of days.
   *
   * @param to last day, included
   */
  record Span(LocalDate from, LocalDate to) {
    long days() {
      return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** Days gone by the end of a day. */
    long gone(LocalDate day) {
      return Math.max(0, Math.min(days(), ChronoUnit.DAYS.between(from, day) + 1));
    }

    /** Share of the days that is gone by the end of a day, two decimals, half to even. */
    BigDecimal gonePercent(LocalDate day) {
      return BigDecimal.valueOf(gone(day))
          .multiply(HUNDRED)
          .divide(BigDecimal.valueOf(days()), 2, RoundingMode.HALF_EVEN);
    }
  }
}
