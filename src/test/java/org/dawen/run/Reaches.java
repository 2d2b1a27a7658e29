package org.dawen.run;

import java.util.List;
import java.util.stream.Stream;

/** Reaches of every kind. */
final class Reaches {
  /** Those that one far day of input cannot carry into the good days. */
  static final List<Reach> LOCAL =
      List.of(
          Reach.sameDay(),
          Reach.andNextDays(3),
          Reach.around(2, 5),
          Reach.restOfMonth(),
          Reach.restOfYear(),
          Reach.wholeMonth(),
          Reach.wholeQuarter(),
          Reach.wholeYear(),
          Reach.monthsToDate(),
          Reach.sameDayNextYear(),
          Reach.monthAndNext(3),
          Reach.monthAndTheOneBefore(),
          Reach.daysOfMonth(),
          Reach.monthsToDate().then(Reach.sameDayNextYear()));

  static final List<Reach> ALL =
      Stream.concat(
              LOCAL.stream(),
              Stream.of(
                  Reach.allDays(),
                  Reach.everAfter(),
                  Reach.dayBeforeAndEverAfter(),
                  Reach.fromMonthOn(),
                  Reach.wholeHistory()))
          .toList();

  private Reaches() {}
}
