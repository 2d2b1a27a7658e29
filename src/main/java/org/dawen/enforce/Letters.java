package org.dawen.enforce;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dawen.lake.DaySet;
import org.dawen.registry.Letter;

/**
 * How many letters are open, day by day. A letter is open from the day it is received to the day
 * before it is closed, and again from the day it is reopened to the day before it is closed again.
 */
final class Letters {
  private static final String ALL = "*";
  private static final String UNKNOWN = "?";
  private static final int REOPENED = 1;

  private Letters() {}

  private record Group(String county, String batch) implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      int order = county.compareTo(other.county);
      return order != 0 ? order : batch.compareTo(other.batch);
    }
  }

  /**
   * The rows of some days, from the first letter to the last change of one.
   *
   * @param later days with other data; after the last change each month has rows up to the last of
   *     them
   */
  static List<LetterDay> of(List<Letter> letters, DaySet days, DaySet later) {
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
    LocalDate last =
        letters.stream()
            .flatMap(l -> Stream.concat(Stream.of(l.receivedOn()), changes(l).stream()))
            .filter(Objects::nonNull)
            .max(LocalDate::compareTo)
            .orElseThrow();
    DaySet months = later.mapRanges(r -> new DaySet.Range(r.from().withDayOfMonth(1), r.to()));
    DaySet known = DaySet.between(first, last).union(months).intersect(DaySet.between(first, null));
    for (LocalDate day : days.intersect(known).days()) {
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

  /**
   * As the day ends. The latest change decides, whatever its column, so that a first closing
   * overwritten by the second leaves no letter open for ever; of changes on one day the order of
   * the columns.
   */
  static boolean isOpen(Letter l, LocalDate day) {
    boolean isOpen = true;
    LocalDate latest = LocalDate.MIN;
    List<LocalDate> changes = changes(l);
    for (int i = 0; i < changes.size(); i++) {
      LocalDate change = changes.get(i);
      if (change != null && !change.isAfter(day) && !change.isBefore(latest)) {
        latest = change;
        isOpen = i == REOPENED;
      }
    }
    return isOpen && !l.receivedOn().isAfter(day);
  }

  /** Days on which its state changed, in the order of the columns; null: it did not. */
  private static List<LocalDate> changes(Letter l) {
    return Arrays.asList(l.closedOn(), l.reopenedOn(), l.closedAgainOn());
  }
}
