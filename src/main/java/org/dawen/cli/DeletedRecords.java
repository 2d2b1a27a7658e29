package org.dawen.cli;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dawen.lake.Lake;
import org.dawen.lake.Message;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;

/** Says of an explained row that raw records behind it have been deleted ({@link Deletion}). */
final class DeletedRecords {
  /** Rows rest on records of days before their own, too. */
  private static final int MONTHS_BACK = 1;

  private DeletedRecords() {}

  /** Warnings below an explanation; none if every record may still be there. */
  static List<Message> behind(Lake lake, Table table, TableRow row) {
    LocalDate day = table.day() == null ? null : row.day(table.day());
    List<Message> said = new ArrayList<>();
    for (Table received : received(table)) {
      LocalDate from = lake.keptFrom(received);
      if (from != null && (day == null || day.isBefore(from.plusMonths(MONTHS_BACK)))) {
        said.add(Message.of("explain.deleted-records", received, from));
      }
    }
    return said;
  }

  /** The received tables that a table follows from, over any number of tables between. */
  private static Set<Table> received(Table table) {
    Map<String, Table> byName =
        Catalogue.tables().stream().collect(Collectors.toMap(Table::name, Function.identity()));
    Set<Table> seen = new LinkedHashSet<>();
    Deque<Table> open = new ArrayDeque<>(List.of(table));
    while (!open.isEmpty()) {
      Table next = open.pop();
      if (seen.add(next)) {
        next.sources().stream().map(byName::get).filter(t -> t != null).forEach(open::push);
      }
    }
    seen.removeIf(t -> !t.schemaName().equals("received"));
    return seen;
  }
}
