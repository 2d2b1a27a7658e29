package org.dawen.water;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dawen.intake.ReceivedWater;
import org.dawen.intake.ReceivedWaterPacket;
import org.dawen.lake.Table;
import org.dawen.registry.County;
import org.dawen.registry.WaterSection;
import org.dawen.run.Entity;
import org.dawen.run.PassSpec;
import org.dawen.run.References;

/** What was received of sections, by whichever way, brought together by the registry. */
final class ReceivedValues {
  static final Table WATER = Table.of(ReceivedWater.class);
  static final Table PACKETS = Table.of(ReceivedWaterPacket.class);

  private ReceivedValues() {}

  /** A pass whose entities are sections. */
  static PassSpec.Builder bySection() {
    return PassSpec.of()
        .followsByRegistry(WATER, WaterValue.class, ReceivedValues::sectionOfValue)
        .followsByRegistry(PACKETS, PacketValue.class, ReceivedValues::sectionOfPacket)
        .looksUp(WaterSection.class, County.class);
  }

  private static Function<WaterValue, String> sectionOfValue(References references) {
    SectionRegister register = register(references);
    return value -> register.codeOf(value.sectionCode(), value.cityName(), value.dataDay());
  }

  private static Function<PacketValue, String> sectionOfPacket(References references) {
    SectionRegister register = register(references);
    return packet -> register.codeOf(packet.mn(), null, packet.dataDay());
  }

  static SectionRegister register(References references) {
    return new SectionRegister(references.all(WaterSection.class), references.all(County.class));
  }

  /** All values of a section. */
  static List<WaterValue> of(Entity section) {
    List<WaterValue> values = new ArrayList<>(section.rows(WaterValue.class));
    values.addAll(PacketValue.values(section.key(), section.rows(PacketValue.class)));
    return values;
  }
}
