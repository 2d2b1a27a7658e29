package org.dawen.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.dawen.registry.RegistryTables;
import org.junit.jupiter.api.Test;

class MonthRulesTest {
  private static final Map<String, String> USUAL_HOUR =
      Map.of(
          "outlet_code", "O1",
          "enterprise_code", "E1",
          "county_code", "370902",
          "data_day", "2024-03-01",
          "limit_id", "L",
          "is_judgeable", "true",
          "data_flag", "N",
          "revision_count", "1",
          "is_decided_by_path", "false");

  private static List<String> transmission(String... hours) {
    Dataset<Row> rows =
        MonthRules.transmission(
            GoldenCase.rows(SourceTables.OUTLET_HOUR, USUAL_HOUR, List.of(hours)),
            OutletHours.outlets("outlet_code", "O1"),
            OutletHours.marks("outlet_code"),
            GoldenCase.rows(
                RegistryTables.COUNTY,
                Map.of("file_id", "counties.csv", "record_no", "2"),
                List.of("county_code,name,city_code", "370902,示例区,370900")),
            OutletHours.MARCH);
    return rows.where("area_level = 'outlet'")
        .selectExpr("concat_ws(' ', due_hours, received_hours, valid_hours)")
        .as(Encoders.STRING())
        .collectAsList();
  }

  @Test
  void anAnalyserThatStoppedDoesNotMakeTheHourOfTheOutletADueOneLess() {
    assertThat(
            transmission(
                "pollutant_code,hour_start,data_flag,is_judgeable,unjudgeable_reason,limit_id",
                "a21026,2024-03-01T00:00:00,F,false,FLAG_NOT_NORMAL,L",
                "a21002,2024-03-01T00:00:00,N,true,,L",
                "a21026,2024-03-01T01:00:00,F,false,FLAG_NOT_NORMAL,L",
                "a21002,2024-03-01T01:00:00,D,false,FLAG_NOT_NORMAL,L",
                // The whole outlet stands still, its flow meter says N all the same.
                "a21026,2024-03-01T02:00:00,F,false,FLAG_NOT_NORMAL,L",
                "a21002,2024-03-01T02:00:00,F,false,FLAG_NOT_NORMAL,L",
                "a00000,2024-03-01T02:00:00,N,true,,",
                "a21026,2024-03-01T03:00:00,N,true,,L",
                "a21002,2024-03-01T03:00:00,N,true,,L"))
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
