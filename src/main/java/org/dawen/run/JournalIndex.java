package org.dawen.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Entries of the journal by what they are about, in the order in which they were written. */
final class JournalIndex {
  private final Map<String, List<JournalEntry.Touch>> touches = new LinkedHashMap<>();
  private final Map<String, List<JournalEntry.Done>> done = new LinkedHashMap<>();

  static JournalIndex of(Collection<? extends JournalEntry> entries) {
    JournalIndex index = new JournalIndex();
    entries.stream().sorted(Comparator.comparingLong(JournalEntry::seq)).forEach(index::add);
    return index;
  }

  /** Adds an entry newer than all others. */
  void add(JournalEntry entry) {
    if (entry instanceof JournalEntry.Touch touch) {
      touches.computeIfAbsent(touch.table(), t -> new ArrayList<>()).add(touch);
    } else if (entry instanceof JournalEntry.Done d) {
      done.computeIfAbsent(d.job(), j -> new ArrayList<>()).add(d);
    }
  }

  List<JournalEntry.Touch> touches(String table) {
    return touches.getOrDefault(table, List.of());
  }

  /** The last word on a table; null if there is none. */
  JournalEntry.Touch lastTouch(String table) {
    List<JournalEntry.Touch> all = touches(table);
    return all.isEmpty() ? null : all.get(all.size() - 1);
  }

  List<JournalEntry.Done> done(String job) {
    return done.getOrDefault(job, List.of());
  }

  /** The tables that were ever touched. */
  Set<String> tables() {
    return touches.keySet();
  }

  boolean isEmpty() {
    return touches.isEmpty() && done.isEmpty();
  }

  void clear() {
    touches.clear();
    done.clear();
  }
}
