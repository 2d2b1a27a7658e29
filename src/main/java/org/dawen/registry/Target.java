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
 * What an area may reach in a pollutant or in good days, from {@code registry.target}.
 *
 * @param item label of the pollutant, or {@link #GOOD_DAYS}
 * @param period month, quarter or year
 */
@OfTable(
    name = "registry.target",
    grain = "One row per area, pollutant, kind of period and validity: what it may reach.",
    withoutDay = "valid_from to valid_to",
    sources = "landing/registry/targets.csv")
public record Target(
    @Key String areaCode,
    @Key @Listed(by = Target.Items.class) String item,
    @Key @Listed({"month", "quarter", "year"}) String period,
    @Digits(value = 12, scale = 4) BigDecimal targetValue,
    @Nullable String documentNo,
    Period validity,
    String fileId,
    long recordNo) {

  /** The item of a target for the share of good days (优良天数比例), a least value. */
  public static final String GOOD_DAYS = "good_day_percent";

  /** Pollutants as targets name them, and the share of good days. */
  public static final class Items implements Supplier<List<String>> {
    @Override
    public List<String> get() {
      return List.of("PM2.5", "PM10", "SO2", "NO2", "CO", "O3", GOOD_DAYS);
    }
  }
}
