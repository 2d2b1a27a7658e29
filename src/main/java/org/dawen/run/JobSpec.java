package org.dawen.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dawen.lake.Table;

/**
 * What a job declares about itself; reading or writing anything else throws.
 *
 * @param name the table it mainly writes, which is also its name on the command line
 * @param follows tables with days: their days decide which output days exist and are due
 * @param looksUp reference tables with periods of validity: a changed row makes the days due on
 *     which it is or was valid
 * @param writes the tables it replaces, day by day
 * @param reach the output days that one changed day of a followed table touches
 * @param reaches followed tables, by name, with a reach of their own
 * @param settings keys of jobs/*.yaml it reads; another value makes every day due
 * @param standards files under {@code standards/} it judges by; changed law makes every day due
 * @param batchDays most days of a city computed and journaled at once, so that a rebuild stays
 *     within memory; inputs that are small as a whole are computed at once, however many days
 */
public record JobSpec(
    String name,
    List<Table> follows,
    List<Table> looksUp,
    List<Table> writes,
    Reach reach,
    Map<String, Reach> reaches,
    List<String> settings,
    List<String> standards,
    int batchDays) {

  /** A job named after the first table, which it mainly writes. */
  static Builder writes(Table... tables) {
    return new Builder(List.of(tables));
  }

  /** As {@link #writes(Table...)}, by the records that declare the tables. */
  @SafeVarargs
  public static Builder writes(Class<? extends Record>... types) {
    return writes(Stream.of(types).map(Table::of).toArray(Table[]::new));
  }

  /** The names of all tables it reads. */
  public Set<String> inputNames() {
    return Stream.concat(follows.stream(), looksUp.stream())
        .map(Table::name)
        .collect(Collectors.toSet());
  }

  /** The output days that one changed day of this followed table touches. */
  public Reach reachOf(Table followed) {
    return reachOf(followed.name());
  }

  Reach reachOf(String followed) {
    return reaches.getOrDefault(followed, reach);
  }

  /** The reach of every table it follows, and its own. */
  List<Reach> allReaches() {
    return Stream.concat(reaches.values().stream(), Stream.of(reach)).distinct().toList();
  }

  /** Collects a declaration, which {@link PassSpec.Builder#gives} takes. */
  public static final class Builder {
    private final List<Table> writes;
    private final List<Table> follows = new ArrayList<>();
    private final Map<String, Reach> reaches = new LinkedHashMap<>();
    private final List<Table> looksUp = new ArrayList<>();
    private boolean readsOnlyThese;
    private Reach reach = Reach.sameDay();
    private List<String> settings = List.of();
    private List<String> standards = List.of();
    private int batchDays = 366;

    private Builder(List<Table> writes) {
      this.writes = writes;
    }

    /** Of all that its pass reads, only what is named. */
    public Builder follows(Table... tables) {
      readsOnlyThese = true;
      follows.addAll(List.of(tables));
      return this;
    }

    /** Follows tables of which one changed day reaches otherwise than the job's {@link #reach}. */
    public Builder follows(Reach theirReach, Table... tables) {
      follows.addAll(List.of(tables));
      List.of(tables).forEach(t -> reaches.put(t.name(), theirReach));
      return this;
    }

    /** As {@link #follows(Table...)}, of tables that are looked up. */
    public Builder looksUp(Table... tables) {
      readsOnlyThese = true;
      looksUp.addAll(List.of(tables));
      return this;
    }

    /** Unless it names some of them, it reads all these tables: what has days it follows. */
    Builder reading(Collection<Table> tables) {
      tables.stream()
          .filter(t -> !readsOnlyThese && !follows.contains(t))
          .forEach(t -> (t.day() == null ? looksUp : follows).add(t));
      return this;
    }

    public Builder reach(Reach newReach) {
      reach = newReach;
      return this;
    }

    public Builder settings(String... keys) {
      return settings(List.of(keys));
    }

    public Builder settings(List<String> keys) {
      settings = Stream.concat(settings.stream(), keys.stream()).toList();
      return this;
    }

    public Builder standards(String... fileNames) {
      standards = List.of(fileNames);
      return this;
    }

    public Builder batchDays(int most) {
      batchDays = most;
      return this;
    }

    JobSpec build() {
      return new JobSpec(
          writes.get(0).name(),
          List.copyOf(follows),
          List.copyOf(looksUp),
          writes,
          reach,
          Map.copyOf(reaches),
          settings,
          standards,
          batchDays);
    }
  }
}
