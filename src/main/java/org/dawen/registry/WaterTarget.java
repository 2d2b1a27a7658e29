package org.dawen.registry;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Listed;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * What the surface water of an area has to reach, from {@code registry.water_target}.
 *
 * @param item share of good sections in percent (a least value), rank or index (most values)
 * @param period month or year
 * @param sectionScope national sections or all
 */
@OfTable(
    name = "registry.water_target",
    grain = "One row per area, item, kind of period, sections counted and validity.",
    withoutDay = "valid_from to valid_to",
    sources = "landing/registry/water_targets.csv")
public record WaterTarget(
    @Key String areaCode,
    @Key @Listed(Items.class) String item,
    @Key @Listed(Periods.class) String period,
    @Key @Listed(Scopes.class) String sectionScope,
    @Digits(value = 12, scale = 4) BigDecimal targetValue,
    @Nullable String documentNo,
    Period validity,
    String fileId,
    long recordNo) {

  /** Figures of {@code water.area_month} and {@code water.area_year} that have targets. */
  static final class Items implements Supplier<List<String>> {
    @Override
    public List<String> get() {
      return List.of("good_share_percent", "cwqi_rank", "cwqi");
    }
  }

  /** The periods that a target is judged by. */
  static final class Periods implements Supplier<List<String>> {
    @Override
    public List<String> get() {
      return List.of("month", "year");
    }
  }

  /** The sections counted. */
  static final class Scopes implements Supplier<List<String>> {
    @Override
    public List<String> get() {
      return List.of("national", "all");
    }
  }
}
