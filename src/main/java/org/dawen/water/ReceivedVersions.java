package org.dawen.water;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.dawen.intake.Provenance;
import org.dawen.intake.ReceivedWater;
import org.dawen.lake.DaySet;
import org.dawen.lake.Message;
import org.dawen.lake.SqlLiteral;
import org.dawen.lake.TableRow;
import org.dawen.registry.County;
import org.dawen.registry.WaterSection;
import org.dawen.run.Evidence;

/** The records received of the readings of a section, for a person. */
final class ReceivedVersions {
  private final String section;
  private final List<WaterValue> values = new ArrayList<>();

  /**
   * What was received of a section.
   *
   * @param month its first day
   */
  ReceivedVersions(String section, LocalDate month, Evidence evidence) {
    this.section = section;
    SectionRegister register =
        new SectionRegister(evidence.rows(WaterSection.class), evidence.rows(County.class));
    addReceived(WeightyReadings.ofMonth(month), register, evidence);
    addPackets(DaySet.between(month, month.plusMonths(1).minusDays(1)), register, evidence);
  }

  /** The versions of a row of water.observation, the latest first. */
  List<Message> of(TableRow observation) {
    List<Message> lines = new ArrayList<>();
    values.stream()
        .filter(v -> v.observedAt().equals(observation.shownAs("observed_at")))
        .filter(v -> v.item().toString().equals(observation.text("item")))
        .filter(v -> v.method().toString().equals(observation.text("method")))
        .sorted(Comparator.comparing(WaterValue::provenance).reversed())
        .forEach(v -> lines.add(said(v)));
    return lines;
  }

  private void addReceived(String days, SectionRegister register, Evidence evidence) {
    String condition = days + " AND " + names(register, "section_code");
    for (ReceivedWater w : evidence.rows(ReceivedWater.class, condition)) {
      if (register.codeOf(w.sectionCode(), w.cityName(), w.dataDay()).equals(section)) {
        values.add(
            new WaterValue(
                section,
                w.observedAt(),
                w.dataDay(),
                w.method(),
                w.item(),
                new Measured(w.measuredValue(), w.isBelowDetection(), w.detectionLimitValue()),
                w.status(),
                w.publishedClass(),
                w.cityName(),
                w.provenance()));
      }
    }
  }

  private void addPackets(DaySet month, SectionRegister register, Evidence evidence) {
    List<PacketValue> packets = new ArrayList<>();
    for (PacketValue packet : evidence.rows(ReceivedValues.PACKETS, PacketValue.class, month)) {
      if (register.codeOf(packet.mn(), null, packet.dataDay()).equals(section)) {
        packets.add(packet);
      }
    }
    values.addAll(PacketValue.values(section, packets));
  }

  private String names(SectionRegister register, String column) {
    return register.namesOf(section).stream()
        .map(SqlLiteral::of)
        .collect(Collectors.joining(", ", "upper(%s) IN (".formatted(column), ")"));
  }

  private static Message said(WaterValue v) {
    Measured m = v.measured();
    Provenance p = v.provenance();
    Object value =
        m.measuredValue() != null
            ? Evidence.shown(m.measuredValue())
            : m.isBelowDetection()
                ? Message.of("explain.below-detection", Evidence.shown(m.detectionLimitValue()))
                : Message.of("explain.empty");
    Message place = place(p.fileId(), p.recordNo());
    return p.receivedAt() == null
        ? Message.of("explain.version", place, value)
        : Message.of("explain.version-received", place, p.receivedAt(), value);
  }

  static Message place(String fileId, long recordNo) {
    return Message.of("explain.place", fileId, recordNo);
  }
}
