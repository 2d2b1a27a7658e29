package org.dawen.power;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.dawen.intake.PacketParameters;
import org.dawen.intake.Provenance;
import org.dawen.lake.DaySet;
import org.dawen.power.MeterReadings.MeterReading;
import org.dawen.power.PacketReadings.PacketValue;
import org.dawen.registry.Meter;
import org.dawen.registry.MeterChange;
import org.dawen.run.Out;

/** From what was received of meters to their intervals, and to those the registry lacks. */
final class MeterRule {
  private final RegisteredMeters registered;
  private final PacketReadings packetReadings;
  private final MeterIntervals intervals;

  /** Judges by these. */
  MeterRule(RegisteredMeters registered, PacketParameters parameters, PowerThresholds thresholds) {
    this.registered = registered;
    this.packetReadings = new PacketReadings(parameters);
    this.intervals = new MeterIntervals(thresholds);
  }

  /**
   * Gives {@link MeterInterval} and {@link UnknownMeter}.
   *
   * @param packets of any factor; those of electricity name meters
   * @param days the days wanted
   */
  void compute(
      List<MeterReading> received,
      List<PacketValue> packets,
      List<MeterChange> changes,
      DaySet days,
      Out out) {
    Map<String, List<MeterReading>> receivedOf = by(MeterReading::meterCode, received);
    Map<String, List<PacketValue>> packetsOf =
        by(
            v -> v.meterCode(registered.number(v.number())),
            packets.stream().filter(PacketValue::isOfMeter).toList());
    Map<String, List<MeterChange>> changesOf = by(MeterChange::meterCode, changes);
    TreeSet<String> codes = new TreeSet<>(receivedOf.keySet());
    codes.addAll(packetsOf.keySet());
    codes.addAll(changesOf.keySet());
    // One entity holds all spellings of a code; each spelling is a meter.
    for (String code : codes) {
      MeterReadings all =
          MeterReadings.of(
              receivedOf.getOrDefault(code, List.of()),
              packetReadings.of(packetsOf.getOrDefault(code, List.of())),
              changesOf.getOrDefault(code, List.of()));
      for (LocalDate day : all.days()) {
        if (days.contains(day)) {
          give(code, day, all, out);
        }
      }
    }
  }

  private static <R> Map<String, List<R>> by(Function<R, String> code, List<R> rows) {
    Map<String, List<R>> byCode = new TreeMap<>();
    rows.forEach(r -> byCode.computeIfAbsent(code.apply(r), c -> new ArrayList<>()).add(r));
    return byCode;
  }

  private void give(String code, LocalDate day, MeterReadings all, Out out) {
    Meter meter = registered.on(code, day);
    intervals
        .of(code, day, all.inForce(day), all.powersUntil(day.minusDays(1)), meter)
        .forEach(out::give);
    List<Reading> received = all.received(day);
    if (meter == null && !received.isEmpty()) {
      out.give(
          new UnknownMeter(
              code,
              day,
              received.stream().map(Reading::end).distinct().count(),
              received.stream()
                  .map(r -> r.provenance().fileId())
                  .min(Provenance::compareTexts)
                  .orElseThrow()));
    }
  }
}
