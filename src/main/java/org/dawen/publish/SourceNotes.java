package org.dawen.publish;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the numbers of a page are stored: each table and each summary has the number of a note, and
 * the notes are a list at the end of the page. The list is shown on demand, and always in print.
 */
final class SourceNotes {
  private record Note(String id, Said about, String source) {}

  private final List<Note> notes = new ArrayList<>();

  /**
   * Notes the source of a table or a summary.
   *
   * @param id unique on the page
   * @param source tables, columns and conditions
   * @return the number of the note, which leads to it; its tooltip is the source
   */
  String mark(String id, Said about, String source) {
    notes.add(new Note(id, about, source));
    return "<sup><a href=\"#source-%s\" title=\"%s\">%d</a></sup>"
        .formatted(id, Html.escaped(source), notes.size());
  }

  /** The list and what shows it. */
  String list() {
    StringBuilder out = new StringBuilder();
    out.append("<input type=\"checkbox\" id=\"show-sources\"><label for=\"show-sources\">")
        .append(Html.both("显示数据来源", "Show sources of the numbers"))
        .append("</label>\n<ol class=\"sources\">\n");
    for (int i = 0; i < notes.size(); i++) {
      Note note = notes.get(i);
      out.append("<li id=\"source-%s\" value=\"%d\">".formatted(note.id(), i + 1))
          .append(Html.both(note.about().zh(), note.about().en()))
          .append(" <code>")
          .append(Html.escaped(note.source()))
          .append("</code></li>\n");
    }
    return out.append("</ol>\n").toString();
  }
}
