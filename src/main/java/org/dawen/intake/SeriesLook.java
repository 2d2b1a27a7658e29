package org.dawen.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The look through a file of series before it is read: which 0:00 mean 24:00, which series cannot
 * be read for that, and whether day and month are swapped.
 */
final class SeriesLook {
  /** Of the dates, mixed ones refuse the file from one in so many. */
  private static final int MIXED_SHARE = 3;

  private final Map<String, Midnights> midnights = new HashMap<>();
  private final Set<Long> endsOfTheirDate = new HashSet<>();
  private SeriesFormat format;
  private SwappedDates dates;
  private LocalDateTime last;
  private String runsBack;
  private long labels;
  private long mixed;
  private String firstMixed;

  /** Reads records for their labels alone, in the order of the file. */
  CsvFormat through(SeriesFormat looked) {
    format = looked;
    dates = new SwappedDates(looked.stepSeconds());
    return (record, out) -> add(record);
  }

  private void add(CsvRecord record) {
    String series = format.series(record);
    String cell = record.text(format.timeHeading());
    if (series == null || cell == null) {
      return;
    }
    labels++;
    TimeLabel label = format.label(cell);
    if (label == null) {
      return;
    }
    if (label.isMixed()) {
      mixed++;
      firstMixed =
          firstMixed == null ? "line %d: '%s'".formatted(record.lineNo(), cell) : firstMixed;
    } else if (!format.isOfDays() && !format.isOfMoments()) {
      Midnights of = midnights.computeIfAbsent(series, s -> new Midnights(format.stepSeconds()));
      TimeLabel meant = of.next(label, record.lineNo());
      endsOfTheirDate.remove(of.takenBack());
      if (meant != label) {
        endsOfTheirDate.add(record.lineNo());
      }
      label = meant;
    }
    if (label.day() != null) {
      dates.add(series, label, record.lineNo());
    }
    if (format.mustRunForward() && !label.isMixed()) {
      watchOrder(label.time(), record.lineNo());
    }
  }

  private void watchOrder(LocalDateTime time, long lineNo) {
    if (last != null && time.isBefore(last) && runsBack == null) {
      runsBack =
          "The dates run backwards: %s (line %d) follows %s. Day and month may be swapped"
              .formatted(time, lineNo, last);
    }
    last = time;
  }

  /** Why the file as a whole cannot be read; null if it can. */
  String fault() {
    String fault = dates == null ? null : dates.fault();
    if (fault == null && mixed > 0 && mixed * MIXED_SHARE >= labels) {
      fault =
          "%,d of %,d dates cannot be read because day and month are swapped, the first in %s"
              .formatted(mixed, labels, firstMixed);
    }
    fault = fault == null ? runsBack : fault;
    return fault == null ? null : fault + ". " + format.remedy();
  }

  /** Why a series cannot be read, in a sentence; null if it can. */
  String faultOf(String series) {
    Midnights of = midnights.get(series);
    LocalDate twice = of == null ? null : of.claimedTwice();
    return twice == null
        ? null
        : "%s: the series %s has two rows for the interval that ends at 0:00, one stamped 0:00 of the same date (%s)"
            .formatted(RejectReason.MIDNIGHT_TWICE.words(), Codes.writtenOut(series), twice);
  }

  /** True if the 0:00 of this line is the end of the date it names. */
  boolean isEndOfItsDate(long lineNo) {
    return endsOfTheirDate.contains(lineNo);
  }

  /** What the ledger says of a file that was read; empty if there is nothing to say. */
  String note() {
    String doubt = dates == null ? null : dates.doubt();
    String ends =
        endsOfTheirDate.isEmpty()
            ? null
            : "%,d rows stamped 0:00 behind the last interval of the same date were read as its 24:00."
                .formatted(endsOfTheirDate.size());
    return Stream.of(ends, doubt).filter(Objects::nonNull).collect(Collectors.joining(" "));
  }
}
