package org.dawen.pool;

import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.registry.RegistryTables.COUNTY_CODE;
import static org.dawen.registry.RegistryTables.DOCUMENT_NO;
import static org.dawen.registry.RegistryTables.FILE_ID;
import static org.dawen.registry.RegistryTables.RECORD_NO;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.functions;
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

  private final Table table;

  private PoolExplanation(Table table) {
    this.table = table;
  }

  /** One for postings, one for the balances of counties, one for those of the city pool. */
  public static List<Explanation> all() {
    return List.of(
        new PoolExplanation(PoolTables.ENTRY),
        new PoolExplanation(PoolTables.BALANCE_MONTH),
        new PoolExplanation(PoolTables.CITY_BALANCE_MONTH));
  }

  @Override
  public Table table() {
    return table;
  }

  @Override
  public List<Section> explain(TableRow row, Evidence evidence) {
    return table == PoolTables.ENTRY
        ? posting(row, evidence)
        : table == PoolTables.BALANCE_MONTH ? balance(row, evidence) : cityBalance(row, evidence);
  }

  private List<Section> posting(TableRow row, Evidence evidence) {
    List<Section> sections = new ArrayList<>();
    sections.add(Evidence.columns("Posting 分录", table, row));
    if (!row.isMissing(PoolTables.CERTIFICATION_NO)) {
      sections.add(entry("Lot 核定", row.whole(PoolTables.CERTIFICATION_NO), evidence));
    }
    if (!row.isMissing(org.dawen.intake.ReceivedTables.REFERS_TO_ENTRY_NO)) {
      sections.add(
          entry(
              "Entry referred to 关联业务",
              row.whole(org.dawen.intake.ReceivedTables.REFERS_TO_ENTRY_NO),
              evidence));
    }
    if (row.text(PoolTables.KIND).equals(EntryKind.POOL.name())) {
      sections.add(new Section("Ratio of the city's share 统筹比例", ratios()));
    }
    sections.add(
        evidence.rawRecord("Record as received 原始记录", row.text(FILE_ID), row.whole(RECORD_NO)));
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
    List<TableRow> found =
        evidence.first(
            evidence
                .read(PoolTables.ENTRY)
                .where(
                    PoolTables.ENTRY_NO
                        .col()
                        .equalTo(entryNo)
                        .and(PoolTables.KIND.col().notEqual(EntryKind.EXPIRE.name())))
                .orderBy(PoolTables.COPY_NO.col(), PoolTables.KIND.col()),
            4);
    List<String> lines = new ArrayList<>();
    found.forEach(r -> lines.add(line(r)));
    if (lines.isEmpty()) {
      lines.add("No entry has the number %d.".formatted(entryNo));
    }
    return new Section(title, lines);
  }

  private static String line(TableRow r) {
    String moved =
        r.isMissing(PoolTables.FROM_ACCOUNT)
            ? r.text(PoolTables.VERDICT)
            : "%s t, %s to %s"
                .formatted(
                    r.decimal(PoolTables.MASS).toPlainString(),
                    r.text(PoolTables.FROM_ACCOUNT),
                    r.text(PoolTables.TO_ACCOUNT));
    return "%s  %d %s: %s  (document %s, %s record %d)"
        .formatted(
            r.day(DATA_DAY),
            r.whole(PoolTables.ENTRY_NO),
            r.text(PoolTables.KIND),
            moved,
            r.text(DOCUMENT_NO),
            r.text(FILE_ID),
            r.whole(RECORD_NO));
  }

  private static List<Section> balance(TableRow row, Evidence evidence) {
    String county = row.text(COUNTY_CODE);
    String pollutant = row.text(PoolTables.POLLUTANT_CODE);
    LocalDate end = row.day(PoolTables.MONTH_END);
    String sum =
        "%s = %s retained + %s transferred - %s allocated + %s returned - %s expired + %s shortfall"
            .formatted(
                row.decimal(PoolTables.BALANCE_T),
                row.decimal(PoolTables.RETAINED_T),
                row.decimal(PoolTables.TRANSFERRED_T),
                row.decimal(PoolTables.ALLOCATED_T),
                row.decimal(PoolTables.RETURNED_T),
                row.decimal(PoolTables.EXPIRED_T),
                row.decimal(PoolTables.SHORTFALL_T));
    return List.of(
        new Section("Balance 余额", List.of(sum)),
        Evidence.columns("The row", PoolTables.BALANCE_MONTH, row),
        latest(Posting.Account.RETAINED, county, pollutant, end, evidence));
  }

  private static List<Section> cityBalance(TableRow row, Evidence evidence) {
    String origin = row.text(PoolTables.ORIGIN_COUNTY_CODE);
    String sum =
        "%s = %s pooled - %s allocated + %s returned - %s expired + %s shortfall"
            .formatted(
                row.decimal(PoolTables.BALANCE_T),
                row.decimal(PoolTables.POOLED_T),
                row.decimal(PoolTables.ALLOCATED_T),
                row.decimal(PoolTables.RETURNED_T),
                row.decimal(PoolTables.EXPIRED_T),
                row.decimal(PoolTables.SHORTFALL_T));
    return List.of(
        new Section("Balance of the city pool 市级指标池余额", List.of(sum)),
        Evidence.columns("The row", PoolTables.CITY_BALANCE_MONTH, row),
        latest(
            Posting.Account.POOL,
            origin.equals(PoolTables.ALL_COUNTIES) ? null : origin,
            row.text(PoolTables.POLLUTANT_CODE),
            row.day(PoolTables.MONTH_END),
            evidence));
  }

  /** The latest postings of an account up to a day; null county: of all counties. */
  private static Section latest(
      Posting.Account account, String county, String pollutant, LocalDate end, Evidence evidence) {
    List<TableRow> latest =
        evidence.first(
            evidence
                .read(PoolTables.ENTRY)
                .where(
                    PoolTables.POLLUTANT_CODE
                        .col()
                        .equalTo(pollutant)
                        .and(DATA_DAY.col().leq(functions.lit(end)))
                        .and(
                            ofAccount(
                                    account,
                                    PoolTables.FROM_ACCOUNT,
                                    PoolTables.FROM_COUNTY_CODE,
                                    county)
                                .or(
                                    ofAccount(
                                        account,
                                        PoolTables.TO_ACCOUNT,
                                        PoolTables.TO_COUNTY_CODE,
                                        county))))
                .orderBy(DATA_DAY.col().desc(), PoolTables.DAY_PLACE.col().desc()),
            MOST_POSTINGS);
    List<String> lines = new ArrayList<>();
    latest.forEach(r -> lines.add(line(r)));
    lines.add(
        "All of them: ./dawen pool statement --account %s%s --pollutant %s --to %s"
            .formatted(
                account.code(), county == null ? "" : " --county " + county, pollutant, end));
    return new Section("Latest postings up to %s 最近分录".formatted(end), lines);
  }

  private static org.apache.spark.sql.Column ofAccount(
      Posting.Account account,
      org.dawen.lake.Column accountColumn,
      org.dawen.lake.Column countyColumn,
      String county) {
    org.apache.spark.sql.Column isOfAccount = accountColumn.col().equalTo(account.code());
    return county == null ? isOfAccount : isOfAccount.and(countyColumn.col().equalTo(county));
  }
}
