package org.dawen.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Sheets as workbook, CSV and JSON, with names nobody wishes for. */
class SheetFilesTest {
  private static final String NASTY = "甲\"乙\",\n丙𠮷<&>";

  private static Sheet sheet() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", NASTY);
    values.put("formula", "=HYPERLINK(\"http://x\")");
    values.put("mass_t", new BigDecimal("12.3400"));
    values.put("day", LocalDate.of(2024, 3, 1));
    values.put("is_open", true);
    values.put("none", null);
    return new Sheet(
        "s",
        "表[1]",
        "Sheet",
        "a.table",
        List.of(
            Field.named("name", "名称", "Name"),
            Field.named("formula", "公式", "Formula"),
            new Field("mass_t", "量", "Mass", "t", 4),
            Field.named("day", "日期", "Day"),
            Field.named("is_open", "是否", "Open"),
            Field.named("none", "空", "None")),
        List.of("name"),
        List.of(new Line(values)),
        "无",
        "None");
  }

  private static Map<String, String> parts(byte[] workbook) throws IOException {
    Map<String, String> parts = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        parts.put(e.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  @Test
  void theSameSheetsGiveTheSameBytes() throws Exception {
    byte[] once = Xlsx.of(List.of(sheet()), "foot");
    Thread.sleep(1100);
    assertThat(Xlsx.of(List.of(sheet()), "foot")).isEqualTo(once);
  }

  @Test
  void aTextIsNeverAFormula() throws IOException {
    Map<String, String> parts = parts(Xlsx.of(List.of(sheet()), "foot"));
    assertThat(parts.get("xl/worksheets/sheet1.xml")).doesNotContain("<f>");
    assertThat(parts.get("xl/sharedStrings.xml"))
        .contains("&apos;=HYPERLINK(")
        .satisfiesAnyOf(
            s -> assertThat(s).contains("𠮷"), s -> assertThat(s).contains("&#x20bb7;"));
  }

  @Test
  void numbersDaysAndTruthsHaveTheirTypesAndTheHeadingsAreFrozen() throws IOException {
    String xml = parts(Xlsx.of(List.of(sheet()), "foot")).get("xl/worksheets/sheet1.xml");
    assertThat(xml)
        .contains("<v>12.3400</v>")
        .contains("<v>45352")
        .containsPattern("t=\"b\"[^>]*><v>1</v>")
        .containsPattern("<pane [^>]*ySplit=\"3\"")
        .contains("fitToWidth=\"1\"");
  }

  @Test
  void csvBeginsWithTheMarkAndDisarmsFormulas() {
    String csv = new String(FeedText.csv(sheet()), StandardCharsets.UTF_8);
    assertThat(csv)
        .startsWith("\uFEFF名称 name,公式 formula,量（t） mass_t,")
        .contains("\"甲\"\"乙\"\",\n丙𠮷<&>\"")
        .contains("\"'=HYPERLINK(\"\"http://x\"\")\"")
        .endsWith(",12.3400,2024-03-01,true,\r\n");
  }

  @Test
  void aFormulaBehindBlanksOrInWideLettersIsDisarmedToo() {
    for (String formula : List.of("  =1+1", "\uFF1D1+1", "\uFF0Bcmd", "\uFF20SUM(1)", "\u3000-1")) {
      Sheet one =
          new Sheet(
              "s",
              "表",
              "Sheet",
              "a.table",
              List.of(Field.named("name", "名称", "Name")),
              List.of(),
              List.of(new Line(Map.of("name", formula))),
              "无",
              "None");
      assertThat(new String(FeedText.csv(one), StandardCharsets.UTF_8))
          .isEqualTo("\uFEFF名称 name\r\n'" + formula + "\r\n");
    }
  }

  @Test
  void aNameOfSeveralLinesIsOneLineOfTheDiff() {
    List<FeedChanges.Change> changes =
        FeedChanges.between(java.nio.file.Path.of("there-is-none"), List.of(sheet()));
    assertThat(changes).singleElement().satisfies(c -> assertThat(c.row()).doesNotContain("\n"));
  }

  @Test
  void jsonKeepsAllDigits() {
    assertThat(new String(FeedText.json(sheet()), StandardCharsets.UTF_8))
        .contains("\"mass_t\":12.3400")
        .contains("\"none\":null")
        .contains("甲\\\"乙\\\",\\n丙𠮷<&>");
  }

  @Test
  void aPageShowsTextsAsTextsAndNamesTheColumns() {
    SourceNotes notes = new SourceNotes();
    assertThat(Html.table(sheet(), notes))
        .contains("丙𠮷&lt;&amp;&gt;")
        .contains("title=\"mass_t\"")
        .contains("href=\"#source-table-s\" title=\"a.table\"")
        .doesNotContain("<&>");
    assertThat(notes.list())
        .contains("<li id=\"source-table-s\" value=\"1\">", "<code>a.table</code>");
  }
}
