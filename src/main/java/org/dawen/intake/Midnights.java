package org.dawen.intake;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the 0:00 of one series mean. Where a 0:00 follows the last interval of its own date, and no
 * 0:00 of that date came before, it is that date's 24:00; any other is what it says. A series in
 * which the two readings give two values for one interval cannot be read.
 */
final class Midnights {
  /** While the step of a series is not known, no longer interval is expected. */
  private static final int LONGEST_UNKNOWN_STEP = 3_600;

  /** No series of intervals within days has a longer step. */
  private static final int LONGEST_STEP = 12 * 3_600;

  private static final long NONE = -1;

  /** So much may be missing before the end of a date whose rows are in order. */
  private static final int LONGEST_GAP = 6 * 3_600;

  /** The row before the last interval may be missing, and some more; else the rows are unsorted. */
  private static final int MOST_STEPS_BEFORE = 4;

  private enum Meaning {
    AS_SAID,
    END_OF_ITS_DATE
  }

  private final Set<LocalDate> labelled = new HashSet<>();
  private final Map<LocalDate, Meaning> ends = new HashMap<>();
  private final boolean isStepKnown;

  /** The first 0:00 behind the only row of its date, as long as nothing has followed it. */
  private TimeLabel undecided;

  private long undecidedLine;
  private int stepBefore;
  private long takenBack = NONE;
  private int stepSeconds;
  private TimeLabel last;
  private TimeLabel beforeLast;
  private LocalDate twice;
  private int rising;
  private int falling;

  /** A series of this step; 0: it is learnt from the labels. */
  Midnights(int stepSeconds) {
    this.stepSeconds = stepSeconds;
    this.isStepKnown = stepSeconds > 0;
  }

  /**
   * The next label of the series in the order of the file, with 24:00 for a 0:00 that means it. Of
   * the first 0:00 of a series whose step is not known it is what holds if nothing follows; see
   * {@link #takenBack}.
   */
  TimeLabel next(TimeLabel written, long lineNo) {
    decide(written);
    TimeLabel label = written;
    int step = stepSeconds;
    boolean isGuess = false;
    if (written.isStartOfDay()) {
      boolean isFirst = labelled.add(written.day());
      isGuess = isFirst && couldEndAfterOneRow(written);
      if (isGuess || followsLastInterval(written)) {
        if (isFirst) {
          label = written.asEndOfDay();
        } else {
          twice = written.day();
        }
      }
      if (!isGuess) {
        note(label, label == written ? Meaning.AS_SAID : Meaning.END_OF_ITS_DATE);
      }
    } else if (written.second() == TimeLabel.DAY_SECONDS) {
      note(written, Meaning.AS_SAID);
    }
    if (last == null || !last.equals(label)) {
      learnStep(label);
      noteOrder(label);
      beforeLast = last;
      last = label;
    }
    if (isGuess) {
      undecided = label;
      undecidedLine = lineNo;
      stepBefore = step;
    }
    return label;
  }

  /** The line of a 0:00 that is what it says after all, by the label just taken; -1: none. */
  long takenBack() {
    return takenBack;
  }

  /** Holds the undecided 0:00 against the label behind it: the series goes on by its step. */
  private void decide(TimeLabel following) {
    takenBack = NONE;
    if (undecided == null) {
      return;
    }
    TimeLabel end = undecided;
    undecided = null;
    int left = TimeLabel.DAY_SECONDS - beforeLast.second();
    long move = secondsTo(end, following);
    if (move == left) {
      note(end, Meaning.END_OF_ITS_DATE);
      return;
    }
    takenBack = undecidedLine;
    stepSeconds = stepBefore;
    last = TimeLabel.of(end.day(), 0);
    rising--;
    falling++;
    note(last, Meaning.AS_SAID);
  }

  private static long secondsTo(TimeLabel from, TimeLabel to) {
    return ChronoUnit.SECONDS.between(from.time(), to.time());
  }

  private boolean isBehindARowOf(TimeLabel midnight) {
    return last != null
        && !last.isStartOfDay()
        && last.second() < TimeLabel.DAY_SECONDS
        && last.day().equals(midnight.day());
  }

  /** True if the series has begun with one row of the date, and its step is not known. */
  private boolean couldEndAfterOneRow(TimeLabel midnight) {
    int left = last == null ? 0 : TimeLabel.DAY_SECONDS - last.second();
    return beforeLast == null
        && stepSeconds == 0
        && isBehindARowOf(midnight)
        && LONGEST_UNKNOWN_STEP < left
        && left <= LONGEST_STEP;
  }

  private boolean followsLastInterval(TimeLabel midnight) {
    if (!isBehindARowOf(midnight)) {
      return false;
    }
    int left = TimeLabel.DAY_SECONDS - last.second();
    if (beforeLast == null) {
      return left <= (stepSeconds == 0 ? LONGEST_UNKNOWN_STEP : stepSeconds);
    }
    long move = secondsTo(beforeLast, last);
    if (move <= 0 || falling > rising / MOST_STEPS_BEFORE) {
      return false;
    }
    if (!beforeLast.day().equals(last.day())) {
      return move == left && left <= (isStepKnown ? stepSeconds : LONGEST_STEP);
    }
    return move <= (long) MOST_STEPS_BEFORE * left && left <= Math.max(stepSeconds, LONGEST_GAP);
  }

  private void note(TimeLabel label, Meaning meaning) {
    Meaning other = ends.putIfAbsent(label.time().toLocalDate(), meaning);
    if (other != null && other != meaning) {
      twice = label.day();
    }
  }

  private void noteOrder(TimeLabel label) {
    if (last != null) {
      int order = label.time().compareTo(last.time());
      rising += order > 0 ? 1 : 0;
      falling += order < 0 ? 1 : 0;
    }
  }

  /** The least step within a date. */
  private void learnStep(TimeLabel label) {
    if (isStepKnown || last == null || !last.day().equals(label.day())) {
      return;
    }
    int step = label.second() - last.second();
    if (step > 0 && (stepSeconds == 0 || step < stepSeconds)) {
      stepSeconds = step;
    }
  }

  /** The date whose 0:00 two rows claim in the two readings; null if there is none. */
  LocalDate claimedTwice() {
    return twice;
  }
}
