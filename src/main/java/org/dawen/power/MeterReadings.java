package org.dawen.power;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.dawen.intake.Provenance;
import org.dawen.lake.Nullable;
import org.dawen.registry.MeterChange;

/**
 * All that was said of one meter, day by day: CSV rows, packets, and the readings that a
 * replacement leaves in the registry.
 */
final class MeterReadings {
  /** A reading of the registry goes before one received for the same moment. */
  private static final Instant LATER_THAN_ANY = Instant.parse("9999-01-01T00:00:00Z");

  private static final Comparator<Reading> BY_END =
      (a, b) -> {
        int byEnd = a.end().compareTo(b.end());
        return byEnd == 0 ? Boolean.compare(a.isSeed(), b.isSeed()) : byEnd;
      };

  private static final Comparator<Reading> BY_TIME = BY_END.thenComparing(Reading::provenance);

  private final TreeMap<LocalDate, List<Reading>> byDay = new TreeMap<>();

  /**
   * Brings the readings of a meter together.
   *
   * @param received CSV rows
   * @param packets as {@link PacketReadings} gives them
   * @param changes its replacements
   */
  static MeterReadings of(
      List<MeterReading> received, List<Reading> packets, List<MeterChange> changes) {
    MeterReadings all = new MeterReadings();
    received.forEach(r -> all.add(reading(r)));
    packets.forEach(all::add);
    changes.forEach(c -> all.add(lastOfTheMeterTakenOut(c)));
    changes.forEach(c -> all.add(firstOfTheMeterPutIn(c)));
    return all;
  }

  private void add(Reading reading) {
    byDay.computeIfAbsent(reading.day(), d -> new ArrayList<>()).add(reading);
  }

  private static Reading reading(MeterReading r) {
    return Reading.of(
        r.dataDay(), r.intervalStartSent(), r.intervalEnd(), false, r.measured(), r.provenance());
  }

  /** A reading like others. What ends at midnight belongs to the day before. */
  private static Reading lastOfTheMeterTakenOut(MeterChange change) {
    return Reading.of(
        change.changedAt().minusSeconds(1).toLocalDate(),
        null,
        change.changedAt(),
        false,
        Measured.ofRegister(change.lastRegisterKwh()),
        provenance(change));
  }

  /**
   * It only serves the difference to the next. What begins at midnight belongs to the day after.
   */
  private static Reading firstOfTheMeterPutIn(MeterChange change) {
    return Reading.of(
        change.changedAt().toLocalDate(),
        null,
        change.changedAt(),
        true,
        Measured.ofRegister(change.firstRegisterKwh()),
        provenance(change));
  }

  private static Provenance provenance(MeterChange change) {
    return new Provenance(LATER_THAN_ANY, "", change.fileId(), change.recordNo());
  }

  /** Days with readings. */
  Iterable<LocalDate> days() {
    return byDay.keySet();
  }

  /** What was received of a day, every record; what the registry says of a replacement is not. */
  List<Reading> received(LocalDate day) {
    return byDay.get(day).stream()
        .filter(r -> !LATER_THAN_ANY.equals(r.provenance().receivedAt()))
        .toList();
  }

  /**
   * Of each interval of a day the record in force, in the order of time, and before and between
   * them the registers that only serve a difference: the last of the day before, and the first of a
   * meter put in.
   */
  List<Reading> inForce(LocalDate day) {
    List<Reading> readings = new ArrayList<>(byDay.get(day));
    Reading before = lastRegister(day.minusDays(1));
    if (before != null) {
      readings.add(before.asSeedOf(day));
    }
    readings.sort(BY_END);
    List<Reading> inForce = new ArrayList<>(readings.size());
    for (int from = 0, to = 1; from < readings.size(); from = to++) {
      while (to < readings.size() && BY_END.compare(readings.get(from), readings.get(to)) == 0) {
        to++;
      }
      inForce.add(RecordInForce.of(readings.subList(from, to)));
    }
    return inForce;
  }

  /**
   * End of the last interval of a day that has an energy or power but no register, civil seconds;
   * {@link Long#MIN_VALUE}: none.
   */
  long powersUntil(LocalDate day) {
    return byDay.getOrDefault(day, List.of()).stream()
        .filter(r -> !r.hasRegister() && r.measured().weight() > 0)
        .mapToLong(Reading::endSeconds)
        .max()
        .orElse(Long.MIN_VALUE);
  }

  /** The last register of a day, of several for one moment the latest record; null: none. */
  private Reading lastRegister(LocalDate day) {
    return byDay.getOrDefault(day, List.of()).stream()
        .filter(Reading::hasRegister)
        .max(BY_TIME)
        .orElse(null);
  }

  /** A record of a meter as received, from {@code received.power}. */
  record MeterReading(
      String meterCode,
      @Nullable LocalDateTime intervalStartSent,
      LocalDateTime intervalEnd,
      LocalDate dataDay,
      Measured measured,
      Provenance provenance) {}
}
