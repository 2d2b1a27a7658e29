package org.dawen.publish;

import java.util.List;

/**
 * One part of the brief.
 *
 * @param summaryZh what a reader in a hurry must know, in Chinese
 * @param summaryEn the same in English
 * @param source tables, columns and conditions of the numbers in the summary; empty: no summary
 * @param pictures names of the pictures above the tables; BriefPage draws them
 * @param sheets shown in full
 * @param folded shown when opened: the figures behind a picture, lists longer than a page
 */
record Section(
    String name,
    String zh,
    String en,
    String summaryZh,
    String summaryEn,
    String source,
    List<String> pictures,
    List<Sheet> sheets,
    List<Sheet> folded) {

  /** About one sheet: its first lines in full and, if it has more, all of them when opened. */
  static Section of(
      String name,
      String zh,
      String en,
      String summaryZh,
      String summaryEn,
      String source,
      Sheet sheet,
      int shown) {
    return new Section(
        name,
        zh,
        en,
        summaryZh,
        summaryEn,
        source,
        List.of(),
        List.of(sheet.first(shown)),
        sheet.lines().size() > shown ? List.of(sheet) : List.of());
  }

  /** Shows the first lines of a sheet and, if it has more, all of them when opened. */
  static void show(Sheet sheet, int most, List<Sheet> sheets, List<Sheet> folded) {
    sheets.add(sheet.first(most));
    if (sheet.lines().size() > most) {
      folded.add(sheet);
    }
  }

  /** As {@link #show}, nothing of a sheet without lines. */
  static void showAny(Sheet sheet, int most, List<Sheet> sheets, List<Sheet> folded) {
    if (!sheet.lines().isEmpty()) {
      show(sheet, most, sheets, folded);
    }
  }
}
