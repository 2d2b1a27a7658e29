package org.dawen.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {
  private static final List<String> BLANKS =
      List.of(
          "",
          " ",
          "   ",
          "\t",
          "\r",
          "\n",
          "\r\n\t",
          "\u00A0",
          "\u2003",
          "\u202F",
          "\u3000",
          "\u200B",
          "\u200D",
          "\u2060",
          "\u00AD",
          "\uFEFF",
          "\u202E",
          "\u061C",
          "\u0000",
          "\u0085",
          "\u2028",
          "\u180E",
          "\u3164",
          "\uFE0F",
          " \u200B\t\u3000");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-1+1",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(1)",
        "+A1",
        "-A1",
        "=",
        "@",
        "\uFF1D1+1",
        "\uFF0BA1",
        "\uFF0D1+1",
        "\uFF20SUM(1)",
        "\uFE661+1",
        "\uFE62A1",
        "\uFE63A1",
        "\uFE6BA1",
        "+86-538-1234567",
        "-5 mg",
        "--1",
        "=\"x\"",
        "-1,2,3",
        "-(1)",
        "-E5"
      })
  void whatASpreadsheetRunsIsAFormulaBehindAnyBlank(String formula) {
    for (String blank : BLANKS) {
      assertThat(SpreadsheetText.isFormula(blank + formula))
          .as("%s behind %s", formula, blank.codePoints().boxed().toList())
          .isTrue();
      assertThat(SpreadsheetText.csvCell(blank + formula)).matches("(?s)\"?'.*");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "--",
        "—",
        "–",
        "-5",
        "-5.0",
        "+3",
        "-0.25%",
        "-1e-5",
        "-1,234.5",
        ".5",
        "-.5",
        "1+1",
        "a=b",
        "Kläranlage",
        "37°",
        "%",
        "|",
        "A@B",
        "二期=三期",
        "\u00A0",
        "'=1",
        "'",
        "(-1)",
        "2024-03-01"
      })
  void whatItOnlyShowsIsNone(String text) {
    assertThat(SpreadsheetText.isFormula(text)).isFalse();
    assertThat(SpreadsheetText.csvCell(text).replace("\"", "")).isEqualTo(text);
  }

  @Test
  void aTextThatBeginsWithATabOrALineBreakIsGuardedWhateverFollows() {
    assertThat(List.of("\ta", "\ra", "\na")).allMatch(SpreadsheetText::isFormula);
  }

  @Test
  void aNumberBehindBlanksOrInWideLettersIsNoPlainOne() {
    assertThat(List.of("\u3000-1", " +5", "\uFF0D5", "-\uFF15"))
        .allMatch(SpreadsheetText::isFormula);
  }

  @Test
  void aCellIsQuotedWhereItMustBe() {
    assertThat(SpreadsheetText.csvCell("a,b")).isEqualTo("\"a,b\"");
    assertThat(SpreadsheetText.csvCell("say \"no\"")).isEqualTo("\"say \"\"no\"\"\"");
    assertThat(SpreadsheetText.csvCell("=\"a\"\n")).isEqualTo("\"'=\"\"a\"\"\n\"");
    assertThat(SpreadsheetText.csvCell("a b")).isEqualTo("a b");
  }

  @Test
  void onlyWhatCallsOrStartsSomethingIsACommand() {
    assertThat(
            List.of(
                "=1",
                "@x",
                "+SUM(1)",
                "-1+cmd|'x'!A0",
                "\u3000\uFF1DHYPERLINK",
                "\u200B@x",
                "\uFF0Bf\uFF08\uFF09"))
        .allMatch(SpreadsheetText::isCommand);
    assertThat(List.of("", "-", "-5", "+86-538-1234567", "-2 t, see annex", "\tx", "a(b)"))
        .noneMatch(SpreadsheetText::isCommand);
  }
}
