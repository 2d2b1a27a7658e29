package org.dawen.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Refused lines of a registry file, found by the codes they hold or may have held. */
final class RefusedLines {
  private final List<List<WrittenCode>> lines = new ArrayList<>();
  private final Map<String, Set<Integer>> byText = new HashMap<>();
  private final TreeMap<BigDecimal, Set<Integer>> byNumber = new TreeMap<>();
  private BigDecimal mostSlack = BigDecimal.ZERO;

  /**
   * @param refused the lines as received
   */
  RefusedLines(Collection<String> refused) {
    CsvCells cells = new CsvCells();
    refused.forEach(line -> add(cells.of(line)));
  }

  private void add(String[] cells) {
    int line = lines.size();
    lines.add(Arrays.stream(cells).filter(Objects::nonNull).map(WrittenCode::of).toList());
    for (WrittenCode cell : lines.get(line)) {
      byText.computeIfAbsent(cell.text(), t -> new HashSet<>()).add(line);
      if (cell.number() != null) {
        byNumber.computeIfAbsent(cell.number(), n -> new HashSet<>()).add(line);
        mostSlack = mostSlack.max(cell.slack());
      }
    }
  }

  /**
   * True if a line holds all parts of the key, or what a spreadsheet makes of them; any line may
   * hold a key that is nothing but a day.
   */
  boolean mayHold(List<String> key) {
    if (key.isEmpty()) {
      return !lines.isEmpty();
    }
    List<WrittenCode> parts = key.stream().map(WrittenCode::of).toList();
    Set<Integer> near =
        parts.stream().map(this::near).min(Comparator.comparingInt(Set::size)).orElseThrow();
    return near.stream().anyMatch(line -> holds(line, parts));
  }

  private boolean holds(int line, List<WrittenCode> parts) {
    return parts.stream()
        .allMatch(p -> lines.get(line).stream().anyMatch(cell -> cell.mayHaveBeen(p)));
  }

  /** Lines with a cell that is the code, or a number near it. */
  private Set<Integer> near(WrittenCode code) {
    Set<Integer> near = new HashSet<>(byText.getOrDefault(code.text(), Set.of()));
    if (code.number() != null) {
      byNumber
          .subMap(code.number().subtract(mostSlack), true, code.number().add(mostSlack), true)
          .values()
          .forEach(near::addAll);
    }
    return near;
  }
}
