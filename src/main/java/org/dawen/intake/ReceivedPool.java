package org.dawen.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** An entry of the indicator pool as received; {@code dataDay} is the entry's own. */
@OfTable(
    name = "received.pool",
    grain = "One row per record of an entry of the indicator pool; the day is the entry's own.",
    withoutKey = "an entry may be in several files; the ledger says which record counts",
    layout = Layout.BY_YEAR,
    sources = "landing/pool")
public record ReceivedPool(
    long entryNo,
    @Day LocalDate dataDay,
    Kind kind,
    @Nullable String countyCode,
    @Nullable String otherCountyCode,
    @Nullable String pollutantCode,
    @Nullable @Digits(value = 12, scale = 4) BigDecimal massT,
    @Nullable Integer reductionYear,
    @Nullable String projectCode,
    @Nullable @Digits(value = 9, scale = 4) BigDecimal multiplier,
    @Nullable Long refersToEntryNo,
    @Nullable String documentNo,
    @Nullable String note,
    Provenance provenance) {

  /** Kinds of entries that are typed in; POOL and EXPIRE are derived. */
  public enum Kind {
    CERTIFY,
    ALLOCATE_COUNTY,
    ALLOCATE_CITY,
    RETURN,
    ADJUST,
    TRANSFER,
    REVERSE
  }
}
