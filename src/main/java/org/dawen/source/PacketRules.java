package org.dawen.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dawen.intake.Provenance;
import org.dawen.registry.Outlet;
import org.dawen.source.DeviceDay.FactorHour;

/** What follows from the packets of one device and day. */
final class PacketRules {
  private final DeviceRegister devices;
  private final OutletHours outletHours;
  private final WithdrawnExceedances withdrawnExceedances;
  private final ClockRule clock;

  PacketRules(DeviceRegister devices, OutletHours outletHours, ClockRule clock) {
    this.devices = devices;
    this.outletHours = outletHours;
    this.withdrawnExceedances = new WithdrawnExceedances(outletHours);
    this.clock = clock;
  }

  /**
   * Gives rows of all tables that follow from the packets.
   *
   * @param readings all that was received of the device and day, at least one
   */
  void compute(List<PacketReading> readings, Consumer<Record> out) {
    LocalDate day = readings.get(0).dataDay();
    List<Packet> packets = Packet.inOrder(readings);
    List<Outlet> outlets = devices.on(readings.get(0).mn(), day);
    bySpelling(packets)
        .forEach(
            (mn, sent) -> {
              PacketFindings.of(mn, day, sent, clock).forEach(out);
              if (outlets.isEmpty()) {
                out.accept(unknown(mn, day, sent));
              }
            });
    DeviceDay device =
        new DeviceDay(day, packets.stream().filter(p -> !clock.isOff(p.head())).toList());
    List<FactorHour> hours = outlets.isEmpty() ? List.of() : device.inForce();
    for (Outlet outlet : outlets) {
      List<OutletHour> judged = outletHours.judge(outlet, day, hours);
      judged.forEach(out);
      ExceedanceHour.among(judged).forEach(out);
      withdrawnExceedances.of(outlet, day, device, hours).forEach(out);
    }
  }

  private static Map<String, List<Packet>> bySpelling(List<Packet> packets) {
    return packets.stream()
        .collect(Collectors.groupingBy(Packet::mn, TreeMap::new, Collectors.toList()));
  }

  private static UnknownOutlet unknown(String mn, LocalDate day, List<Packet> packets) {
    return new UnknownOutlet(
        mn,
        day,
        packets.size(),
        packets.stream()
            .map(p -> p.head().provenance().fileId())
            .min(Provenance::compareTexts)
            .orElseThrow());
  }

  /** Which outlets a device number means on a day, in whatever case it is written. */
  static final class DeviceRegister {
    private final Map<String, List<Outlet>> byNumber = new HashMap<>();

    DeviceRegister(List<Outlet> outlets) {
      outlets.forEach(
          o -> byNumber.computeIfAbsent(inCapitals(o.mn()), n -> new ArrayList<>(1)).add(o));
    }

    /** The number by which spellings of one device are told to be the same. */
    static String inCapitals(String mn) {
      return mn.toUpperCase(Locale.ROOT);
    }

    /** None if the registry does not have it. */
    List<Outlet> on(String mn, LocalDate day) {
      return byNumber.getOrDefault(inCapitals(mn), List.of()).stream()
          .filter(o -> o.period().holdsOn(day))
          .toList();
    }
  }
}
