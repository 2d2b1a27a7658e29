package org.dawen.cli;

import java.util.List;
import org.dawen.lake.Lake;

/**
 * Remembers that a night began until it ends well, so that the one after a failure does not say
 * that there was nothing to do. What is due does not depend on it.
 */
final class UnfinishedNight {
  private static final String KIND = "nightly";
  private static final String BEGUN = "begun";

  /** Input not ready, or our bug: the night is to be repeated. Data refused is no failure. */
  private static final List<Integer> ENDS_WELL = List.of(0, 4);

  private final Lake lake;
  private final boolean isAfterFailure;

  private UnfinishedNight(Lake lake, boolean isAfterFailure) {
    this.lake = lake;
    this.isAfterFailure = isAfterFailure;
  }

  static UnfinishedNight begin(Lake lake) {
    boolean isAfterFailure = lake.notes(KIND).containsKey(BEGUN);
    if (!isAfterFailure) {
      lake.writeNote(KIND, BEGUN, "");
    }
    return new UnfinishedNight(lake, isAfterFailure);
  }

  /** True if the night before began and did not end well. */
  boolean isAfterFailure() {
    return isAfterFailure;
  }

  void end(int exitCode) {
    if (ENDS_WELL.contains(exitCode)) {
      lake.removeNote(KIND, BEGUN);
    }
  }
}
