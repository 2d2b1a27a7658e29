package org.dawen.pool;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/** A record of an entry as received, from {@code received.pool}. */
public record PoolRecord(
    long entryNo,
    LocalDate dataDay,
    EntryKind kind,
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
    String fileOrder,
    String fileId,
    long recordNo) {

  /** The records as entries of the ledger; equal codes and days are one object. */
  public static List<Entry> entries(Collection<PoolRecord> records) {
    Shared shared = new Shared();
    return records.stream().map(r -> r.entry(shared)).toList();
  }

  private Entry entry(Shared shared) {
    return new Entry(
        entryNo,
        shared.day(dataDay),
        kind,
        shared.text(countyCode),
        shared.text(otherCountyCode),
        shared.text(pollutantCode),
        Tonnes.units(massT),
        reductionYear,
        projectCode,
        multiplier,
        refersToEntryNo,
        documentNo,
        note,
        shared.text(fileOrder),
        shared.text(fileId),
        recordNo);
  }

  /** One object for equal values, of which a long ledger has a million. */
  private static final class Shared {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<LocalDate, LocalDate> days = new HashMap<>();

    String text(String text) {
      return text == null ? null : texts.computeIfAbsent(text, t -> t);
    }

    LocalDate day(LocalDate day) {
      return days.computeIfAbsent(day, d -> d);
    }
  }
}
