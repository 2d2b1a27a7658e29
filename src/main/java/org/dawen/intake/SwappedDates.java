package org.dawen.intake;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Watches the dates of the series of one file for day and month in each other's place. Of a date up
 * to the twelfth both readings exist. Where day and month were swapped, a series jumps by months as
 * it is written, and goes on day by day if they change places again; where they were not, it is the
 * other way round. Each change of date is held against both readings; the series is judged when the
 * file has been read.
 *
 * <p>Readings taken once a month look like days swapped: of a series of one row a date, steps of
 * whole months prove nothing alone.
 */
final class SwappedDates {
  /** A gap in a swapped file: more days than this are no evidence. */
  private static final int LONGEST_GAP_DAYS = 14;

  private static final int SHORTEST_JUMP_DAYS = 27;

  /** So many jumps in a row, each mended by the swap, come of nothing else. */
  private static final int MANY_IN_A_ROW = 6;

  private static final String BOTH_ARE_POSSIBLE =
      ". Both are possible here: days a month apart, or days that follow each other with day and"
          + " month swapped. If the dates are right, put each of these days into a file of its own,"
          + " or write the end of a day as 0:00 of the next date";

  /** A series of so few dates has no room for a late row among them. */
  private static final int FEW_DATES = 3;

  private static final int ROWS_OF_A_FULL_DAY = 3;
  private static final int SECONDS_OF_A_FULL_DAY = 6 * 3_600;

  private final int stepSeconds;
  private final Map<String, Series> series = new LinkedHashMap<>();
  private String fault;

  /** Series of this step; 0: it is learnt from the labels. */
  SwappedDates(int stepSeconds) {
    this.stepSeconds = stepSeconds;
  }

  /**
   * The next label of a series in the order of the file; one that is mixed names the date meant.
   */
  void add(String name, TimeLabel label, long lineNo) {
    series.computeIfAbsent(name, n -> new Series(stepSeconds)).add(label, lineNo);
  }

  /** What is wrong, as the beginning of a sentence, or null. */
  String fault() {
    series.forEach(
        (name, s) -> {
          Jump jump = fault == null ? s.swapped() : null;
          if (jump != null) {
            fault =
                "The dates of %s %s%s"
                    .formatted(
                        Codes.writtenOut(name), jump, s.couldBeMonths() ? BOTH_ARE_POSSIBLE : "");
          }
        });
    return fault;
  }

  /** What may be wrong though nothing proves it, as a sentence; null if there is nothing. */
  String doubt() {
    for (var entry : series.entrySet()) {
      Series s = entry.getValue();
      if (s.isDoubtful()) {
        return "The dates of %s %s: they were read as written, which is wrong if the days do follow each other."
            .formatted(Codes.writtenOut(entry.getKey()), s.against());
      }
    }
    return null;
  }

  /** A change of date that the swap mends. */
  private record Jump(Dated from, Dated to) {
    @Override
    public String toString() {
      return "jump from %s to %s (line %d), but follow each other with day and month swapped"
          .formatted(from.atEnd(), to.atStart(), to.lineNo);
    }
  }

  /** The labels of one date that follow each other. */
  private static final class Dated {
    final LocalDate day;
    final LocalDate swapped;
    final boolean isMixed;
    final long lineNo;
    final int first;
    int last;
    int rows = 1;

    Dated(TimeLabel label, long lineNo) {
      this.day = label.day();
      this.swapped = label.swappedDay();
      this.isMixed = label.isMixed();
      this.lineNo = lineNo;
      this.first = label.second();
      this.last = first;
    }

    boolean isOf(TimeLabel label) {
      return label.isMixed() == isMixed && label.day().equals(day);
    }

    boolean isFull() {
      return rows >= ROWS_OF_A_FULL_DAY && Math.abs(last - first) >= SECONDS_OF_A_FULL_DAY;
    }

    String atEnd() {
      return written(last);
    }

    String atStart() {
      return written(first);
    }

    private String written(int second) {
      String date =
          isMixed
              ? "%d-%02d-%02d".formatted(day.getYear(), day.getDayOfMonth(), day.getMonthValue())
              : day.toString();
      return date
          + "T"
          + (second == TimeLabel.DAY_SECONDS ? "24:00" : LocalTime.ofSecondOfDay(second));
    }
  }

  private static final class Series {
    private final MendedJumps forward = new MendedJumps();
    private final MendedJumps backward = new MendedJumps();
    private int step;
    private Dated current;
    private int dayAfterDay;
    private int told;
    private boolean hasFullDay;
    private int dates = 1;
    private int rising;
    private int falling;

    Series(int step) {
      this.step = step;
    }

    void add(TimeLabel label, long lineNo) {
      if (current != null && current.isOf(label)) {
        goOn(label);
        return;
      }
      Dated next = new Dated(label, lineNo);
      if (current != null) {
        compare(current, next);
        dates++;
      }
      current = next;
    }

    private void goOn(TimeLabel label) {
      int move = Math.abs(label.second() - current.last);
      if (move > 0 && (step == 0 || move < step)) {
        step = move;
      }
      rising += label.second() > current.last ? 1 : 0;
      falling += label.second() < current.last ? 1 : 0;
      current.last = label.second();
      current.rows++;
      hasFullDay |= current.isFull();
    }

    private void compare(Dated from, Dated to) {
      long swapped = ChronoUnit.DAYS.between(from.swapped, to.swapped);
      boolean isReadable = !from.isMixed && !to.isMixed;
      long written = isReadable ? ChronoUnit.DAYS.between(from.day, to.day) : Long.MAX_VALUE;
      boolean tellsNothing =
          isReadable
              ? written == swapped
              : from.isMixed == to.isMixed
                  || from.day.equals(from.swapped) && to.day.equals(to.swapped);
      if (tellsNothing) {
        dayAfterDay += Math.abs(swapped) == 1 ? 1 : 0;
        return;
      }
      told++;
      boolean isMended =
          swapped != 0
              && Math.abs(swapped) <= LONGEST_GAP_DAYS
              && Math.abs(written) >= SHORTEST_JUMP_DAYS;
      boolean isMonths =
          isReadable
              && from.day.getDayOfMonth() == to.day.getDayOfMonth()
              && Long.signum(written) == Long.signum(swapped);
      long seconds = swapped * TimeLabel.DAY_SECONDS + to.first - from.last;
      boolean isContrary =
          isMended && isReadable && Math.abs(swapped) == 1 && written * swapped < 0;
      forward.contrary += isContrary && swapped > 0 ? 1 : 0;
      backward.contrary += isContrary && swapped < 0 ? 1 : 0;
      forward.take(isMended && swapped > 0, isMonths, seconds, new Jump(from, to));
      backward.take(isMended && swapped < 0, isMonths, -seconds, new Jump(from, to));
    }

    /** True if the jumps of the series are whole months, as of days read each month. */
    boolean couldBeMonths() {
      return forward.noMonths + backward.noMonths == 0 && told == forward.mended + backward.mended;
    }

    /**
     * True if the series, read forward within its dates, jumps back once (or the other way round),
     * and goes on to the next day with day and month swapped. Among many dates that may be a late
     * row, but no late day with all its rows.
     */
    private boolean runsAgainstItsRows() {
      boolean isAgainst =
          falling == 0 && forward.contrary == 1 || rising == 0 && backward.contrary == 1;
      return hasFullDay
          && told == 1
          && isAgainst
          && (dates <= FEW_DATES || against().from.isFull() && against().to.isFull());
    }

    private Jump against() {
      return forward.jump == null ? backward.jump : forward.jump;
    }

    /** True if the swap mends every jump of a series of many rows a date, few as they are. */
    boolean isDoubtful() {
      return hasFullDay && told > 0 && told == forward.mended + backward.mended;
    }

    Jump swapped() {
      if (runsAgainstItsRows()) {
        return against();
      }
      for (MendedJumps e : new MendedJumps[] {forward, backward}) {
        if (e.proves(told - e.mended, hasFullDay, 2L * step, dayAfterDay)) {
          return e.jump;
        }
      }
      return null;
    }
  }

  /** The jumps of a series that the swap mends in one direction. */
  private static final class MendedJumps {
    private Jump jump;
    private int mended;
    private int noMonths;

    /** Changes to the next day that the swap mends, and that run the other way as written. */
    private int contrary;

    private long nearestSeconds = Long.MAX_VALUE;
    private int exact;
    private int exactNoMonths;
    private int inARow;
    private int noMonthsInARow;
    private boolean hasMany;
    private boolean hasManyNoMonths;

    /**
     * Takes a change of date.
     *
     * @param seconds from the last label of a date to the first of the next, both swapped
     */
    void take(boolean isMended, boolean isMonths, long seconds, Jump candidate) {
      if (!isMended) {
        inARow = 0;
        noMonthsInARow = 0;
        return;
      }
      if (jump == null || !isMonths && noMonths == 0) {
        jump = candidate;
      }
      mended++;
      inARow++;
      noMonths += isMonths ? 0 : 1;
      noMonthsInARow += isMonths ? 0 : 1;
      hasMany |= inARow >= MANY_IN_A_ROW;
      hasManyNoMonths |= inARow >= MANY_IN_A_ROW && noMonthsInARow > 0;
      nearestSeconds = seconds > 0 ? Math.min(nearestSeconds, seconds) : nearestSeconds;
      boolean isExact = seconds == TimeLabel.DAY_SECONDS;
      exact += isExact ? 1 : 0;
      exactNoMonths += isExact && !isMonths ? 1 : 0;
    }

    /**
     * True if the series was swapped.
     *
     * @param others changes of date that the swap does not mend
     * @param hasFullDay a date has many rows
     * @param seam so many seconds are no gap within days; 0 of a series of one row a date
     * @param dayAfterDay changes to the next day that read the same both ways
     */
    boolean proves(int others, boolean hasFullDay, long seam, int dayAfterDay) {
      boolean isSeamless = nearestSeconds <= seam;
      if (hasFullDay || isSeamless) {
        return isSeamless && others == 0 || mended >= 2 && mended >= 2 * others || hasMany;
      }
      boolean isDaily = dayAfterDay + exact >= 3 && others == 0;
      return isDaily && exactNoMonths > 0
          || isDaily && exact >= 3 && dayAfterDay >= 2
          || noMonths > 0 && mended >= 3 && mended >= 2 * others
          || hasManyNoMonths;
    }
  }
}
