package org.dawen.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dawen.registry.County;
import org.junit.jupiter.api.Test;

class TransmissionTest {
  private static final Map<String, String> USUAL_HOUR =
      Map.of(
          "outlet_code", "O1",
          "data_day", "2024-03-01",
          "limit_confidence", "V",
          "is_judgeable", "true",
          "data_flag", "N");

  private static List<String> transmission(String... hours) {
    return SourceRows.transmission(
            GoldenCase.records(TransmittedHour.class, USUAL_HOUR, List.of(hours)),
            SourceRows.outlets("outlet_code", "O1"),
            List.of(),
            GoldenCase.records(
                County.class, Map.of(), List.of("county_code,name,city_code", "370902,示例区,370900")))
        .stream()
        .filter(m -> m.areaLevel() == AreaLevel.OUTLET)
        .map(m -> "%d %d %d".formatted(m.dueHours(), m.receivedHours(), m.validHours()))
        .toList();
  }

  @Test
  void anAnalyserThatStoppedDoesNotMakeTheHourOfTheOutletADueOneLess() {
    assertThat(
            transmission(
                "pollutant_code,hour_start,data_flag,is_judgeable,unjudgeable_reason,limit_confidence",
                "a21026,2024-03-01T00:00:00,F,false,FLAG_NOT_NORMAL,V",
                "a21002,2024-03-01T00:00:00,N,true,,V",
                "a21026,2024-03-01T01:00:00,F,false,FLAG_NOT_NORMAL,V",
                "a21002,2024-03-01T01:00:00,D,false,FLAG_NOT_NORMAL,V",
                // The whole outlet stands still, its flow meter says N all the same.
                "a21026,2024-03-01T02:00:00,F,false,FLAG_NOT_NORMAL,V",
                "a21002,2024-03-01T02:00:00,F,false,FLAG_NOT_NORMAL,V",
                "a00000,2024-03-01T02:00:00,N,true,,",
                "a21026,2024-03-01T03:00:00,N,true,,V",
                "a21002,2024-03-01T03:00:00,N,true,,V"))
        .containsExactly("23 3 2");
  }

  @Test
  void anHourOfWhichOnePollutantNeverCameIsNotValid() {
    assertThat(
            transmission(
                "pollutant_code,hour_start",
                "a21026,2024-03-01T00:00:00",
                "a21002,2024-03-01T00:00:00",
                "a21002,2024-03-01T01:00:00"))
        .containsExactly("24 2 1");
  }
}
