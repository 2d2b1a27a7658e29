package org.dawen.power;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dawen.registry.Meter;

/** How the intervals of a meter's day follow from the records in force. */
final class MeterIntervals {
  private static final BigDecimal SECONDS_OF_AN_HOUR = BigDecimal.valueOf(3_600);
  private static final int POWER_DECIMALS = 4;

  private final PowerThresholds thresholds;
  private final IntervalLength lengths;

  MeterIntervals(PowerThresholds thresholds) {
    this.thresholds = thresholds;
    this.lengths = IntervalLength.of(thresholds);
  }

  /** An interval before the coverage of its day is known. */
  private record Judged(
      Reading reading,
      long seconds,
      BigDecimal energyKwh,
      BigDecimal meanPowerKw,
      Boolean isPlausible,
      Quality quality) {

    long start() {
      return reading.endSeconds() - seconds;
    }

    Judged overlapping() {
      return new Judged(reading, seconds, energyKwh, meanPowerKw, isPlausible, Quality.OVERLAPPING);
    }
  }

  /** The neighbours of a record on its day. */
  private static final class Before {
    private Long last;
    private Long lastButOne;
    private BigDecimal register;
    private Long registerRead;

    void add(Reading reading) {
      lastButOne = last;
      last = reading.endSeconds();
      if (reading.hasRegister()) {
        register = reading.measured().registerKwh();
        registerRead = last;
      }
    }
  }

  /**
   * The intervals.
   *
   * @param readings as {@link MeterReadings#inForce} gives them
   * @param powersUntil as {@link MeterReadings#powersUntil} says of the day before
   * @param meter as registered that day; null: it is not
   */
  List<MeterInterval> of(
      String meterCode, LocalDate day, List<Reading> readings, long powersUntil, Meter meter) {
    List<Judged> judged = new ArrayList<>();
    Before before = new Before();
    for (int i = 0; i < readings.size(); i++) {
      Reading reading = readings.get(i);
      if (!reading.isSeed()) {
        Long next = i + 1 < readings.size() ? readings.get(i + 1).endSeconds() : null;
        judged.add(judged(reading, before, next, meter));
      }
      before.add(reading);
    }
    List<Judged> once = eachTimeOnce(judged, powersUntil);
    BigDecimal coverage = Units.percentOfDay(covered(once, day.toEpochDay() * Units.DAY_SECONDS));
    MeterInterval.Registration registration = MeterInterval.Registration.of(meter);
    BigDecimal ratedKw = meter == null ? null : meter.ratedKw();
    return once.stream().map(j -> row(meterCode, j, registration, ratedKw, coverage)).toList();
  }

  /**
   * No time counts twice where a meter sends its register beside intervals or powers: the energy
   * between two usable readings of the register counts, for it was measured, and what lies beside
   * it overlaps. A reading that reaches back into a day whose powers have counted overlaps itself.
   */
  private List<Judged> eachTimeOnce(List<Judged> judged, long powersUntil) {
    if (judged.stream().noneMatch(j -> j.reading().hasRegister())) {
      return judged;
    }
    TreeMap<Long, Long> measured = new TreeMap<>();
    judged.stream()
        .filter(this::isUsableRegister)
        .filter(j -> j.start() >= powersUntil)
        .forEach(j -> measured.put(j.reading().endSeconds(), j.start()));
    return judged.stream()
        .map(
            j ->
                isMeasuredBeside(j, measured) || isUsableRegister(j) && j.start() < powersUntil
                    ? j.overlapping()
                    : j)
        .toList();
  }

  private boolean isUsableRegister(Judged j) {
    return j.reading().hasRegister()
        && thresholds.isUsable(j.quality(), Units.minutes(j.seconds()));
  }

  /**
   * Registers follow each other, so the first that ends later begins first.
   *
   * @param measured start of the time between two readings by its end
   */
  private static boolean isMeasuredBeside(Judged j, TreeMap<Long, Long> measured) {
    Map.Entry<Long, Long> register = measured.higherEntry(j.start());
    return !j.reading().hasRegister()
        && register != null
        && register.getValue() < j.reading().endSeconds();
  }

  /** Seconds of the day for which an interval gives a power; overlaps count once. */
  private static long covered(List<Judged> judged, long midnight) {
    List<Judged> byStart =
        judged.stream()
            .filter(j -> j.meanPowerKw() != null && j.quality() != Quality.OVERLAPPING)
            .sorted(Comparator.comparingLong(Judged::start))
            .toList();
    long covered = 0;
    long until = midnight;
    for (Judged j : byStart) {
      covered += Math.max(0, j.reading().endSeconds() - Math.max(j.start(), until));
      until = Math.max(until, j.reading().endSeconds());
    }
    return covered;
  }

  private Judged judged(Reading reading, Before before, Long next, Meter meter) {
    Measured said = reading.measured();
    long seconds =
        lengths.seconds(
            reading.endSeconds(),
            reading.startSent() == null ? null : Units.seconds(reading.startSent()),
            reading.hasRegister() ? before.registerRead : null,
            before.last,
            before.lastButOne,
            next);
    RegisterEnergy ofRegister =
        RegisterEnergy.of(before.register, said.registerKwh(), seconds, meter, thresholds);
    BigDecimal energy = said.energyKwh() != null ? said.energyKwh() : ofRegister.energy();
    BigDecimal meanPower = meanPower(energy, seconds, said);
    Boolean isPlausible = isPlausible(meanPower, meter);
    boolean isOverlapping = before.last != null && reading.endSeconds() - seconds < before.last;
    Quality quality =
        quality(
            said,
            energy,
            meanPower,
            isPlausible,
            before.register != null,
            isOverlapping,
            ofRegister.rolled() != null);
    return new Judged(reading, seconds, energy, meanPower, isPlausible, quality);
  }

  /**
   * Energy · 3600 s/h / length; without energy the power the meter gave; without that, of voltages
   * and currents of its phases times the power factor of the settings.
   */
  private BigDecimal meanPower(BigDecimal energy, long seconds, Measured said) {
    if (energy != null) {
      return energy
          .multiply(SECONDS_OF_AN_HOUR)
          .divide(BigDecimal.valueOf(seconds), POWER_DECIMALS, HALF_UP);
    }
    if (said.powerKw() != null) {
      return said.powerKw().setScale(POWER_DECIMALS, HALF_UP);
    }
    return said.phases().hasWhole()
        ? said.phases()
            .apparentPower()
            .multiply(thresholds.powerFactor())
            .movePointLeft(3)
            .setScale(POWER_DECIMALS, HALF_UP)
        : null;
  }

  /** At most the rated power times the factor, which is ours; null: not known. */
  private Boolean isPlausible(BigDecimal meanPower, Meter meter) {
    return meanPower == null || meter == null || meter.ratedKw() == null
        ? null
        : meanPower.compareTo(thresholds.mostPlausibleKw(meter.ratedKw())) <= 0;
  }

  private static Quality quality(
      Measured said,
      BigDecimal energy,
      BigDecimal meanPower,
      Boolean isPlausible,
      boolean hasRegisterBefore,
      boolean isOverlapping,
      boolean hasRolledOver) {
    boolean isRegister = said.registerKwh() != null;
    boolean isImplausible = Boolean.FALSE.equals(isPlausible);
    if (isRegister && hasRegisterBefore && energy == null) {
      return Quality.REGISTER_BACK;
    }
    if (isRegister && hasRegisterBefore && isImplausible) {
      return Quality.REGISTER_JUMP;
    }
    if (isRegister && !hasRegisterBefore) {
      return Quality.FIRST_READING;
    }
    if (!isRegister && isOverlapping) {
      return Quality.OVERLAPPING;
    }
    if (meanPower == null) {
      return Quality.ENERGY_MISSING;
    }
    if (isImplausible) {
      return Quality.IMPLAUSIBLE;
    }
    if (hasRolledOver) {
      return Quality.ROLLED_OVER;
    }
    if (energy != null) {
      return Quality.GOOD;
    }
    return said.powerKw() != null ? Quality.POWER_ONLY : Quality.POWER_OF_CURRENTS;
  }

  private static MeterInterval row(
      String meterCode,
      Judged j,
      MeterInterval.Registration registration,
      BigDecimal ratedKw,
      BigDecimal coverage) {
    Reading reading = j.reading();
    return new MeterInterval(
        meterCode,
        reading.end().minusSeconds(j.seconds()),
        reading.end(),
        reading.day(),
        registration,
        Units.minutes(j.seconds()),
        j.energyKwh(),
        reading.measured().registerKwh(),
        j.meanPowerKw(),
        ratedKw,
        j.isPlausible(),
        j.quality(),
        coverage,
        reading.measured().phases(),
        reading.revisionCount(),
        reading.recordCount(),
        reading.isDecidedByPath(),
        reading.provenance().fileId(),
        reading.provenance().recordNo());
  }
}
