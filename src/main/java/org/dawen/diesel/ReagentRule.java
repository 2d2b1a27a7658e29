package org.dawen.diesel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * OBD_UREA_STATIC: over the fewest days in which the vehicle drove far enough the reagent level
 * hardly fell, although nothing was filled in.
 */
final class ReagentRule {
  private final BigDecimal leastKm;
  private final BigDecimal mostFall;
  private final BigDecimal refill;

  ReagentRule(DieselThresholds t) {
    leastKm = t.number("urea_static_km");
    mostFall = t.number("urea_static_percent");
    refill = t.number("refill_percent");
  }

  /**
   * Tells what it finds.
   *
   * @param history the day judged and those of the 30 days before, the latest first
   */
  void find(List<ScreenedDay> history, Consumer<Finding> found) {
    List<ScreenedDay> span = fewestDays(history);
    if (span.isEmpty() || isFilled(span) || isEmptyThroughout(span)) {
      return;
    }
    ScreenedDay day = history.get(0);
    ScreenedDay first = span.get(span.size() - 1);
    BigDecimal level = span.get(0).reagentLastPercent();
    BigDecimal fall = level == null ? null : first.reagentFirstPercent().subtract(level);
    if (fall == null || fall.compareTo(mostFall) > 0) {
      return;
    }
    BigDecimal km = km(span);
    found.accept(
        Finding.ofDay(
            AnomalyRule.OBD_UREA_STATIC,
            new Anomaly.Span(first.dataDay().atStartOfDay(), day.end()),
            km,
            Anomaly.Measured.of(
                fall,
                mostFall,
                "%",
                "km=%s; days=%d; level_percent=%s"
                    .formatted(km.toPlainString(), span.size(), level.toPlainString()))));
  }

  /** The latest days with a level, of 30 days, that make the distance; none if they don't. */
  private List<ScreenedDay> fewestDays(List<ScreenedDay> history) {
    LocalDate after = history.get(0).dataDay().minusDays(DieselThresholds.DAYS_BACK);
    List<ScreenedDay> span = new ArrayList<>();
    BigDecimal km = BigDecimal.ZERO;
    for (ScreenedDay d : history) {
      if (km.compareTo(leastKm) < 0
          && d.dataDay().isAfter(after)
          && d.reagentFirstPercent() != null) {
        span.add(d);
        km = km.add(d.distanceKm());
      }
    }
    return km.compareTo(leastKm) < 0 ? List.of() : span;
  }

  private static BigDecimal km(List<ScreenedDay> span) {
    return span.stream().map(ScreenedDay::distanceKm).reduce(BigDecimal::add).orElseThrow();
  }

  /** By day, or at night: a level that is higher in the morning than the evening before. */
  private boolean isFilled(List<ScreenedDay> span) {
    return span.stream().anyMatch(d -> d.reagentRefillPercent().signum() != 0)
        || IntStream.range(1, span.size()).anyMatch(i -> isHigher(span.get(i - 1), span.get(i)));
  }

  private boolean isHigher(ScreenedDay morning, ScreenedDay evening) {
    return evening.reagentLastPercent() != null
        && morning.reagentFirstPercent().subtract(evening.reagentLastPercent()).compareTo(refill)
            >= 0;
  }

  private static boolean isEmptyThroughout(List<ScreenedDay> span) {
    return span.stream()
        .map(ScreenedDay::reagentMaxPercent)
        .filter(Objects::nonNull)
        .noneMatch(most -> most.signum() > 0);
  }
}
