package org.dawen.intake;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dawen.lake.Trouble;
import org.dawen.run.Settings;

/**
 * Which parameter PP of an electricity factor {@code d2PPNN} or {@code d3PPNN} (HJ 212-2025, ST=44)
 * fills which column. Inferred from packets of devices; the standard's table was not seen.
 *
 * @param columns column by parameter, two digits
 */
public record PacketParameters(Map<String, String> columns) implements Serializable {
  private static final String PREFIX = "power.packet_parameters.";
  private static final List<String> COLUMNS =
      List.of("ua_v", "ub_v", "uc_v", "ia_a", "ib_a", "ic_a", "power_kw", "register_kwh");

  /** The settings that say so. */
  public static final List<String> KEYS = COLUMNS.stream().map(c -> PREFIX + c).toList();

  /**
   * By the settings.
   *
   * @throws Trouble if a parameter is not two digits, or fills two columns
   */
  public static PacketParameters of(Settings settings) {
    Map<String, String> columns = new TreeMap<>();
    for (String column : COLUMNS) {
      String parameter = settings.text(PREFIX + column);
      if (!parameter.matches("[0-9]{2}")) {
        throw Trouble.usage("settings.no-parameter", PREFIX + column, parameter);
      }
      String other = columns.put(parameter, column);
      if (other != null) {
        throw Trouble.usage("settings.same-parameter", PREFIX + other, PREFIX + column, parameter);
      }
    }
    return new PacketParameters(columns);
  }

  /** What a parameter measures, as the bounds of meters name it; one unknown may be a register. */
  String quantity(String parameter) {
    String column = columns.getOrDefault(parameter, "register_kwh");
    return switch (column) {
      case "power_kw" -> "power";
      case "register_kwh" -> "register";
      default -> column.endsWith("_v") ? "voltage" : "current";
    };
  }
}
