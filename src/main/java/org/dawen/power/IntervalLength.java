package org.dawen.power;

/**
 * How long the intervals of a meter are. A register reading closes the time since the reading
 * before. Where the start was sent it counts. Else the length is the distance to the end before if
 * that equals the distance before it (a steady grid); else the smaller distance to a neighbour,
 * because a gap can only make a distance larger. Where both neighbours are missing or too far away,
 * the default holds. Ours, not a rule.
 *
 * @param longest neighbours further apart do not tell the length, s
 * @param usual the default, s
 */
record IntervalLength(long longest, long usual) {

  static IntervalLength of(PowerThresholds thresholds) {
    return new IntervalLength(
        60L * thresholds.longestIntervalMinutes(), 60L * thresholds.defaultIntervalMinutes());
  }

  /**
   * The length of an interval, s.
   *
   * @param start as sent; null: not sent
   * @param registerRead end of the last reading of the register before; null: none, or the record
   *     has no register
   * @param last end of the interval before on the day; null: none
   * @param lastButOne end of the one before that; null: none
   * @param next end of the interval after on the day; null: none
   */
  long seconds(long end, Long start, Long registerRead, Long last, Long lastButOne, Long next) {
    if (start != null) {
      return end - start;
    }
    return registerRead != null ? end - registerRead : inferred(end, last, lastButOne, next);
  }

  private long inferred(long end, Long last, Long lastButOne, Long next) {
    boolean isSteady = last != null && lastButOne != null && end - last == last - lastButOne;
    if (isSteady && tells(end - last)) {
      return end - last;
    }
    long sinceLast = last == null ? Long.MAX_VALUE : end - last;
    long untilNext = next == null ? Long.MAX_VALUE : next - end;
    long nearer = Math.min(sinceLast, untilNext);
    return tells(nearer) ? nearer : usual;
  }

  private boolean tells(long distance) {
    return 1 <= distance && distance <= longest;
  }
}
