package org.dawen.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Makes lines of a CSV of the rows of a sheet: line n is row n as the sheet counts it, a row
 * without content an empty line.
 */
final class SheetLines extends DefaultHandler {
  private static final int MOST_ROWS = 1 << 20;
  private static final int MOST_BYTES = 128 << 20;
  private static final int MOST_NAMED = 20;

  private final SharedStrings strings;
  private final NumberFormats formats;
  private final boolean isFirstRowEnough;
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private final Map<Integer, String> row = new TreeMap<>();
  private final List<int[]> hiddenColumns = new ArrayList<>();
  private final List<String> merged = new ArrayList<>();
  private final List<Integer> hidden = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int rowNo;
  private int written;
  private boolean isHidden;
  private boolean hasRows;
  private int column;
  private String type;
  private int style;
  private boolean isValue;
  private boolean hasFormula;
  private int phonetic;
  private int hiddenFrom;

  /**
   * @param isFirstRowEnough stops behind the first row that holds something
   */
  SheetLines(SharedStrings strings, NumberFormats formats, boolean isFirstRowEnough) {
    this.strings = strings;
    this.formats = formats;
    this.isFirstRowEnough = isFirstRowEnough;
  }

  /** Ends the reading of a sheet of which no more is wanted. */
  static final class Enough extends org.xml.sax.SAXException {
    private static final long serialVersionUID = 1L;
  }

  /** The lines, in UTF-8. */
  byte[] lines() {
    return lines.toByteArray();
  }

  boolean isEmpty() {
    return lines.size() == 0;
  }

  /** The first row that holds something; empty: none does. */
  String firstLine() {
    return lines.toString(StandardCharsets.UTF_8).strip();
  }

  /** True if the part was a sheet of cells at all. */
  boolean hasRows() {
    return hasRows;
  }

  /** Why the rows cannot be read as a table; empty if they can. */
  String refusal() {
    return merged.isEmpty()
        ? ""
        : "Cells are merged (%s), so nobody can tell which row each value belongs to. Unmerge them and write the value into each cell"
            .formatted(named(merged));
  }

  /** What the keeper should know of rows that were read; empty if there is nothing. */
  String note() {
    String ofRows =
        hidden.isEmpty()
            ? ""
            : "%,d hidden rows were read like the others, the first is row %d."
                .formatted(hidden.size(), hidden.get(0));
    return hiddenFrom == 0
        ? ofRows
        : (ofRows
                + " Hidden columns were read like the others, the first is %s."
                    .formatted(CellReference.convertNumToColString(hiddenFrom - 1)))
            .strip();
  }

  private static String named(List<String> offenders) {
    String shown = String.join(", ", offenders.stream().limit(MOST_NAMED).toList());
    return offenders.size() > MOST_NAMED
        ? "%s, … %,d in all".formatted(shown, offenders.size())
        : shown;
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes a) throws Enough {
    switch (name) {
      case "sheetData" -> hasRows = true;
      case "col" -> {
        if (isTrue(a.getValue("hidden"))) {
          hiddenColumns.add(new int[] {number(a, "min", 1), number(a, "max", 1)});
        }
      }
      case "row" -> beginRow(a);
      case "c" -> beginCell(a);
      case "f" -> hasFormula = true;
      case "v" -> isValue = true;
      case "t" -> isValue = phonetic == 0;
      case "rPh" -> phonetic++;
      case "mergeCell" -> merged.add(a.getValue("ref"));
      default -> {
        // of no meaning for the rows
      }
    }
  }

  private void beginRow(Attributes a) {
    int no = number(a, "r", rowNo + 1);
    if (no <= rowNo) {
      throw new UnreadableWorkbook("row %d is written behind row %d".formatted(no, rowNo));
    }
    rowNo = no;
    isHidden = isTrue(a.getValue("hidden"));
    column = 0;
    row.clear();
  }

  private void beginCell(Attributes a) {
    String at = a.getValue("r");
    column = at == null ? column + 1 : columnOf(at);
    if (column < 1 || column > CsvCells.MOST_COLUMNS) {
      throw new UnreadableWorkbook("there is no column of cell %s".formatted(at));
    }
    type = a.getValue("t") == null ? "n" : a.getValue("t");
    style = number(a, "s", 0);
    text.setLength(0);
    hasFormula = false;
  }

  private static int columnOf(String at) {
    int no = 0;
    int i = 0;
    while (i < at.length() && at.charAt(i) >= 'A' && at.charAt(i) <= 'Z' && i < 4) {
      no = no * 26 + at.charAt(i++) - 'A' + 1;
    }
    return no;
  }

  @Override
  public void characters(char[] c, int start, int length) {
    if (isValue) {
      text.append(c, start, length);
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) throws Enough {
    switch (name) {
      case "v", "t" -> isValue = false;
      case "rPh" -> phonetic--;
      case "c" -> endCell();
      case "row" -> endRow();
      default -> {
        // of no meaning for the rows
      }
    }
  }

  private void endCell() {
    String cell = cell(text.toString());
    if (!cell.isEmpty() && row.put(column, cell) != null) {
      throw new UnreadableWorkbook(
          "row %d has two cells in column %s"
              .formatted(rowNo, CellReference.convertNumToColString(column - 1)));
    }
  }

  private String cell(String found) {
    boolean isNeverComputed = hasFormula && found.isBlank() && !type.equals("str");
    if (isNeverComputed) {
      return SheetCell.FAULT.marked("=", "");
    }
    return switch (type) {
      case "s" -> shared(found);
      case "e" -> SheetCell.FAULT.marked(clean(found), "");
      case "b" -> found.trim().equals("1") ? "true" : found.isBlank() ? "" : "false";
      case "d" -> clean(found);
      case "n" -> found.isBlank() ? "" : formats.text(clean(found), style);
      default -> clean(found); // str, inlineStr
    };
  }

  private String shared(String index) {
    try {
      int i = Integer.parseInt(index.trim());
      return clean(strings.getItemAt(i).getString());
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new UnreadableWorkbook(
          "row %d refers to a text that the file does not hold".formatted(rowNo));
    }
  }

  /**
   * The text with signs of our own for its line ends, and without what would be taken for a mark.
   */
  private static String clean(String found) {
    StringBuilder out = new StringBuilder(found.length());
    for (int i = 0; i < found.length(); i++) {
      char c = found.charAt(i);
      boolean isSecondOfPair = c == '\n' && i > 0 && found.charAt(i - 1) == '\r';
      if ((c == '\n' || c == '\r') && !isSecondOfPair) {
        out.append(QuotedBreaks.SIGN);
      } else if (c >= ' ' && c != SheetCell.SIGN || c == '\t') {
        out.append(c);
      }
    }
    return out.toString();
  }

  private void endRow() throws Enough {
    row.values().removeIf(Cells::isBlank);
    if (row.isEmpty()) {
      return;
    }
    if (rowNo > MOST_ROWS) {
      throw new UnreadableWorkbook("row %d lies below the last one a sheet has".formatted(rowNo));
    }
    if (isHidden) {
      hidden.add(rowNo);
    }
    for (int[] columns : hiddenColumns) {
      int from = columns[0];
      int to = columns[1];
      row.keySet().stream()
          .filter(c -> hiddenFrom == 0 && c >= from && c <= to)
          .findFirst()
          .ifPresent(c -> hiddenFrom = c);
    }
    StringBuilder line = new StringBuilder();
    while (++written < rowNo) {
      line.append('\n');
    }
    int place = 1;
    for (Map.Entry<Integer, String> cell : row.entrySet()) {
      line.append(",".repeat(cell.getKey() - place)).append(quoted(cell.getValue()));
      place = cell.getKey();
    }
    byte[] bytes = line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    if (lines.size() + bytes.length > MOST_BYTES) {
      throw new UnreadableWorkbook(
          "its first sheet gives more than %,d bytes of text".formatted(MOST_BYTES));
    }
    lines.write(bytes, 0, bytes.length);
    if (isFirstRowEnough) {
      throw new Enough();
    }
  }

  private static String quoted(String cell) {
    boolean isPlain =
        cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && "# ".indexOf(cell.charAt(0)) < 0;
    return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  private static boolean isTrue(String attribute) {
    return "1".equals(attribute) || "true".equals(attribute);
  }

  private static int number(Attributes a, String name, int otherwise) {
    try {
      String found = a.getValue(name);
      return found == null ? otherwise : Integer.parseInt(found.trim());
    } catch (NumberFormatException e) {
      throw new UnreadableWorkbook("'%s' is no number".formatted(a.getValue(name)));
    }
  }
}
