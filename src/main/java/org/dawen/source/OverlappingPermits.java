package org.dawen.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.dawen.lake.TextOrder;
import org.dawen.registry.Limit;

/** Permit limits of one outlet, pollutant and mean that hold on a common day. */
public final class OverlappingPermits {
  private static final Comparator<Limit> BY_START =
      Comparator.comparing(
              (Limit l) -> l.validity().validFrom(),
              Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(Limit::recordNo);

  private static final Comparator<Limit> BY_END =
      Comparator.comparing(
              (Limit l) -> l.validity().validTo(),
              Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(Limit::recordNo, Comparator.reverseOrder());

  private OverlappingPermits() {}

  /** One sentence a limit, naming the one before it that ends last. */
  public static List<String> of(Collection<Limit> permits) {
    List<String> found = new ArrayList<>();
    permits.stream()
        .collect(
            Collectors.groupingBy(
                l -> "%s %s %s".formatted(l.outletCode(), l.pollutantCode(), l.period())))
        .forEach((of, limits) -> collect(of, limits, found));
    found.sort(TextOrder::compare);
    return found;
  }

  private static void collect(String of, List<Limit> limits, List<String> found) {
    Limit last = null;
    for (Limit limit : limits.stream().sorted(BY_START).toList()) {
      if (last != null && last.validity().overlaps(limit.validity())) {
        found.add(
            "%s: lines %d and %d"
                .formatted(
                    of,
                    Math.min(last.recordNo(), limit.recordNo()),
                    Math.max(last.recordNo(), limit.recordNo())));
      }
      last = last == null || BY_END.compare(limit, last) > 0 ? limit : last;
    }
  }
}
