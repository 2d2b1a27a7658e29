package org.dawen.run;

import com.google.common.collect.AbstractIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.ShuffledRDD;
import org.apache.spark.serializer.KryoSerializer;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.RecordBytes;
import org.dawen.lake.Rows;
import org.dawen.lake.Table;
import org.dawen.lake.WrittenFile;
import scala.Tuple2;

/**
 * One pass over the days that are due: reads, brings the rows of each entity together, computes and
 * writes files; committing is left to who called. Few rows are computed here, many in tasks of
 * Spark, by the same {@link PassTask}.
 */
final class PassRun {
  /** Length of all files up to which one thread is quicker than tasks. */
  private static final long SMALL_BYTES = 4L << 20;

  /** Length of files a task computes; its rows in memory take some ten times as much. */
  private static final long BYTES_A_TASK = 8L << 20;

  /** Rows of one key that go together from the task that reads to the one that computes. */
  private static final int MOST_BYTES_TOGETHER = 16 << 10;

  private final Lake lake;
  private final Pass pass;
  private final PassSpec spec;
  private final Map<JobSpec, DaySet> due;
  private final Settings settings;
  private final List<Rows<?>> followed = new ArrayList<>();
  private final PassTask task;
  private long rowsIn;

  /**
   * Prepares a run.
   *
   * @param due the days to compute of each part, of those that have any
   */
  PassRun(Lake lake, Pass pass, Map<JobSpec, DaySet> due, Settings settings) {
    this.lake = lake;
    this.pass = pass;
    this.spec = pass.spec();
    this.due = due;
    this.settings = settings;
    References wide = references(due);
    Map<JobSpec, DaySet> concerned = new LinkedHashMap<>();
    due.forEach((part, days) -> concerned.put(part, pass.concerned(days, wide)));
    References references = concerned.equals(due) ? wide : references(concerned);
    Set<String> keys = pass.concernedKeys(references);
    spec.follows()
        .forEach(
            f -> {
              boolean isNone = keys != null && keys.isEmpty();
              DaySet days = isNone ? DaySet.NONE : inputDays(f.table(), concerned);
              followed.add(lake.rows(f.table(), f.type(), days));
            });
    this.task = new PassTask(pass, references, keys == null ? null : new HashSet<>(keys), given());
  }

  /** The days of a followed table that these days of the parts ask for. */
  private static DaySet inputDays(Table table, Map<JobSpec, DaySet> wanted) {
    return DaySet.unionOf(
        wanted.entrySet().stream()
            .filter(e -> e.getKey().follows().contains(table))
            .map(e -> e.getKey().reachOf(table).inputDays(e.getValue()))
            .toList());
  }

  /** A table that a part follows is looked up on the days asked for, a reference table whole. */
  private DaySet daysOf(Table lookedUp, Map<JobSpec, DaySet> wanted) {
    boolean isFollowed = spec.parts().stream().anyMatch(p -> p.follows().contains(lookedUp));
    return isFollowed ? inputDays(lookedUp, wanted) : DaySet.ALWAYS;
  }

  private References references(Map<JobSpec, DaySet> wanted) {
    Map<Class<?>, Rows<?>> rows = new HashMap<>();
    spec.looksUp()
        .forEach(
            l -> rows.put(l.type(), lake.rows(l.table(), l.type(), daysOf(l.table(), wanted))));
    Map<String, DaySet> present = new HashMap<>();
    spec.asksDaysOf()
        .forEach(t -> present.put(t.name(), lake.daysPresent(t, inputDays(t, wanted))));
    Map<Class<?>, DaySet> days = new HashMap<>();
    spec.gives().forEach(type -> days.put(type, dueDaysOf(type)));
    List<String> keys =
        spec.parts().stream().flatMap(p -> p.settings().stream()).distinct().toList();
    return new References(rows, settings.only(keys), days, present);
  }

  private DaySet dueDaysOf(Class<? extends Record> type) {
    return due.entrySet().stream()
        .filter(e -> e.getKey().writes().contains(Table.of(type)))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(DaySet.NONE);
  }

  private ArrayList<PassTask.Given> given() {
    ArrayList<PassTask.Given> given = new ArrayList<>();
    for (Class<? extends Record> type : spec.gives()) {
      if (!dueDaysOf(type).isEmpty()) {
        given.add(new PassTask.Given(lake.place(type), dueDaysOf(type)));
      }
    }
    return given;
  }

  /** Rows of entities read; known after {@link #compute}. */
  long rowsIn() {
    return rowsIn;
  }

  /** Computes and writes; the files by name of table. */
  Map<String, List<WrittenFile>> compute() {
    long bytes = followed.stream().mapToLong(Rows::bytes).sum();
    return bytes <= SMALL_BYTES || spec.isWhole()
        ? task.compute(entitiesHere())
        : inTasks((int) Math.min(2_000, 1 + bytes / BYTES_A_TASK));
  }

  private Iterator<Entity> entitiesHere() {
    TreeMap<String, Entity> entities = new TreeMap<>();
    if (spec.isWhole()) {
      entities.put(Entity.WHOLE, new Entity(Entity.WHOLE, spec.follows()));
    }
    for (int i = 0; i < followed.size(); i++) {
      gather(i, entities);
    }
    return entities.values().iterator();
  }

  private void gather(int place, Map<String, Entity> entities) {
    Function<Record, String> keys = task.keys(spec.follows().get(place));
    followed
        .get(place)
        .forEach(
            row -> {
              String key = keys.apply(row);
              if (key != null) {
                rowsIn++;
                entities.computeIfAbsent(key, k -> new Entity(k, spec.follows())).add(place, row);
              }
            });
  }

  /**
   * Rows of one file as bytes behind the place of their table, by the key of their entity. Rows
   * that follow each other and have one key, as those of most files do, go together.
   */
  private static Iterator<Tuple2<String, byte[]>> byKey(Rows<?> rows, int place, PassTask task) {
    PassSpec.Followed<?> followed = task.pass().spec().follows().get(place);
    return byKey(rows, place, task.keys(followed), new RecordBytes<>(followed.type()));
  }

  @SuppressWarnings("unchecked")
  private static <R extends Record> Iterator<Tuple2<String, byte[]>> byKey(
      Rows<?> rows, int place, Function<Record, String> keys, RecordBytes<R> bytes) {
    Iterator<R> all = ((Rows<R>) rows).iterator();
    return new AbstractIterator<>() {
      private String key;

      @Override
      protected Tuple2<String, byte[]> computeNext() {
        while (all.hasNext()) {
          R row = all.next();
          String next = keys.apply(row);
          if (next != null) {
            boolean goesOn = next.equals(key) && bytes.length() < MOST_BYTES_TOGETHER;
            Tuple2<String, byte[]> before =
                goesOn || key == null ? null : new Tuple2<>(key, bytes.take());
            if (!goesOn) {
              bytes.begin(place);
              key = next;
            }
            bytes.append(row);
            if (before != null) {
              return before;
            }
          }
        }
        if (key == null) {
          return endOfData();
        }
        Tuple2<String, byte[]> last = new Tuple2<>(key, bytes.take());
        key = null;
        return last;
      }
    };
  }

  /** As {@link #compute}, in so many tasks of Spark whatever the size. */
  Map<String, List<WrittenFile>> inTasks(int tasks) {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(lake.spark().sparkContext());
    List<Tuple2<Integer, Rows<?>>> files = new ArrayList<>();
    for (int place = 0; place < followed.size(); place++) {
      for (Rows<?> ofFile : followed.get(place).byFile()) {
        files.add(new Tuple2<>(place, ofFile));
      }
    }
    PassTask computed = task;
    org.apache.spark.util.LongAccumulator read = spark.sc().longAccumulator();
    JavaPairRDD<String, byte[]> rows =
        files.isEmpty()
            ? JavaPairRDD.fromJavaRDD(spark.emptyRDD())
            : spark
                .parallelize(files, files.size())
                .flatMapToPair(f -> byKey(f._2(), f._1(), computed));
    JavaPairRDD<String, byte[]> together =
        rows.repartitionAndSortWithinPartitions(
            new HashPartitioner(tasks), Comparator.<String>naturalOrder());
    // Java's own serializer writes more for a text and some bytes.
    ((ShuffledRDD<?, ?, ?>) together.rdd()).setSerializer(new KryoSerializer(spark.getConf()));
    List<HashMap<String, List<WrittenFile>>> written =
        together
            .mapPartitions(
                sorted -> {
                  EntitiesOfTask entities = new EntitiesOfTask(computed.pass(), sorted, read);
                  return List.of(computed.compute(entities)).iterator();
                })
            .collect();
    rowsIn = read.value();
    Map<String, List<WrittenFile>> all = new HashMap<>();
    written.forEach(
        w -> w.forEach((t, f) -> all.computeIfAbsent(t, k -> new ArrayList<>()).addAll(f)));
    return all;
  }
}
