package org.dawen.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.dawen.plan.Standing.Span;
import org.dawen.plan.State.Reason;
import org.dawen.registry.PlanTarget;
import org.dawen.registry.PlanWords.JudgedEach;

/** The progress of one number of the plan by the end of a day. */
final class TargetProgress {
  private static final int MONTHS_A_QUARTER = 3;

  private final Goal goal;
  private final PlanTarget target;
  private final TableSource source;
  private final Figures figures;
  private final PlanRules rules;

  /**
   * Of one number.
   *
   * @param source null: its value is not taken from a table
   */
  TargetProgress(PlanTarget target, TableSource source, Figures figures, PlanRules rules) {
    this.goal = Goal.of(target, rules);
    this.target = target;
    this.source = source;
    this.figures = figures;
    this.rules = rules;
  }

  /** By the end of a day of the plan. */
  Progress by(LocalDate day) {
    return target.judgedEach() == JudgedEach.YEAR ? ofTheYear(day) : ofPeriods(day);
  }

  private Progress ofTheYear(LocalDate day) {
    Span year = new Span(target.validity().validFrom(), target.dueDay());
    Figure now = figures.in(year.from(), day);
    if (!day.isAfter(year.to())) {
      return progress(year, now, Standing.of(goal, now, year, day, rules), day, 0, 0);
    }
    Standing due = Standing.of(goal, figures.in(year.from(), year.to()), year, year.to(), rules);
    boolean isLate =
        due.state() != State.MET
            && now != null
            && now.value() != null
            && goal.isNumber()
            && goal.isReachedBy(now.value());
    return progress(
        year, now, isLate ? new Standing(State.MISSED, Reason.REACHED_LATE, null) : due, day, 0, 0);
  }

  /** Each quarter or month that is over must have reached the number; the one that runs may yet. */
  private Progress ofPeriods(LocalDate day) {
    int failed = 0;
    int unreported = 0;
    Span shown = null;
    Figure value = null;
    Standing running = null;
    for (Span period : periods()) {
      if (period.from().isAfter(day)) {
        break;
      }
      boolean isOver = !day.isBefore(period.to());
      LocalDate by = isOver ? period.to() : day;
      Figure reported = figures.in(period.from(), by);
      Standing standing = Standing.of(goal, reported, period, by, rules);
      failed += isOver && standing.state() == State.MISSED ? 1 : 0;
      unreported += isOver && standing.state() == State.NO_REPORT ? 1 : 0;
      running = isOver ? null : standing;
      if (shown == null || isOver || reported != null) {
        shown = period;
        value = reported;
      }
    }
    boolean isLast = !day.isBefore(target.dueDay());
    return progress(
        shown, value, joined(failed, unreported, running, isLast), day, failed, unreported);
  }

  private Standing joined(int failed, int unreported, Standing running, boolean isLast) {
    if (!goal.isNumber()) {
      return new Standing(State.NO_NUMBER, Reason.NUMBER_MISSING, null);
    }
    if (failed > 0) {
      return new Standing(State.MISSED, Reason.A_PERIOD_FAILED, null);
    }
    if (unreported > 0) {
      return new Standing(State.NO_REPORT, Reason.A_PERIOD_WITHOUT_REPORT, null);
    }
    if (isLast) {
      return new Standing(State.MET, Reason.DUE, null);
    }
    boolean isAhead =
        running != null && (running.state() == State.AT_RISK || running.state() == State.MISSED);
    return isAhead
        ? new Standing(State.AT_RISK, running.reason(), running.projected())
        : new Standing(State.ON_THE_WAY, Reason.PERIODS_REACHED, null);
  }

  /** The quarters or months of the plan up to the due day. */
  private List<Span> periods() {
    int months = target.judgedEach() == JudgedEach.MONTH ? 1 : MONTHS_A_QUARTER;
    List<Span> periods = new ArrayList<>();
    LocalDate from = target.validity().validFrom();
    while (!from.isAfter(target.dueDay())) {
      int monthsLeft = months - 1 - (from.getMonthValue() - 1) % months;
      LocalDate to = from.plusMonths(monthsLeft).with(TemporalAdjusters.lastDayOfMonth());
      periods.add(new Span(from, to.isAfter(target.dueDay()) ? target.dueDay() : to));
      from = to.plusDays(1);
    }
    return periods;
  }

  private Progress progress(
      Span span, Figure figure, Standing standing, LocalDate day, int failed, int unreported) {
    BigDecimal value = figure == null ? null : scaled(figure.value());
    boolean isJudged = value != null && goal.isNumber();
    return new Progress(
        aim(),
        span.from(),
        value,
        isJudged ? goal.reachedPercent(value) : null,
        proof(figure),
        standing.state(),
        standing.reason(),
        span.gonePercent(day),
        isJudged ? scaled(goal.distance(value)) : null,
        standing.projected(),
        failed,
        unreported);
  }

  private static BigDecimal scaled(BigDecimal value) {
    return value == null ? null : value.setScale(Aggregation.DECIMALS);
  }

  private Progress.Aim aim() {
    return new Progress.Aim(
        target.measureNo(),
        target.titleZh(),
        target.titleEn(),
        target.projectZh(),
        target.projectEn(),
        target.departments(),
        target.strength(),
        target.comparator(),
        target.targetValue(),
        target.targetMaxValue(),
        target.unit(),
        target.judgedEach(),
        target.dueDay(),
        target.dueFrom());
  }

  private Progress.Proof proof(Figure figure) {
    boolean isEntry = figure != null && figure.entry() != null;
    return new Progress.Proof(
        target.sourceKind(),
        source == null ? null : target.source().sourceTable(),
        source == null ? null : target.source().sourceColumn(),
        source == null ? null : source.text(),
        source == null ? null : figure == null ? 0 : Integer.valueOf(figure.rowCount()),
        isEntry ? figure.entry().entryDay() : null,
        isEntry ? figure.entry().documentNo() : null,
        figure != null && figure.isProvisional(),
        isEntry ? figure.entry().fileId() : target.fileId(),
        isEntry ? figure.entry().recordNo() : target.recordNo());
  }
}
