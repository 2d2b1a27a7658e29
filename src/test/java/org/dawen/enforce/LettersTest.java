package org.dawen.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.dawen.lake.DaySet;
import org.dawen.lake.TestRows;
import org.dawen.registry.Letter;
import org.junit.jupiter.api.Test;

/** Letters open on each day, worked out by hand. */
class LettersTest {
  private static final String HEADINGS =
      "letter_code,received_on,closed_on,reopened_on,closed_again_on,due_on,county_code,batch";

  private static List<LetterDay> days(String from, String to, String... letters) {
    String[] lines = new String[letters.length + 1];
    lines[0] = HEADINGS;
    System.arraycopy(letters, 0, lines, 1, letters.length);
    return Letters.of(
        TestRows.records(Letter.class, lines),
        DaySet.between(LocalDate.parse(from), LocalDate.parse(to)),
        DaySet.of(LocalDate.parse(to)));
  }

  @Test
  void aClosingWrittenOverByALaterOneClosesTheLetter() {
    List<LetterDay> days =
        days("2024-01-01", "2024-01-06", "L1,2024-01-01,2024-01-05,2024-01-03,,,370902,");
    assertThat(open(days, "*", "*")).containsExactly("1:1", "2:1", "3:1", "4:1", "5:0", "6:0");
  }

  @Test
  void afterTheLastChangeMonthsHaveRowsUpToTheirLastDayWithOtherData() {
    List<Letter> letters =
        TestRows.records(Letter.class, HEADINGS, "L1,2024-01-01,2024-01-03,,,2024-01-20,370902,");
    DaySet due = DaySet.between(LocalDate.parse("2024-01-01"), LocalDate.parse("2024-01-31"));
    assertThat(open(Letters.of(letters, due, DaySet.NONE), "*", "*"))
        .containsExactly("1:1", "2:1", "3:0");
    assertThat(open(Letters.of(letters, due, DaySet.of(LocalDate.parse("2024-01-05"))), "*", "*"))
        .containsExactly("1:1", "2:1", "3:0", "4:0", "5:0");
    DaySet february = DaySet.between(LocalDate.parse("2024-02-01"), LocalDate.parse("2024-02-29"));
    assertThat(Letters.of(letters, due.union(february), DaySet.of(LocalDate.parse("2024-02-02"))))
        .extracting(d -> d.dataDay().toString())
        .as("a month whose other data are withdrawn has the rows of a lake that never had them")
        .containsOnly("2024-01-01", "2024-01-02", "2024-01-03", "2024-02-01", "2024-02-02");
  }

  private static List<String> open(List<LetterDay> days, String county, String batch) {
    return days.stream()
        .filter(d -> d.countyCode().equals(county) && d.batch().equals(batch))
        .map(d -> d.dataDay().getDayOfMonth() + ":" + d.openCount())
        .toList();
  }

  @Test
  void aLetterIsOpenFromReceiptToClosingAndAgainFromReopening() {
    List<LetterDay> days =
        days(
            "2024-01-01",
            "2024-01-07",
            "L1,2024-01-02,2024-01-04,2024-01-05,2024-01-07,,370902,c2");
    assertThat(open(days, "*", "*")).containsExactly("2:1", "3:1", "4:0", "5:1", "6:1", "7:0");
  }

  @Test
  void closedOnTheDayItCameItIsNeverOpen() {
    List<LetterDay> days =
        days("2024-01-02", "2024-01-02", "L1,2024-01-02,2024-01-02,,,2024-01-02,370902,");
    assertThat(days).hasSize(4);
    assertThat(days)
        .allSatisfy(
            d -> {
              assertThat(d.openCount()).isZero();
              assertThat(d.receivedCount()).isEqualTo(1);
              assertThat(d.closedCount()).isEqualTo(1);
              assertThat(d.dueLetterCount()).isEqualTo(1);
              assertThat(d.closedInTimeCount()).isEqualTo(1);
            });
  }

  @Test
  void countiesAndBatchesAddUpToAll() {
    List<LetterDay> days =
        days(
            "2024-01-03",
            "2024-01-03",
            "L1,2024-01-01,,,,2024-01-02,370902,c2",
            "L2,2024-01-01,2024-01-02,,,,370902,p1",
            "L3,2024-01-02,,,,2024-01-03,,");
    assertThat(open(days, "370902", "c2")).containsExactly("3:1");
    assertThat(open(days, "370902", "*")).containsExactly("3:1");
    assertThat(open(days, "?", "?")).containsExactly("3:1");
    LetterDay all =
        days.stream()
            .filter(d -> d.countyCode().equals("*") && d.batch().equals("*"))
            .findFirst()
            .orElseThrow();
    assertThat(all.totalCount()).isEqualTo(3);
    assertThat(all.settledCount()).isEqualTo(1);
    assertThat(all.overdueCount()).as("due the day before; due today is not late yet").isEqualTo(1);
    assertThat(all.closedInTimeCount()).isZero();
  }
}
