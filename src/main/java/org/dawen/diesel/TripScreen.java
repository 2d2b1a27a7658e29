package org.dawen.diesel;

import static org.dawen.diesel.Physical.orZero;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Screening rules over the trips of a vehicle's day. */
final class TripScreen {
  private final BigDecimal leastHotSeconds;
  private final BigDecimal invalidShare;
  private final BigDecimal leastTripSeconds;
  private final BigDecimal receivedShare;

  TripScreen(DieselThresholds t) {
    leastHotSeconds = t.number("nox_invalid_hot_seconds");
    invalidShare = t.number("nox_invalid_share");
    leastTripSeconds = t.number("received_trip_seconds");
    receivedShare = t.number("received_share");
  }

  /** What the sampled minutes of a trip have in sum. */
  private static final class Trip {
    private final Integer no;
    private final ScreenedMinute first;
    private ScreenedMinute last;
    private long speed;
    private long hot;
    private long invalid;
    private long received;

    Trip(ScreenedMinute first) {
      this.no = first.links().tripNo();
      this.first = first;
    }

    void add(ScreenedMinute m) {
      last = m;
      speed += orZero(m.speedRawSum());
      hot += orZero(m.hotSeconds());
      invalid += orZero(m.hotNoxInvalidSeconds());
      received += Long.bitCount(orZero(m.secondMap()));
    }

    /** Seconds from the first sample to the last, both included. */
    long expected() {
      return Duration.between(first.minuteStart(), last.minuteStart()).toSeconds()
          + last.lastSecond()
          - first.firstSecond()
          + 1;
    }

    Finding finding(AnomalyRule rule, Anomaly.Measured measured) {
      Anomaly.Span span = new Anomaly.Span(first.minuteStart(), last.minuteStart());
      return new Finding(rule, span, no, Physical.kmBySpeed(speed), measured);
    }
  }

  /**
   * Tells what it finds.
   *
   * @param minutes of one vehicle and day, in order of time
   */
  void find(List<ScreenedMinute> minutes, Consumer<Finding> found) {
    Map<Integer, Trip> trips = new LinkedHashMap<>();
    for (ScreenedMinute m : minutes) {
      if (m.isSampled()) {
        trips.computeIfAbsent(m.links().tripNo(), no -> new Trip(m)).add(m);
      }
    }
    for (Trip trip : trips.values()) {
      invalidNox(trip, found);
      packetLoss(trip, found);
    }
  }

  private void invalidNox(Trip trip, Consumer<Finding> found) {
    BigDecimal hot = BigDecimal.valueOf(trip.hot);
    if (hot.compareTo(leastHotSeconds) >= 0
        && BigDecimal.valueOf(trip.invalid).compareTo(invalidShare.multiply(hot)) > 0) {
      found.accept(
          trip.finding(
              AnomalyRule.OBD_NOX_INVALID,
              Anomaly.Measured.share(
                  trip.invalid,
                  trip.hot,
                  invalidShare,
                  "invalid_seconds=%d; hot_seconds=%d".formatted(trip.invalid, trip.hot))));
    }
  }

  private void packetLoss(Trip trip, Consumer<Finding> found) {
    BigDecimal expected = BigDecimal.valueOf(trip.expected());
    if (expected.compareTo(leastTripSeconds) >= 0
        && BigDecimal.valueOf(trip.received).compareTo(receivedShare.multiply(expected)) < 0) {
      found.accept(
          trip.finding(
              AnomalyRule.OBD_PACKET_LOSS,
              Anomaly.Measured.share(
                  trip.received,
                  trip.expected(),
                  receivedShare,
                  "received_seconds=%d; expected_seconds=%d"
                      .formatted(trip.received, trip.expected()))));
    }
  }
}
