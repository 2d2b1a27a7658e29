package org.dawen.run;

import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.dawen.lake.DaySet;
import org.dawen.lake.DaySet.Range;

/**
 * How far one changed day of input reaches into a job's output. {@link #outputDays} gives the days
 * that become due, {@link #inputDays} the days a job must read to compute given output days.
 */
public final class Reach {
  private final String name;
  private final UnaryOperator<DaySet> output;
  private final UnaryOperator<DaySet> input;
  private final Function<Range, DaySet> bounds;
  private final boolean carriesOn;

  private Reach(
      String name,
      UnaryOperator<DaySet> output,
      UnaryOperator<DaySet> input,
      Function<Range, DaySet> bounds,
      boolean carriesOn) {
    this.name = name;
    this.output = output;
    this.input = input;
    this.bounds = bounds;
    this.carriesOn = carriesOn;
  }

  /** What reaches on without end, or to the end of a month or year, ends where the input ends. */
  private static Reach of(String name, UnaryOperator<DaySet> output, UnaryOperator<DaySet> input) {
    return new Reach(name, output, input, stretch -> DaySet.between(null, stretch.to()), false);
  }

  private Reach within(Function<Range, DaySet> newBounds) {
    return new Reach(name, output, input, newBounds, carriesOn);
  }

  private static DaySet itself(Range stretch) {
    return DaySet.between(stretch.from(), stretch.to());
  }

  /** Output days that may differ when these input days changed. */
  DaySet outputDays(DaySet changedInput) {
    return output.apply(changedInput);
  }

  /** Input days from which these output days are computed. */
  DaySet inputDays(DaySet outputDays) {
    return input.apply(outputDays);
  }

  /** The days on which output may lie, given a stretch of days with input. */
  DaySet bounds(Range stretch) {
    return bounds.apply(stretch);
  }

  /**
   * True if the computation carries on from one day of input to the next however far apart they
   * are, so that there is output for the days between.
   */
  boolean carriesOn() {
    return carriesOn;
  }

  /** The same day and no other. */
  public static Reach sameDay() {
    return andNextDays(0);
  }

  /** The day and the {@code n} days after it. */
  public static Reach andNextDays(int n) {
    return around(0, n).within(stretch -> DaySet.ALWAYS);
  }

  /**
   * The {@code before} days before it, the day, and the {@code after} days after it; ends where the
   * input ends.
   */
  public static Reach around(int before, int after) {
    if (before < 0 || after < 0) {
      throw new IllegalArgumentException("numbers of days: " + before + ", " + after);
    }
    return of(
            "around %d %d".formatted(before, after),
            ends(later(-before), later(after)),
            ends(later(-after), later(before)))
        .within(Reach::itself);
  }

  /** The day and the rest of its month. */
  public static Reach restOfMonth() {
    return of("restOfMonth", ends(later(0), Span.MONTH::last), ends(Span.MONTH::first, later(0)));
  }

  /** The day and the rest of its year. */
  public static Reach restOfYear() {
    return of("restOfYear", ends(later(0), Span.YEAR::last), ends(Span.YEAR::first, later(0)));
  }

  /**
   * Tables with one row a month, whose day is the first of the month: any day of the month reaches
   * that row, and it is computed from the whole month.
   */
  public static Reach wholeMonth() {
    return of("wholeMonth", Span.MONTH::firsts, ends(Span.MONTH::first, Span.MONTH::last));
  }

  /** As {@link #wholeMonth}, for a row a quarter. */
  public static Reach wholeQuarter() {
    return of("wholeQuarter", Span.QUARTER::firsts, ends(Span.QUARTER::first, Span.QUARTER::last));
  }

  /** As {@link #wholeMonth}, for a row a year. */
  public static Reach wholeYear() {
    return of("wholeYear", Span.YEAR::firsts, ends(Span.YEAR::first, Span.YEAR::last));
  }

  /**
   * Tables with one row a month, whose day is the first of the month, that tell the year to date: a
   * day reaches the rows from its month to December, and a row is computed from 1 January to the
   * end of its month.
   */
  public static Reach monthsToDate() {
    UnaryOperator<DaySet> restOfYear = ends(later(0), Span.YEAR::last);
    return of(
        "monthsToDate",
        changed -> Span.MONTH.firsts(restOfYear.apply(changed)),
        ends(Span.YEAR::first, Span.MONTH::last));
  }

  /**
   * Tables with one row a month, whose day is the first of the month, that look back: a day reaches
   * the row of its month and those of so many months after it, and a row is computed from as many
   * months before its own.
   */
  public static Reach monthAndNext(int months) {
    return monthsAround(0, months);
  }

  /**
   * As {@link #monthAndNext}, for rows that tell whether their month is over: a day reaches the row
   * of its month and that of the month before.
   */
  public static Reach monthAndTheOneBefore() {
    return monthsAround(1, 0);
  }

  private static Reach monthsAround(int before, int after) {
    UnaryOperator<DaySet> months = ends(firstOfMonth(-before), firstOfMonth(after));
    return of(
        "monthsAround %d %d".formatted(before, after),
        changed -> Span.MONTH.firsts(months.apply(changed)),
        ends(firstOfMonth(-after), day -> Span.MONTH.last(firstOfMonth(before).apply(day))));
  }

  /** All days of the day's month, for tables that hold rows of days and rows of months. */
  public static Reach daysOfMonth() {
    UnaryOperator<DaySet> month = ends(Span.MONTH::first, Span.MONTH::last);
    return of("daysOfMonth", month, month);
  }

  /** What this reaches, and what the other reaches from there. */
  public Reach then(Reach other) {
    return of(
        this + " then " + other,
        changed -> other.outputDays(outputDays(changed)),
        days -> inputDays(other.inputDays(days)));
  }

  /** The day itself and that of the next year, for rows that are compared with the year before. */
  public static Reach sameDayNextYear() {
    return of(
        "sameDayNextYear",
        changed -> changed.union(yearsLater(changed, 1)),
        days -> days.union(yearsLater(days, -1)));
  }

  /** Every day there is input for: rows that hang together over an unknown number of days. */
  public static Reach allDays() {
    return of("allDays", Reach::allUnlessNone, Reach::allUnlessNone).within(Reach::itself);
  }

  /** The day and every later one. */
  public static Reach everAfter() {
    return of("everAfter", from(later(0)), upTo(later(0)));
  }

  /** The day before, the day, and every later one: chains of days that are named by their end. */
  public static Reach dayBeforeAndEverAfter() {
    return of("dayBeforeAndEverAfter", from(later(-1)), upTo(later(1)));
  }

  /**
   * The whole month of the day and all later ones, for tables that hold rows of days and rows a
   * month, of a computation that carries on. Output may lie beyond the last day of input, up to the
   * end of the next year; the input is read whole.
   */
  public static Reach fromMonthOn() {
    return new Reach(
        "fromMonthOn",
        from(Span.MONTH::first),
        Reach::allUnlessNone,
        stretch ->
            DaySet.between(null, Span.YEAR.last(later(1).apply(Span.YEAR.last(stretch.to())))),
        true);
  }

  /**
   * Every day from the first day of input to the last, of a computation that carries on: a later
   * record may change what earlier days say.
   */
  public static Reach wholeHistory() {
    return new Reach(
        "wholeHistory", Reach::allUnlessNone, Reach::allUnlessNone, Reach::itself, true);
  }

  /** As {@link #wholeHistory}, for a row a month, whose day is the first of the month. */
  public static Reach monthsOfHistory() {
    return new Reach(
        "monthsOfHistory",
        Reach::allUnlessNone,
        Reach::allUnlessNone,
        stretch -> DaySet.between(Span.MONTH.first(stretch.from()), stretch.to()),
        true);
  }

  /** Each range from one day to another that its ends name. */
  private static UnaryOperator<DaySet> ends(
      UnaryOperator<LocalDate> first, UnaryOperator<LocalDate> last) {
    return days -> days.mapRanges(r -> new Range(first.apply(r.from()), last.apply(r.to())));
  }

  private static UnaryOperator<DaySet> from(UnaryOperator<LocalDate> first) {
    return days -> days.isEmpty() ? days : DaySet.between(first.apply(days.first()), null);
  }

  private static UnaryOperator<DaySet> upTo(UnaryOperator<LocalDate> last) {
    return days -> days.isEmpty() ? days : DaySet.between(null, last.apply(days.last()));
  }

  private static DaySet allUnlessNone(DaySet days) {
    return days.isEmpty() ? days : DaySet.ALWAYS;
  }

  /** The day so many days later, but no later than there are days; null stays open. */
  private static UnaryOperator<LocalDate> later(int days) {
    return day ->
        day == null
            ? null
            : LocalDate.ofEpochDay(
                Math.max(
                    LocalDate.MIN.toEpochDay(),
                    Math.min(LocalDate.MAX.toEpochDay(), day.toEpochDay() + days)));
  }

  /** The first day of the month so many months later; null stays open. */
  private static UnaryOperator<LocalDate> firstOfMonth(int later) {
    return day -> day == null ? null : Span.MONTH.first(day).plusMonths(later);
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

  /** Calendar spans. */
  private enum Span {
    MONTH(1),
    QUARTER(3),
    YEAR(12);

    private final int months;

    Span(int months) {
      this.months = months;
    }

    /** First day of the span; null stays open. */
    LocalDate first(LocalDate day) {
      if (day == null) {
        return null;
      }
      int month = day.getMonthValue() - 1;
      return LocalDate.of(day.getYear(), month - month % months + 1, 1);
    }

    /** Last day of the span; null stays open. */
    LocalDate last(LocalDate day) {
      return day == null
          ? null
          : first(day).plusMonths(months - 1L).with(TemporalAdjusters.lastDayOfMonth());
    }

    /** The first day of each span that holds some of the days. */
    DaySet firsts(DaySet days) {
      Set<LocalDate> firsts = new TreeSet<>();
      for (Range r : days.ranges()) {
        LocalDate day = first(r.from());
        firsts.add(day);
        while (last(day).isBefore(r.to())) {
          day = last(day).plusDays(1);
          firsts.add(day);
        }
      }
      return DaySet.of(firsts);
    }
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Reach other && name.equals(other.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** What tells it from another. */
  @Override
  public String toString() {
    return name;
  }
}
