package org.dawen.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.dawen.lake.Table;

/**
 * What a pass declares about itself.
 *
 * @param follows the tables whose rows make its entities
 * @param looksUp tables given to every rule whatever its entity; of a table with days that a part
 *     follows the days read
 * @param asksDaysOf tables with days that a part follows, of which every rule is told on which of
 *     the days read they have rows
 * @param gives records that declare the tables it gives
 * @param parts the tables given, with their reach, settings and standards, as they are due
 * @param isWhole all rows are of one entity, which is computed even if there are none
 */
public record PassSpec(
    List<Followed<?>> follows,
    List<LookedUp<?>> looksUp,
    List<Table> asksDaysOf,
    List<Class<? extends Record>> gives,
    List<JobSpec> parts,
    boolean isWhole) {

  /**
   * A table whose rows belong to entities. A reference table, too, so that what is registered is an
   * entity although nothing else was received of it.
   *
   * @param type a record with the columns wanted
   * @param keys makes, once a task, what tells the entity a row belongs to from the reference
   *     tables; a key of null: none, the row is left out
   * @param order the order in which the rule gets the rows of an entity; null: it asks for none
   */
  public record Followed<R extends Record>(
      Table table,
      Class<R> type,
      Function<References, Function<R, String>> keys,
      Comparator<R> order) {}

  /**
   * A reference table.
   *
   * @param type a record with the columns wanted
   */
  public record LookedUp<R extends Record>(Table table, Class<R> type) {}

  /** Starts a declaration. */
  public static Builder of() {
    return new Builder();
  }

  /** As {@link #of}; all rows are of one entity, which is computed even if there are none. */
  public static Builder ofWhole() {
    Builder whole = new Builder();
    whole.isWhole = true;
    return whole;
  }

  /** Collects a declaration. */
  public static final class Builder {
    private final List<Followed<?>> follows = new ArrayList<>();
    private final List<LookedUp<?>> looksUp = new ArrayList<>();
    private final List<Table> asksDaysOf = new ArrayList<>();
    private final List<JobSpec.Builder> parts = new ArrayList<>();
    private boolean isWhole;

    private Builder() {}

    /** Rows of this table make the entities; of several tables those with the same key. */
    public <R extends Record> Builder follows(Table table, Class<R> type, Function<R, String> key) {
      return follows(table, type, key, null);
    }

    /** As {@link #follows(Table, Class, Function)}, by the record that declares the table. */
    public <R extends Record> Builder follows(Class<R> type, Function<R, String> key) {
      return follows(Table.of(type), type, key);
    }

    /** As {@link #follows(Table, Class, Function)}, in order. */
    public <R extends Record> Builder follows(
        Table table, Class<R> type, Function<R, String> key, Comparator<R> order) {
      follows.add(new Followed<>(table, type, references -> key, order));
      return this;
    }

    /**
     * As {@link #follows(Table, Class, Function)}, where the reference tables tell the entity: rows
     * that name one thing by its code, its device number or its published name.
     */
    public <R extends Record> Builder followsByRegistry(
        Table table, Class<R> type, Function<References, Function<R, String>> keys) {
      follows.add(new Followed<>(table, type, keys, null));
      return this;
    }

    /**
     * All rows of this table belong to one entity, which is computed even if there are none: a
     * ledger, a sheet that follows from the registry.
     */
    public <R extends Record> Builder followsWhole(Table table, Class<R> type) {
      isWhole = true;
      return follows(table, type, row -> Entity.WHOLE);
    }

    public <R extends Record> Builder looksUp(Table table, Class<R> type) {
      looksUp.add(new LookedUp<>(table, type));
      return this;
    }

    /** By the records that declare the tables. */
    @SafeVarargs
    public final Builder looksUp(Class<? extends Record>... types) {
      for (Class<? extends Record> type : types) {
        looksUp(Table.of(type), type);
      }
      return this;
    }

    /** Every rule is told on which of the days read this table has rows. */
    public Builder asksDaysOf(Table table) {
      asksDaysOf.add(table);
      return this;
    }

    /** Tables that are due together. */
    public Builder gives(JobSpec.Builder part) {
      parts.add(part);
      return this;
    }

    public PassSpec build() {
      Set<Table> read = new LinkedHashSet<>();
      follows.forEach(f -> read.add(f.table()));
      looksUp.forEach(l -> read.add(l.table()));
      read.addAll(asksDaysOf);
      List<JobSpec> built = new ArrayList<>();
      List<Class<? extends Record>> gives = new ArrayList<>();
      for (JobSpec.Builder part : parts) {
        JobSpec spec = part.reading(read).build();
        spec.writes().forEach(t -> gives.add(t.type()));
        built.add(spec);
      }
      return new PassSpec(
          List.copyOf(follows),
          List.copyOf(looksUp),
          List.copyOf(asksDaysOf),
          List.copyOf(gives),
          List.copyOf(built),
          isWhole);
    }
  }
}
