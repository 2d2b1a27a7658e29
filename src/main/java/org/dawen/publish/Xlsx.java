package org.dawen.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.dawen.lake.SpreadsheetText;
import org.dawen.lake.Trouble;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook of sheets: Chinese titles, below them the names of the columns, both frozen and
 * repeated on each printed page; numbers, days and truths as such, everything else as harmless text
 * ({@link SpreadsheetText}), so that nothing in the data can become a formula. The same sheets give
 * the same bytes.
 */
final class Xlsx {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final int TITLE_ROW = 0;
  private static final int HEADING_ROW = 1;
  private static final int NAME_ROW = 2;
  private static final int FIRST_ROW = 3;
  private static final int MOST_ROWS = 1_048_576;
  private static final int COLUMNS_A_PAGE = 16;
  private static final int MOST_CHARACTERS = 32_767;

  private Xlsx() {}

  /**
   * The bytes of a workbook.
   *
   * @param foot printed at the foot of each page
   */
  static byte[] of(List<Sheet> sheets, String foot) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "Dawen", null)) {
      for (Sheet sheet : sheets) {
        fill(book.newWorksheet(tabName(sheet.zh())), sheet, foot);
      }
      book.finish();
      return TimelessZip.of(bytes.toByteArray());
    } catch (IOException e) {
      throw Trouble.usage(e, "publish.workbook", e);
    }
  }

  /** How many rows of data a sheet can hold. */
  static int mostRows() {
    return MOST_ROWS - FIRST_ROW;
  }

  private static String tabName(String title) {
    String allowed = title.replaceAll("[\\\\/?*\\[\\]:']", " ");
    return allowed.length() > 31 ? allowed.substring(0, 31) : allowed;
  }

  private static void fill(Worksheet ws, Sheet sheet, String foot) {
    List<Field> fields = sheet.fields();
    ws.value(TITLE_ROW, 0, sheet.zh() + "    " + sheet.source());
    ws.style(TITLE_ROW, 0).bold().fontSize(12).set();
    for (int c = 0; c < fields.size(); c++) {
      Field field = fields.get(c);
      ws.value(HEADING_ROW, c, storable(SpreadsheetText.harmless(field.heading())));
      ws.value(NAME_ROW, c, storable(SpreadsheetText.harmless(field.name())));
      int longest = width(field.heading());
      for (int r = 0; r < sheet.lines().size(); r++) {
        Object value = sheet.lines().get(r).at(field.name());
        put(ws, FIRST_ROW + r, c, value);
        longest = Math.max(longest, value instanceof String t ? width(t) : 10);
      }
      ws.width(c, Math.min(40, Math.max(8, longest + 2)));
      if (!sheet.lines().isEmpty()) {
        style(ws, sheet, c);
      }
    }
    if (sheet.lines().isEmpty()) {
      ws.value(FIRST_ROW, 0, sheet.emptyZh());
    }
    int last = Math.max(0, fields.size() - 1);
    ws.range(HEADING_ROW, 0, HEADING_ROW, last)
        .style()
        .bold()
        .fillColor("DDE8F3")
        .wrapText(true)
        .verticalAlignment("center")
        .borderStyle(BorderStyle.THIN)
        .set();
    ws.range(NAME_ROW, 0, NAME_ROW, last)
        .style()
        .fontSize(8)
        .fontColor("5B6570")
        .borderStyle(BorderStyle.THIN)
        .set();
    if (!sheet.lines().isEmpty()) {
      ws.setAutoFilter(NAME_ROW, 0, NAME_ROW + sheet.lines().size(), last);
    }
    ws.freezePane(Math.min(1, fields.size()), FIRST_ROW);
    ws.repeatRows(HEADING_ROW, NAME_ROW);
    ws.paperSize(PaperSize.A4_PAPER);
    ws.pageOrientation(fields.size() > 7 ? "landscape" : "portrait");
    // A table wider than a page prints on several side by side, each with what names the row.
    ws.fitToWidth((short) (1 + (fields.size() - 1) / COLUMNS_A_PAGE));
    if (fields.size() > COLUMNS_A_PAGE) {
      ws.repeatCols(0, 2);
    }
    ws.fitToHeight((short) 0);
    ws.footer(foot.replace("&", "&&"), Position.LEFT);
    ws.footer("&P / &N", Position.RIGHT);
  }

  private static void style(Worksheet ws, Sheet sheet, int column) {
    Field field = sheet.fields().get(column);
    Object some =
        sheet.lines().stream()
            .map(l -> l.at(field.name()))
            .filter(v -> v != null)
            .findFirst()
            .orElse(null);
    int last = NAME_ROW + sheet.lines().size();
    var style = ws.range(FIRST_ROW, column, last, column).style().verticalAlignment("top");
    if (some instanceof BigDecimal d) {
      int decimals = field.decimals() < 0 ? Math.min(4, Math.max(0, d.scale())) : field.decimals();
      style.format(decimals == 0 ? "0" : "0." + "0".repeat(decimals)).set();
    } else if (some instanceof LocalDate) {
      style.format("yyyy-mm-dd").set();
    } else if (some instanceof LocalDateTime || some instanceof Instant) {
      style.format("yyyy-mm-dd hh:mm").set();
    } else if (some instanceof Number) {
      style.format("0").set();
    } else {
      style.wrapText(true).set();
    }
  }

  private static void put(Worksheet ws, int row, int column, Object value) {
    if (value instanceof Number n && Double.isFinite(n.doubleValue())) {
      ws.value(row, column, n);
    } else if (value instanceof Boolean b) {
      ws.value(row, column, b);
    } else if (value instanceof LocalDate d) {
      ws.value(row, column, d);
    } else if (value instanceof LocalDateTime t) {
      ws.value(row, column, t);
    } else if (value instanceof Instant i) {
      ws.value(row, column, i.atZone(BEIJING).toLocalDateTime());
    } else if (value != null) {
      ws.value(row, column, storable(SpreadsheetText.harmless(value.toString())));
    }
  }

  /** Without characters that XML cannot hold; no longer than a cell may be. */
  static String storable(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || c >= 0x20 && c <= 0xD7FF
                    || c >= 0xE000 && c <= 0xFFFD
                    || c >= 0x10000)
        .forEach(out::appendCodePoint);
    int end = Math.min(out.length(), MOST_CHARACTERS);
    if (end < out.length() && Character.isHighSurrogate(out.charAt(end - 1))) {
      end--;
    }
    return out.substring(0, end);
  }

  /** Places on a screen: a Chinese character takes two. */
  private static int width(String text) {
    return text.codePoints().map(c -> c > 0x2E7F ? 2 : 1).sum();
  }
}
