package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {
  @ParameterizedTest
  @CsvSource({
    "2024-03-01T05:00, 2024-03-01T05:00",
    "2024-03-01 05:00:00, 2024-03-01T05:00",
    "2024/3/1 5:00, 2024-03-01T05:00",
    "2024-03-01T24:00, 2024-03-02T00:00",
    "2024-02-29T23:59:59.123, 2024-02-29T23:59:59",
    "2024-02-29T16:00Z, 2024-03-01T00:00",
    "2024-03-01, 2024-03-01T00:00",
    "2024/3/1, 2024-03-01T00:00",
    "2024-03-01T05:00:00+08:00, 2024-03-01T05:00",
    "2024-03-01T05:00:30+0900, 2024-03-01T04:00:30"
  })
  void readsTimesAsBeijingTime(String cell, String expected) {
    assertThat(Cells.time(cell)).isEqualTo(expected);
  }

  /** Times to the minute are read by their digits, others by a pattern. */
  @Property
  void timesToTheMinuteAreReadAsThoseToTheSecond(
      @ForAll @IntRange(min = 0, max = 9999) int year,
      @ForAll @IntRange(min = 0, max = 14) int month,
      @ForAll @IntRange(min = 0, max = 33) int day,
      @ForAll @IntRange(min = 0, max = 26) int hour,
      @ForAll @IntRange(min = 0, max = 61) int minute,
      @ForAll boolean hasBlank) {
    String cell =
        "%04d-%02d-%02d%s%02d:%02d".formatted(year, month, day, hasBlank ? " " : "T", hour, minute);
    assertThat(Cells.label(cell)).isEqualTo(Cells.label(cell + ":00"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-30T05:00",
        "2024-03-0aT05:00",
        "2024-03-01T05:0٠",
        "2023-02-29T05:00",
        "2024-13-01T05:00",
        "2024-03-01T25:00",
        "2024-03-01T24:01",
        "45385.0416667",
        "2024年04月03日 02时",
        "04/03/2024 04:00",
        "2024040305",
        "2024-04-03  09:00",
        "2024-04-03 11:00 AM",
        "2024/4/3 下午 2:00:00",
        "05:00",
        "yesterday",
        "20240301050000",
        ""
      })
  void timesThatDoNotExistAreNone(String cell) {
    assertThat(Cells.time(cell)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-04-01",
        "2024/4/1",
        "2024/4/1 0:00",
        "2024-04-01 00:00:00",
        "2024-04-01T00:00:00.000"
      })
  void aDayMayHaveTheMidnightThatASpreadsheetWritesBehindIt(String cell) {
    assertThat(Cells.day(cell)).isEqualTo("2024-04-01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-30",
        "2024-3",
        "30.2.2024",
        "2024-03-01T05:00",
        "2024-03-01T24:00",
        "2024-03-01T00:00Z",
        "45383",
        "2024-04-01  0:00"
      })
  void daysThatDoNotExistAreNone(String cell) {
    assertThat(Cells.day(cell)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NA", "-", "—"})
  void theMissingMarksAreMissing(String cell) {
    assertThat(Cells.isMissing(cell)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"TA008\u00A0", "\u200BTA008", "\uFEFFTA008\u3000", " \tTA008\u200E\u0000"})
  void whatCannotBeSeenIsCutOffAtBothEnds(String cell) {
    assertThat(Cells.trimmed(cell)).isEqualTo("TA008");
  }

  @Test
  void zeroIsNotMissing() {
    assertThat(Cells.isMissing("0")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "12.5, 12.500000",
    "1e2, 100.000000",
    "-0.3, -0.300000",
    "0.0000005, 0.000000",
    "0.0000015, 0.000002"
  })
  void numbersAreExactToTheScaleAndRoundHalfEvenBeyond(String cell, BigDecimal expected) {
    assertThat(Cells.decimal(cell, 14, 6)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "1,5", "12 ug", "1e999999999", "123456789.5", "0x10", "NaN"})
  void whatIsNoNumberOrDoesNotFitIsNone(String cell) {
    assertThat(Cells.decimal(cell, 14, 6)).isNull();
  }
}
