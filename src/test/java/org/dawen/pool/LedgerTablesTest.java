package org.dawen.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dawen.pool.Ledgers.adjust;
import static org.dawen.pool.Ledgers.allocate;
import static org.dawen.pool.Ledgers.allocateCity;
import static org.dawen.pool.Ledgers.certify;
import static org.dawen.pool.Ledgers.reverse;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dawen.lake.Cells;
import org.dawen.lake.Constraint;
import org.dawen.lake.RecordForm;
import org.dawen.lake.Table;
import org.dawen.registry.ReductionTask;
import org.junit.jupiter.api.Test;

/** The rows of the tables, and what holds in each of them. */
class LedgerTablesTest {
  private static final List<Entry> ENTRIES =
      List.of(
          certify(1, 1, "370902", "10"), // 7 and 3
          allocate(2, 2, "370902", "6", "P1"),
          allocate(3, 3, "370902", "6", "P2"), // refused: 1 left
          allocateCity(4, 4, "370911", "2", "P3"),
          adjust(5, 40, "4", 1)); // 2.8 and 1.2: more was used than is certified

  private static List<Record> rows(List<Entry> entries, ReductionTask... tasks) {
    List<Record> rows = new ArrayList<>();
    LedgerTables.of(entries, Ledgers.rules(), List.of(tasks), rows::add);
    return rows;
  }

  private static <R extends Record> List<R> of(Class<R> type, List<Record> rows) {
    return rows.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static ReductionTask task(String county, int year, String mass) {
    return new ReductionTask(county, "a21002", year, new BigDecimal(mass), null, "t.csv", 2);
  }

  @Test
  void everyRowSatisfiesWhatItsTableDeclares() {
    List<Record> rows = rows(ENTRIES, task("370902", 2024, "5.0000"));

    assertThat(rows.stream().map(Record::getClass).distinct())
        .containsExactlyInAnyOrderElementsOf(LedgerPass.ROWS);
    for (Record row : rows) {
      Table.of(row.getClass())
          .constraints()
          .forEach((name, c) -> assertThat(holds(c, row)).as("%s of %s", name, row).isTrue());
    }
  }

  @SuppressWarnings("unchecked")
  private static boolean holds(Constraint constraint, Record row) {
    RecordForm<Record> form = (RecordForm<Record>) RecordForm.of(row.getClass());
    Cells cells = new Cells(form.columns().size());
    form.give(row, cells);
    return constraint.over(form.columns()).holds(cells);
  }

  @Test
  void aRowThatDoesNotAddUpBreaksAConstraint() {
    BalanceMonth month = of(BalanceMonth.class, rows(ENTRIES)).get(0);
    BalanceMonth wrong =
        new BalanceMonth(
            month.countyCode(),
            month.pollutantCode(),
            month.dataDay(),
            month.monthEnd(),
            month.certifiedT(),
            month.adjustedT(),
            month.pooledT(),
            month.retainedT(),
            month.allocatedT(),
            month.returnedT(),
            month.transferredT(),
            month.expiredT(),
            month.shortfallT(),
            month.balanceT().negate(),
            month.nextExpiryDays(),
            month.ofOrigin());
    Map<String, Constraint> declared = Table.of(BalanceMonth.class).rules();

    assertThat(month.balanceT()).isPositive();
    assertThat(declared.keySet().stream().filter(name -> !holds(declared.get(name), wrong)))
        .containsExactly("account_adds_up", "never_below_zero");
  }

  @Test
  void constraintsAreWrittenIntoTheTablesAsSql() {
    assertThat(sqlOf(PoolEntry.class))
        .containsExactly(
            Map.entry(
                "a_posting_moves_from_an_account_to_another",
                "(posting_no = 0 AND from_account IS NULL AND to_account IS NULL AND mass_t = 0) OR"
                    + " (posting_no > 0 AND from_account IS NOT NULL AND to_account IS NOT NULL AND"
                    + " mass_t > 0)"),
            Map.entry(
                "refused_entries_move_nothing", "(verdict = 'booked') = (refusal_reason IS NULL)"));
    assertThat(sqlOf(BalanceMonth.class))
        .containsExactly(
            Map.entry("shares_add_up", "certified_t + adjusted_t = pooled_t + retained_t"),
            Map.entry(
                "account_adds_up",
                "balance_t = retained_t + transferred_t + returned_t + shortfall_t - allocated_t -"
                    + " expired_t"),
            Map.entry(
                "certified_is_balances_used_expired_less_shortfall",
                "certified_t + adjusted_t = origin_balance_t + origin_used_t + origin_expired_t -"
                    + " origin_shortfall_t"),
            Map.entry(
                "never_below_zero", "balance_t >= 0 AND shortfall_t >= 0 AND expired_t >= 0"));
    assertThat(sqlOf(CityBalanceMonth.class))
        .containsExactly(
            Map.entry(
                "pool_adds_up",
                "pooled_t = balance_t + allocated_t + expired_t - returned_t - shortfall_t"),
            Map.entry(
                "never_below_zero", "balance_t >= 0 AND shortfall_t >= 0 AND expired_t >= 0"));
    assertThat(sqlOf(Project.class))
        .containsExactly(
            Map.entry("project_adds_up", "required_t = drawn_t + returned_t + still_missing_t"));
  }

  private static List<Map.Entry<String, String>> sqlOf(Class<? extends Record> type) {
    return Table.of(type).rules().entrySet().stream()
        .map(e -> Map.entry(e.getKey(), e.getValue().sql()))
        .toList();
  }

  @Test
  void aRefusedEntryTellsItsReasonAndWhatIsMissing() {
    PoolEntry refused =
        of(PoolEntry.class, rows(ENTRIES)).stream()
            .filter(e -> e.entryNo() == 3)
            .findFirst()
            .orElseThrow();

    assertThat(refused.judgement())
        .isEqualTo(
            new PoolEntry.Judgement(
                PoolEntry.Verdict.REFUSED, Refusal.BELOW_ZERO, new BigDecimal("5.0000")));
    assertThat(refused.movement())
        .isEqualTo(
            new PoolEntry.Movement(null, null, null, null, false, new BigDecimal("0.0000"), null));
    assertThat(refused.postingNo()).isZero();
    assertThat(refused.multiplier()).isEqualTo("1.0000");
  }

  /** Whether it was used before it was withdrawn or not, so that it is missing now. */
  @Test
  void theChangesOfACertificationAddUpToItsMassInForce() {
    List<Entry> entries =
        List.of(
            certify(1, 1, "370902", "10"),
            certify(2, 2, "370902", "6"),
            allocate(3, 3, "370902", "9", "P1"),
            adjust(4, 4, "4", 1),
            certify(5, 5, "370902", "2"),
            reverse(6, 6, 2),
            adjust(7, 7, "5", 1));
    assertThat(
            of(PoolEntry.class, rows(entries)).stream()
                .filter(e -> e.movement().certifiedChangeT() != null)
                .collect(
                    Collectors.toMap(
                        e -> e.lot().certificationNo() + " of " + e.lot().reductionYear(),
                        e -> e.movement().certifiedChangeT(),
                        BigDecimal::add)))
        .containsOnly(
            Map.entry("1 of 2024", new BigDecimal("5.0000")),
            Map.entry("2 of 2024", new BigDecimal("0.0000")),
            Map.entry("5 of 2024", new BigDecimal("2.0000")));
  }

  @Test
  void theCityPoolIsToldByOriginAndInAll() {
    LocalDate march = LocalDate.of(2024, 3, 1);
    assertThat(of(CityBalanceMonth.class, rows(ENTRIES)))
        .filteredOn(m -> m.dataDay().equals(march))
        .extracting(m -> m.originCountyCode() + " " + m.balanceT())
        .containsExactlyInAnyOrder("370902 1.0000", "370911 0.0000", "ALL 1.0000");
  }

  @Test
  void aTaskAloneMakesAYearAndAYearWithoutTaskIsNotJudged() {
    List<CountyYear> years =
        of(
            CountyYear.class,
            rows(
                List.of(certify(1, 1, "370902", "10"), certify(2, 1, "370911", "1")),
                task("370902", 2024, "30.0000"),
                task("370921", 2024, "0.0000")));

    assertThat(years)
        .extracting(
            y ->
                "%s %d: %s of %s, %s left, %s %%, %s"
                    .formatted(
                        y.countyCode(),
                        y.year(),
                        y.certifiedT(),
                        y.taskT(),
                        y.remainingT(),
                        y.donePercent(),
                        y.isTaskMet()))
        .containsExactly(
            "370902 2024: 10.0000 of 30.0000, 20.0000 left, 33.3333 %, false",
            "370911 2024: 1.0000 of null, null left, null %, null",
            "370921 2024: 0.0000 of 0.0000, 0.0000 left, null %, true");
  }

  @Test
  void noEntriesStillGiveTheTasks() {
    assertThat(rows(List.of(), task("370902", 2024, "5.0000")))
        .singleElement()
        .isInstanceOf(CountyYear.class);
  }

  @Test
  void aHundredThousandEntriesTakeAtMostTenSeconds() {
    List<Entry> entries = LedgerBench.entries(100_000);
    long start = System.nanoTime();
    long[] rows = new long[1];

    LedgerTables.of(
        entries,
        Ledgers.rules().withValidities(List.of(Ledgers.validFor(24))),
        List.of(),
        row -> rows[0]++);

    assertThat(rows[0]).isGreaterThan(100_000);
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(10);
  }
}
