package org.dawen.pool;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.run.Evidence;
import org.dawen.run.Explanation;
import org.dawen.standard.IndicatorPool;

/**
 * The documents behind a posting or a balance: the entry and its record, the lot, the rule with its
 * confidence; of a balance the sum it comes from and the latest postings of the month.
 */
public final class PoolExplanation implements Explanation {
  private static final int MOST_POSTINGS = 20;
  private static final int MOST_OF_ENTRY = 4;

  private final Class<? extends Record> type;

  private PoolExplanation(Class<? extends Record> type) {
    this.type = type;
  }

  /** One for postings, one for the balances of counties, one for those of the city pool. */
  public static List<Explanation> all() {
    return List.of(
        new PoolExplanation(PoolEntry.class),
        new PoolExplanation(BalanceMonth.class),
        new PoolExplanation(CityBalanceMonth.class));
  }

  @Override
  public Table table() {
    return Table.of(type);
  }

  @Override
  public List<Section> explain(TableRow row, Evidence evidence) {
    return type == PoolEntry.class
        ? posting(row, evidence)
        : type == BalanceMonth.class ? balance(row, evidence) : cityBalance(row, evidence);
  }

  private List<Section> posting(TableRow row, Evidence evidence) {
    List<Section> sections = new ArrayList<>();
    sections.add(Evidence.columns("Posting 分录", table(), row));
    if (row.text("certification_no") != null) {
      sections.add(entry("Lot 核定", row.whole("certification_no"), evidence));
    }
    if (row.text("refers_to_entry_no") != null) {
      sections.add(entry("Entry referred to 关联业务", row.whole("refers_to_entry_no"), evidence));
    }
    if (row.text("kind").equals(EntryKind.POOL.toString())) {
      sections.add(new Section("Ratio of the city's share 统筹比例", ratios()));
    }
    sections.add(
        evidence.rawRecord("Record as received 原始记录", row.text("file_id"), row.whole("record_no")));
    return sections;
  }

  private static List<String> ratios() {
    return IndicatorPool.rules(IndicatorPool.CITY_SHARE_RATIO).stream()
        .map(
            r ->
                "%s from %s to %s: %s, %s, confidence %s"
                    .formatted(
                        r.value(),
                        r.provision().validFrom(),
                        r.provision().validTo() == null ? "now" : r.provision().validTo(),
                        r.provision().standard(),
                        r.provision().clause(),
                        r.provision().confidence().letter()))
        .toList();
  }

  /** The first lines of another entry with document, file and record. */
  private static Section entry(String title, long entryNo, Evidence evidence) {
    List<String> lines =
        evidence.rows(PoolEntry.class).stream()
            .filter(e -> e.entryNo() == entryNo && e.kind() != EntryKind.EXPIRE)
            .sorted(
                Comparator.comparingInt(PoolEntry::copyNo).thenComparing(e -> e.kind().toString()))
            .limit(MOST_OF_ENTRY)
            .map(PoolExplanation::line)
            .toList();
    return new Section(
        title, lines.isEmpty() ? List.of("No entry has the number %d.".formatted(entryNo)) : lines);
  }

  private static String line(PoolEntry e) {
    PoolEntry.Movement m = e.movement();
    String moved =
        m.fromAccount() == null
            ? e.judgement().verdict().toString()
            : "%s t, %s to %s".formatted(m.massT().toPlainString(), m.fromAccount(), m.toAccount());
    return "%s  %d %s: %s  (document %s, %s record %d)"
        .formatted(
            e.dataDay(), e.entryNo(), e.kind(), moved, e.documentNo(), e.fileId(), e.recordNo());
  }

  private List<Section> balance(TableRow row, Evidence evidence) {
    String sum =
        "%s = %s retained + %s transferred - %s allocated + %s returned - %s expired + %s shortfall"
            .formatted(
                texts(
                    row,
                    "balance",
                    "retained",
                    "transferred",
                    "allocated",
                    "returned",
                    "expired",
                    "shortfall"));
    return List.of(
        new Section("Balance 余额", List.of(sum)),
        Evidence.columns("The row", table(), row),
        latest(Posting.Account.RETAINED, row.text("county_code"), row, evidence));
  }

  private List<Section> cityBalance(TableRow row, Evidence evidence) {
    String origin = row.text("origin_county_code");
    String sum =
        "%s = %s pooled - %s allocated + %s returned - %s expired + %s shortfall"
            .formatted(
                texts(row, "balance", "pooled", "allocated", "returned", "expired", "shortfall"));
    String county = origin.equals(CityBalanceMonth.ALL_COUNTIES) ? null : origin;
    return List.of(
        new Section("Balance of the city pool 市级指标池余额", List.of(sum)),
        Evidence.columns("The row", table(), row),
        latest(Posting.Account.POOL, county, row, evidence));
  }

  private static Object[] texts(TableRow row, String... masses) {
    return Stream.of(masses).map(m -> row.text(m + "_t")).toArray();
  }

  /** The latest postings of an account up to the end of a month; null county: of all counties. */
  private static Section latest(
      Posting.Account account, String county, TableRow month, Evidence evidence) {
    String pollutant = month.text("pollutant_code");
    LocalDate end = month.day("month_end");
    List<String> lines = new ArrayList<>();
    evidence.rows(PoolEntry.class).stream()
        .filter(e -> pollutant.equals(e.pollutantCode()) && !e.dataDay().isAfter(end))
        .filter(e -> isOfAccount(e.movement(), account, county))
        .sorted(
            Comparator.comparing(PoolEntry::dataDay).thenComparing(PoolEntry::dayPlace).reversed())
        .limit(MOST_POSTINGS)
        .forEach(e -> lines.add(line(e)));
    lines.add(
        "All of them: ./dawen pool statement --account %s%s --pollutant %s --to %s"
            .formatted(account, county == null ? "" : " --county " + county, pollutant, end));
    return new Section("Latest postings up to %s 最近分录".formatted(end), lines);
  }

  private static boolean isOfAccount(PoolEntry.Movement m, Posting.Account account, String county) {
    return m.fromAccount() == account && isCounty(county, m.fromCountyCode())
        || m.toAccount() == account && isCounty(county, m.toCountyCode());
  }

  private static boolean isCounty(String wanted, String county) {
    return wanted == null || Objects.equals(wanted, county);
  }
}
