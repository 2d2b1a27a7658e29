package org.dawen.pool;

import static org.apache.spark.sql.functions.col;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.lake.Trouble;
import org.dawen.registry.RegistryTables;
import org.dawen.standard.IndicatorPool;

/** How the tables of the pool follow from entries, standards and registry. */
public final class PoolRules {
  /** More records than these are left to tasks of Spark. */
  private static final int MOST_RECORDS_HERE = 20_000;

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
  public static LedgerRules ledgerRules(Function<Table, Dataset<Row>> lookUp) {
    List<TableRow> multipliers = Lake.all(lookUp.apply(RegistryTables.POOL_MULTIPLIER));
    List<TableRow> validities = Lake.all(lookUp.apply(RegistryTables.POOL_VALIDITY));
    List<TableRow> closings = Lake.all(lookUp.apply(RegistryTables.POOL_CLOSING));
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
  static List<ReductionTask> tasks(Dataset<Row> rows) {
    return Lake.all(rows).stream()
        .map(
            r ->
                new ReductionTask(
                    r.text(RegistryTables.COUNTY_CODE),
                    r.text(RegistryTables.POLLUTANT_CODE),
                    (int) r.whole(RegistryTables.YEAR),
                    Tonnes.units(r.decimal(RegistryTables.TASK_T))))
        .toList();
  }

  /** Rows of {@code received.pool} as entries; equal codes share one text. */
  public static Stream<Entry> entries(Stream<TableRow> received) {
    Map<String, String> texts = new HashMap<>();
    return received.map(
        r ->
            new Entry(
                r.whole(ReceivedTables.ENTRY_NO),
                r.day(ReceivedTables.DATA_DAY),
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

  /**
   * Rows of all tables of the room for the given days. The ledger is one sequence: what stands
   * before a refused entry depends on all entries before, so one task computes it. A ledger of few
   * records is computed here, which spares Spark five plans; of many, the postings go straight from
   * their task into the table, after another has computed the few rows of the other tables.
   *
   * @param once keeps rows until the tables are written
   */
  static Map<Table, Dataset<Row>> tables(
      Dataset<Row> received,
      LedgerRules rules,
      List<ReductionTask> tasks,
      DaySet days,
      UnaryOperator<Dataset<Row>> once) {
    List<TableRow> first = Lake.first(received, MOST_RECORDS_HERE + 1);
    Map<Table, Dataset<Row>> tables = new LinkedHashMap<>();
    if (first.size() <= MOST_RECORDS_HERE) {
      Map<Table, List<Row>> rows = new LinkedHashMap<>();
      PoolTables.ALL.forEach(t -> rows.put(t, new ArrayList<>()));
      new Run(entries(first.stream()).toList(), rules, tasks, days, Set.copyOf(PoolTables.ALL))
          .forEachRemaining(f -> rows.get(f.table()).add(f.row()));
      rows.forEach(
          (t, list) -> tables.put(t, received.sparkSession().createDataFrame(list, t.rowSchema())));
      return tables;
    }
    tables.put(
        PoolTables.ENTRY,
        received
            .coalesce(1)
            .mapPartitions(
                new PostPartition(rules, tasks, days), Encoders.row(PoolTables.ENTRY.rowSchema())));
    List<Table> others = PoolTables.ALL.stream().filter(t -> !t.equals(PoolTables.ENTRY)).toList();
    Dataset<Row> rest = once.apply(ledger(received, rules, tasks, days, others));
    // A large ledger takes half of the memory: it is given back before the next one is computed.
    rest.count();
    others.forEach(t -> tables.put(t, rowsOf(t, rest)));
    return tables;
  }

  /** Rows of several tables in one set. */
  static Dataset<Row> ledger(
      Dataset<Row> received,
      LedgerRules rules,
      List<ReductionTask> tasks,
      DaySet days,
      List<Table> tables) {
    return received
        .coalesce(1)
        .mapPartitions(new KeepLedger(rules, tasks, days, tables), Encoders.row(LedgerRows.TYPE));
  }

  /** The rows of one table. */
  static Dataset<Row> rowsOf(Table table, Dataset<Row> ledger) {
    String column = LedgerRows.columnOf(table);
    return ledger.where(col(column).isNotNull()).select(col(column + ".*"));
  }

  private static List<Entry> entriesOf(Iterator<Row> received) {
    Iterator<TableRow> rows = TableRow.each(received);
    Iterable<TableRow> once = () -> rows;
    return entries(StreamSupport.stream(once.spliterator(), false)).toList();
  }

  private static Iterator<Row> mapped(Run run, Function<LedgerRows.Filled, Row> row) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return run.hasNext();
      }

      @Override
      public Row next() {
        return row.apply(run.next());
      }
    };
  }

  /** Computes the postings from all records of the partition. */
  static final class PostPartition implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    private final LedgerRules rules;
    private final List<ReductionTask> tasks;
    private final DaySet days;

    PostPartition(LedgerRules rules, List<ReductionTask> tasks, DaySet days) {
      this.rules = rules;
      this.tasks = new ArrayList<>(tasks);
      this.days = days;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> received) {
      Run run = new Run(entriesOf(received), rules, tasks, days, Set.of(PoolTables.ENTRY));
      return mapped(run, LedgerRows.Filled::row);
    }
  }

  /** Computes the rows of some tables from all records of the partition. */
  static final class KeepLedger implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    private final LedgerRules rules;
    private final List<ReductionTask> tasks;
    private final DaySet days;
    private final List<Table> tables;

    KeepLedger(LedgerRules rules, List<ReductionTask> tasks, DaySet days, List<Table> tables) {
      this.rules = rules;
      this.tasks = new ArrayList<>(tasks);
      this.days = days;
      this.tables = new ArrayList<>(tables);
    }

    @Override
    public Iterator<Row> call(Iterator<Row> received) {
      Set<Table> asked =
          PoolTables.ALL.stream()
              .filter(t -> tables.stream().anyMatch(a -> a.name().equals(t.name())))
              .collect(java.util.stream.Collectors.toSet());
      Run run = new Run(entriesOf(received), rules, tasks, days, asked);
      return mapped(run, LedgerRows.Filled::amongOthers);
    }
  }

  /** Goes on with the ledger whenever a row is asked for and none is ready. */
  private static final class Run implements Iterator<LedgerRows.Filled>, LedgerListener {
    private final Deque<LedgerRows.Filled> ready = new ArrayDeque<>();
    private final Ledger ledger;
    private final List<ReductionTask> tasks;
    private final DaySet days;
    private final boolean asksPostings;
    private final boolean asksOthers;
    private LocalDate askedDay;
    private boolean isAskedDay;
    private boolean isOver;

    Run(
        List<Entry> entries,
        LedgerRules rules,
        List<ReductionTask> tasks,
        DaySet days,
        Set<Table> asked) {
      this.tasks = tasks;
      this.days = days;
      this.asksPostings = asked.contains(PoolTables.ENTRY);
      this.asksOthers = asked.size() > (asksPostings ? 1 : 0);
      ledger = new Ledger(entries, rules, this);
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && !isOver) {
        if (!ledger.step()) {
          isOver = true;
          if (asksOthers) {
            ledger.projects().forEach(p -> ready.add(LedgerRows.of(p)));
            ledger.countyYears(tasks).forEach(y -> ready.add(LedgerRows.of(y)));
          }
        }
      }
      return !ready.isEmpty();
    }

    @Override
    public LedgerRows.Filled next() {
      hasNext();
      return ready.remove();
    }

    @Override
    public void posted(Posting p) {
      if (asksPostings && isAsked(p.day())) {
        ready.add(LedgerRows.of(p));
      }
    }

    @Override
    public void monthEnded(CountyMonth m) {
      if (asksOthers && isAsked(m.month().atDay(1))) {
        ready.add(LedgerRows.of(m));
      }
    }

    @Override
    public void monthEnded(CityMonth m) {
      if (asksOthers && isAsked(m.month().atDay(1))) {
        ready.add(LedgerRows.of(m));
      }
    }

    private boolean isAsked(LocalDate day) {
      if (!day.equals(askedDay)) {
        askedDay = day;
        isAskedDay = days.contains(day);
      }
      return isAskedDay;
    }
  }
}
