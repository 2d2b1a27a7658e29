package org.dawen.pool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The accounts of one pollutant. */
final class Book {
  final String pollutant;
  final Map<String, Holding> retained = new TreeMap<>();
  final Map<String, Holding> pool = new TreeMap<>();
  final Map<String, Tally> tallies = new TreeMap<>();
  final Map<List<String>, ProjectNeed> projects = new LinkedHashMap<>();
  final Map<String, List<Allotment>> allotmentsByProject = new HashMap<>();
  final List<Certification> certifications = new ArrayList<>();

  Book(String pollutant) {
    this.pollutant = pollutant;
  }

  Holding retainedBy(String county) {
    return retained.computeIfAbsent(county, c -> new Holding(c, false));
  }

  Holding poolOf(String county) {
    return pool.computeIfAbsent(county, c -> new Holding(c, true));
  }

  Tally tally(String county) {
    return tallies.computeIfAbsent(county, Tally::new);
  }

  ProjectNeed need(String project, String county) {
    return projects.computeIfAbsent(
        List.of(project, county), k -> new ProjectNeed(project, county, pollutant));
  }

  long cityBalance() {
    return pool.values().stream().mapToLong(h -> h.balance).sum();
  }

  /** The lot of the city pool whose turn it is, from whichever county; null if there is none. */
  Certification.Lot firstOfCity() {
    Certification.Lot first = null;
    for (Holding h : pool.values()) {
      if (!h.ready.isEmpty()) {
        Certification.Lot lot = h.ready.first();
        if (first == null || lot.compareTo(first) < 0) {
          first = lot;
        }
      }
    }
    return first;
  }
}
