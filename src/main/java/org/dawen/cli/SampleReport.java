package org.dawen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dawen.lake.Message;
import org.dawen.lake.SqlEngine;
import org.dawen.lake.Trouble;

/** Precision and recall of the anomaly rules against the answer key of a generated city. */
final class SampleReport {
  /** Vehicles by rule. */
  private record Key(Map<String, Set<String>> planted, Map<String, Set<String>> allowed) {}

  private SampleReport() {}

  /**
   * Prints one line a rule; exit code 4 if something planted was missed or a clean truck listed.
   */
  static int print(SqlEngine engine, Path answers) {
    Key key = read(answers);
    Map<String, Set<String>> found = found(engine);
    Set<String> rules = new TreeSet<>(key.planted().keySet());
    rules.addAll(found.keySet());
    List<List<String>> rows = new ArrayList<>();
    Set<String> wronglyListed = new TreeSet<>();
    boolean isMissed = false;
    for (String rule : rules) {
      Set<String> hits = found.getOrDefault(rule, Set.of());
      Set<String> planted = key.planted().getOrDefault(rule, Set.of());
      Set<String> wrong = new TreeSet<>(hits);
      wrong.removeAll(key.allowed().getOrDefault(rule, Set.of()));
      Set<String> right = new HashSet<>(planted);
      right.retainAll(hits);
      isMissed |= right.size() < planted.size();
      wronglyListed.addAll(wrong);
      rows.add(
          List.of(
              rule,
              String.valueOf(planted.size()),
              String.valueOf(hits.size()),
              share(hits.size() - wrong.size(), hits.size()),
              share(right.size(), planted.size())));
    }
    System.out.print(TextTable.of(TextTable.headings("sample.headings"), rows, i -> i > 0));
    System.out.println(
        wronglyListed.isEmpty()
            ? Message.of("sample.none-wrong").text()
            : Message.of(
                    "sample.wrong", wronglyListed.size(), wronglyListed.stream().limit(20).toList())
                .text());
    return isMissed || !wronglyListed.isEmpty() ? Trouble.Kind.REFUSED.exitCode() : 0;
  }

  private static String share(int part, int whole) {
    return whole == 0 ? "-" : "%.3f".formatted((double) part / whole);
  }

  private static Key read(Path answers) {
    Map<String, Set<String>> planted = new TreeMap<>();
    Map<String, Set<String>> allowed = new HashMap<>();
    try {
      for (String line : Files.readAllLines(answers).stream().skip(1).toList()) {
        String[] cells = line.split(",");
        allowed.computeIfAbsent(cells[1], r -> new HashSet<>()).add(cells[0]);
        if (cells[2].equals("planted")) {
          planted.computeIfAbsent(cells[1], r -> new HashSet<>()).add(cells[0]);
        }
      }
    } catch (IOException | ArrayIndexOutOfBoundsException e) {
      throw Trouble.usage(e, "sample.no-answers", answers);
    }
    return new Key(planted, allowed);
  }

  private static Map<String, Set<String>> found(SqlEngine engine) {
    Map<String, Set<String>> found = new HashMap<>();
    Iterator<Object[]> rows =
        engine.ask("SELECT DISTINCT rule_code, vin FROM diesel.anomaly").rows();
    while (rows.hasNext()) {
      Object[] row = rows.next();
      found.computeIfAbsent((String) row[0], r -> new HashSet<>()).add((String) row[1]);
    }
    return found;
  }
}
