package org.dawen.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads workbooks by POI. Apart from {@link Workbook}, so that a night without workbooks loads
 * nothing of it.
 */
final class WorkbookReader {
  private static final int MOST_BYTES = 64 << 20;
  private static final int MOST_UNPACKED_BYTES = 256 << 20;
  private static final int MOST_PARTS = 10_000;
  private static final int BUFFER_BYTES = 1 << 16;
  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  /** What POI says of ISO/IEC 29500 strict. */
  private static final String STRICT = "Strict OOXML";

  private static final String REMEDY =
      ".  Open it in a spreadsheet program, correct it and save it as .xlsx, or save it as CSV.";

  private WorkbookReader() {}

  static {
    // What may be unpacked is bounded below, for all parts together; sheets shrink a hundredfold.
    ZipSecureFile.setMinInflateRatio(0.0001);
  }

  /** Reads the first sheet; a workbook that cannot be read is returned with its refusal. */
  static Workbook read(InputStream in, ReadLimits limits) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    try {
      return bytes.length == 0 ? Workbook.EMPTY : parse(bytes, limits);
    } catch (UnreadableWorkbook e) {
      return refused(e.reason(), e.getMessage());
    } catch (IOException
        | OpenXML4JException
        | SAXException
        | ParserConfigurationException
        | RuntimeException
        | StackOverflowError e) {
      String said = said(e);
      return refused(
          RejectReason.BAD_WORKBOOK,
          said.startsWith(STRICT)
              ? "it is saved in the strict variant of the format, not as an ordinary workbook"
              : "the file is damaged or incomplete (%s)".formatted(said));
    }
  }

  private static Workbook refused(RejectReason reason, String why) {
    return new Workbook(
        new byte[0], reason, "The workbook cannot be read: %s%s".formatted(why, REMEDY), "");
  }

  private static String said(Throwable e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String line = message.lines().findFirst().orElse("").strip();
    return line.length() > 160 ? line.substring(0, 160) + "…" : line;
  }

  private static Workbook parse(byte[] bytes, ReadLimits limits)
      throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
    requireZip(bytes);
    requireParts(bytes, limits);
    try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(bytes))) {
      XSSFReader reader = new XSSFReader(parts);
      Sheets sheets = new Sheets();
      try (InputStream in = reader.getWorkbookData()) {
        parse(in, sheets);
      }
      if (sheets.all.isEmpty()) {
        throw new UnreadableWorkbook("it has no sheet");
      }
      Sheet first = sheets.all.get(0);
      if (first.isHidden) {
        throw new UnreadableWorkbook(
            "its first sheet '%s' is hidden. Show it, or move the sheet that is meant to its place"
                .formatted(first.name));
      }
      ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(parts, false);
      NumberFormats formats = new NumberFormats(reader.getStylesTable(), sheets.isFrom1904);
      SheetLines lines = new SheetLines(strings, formats, false);
      read(reader, first, lines);
      if (!lines.hasRows()) {
        throw new UnreadableWorkbook("its first sheet '%s' is no table".formatted(first.name));
      }
      if (!lines.refusal().isEmpty()) {
        throw new UnreadableWorkbook("sheet '%s': %s".formatted(first.name, lines.refusal()));
      }
      byte[] table = lines.lines();
      String text = new String(table, StandardCharsets.UTF_8).strip();
      List<String> others = new ArrayList<>();
      for (Sheet other : sheets.all.subList(1, sheets.all.size())) {
        SheetLines begin = new SheetLines(strings, formats, true);
        read(reader, other, begin);
        if (!begin.isEmpty()) {
          if (text.startsWith(begin.firstLine() + "\n")) {
            throw new UnreadableWorkbook(
                "the sheets '%s' and '%s' have the same headings, and only the first sheet is read. Put all rows into it"
                    .formatted(first.name, other.name));
          }
          others.add("'" + other.name + "'");
        }
      }
      String ofSheets =
          others.isEmpty()
              ? ""
              : "Only the first sheet '%s' was read; others hold something, too: %s."
                  .formatted(first.name, LandingIntake.capped(others));
      String note =
          String.join(" ", Stream.of(lines.note(), ofSheets).filter(n -> !n.isEmpty()).toList());
      return new Workbook(table, null, "", note);
    }
  }

  private static void read(XSSFReader reader, Sheet sheet, SheetLines lines)
      throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
    try (InputStream in = reader.getSheet(sheet.part)) {
      parse(in, lines);
    } catch (SheetLines.Enough e) {
      // the first row is all that was wanted
    }
  }

  private static void parse(InputStream in, DefaultHandler handler)
      throws IOException, SAXException, ParserConfigurationException {
    XMLReader xml = XMLHelper.newXMLReader();
    xml.setFeature(NO_DOCTYPE, true);
    xml.setContentHandler(handler);
    xml.setErrorHandler(handler);
    xml.parse(new InputSource(in));
  }

  /** Says what else a file with this name is. */
  private static void requireZip(byte[] bytes) throws IOException {
    if (bytes.length > MOST_BYTES) {
      throw new UnreadableWorkbook(
          RejectReason.UNPACKS_TOO_LARGE, "it has more than %,d bytes".formatted(MOST_BYTES));
    }
    FileMagic magic = FileMagic.valueOf(bytes);
    if (magic == FileMagic.OLE2) {
      try (POIFSFileSystem old = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
        boolean isEncrypted = old.getRoot().hasEntryCaseInsensitive("EncryptedPackage");
        throw new UnreadableWorkbook(
            isEncrypted
                ? "it is protected by a password. Remove the password"
                : "it is named .xlsx but is a file of the older format .xls");
      }
    }
    if (magic != FileMagic.OOXML) {
      throw new UnreadableWorkbook(
          "it is named .xlsx but is no workbook of that format (%s)"
              .formatted(
                  magic == FileMagic.UNKNOWN
                      ? "a CSV is named .csv"
                      : "it begins like " + magic.name().toLowerCase(Locale.ROOT)));
    }
  }

  /** Unpacks all parts once and keeps none: their sizes and checksums are known then. */
  private static void requireParts(byte[] bytes, ReadLimits limits) throws IOException {
    long unpacked = 0;
    int parts = 0;
    byte[] buffer = new byte[BUFFER_BYTES];
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        names.add(e.getName());
        if (++parts > MOST_PARTS) {
          throw new UnreadableWorkbook("it has more than %,d parts".formatted(MOST_PARTS));
        }
        for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
          unpacked += n;
          if (unpacked > MOST_UNPACKED_BYTES || limits.isTooMuch(unpacked, bytes.length)) {
            throw new UnreadableWorkbook(
                RejectReason.UNPACKS_TOO_LARGE,
                "its %,d bytes give more than %,d bytes".formatted(bytes.length, unpacked - n));
          }
        }
      }
    }
    if (names.contains("xl/workbook.bin") || names.contains("mimetype")) {
      throw new UnreadableWorkbook("it is named .xlsx but is a file of another format");
    }
  }

  private record Sheet(String name, String part, boolean isHidden) {}

  /** Reads the list of sheets, in the order of their tabs. */
  private static final class Sheets extends DefaultHandler {
    private static final String RELATIONS =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final List<Sheet> all = new ArrayList<>();
    private boolean isFrom1904;

    @Override
    public void startElement(String uri, String name, String qualified, Attributes a) {
      if (name.equals("workbookPr")) {
        String from = a.getValue("date1904");
        isFrom1904 = "1".equals(from) || "true".equals(from);
      } else if (name.equals("sheet")) {
        String state = a.getValue("state");
        all.add(
            new Sheet(
                a.getValue("name"),
                a.getValue(RELATIONS, "id"),
                state != null && !state.equals("visible")));
      }
    }
  }
}
