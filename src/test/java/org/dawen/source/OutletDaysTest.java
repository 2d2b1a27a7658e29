package org.dawen.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dawen.lake.DaySet;
import org.junit.jupiter.api.Test;

class OutletDaysTest {
  /** An hour limit of a permit without a reference oxygen, a day limit of the standard with one. */
  private static final Map<String, String> USUAL =
      Map.of(
          "data_day", "2024-03-04",
          "limit_id", "permit/P1/O1/a21026/hour",
          "limit_value", "100",
          "value_basis", "AVG",
          "is_judgeable", "true",
          "is_above_limit", "false",
          "data_flag", "N");

  private static List<OutletDay> days(List<String> lines) {
    return SourceRows.outletDays(
        GoldenCase.records(HourOfOutlet.class, USUAL, lines),
        SourceRows.outlets("outlet_code", "O1"),
        List.of(),
        DaySet.of(LocalDate.of(2024, 3, 4)));
  }

  @Test
  void dayMeansStandAtTheReferenceOxygenOfTheDayLimit() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "outlet_code,pollutant_code,hour_start,avg_value,zs_avg_value,judged_value,o2_percent,"
            + "day_limit_id,day_limit_value,day_reference_o2_percent,day_limit_confidence");
    for (int hour = 0; hour < 24; hour++) {
      String at = "2024-03-04T%02d:00:00".formatted(hour);
      lines.add("O1,a21026,%s,60,85,60,14,D,80,11,M".formatted(at));
      lines.add("O1,a21002,%s,63,,63,14,D,89,11,M".formatted(at));
      // Without an oxygen an hour cannot be converted: four of them leave no valid day.
      lines.add("O1,a21005,%s,60,,60,%s,D,80,11,M".formatted(at, hour < 5 ? "" : "14"));
      lines.add("O1,a34013,%s,60,85,60,14,,,,".formatted(at));
    }

    assertThat(days(lines))
        .extracting(
            d ->
                "%s %d %s %s %s %s %s"
                    .formatted(
                        d.pollutantCode(),
                        d.mean().validHours(),
                        d.mean().isValidDay(),
                        d.mean().dayMeanValue() == null
                            ? null
                            : d.mean().dayMeanValue().stripTrailingZeros().toPlainString(),
                        d.mean().dayMeanBasis(),
                        d.verdict().isDayAboveLimit(),
                        d.verdict().isCompliant()))
        .containsExactly(
            "a21002 24 true 90 ZS_AVG true false",
            "a21005 19 false null null null true",
            "a21026 24 true 85 ZS_AVG true false",
            "a34013 24 true 60 AVG null true");
  }

  @Test
  void verdictsByVerifiedLimitsStandBesideThoseByAll() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "outlet_code,pollutant_code,hour_start,avg_value,judged_value,is_above_limit,"
            + "is_provisional,day_limit_id,day_limit_value,day_limit_confidence");
    for (int hour = 0; hour < 24; hour++) {
      String at = "2024-03-04T%02d:00:00".formatted(hour);
      boolean isFirst = hour == 0;
      // Above a day limit nobody has verified; above a verified hour limit once; the reverse.
      lines.add("O1,a21026,%s,60,60,false,false,D,50,M".formatted(at));
      lines.add("O1,a21002,%s,60,60,%s,false,D,80,M".formatted(at, isFirst));
      lines.add("O1,a21005,%s,60,60,%s,true,D,80,V".formatted(at, isFirst));
      lines.add("O1,a34013,%s,60,60,false,true,D,80,M".formatted(at));
    }

    assertThat(days(lines))
        .extracting(
            d ->
                "%s %s %s %s"
                    .formatted(
                        d.pollutantCode(),
                        d.verdict().isCompliant(),
                        d.verdict().isCompliantConfirmed(),
                        d.verdict().isProvisional()))
        .containsExactly(
            "a21002 false false true",
            "a21005 false true true",
            "a21026 false true true",
            "a34013 true null true");
  }

  @Test
  void aMultipleBelowTheLimitIsRoundedAwayFromZero() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "outlet_code,pollutant_code,hour_start,avg_value,judged_value,day_limit_id,"
            + "day_limit_value,day_limit_confidence");
    for (int hour = 0; hour < 24; hour++) {
      lines.add("O1,a21026,2024-03-04T%02d:00:00,13.5,13.5,D,51.2,M".formatted(hour));
    }
    // 13.5 / 51.2 - 1 = -0.736328125
    assertThat(days(lines))
        .extracting(d -> d.verdict().dayTimesOverLimit().toPlainString())
        .containsExactly("-0.73632813");
  }
}
