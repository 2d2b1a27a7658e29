package org.dawen.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.Column;
import org.dawen.lake.Table;
import org.dawen.lake.Trouble;
import org.dawen.registry.RegistryTables;
import org.dawen.run.Settings;
import org.dawen.source.GoldenCase;
import org.junit.jupiter.api.Test;

class PowerRulesTest {
  private static final Map<String, String> ENDINGS =
      Map.of(
          "kWh",
          "_kwh",
          "kW",
          "_kw",
          "min",
          "_minutes",
          "%",
          "_percent",
          "A",
          "_a",
          "V",
          "_v",
          "1",
          "");

  private static Dataset<Row> received(String... lines) {
    return GoldenCase.rows(
        ReceivedTables.POWER, MeterIntervalGoldenTest.USUAL_INTERVAL, List.of(lines));
  }

  private static Dataset<Row> meters(String... lines) {
    return GoldenCase.rows(
        RegistryTables.METER, MeterIntervalGoldenTest.USUAL_METER, List.of(lines));
  }

  @Test
  void resultHasTheDeclaredColumnsAndTypes() {
    Dataset<Row> intervals =
        MeterIntervalGoldenTest.intervals(
            received("meter_code,interval_end", "M1,2024-03-04T00:15:00"),
            meters("meter_code", "M1"));

    for (Column c : PowerTables.METER_INTERVAL.columns()) {
      assertThat(intervals.schema().apply(c.name()).dataType()).as(c.name()).isEqualTo(c.type());
    }
  }

  @Test
  void powerAtTheThresholdIsPlausible() {
    List<String> verdicts =
        MeterIntervalGoldenTest.intervals(
                received(
                    "meter_code,interval_end,data_day,energy_kwh",
                    "M1,2024-03-04T00:15:00,2024-03-04,30",
                    "M1,2024-03-04T00:30:00,2024-03-04,30.0001"),
                meters("meter_code,rated_kw", "M1,100"))
            .select("mean_power_kw", "is_plausible")
            .toJSON()
            .collectAsList();

    assertThat(verdicts)
        .containsExactlyInAnyOrder(
            "{\"mean_power_kw\":120.0000,\"is_plausible\":true}",
            "{\"mean_power_kw\":120.0004,\"is_plausible\":false}");
  }

  @Test
  void intervalsAnHourApartAreAnHourLongAndOneSecondMoreTellsNothing() {
    List<String> lengths =
        MeterIntervalGoldenTest.intervals(
                received(
                    "meter_code,interval_end,data_day",
                    "M1,2024-03-04T01:00:00,2024-03-04",
                    "M1,2024-03-04T02:00:00,2024-03-04",
                    "M2,2024-03-04T01:00:00,2024-03-04",
                    "M2,2024-03-04T02:00:01,2024-03-04"),
                meters("meter_code", "M1"))
            .select("meter_code", "interval_minutes")
            .distinct()
            .toJSON()
            .collectAsList();

    assertThat(lengths)
        .containsExactlyInAnyOrder(
            "{\"meter_code\":\"M1\",\"interval_minutes\":60.000000}",
            "{\"meter_code\":\"M2\",\"interval_minutes\":15.000000}");
  }

  @Test
  void metersWithoutARegistryRowThatDayAreListedWithTheirIntervals() {
    List<String> unknown =
        MeterRules.unknownMeters(
                received(
                    "meter_code,interval_end,data_day,file_id",
                    "M1,2024-03-04T00:15:00,2024-03-04,a.csv",
                    "M9,2024-03-04T00:15:00,2024-03-04,b.csv",
                    "M9,2024-03-04T00:15:00,2024-03-04,a.csv",
                    "M9,2024-03-04T00:30:00,2024-03-04,b.csv"),
                meters("meter_code,depends_on_facility_code", "M1,T1", "M1,T2"))
            .toJSON()
            .collectAsList();

    assertThat(unknown)
        .containsExactly(
            "{\"meter_code\":\"M9\",\"data_day\":\"2024-03-04\",\"received_interval_count\":2,"
                + "\"first_file_id\":\"a.csv\"}");
  }

  @Test
  void thresholdsComeFromTheDeclaredSettings() {
    List<String> declared = PowerThresholds.KEYS;
    Settings settings =
        Settings.of(
            Map.of(
                declared.get(0),
                "5",
                declared.get(1),
                "30",
                declared.get(2),
                "1.5",
                declared.get(3),
                "0.8"));

    assertThat(PowerThresholds.of(settings))
        .isEqualTo(new PowerThresholds(5, 30, new BigDecimal("1.5"), new BigDecimal("0.8")));
  }

  @Test
  void thresholdOfZeroIsRefused() {
    assertThatThrownBy(() -> new PowerThresholds(15, 0, BigDecimal.ONE, BigDecimal.ONE))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("power.longest_interval_minutes");
  }

  @Test
  void everyNumericColumnHasAUnitAndEndsInIt() {
    for (Table table : PowerTables.ALL) {
      assertThat(table.key()).as(table.name()).isNotEmpty().allMatch(Column::isRequired);
      for (Column c : table.columns()) {
        assertThat(c.meaning()).as(c.name()).isNotBlank();
        assertThat(c.chinese()).as(c.name()).isNotBlank();
        if (c.type() instanceof NumericType && !c.unit().equals(Column.NUMBER)) {
          assertThat(c.name()).endsWith(ENDINGS.get(c.unit()));
        }
      }
    }
  }
}
