package org.dawen.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

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

  static int width(String text) {
    return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int c) {
    return c >= 0x1100 && c <= 0x115F
        || c >= 0x2E80 && c <= 0xA4CF
        || c >= 0xAC00 && c <= 0xD7A3
        || c >= 0xF900 && c <= 0xFAFF
        || c >= 0xFE30 && c <= 0xFE6F
        || c >= 0xFF00 && c <= 0xFF60
        || c >= 0xFFE0 && c <= 0xFFE6
        || c >= 0x1F300 && c <= 0x3FFFD;
  }
}
