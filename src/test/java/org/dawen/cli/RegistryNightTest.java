package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.dawen.lake.DaySet;
import org.dawen.lake.Given;
import org.dawen.lake.Message;
import org.dawen.lake.Query;
import org.dawen.run.NightReport;
import org.dawen.run.OpsTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A registry file over several nights: what is refused, held back and lost, and who is told. */
class RegistryNightTest {
  private static final String HEADINGS = "station_code,name,county_code,valid_from,valid_to\n";
  private static final String FOUR =
      "S1,一站,370902,,\nS2,二站,370902,,\nS3,三站,370902,,\nS4,四站,370902,,\n";

  @TempDir private Path folder;
  private Path csv;
  private Path gz;
  private Nights nights;

  @BeforeEach
  void aNightThatTookFourStations() throws IOException {
    Path registry = Files.createDirectories(folder.resolve("landing/registry"));
    csv = registry.resolve("stations.csv");
    gz = registry.resolve("Stations.CSV.gz");
    nights = new Nights(folder.resolve("lake"), folder.resolve("landing")).withoutJobs();
    Files.writeString(csv, HEADINGS + FOUR);
    assertThat(nights.run().exitCode()).isZero();
    assertThat(stations()).containsExactly("S1", "S2", "S3", "S4");
  }

  private List<String> stations() {
    return Ask.texts(
        new Query(nights.lake(), Catalogue.tables()),
        "SELECT station_code FROM registry.station ORDER BY 1");
  }

  private void writeGz(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    Files.write(gz, bytes.toByteArray());
  }

  @Test
  void rowsThatStoodBeforeAndAreRefusedNowAreNamedAsLostEveryNight() throws IOException {
    Files.writeString(csv, HEADINGS + FOUR.replace("S1,一站,370902", "S1,一站,370902.0"));
    NightReport report = nights.run();
    assertThat(report.exitCode()).isEqualTo(4);
    assertThat(stations()).containsExactly("S2", "S3", "S4");
    assertThat(report.warnings())
        .extracting(Message::toString)
        .anySatisfy(
            w -> assertThat(w).startsWith("Lost from registry/stations.csv").contains(": S1."))
        .anySatisfy(w -> assertThat(w).contains("1 rows of registry/stations.csv were refused"));
    NightReport next = nights.run();
    assertThat(next.exitCode()).isEqualTo(4);
    assertThat(next.warnings())
        .extracting(Message::toString)
        .anySatisfy(w -> assertThat(w).startsWith("Lost from").contains("S1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.70123E+11", "370123000001.00", "３７０１２３０００００１．０"})
  void aRowWhoseKeyASpreadsheetChangedIsNamedByTheKeyItHad(String written) throws IOException {
    Files.writeString(csv, HEADINGS + FOUR.replace("S1,", "370123000001,"));
    assertThat(nights.run().exitCode()).isZero();
    Files.writeString(csv, HEADINGS + FOUR.replace("S1,", written + ","));
    NightReport report = nights.run();
    assertThat(stations()).containsExactly("S2", "S3", "S4");
    assertThat(report.warnings())
        .extracting(Message::toString)
        .anySatisfy(
            w ->
                assertThat(w)
                    .startsWith("Lost from registry/stations.csv")
                    .contains(": 370123000001."));
  }

  @Test
  void theCheckNamesRowsThatAreLostBeforeTheNightAndAfterIt() throws IOException {
    assertThat(lostByTheCheck()).isEmpty();
    Files.writeString(csv, HEADINGS + FOUR.replace("S1,一站,370902", "S1,一站,370902.0"));
    List<String> before = lostByTheCheck();
    assertThat(before)
        .singleElement()
        .satisfies(
            s -> assertThat(s).startsWith("Lost from registry/stations.csv").contains(": S1."));
    assertThat(stations()).as("nothing is written").containsExactly("S1", "S2", "S3", "S4");
    assertThat(nights.run().warnings()).extracting(Message::toString).containsAll(before);
    assertThat(lostByTheCheck()).isEqualTo(before);
  }

  private List<String> lostByTheCheck() throws IOException {
    return CheckedRegistry.offenders(CheckedRegistry.json(folder.resolve("landing"), nights.lake()))
        .get("lost_rows");
  }

  @Test
  void aFileOfWhichNothingCanBeReadIsHeldBackAndTheOldRowsStay() throws IOException {
    Files.writeString(csv, HEADINGS + FOUR.replace(",,", ",2024-01-012099/12/31,"));
    NightReport report = nights.run();
    assertThat(report.exitCode()).isEqualTo(4);
    assertThat(report.warnings())
        .extracting(Message::toString)
        .anySatisfy(w -> assertThat(w).contains("Held back whole: registry/stations.csv"));
    assertThat(stations()).containsExactly("S1", "S2", "S3", "S4");
  }

  @Test
  void twoFilesForOneTableAreRefusedByNameAndTheRowsAreThoseOfTheOneThatIsLeft()
      throws IOException {
    writeGz(HEADINGS + "S1,一站,370902,,\nS9,九站,370902,,\n");
    for (int night = 0; night < 2; night++) {
      NightReport report = nights.run();
      assertThat(report.exitCode()).isEqualTo(4);
      assertThat(report.warnings())
          .extracting(Message::toString)
          .anySatisfy(
              w ->
                  assertThat(w)
                      .contains("registry.station")
                      .contains("registry/Stations.CSV.gz, registry/stations.csv"));
      assertThat(stations()).containsExactly("S1", "S2", "S3", "S4");
    }

    Path aside = folder.resolve("aside.csv");
    Files.move(csv, aside);
    assertThat(nights.run().exitCode()).isZero();
    assertThat(stations()).containsExactly("S1", "S9");

    Files.delete(gz);
    Files.move(aside, csv);
    assertThat(nights.run().exitCode()).isZero();
    assertThat(stations()).containsExactly("S1", "S2", "S3", "S4");
    assertThat(nights.run().lines()).isEmpty();
  }

  @Test
  void workbookGivesTheSameTableAndASecondFileBesideItIsRefused() throws IOException {
    Path book = csv.resolveSibling("stations.xlsx");
    Files.write(book, workbook("S1", "S2", "S3", "S4"));
    NightReport both = nights.run();
    assertThat(both.exitCode()).isEqualTo(4);
    assertThat(both.warnings())
        .extracting(Message::toString)
        .anySatisfy(
            w ->
                assertThat(w)
                    .contains("registry.station")
                    .contains("registry/stations.csv, registry/stations.xlsx"));

    Files.delete(csv);
    NightReport alone = nights.run();
    assertThat(alone.exitCode()).isZero();
    assertThat(stations()).containsExactly("S1", "S2", "S3", "S4");
    assertThat(
            Ask.texts(
                new Query(nights.lake(), Catalogue.tables()),
                "SELECT concat(file_id, ' ', record_no) FROM registry.station ORDER BY record_no"))
        .startsWith("registry/stations.xlsx 2");
    assertThat(nights.run().lines()).as("an unchanged workbook is not read again").isEmpty();

    Files.write(book, workbook("S1", "S2", "#N/A", "S4"));
    assertThat(lostByTheCheck())
        .singleElement()
        .asString()
        .startsWith("Lost from registry/stations.xlsx")
        .contains(": S3.");
    NightReport refused = nights.run();
    assertThat(refused.warnings())
        .extracting(Message::toString)
        .anySatisfy(w -> assertThat(w).contains("1 rows of registry/stations.xlsx were refused"));
    assertThat(stations()).containsExactly("S1", "S2", "S4");

    Files.write(book, new byte[] {'P', 'K', 3, 4, 1, 2, 3});
    NightReport held = nights.run();
    assertThat(held.exitCode()).isEqualTo(4);
    assertThat(held.warnings())
        .extracting(Message::toString)
        .anySatisfy(
            w ->
                assertThat(w)
                    .contains("Held back whole: registry/stations.xlsx")
                    .contains("The workbook cannot be read: the file is damaged"));
    assertThat(stations()).containsExactly("S1", "S2", "S4");
  }

  /** Rows with a name and a county as text, and a code that may be an error. */
  private static byte[] workbook(String... codes) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      XSSFSheet sheet = book.createSheet();
      String[] headings = HEADINGS.strip().split(",");
      for (int r = 0; r <= codes.length; r++) {
        XSSFRow row = sheet.createRow(r);
        String[] cells =
            r == 0 ? headings : new String[] {codes[r - 1], "S%d 站".formatted(r), "370902"};
        for (int c = 0; c < cells.length; c++) {
          if (cells[c].equals("#N/A")) {
            row.createCell(c).setCellErrorValue(FormulaError.NA.getCode());
          } else {
            row.createCell(c).setCellValue(cells[c]);
          }
        }
        if (r == 3 && codes[2].equals("#N/A")) {
          row.createCell(5).setCellValue("");
          row.getCell(1).setCellValue("S3");
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      book.write(bytes);
      return bytes.toByteArray();
    }
  }

  @Test
  void aCheckThatDoesNotHoldEndsTheNightWithExitCodeFour() {
    Row finding =
        RowFactory.create(
            "air.station_hour",
            "key_names_one_row",
            java.time.LocalDate.of(2024, 3, 1),
            1L,
            "station_code=S1 (air/a.csv, air/b.csv)");
    nights
        .lake()
        .append(
            OpsTables.DATA_CHECK,
            DaySet.NONE,
            Given.rows(
                OpsTables.DATA_CHECK,
                nights
                    .lake()
                    .spark()
                    .createDataFrame(List.of(finding), OpsTables.DATA_CHECK.rowSchema())),
            "test");
    NightReport report = nights.run();
    assertThat(report.exitCode()).isEqualTo(4);
    assertThat(report.warnings())
        .extracting(Message::toString)
        .anySatisfy(w -> assertThat(w).contains("does not hold").contains("air/a.csv, air/b.csv"));
  }
}
