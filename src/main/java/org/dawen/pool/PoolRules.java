package org.dawen.pool;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.lake.Trouble;
import org.dawen.registry.RegistryTables;
import org.dawen.standard.IndicatorPool;

/** Entries and rules of the pool, as received tables, standards and registry tell them. */
public final class PoolRules {
  private PoolRules() {}

  /** The tables whose rows are rules of the ledger, and the year's tasks. */
  static final Table[] REFERENCES = {
    RegistryTables.POOL_CLOSING,
    RegistryTables.POOL_MULTIPLIER,
    RegistryTables.POOL_VALIDITY,
    RegistryTables.REDUCTION_TASK
  };

  /**
   * Rules of standards and registry. The registry's rows are few: a row a month, a year, a
   * pollutant.
   *
   * @param lookUp gives all rows of a reference table
   * @throws Trouble if the registry says something no ledger can be kept by
   */
  public static LedgerRules ledgerRules(Function<Table, List<TableRow>> lookUp) {
    List<TableRow> multipliers = lookUp.apply(RegistryTables.POOL_MULTIPLIER);
    List<TableRow> validities = lookUp.apply(RegistryTables.POOL_VALIDITY);
    List<TableRow> closings = lookUp.apply(RegistryTables.POOL_CLOSING);
    return ofStandards()
        .withMultipliers(multipliers.stream().map(PoolRules::multiplier).toList())
        .withValidities(validities.stream().map(PoolRules::validity).toList())
        .withClosings(closings.stream().map(PoolRules::closing).toList());
  }

  /** Rules of the standards alone. */
  static LedgerRules ofStandards() {
    return LedgerRules.of(
        IndicatorPool.rules(IndicatorPool.CITY_SHARE_RATIO).stream()
            .map(
                r ->
                    new LedgerRules.Ratio(
                        r.provision().validFrom(), r.provision().validTo(), r.value()))
            .toList(),
        IndicatorPool.rules(IndicatorPool.ALLOWED_MULTIPLIER).stream()
            .map(IndicatorPool.Rule::value)
            .toList(),
        IndicatorPool.rules(IndicatorPool.DEFAULT_MULTIPLIER).get(0).value(),
        IndicatorPool.pollutants());
  }

  private static LedgerRules.Multiplier multiplier(TableRow r) {
    boolean isAllowed =
        IndicatorPool.rules(IndicatorPool.ALLOWED_MULTIPLIER).stream()
            .anyMatch(a -> a.value().compareTo(r.decimal(RegistryTables.MULTIPLIER)) == 0);
    if (!isAllowed) {
      throw wrong(r, "the multiplier " + r.decimal(RegistryTables.MULTIPLIER), "Write 1 or 2.");
    }
    return new LedgerRules.Multiplier(
        r.text(RegistryTables.CITY_CODE),
        named(r.text(RegistryTables.POLLUTANT_CODE)),
        (int) r.whole(RegistryTables.YEAR),
        r.day(RegistryTables.VALID_FROM),
        r.day(RegistryTables.VALID_TO),
        r.decimal(RegistryTables.MULTIPLIER).stripTrailingZeros());
  }

  private static LedgerRules.Validity validity(TableRow r) {
    if (r.whole(RegistryTables.VALIDITY_MONTHS) < 1) {
      throw wrong(r, "a validity of no month", "Write whole months from 1.");
    }
    String pollutant = r.text(RegistryTables.POLLUTANT_CODE);
    return new LedgerRules.Validity(
        pollutant == null ? null : named(pollutant),
        (int) r.whole(RegistryTables.VALIDITY_MONTHS),
        r.day(RegistryTables.VALID_FROM),
        r.day(RegistryTables.VALID_TO));
  }

  private static LedgerRules.Closing closing(TableRow r) {
    String month = r.text(RegistryTables.CLOSED_MONTH);
    try {
      String digits = month.replaceFirst("^(\\d{4})[-/]?(\\d{1,2})$", "$1-0$2");
      return new LedgerRules.Closing(
          YearMonth.parse(digits.replaceFirst("-0(\\d\\d)$", "-$1")),
          r.whole(RegistryTables.LAST_ENTRY_NO));
    } catch (DateTimeException e) {
      throw wrong(r, "'" + month + "', which is no month", "Write it as 2024-03.");
    }
  }

  private static String named(String pollutant) {
    return IndicatorPool.pollutants()
        .getOrDefault(pollutant.toLowerCase(java.util.Locale.ROOT), pollutant);
  }

  private static Trouble wrong(TableRow r, String what, String remedy) {
    return Trouble.refused(
        "%s line %d has %s."
            .formatted(r.text(RegistryTables.FILE_ID), r.whole(RegistryTables.RECORD_NO), what),
        remedy);
  }

  /** The year's tasks of the registry. */
  static List<ReductionTask> tasks(List<TableRow> rows) {
    return rows.stream()
        .map(
            r ->
                new ReductionTask(
                    r.text(RegistryTables.COUNTY_CODE),
                    r.text(RegistryTables.POLLUTANT_CODE),
                    (int) r.whole(RegistryTables.YEAR),
                    Tonnes.units(r.decimal(RegistryTables.TASK_T))))
        .toList();
  }

  /** Rows of {@code received.pool} as entries; equal codes and days are one object. */
  public static Stream<Entry> entries(Stream<TableRow> received) {
    Map<String, String> texts = new HashMap<>();
    Map<LocalDate, LocalDate> days = new HashMap<>();
    return received.map(
        r ->
            new Entry(
                r.whole(ReceivedTables.ENTRY_NO),
                days.computeIfAbsent(r.day(ReceivedTables.DATA_DAY), d -> d),
                EntryKind.valueOf(r.text(ReceivedTables.ENTRY_KIND)),
                shared(texts, r.text(RegistryTables.COUNTY_CODE)),
                shared(texts, r.text(ReceivedTables.OTHER_COUNTY_CODE)),
                shared(texts, r.text(ReceivedTables.POOL_POLLUTANT_CODE)),
                Tonnes.units(r.decimal(ReceivedTables.MASS_T)),
                r.isMissing(ReceivedTables.REDUCTION_YEAR)
                    ? null
                    : Integer.valueOf((int) r.whole(ReceivedTables.REDUCTION_YEAR)),
                r.text(ReceivedTables.PROJECT_CODE),
                r.decimal(RegistryTables.MULTIPLIER),
                r.isMissing(ReceivedTables.REFERS_TO_ENTRY_NO)
                    ? null
                    : Long.valueOf(r.whole(ReceivedTables.REFERS_TO_ENTRY_NO)),
                r.text(RegistryTables.DOCUMENT_NO),
                r.text(ReceivedTables.NOTE),
                shared(texts, r.text(ReceivedTables.FILE_ORDER)),
                shared(texts, r.text(ReceivedTables.FILE_ID)),
                r.whole(ReceivedTables.RECORD_NO)));
  }

  private static String shared(Map<String, String> texts, String text) {
    return text == null ? null : texts.computeIfAbsent(text, t -> t);
  }
}
