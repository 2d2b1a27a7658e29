package org.dawen.intake;

import java.time.LocalDate;
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

  /** The next label of the series in the order of the file, with 24:00 for a 0:00 that means it. */
  TimeLabel next(TimeLabel written) {
    TimeLabel label = written;
    if (written.isStartOfDay()) {
      boolean isFirst = labelled.add(written.day());
      if (followsLastInterval(written)) {
        if (isFirst) {
          label = written.asEndOfDay();
        } else {
          twice = written.day();
        }
      }
      note(label, label == written ? Meaning.AS_SAID : Meaning.END_OF_ITS_DATE);
    } else if (written.second() == TimeLabel.DAY_SECONDS) {
      note(written, Meaning.AS_SAID);
    }
    if (last == null || !last.equals(label)) {
      learnStep(label);
      noteOrder(label);
      beforeLast = last;
      last = label;
    }
    return label;
  }

  private boolean followsLastInterval(TimeLabel midnight) {
    if (last == null || last.isStartOfDay() || !last.day().equals(midnight.day())) {
      return false;
    }
    int left = TimeLabel.DAY_SECONDS - last.second();
    if (left == 0) {
      return false;
    }
    if (beforeLast == null) {
      return left <= (stepSeconds == 0 ? LONGEST_UNKNOWN_STEP : stepSeconds);
    }
    int move = last.second() - beforeLast.second();
    boolean isSorted =
        falling <= rising / MOST_STEPS_BEFORE
            && beforeLast.day().equals(last.day())
            && move > 0
            && move <= MOST_STEPS_BEFORE * left;
    return isSorted && left <= Math.max(stepSeconds, LONGEST_GAP);
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
