package org.dawen.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dawen.lake.Message;
import org.dawen.lake.SqlEngine;

/**
 * The checks of a report, {@code checks/<report>.sql}: of each its name, what is looked for and
 * what to do about it as lines of comment, then the statement whose first column names the
 * offenders. Where Java looks for them there is no statement.
 */
final class Checks {
  private Checks() {}

  /**
   * Makes all checks of a report, in their order.
   *
   * @param words what stands for {@code {word}} in statements, and the values of their sentences
   * @param found offenders of the checks without a statement, by name
   */
  static void make(
      String report,
      Findings f,
      SqlEngine engine,
      Map<String, String> words,
      Map<String, ? extends List<?>> found) {
    Set<String> left = new HashSet<>(found.keySet());
    for (Check check : checks(report, words)) {
      boolean isFound = check.sql.isEmpty();
      if (isFound && !left.remove(check.name)) {
        throw new IllegalStateException("nobody looks for " + check.name);
      }
      String key = "check." + report + "." + check.name;
      Object[] values = words.values().toArray();
      f.add(
          check.name,
          Message.of(key, values),
          isFound ? found.get(check.name).iterator() : Ask.each(engine, check.sql),
          Message.of(key + ".remedy", values));
    }
    if (!left.isEmpty()) {
      throw new IllegalStateException("checks/" + report + ".sql does not name " + left);
    }
  }

  private record Check(String name, String sql) {}

  private static List<Check> checks(String report, Map<String, String> words) {
    List<Check> checks = new ArrayList<>();
    for (String check : filled(report, words).strip().split("\n\n")) {
      String[] parts = check.split("\n", 2);
      checks.add(
          new Check(
              parts[0].replaceFirst("^-- ", ""),
              parts.length == 1 ? "" : parts[1].replaceFirst(";$", "")));
    }
    return checks;
  }

  private static String filled(String report, Map<String, String> words) {
    String text = text("/checks/" + report + ".sql");
    for (Map.Entry<String, String> word : words.entrySet()) {
      text = text.replace("{" + word.getKey() + "}", word.getValue());
    }
    return text;
  }

  private static String text(String resource) {
    try (InputStream in = Checks.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
