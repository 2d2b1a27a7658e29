package org.dawen.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.dawen.cli.Catalogue;
import org.dawen.cli.SampleLake;
import org.dawen.lake.Column;
import org.dawen.lake.DaySet;
import org.dawen.lake.Given;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.dawen.lake.TestTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What asks for a decision leads: targets missed, leads overdue, means of the day above limits. */
class DecisionsFirstTest {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 31);

  private static Section section(Results results, LocalDate day, String name) {
    return new Brief(results, day)
        .sections().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  private static Results sample() {
    return new Results(SampleLake.lake(), Catalogue.tables());
  }

  @Test
  void targetsMissedAndOutOfReachAreBothCountedAndComeFirst() {
    List<Line> targets =
        sample().lines("air.headroom_day", DaySet.of(DAY)).stream()
            .filter(l -> l.is("goal_kind", "target") && l.is("dust", "included"))
            .toList();
    long missed = targets.stream().filter(l -> l.is("goal_state", "missed")).count();
    long lost = targets.stream().filter(l -> l.is("goal_state", "out_of_reach")).count();
    assertThat(missed).isPositive();
    Section said = section(sample(), DAY, "headroom");
    assertThat(said.summaryZh())
        .isEqualTo("%d项目标，其中%d项未达到，%d项已无法达到。".formatted(targets.size(), missed, lost));
    assertThat(said.summaryEn())
        .isEqualTo(
            "Of %d targets, %s missed and %s out of reach."
                .formatted(
                    targets.size(),
                    Words.count(missed, "is", "are"),
                    Words.count(lost, "is", "are")));
    assertThat(said.sheets().get(0).lines().subList(0, (int) missed))
        .allMatch(l -> l.is("goal_state", "missed"));
  }

  @Test
  void overdueLeadsComeFirstAndNoneIsFoldedAway() {
    Section leads = section(sample(), DAY, "leads");
    List<Line> shown = leads.sheets().get(0).lines();
    long late =
        sample().lines("lead.lead", DaySet.between(DAY.minusDays(30), DAY)).stream()
            .filter(l -> !l.is("status", "CLOSED") && l.day("due_day") != null)
            .filter(l -> !l.day("due_day").isAfter(DAY))
            .count();
    assertThat(late).isPositive();
    assertThat(leads.summaryZh()).startsWith("到期未办结%d条".formatted(late));
    assertThat(shown.stream().limit(late)).allMatch(l -> !l.day("due_day").isAfter(DAY));
    assertThat(shown)
        .isSortedAccordingTo(
            Comparator.comparing(l -> l.day("due_day") == null || l.day("due_day").isAfter(DAY)));
  }

  @Test
  void englishSentencesAgreeInNumberAndHoldNoChineseButNames() {
    for (Section part : new Brief(sample(), DAY).sections()) {
      assertThat(part.summaryEn())
          .matches("(?s)[A-Z0-9].*[.]")
          .doesNotContainPattern("[0-9] ?[个台项条小家次批件]")
          .doesNotContainPattern("(?<![0-9.,-])1 (?!is |was |has |misses )[a-z]+s\\b");
      assertEnglish(part.en());
      Stream.concat(part.sheets().stream(), part.folded().stream())
          .forEach(DecisionsFirstTest::assertEnglish);
    }
  }

  private static void assertEnglish(Sheet sheet) {
    assertEnglish(sheet.en());
    assertEnglish(sheet.emptyEn());
    sheet.fields().forEach(f -> assertThat(f.en()).doesNotContainPattern("\\p{IsHan}"));
  }

  private static void assertEnglish(String text) {
    assertThat(text).doesNotContainPattern("\\p{IsHan}").matches("(?s)|[^a-z].*");
  }

  private static Row row(String outlet, Boolean isAbove, String mean, String times) {
    return RowFactory.create(
        outlet,
        "a21002",
        java.sql.Date.valueOf(DAY),
        isAbove,
        "mg/m3",
        mean == null ? null : new BigDecimal(mean),
        new BigDecimal("50"),
        times == null ? null : new BigDecimal(times),
        false);
  }

  @Test
  void aMeanOfTheDayAboveItsLimitStandsBesideHours(@TempDir Path folder) {
    Column code = Column.text("outlet_code");
    Column pollutant = Column.text("pollutant_code");
    Column dataDay = Column.day("data_day");
    Table days =
        TestTable.table("source.outlet_day")
            .says("Days.")
            .key(code, pollutant, dataDay)
            .day(dataDay)
            .columns(
                List.of(
                    code,
                    pollutant,
                    dataDay,
                    Column.truth("is_day_above_limit"),
                    Column.text("unit"),
                    Column.decimal("day_mean_value", 20, 10),
                    Column.decimal("day_limit_value", 18, 8),
                    Column.decimal("day_times_over_limit", 18, 8),
                    Column.truth("is_provisional")));
    Lake lake = new Lake(SharedSession.spark(), folder.resolve("lake").toString());
    Given.replaceDays(
        lake,
        days,
        DaySet.of(DAY),
        SharedSession.spark()
            .createDataFrame(
                List.of(
                    row("A", true, "57.5", "0.15"),
                    row("B", true, "80", "0.6"),
                    row("C", false, "30", null),
                    row("D", null, null, null)),
                days.rowSchema()),
        "job");
    List<Table> tables = new ArrayList<>(Catalogue.tables());
    tables.replaceAll(t -> t.name().equals(days.name()) ? days : t);
    Section said = section(new Results(lake, tables), DAY, "exceedances");
    assertThat(said.summaryZh()).isEqualTo("当日没有超标过程，日均值超标2项（排口·因子）。");
    assertThat(said.summaryEn())
        .isEqualTo("There is no episode that day. 2 daily means exceed their limits.");
    assertThat(said.sheets().get(1).lines())
        .extracting(l -> l.text("outlet_code"))
        .containsExactly("B", "A");
  }
}
