package org.dawen.run;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dawen.lake.DaySet;
import org.dawen.lake.RowSink;
import org.dawen.lake.WrittenFile;

/**
 * Computes entities and writes what they give; the same in the runner and in a task of Spark.
 *
 * @param concernedKeys null: of all entities
 */
record PassTask(
    Pass pass, References references, HashSet<String> concernedKeys, ArrayList<Given> given)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * A table of which days are due.
   *
   * @param days the days to replace
   */
  record Given(RowSink.Place<?> place, DaySet days) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** What tells the entity of a row that is concerned, else null. */
  @SuppressWarnings("unchecked")
  <R extends Record> Function<Record, String> keys(PassSpec.Followed<R> followed) {
    Function<R, String> keys = followed.keys().apply(references);
    return row -> {
      String key = keys.apply((R) row);
      return concernedKeys == null || concernedKeys.contains(key) ? key : null;
    };
  }

  /** The files written, by name of table. */
  HashMap<String, List<WrittenFile>> compute(Iterator<Entity> entities) {
    List<Class<? extends Record>> declared = pass.spec().gives();
    Map<Class<?>, RowSink<?>> sinks = new LinkedHashMap<>();
    try (Pass.Rule rule = pass.rule(references)) {
      given.forEach(g -> sinks.put(g.place().type(), g.place().open(g.days())));
      Out out =
          row -> {
            RowSink<?> sink = sinks.get(row.getClass());
            if (sink != null) {
              sink.write(row);
            } else if (!declared.contains(row.getClass())) {
              throw new IllegalStateException(
                  "%s does not declare to give %s".formatted(pass.getClass(), row.getClass()));
            }
          };
      while (entities.hasNext()) {
        Entity entity = entities.next();
        entity.sort();
        rule.compute(entity, out);
      }
      HashMap<String, List<WrittenFile>> written = new HashMap<>();
      given.forEach(
          g -> written.put(g.place().table().name(), sinks.get(g.place().type()).finish()));
      return written;
    } finally {
      sinks.values().forEach(RowSink::close);
    }
  }
}
