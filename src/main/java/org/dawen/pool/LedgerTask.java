package org.dawen.pool;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import com.esotericsoftware.kryo.io.Output;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.RowBytes;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;

/**
 * Computes a long ledger in one task. Its rows leave in chunks of bytes, so that the one task that
 * cannot be divided does nothing but the ledger; other tasks unpack and write them.
 */
final class LedgerTask implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;
  private static final String TABLE = "table_no";
  private static final String PART = "part_no";
  private static final String BYTES = "row_bytes";
  private static final StructType CHUNK =
      new StructType()
          .add(TABLE, DataTypes.IntegerType)
          .add(PART, DataTypes.IntegerType)
          .add(BYTES, DataTypes.BinaryType);
  private static final int CHUNK_BYTES = 1 << 18;

  /** In place of a table's number: the saved state does not fit the records. */
  private static final int STATE_DOES_NOT_FIT = -1;

  private final LedgerRules rules;
  private final List<ReductionTask> tasks;
  private final DaySet days;
  private final SavedLedgers saved;
  private final YearMonth goesOnAfter;

  private LedgerTask(
      LedgerRules rules,
      List<ReductionTask> tasks,
      DaySet days,
      SavedLedgers saved,
      YearMonth goesOnAfter) {
    this.rules = rules;
    this.tasks = new ArrayList<>(tasks);
    this.days = days;
    this.saved = saved;
    this.goesOnAfter = goesOnAfter;
  }

  /**
   * The ledger in chunks: ask {@link #counted} for the rows of a table.
   *
   * @param received all records; to go on from a saved month, those of later days
   * @param days days whose rows are asked for
   * @param saved where ledgers are saved; null: nowhere
   * @param goesOnAfter the saved month to go on from; null: from the beginning
   */
  static Dataset<Row> compute(
      Dataset<Row> received,
      LedgerRules rules,
      List<ReductionTask> tasks,
      DaySet days,
      SavedLedgers saved,
      YearMonth goesOnAfter) {
    return received
        .coalesce(1)
        .mapPartitions(new LedgerTask(rules, tasks, days, saved, goesOnAfter), Encoders.row(CHUNK));
  }

  /** Runs the ledger and counts the chunks of each table. */
  static Counted counted(Dataset<Row> chunks) {
    Map<Integer, Long> counts = new HashMap<>();
    Lake.all(chunks.groupBy(TABLE).agg(count(lit(1)).as("chunks")))
        .forEach(r -> counts.put((int) r.whole(TABLE), r.whole("chunks")));
    return new Counted(chunks, counts);
  }

  /** A ledger in chunks. */
  record Counted(Dataset<Row> chunks, Map<Integer, Long> counts) {
    /** So many chunks are worth a task of their own. */
    private static final int FEW_CHUNKS = 16;

    /** False if the saved ledger does not fit the records: compute from the beginning. */
    boolean fits() {
      return !counts.containsKey(STATE_DOES_NOT_FIT);
    }

    /** The rows of one table, many of them side by side. */
    Dataset<Row> rowsOf(Table table) {
      int number = PoolTables.ALL.indexOf(table);
      int cores = chunks.sparkSession().sparkContext().defaultParallelism();
      long tasks = Math.min(cores, counts.getOrDefault(number, 0L) / FEW_CHUNKS);
      Dataset<Row> own = chunks.where(col(TABLE).equalTo(number));
      return (tasks > 1 ? own.repartition((int) tasks, col(PART)) : own)
          .flatMap(new Unpack(table.rowSchema()), Encoders.row(table.rowSchema()));
    }
  }

  @Override
  public Iterator<Row> call(Iterator<Row> received) {
    Iterable<TableRow> once = () -> TableRow.each(received);
    List<Entry> entries =
        PoolRules.entries(StreamSupport.stream(once.spliterator(), false)).toList();
    LedgerRun run =
        new LedgerRun(tasks, days, saved == null ? LedgerRun.Saver.none() : saved::monthOver);
    Optional<Ledger> ledger =
        goesOnAfter == null
            ? Optional.of(new Ledger(entries, rules, run))
            : saved.goOn(goesOnAfter, entries, rules, run);
    if (ledger.isEmpty()) {
      return List.of(RowFactory.create(STATE_DOES_NOT_FIT, 0, new byte[0])).iterator();
    }
    run.follow(ledger.get());
    return new Chunks(run, ledger.get());
  }

  /** Packs the rows of a run, table by table. */
  private static final class Chunks implements Iterator<Row> {
    /** Postings are told apart by time, so that each task writes neighbouring days. */
    private static final int PARTS = 16;

    private final LedgerRun run;
    private final Ledger ledger;
    private final List<RowBytes> formats;
    private final List<Output> open;
    private int chunks;
    private int part;

    Chunks(LedgerRun run, Ledger ledger) {
      this.run = run;
      this.ledger = ledger;
      this.formats = PoolTables.ALL.stream().map(t -> new RowBytes(t.rowSchema())).toList();
      this.open = PoolTables.ALL.stream().map(t -> new Output(CHUNK_BYTES, -1)).toList();
    }

    @Override
    public boolean hasNext() {
      return run.hasNext() || open.stream().anyMatch(o -> o.position() > 0);
    }

    @Override
    public Row next() {
      while (run.hasNext()) {
        LedgerRows.Filled filled = run.next();
        int table = PoolTables.ALL.indexOf(filled.table());
        formats.get(table).write(open.get(table), filled.row());
        if (open.get(table).position() >= CHUNK_BYTES) {
          return packed(table);
        }
      }
      for (int table = 0; table < open.size(); table++) {
        if (open.get(table).position() > 0) {
          return packed(table);
        }
      }
      throw new NoSuchElementException();
    }

    private Row packed(int table) {
      byte[] bytes = open.get(table).toBytes();
      open.get(table).clear();
      boolean isOfPostings = PoolTables.ALL.get(table).equals(PoolTables.ENTRY);
      int of = isOfPostings ? part : chunks++ % PARTS;
      part = ledger.partDone(PARTS);
      return RowFactory.create(table, of, bytes);
    }
  }

  /** Unpacks the rows of chunks. */
  private static final class Unpack implements FlatMapFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    private final StructType type;

    Unpack(StructType type) {
      this.type = type;
    }

    @Override
    public Iterator<Row> call(Row chunk) {
      return new RowBytes(type).each(chunk, BYTES);
    }
  }
}
