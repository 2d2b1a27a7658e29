package org.dawen.cli;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dawen.intake.Feeds;
import org.dawen.intake.FileLedgerTables;
import org.dawen.intake.LandingIntake;
import org.dawen.lake.Lake;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryFile;
import org.dawen.run.OpsTables;
import org.dawen.run.Runner;
import org.dawen.run.Settings;

/**
 * Sets a table aside, whatever is wrong with it, so that the next night makes it anew: a result
 * from its inputs, a received table from the landing folder. What hangs together goes together
 * (docs/decisions/0046).
 */
final class Rebuild {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private Rebuild() {}

  /** The tables that were set aside, with the folder where each lies now. */
  static Map<String, String> setAside(Lake lake, Collection<Table> named, Settings settings) {
    String stamp = STAMP.format(LocalDateTime.now(ZoneId.of("Asia/Shanghai")));
    Set<Table> tables = new LinkedHashSet<>();
    named.forEach(t -> tables.addAll(with(t)));
    if (!tables.contains(FileLedgerTables.LANDING_FILE)) {
      // Noted first: a kill behind this only makes the next night read more than it must.
      named.stream()
          .filter(Rebuild::isReadAgain)
          .forEach(t -> LandingIntake.readAgain(lake, t, settings, "rebuild-" + stamp));
    }
    Map<String, String> places = new LinkedHashMap<>();
    for (Table each : tables) {
      if (lake.hasFolder(each)) {
        places.put(each.name(), lake.setAside(each, stamp));
      }
    }
    if (tables.contains(FileLedgerTables.LANDING_FILE)) {
      LandingIntake.keepOpen(lake, "rebuild-" + stamp);
    }
    if (!tables.contains(OpsTables.JOB_RUN)) {
      Runner.bookSetAside(lake, tables, "rebuild-" + stamp);
    }
    return places;
  }

  private static boolean isReadAgain(Table table) {
    return table.equals(FileLedgerTables.REJECT)
        || RegistryFile.tables().contains(table)
        || Feeds.received().contains(table);
  }

  private static List<Table> with(Table table) {
    List<Table> tables = new ArrayList<>(List.of(table));
    if (table.equals(FileLedgerTables.LANDING_FILE)) {
      // Without the ledger nobody knows which files gave which rows.
      tables.add(FileLedgerTables.REJECT);
      tables.addAll(RegistryFile.tables());
      tables.addAll(Feeds.received());
    } else if (table.equals(OpsTables.DATA_CHECK)) {
      // Days are checked when they are written: without the journal all of them are.
      tables.add(OpsTables.JOB_RUN);
    }
    return tables;
  }
}
