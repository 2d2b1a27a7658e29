package org.dawen.water;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dawen.intake.Provenance;
import org.dawen.intake.ReceivedGroup;
import org.dawen.intake.ReceivedWater;
import org.dawen.intake.ReceivedWaterPacket;
import org.dawen.lake.TableRow;
import org.dawen.registry.County;
import org.dawen.registry.WaterSection;
import org.dawen.run.Evidence;

/** The records received of the readings of a section, for a person. */
final class ReceivedVersions {
  private final String section;
  private final Evidence evidence;
  private final SectionRegister register;
  private final Map<LocalDate, List<WaterValue>> days = new HashMap<>();

  ReceivedVersions(String section, Evidence evidence) {
    this.section = section;
    this.evidence = evidence;
    this.register =
        new SectionRegister(evidence.rows(WaterSection.class), evidence.rows(County.class));
  }

  /** The versions of a row of water.observation, the latest first. */
  List<String> of(TableRow observation) {
    List<String> lines = new ArrayList<>();
    days.computeIfAbsent(observation.day("data_day"), this::received).stream()
        .filter(v -> v.observedAt().equals(observation.shownAs("observed_at")))
        .filter(v -> v.item().toString().equals(observation.text("item")))
        .filter(v -> v.method().toString().equals(observation.text("method")))
        .sorted(Comparator.comparing(WaterValue::provenance).reversed())
        .forEach(v -> lines.add(said(v)));
    return lines;
  }

  private List<WaterValue> received(LocalDate day) {
    List<WaterValue> values = new ArrayList<>();
    for (ReceivedWater w : evidence.rows(ReceivedWater.class, day)) {
      if (register.codeOf(w.sectionCode(), w.cityName(), day).equals(section)) {
        values.add(
            new WaterValue(
                section,
                w.observedAt(),
                day,
                w.method(),
                w.item(),
                new Measured(w.measuredValue(), w.isBelowDetection(), w.detectionLimitValue()),
                w.status(),
                w.publishedClass(),
                w.cityName(),
                w.provenance()));
      }
    }
    List<PacketValue> packets = new ArrayList<>();
    for (ReceivedWaterPacket packet : evidence.rows(ReceivedWaterPacket.class, day)) {
      ReceivedGroup g = packet.group();
      if (register.codeOf(g.mn(), null, day).equals(section)) {
        packets.add(
            new PacketValue(
                g.mn(),
                g.commandCode(),
                g.dataTime(),
                day,
                g.factorCode(),
                g.rtdValue(),
                g.avgValue(),
                g.dataFlag(),
                g.requestNo(),
                g.provenance()));
      }
    }
    values.addAll(PacketValue.values(section, packets));
    return values;
  }

  private static String said(WaterValue v) {
    Measured m = v.measured();
    Provenance p = v.provenance();
    String value =
        m.measuredValue() != null
            ? Evidence.shown(m.measuredValue())
            : m.isBelowDetection()
                ? "below detection, limit " + Evidence.shown(m.detectionLimitValue())
                : "empty";
    return "%s%s: %s"
        .formatted(
            place(p.fileId(), p.recordNo()),
            p.receivedAt() == null ? "" : ", received " + p.receivedAt(),
            value);
  }

  static String place(String fileId, long recordNo) {
    return "%s record %d".formatted(fileId, recordNo);
  }
}
