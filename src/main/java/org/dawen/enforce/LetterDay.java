package org.dawen.enforce;

import java.time.LocalDate;
import org.dawen.lake.Components;
import org.dawen.lake.Constraint;
import org.dawen.lake.Day;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.OfTable;

/**
 * Letters of residents (信访件) as a day ends.
 *
 * @param countyCode {@code *}: all counties; {@code ?}: not given
 * @param batch {@code *}: all batches; {@code ?}: none
 * @param totalCount received up to the day
 * @param openCount of these, open as the day ends
 * @param settledCount of these, closed as the day ends
 * @param overdueCount of those open, due before the day
 * @param dueLetterCount due on the day
 * @param closedInTimeCount of those due on the day, closed as it ends
 */
@OfTable(
    name = "enforce.letter_day",
    grain = "One row per county, batch and day from the first letter on, and one for all of each.",
    layout = Layout.BY_YEAR,
    sources = {"registry.letter", "received.air"})
public record LetterDay(
    @Key String countyCode,
    @Key String batch,
    @Key @Day LocalDate dataDay,
    int receivedCount,
    int closedCount,
    int reopenedCount,
    int totalCount,
    int openCount,
    int settledCount,
    int overdueCount,
    int dueLetterCount,
    int closedInTimeCount) {

  static void constraints(Components of) {
    of.holds(
        "open_and_settled_are_all",
        Constraint.addsUp(of.all("totalCount"), of.all("openCount", "settledCount"), of.all()));
    of.holds("never_below_zero", Constraint.neverNegative(of.all("openCount", "settledCount")));
  }
}
