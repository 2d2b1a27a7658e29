package org.dawen.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardTableTest {

  @Test
  void quotedFieldsKeepCommasAndQuotes() {
    StandardRow row =
        StandardTable.parse("t.csv", "a,b,c\n\"one, two\",\"say \"\"no\"\"\",\n").rows().get(0);
    assertThat(row.text("a")).isEqualTo("one, two");
    assertThat(row.text("b")).isEqualTo("say \"no\"");
    assertThat(row.optionalText("c")).isEmpty();
  }

  @Test
  void byteOrderMarkCarriageReturnsAndBlankLinesAreTolerated() {
    List<StandardRow> rows = StandardTable.parse("t.csv", "\uFEFFa,b\r\n\r\n1,2\r\n").rows();
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).integer("a")).isEqualTo(1);
    assertThat(rows.get(0).where()).isEqualTo("t.csv line 3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,2,3|t.csv line 2: 3 fields under 2 headings",
        "1|t.csv line 2: 1 fields under 2 headings",
        "'\"1,2'|t.csv line 2: a quote is not closed",
        "'\"1\"x,2'|t.csv line 2: text follows a closing quote",
        "'1\"x,2'|t.csv line 2: a quote stands inside",
      })
  void faultyLineIsNamedByFileAndLine(String line, String message) {
    assertThatThrownBy(() -> StandardTable.parse("t.csv", "a,b\n" + line + "\n"))
        .isInstanceOf(StandardTableException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void fieldThatCannotBeReadIsNamedByFileLineAndColumn() {
    StandardRow row = StandardTable.parse("t.csv", "n,d,e\nx,2026-02-30,\n").rows().get(0);
    assertThatThrownBy(() -> row.decimal("n"))
        .hasMessage("t.csv line 2: n is 'x', expected a decimal number.");
    assertThatThrownBy(() -> row.integer("n")).hasMessageContaining("expected a whole number");
    assertThatThrownBy(() -> row.day("d")).hasMessageContaining("d is '2026-02-30'");
    assertThatThrownBy(() -> row.text("e")).hasMessageContaining("e is empty");
    assertThatThrownBy(() -> row.text("z")).hasMessageContaining("t.csv has no column z");
    assertThatThrownBy(() -> row.word("n", Confidence::ofLetter))
        .hasMessageStartingWith("t.csv line 2: n: 'x' is no confidence");
    assertThat(row.optionalDecimal("e")).isNull();
    assertThat(row.optionalInteger("e")).isNull();
    assertThat(row.optionalDay("e")).isNull();
    assertThat(row.texts("e")).isEmpty();
  }

  @Test
  void headingsMustBeThereAndDiffer() {
    assertThatThrownBy(() -> StandardTable.parse("t.csv", "a,a\n1,2\n"))
        .hasMessageContaining("heading 'a' is empty or twice");
    assertThatThrownBy(() -> StandardTable.parse("t.csv", "")).hasMessageContaining("is empty");
  }

  @Test
  void missingTableIsNamed() {
    assertThatThrownBy(() -> StandardTable.read("no_such.csv"))
        .isInstanceOf(StandardTableException.class)
        .hasMessageContaining("standards/no_such.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-01,", "2026-01-01,2026-03-01", "2027-01-01,2027-01-01"})
  void periodsThatShareADayAreRefused(String second) {
    StandardTable table = dated("k,2026-03-01,", "k," + second);
    assertThatThrownBy(() -> table.requireDisjointPeriods("k"))
        .hasMessageContaining("t.csv line 3 and t.csv line 2 hold on the same day for [k]");
  }

  @Test
  void periodsThatTouchOrBelongToAnotherKeyAreAccepted() {
    StandardTable table = dated("k,2026-03-01,", "k,2026-01-01,2026-02-28", "other,2026-01-01,");
    assertThat(table.requireDisjointPeriods("k")).isSameAs(table);
  }

  @Test
  void provisionThatEndsBeforeItBeginsIsRefused() {
    StandardRow row = dated("k,2026-03-01,2026-02-28").rows().get(0);
    assertThatThrownBy(row::provision)
        .isInstanceOf(StandardTableException.class)
        .hasMessageContaining("t.csv line 2");
  }

  @Test
  void provisionHoldsOnItsFirstAndLastDay() {
    Provision provision = dated("k,2026-03-01,2026-03-31").rows().get(0).provision();
    assertThat(provision.isInForce(LocalDate.of(2026, 2, 28))).isFalse();
    assertThat(provision.isInForce(LocalDate.of(2026, 3, 1))).isTrue();
    assertThat(provision.isInForce(LocalDate.of(2026, 3, 31))).isTrue();
    assertThat(provision.isInForce(LocalDate.of(2026, 4, 1))).isFalse();
  }

  private static StandardTable dated(String... rows) {
    StringBuilder text =
        new StringBuilder("k,valid_from,valid_to,standard,clause,confidence,source,note\n");
    for (String row : rows) {
      text.append(row).append(",GB 1,1,V,text,\n");
    }
    return StandardTable.parse("t.csv", text.toString());
  }
}
