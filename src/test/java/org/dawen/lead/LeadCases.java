package org.dawen.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dawen.lake.TestRows;
import org.dawen.run.Settings;

/** Cases worked out by hand, as records; and the settings as shipped. */
final class LeadCases {
  static final Settings SHIPPED =
      Settings.read(Path.of(System.getProperty("dawen.home", "."), "jobs/nightly.yaml"));

  private final String folder;

  LeadCases(String result, String name) {
    this.folder = "/golden/" + result + "/" + name + "/";
  }

  /** The rows of {@code given-<name>.csv}; none without such a file. */
  <R extends Record> List<R> given(String name, Class<R> type) {
    String file = folder + "given-" + name + ".csv";
    if (LeadCases.class.getResource(file) == null) {
      return List.of();
    }
    Map<String, String> usual = new HashMap<>(TestRows.zeros(type));
    usual.putAll(Map.of("reason", "r", "reason_zh", "z", "source_table", "x.y"));
    return TestRows.records(type, TestRows.withDefaults(TestRows.csv(file), usual));
  }

  /** As {@link #given}, by key in order. */
  <R extends Record> Map<String, List<R>> given(
      String name, Class<R> type, Function<R, String> key) {
    return given(name, type).stream()
        .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
  }

  /** Compares the columns that {@code expected.csv} names, whatever the order of the rows. */
  void expect(List<? extends Record> computed) {
    List<Map<String, String>> expected = TestRows.csv(folder + "expected.csv");
    assertThat(expected).isNotEmpty();
    List<String> columns = List.copyOf(expected.get(0).keySet());
    assertThat(computed.stream().map(r -> cells(TestRows.cells(r), columns)).toList())
        .as("%s of %s", columns, folder)
        .containsExactlyInAnyOrderElementsOf(
            expected.stream().map(r -> cells(r, columns)).toList());
  }

  private static List<String> cells(Map<String, String> row, List<String> columns) {
    assertThat(row.keySet()).containsAll(columns);
    return columns.stream().map(c -> TestRows.canonical(row.get(c))).toList();
  }
}
