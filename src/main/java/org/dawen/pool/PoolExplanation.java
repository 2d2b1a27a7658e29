package org.dawen.pool;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dawen.lake.Message;
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
    sections.add(Evidence.columns(Message.of("explain.posting"), table(), row));
    if (row.text("certification_no") != null) {
      sections.add(entry(Message.of("explain.lot"), row.whole("certification_no"), evidence));
    }
    if (row.text("refers_to_entry_no") != null) {
      sections.add(
          entry(Message.of("explain.entry-referred"), row.whole("refers_to_entry_no"), evidence));
    }
    if (row.text("kind").equals(EntryKind.POOL.toString())) {
      sections.add(new Section(Message.of("explain.share-ratio"), ratios()));
    }
    sections.add(
        evidence.rawRecord(
            Message.of("explain.record-as-received"), row.text("file_id"), row.whole("record_no")));
    return sections;
  }

  private static List<Message> ratios() {
    return IndicatorPool.rules(IndicatorPool.CITY_SHARE_RATIO).stream()
        .map(
            r ->
                Message.of(
                    "explain.ratio",
                    r.value(),
                    r.provision().validFrom(),
                    r.provision().validTo() == null
                        ? Message.of("explain.now")
                        : r.provision().validTo(),
                    r.provision().standard(),
                    r.provision().clause(),
                    r.provision().confidence().letter()))
        .toList();
  }

  /** The first lines of another entry with document, file and record. */
  private static Section entry(Message title, long entryNo, Evidence evidence) {
    List<Message> lines =
        evidence.rows(PoolEntry.class).stream()
            .filter(e -> e.entryNo() == entryNo && e.kind() != EntryKind.EXPIRE)
            .sorted(
                Comparator.comparingInt(PoolEntry::copyNo).thenComparing(e -> e.kind().toString()))
            .limit(MOST_OF_ENTRY)
            .map(PoolExplanation::line)
            .toList();
    return new Section(
        title, lines.isEmpty() ? List.of(Message.of("explain.no-entry", entryNo)) : lines);
  }

  private static Message line(PoolEntry e) {
    PoolEntry.Movement m = e.movement();
    Object moved =
        m.fromAccount() == null
            ? e.judgement().verdict().toString()
            : Message.of(
                "explain.moved", m.massT().toPlainString(), m.fromAccount(), m.toAccount());
    return Message.of(
        "explain.pool-entry",
        e.dataDay(),
        e.entryNo(),
        e.kind(),
        moved,
        e.documentNo(),
        e.fileId(),
        e.recordNo());
  }

  private List<Section> balance(TableRow row, Evidence evidence) {
    Message sum =
        Message.of(
            "explain.balance-sum",
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
        new Section(Message.of("explain.balance"), List.of(sum)),
        Evidence.columns(Message.of("explain.the-row"), table(), row),
        latest(Posting.Account.RETAINED, row.text("county_code"), row, evidence));
  }

  private List<Section> cityBalance(TableRow row, Evidence evidence) {
    String origin = row.text("origin_county_code");
    Message sum =
        Message.of(
            "explain.city-balance-sum",
            texts(row, "balance", "pooled", "allocated", "returned", "expired", "shortfall"));
    String county = origin.equals(CityBalanceMonth.ALL_COUNTIES) ? null : origin;
    return List.of(
        new Section(Message.of("explain.city-balance"), List.of(sum)),
        Evidence.columns(Message.of("explain.the-row"), table(), row),
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
    List<Message> lines = new ArrayList<>();
    evidence.rows(PoolEntry.class).stream()
        .filter(e -> pollutant.equals(e.pollutantCode()) && !e.dataDay().isAfter(end))
        .filter(e -> isOfAccount(e.movement(), account, county))
        .sorted(
            Comparator.comparing(PoolEntry::dataDay).thenComparing(PoolEntry::dayPlace).reversed())
        .limit(MOST_POSTINGS)
        .forEach(e -> lines.add(line(e)));
    lines.add(
        Message.of(
            "explain.all-postings",
            account,
            county == null ? "" : " --county " + county,
            pollutant,
            end));
    return new Section(Message.of("explain.latest-postings", end), lines);
  }

  private static boolean isOfAccount(PoolEntry.Movement m, Posting.Account account, String county) {
    return m.fromAccount() == account && isCounty(county, m.fromCountyCode())
        || m.toAccount() == account && isCounty(county, m.toCountyCode());
  }

  private static boolean isCounty(String wanted, String county) {
    return wanted == null || Objects.equals(wanted, county);
  }
}
