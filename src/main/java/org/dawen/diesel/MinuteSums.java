package org.dawen.diesel;

import static org.dawen.diesel.Physical.compare;
import static org.dawen.diesel.Physical.orZero;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.registry.Vehicle;

/** The minutes of a vehicle's day in sum: whole numbers of raw values, scaled at the end. */
final class MinuteSums {
  /** The position at the begin or end of a day is one of its first or last so many seconds. */
  private static final int FRESH_SECONDS = 300;

  private final BigDecimal refill;
  private DrivenMinute first;
  private DrivenMinute last;
  private DrivenMinute firstPlace;
  private DrivenMinute lastPlace;
  private int sampled;
  private int trips;
  private long running;
  private long driving;
  private long speed;
  private Long odometerFirst;
  private Long odometerLast;
  private Long odometerFall;
  private long fuel;
  private Integer reagentFirst;
  private Integer reagentLast;
  private Integer reagentMax;
  private long reagentRefill;
  private int hot;
  private int window;
  private long noxUp;
  private long noxDown;
  private long noxMass;
  private int massSeconds;
  private int conflicts;

  /**
   * No minutes yet.
   *
   * @param refill a rise of the reagent level by at least so many percent is a refill
   */
  MinuteSums(BigDecimal refill) {
    this.refill = refill;
  }

  /** Adds a minute, which is later than those added. */
  void add(DrivenMinute m) {
    addSamples(m);
    running += orZero(m.runningSeconds());
    driving += orZero(m.drivingSeconds());
    speed += orZero(m.speedRawSum());
    fuel += orZero(m.fuelRawSum());
    hot += orZero(m.hotSeconds());
    window += orZero(m.windowSeconds());
    noxUp += orZero(m.windowNoxUpSum());
    noxDown += orZero(m.windowNoxDownSum());
    noxMass += orZero(m.noxMassSum());
    massSeconds += orZero(m.massSeconds());
    conflicts += orZero(m.conflictSeconds());
    addOdometer(m);
    addReagent(m);
    if (orZero(m.positionCount()) > 0) {
      firstPlace = firstPlace == null ? m : firstPlace;
      lastPlace = m;
    }
  }

  private void addSamples(DrivenMinute m) {
    long seconds = orZero(m.secondMap());
    sampled += Long.bitCount(seconds);
    if (seconds != 0) {
      trips = Math.max(trips, orZero(m.tripNo()));
    }
    if (m.firstSecond() != null) {
      first = first == null ? m : first;
    }
    if (m.lastSecond() != null) {
      last = m;
    }
  }

  private void addOdometer(DrivenMinute m) {
    if (orZero(m.odometerCount()) > 0) {
      odometerFirst = odometerFirst == null ? m.odometerRawFirst() : odometerFirst;
      odometerLast = m.odometerRawLast();
    }
    odometerFall = most(odometerFall, m.odometerRawFall());
  }

  private void addReagent(DrivenMinute m) {
    if (orZero(m.reagentCount()) > 0) {
      reagentFirst = reagentFirst == null ? m.reagentRawFirst() : reagentFirst;
      reagentLast = m.reagentRawLast();
    }
    reagentMax = most(reagentMax, m.reagentRawMax());
    // 0.4 % a step: 4 · rise against 10 · threshold.
    if (m.reagentRawRise() != null && compare(4L * m.reagentRawRise(), refill, 10) >= 0) {
      reagentRefill += m.reagentRawRise();
    }
  }

  private static <T extends Comparable<T>> T most(T a, T b) {
    return a == null || b != null && b.compareTo(a) > 0 ? b : a;
  }

  /**
   * The day of a vehicle.
   *
   * @param registered its row of the registry; null: the registry lacks it
   * @param isLampOn what was told of the lamp; null: nothing
   */
  VehicleDay day(String vin, LocalDate day, Vehicle registered, Boolean isLampOn) {
    return new VehicleDay(
        vin,
        day,
        registered != null,
        registered == null ? null : registered.countyCode(),
        new VehicleDay.Samples(firstSampleAt(), lastSampleAt(), sampled, trips),
        driving(),
        new VehicleDay.Odometer(
            Physical.kmByOdometer(odometerFirst),
            Physical.kmByOdometer(odometerLast),
            Physical.kmByOdometer(odometerFall)),
        Physical.litres(fuel),
        reagent(),
        new VehicleDay.Conversion(hot, window, Physical.conversionPercent(noxUp, noxDown)),
        new VehicleDay.NoxMass(massSeconds > 0 ? Physical.noxGrams(noxMass) : null, massSeconds),
        conflicts,
        places(),
        isLampOn);
  }

  private LocalDateTime firstSampleAt() {
    return first == null ? null : first.firstSampleAt();
  }

  private LocalDateTime lastSampleAt() {
    return last == null ? null : last.lastSampleAt();
  }

  /** Distance by the odometer where it only grew and no faster than a truck, else by the speed. */
  private VehicleDay.Driving driving() {
    BigDecimal km =
        isDrivenByOdometer()
            ? Physical.kmByOdometer(odometerLast - odometerFirst)
            : Physical.kmBySpeed(speed);
    return new VehicleDay.Driving(Physical.hours(running), Physical.hours(driving), km);
  }

  private boolean isDrivenByOdometer() {
    if (odometerFirst == null || odometerFall == null || odometerFall != 0) {
      return false;
    }
    long seconds = Duration.between(firstSampleAt(), lastSampleAt()).toSeconds();
    return Physical.isDrivable(odometerLast - odometerFirst, seconds);
  }

  private VehicleDay.Reagent reagent() {
    Long used =
        reagentFirst == null || reagentLast == null
            ? null
            : Long.valueOf(reagentFirst - reagentLast + reagentRefill);
    return new VehicleDay.Reagent(
        Physical.reagentPercent(reagentFirst),
        Physical.reagentPercent(reagentLast),
        Physical.reagentPercent(reagentMax),
        Physical.reagentPercent(reagentRefill),
        Physical.reagentPercent(used));
  }

  /** Where the vehicle was when its day began and ended, if that was known near enough to it. */
  private VehicleDay.Places places() {
    DrivenMinute begin =
        firstPlace != null && isFresh(firstSampleAt(), firstPlace.minuteStart(), FRESH_SECONDS)
            ? firstPlace
            : null;
    DrivenMinute end =
        lastPlace != null && isFresh(lastPlace.minuteStart(), lastSampleAt(), FRESH_SECONDS + 59)
            ? lastPlace
            : null;
    return new VehicleDay.Places(
        begin == null ? null : begin.firstLongitudeRaw(),
        begin == null ? null : begin.firstLatitudeRaw(),
        end == null ? null : end.lastLongitudeRaw(),
        end == null ? null : end.lastLatitudeRaw());
  }

  private static boolean isFresh(LocalDateTime from, LocalDateTime to, int most) {
    return from != null && to != null && Duration.between(from, to).toSeconds() <= most;
  }
}
