package org.dawen.codec.gb17691;

/**
 * How long a value stays the same along an ordered series: its first and last stretch and the
 * longest one. Stands in six neighbouring figures of a summary: count, first, last, lead, trail,
 * longest.
 */
final class UnchangedRun {
  private long count;
  private long first;
  private long last;
  private long lead;
  private long trail;
  private long longest;

  void clear() {
    count = 0;
    lead = 0;
    trail = 0;
    longest = 0;
  }

  void add(long value) {
    add(value, count == 0 || value == last ? trail + 1 : 1);
  }

  /** As {@link #add}, but only stretches of true count. */
  void addTruth(boolean value) {
    add(value ? 1 : 0, value ? trail + 1 : 0);
  }

  private void add(long value, long newTrail) {
    first = count == 0 ? value : first;
    lead += newTrail == count + 1 ? 1 : 0;
    trail = newTrail;
    count++;
    last = value;
    longest = Math.max(longest, trail);
  }

  void write(long[] into, int at) {
    into[at] = count;
    into[at + 1] = count == 0 ? MinuteSummary.NONE : first;
    into[at + 2] = count == 0 ? MinuteSummary.NONE : last;
    into[at + 3] = lead;
    into[at + 4] = trail;
    into[at + 5] = longest;
  }

  /** Joins the run of what follows to the run of what was before. */
  static void append(long[] a, long[] b, int at, boolean isTruth) {
    if (b[at] == 0) {
      return;
    }
    if (a[at] == 0) {
      System.arraycopy(b, at, a, at, 6);
      return;
    }
    boolean goesOn = isTruth || a[at + 2] == b[at + 1];
    long joined = goesOn ? a[at + 4] + b[at + 3] : 0;
    long longest = Math.max(joined, Math.max(a[at + 5], b[at + 5]));
    long lead = a[at + 3] == a[at] && goesOn ? a[at] + b[at + 3] : a[at + 3];
    long trail = b[at + 4] == b[at] && goesOn ? b[at] + a[at + 4] : b[at + 4];
    a[at] += b[at];
    a[at + 2] = b[at + 2];
    a[at + 3] = lead;
    a[at + 4] = trail;
    a[at + 5] = longest;
  }
}
