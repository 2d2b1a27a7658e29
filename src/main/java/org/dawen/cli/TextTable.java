package org.dawen.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.dawen.lake.Message;
import org.jline.utils.WCWidth;

/** Lines up columns on a terminal; Chinese characters take two places. */
final class TextTable {
  private TextTable() {}

  /**
   * The table as lines.
   *
   * @param isNumber which columns stand to the right
   */
  static String of(List<String> headings, List<List<String>> rows, IntPredicate isNumber) {
    List<List<String>> all = new ArrayList<>();
    all.add(headings);
    all.addAll(rows);
    int[] widths = new int[headings.size()];
    for (List<String> row : all) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    StringBuilder out = new StringBuilder();
    for (int r = 0; r < all.size(); r++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = all.get(r).get(i);
        String padding = " ".repeat(widths[i] - width(cell));
        line.append(i == 0 ? "" : "  ").append(isNumber.test(i) ? padding + cell : cell + padding);
      }
      out.append(line.toString().stripTrailing()).append('\n');
      if (r == 0) {
        int total = java.util.Arrays.stream(widths).sum() + 2 * (widths.length - 1);
        out.append("-".repeat(Math.max(1, total))).append('\n');
      }
    }
    return out.toString();
  }

  /** Headings of a table in the language of the run; in the bundles they are separated by bars. */
  static List<String> headings(String key) {
    return List.of(Message.of(key).text().split(" \\| "));
  }

  static int width(String text) {
    return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
  }
}
