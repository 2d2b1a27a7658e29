package org.dawen.enforce;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dawen.lake.DaySet;
import org.dawen.registry.Letter;

/**
 * How many letters are open, day by day. A letter is open from the day it is received to the day
 * before it is closed, and again from the day it is reopened to the day before it is closed again.
 */
final class Letters {
  private static final String ALL = "*";
  private static final String UNKNOWN = "?";

  private Letters() {}

  private record Group(String county, String batch) implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      int order = county.compareTo(other.county);
      return order != 0 ? order : batch.compareTo(other.batch);
    }
  }

  /** The rows of some days. */
  static List<LetterDay> of(List<Letter> letters, DaySet days) {
    Map<Group, List<Letter>> groups = new TreeMap<>();
    for (Letter letter : letters) {
      for (Group group : groups(letter)) {
        groups.computeIfAbsent(group, g -> new ArrayList<>()).add(letter);
      }
    }
    List<LetterDay> rows = new ArrayList<>();
    LocalDate first =
        letters.stream().map(Letter::receivedOn).min(LocalDate::compareTo).orElse(null);
    if (first == null) {
      return rows;
    }
    for (LocalDate day : days.intersect(DaySet.between(first, null)).days()) {
      groups.forEach((group, of) -> rows.add(row(group, of, day)));
    }
    return rows;
  }

  private static Set<Group> groups(Letter letter) {
    String county = letter.countyCode() == null ? UNKNOWN : letter.countyCode();
    String batch = letter.batch() == null ? UNKNOWN : letter.batch();
    return new LinkedHashSet<>(
        List.of(
            new Group(county, batch),
            new Group(county, ALL),
            new Group(ALL, batch),
            new Group(ALL, ALL)));
  }

  private static LetterDay row(Group group, List<Letter> letters, LocalDate day) {
    int received = 0;
    int closed = 0;
    int reopened = 0;
    int total = 0;
    int open = 0;
    int overdue = 0;
    int due = 0;
    int inTime = 0;
    for (Letter l : letters) {
      boolean isHere = !l.receivedOn().isAfter(day);
      boolean isOpen = isHere && isOpen(l, day);
      received += day.equals(l.receivedOn()) ? 1 : 0;
      closed += day.equals(l.closedOn()) || day.equals(l.closedAgainOn()) ? 1 : 0;
      reopened += day.equals(l.reopenedOn()) ? 1 : 0;
      total += isHere ? 1 : 0;
      open += isOpen ? 1 : 0;
      overdue += isOpen && l.dueOn() != null && l.dueOn().isBefore(day) ? 1 : 0;
      due += day.equals(l.dueOn()) ? 1 : 0;
      inTime += day.equals(l.dueOn()) && isHere && !isOpen ? 1 : 0;
    }
    return new LetterDay(
        group.county(),
        group.batch(),
        day,
        received,
        closed,
        reopened,
        total,
        open,
        total - open,
        overdue,
        due,
        inTime);
  }

  /** As the day ends. */
  static boolean isOpen(Letter l, LocalDate day) {
    boolean isClosed = l.closedOn() != null && !l.closedOn().isAfter(day);
    boolean isReopened = l.reopenedOn() != null && !l.reopenedOn().isAfter(day);
    boolean isClosedAgain = l.closedAgainOn() != null && !l.closedAgainOn().isAfter(day);
    return !l.receivedOn().isAfter(day) && (!isClosed || isReopened && !isClosedAgain);
  }
}
