package org.dawen.run;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.dawen.lake.DaySet;

/**
 * A plain function from the rows of one entity to rows of tables: the rows of a station's day, of
 * an outlet's hours. The runner brings the rows of an entity together, calls the rule, tests the
 * declared constraints, writes and commits; the pass only says how rows follow from rows, and its
 * rows never show how many tasks ran it. A pass has no state: tasks make their own.
 */
public interface Pass extends Serializable {
  /** What it reads and gives. Asked often; must always answer the same. */
  PassSpec spec();

  /** Makes the rule from what it judges by; once a task. */
  Rule rule(References references);

  /** How the rows of one entity become rows of tables. */
  @FunctionalInterface
  interface Rule extends AutoCloseable {
    void compute(Entity entity, Out out);

    /** No entity of the task is left. */
    @Override
    default void close() {}
  }

  /**
   * Of due days those that can have rows, by the reference tables; for the others nothing is read
   * and no row is written.
   */
  default DaySet concerned(DaySet due, References references) {
    return due;
  }

  /**
   * The keys of the entities that can give rows, by what is looked up; null: any. Rows of others
   * are left out when they are read, and nothing is read if there are none.
   */
  default Set<String> concernedKeys(References references) {
    return null;
  }

  /** Its tables as the planner, the command line and the journal know them. */
  default List<Job> jobs() {
    return spec().parts().stream().map(part -> new Job(this, part)).toList();
  }
}
