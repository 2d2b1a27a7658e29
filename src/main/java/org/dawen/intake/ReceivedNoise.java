package org.dawen.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * Levels of an interval of a point as received.
 *
 * @param levelInterval how long the interval is
 * @param startsAt its start
 * @param receivedMinutes minutes an hour rests on, as sent; null: not told
 */
@OfTable(
    name = "received.noise",
    grain = "One row per record of a minute, an hour or a day of a noise point as received.",
    withoutKey = "revisions of one value stand side by side",
    layout = Layout.BY_MONTH,
    sources = "landing/noise")
public record ReceivedNoise(
    String pointCode,
    Interval levelInterval,
    LocalDateTime startsAt,
    @Day LocalDate dataDay,
    @Nullable @Digits(value = 12, scale = 8) BigDecimal leqDb,
    @Nullable @Digits(value = 12, scale = 8) BigDecimal l10Db,
    @Nullable @Digits(value = 12, scale = 8) BigDecimal l50Db,
    @Nullable @Digits(value = 12, scale = 8) BigDecimal l90Db,
    @Nullable @Digits(value = 12, scale = 8) BigDecimal lmaxDb,
    @Nullable @Digits(value = 12, scale = 8) BigDecimal lminDb,
    @Nullable @Digits(value = 12, scale = 8) BigDecimal ldDb,
    @Nullable @Digits(value = 12, scale = 8) BigDecimal lnDb,
    @Nullable @Digits(value = 12, scale = 8) BigDecimal ldnDb,
    @Nullable Integer receivedMinutes,
    Provenance provenance) {

  /** How long the interval of a level is. */
  public enum Interval {
    MINUTE,
    HOUR,
    DAY;

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
