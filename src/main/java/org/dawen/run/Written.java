package org.dawen.run;

import java.util.ArrayList;
import java.util.List;
import org.dawen.lake.Commit;
import org.dawen.lake.DaySet;

/** What a run wrote into one table: the days it replaced and the data files it added. */
final class Written {
  private DaySet days = DaySet.NONE;
  private final List<String> files = new ArrayList<>();

  void add(DaySet replaced, List<Commit> commits) {
    days = days.union(replaced);
    commits.forEach(c -> files.addAll(c.files()));
  }

  DaySet days() {
    return days;
  }

  List<String> files() {
    return files;
  }
}
