package org.dawen.intake;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.dawen.codec.hj212.Factors;
import org.dawen.codec.hj212.Hj212Field;
import org.dawen.codec.hj212.Hj212Packet;
import org.dawen.standard.ImpossibleValues;
import org.dawen.standard.ImpossibleValues.Bounds;
import org.dawen.standard.ImpossibleValues.Medium;

/**
 * Which values of a packet are impossible ({@link ImpossibleValues}). The bounds of an item hold
 * for what was measured; means converted to reference oxygen have bounds of their own, amounts
 * those every number of a packet has.
 */
final class PacketBounds {
  private static final Hj212Field[] FIELDS = Hj212Field.values();

  /** Fields that hold what the instrument measured, one bit each. */
  private static final int MEASURED =
      bit(Hj212Field.MIN) | bit(Hj212Field.AVG) | bit(Hj212Field.MAX) | bit(Hj212Field.RTD);

  /** Fields that hold a concentration converted to reference oxygen, one bit each. */
  private static final int CONVERTED =
      bit(Hj212Field.ZS_MIN)
          | bit(Hj212Field.ZS_AVG)
          | bit(Hj212Field.ZS_MAX)
          | bit(Hj212Field.ZS_RTD);

  private static final Bounds OF_CONVERTED = ImpossibleValues.of(Medium.PACKET, "converted", null);

  private static final Bounds EVERY_NUMBER = ImpossibleValues.of(Medium.PACKET, null, null);

  /** Electricity, HJ 212-2025: device of production or treatment, parameter, number. */
  private static final String ELECTRICITY = "d[23]\\d{4}";

  /** Codes come again and again; a device that makes them up must not fill the memory. */
  private static final int MOST_CODES = 20_000;

  private final PacketParameters parameters;
  private final Map<String, Bounds> byCode = new HashMap<>();

  PacketBounds(PacketParameters parameters) {
    this.parameters = parameters;
  }

  static int bit(Hj212Field field) {
    return 1 << field.ordinal();
  }

  /** The impossible values of a group, one bit a field. */
  int impossible(Hj212Packet packet, int group) {
    Bounds measured = boundsOf(packet.canonicalCode(group));
    int found = 0;
    for (Hj212Field field : FIELDS) {
      if (packet.hasValue(group, field)
          && boundsOf(field, measured).exclude(packet.unscaledE8(group, field))) {
        found |= bit(field);
      }
    }
    return found;
  }

  /** Why a value is impossible. */
  String why(Hj212Packet packet, int group, Hj212Field field) {
    BigDecimal value = packet.value(group, field);
    return boundsOf(field, boundsOf(packet.canonicalCode(group))).why(value);
  }

  private static Bounds boundsOf(Hj212Field field, Bounds measured) {
    if ((MEASURED & bit(field)) != 0) {
      return measured;
    }
    return (CONVERTED & bit(field)) != 0 ? OF_CONVERTED : EVERY_NUMBER;
  }

  private Bounds boundsOf(String code) {
    Bounds known = byCode.get(code);
    if (known == null) {
      if (byCode.size() >= MOST_CODES) {
        byCode.clear();
      }
      known =
          code.matches(ELECTRICITY)
              ? ImpossibleValues.of(Medium.METER, parameters.quantity(code.substring(2, 4)), null)
              : ImpossibleValues.of(Medium.PACKET, code, Factors.unit(code).orElse(null));
      byCode.put(code, known);
    }
    return known;
  }
}
