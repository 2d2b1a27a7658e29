package org.dawen.run;

import java.util.List;
import java.util.stream.Stream;
import org.dawen.lake.Damage;
import org.dawen.lake.Lake;
import org.dawen.lake.Message;
import org.dawen.lake.SchemaChange;
import org.dawen.lake.Table;
import org.dawen.lake.Trouble;

/**
 * Brings the tables of an older build of Dawen to the columns that are declared now. Columns are
 * added in place (docs/decisions/0094); where anything else differs, a result is recreated, and
 * what is no result stops the run with the command that makes it anew.
 */
final class Upgrade {
  private final Lake lake;
  private final Progress progress;

  Upgrade(Lake lake, Progress progress) {
    this.lake = lake;
    this.progress = progress;
  }

  /** Of tables that come from the landing folder, and those of runs. */
  void requireAdditions(List<Table> tables) {
    List<Damage> others = toBeMadeAnew(tables);
    if (!others.isEmpty()) {
      throw Trouble.usage("damage.trouble", Damage.sentences(others), Damage.remedy(others));
    }
  }

  /** Those of the tables whose columns differ in more than additions. */
  List<Damage> toBeMadeAnew(List<Table> tables) {
    return tables.stream().flatMap(this::toBeMadeAnew).toList();
  }

  private Stream<Damage> toBeMadeAnew(Table table) {
    SchemaChange change = lake.schemaChange(table);
    return change.others().isEmpty() ? Stream.of() : Stream.of(change.asDamage(table));
  }

  /** Adds the columns that the tables do not have yet. */
  void addColumns(List<Table> tables) {
    for (Table table : tables) {
      SchemaChange change = lake.schemaChange(table);
      if (change.isAddition()) {
        lake.addColumns(table);
        progress.step(Message.of("night.new-columns", table, change.added()));
      }
    }
  }
}
