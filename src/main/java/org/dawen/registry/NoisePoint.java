package org.dawen.registry;

import java.math.BigDecimal;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * A point of functional-zone noise (功能区声环境监测点) over one period, from {@code registry.noise_point}.
 *
 * @param zone class of its functional zone, GB 3096-2008
 * @param mn number of the device that sends packets of it; null: none
 * @param weatherStationCode whose wind and rain its hours are looked at by; null: those sent under
 *     its own code
 */
@OfTable(
    name = "registry.noise_point",
    grain = "One row per point of functional-zone noise and period.",
    withoutDay = "valid_from to valid_to",
    sources = "landing/registry/noise_points.csv")
public record NoisePoint(
    @Key String pointCode,
    String name,
    Zone zone,
    String countyCode,
    @Nullable String mn,
    @Nullable String weatherStationCode,
    @Nullable @Digits(value = 10, scale = 6) BigDecimal longitude,
    @Nullable @Digits(value = 10, scale = 6) BigDecimal latitude,
    Period period,
    String fileId,
    long recordNo) {

  /** Class of an acoustic functional zone. */
  public enum Zone {
    ZONE_0("0"),
    ZONE_1("1"),
    ZONE_2("2"),
    ZONE_3("3"),
    ZONE_4A("4a"),
    ZONE_4B("4b");

    private final String label;

    Zone(String label) {
      this.label = label;
    }

    /** The label: the word in tables. */
    @Override
    public String toString() {
      return label;
    }
  }
}
