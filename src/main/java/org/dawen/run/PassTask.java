package org.dawen.run;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dawen.lake.DaySet;
import org.dawen.lake.RowSink;
import org.dawen.lake.WrittenFile;

/** Computes entities and writes what they give; the same in the runner and in a task of Spark. */
record PassTask(Pass pass, References references, ArrayList<Given> given) implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * A table of which days are due.
   *
   * @param days the days to replace
   */
  record Given(RowSink.Place<?> place, DaySet days) implements Serializable {
    private static final long serialVersionUID = 1L;
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
