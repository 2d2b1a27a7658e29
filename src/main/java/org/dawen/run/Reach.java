package org.dawen.run;

import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.TreeSet;
import org.dawen.lake.DaySet;
import org.dawen.lake.DaySet.Range;

/**
 * How far one changed day of input reaches into a job's output. {@link #outputDays} gives the days
 * that become due, {@link #inputDays} the days a job must read to compute given output days.
 */
public sealed interface Reach {

  /** Output days that may differ when these input days changed. */
  DaySet outputDays(DaySet changedInput);

  /** Input days from which these output days are computed. */
  DaySet inputDays(DaySet output);

  /** The same day and no other. */
  static Reach sameDay() {
    return new Following(0);
  }

  /** The day and the {@code n} days after it. */
  static Reach andNextDays(int n) {
    return new Following(n);
  }

  /** The day and the rest of its month. */
  static Reach restOfMonth() {
    return new RestOf(Span.MONTH);
  }

  /** The day and the rest of its year. */
  static Reach restOfYear() {
    return new RestOf(Span.YEAR);
  }

  /**
   * Tables with one row a month, whose day is the first of the month: any day of the month reaches
   * that row, and it is computed from the whole month.
   */
  static Reach wholeMonth() {
    return new Whole(Span.MONTH);
  }

  /** As {@link #wholeMonth}, for a row a year. */
  static Reach wholeYear() {
    return new Whole(Span.YEAR);
  }

  /**
   * Tables with one row a month, whose day is the first of the month, that tell the year to date: a
   * day reaches the rows from its month to December, and a row is computed from 1 January to the
   * end of its month.
   */
  static Reach monthsToDate() {
    return new MonthsToDate();
  }

  /**
   * Tables with one row a month, whose day is the first of the month, that look back: a day reaches
   * the row of its month and those of so many months after it, and a row is computed from as many
   * months before its own.
   */
  static Reach monthAndNext(int months) {
    return new MonthAndNext(0, months);
  }

  /**
   * As {@link #monthAndNext}, for rows that tell whether their month is over: a day reaches the row
   * of its month and that of the month before.
   */
  static Reach monthAndTheOneBefore() {
    return new MonthAndNext(1, 0);
  }

  /** All days of the day's month, for tables that hold rows of days and rows of months. */
  static Reach daysOfMonth() {
    return new DaysOfMonth();
  }

  /** What this reaches, and what the other reaches from there. */
  default Reach then(Reach other) {
    return new Chained(this, other);
  }

  /** The day itself and that of the next year, for rows that are compared with the year before. */
  static Reach sameDayNextYear() {
    return new SameDayNextYear();
  }

  /** Every day there is input for: rows that hang together over an unknown number of days. */
  static Reach allDays() {
    return new AllDays();
  }

  /** The day and every later one. */
  static Reach everAfter() {
    return new EverAfter();
  }

  /**
   * The whole month of the day and all later ones, for tables that hold rows of days and rows a
   * month, of a computation that carries on. Output may lie beyond the last day of input, up to the
   * end of the next year; the input is read whole.
   */
  static Reach fromMonthOn() {
    return new FromMonthOn();
  }

  /**
   * The days on which output may lie, given a stretch of days with input: what reaches on without
   * end, or to the end of a month or year, ends where the input ends.
   */
  default DaySet bounds(Range input) {
    return DaySet.between(null, input.to());
  }

  /**
   * True if the computation carries on from one day of input to the next however far apart they
   * are, so that there is output for the days between.
   */
  default boolean carriesOn() {
    return false;
  }

  /** The day so many days later, but no later than there are days; null stays open. */
  private static LocalDate shifted(LocalDate day, int days) {
    return day == null
        ? null
        : LocalDate.ofEpochDay(
            Math.max(
                LocalDate.MIN.toEpochDay(),
                Math.min(LocalDate.MAX.toEpochDay(), day.toEpochDay() + days)));
  }

  /**
   * The {@code before} days before it, the day, and the {@code after} days after it; ends where the
   * input ends.
   */
  static Reach around(int before, int after) {
    return new Around(before, after);
  }

  /** The day before, the day, and every later one: chains of days that are named by their end. */
  static Reach dayBeforeAndEverAfter() {
    return new Chains();
  }

  /** Days before and after. */
  record Around(int before, int after) implements Reach {
    public Around {
      if (before < 0 || after < 0) {
        throw new IllegalArgumentException("numbers of days: " + before + ", " + after);
      }
    }

    @Override
    public DaySet outputDays(DaySet changedInput) {
      return changedInput.mapRanges(
          r -> new Range(shifted(r.from(), -before), shifted(r.to(), after)));
    }

    @Override
    public DaySet inputDays(DaySet output) {
      return output.mapRanges(r -> new Range(shifted(r.from(), -after), shifted(r.to(), before)));
    }

    @Override
    public DaySet bounds(Range input) {
      return DaySet.between(input.from(), input.to());
    }
  }

  /** From the day before on; read are all days up to the day after. */
  record Chains() implements Reach {
    @Override
    public DaySet outputDays(DaySet changedInput) {
      return changedInput.isEmpty()
          ? DaySet.NONE
          : DaySet.between(shifted(changedInput.first(), -1), null);
    }

    @Override
    public DaySet inputDays(DaySet output) {
      return output.isEmpty() ? DaySet.NONE : DaySet.between(null, shifted(output.last(), 1));
    }
  }

  /** The day and {@code n} days after it. */
  record Following(int n) implements Reach {
    public Following {
      if (n < 0) {
        throw new IllegalArgumentException("a reach goes forward: " + n);
      }
    }

    @Override
    public DaySet outputDays(DaySet changedInput) {
      return changedInput.mapRanges(r -> new Range(r.from(), shifted(r.to(), n)));
    }

    @Override
    public DaySet inputDays(DaySet output) {
      return output.mapRanges(r -> new Range(shifted(r.from(), -n), r.to()));
    }

    @Override
    public DaySet bounds(Range input) {
      return DaySet.ALWAYS;
    }
  }

  /** Calendar spans. */
  enum Span {
    MONTH,
    YEAR;

    /** First day of the span; null stays open. */
    LocalDate first(LocalDate day) {
      return day == null ? null : this == MONTH ? day.withDayOfMonth(1) : day.withDayOfYear(1);
    }

    /** Last day of the span; null stays open. */
    LocalDate last(LocalDate day) {
      return day == null
          ? null
          : day.with(
              this == MONTH
                  ? TemporalAdjusters.lastDayOfMonth()
                  : TemporalAdjusters.lastDayOfYear());
    }
  }

  /** The day and what is left of its calendar span. */
  record RestOf(Span span) implements Reach {
    @Override
    public DaySet outputDays(DaySet changedInput) {
      return changedInput.mapRanges(r -> new Range(r.from(), span.last(r.to())));
    }

    @Override
    public DaySet inputDays(DaySet output) {
      return output.mapRanges(r -> new Range(span.first(r.from()), r.to()));
    }
  }

  /** The first day of the calendar span, standing for the whole of it. */
  record Whole(Span span) implements Reach {
    @Override
    public DaySet outputDays(DaySet changedInput) {
      Set<LocalDate> firsts = new TreeSet<>();
      for (Range r : changedInput.ranges()) {
        firsts.add(span.first(r.from()));
        for (LocalDate last = span.last(r.from());
            last.isBefore(r.to());
            last = span.last(last.plusDays(1))) {
          firsts.add(last.plusDays(1));
        }
      }
      return DaySet.of(firsts);
    }

    @Override
    public DaySet inputDays(DaySet output) {
      return output.mapRanges(r -> new Range(span.first(r.from()), span.last(r.to())));
    }
  }

  /** The first days of the day's month, of some before it and of some after it. */
  record MonthAndNext(int before, int after) implements Reach {
    @Override
    public DaySet outputDays(DaySet changedInput) {
      return new Whole(Span.MONTH)
          .outputDays(
              changedInput.mapRanges(
                  r -> new Range(first(r.from(), -before), Span.MONTH.last(first(r.to(), after)))));
    }

    @Override
    public DaySet inputDays(DaySet output) {
      return output.mapRanges(
          r -> new Range(first(r.from(), -after), Span.MONTH.last(first(r.to(), before))));
    }

    private static LocalDate first(LocalDate day, int months) {
      return day == null ? null : Span.MONTH.first(day).plusMonths(months);
    }
  }

  /** All days of the month. */
  record DaysOfMonth() implements Reach {
    @Override
    public DaySet outputDays(DaySet changedInput) {
      return changedInput.mapRanges(
          r -> new Range(Span.MONTH.first(r.from()), Span.MONTH.last(r.to())));
    }

    @Override
    public DaySet inputDays(DaySet output) {
      return outputDays(output);
    }
  }

  /** One reach after another. */
  record Chained(Reach first, Reach second) implements Reach {
    @Override
    public DaySet outputDays(DaySet changedInput) {
      return second.outputDays(first.outputDays(changedInput));
    }

    @Override
    public DaySet inputDays(DaySet output) {
      return first.inputDays(second.inputDays(output));
    }
  }

  /** The first days of the months from the day's own to December. */
  record MonthsToDate() implements Reach {
    @Override
    public DaySet outputDays(DaySet changedInput) {
      return new Whole(Span.MONTH)
          .outputDays(changedInput.mapRanges(r -> new Range(r.from(), Span.YEAR.last(r.to()))));
    }

    @Override
    public DaySet inputDays(DaySet output) {
      return output.mapRanges(r -> new Range(Span.YEAR.first(r.from()), Span.MONTH.last(r.to())));
    }
  }

  /** The day and the same of the year after it. */
  record SameDayNextYear() implements Reach {
    @Override
    public DaySet outputDays(DaySet changedInput) {
      return changedInput.union(yearsLater(changedInput, 1));
    }

    @Override
    public DaySet inputDays(DaySet output) {
      return output.union(yearsLater(output, -1));
    }

    private static DaySet yearsLater(DaySet days, int years) {
      return days.mapRanges(
          r -> new Range(yearsLater(r.from(), years), lastYearsLater(r.to(), years)));
    }

    /** The last day of a month stays one: 28 February is compared with 29 February. */
    private static LocalDate lastYearsLater(LocalDate day, int years) {
      LocalDate later = yearsLater(day, years);
      return day != null && day.equals(Span.MONTH.last(day)) ? Span.MONTH.last(later) : later;
    }

    private static LocalDate yearsLater(LocalDate day, int years) {
      return day == null
          ? null
          : day.withYear(Math.max(Year.MIN_VALUE, Math.min(Year.MAX_VALUE, day.getYear() + years)));
    }
  }

  /** The day and all later ones. */
  record EverAfter() implements Reach {
    @Override
    public DaySet outputDays(DaySet changedInput) {
      return changedInput.isEmpty() ? DaySet.NONE : DaySet.between(changedInput.first(), null);
    }

    @Override
    public DaySet inputDays(DaySet output) {
      return output.isEmpty() ? DaySet.NONE : DaySet.between(null, output.last());
    }
  }

  /** The day's month and all later ones. */
  record FromMonthOn() implements Reach {
    @Override
    public DaySet outputDays(DaySet changedInput) {
      return changedInput.isEmpty()
          ? DaySet.NONE
          : DaySet.between(Span.MONTH.first(changedInput.first()), null);
    }

    @Override
    public DaySet inputDays(DaySet output) {
      return output.isEmpty() ? DaySet.NONE : DaySet.ALWAYS;
    }

    @Override
    public DaySet bounds(Range input) {
      return DaySet.between(null, Span.YEAR.last(shifted(Span.YEAR.last(input.to()), 1)));
    }

    @Override
    public boolean carriesOn() {
      return true;
    }
  }

  /** All days. */
  record AllDays() implements Reach {
    @Override
    public DaySet outputDays(DaySet changedInput) {
      return changedInput.isEmpty() ? DaySet.NONE : DaySet.ALWAYS;
    }

    @Override
    public DaySet inputDays(DaySet output) {
      return output.isEmpty() ? DaySet.NONE : DaySet.ALWAYS;
    }

    @Override
    public DaySet bounds(Range input) {
      return DaySet.between(input.from(), input.to());
    }
  }
}
