package org.dawen.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.dawen.cli.Catalogue;
import org.dawen.cli.SampleLake;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quarterly bulletin and the brief's section of the work plan, of the sample city. */
class BulletinTest {
  private static final LocalDate QUARTER = LocalDate.of(2024, 1, 1);

  @TempDir private Path folder;

  private static Lake lake() {
    return new Lake(SharedSession.spark(), SampleLake.folder().toString());
  }

  private List<Path> written() {
    return new Bulletin(lake(), Catalogue.tables(), QUARTER).write(folder);
  }

  @Test
  void itIsAPageAWorkbookAndADocument() throws IOException {
    List<Path> files = written();
    assertThat(files.stream().map(f -> f.getFileName().toString()))
        .containsExactly("bulletin-2024Q1.html", "bulletin-2024Q1.xlsx", "bulletin-2024Q1.docx");
    String page = Files.readString(files.get(0));
    assertThat(page)
        .contains("2024年第一季度工作要点进展通报", "Progress of the work plan, quarter 1 of 2024")
        .contains("T059", "综合执法支队", "air.area_day pm2_5_ug_m3")
        .doesNotContain("<script", "http://", "https://");
    try (InputStream in = Files.newInputStream(files.get(2));
        XWPFDocument document = new XWPFDocument(in)) {
      assertThat(document.getParagraphs().get(0).getText()).isEqualTo("2024年第一季度工作要点进展通报");
      List<XWPFTable> tables = document.getTables();
      assertThat(tables.stream().skip(3).mapToInt(t -> t.getNumberOfRows() - 1).sum())
          .as("every number once, by project")
          .isEqualTo(68);
      assertThat(tables.get(2).getText()).contains("T004", "PM2.5年均浓度", "有风险");
    }
  }

  @Test
  void theSameTablesGiveTheSameFiles() throws IOException {
    List<byte[]> first = bytes(written());
    List<byte[]> again = bytes(written());
    for (int i = 0; i < first.size(); i++) {
      assertThat(again.get(i)).isEqualTo(first.get(i));
    }
  }

  private static List<byte[]> bytes(List<Path> files) throws IOException {
    List<byte[]> bytes = new java.util.ArrayList<>();
    for (Path file : files) {
      bytes.add(Files.readAllBytes(file));
    }
    return bytes;
  }

  /** What the data say is text and nothing else, in every format. */
  @Test
  void whatTheRegistryWritesIsText() throws IOException {
    Line hostile =
        new Line(
            java.util.Map.of(
                "target_id",
                "T1",
                "title_zh",
                "<script>alert(1)</script>&\u0001",
                "proof",
                "=1+1"));
    Sheet sheet =
        Sheets.of(
            new Results(lake(), Catalogue.tables()),
            "plan_late",
            java.util.Map.of("where", "x"),
            List.of(hostile));
    assertThat(Html.table(sheet, new SourceNotes()))
        .doesNotContain("<script>")
        .contains("&lt;script&gt;");
    byte[] docx = Docx.of("标题", List.of(), List.of(sheet), List.of(), QUARTER);
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
      assertThat(document.getTables().get(0).getText()).contains("<script>alert(1)</script>&\t");
    }
  }

  @Test
  void aQuarterWithoutProgressIsNotReady() {
    assertThatThrownBy(() -> new Bulletin(lake(), Catalogue.tables(), LocalDate.of(2023, 1, 1)))
        .isInstanceOf(Trouble.class)
        .hasMessageStartingWith("There is no progress of 2023Q1");
  }

  @Test
  void everyNumberCountsInOneProjectAndWithEachOfItsDepartments() {
    List<Sheet> overview = new Bulletin(lake(), Catalogue.tables(), QUARTER).overview();
    assertThat(overview.get(0).lines().stream().mapToLong(l -> l.whole("number_count")).sum())
        .isEqualTo(68);
    Line office =
        overview.get(1).lines().stream()
            .filter(l -> l.is("departments", "办公室(督查办)"))
            .findFirst()
            .orElseThrow();
    assertThat(office.whole("number_count")).as("T057, T058, T065, T068").isEqualTo(4);
    assertThat(PlanProgress.STATES.stream().mapToLong(office::whole).sum()).isEqualTo(4);
  }

  @Test
  void departmentsAreCountedByThemselvesWhateverJoinsThem() {
    Line line = new Line(java.util.Map.of("departments", "大气科、水科，土科； 大气科,法制科;、"));
    assertThat(PlanProgress.departments(line)).containsExactly("大气科", "水科", "土科", "法制科");
  }

  @Test
  void theBriefNamesWhatTurnedLateWhoseItIsAndWhatProvesIt() {
    Results results = new Results(lake(), Catalogue.tables());
    Section section = PlanBrief.section(results, LocalDate.of(2024, 3, 31));
    Sheet shown = section.sheets().get(0);
    assertThat(shown.lines().stream().filter(l -> l.text("turned").equals("今日新增")))
        .extracting(l -> l.text("target_id"))
        .contains("T059", "T065");
    Line campaigns =
        shown.lines().stream().filter(l -> l.is("target_id", "T059")).findFirst().orElseThrow();
    assertThat(campaigns.text("departments")).isEqualTo("综合执法支队");
    assertThat(campaigns.text("proof")).startsWith("示例调度〔2024〕").endsWith("(2024-03-31)");
    assertThat(
            Stream.concat(section.sheets().stream(), section.folded().stream())
                .mapToInt(s -> s.lines().size())
                .max()
                .orElse(0))
        .isGreaterThan(15);
  }
}
