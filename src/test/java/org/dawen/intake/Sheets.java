package org.dawen.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dawen.lake.Table;

/** Workbooks made for tests, and what feeds read from files on disk. */
final class Sheets {
  private Sheets() {}

  /** A number in a format of the spreadsheet. */
  record Formatted(double number, String format) {}

  /** A formula; its stored value is computed unless {@code isStored} is false. */
  record Formula(String text, boolean isStored) {}

  /** An error such as #N/A, by its code. */
  record Fault(byte code) {}

  /** The bytes of a workbook with these rows in its first sheet; null leaves a cell out. */
  static byte[] workbook(Object[]... rows) {
    return workbook(sheet -> {}, rows);
  }

  /** The same, after something more has been done to the sheet. */
  static byte[] workbook(Consumer<XSSFSheet> more, Object[]... rows) {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      XSSFSheet sheet = book.createSheet("表");
      for (int r = 0; r < rows.length; r++) {
        Row row = sheet.createRow(r);
        for (int c = 0; c < rows[r].length; c++) {
          if (rows[r][c] != null) {
            fill(book, row.createCell(c), rows[r][c]);
          }
        }
      }
      more.accept(sheet);
      return bytes(book);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static byte[] bytes(XSSFWorkbook book) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    book.write(bytes);
    return bytes.toByteArray();
  }

  private static void fill(XSSFWorkbook book, Cell cell, Object value) {
    if (value instanceof Formatted f) {
      cell.setCellValue(f.number);
      cell.setCellStyle(style(book, f.format));
    } else if (value instanceof LocalDateTime time) {
      cell.setCellValue(time);
      cell.setCellStyle(style(book, "yyyy/m/d h:mm"));
    } else if (value instanceof Formula f) {
      cell.setCellFormula(f.text);
      if (f.isStored) {
        book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell);
      }
    } else if (value instanceof Fault f) {
      cell.setCellErrorValue(f.code);
    } else if (value instanceof Number n) {
      cell.setCellValue(n.doubleValue());
    } else if (value instanceof Boolean b) {
      cell.setCellValue(b);
    } else {
      cell.setCellValue((String) value);
    }
  }

  private static CellStyle style(XSSFWorkbook book, String format) {
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(format));
    return style;
  }

  /** A file as a feed reads it from disk, with the path it has below the landing folder. */
  record Read(List<Record> rows, List<Reject> rejects, FileAccount account) {
    List<String> sentences() {
      return rejects.stream().map(r -> r.recordNo() + " " + r.reason() + " " + r.detail()).toList();
    }
  }

  static Read read(FeedReader feed, Table table, Path folder, String fileId, byte[] bytes) {
    try {
      Path file = folder.resolve(fileId);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      LandingFile landed =
          LandingFile.of(fileId, feed.feed(), file.toUri().toString(), bytes.length);
      List<Reject> rejects = new ArrayList<>();
      FileAccount account = null;
      Iterator<Object> found =
          FileReading.survey(List.of(new FileReading.Task(feed, landed)).iterator());
      while (found.hasNext()) {
        Object next = found.next();
        if (next instanceof Reject reject) {
          rejects.add(reject);
        } else if (next instanceof FileAccount read) {
          account = read;
        }
      }
      List<Record> rows = new ArrayList<>();
      if (account.refusal().isEmpty()) {
        FileReading.rows(table, List.of(new FileReading.SurveyedTask(feed, account)).iterator())
            .forEachRemaining(rows::add);
      }
      if (!account.addsUp() || Charset.forName(account.charset()) == null) {
        throw new AssertionError("the account does not add up: " + account);
      }
      return new Read(rows, rejects, account);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
