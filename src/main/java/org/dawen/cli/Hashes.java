package org.dawen.cli;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dawen.lake.ContentHash;
import org.dawen.lake.Lake;
import org.dawen.lake.Table;

/** What the tables say, a line each: two lakes of the same landing folder have the same. */
public final class Hashes {
  private Hashes() {}

  /**
   * The content hash of every table that landing folder, configuration and code decide, by name:
   * all but the journal. A table that has not been written says the same as an empty one.
   */
  public static Map<String, String> of(Lake lake) {
    return of(lake, List.of());
  }

  /** As {@link #of(Lake)}, without tables that cannot be read. */
  static Map<String, String> of(Lake lake, Collection<Table> damaged) {
    Map<String, String> hashes = new TreeMap<>();
    for (Table table : Catalogue.tables()) {
      if (!table.name().equals("ops.job_run") && !damaged.contains(table)) {
        String hash = ContentHash.of(lake, table);
        hashes.put(table.name(), hash.equals("absent") ? "0:0" : hash);
      }
    }
    return hashes;
  }
}
