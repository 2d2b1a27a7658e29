package org.dawen.lead.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.dawen.lake.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
  private static final Values VALUES = new Values(5, 1, 2, 1, new BigDecimal("2.000000000"));

  private static BigDecimal score(String formula) {
    return Formula.of(formula).of(VALUES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10 * gravity",
        "severity +",
        "severity severity",
        "(severity",
        "",
        "enterprise_code",
        "reflect('java.lang.System', 'getenv', 'HOME')",
        "severity + length(java_method('java.lang.System', 'getenv', 'HOME'))",
        "(SELECT 1)",
        "severity + (SELECT max(value) FROM text.`/etc/hostname`)",
        "rand()",
        "current_date",
        "current_user",
        "array(severity)",
        "severity; severity",
        "severity --1",
        "severity /* 1 */",
        "'seven'",
        "severity + '7'",
        "severity + (severity > 3)",
        "severity AND 1",
        "severity = 'a'",
        "least(severity)",
        "round(severity, evidence_count)",
        "CASE severity END",
        "CAST(severity AS DATE)",
        "CAST(severity AS DECIMAL(40,2))",
        "1.5D DIV 2"
      })
  void whatIsNoFormulaOfNumbersIsRefused(String formula) {
    assertThatThrownBy(() -> Formula.of(formula))
        .isInstanceOf(Trouble.class)
        .hasMessageStartingWith("The formula '")
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "10 * severity - least(lasting_hours, 24) | 48.00",
        "CASE WHEN severity > 3 THEN round(evidence_count / 3, 1) ELSE 0 END | 0.70",
        "if(severity IN (4, 5) AND evidence_kind_count <> 2, -severity, CAST('7' AS INT)) | -5.00",
        "Severity + `EVIDENCE_COUNT` | 7.00",
        "2 + 3 * 4 - 10 / 4 | 11.50",
        "-(2 + 3) * -4 | 20.00",
        "7 DIV 2 | 3.00",
        "-7 DIV 2 | -3.00",
        "-7 % 3 | -1.00",
        "mod(7, -3) | 1.00",
        "7.5 DIV 2 | 3.00",
        "7.5 % 2 | 1.50",
        "1 / 3 | 0.33",
        "lasting_hours / 3 | 0.67",
        "0.005 | 0.01",
        "-0.005 | -0.01",
        "round(2.5) | 3.00",
        "round(-2.5) | -3.00",
        "round(1234.567, -2) | 1200.00",
        "round(1250, -2) | 1300.00",
        "round(0.125D, 2) | 0.13",
        "ceil(1.2) + floor(-1.2) + ceil(severity) | 5.00",
        "abs(-3) + abs(-0.5) + sign(-3) | 2.50",
        "sqrt(16) + pow(2, 3) + power(2, -1) | 12.50",
        "log10(1000) + ln(exp(2)) | 5.00",
        "coalesce(ln(0), log10(-1), 7) | 7.00",
        "ifnull(nullif(severity, 5), 3) | 3.00",
        "greatest(1, NULL, 2.5) + least(NULL, 4, 3) | 5.50",
        "CASE severity WHEN 4 THEN 1 WHEN 5 THEN 2.5 END | 2.50",
        "if(severity BETWEEN 4 AND 5, 1, 0) + if(severity NOT BETWEEN 4 AND 5, 1, 0) | 1.00",
        "if(severity NOT IN (1, NULL), 1, 0) | 0.00",
        "if(NULL IS NULL AND severity IS NOT NULL, 1, 0) | 1.00",
        "if(NOT severity = 5 OR evidence_count <=> 2, 1, 0) | 1.00",
        "if(NULL <=> NULL, 1, 0) + if(1 = NULL, 1, 0) | 1.00",
        "if(1 = 1.00 AND 2.5D >= 2.5, 1, 0) | 1.00",
        "CAST(2.7 AS INT) + CAST(-2.7 AS BIGINT) | 0.00",
        "CAST('1.005' AS DECIMAL(4,2)) + 2.345::decimal(3,1) | 3.31",
        "1e2 + 3L + 1.5BD | 104.50",
        "severity > 3 | 1.00"
      })
  void aScoreIsMadeOfOperatorsAndFunctionsOfValues(String formula, String score) {
    assertThat(score(formula)).isEqualTo(score);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "severity / 0 | division by zero",
        "severity / 0.0 | division by zero",
        "1D / 0 | division by zero",
        "severity % 0 | division by zero",
        "severity DIV 0 | division by zero",
        "2147483647 + severity | overflow",
        "9223372036854775807 * severity | overflow",
        "2000000 * severity | more digits than decimal(9,2)",
        "sqrt(-1) | is no number",
        "NULL | the result is NULL",
        "ln(0) | the result is NULL"
      })
  void whatCannotBeWorkedOutSaysWhy(String formula, String why) {
    assertThatThrownBy(() -> score(formula))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("\n");
  }

  /** As ANSI SQL has them: the digits of results, of which those before the point go first. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "severity + 0.5 | 12 | 1",
        "severity * 1.5 | 13 | 1",
        "severity / 2.0 | 17 | 6",
        "lasting_hours / 3 | 27 | 11",
        "lasting_hours + 24 | 26 | 9",
        "lasting_hours * lasting_hours | 38 | 6",
        "lasting_hours % 24 | 11 | 9",
        "least(lasting_hours, 24) | 25 | 9",
        "round(lasting_hours, 1) | 18 | 1",
        "ceil(lasting_hours) | 17 | 0"
      })
  void decimalsHaveTheDigitsOfSql(String formula, int precision, int scale) {
    assertThat(Parser.parse(formula).kind()).isEqualTo(Kind.decimal(precision, scale));
  }

  @Test
  void wholeNumbersStayWholeButForTheDivision() {
    assertThat(Parser.parse("severity * 2 - 1").kind()).isEqualTo(Kind.INT);
    assertThat(Parser.parse("severity DIV 2").kind()).isEqualTo(Kind.LONG);
    assertThat(Parser.parse("severity + 3000000000").kind()).isEqualTo(Kind.LONG);
    assertThat(Parser.parse("severity / 2").kind()).isEqualTo(Kind.DOUBLE);
    assertThat(Parser.parse("lasting_hours * 1e0").kind()).isEqualTo(Kind.DOUBLE);
    assertThat(Parser.parse("lasting_hours DIV 2").kind()).isEqualTo(Kind.LONG);
  }

  @Property
  void theShippedFormulaIsExact(
      @ForAll @IntRange(min = 1, max = 5) int severity,
      @ForAll @IntRange(min = 1, max = 20) int kinds,
      @ForAll @IntRange(min = 1, max = 1000) int count,
      @ForAll @IntRange(min = 1, max = 366) int days,
      @ForAll @BigRange(min = "0", max = "9000") @Scale(9) BigDecimal hours) {
    Formula shipped =
        Formula.of(
            "10 * severity + 15 * (evidence_kind_count - 1) + least(lasting_hours, 24) +"
                + " least(evidence_day_count, 10)");

    assertThat(shipped.of(new Values(severity, kinds, count, days, hours)))
        .isEqualTo(
            BigDecimal.valueOf(10L * severity + 15L * (kinds - 1) + Math.min(days, 10))
                .add(hours.min(BigDecimal.valueOf(24)))
                .setScale(2, RoundingMode.HALF_UP));
  }

  @Property
  void quotientAndRemainderMakeTheWhole(
      @ForAll @IntRange(min = -9999, max = 9999) int a,
      @ForAll @IntRange(min = 1, max = 99) int b) {
    assertThat(score("(%d DIV %d) * %d + %d %% %d".formatted(a, b, b, a, b)))
        .isEqualByComparingTo(BigDecimal.valueOf(a));
    assertThat(score("(%d.25 DIV -%d) * -%d + %d.25 %% -%d".formatted(a, b, b, a, b)))
        .isEqualByComparingTo(new BigDecimal(a + ".25"));
  }
}
