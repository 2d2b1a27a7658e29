package org.dawen.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dawen.cli.Catalogue;
import org.dawen.lake.SqlEngine;
import org.dawen.lake.Table;
import org.dawen.lake.Trouble;
import org.junit.jupiter.api.Test;

class AnswerBookTest {
  private static final List<Table> EPISODES =
      Catalogue.tables().stream()
          .filter(t -> t.name().equals("source.exceedance_episode"))
          .toList();

  private static SqlEngine.Answer answer(List<String> headings, Object... row) {
    Iterator<Object[]> rows = List.<Object[]>of(row).iterator();
    return new SqlEngine.Answer(headings, rows);
  }

  private static String part(byte[] book, String name) throws Exception {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(book))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        if (e.getName().equals(name)) {
          // The library writes Chinese characters as numbers.
          return Pattern.compile("&#x([0-9a-f]+);")
              .matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
              .replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16)));
        }
      }
    }
    throw new AssertionError("no part " + name);
  }

  @Test
  void headingsAreChineseWithTheirUnitsAndWhatNoTableDeclaresStandsForItself() throws Exception {
    byte[] book =
        AnswerBook.of(
            answer(
                List.of("outlet_code", "excess_mass_kg", "my_sum"),
                "=1+1",
                new BigDecimal("1.500000"),
                3L),
            EPISODES);
    assertThat(part(book, "xl/sharedStrings.xml"))
        .contains("排口编码", "超标排放量（kg）", "my_sum", "excess_mass_kg", "&apos;=1+1");
    assertThat(part(book, "xl/worksheets/sheet1.xml"))
        .contains("<v>1.500000</v>", "<v>3</v>")
        .doesNotContain("<f>");
  }

  @Test
  void namesAndNumbersThatAWorkbookCannotHoldDoNotBreakIt() throws Exception {
    byte[] book =
        AnswerBook.of(
            answer(List.of("a\u0001b", "=c", "d"), Double.NaN, Float.NEGATIVE_INFINITY, "x\u0001y"),
            List.of());
    for (String name : List.of("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml")) {
      byte[] xml = part(book, name).getBytes(StandardCharsets.UTF_8);
      assertThatCode(
              () ->
                  DocumentBuilderFactory.newInstance()
                      .newDocumentBuilder()
                      .parse(new ByteArrayInputStream(xml)))
          .doesNotThrowAnyException();
    }
    assertThat(part(book, "xl/worksheets/sheet1.xml")).doesNotContain("<v>NaN", "<v>-Infinity");
    assertThat(part(book, "xl/sharedStrings.xml")).contains(">ab<", "NaN", ">xy<");
  }

  @Test
  void twoColumnsOfOneNameAreRefusedWithTheWayOut() {
    assertThatThrownBy(() -> AnswerBook.of(answer(List.of("a", "a"), 1, 2), List.of()))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("AS another_name");
  }

  @Test
  void everyTitleOfTheDictionaryHasARowInItsForm() {
    assertThat(DictionaryPage.allTitles())
        .allSatisfy((table, title) -> assertThat(table).matches("[a-z]+\\.[a-z_0-9]+"));
    assertThat(Catalogue.tables().stream().map(Table::name))
        .filteredOn(t -> DictionaryPage.title(t).equals(t))
        .as("tables without a Chinese title in publish/tables.csv")
        .isEmpty();
  }
}
