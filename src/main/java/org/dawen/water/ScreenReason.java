package org.dawen.water;

/**
 * Why a value is doubted. Screening of ours, not law: jobs/nightly.yaml, {@code water.screening}.
 */
enum ScreenReason {
  /** Not above 0, or above what the water of any section may hold. */
  IMPOSSIBLE_VALUE,
  /** pH or oxygen beyond what chemistry allows. */
  OUT_OF_PHYSICS,
  /** More digits behind the point than the analyser has: somebody computed the value. */
  TOO_MANY_DECIMALS,
  /** Ammonia nitrogen above total nitrogen, of which it is a part. */
  NH3N_ABOVE_TN,
  /** The same value many times in a row. */
  FLAT_LINE,
  /** Far from what the same analyser gave on its last days. */
  JUMP;

  /** What follows from a finding. */
  enum Effect {
    /** The value counts in no screened mean. */
    EXCLUDE,
    /** It is named and counts. */
    LIST,
    /** The rule is off. */
    OFF
  }
}
