package org.dawen.registry;

import java.math.BigDecimal;
import java.util.Locale;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * A section (断面) or point of a lake over one period, from {@code registry.section}.
 *
 * @param waterBody river or lake it belongs to; points of one lake are averaged
 * @param bodyKind null: not known, and then phosphorus may leave it without a class
 * @param mn number of the device that sends packets of it; null: none
 * @param publishedName province and name as CNEMC publishes them, {@code 山东省/戴村坝（王台大桥）}, or
 *     province, city and name where the province has the name twice; null: not published
 * @param targetClass class it has to reach; null: none
 * @param outletCodes outlets upstream, separated by {@code ;}; null: all of its county
 */
@OfTable(
    name = "registry.section",
    grain = "One row per section of a river or point of a lake and period.",
    withoutDay = "valid_from to valid_to",
    sources = "landing/registry/sections.csv")
public record WaterSection(
    @Key String sectionCode,
    String name,
    @Nullable String waterBody,
    @Nullable WaterBodyKind bodyKind,
    @Nullable SectionLevel level,
    @Nullable String countyCode,
    @Nullable String cityCode,
    @Nullable String mn,
    @Nullable String publishedName,
    @Nullable TargetClass targetClass,
    @Nullable @Digits(value = 10, scale = 6) BigDecimal longitude,
    @Nullable @Digits(value = 10, scale = 6) BigDecimal latitude,
    @Nullable String outletCodes,
    Period period,
    String fileId,
    long recordNo) {

  /** Which network a section belongs to. */
  public enum SectionLevel {
    NATIONAL,
    PROVINCIAL,
    CITY;

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Kind of a water body. */
  public enum WaterBodyKind {
    RIVER,
    /** Lake or reservoir. */
    LAKE;

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A class that can be asked for. */
  public enum TargetClass {
    I("Ⅰ"),
    II("Ⅱ"),
    III("Ⅲ"),
    IV("Ⅳ"),
    V("Ⅴ");

    private final String label;

    TargetClass(String label) {
      this.label = label;
    }

    /** The label: the word in tables. */
    @Override
    public String toString() {
      return label;
    }
  }
}
