package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dawen.intake.Sheets.Fault;
import org.dawen.intake.Sheets.Formatted;
import org.dawen.intake.Sheets.Formula;
import org.dawen.intake.Sheets.Read;
import org.dawen.lake.Message;
import org.dawen.lake.Table;
import org.dawen.registry.Limit;
import org.dawen.registry.Mark;
import org.dawen.registry.PoolClosing;
import org.dawen.registry.RegistryFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of workbooks, and in which sentence the others are refused. */
class WorkbookTest {
  private static final String[] LIMITS = {
    "outlet_code",
    "pollutant_code",
    "limit_value",
    "unit",
    "period",
    "reference_o2_percent",
    "document_no",
    "valid_from"
  };

  @TempDir private Path folder;

  private Read read(String name, byte[] bytes) {
    return Sheets.read(
        new RegistryFeed(),
        RegistryFeed.describe("registry/" + name).table(),
        folder,
        "registry/" + name,
        bytes);
  }

  private Read limits(Object[]... rows) {
    return read("limits.xlsx", Sheets.workbook(withHeadings(LIMITS, rows)));
  }

  private static Object[][] withHeadings(String[] headings, Object[]... rows) {
    List<Object[]> all = new ArrayList<>();
    all.add(headings);
    all.addAll(Arrays.asList(rows));
    return all.toArray(Object[][]::new);
  }

  private static Object[] limit(Object outlet, Object value, Object o2, Object from) {
    return new Object[] {outlet, "a21026", value, "mg/m3", "hour", o2, "P1", from};
  }

  private static Limit first(Read read) {
    assertThat(read.sentences()).isEmpty();
    return (Limit) read.rows().get(0);
  }

  @Test
  void workbookGivesTheRowsOfTheCsvWithTheSameCells() {
    String csv =
        """
        outlet_code,pollutant_code,limit_value,unit,period,reference_o2_percent,document_no,valid_from
        0371-A,a21026,35.5,mg/m3,hour,6,"P,""1\""",2024-03-01

        0372-A,a21002,8.7,mg/m3,day,,,2024/4/1
        """;
    Read ofCsv = read("limits.csv", csv.getBytes(StandardCharsets.UTF_8));
    Read ofBook =
        limits(
            new Object[] {
              "0371-A",
              "a21026",
              35.5,
              "mg/m3",
              "hour",
              6,
              "P,\"1\"",
              LocalDateTime.parse("2024-03-01T00:00")
            },
            new Object[] {},
            new Object[] {"0372-A", "a21002", 8.7, "mg/m3", "day", null, null, "2024/4/1"});
    assertThat(said(ofBook)).isEqualTo(said(ofCsv)).hasSize(2);
    assertThat(ofBook.rows())
        .extracting(r -> ((Limit) r).recordNo())
        .as("rows as the sheet counts them")
        .containsExactly(2L, 4L);
    assertThat(ofBook.account().records()).isEqualTo(ofCsv.account().records());
  }

  /** Without the file, which differs. */
  private static List<String> said(Read read) {
    return read.rows().stream().map(r -> r.toString().replaceAll("fileId=[^,]*", "")).toList();
  }

  @Test
  void headingsMayBeTheChineseTermsOfTheDictionary() {
    Table table = Table.of(Limit.class);
    String[] chinese =
        Arrays.stream(LIMITS).map(n -> table.column(n).chinese()).toArray(String[]::new);
    Object[] row = limit("A1", 35, 6, "2024-03-01");
    Read ofBook = read("limits.xlsx", Sheets.workbook(withHeadings(chinese, row)));
    Read ofCsv =
        read(
            "limits.csv",
            (String.join(",", chinese) + "\nA1,a21026,35,mg/m3,hour,6,P1,2024-03-01\n")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(said(ofBook)).isEqualTo(said(ofCsv)).isEqualTo(said(limits(row))).hasSize(1);
  }

  @Test
  void chineseTermsOfEachRegistryFileTellItsColumnsApart() {
    for (RegistryFile file : RegistryFile.ALL) {
      assertThat(file.headings().stream().map(c -> c.chinese()).toList())
          .as(file.fileName())
          .doesNotHaveDuplicates()
          .doesNotContain("");
    }
  }

  @Test
  void bracketsOfHeadingsMayBeOfEitherWidth() {
    for (String heading : List.of("批准贮存期限（月）", "批准贮存期限(月)")) {
      CsvHeader header = new CsvHeader(List.of(heading));
      header.translate(
          new CsvHeader.Expected(
              List.of("approved_months"), List.of(), Map.of("approved_months", "批准贮存期限（月）")));
      assertThat(header.names()).containsExactly("approved_months");
    }
  }

  @Test
  void headingThatStandsThereInBothLanguagesIsRefused() {
    Read read =
        read(
            "pool_closings.csv",
            ("month,last_entry_no," + Table.of(PoolClosing.class).column("month").chinese() + "\n")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(read.account().refusal()).contains("a name stands twice");
  }

  @Test
  void datesAreReadByTheirColumn() {
    Read marks =
        read(
            "marks.xlsx",
            Sheets.workbook(
                new Object[] {"outlet_code", "kind", "starts_at", "ends_at"},
                new Object[] {
                  "A1",
                  "maintenance",
                  new Formatted(45356.35416666667, "yyyy\"年\"m\"月\"d\"日\" h:mm"),
                  new Formatted(45357, "m/d/yy")
                }));
    assertThat(marks.sentences()).isEmpty();
    Mark mark = (Mark) marks.rows().get(0);
    assertThat(mark.startsAt()).isEqualTo(LocalDateTime.parse("2024-03-05T08:30"));
    assertThat(mark.endsAt()).isEqualTo(LocalDateTime.parse("2024-03-06T00:00"));

    Read closings =
        read(
            "pool_closings.xlsx",
            Sheets.workbook(
                new Object[] {"month", "last_entry_no"},
                new Object[] {new Formatted(45352, "yyyy-mm"), 17}));
    assertThat(((PoolClosing) closings.rows().get(0)).month()).isEqualTo("2024-03");
  }

  @Test
  void chineseDatesWithoutAFormatTextAreDates() throws IOException {
    byte[] book =
        Sheets.workbook(withHeadings(LIMITS, limit("A1", 1, 6, new Formatted(45352, "m/d/yy"))));
    byte[] chinese =
        part(book, "xl/styles.xml", xml -> xml.replace("numFmtId=\"14\"", "numFmtId=\"31\""));
    assertThat(chinese).isNotEqualTo(book);
    assertThat(first(read("limits.xlsx", chinese)).validity().validFrom())
        .isEqualTo(LocalDate.of(2024, 3, 1));
  }

  @Test
  void daysCountedFrom1904AreDays() throws IOException {
    byte[] book =
        part(
            Sheets.workbook(
                withHeadings(LIMITS, limit("A1", 1, 6, new Formatted(45352 - 1462, "yyyy-mm-dd")))),
            "xl/workbook.xml",
            xml -> xml.replaceFirst("<workbookPr[^>]*/>", "<workbookPr date1904=\"1\"/>"));
    assertThat(first(read("limits.xlsx", book)).validity().validFrom())
        .isEqualTo(LocalDate.of(2024, 3, 1));
  }

  @Test
  void numbersAreTheOnesThatWereTyped() {
    assertThat(first(limits(limit("A1", 8.7, 6, null))).limitValue())
        .isEqualByComparingTo(new BigDecimal("8.7"));
    assertThat(first(limits(limit("A1", 0.1 + 0.2, 6, null))).limitValue())
        .isEqualByComparingTo(new BigDecimal("0.3"));
    assertThat(
            first(limits(limit("A1", new Formatted(1234.5678, "#,##0.00\"毫克\""), 6, null)))
                .limitValue())
        .as("as stored, not as shown")
        .isEqualByComparingTo(new BigDecimal("1234.5678"));
  }

  @Test
  void percentagesAreReadByTheUnitOfTheColumn() {
    Limit limit =
        first(limits(limit("A1", new Formatted(0.5, "0%"), new Formatted(0.09, "0.0%"), null)));
    assertThat(limit.referenceO2Percent()).isEqualByComparingTo("9");
    assertThat(limit.limitValue()).isEqualByComparingTo("0.5");
  }

  @Test
  void codesKeepTheZerosThatTheirFormatShows() {
    assertThat(first(limits(limit(new Formatted(371, "00000"), 1, 6, null))).outletCode())
        .isEqualTo("00371");
    assertThat(first(limits(limit(new Formatted(7, "\"TA\"000"), 1, 6, null))).outletCode())
        .isEqualTo("TA007");
    assertThat(first(limits(limit("A1", new Formatted(7, "000"), 6, null))).limitValue())
        .isEqualByComparingTo("7");
    assertThat(first(limits(limit(370902, 1, 6, null))).outletCode()).isEqualTo("370902");
  }

  @Test
  void codesThatHaveLostDigitsOrBecomeDatesAreRefused() {
    assertThat(
            limits(
                    limit(370902198001011234d, 1, 6, null),
                    limit("A1", 1, 6, null),
                    limit(new Formatted(45352, "m\"月\"d\"日\""), 1, 6, null),
                    limit("A2", 1, 6, null),
                    limit("A3", 1, 6, null))
                .sentences())
        .satisfiesExactly(
            s -> assertThat(s).startsWith("2 CODE_AS_NUMBER").contains("'3.70902198001011E+17'"),
            s ->
                assertThat(s)
                    .startsWith("4 CODE_AS_NUMBER")
                    .contains("made a date", "'2024-03-01'"));
  }

  @Test
  void formulasCountByTheirStoredValue() {
    assertThat(first(limits(limit("A1", new Formula("30+5.5", true), 6, null))).limitValue())
        .isEqualByComparingTo("35.5");
    assertThat(first(limits(limit(new Formula("\"A\"&1", true), 1, 6, null))).outletCode())
        .isEqualTo("A1");
  }

  @Test
  void errorsAndFormulasThatWereNeverComputedRefuseTheirRow() {
    Read read =
        limits(
            limit("A1", new Fault(FormulaError.NA.getCode()), 6, null),
            limit("A2", new Formula("30+5", false), 6, null),
            limit("A3", 1, 6, new Fault(FormulaError.REF.getCode())),
            limit("A4", 1, 6, null),
            limit("A5", 1, 6, null),
            limit("A6", 1, 6, null));
    assertThat(read.sentences())
        .containsExactly(
            "2 NO_VALUE_IN_CELL a cell shows an error, or holds a formula that was never computed:"
                + " limit_value is '#N/A'",
            "3 NO_VALUE_IN_CELL a cell shows an error, or holds a formula that was never computed:"
                + " limit_value is '='",
            "4 NO_VALUE_IN_CELL a cell shows an error, or holds a formula that was never computed:"
                + " valid_from is '#REF!'");
    assertThat(read.rejects().get(0).content()).isEqualTo("A1,a21026,#N/A,mg/m3,hour,6,P1");
    assertThat(read.rows()).hasSize(3);
  }

  @Test
  void truthsAndTextsOfSeveralLinesComeThrough() {
    Read read =
        read(
            "counties.xlsx",
            Sheets.workbook(
                new Object[] {"county_code", "name", "is_functional_zone"},
                new Object[] {"370902", "泰山区\n（主城）", false},
                new Object[] {"370991", "高新区", true}));
    assertThat(read.sentences()).isEmpty();
    assertThat(read.rows().toString())
        .contains("name=泰山区\n（主城）", "isFunctionalZone=false", "isFunctionalZone=true");
  }

  @Test
  void mergedCellsRefuseTheFile() {
    Read read =
        read(
            "limits.xlsx",
            Sheets.workbook(
                sheet -> sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0)),
                withHeadings(LIMITS, limit("A1", 1, 6, null), limit(null, 2, 6, null))));
    assertThat(read.sentences())
        .singleElement()
        .asString()
        .startsWith(
            "0 BAD_WORKBOOK The workbook cannot be read: sheet '表': Cells are merged (A2:A3)");
    assertThat(read.rows()).isEmpty();
  }

  @Test
  void hiddenRowsAndFurtherSheetsAreTold() {
    Read read =
        read(
            "limits.xlsx",
            Sheets.workbook(
                sheet -> {
                  sheet.getRow(2).setZeroHeight(true);
                  sheet.setColumnHidden(6, true);
                  sheet
                      .getWorkbook()
                      .createSheet("说明")
                      .createRow(3)
                      .createCell(0)
                      .setCellValue("x");
                  sheet.getWorkbook().createSheet("空");
                },
                withHeadings(LIMITS, limit("A1", 1, 6, null), limit("A2", 2, 6, null))));
    assertThat(read.rows()).hasSize(2);
    assertThat(read.account().note())
        .isEqualTo(
            "1 hidden rows were read like the others, the first is row 3. Hidden columns were read"
                + " like the others, the first is G. Only the first sheet '表' was read; others hold"
                + " something, too: '说明'.");
  }

  @Test
  void secondSheetWithTheSameHeadingsRefusesTheFile() {
    Read read =
        read(
            "pool_closings.xlsx",
            Sheets.workbook(
                sheet -> {
                  var row = sheet.getWorkbook().createSheet("2025").createRow(0);
                  row.createCell(0).setCellValue("month");
                  row.createCell(1).setCellValue("last_entry_no");
                },
                new Object[] {"month", "last_entry_no"},
                new Object[] {"2024-03", 17}));
    assertThat(read.account().refusal())
        .contains("the sheets '表' and '2025' have the same headings");
  }

  @Test
  void hiddenFirstSheetRefusesTheFile() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      book.createSheet("旧").createRow(0).createCell(0).setCellValue("month");
      book.createSheet("新").createRow(0).createCell(0).setCellValue("month");
      book.setActiveSheet(1);
      book.setSheetHidden(0, true);
      assertThat(read("pool_closings.xlsx", Sheets.bytes(book)).account().refusal())
          .contains("its first sheet '旧' is hidden");
    }
  }

  @Test
  void otherFilesNamedSoAreCalledWhatTheyAre() throws Exception {
    byte[] book = Sheets.workbook(withHeadings(LIMITS, limit("A1", 1, 6, null)));
    assertThat(refusal(encrypted(book))).contains("it is protected by a password. Remove");
    assertThat(refusal(oldFormat())).contains("a file of the older format .xls");
    assertThat(refusal("outlet_code,mn\n".getBytes(StandardCharsets.UTF_8)))
        .contains("a CSV is named .csv");
    assertThat(refusal(zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet")))
        .contains("a file of another format");
    assertThat(refusal(Arrays.copyOf(book, book.length / 2))).contains("damaged or incomplete");
    assertThat(refusal(zip("a.txt", "x"))).contains("damaged or incomplete");
    assertThat(
            refusal(
                part(
                    book,
                    "_rels/.rels",
                    xml ->
                        xml.replace(
                            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
                            "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"))))
        .contains("strict variant");
    assertThat(read("limits.csv", book).account().refusal()).contains("A workbook is named .xlsx");
    assertThat(read("limits.xlsx", new byte[0]).account().records()).isZero();
  }

  private String refusal(byte[] bytes) {
    Read read = read("limits.xlsx", bytes);
    assertThat(read.rows()).isEmpty();
    assertThat(read.account().refusal())
        .startsWith("The workbook cannot be read: ")
        .endsWith("save it as .xlsx, or save it as CSV.")
        .hasSizeLessThan(500);
    return read.account().refusal();
  }

  private static byte[] encrypted(byte[] book) throws Exception {
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (var out = encryptor.getDataStream(files)) {
        out.write(book);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      files.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }

  private static byte[] oldFormat() throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      files.createDocument(new ByteArrayInputStream(new byte[5000]), "Workbook");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      files.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }

  private static byte[] zip(String name, String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** The workbook with one of its parts changed. */
  private static byte[] part(byte[] book, String name, UnaryOperator<String> change)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(book));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        out.putNextEntry(new ZipEntry(e.getName()));
        out.write(
            e.getName().equals(name)
                ? change
                    .apply(new String(content, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8)
                : content);
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void bombsAndEntitiesAreRefused() throws IOException {
    byte[] book = Sheets.workbook(withHeadings(LIMITS, limit("A1", 1, 6, null)));
    String sheet = "xl/worksheets/sheet1.xml";
    assertThat(refusal(part(book, sheet, xml -> xml + " ".repeat(260 << 20))))
        .contains("give more than");
    String laughs =
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c"
            + " \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e"
            + " \"&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY g"
            + " \"&f;&f;&f;&f;&f;&f;&f;&f;\">]>";
    for (String name : List.of(sheet, "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml")) {
      assertThat(
              refusal(
                  part(
                      book,
                      name,
                      xml ->
                          xml.replaceFirst("(<\\?xml[^>]*\\?>)?", "$1" + laughs)
                              .replaceFirst("(<(?:t|v)>|<sheets>|<fonts[^>]*>)", "$1&g;"))))
          .as(name)
          .contains("damaged or incomplete");
    }
  }

  @Test
  void emptyRowsAreNoRecordsHoweverManyThereAre() throws IOException {
    byte[] book = Sheets.workbook(withHeadings(LIMITS, limit("A1", 1, 6, null)));
    String sheet = "xl/worksheets/sheet1.xml";
    StringBuilder rows = new StringBuilder();
    for (int r = 3; r <= 1_000_000; r++) {
      rows.append("<row r=\"").append(r).append("\" s=\"").append(r % 7).append("\"/>");
    }
    Read read =
        read(
            "limits.xlsx",
            part(book, sheet, xml -> xml.replace("</sheetData>", rows + "</sheetData>")));
    assertThat(read.rows()).hasSize(1);
    assertThat(read.account().records()).isEqualTo(1);
    assertThat(
            refusal(
                part(
                    book,
                    sheet,
                    xml ->
                        xml.replace("<row r=\"2\"", "<row r=\"10000000\"")
                            .replace("r=\"A2\"", "r=\"A10000000\""))))
        .contains("row 10000000 lies below the last one a sheet has");
  }

  @Test
  void rowsBehindManyEmptyOnesKeepTheirNumber() {
    Read read =
        read(
            "limits.xlsx",
            Sheets.workbook(
                sheet -> {
                  var row = sheet.createRow(1_048_575);
                  row.createCell(0).setCellValue("A9");
                  row.createCell(1).setCellValue("a21026");
                },
                withHeadings(LIMITS, limit("A1", 1, 6, null))));
    assertThat(read.sentences()).singleElement().asString().startsWith("1048576 KEY_MISSING");
  }

  @Test
  void compressedWorkbooksAndRecordsForAPersonAreReadTheSameWay() throws IOException {
    byte[] book =
        Sheets.workbook(
            withHeadings(
                LIMITS, limit(new Formatted(371, "00000"), new Formatted(0.5, "0%"), 6, null)));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (var gzip = new java.util.zip.GZIPOutputStream(packed)) {
      gzip.write(book);
    }
    assertThat(said(read("limits.xlsx.gz", packed.toByteArray())))
        .isEqualTo(said(read("limits.xlsx", book)))
        .hasSize(1);
    try (LandingContent content =
        LandingContent.open(
            LandingFile.of(
                "registry/limits.xlsx",
                "registry",
                folder.resolve("registry/limits.xlsx").toUri().toString(),
                book.length))) {
      assertThat(new RegistryFeed().show(StandardCharsets.UTF_8, content.bytes(), 2))
          .extracting(Message::toString)
          .containsExactly("line 2", String.join(",", LIMITS), "00371,a21026,0.5,mg/m3,hour,6,P1");
    }
  }

  @Test
  void fileThatASpreadsheetKeepsBesideAnOpenWorkbookIsNone() {
    assertThat(new PoolFeed().takes("2024/entries.XLSX")).isTrue();
    assertThat(new PoolFeed().takes("2024/~$entries.xlsx")).isFalse();
    assertThat(new RegistryFeed().takes("~$outlets.xlsx")).isFalse();
  }

  /** Damage of every kind ends in rows or in a sentence, never in an exception. */
  @Test
  void damagedWorkbooksEndInASentence() throws IOException {
    byte[] book =
        Sheets.workbook(
            withHeadings(
                LIMITS,
                limit("A1", new Formatted(0.5, "0%"), 6, new Formatted(45352, "yyyy-mm-dd")),
                limit(new Formatted(7, "000"), new Formula("1+2", true), null, "2024-03-01")));
    byte[] stored = stored(book);
    Random random = new Random(92);
    int refused = 0;
    for (int i = 0; i < 400; i++) {
      byte[] damaged = (i % 2 == 0 ? book : stored).clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      if (i % 5 == 0) {
        damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
      }
      Read read = read("limits.xlsx", damaged);
      refused += read.account().refusal().isEmpty() ? 0 : 1;
    }
    assertThat(refused).isBetween(100, 400);
  }

  /** Damage inside the XML, with sizes and checksums that fit. */
  @Test
  void changedPartsEndInASentence() throws IOException {
    byte[] book =
        Sheets.workbook(
            withHeadings(
                LIMITS,
                limit("A1", new Formatted(0.5, "0%"), 6, new Formatted(45352, "yyyy-mm-dd"))));
    Random random = new Random(93);
    for (String name :
        List.of(
            "xl/worksheets/sheet1.xml",
            "xl/sharedStrings.xml",
            "xl/workbook.xml",
            "xl/styles.xml",
            "xl/_rels/workbook.xml.rels",
            "[Content_Types].xml",
            "_rels/.rels")) {
      for (int i = 0; i < 40; i++) {
        Read read = read("limits.xlsx", part(book, name, xml -> changed(xml, random)));
        assertThat(read.account().addsUp()).isTrue();
      }
    }
  }

  private static String changed(String xml, Random random) {
    StringBuilder out = new StringBuilder(xml);
    int at = random.nextInt(xml.length());
    switch (random.nextInt(4)) {
      case 0 -> out.delete(at, Math.min(xml.length(), at + random.nextInt(30)));
      case 1 -> out.insert(at, xml, 0, random.nextInt(60));
      case 2 -> out.setCharAt(at, "0<>/\"-9 ".charAt(random.nextInt(8)));
      default -> {
        int digit = at;
        while (digit < xml.length() && !Character.isDigit(xml.charAt(digit))) {
          digit++;
        }
        out.insert(Math.min(digit, xml.length()), "99999999999");
      }
    }
    return out.toString();
  }

  private static byte[] stored(byte[] book) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(book));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setLevel(0);
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(e.getName()));
        in.transferTo(out);
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void poolEntriesAndSamplesMayBeWorkbooks() {
    Read pool =
        Sheets.read(
            new PoolFeed(),
            Table.of(ReceivedPool.class),
            folder,
            "pool/entries.xlsx",
            Sheets.workbook(
                new Object[] {"entry_no", "entry_day", "kind", "county_code", "mass_t", "note"},
                new Object[] {
                  1, LocalDateTime.parse("2024-03-01T00:00"), "CERTIFY", 370902, 1.1, "一\n二"
                },
                new Object[] {
                  2, "2024-03-02", "CERTIFY", 370902, new Formula("0.1+0.2", true), null
                },
                new Object[] {3, "2024-03-02", "CERTIFY", 370902, 0.12345, null}));
    assertThat(pool.rows()).hasSize(2);
    assertThat(pool.rows().toString()).contains("massT=1.1", "massT=0.3", "note=一\n二");
    assertThat(pool.sentences()).singleElement().asString().startsWith("4 TOO_MANY_DECIMALS");

    Read ground =
        Sheets.read(
            new GroundFeed(),
            Table.of(ReceivedGround.class),
            folder,
            "ground/samples.xlsx",
            Sheets.workbook(
                new Object[] {"点位编码", "采样时间", "监测项目", "测定值", "单位", "检出限", "是否未检出"},
                new Object[] {"G1", LocalDateTime.parse("2024-03-05T09:30"), "砷", 0.8, "μg/L"},
                new Object[] {"G1", "2024-03-05", "铅", "ND", "mg/L", 0.001, true}));
    assertThat(ground.sentences()).isEmpty();
    assertThat(ground.rows().toString())
        .contains("2024-03-05T09:30", "item=As", "isBelowDetection=true");

    Read water =
        Sheets.read(
            new WaterFeed(),
            Table.of(ReceivedWater.class),
            folder,
            "water/samples.xlsx",
            Sheets.workbook(
                new Object[] {"断面编码", "采样时间", "监测项目", "测定值", "单位"},
                new Object[] {"S1", new Formatted(45356, "yyyy/m/d"), "氨氮", 0.25, "mg/L"}));
    assertThat(water.sentences()).isEmpty();
    assertThat(water.rows()).hasSize(1);
  }

  @Test
  void otherRowsStayWhenOneCannotBeRead() {
    Read read =
        limits(
            limit("A1", "无", 6, null),
            limit("A2", true, 6, null),
            limit("A3", 1, 6, null),
            limit("A4", 1, 6, null),
            limit("A5", 1, 6, null));
    assertThat(read.rejects())
        .extracting(Reject::reason)
        .containsOnly(RejectReason.BAD_NUMBER)
        .hasSize(2);
    assertThat(read.rows()).hasSize(3);
  }
}
