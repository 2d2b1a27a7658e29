package org.dawen.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dawen.lake.KeyScan;
import org.dawen.lake.Table;

/** Checks on what was written: computed once, written, then looked at. */
final class Checks {
  /** A key must name one row. */
  static final String KEY_NAMES_ONE_ROW = "key_names_one_row";

  private static final int MOST_OFFENDERS_SHOWN = 20;

  private Checks() {}

  /**
   * The days on which a key names several rows, with their files.
   *
   * @param twice what {@link KeyScan} found
   * @param first the first of the days written, for a table without days
   */
  static List<DataCheck> keyNamesOneRow(Table table, List<KeyScan.Twice> twice, LocalDate first) {
    Map<LocalDate, List<KeyScan.Twice>> byDay =
        twice.stream()
            .collect(
                Collectors.groupingBy(
                    t -> t.day() == null ? first : t.day(), TreeMap::new, Collectors.toList()));
    List<DataCheck> rows = new ArrayList<>();
    byDay.forEach(
        (day, keys) ->
            rows.add(
                new DataCheck(
                    table.name(),
                    KEY_NAMES_ONE_ROW,
                    day,
                    (long) keys.size(),
                    keys.stream()
                        .limit(MOST_OFFENDERS_SHOWN)
                        .map(Checks::shown)
                        .collect(Collectors.joining("; ")))));
    return rows;
  }

  private static String shown(KeyScan.Twice key) {
    return key.fileIds().isEmpty()
        ? key.key()
        : key.fileIds().stream()
            .limit(MOST_OFFENDERS_SHOWN)
            .collect(Collectors.joining(", ", key.key() + " (", ")"));
  }
}
