package org.dawen.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.dawen.lake.Trouble;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/**
 * A Word document of paragraphs and sheets in Chinese, A4 across, that an official goes on writing
 * in. The same content gives the same bytes.
 */
final class Docx {
  private static final String FONT = "仿宋";
  private static final String HEADING_FONT = "黑体";
  private static final int TITLE_SIZE = 22;
  private static final int HEADING_SIZE = 15;
  private static final int TEXT_SIZE = 14;
  private static final int CELL_SIZE = 9;

  /** A4 across and its margins, in twentieths of a point. */
  private static final BigInteger WIDTH = BigInteger.valueOf(16_838);

  private static final BigInteger HEIGHT = BigInteger.valueOf(11_906);
  private static final BigInteger MARGIN = BigInteger.valueOf(1_000);

  private final XWPFDocument document = new XWPFDocument();

  private Docx() {}

  /**
   * The bytes of a document.
   *
   * @param overview sheets behind the paragraphs
   * @param details sheets of a part of their own
   * @param day the day it is about, at its end
   */
  static byte[] of(
      String title,
      List<String> paragraphs,
      List<Sheet> overview,
      List<Sheet> details,
      LocalDate day) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Docx docx = new Docx();
    try (XWPFDocument made = docx.document) {
      docx.page();
      made.getProperties().getCoreProperties().setCreator("Dawen");
      docx.heading(title, 0, TITLE_SIZE, ParagraphAlignment.CENTER);
      paragraphs.forEach(p -> docx.paragraph(p, FONT, TEXT_SIZE, ParagraphAlignment.LEFT));
      overview.forEach(docx::sheet);
      details.forEach(docx::sheet);
      docx.paragraph(day.toString(), FONT, TEXT_SIZE, ParagraphAlignment.RIGHT);
      made.write(bytes);
      return TimelessZip.of(bytes.toByteArray());
    } catch (IOException e) {
      throw Trouble.usage(e, "publish.document", e);
    }
  }

  private void page() {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setOrient(STPageOrientation.LANDSCAPE);
    size.setW(WIDTH);
    size.setH(HEIGHT);
    CTPageMar margins = section.addNewPgMar();
    margins.setLeft(MARGIN);
    margins.setRight(MARGIN);
    margins.setTop(MARGIN);
    margins.setBottom(MARGIN);
  }

  private XWPFParagraph paragraph(
      String text, String font, int size, ParagraphAlignment alignment) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setAlignment(alignment);
    write(paragraph, text, font, size);
    return paragraph;
  }

  /** A level of the outline, so that Word lists it for navigation. */
  private void heading(String text, int level, int size, ParagraphAlignment alignment) {
    XWPFParagraph paragraph = paragraph(text, HEADING_FONT, size, alignment);
    paragraph.setKeepNext(true);
    paragraph.getCTP().getPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level));
  }

  private static void write(XWPFParagraph paragraph, String text, String font, int size) {
    XWPFRun run = paragraph.createRun();
    run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
    run.setFontSize(size);
    run.setText(Xlsx.storable(text));
  }

  private void sheet(Sheet sheet) {
    heading(sheet.zh(), 1, HEADING_SIZE, ParagraphAlignment.LEFT);
    if (sheet.lines().isEmpty()) {
      paragraph(sheet.emptyZh(), FONT, TEXT_SIZE, ParagraphAlignment.LEFT);
      return;
    }
    XWPFTable table = document.createTable(sheet.lines().size() + 1, sheet.fields().size());
    table.setWidth("100%");
    XWPFTableRow heading = table.getRow(0);
    heading.setRepeatHeader(true);
    for (int c = 0; c < sheet.fields().size(); c++) {
      cell(heading.getCell(c), sheet.fields().get(c).heading(), HEADING_FONT);
    }
    for (int r = 0; r < sheet.lines().size(); r++) {
      XWPFTableRow row = table.getRow(r + 1);
      row.setCantSplitRow(true);
      for (int c = 0; c < sheet.fields().size(); c++) {
        Field field = sheet.fields().get(c);
        cell(row.getCell(c), text(field, sheet.lines().get(r).at(field.name())), FONT);
      }
    }
  }

  private static void cell(XWPFTableCell cell, String text, String font) {
    write(cell.getParagraphs().get(0), text, font, CELL_SIZE);
  }

  private static String text(Field field, Object value) {
    if (value == null) {
      return "—";
    }
    if (value instanceof Boolean truth) {
      return truth ? "是" : "否";
    }
    return value instanceof Number ? Html.number(field, value) : value.toString();
  }
}
