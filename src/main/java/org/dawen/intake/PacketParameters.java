package org.dawen.power;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dawen.run.Settings;

/**
 * Which parameter PP of an electricity factor {@code d2PPNN} or {@code d3PPNN} (HJ 212-2025, ST=44)
 * fills which column. Inferred from packets of devices; the standard's table was not seen.
 */
final class PacketParameters {
  private static final String PREFIX = "power.packet_parameters.";
  private static final List<String> COLUMNS =
      List.of("ua_v", "ub_v", "uc_v", "ia_a", "ib_a", "ic_a", "power_kw", "register_kwh");
  static final List<String> KEYS = COLUMNS.stream().map(c -> PREFIX + c).toList();

  private PacketParameters() {}

  /** Column by parameter, two digits. */
  static Map<String, String> of(Settings settings) {
    Map<String, String> columns = new TreeMap<>();
    COLUMNS.forEach(c -> columns.put(settings.text(PREFIX + c), c));
    return columns;
  }
}
