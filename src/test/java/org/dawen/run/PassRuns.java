package org.dawen.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.dawen.lake.ContentHash;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Table;
import org.dawen.lake.TestRows;
import org.dawen.lake.WrittenFile;

/** Runs one pass over days of a lake and commits what it gives, for tests of any room. */
public final class PassRuns {
  private PassRuns() {}

  /** All parts of a pass for these days, as the runner chooses by size. */
  public static void run(Lake lake, Pass pass, DaySet days, Settings settings) {
    run(lake, pass, days, settings, PassRun::compute);
  }

  /**
   * The tables of a pass are the same whether it is computed here or in one, two or seven tasks.
   *
   * @return how many rows each has, by name
   */
  public static Map<String, Integer> assertSameInTasks(
      Lake lake, Pass pass, DaySet days, Settings settings) {
    long read = run(lake, pass, days, settings, PassRun::compute);
    Map<String, List<String>> here = contents(lake, pass);
    for (int tasks : List.of(1, 2, 7)) {
      assertThat(run(lake, pass, days, settings, r -> r.inTasks(tasks))).isEqualTo(read);
      assertThat(contents(lake, pass)).as("%d tasks", tasks).isEqualTo(here);
    }
    Map<String, Integer> counts = new TreeMap<>();
    here.forEach((table, rows) -> counts.put(table, rows.size() - 1));
    return counts;
  }

  /** The rows of followed tables it read. */
  private static long run(
      Lake lake,
      Pass pass,
      DaySet days,
      Settings settings,
      Function<PassRun, Map<String, List<WrittenFile>>> computing) {
    Map<JobSpec, DaySet> due = new LinkedHashMap<>();
    pass.spec().parts().forEach(part -> due.put(part, days));
    PassRun run = new PassRun(lake, pass, due, settings);
    Map<String, List<WrittenFile>> files = computing.apply(run);
    due.keySet()
        .forEach(
            part ->
                part.writes().forEach(t -> lake.commit(t, days, files.get(t.name()), part.name())));
    return run.rowsIn();
  }

  /** Of each table the hash, then its rows in some order. */
  private static Map<String, List<String>> contents(Lake lake, Pass pass) {
    Map<String, List<String>> contents = new TreeMap<>();
    for (Class<? extends Record> type : pass.spec().gives()) {
      List<String> rows = new ArrayList<>();
      lake.rows(Table.of(type), type, DaySet.ALWAYS)
          .forEach(row -> rows.add(TestRows.cells(row).toString()));
      rows.sort(null);
      rows.add(0, ContentHash.of(lake, Table.of(type)));
      contents.put(Table.of(type).name(), rows);
    }
    return contents;
  }
}
