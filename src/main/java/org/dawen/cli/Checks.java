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
import org.dawen.lake.Query;

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
   * @param words what stands for {@code {word}} in questions and statements
   * @param found offenders of the checks without a statement, by name
   */
  static void make(
      String report,
      Findings f,
      Query query,
      Map<String, String> words,
      Map<String, List<String>> found) {
    Set<String> left = new HashSet<>(found.keySet());
    for (String check : filled(report, words).strip().split("\n\n")) {
      List<String> comment = new ArrayList<>();
      List<String> statement = new ArrayList<>();
      for (String line : check.split("\n")) {
        (line.startsWith("-- ") ? comment : statement).add(line.replaceFirst("^-- ", ""));
      }
      String name = comment.get(0);
      String question = comment.get(1);
      String remedy = String.join(" ", comment.subList(2, comment.size()));
      if (statement.isEmpty() && !left.remove(name)) {
        throw new IllegalStateException("nobody looks for " + name);
      }
      if (statement.isEmpty()) {
        f.add(name, question, found.get(name), remedy);
      } else {
        String sql = String.join("\n", statement).replaceFirst(";$", "");
        f.add(name, question, Ask.each(query, sql), remedy);
      }
    }
    if (!left.isEmpty()) {
      throw new IllegalStateException("checks/" + report + ".sql does not name " + left);
    }
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
