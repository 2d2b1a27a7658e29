package org.dawen.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.dawen.cli.Catalogue;
import org.dawen.cli.SampleLake;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.junit.jupiter.api.Test;

/** Noise, ground water and plots of the sample city in brief and workbooks. */
class NoiseAndGroundInBriefTest {
  private static final LocalDate DAY = LocalDate.parse("2024-03-30");
  private static final Results RESULTS =
      new Results(
          new Lake(SharedSession.spark(), SampleLake.folder().toString()), Catalogue.tables());
  private static final Names NAMES = new Names(RESULTS, DAY);

  @Test
  void theBriefSaysWhatExceedsAndHowMuchOfTheMonthComplies() {
    Section noise = new NoiseBrief(RESULTS, NAMES, DAY).section();
    assertThat(noise.summaryEn())
        .isEqualTo(
            "Of 6 points, 0 exceed the limit by day, 1 by night and 1 by sudden noise at night."
                + " Compliance in the month to date: 100.0% by day, 81.0% by night; data received:"
                + " 54.8%.");
    assertThat(noise.summaryZh()).contains("6个点位", "夜间1个", "昼间100.0%、夜间81.0%");
    assertThat(noise.sheets().get(0).lines())
        .extracting(l -> l.text("point_name") + " " + l.at("kind_said"))
        .containsExactly("示例工业园 夜间", "示例工业园 夜间突发");
  }

  @Test
  void aCountyFindsItsPointsInItsWorkbook() {
    List<Sheet> sheets = new NoiseBrief(RESULTS, NAMES, DAY).of("370902");
    assertThat(sheets.get(0).lines())
        .extracting(l -> l.text("point_code"))
        .containsExactly("TAN02", "TAN05");
    assertThat(sheets.get(1).lines()).isEmpty();
  }

  @Test
  void theBriefSaysWhichGroundWaterGotWorseAndWhichTasksAreOpen() {
    Section ground = new GroundBrief(RESULTS, NAMES, DAY).section();
    assertThat(ground.summaryEn())
        .isEqualTo(
            "Of 3 ground water points, 3 have data this year; 1 is worse than last year and 1"
                + " misses its target. Of 47 tasks on plots of land, 9 are open.");
    assertThat(ground.folded().get(0).lines())
        .extracting(l -> l.text("point_code") + " " + l.at("trend_said"))
        .containsExactly("TAG01 变差", "TAG02 好转", "TAG03 上年无数据");
  }

  @Test
  void aCountyWithoutGroundWaterHasEmptySheets() {
    assertThat(new GroundBrief(RESULTS, NAMES, DAY).of("3709GX").get(0).lines()).isEmpty();
    assertThat(new GroundBrief(RESULTS, NAMES, DAY).of("370911").get(0).lines()).hasSize(1);
  }

  @Test
  void whereNoPointIsRegisteredTheBriefSaysSo() {
    Results none = new Results(RESULTS.lake(), List.of());
    assertThat(new NoiseBrief(none, new Names(none, DAY), DAY).section().summaryEn())
        .isEqualTo("No noise point of the city is registered (registry.noise_point).");
  }
}
