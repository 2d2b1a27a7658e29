package org.dawen.diesel;

import static org.dawen.diesel.Physical.orZero;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A run of an unchanged value, or a gap: what the minutes that touch it have in sum. Fuel and
 * torque are those of the minutes that lie wholly in it, for what the vehicle did before and after
 * says nothing about the run.
 */
final class Run {
  private static final int VARIANCE_DECIMALS = 6;

  private final Key key;
  private int seconds;
  private ScreenedMinute last;
  private long speed;
  private long fuelSeconds;
  private long fuel;
  private long fuelSquares;
  private Integer torqueMin;
  private Integer torqueMax;

  /** A run is told by the minute in which it began. */
  record Key(Integer tripNo, Kind kind, LocalDateTime since) {}

  /** What does not change. */
  enum Kind {
    /** NOx downstream. */
    NOX(
        m -> m.links().noxDownUnchangedSeconds(),
        m -> m.links().noxDownUnchangedSince(),
        m -> areEqual(m.noxDownRawMin(), m.noxDownRawMax())),
    /** The SCR inlet temperature. */
    TEMP_IN(
        m -> m.links().scrInUnchangedSeconds(),
        m -> m.links().scrInUnchangedSince(),
        m -> areEqual(m.scrInRawMin(), m.scrInRawMax())),
    /** That the SCR inlet is as hot as the outlet. */
    TEMP_EQUAL(
        m -> m.links().scrEqualSeconds(),
        m -> m.links().scrEqualSince(),
        m ->
            areEqual(m.scrInRawMin(), m.scrOutRawMin())
                && areEqual(m.scrInRawMax(), m.scrOutRawMax())
                && orZero(m.scrInRawSum()) == orZero(m.scrOutRawSum())),
    /** The position. */
    POSITION(
        m -> m.links().positionUnchangedSeconds(),
        m -> m.links().positionUnchangedSince(),
        m -> true),
    /** Nothing is sent; told by the minute that follows. */
    GAP(m -> m.links().gapBeforeSeconds(), ScreenedMinute::minuteStart, m -> true);

    /** How long it has lasted at most by the end of a minute; null: none touches the minute. */
    final Function<ScreenedMinute, Integer> seconds;

    /** The minute in which it began; null: none touches the minute. */
    final Function<ScreenedMinute, LocalDateTime> since;

    /** Whether a minute lies wholly in it. */
    private final Predicate<ScreenedMinute> holds;

    Kind(
        Function<ScreenedMinute, Integer> seconds,
        Function<ScreenedMinute, LocalDateTime> since,
        Predicate<ScreenedMinute> holds) {
      this.seconds = seconds;
      this.since = since;
      this.holds = holds;
    }
  }

  private static boolean areEqual(Integer a, Integer b) {
    return a != null && a.equals(b);
  }

  Run(Key key) {
    this.key = key;
  }

  /** Adds a minute, which is later than those added. */
  void add(ScreenedMinute m) {
    seconds = Math.max(seconds, key.kind().seconds.apply(m));
    last = m;
    speed += orZero(m.speedRawSum());
    if (key.kind().holds.test(m)) {
      fuelSeconds += orZero(m.fuelCount());
      fuel += orZero(m.fuelRawSum());
      fuelSquares += orZero(m.fuelRawSquareSum());
      torqueMin = m.torqueRawMin() == null ? torqueMin : least(torqueMin, m.torqueRawMin());
      torqueMax = m.torqueRawMax() == null ? torqueMax : most(torqueMax, m.torqueRawMax());
    }
  }

  private static Integer least(Integer a, Integer b) {
    return a == null || b < a ? b : a;
  }

  private static Integer most(Integer a, Integer b) {
    return a == null || b > a ? b : a;
  }

  Key key() {
    return key;
  }

  int seconds() {
    return seconds;
  }

  /** The last minute that touches it. */
  ScreenedMinute last() {
    return last;
  }

  BigDecimal km() {
    return Physical.kmBySpeed(speed);
  }

  /** In percentage points; null if no minute tells the torque. */
  Integer torqueSpan() {
    return torqueMin == null || torqueMax == null ? null : torqueMax - torqueMin;
  }

  /** Variance of the fuel flow in (0.05 L/h)²: Σx²/n − (Σx/n)²; null if no second tells it. */
  BigDecimal fuelVariance() {
    if (fuelSeconds == 0) {
      return null;
    }
    BigDecimal n = BigDecimal.valueOf(fuelSeconds);
    BigDecimal sum = BigDecimal.valueOf(fuel);
    return n.multiply(BigDecimal.valueOf(fuelSquares))
        .subtract(sum.multiply(sum))
        .divide(n.multiply(n), VARIANCE_DECIMALS, RoundingMode.HALF_UP);
  }
}
