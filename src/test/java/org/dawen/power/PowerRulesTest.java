package org.dawen.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.NumericType;
import org.dawen.intake.PacketParameters;
import org.dawen.lake.Column;
import org.dawen.lake.Table;
import org.dawen.lake.Trouble;
import org.dawen.power.PacketReadings.PacketValue;
import org.dawen.registry.Meter;
import org.dawen.registry.MeterChange;
import org.dawen.run.Settings;
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

  @Test
  void powerAtTheThresholdIsPlausible() {
    List<MeterInterval> intervals =
        PowerSamples.intervals(
            PowerSamples.received(
                "meter_code,interval_end,data_day,energy_kwh",
                "M1,2024-03-04T00:15:00,2024-03-04,30",
                "M1,2024-03-04T00:30:00,2024-03-04,30.0001"),
            PowerSamples.meters("meter_code,rated_kw", "M1,100"));

    assertThat(intervals)
        .extracting(MeterInterval::meanPowerKw, MeterInterval::isPlausible)
        .containsExactly(
            tuple(new BigDecimal("120.0000"), true), tuple(new BigDecimal("120.0004"), false));
  }

  @Test
  void intervalsAnHourApartAreAnHourLongAndOneSecondMoreTellsNothing() {
    List<MeterInterval> intervals =
        PowerSamples.intervals(
            PowerSamples.received(
                "meter_code,interval_end,data_day",
                "M1,2024-03-04T01:00:00,2024-03-04",
                "M1,2024-03-04T02:00:00,2024-03-04",
                "M2,2024-03-04T01:00:00,2024-03-04",
                "M2,2024-03-04T02:00:01,2024-03-04"),
            PowerSamples.meters("meter_code", "M1"));

    assertThat(intervals)
        .extracting(MeterInterval::meterCode, MeterInterval::intervalMinutes)
        .containsExactly(
            tuple("M1", new BigDecimal("60.000000")),
            tuple("M1", new BigDecimal("60.000000")),
            tuple("M2", new BigDecimal("15.000000")),
            tuple("M2", new BigDecimal("15.000000")));
  }

  @Test
  void metersWithoutARegistryRowThatDayAreListedWithTheirIntervals() {
    List<Record> given =
        PowerSamples.given(
            PowerSamples.received(
                "meter_code,interval_end,data_day,file_id",
                "M1,2024-03-04T00:15:00,2024-03-04,a.csv",
                "M9,2024-03-04T00:15:00,2024-03-04,b.csv",
                "M9,2024-03-04T00:15:00,2024-03-04,a.csv",
                "M9,2024-03-04T00:30:00,2024-03-04,b.csv"),
            List.of(),
            PowerSamples.meters("meter_code,depends_on_facility_code", "M1,T1", "M1,T2"),
            List.of());

    assertThat(PowerSamples.of(UnknownMeter.class, given))
        .containsExactly(new UnknownMeter("M9", LocalDate.of(2024, 3, 4), 2, "a.csv"));
  }

  @Test
  void aMeterIsUnknownOnlyOnTheDaysOutsideItsPeriods() {
    List<Record> given =
        PowerSamples.given(
            PowerSamples.received(
                "meter_code,interval_end,data_day",
                "M1,2024-03-04T00:15:00,2024-03-04",
                "M1,2024-03-05T00:15:00,2024-03-05",
                "M1,2024-03-06T00:15:00,2024-03-06"),
            List.of(),
            PowerSamples.meters(
                "meter_code,valid_from,valid_to", "M1,,2024-03-04", "M1,2024-03-06,"),
            List.of());

    assertThat(PowerSamples.of(UnknownMeter.class, given))
        .extracting(UnknownMeter::dataDay)
        .containsExactly(LocalDate.of(2024, 3, 5));
    assertThat(PowerSamples.of(MeterInterval.class, given))
        .extracting(i -> i.registration().isRegistered())
        .containsExactly(true, false, true);
  }

  @Test
  void ofRowsOfOneDayThatDifferTheFirstInOrderCounts() {
    List<Meter> meters =
        PowerSamples.meters(
            "meter_code,enterprise_code,role,rated_kw",
            "M1,E2,office,1",
            "M1,E1,treatment,5",
            "M1,E1,total,9",
            "M1,E1,total,7");

    assertThat(new RegisteredMeters(meters).on("M1", LocalDate.of(2024, 3, 4)))
        .isEqualTo(meters.get(3));
  }

  @Test
  void packetsNameTheirDeviceInAnyCaseAndFactorsOfOtherKindsNoMeter() {
    List<PacketValue> packets =
        PowerSamples.records(
            PacketValue.class,
            PowerSamples.USUAL_PACKET,
            "mn,data_time,factor_code,rtd_value,avg_value,record_no",
            "Mn1,2024-03-04T10:01:00,d20701,5,,2",
            "MN1,2024-03-04T10:02:00,d20701,,6,3",
            "mN9,2024-03-04T10:01:00,d20702,7,,4",
            "MN1,2024-03-04T10:02:00,w01018,8,,5");

    List<Record> given =
        PowerSamples.given(
            List.of(), packets, PowerSamples.meters("meter_code", "mn1-d201"), List.of());

    assertThat(PowerSamples.of(MeterInterval.class, given))
        .extracting(MeterInterval::meterCode, MeterInterval::meanPowerKw)
        .containsExactly(
            tuple("MN9-d202", new BigDecimal("7.0000")),
            tuple("mn1-d201", new BigDecimal("5.0000")),
            tuple("mn1-d201", new BigDecimal("6.0000")));
  }

  @Test
  void powerOfCurrentsIsRoundedOnce() {
    List<MeterInterval> intervals =
        PowerSamples.intervals(
            PowerSamples.received(
                "meter_code,interval_end,data_day,ua_v,ia_a,ub_v,ib_a",
                "M1,2024-03-04T00:15:00,2024-03-04,0.000700,0.000700,222.222222,0.249999"),
            PowerSamples.meters("meter_code,rated_kw", "M1,100"));

    // (0.00000049 + 55.555333277778) · 0.9 / 1000 = 0.04999980 kW
    assertThat(intervals.get(0).meanPowerKw()).isEqualTo(new BigDecimal("0.0500"));
  }

  @Test
  void aReplacementOfAMeterTheRegistryLacksIsNothingReceived() {
    List<Record> given =
        PowerSamples.given(
            List.of(),
            List.of(),
            List.of(),
            PowerSamples.records(
                MeterChange.class,
                PowerSamples.USUAL_METER,
                "meter_code,changed_at,last_register_kwh,first_register_kwh",
                "M9,2024-03-04T12:00:00,100,0"));

    assertThat(PowerSamples.of(UnknownMeter.class, given)).isEmpty();
  }

  @Test
  void aCutThatIsNotReachedIsNeitherShownNorJudgedAsReached() {
    ComparedHours little =
        new ComparedHours(
            2, 1, 1, new BigDecimal("700000000.000001"), new BigDecimal("1000000000.0000000000"));
    assertThat(Responses.achievedCut(little)).isEqualTo("29.999999");

    ComparedHours less =
        new ComparedHours(2, 1, 1, new BigDecimal("0.699990"), new BigDecimal("0.9999999995"));
    assertThat(Responses.isCutMet(less, new BigDecimal("30.001"))).isFalse();
  }

  @Test
  void twoColumnsOfOneParameterAreRefused() {
    Settings settings = Screenings.SHIPPED.with(Map.of("power.packet_parameters.ia_a", "01"));

    assertThatThrownBy(() -> PacketParameters.of(settings))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("ua_v' and 'power.packet_parameters.ia_a' both name parameter 01");
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
    Settings zero = Screenings.SHIPPED.with(Map.of("power.longest_interval_minutes", "0"));
    assertThatThrownBy(() -> PowerThresholds.of(zero))
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
