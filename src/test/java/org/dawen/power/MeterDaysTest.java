package org.dawen.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.dawen.power.MeterDays.IntervalEnergy;
import org.dawen.registry.MeterRole;
import org.junit.jupiter.api.Test;

class MeterDaysTest {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 4);
  private static final MeterDays RULE = new MeterDays(PowerSamples.SHIPPED, Screenings.THRESHOLDS);

  private static final MeterFacts LINE =
      Screenings.meter("P", MeterRole.PRODUCTION, "F", 100, "T1");
  private static final MeterFacts UNIT = Screenings.meter("T", MeterRole.TREATMENT, "T1", 20);

  private static List<IntervalEnergy> intervals(String... lines) {
    return PowerSamples.records(
        IntervalEnergy.class,
        Map.of("data_day", "2024-03-04", "enterprise_code", "E1", "quality", "GOOD"),
        lines);
  }

  @Test
  void aMeterThatSentNothingHasADayWithoutEnergy() {
    MeterDay day = RULE.of(DAY, List.of(LINE), List.of()).get(0);

    assertThat(day.intervalCount()).isZero();
    assertThat(day.lastIntervalEnd()).isNull();
    assertThat(day.dayCoveragePercent()).isEqualByComparingTo("0");
    assertThat(day.dayEnergyKwh()).isNull();
    assertThat(day.hours().hours()).hasSize(24).containsOnlyNulls();
    assertThat(day.ratedKw()).isEqualTo(new BigDecimal("100.000"));
    assertThat(day.besideProduction()).isEqualTo(MeterDay.BesideProduction.NONE);
  }

  @Test
  void anHourHasAnEnergyOnlyWhereItIsCoveredThroughout() {
    MeterDay day =
        RULE.of(
                DAY,
                List.of(LINE),
                intervals(
                    "meter_code,interval_start,interval_end,interval_minutes,energy_kwh,mean_power_kw",
                    "P,2024-03-04T01:00,2024-03-04T01:30,30,3,6",
                    "P,2024-03-04T01:30,2024-03-04T02:15,45,9,12"))
            .get(0);

    // Two thirds of the second interval lie before two o'clock.
    assertThat(day.hours().h01EnergyKwh()).isEqualTo(new BigDecimal("9.000000"));
    assertThat(day.hours().h02EnergyKwh()).isNull();
    assertThat(day.dayEnergyKwh()).isEqualTo(new BigDecimal("12.000000"));
    assertThat(day.dayCoveragePercent()).as("75 of 1,440 min").isEqualTo(new BigDecimal("5.2083"));
    assertThat(day.intervalCount()).isEqualTo(2);
    assertThat(day.lastIntervalEnd()).isEqualTo(LocalDateTime.parse("2024-03-04T02:15"));
  }

  @Test
  void withoutAnEnergyThatOfTheMeanPowerCounts() {
    MeterDay day =
        RULE.of(
                DAY,
                List.of(LINE),
                intervals(
                    "meter_code,interval_start,interval_end,interval_minutes,mean_power_kw,quality",
                    "P,2024-03-04T01:00,2024-03-04T01:20,20,1,POWER_ONLY"))
            .get(0);

    assertThat(day.dayEnergyKwh()).isEqualTo(new BigDecimal("0.333333"));
  }

  @Test
  void whatIsImplausibleOrLongerThanAnHourGivesNoEnergy() {
    MeterDay day =
        RULE.of(
                DAY,
                List.of(LINE),
                intervals(
                    "meter_code,interval_start,interval_end,interval_minutes,energy_kwh,mean_power_kw,quality",
                    "P,2024-03-04T01:00,2024-03-04T02:00,60,200,200,IMPLAUSIBLE",
                    "P,2024-03-04T02:00,2024-03-04T03:00:01,60.016667,10,10,GOOD"))
            .get(0);

    assertThat(day.intervalCount()).isEqualTo(2);
    assertThat(day.dayEnergyKwh()).isNull();
    assertThat(day.dayCoveragePercent()).isEqualByComparingTo("0");
  }

  @Test
  void aTreatmentMeterTellsHowItsUnitRanBesideProduction() {
    List<MeterDay> days =
        RULE.of(
            DAY,
            List.of(LINE, UNIT),
            intervals(
                "meter_code,interval_start,interval_end,interval_minutes,energy_kwh,mean_power_kw",
                "P,2024-03-04T01:00,2024-03-04T02:00,60,60,60",
                "P,2024-03-04T02:00,2024-03-04T02:30,30,30,60",
                "T,2024-03-04T01:00,2024-03-04T02:00,60,15,15",
                "T,2024-03-04T02:00,2024-03-04T02:30,30,0.25,0.5"));

    assertThat(days.get(0).besideProduction()).isEqualTo(MeterDay.BesideProduction.NONE);
    // 0.5 kW is less than 5 % of 20 kW: the unit is off from two o'clock.
    assertThat(days.get(1).besideProduction())
        .isEqualTo(
            new MeterDay.BesideProduction(
                new BigDecimal("90.000000"),
                new BigDecimal("60.000000"),
                new BigDecimal("0.25000000"),
                new BigDecimal("0.25000000"),
                new BigDecimal("15.0000")));
  }

  @Test
  void powersBesideAnHourlyRegisterAddNothingToItsEnergy() {
    List<MeterInterval> intervals =
        PowerSamples.intervals(
            PowerSamples.received(
                "meter_code,interval_end,data_day,register_kwh,power_kw",
                "P,2024-03-04T01:00,2024-03-04,100,",
                "P,2024-03-04T01:15,2024-03-04,,9",
                "P,2024-03-04T01:30,2024-03-04,,11",
                "P,2024-03-04T01:45,2024-03-04,,13",
                "P,2024-03-04T02:00,2024-03-04,110,"),
            PowerSamples.meters("meter_code,rated_kw", "P,100"));

    MeterDay day =
        RULE.of(
                DAY,
                List.of(LINE),
                intervals.stream()
                    .map(
                        i ->
                            new IntervalEnergy(
                                i.meterCode(),
                                "E1",
                                i.dataDay(),
                                i.intervalStart(),
                                i.intervalEnd(),
                                i.intervalMinutes(),
                                i.energyKwh(),
                                i.meanPowerKw(),
                                i.quality()))
                    .sorted(IntervalEnergy.BY_TIME)
                    .toList())
            .get(0);

    assertThat(day.hours().h01EnergyKwh()).isEqualTo(new BigDecimal("10.000000"));
    assertThat(day.dayEnergyKwh()).isEqualTo(new BigDecimal("10.000000"));
    assertThat(day.dayCoveragePercent()).as("60 of 1,440 min").isEqualTo(new BigDecimal("4.1667"));
  }

  @Test
  void aUnitIsSeenThroughIntervalsThatOverlapItsRegister() {
    List<MeterDay> days =
        RULE.of(
            DAY,
            List.of(LINE, UNIT),
            intervals(
                "meter_code,interval_start,interval_end,interval_minutes,energy_kwh,mean_power_kw,quality",
                "P,2024-03-04T01:00,2024-03-04T01:15,15,15,60,OVERLAPPING",
                "P,2024-03-04T01:00,2024-03-04T02:00,60,60,60,GOOD",
                "P,2024-03-04T01:15,2024-03-04T01:30,15,15,60,OVERLAPPING",
                "T,2024-03-04T01:00,2024-03-04T02:00,60,15,15,GOOD"));

    assertThat(days.get(1).besideProduction().productionOnMinutes()).isEqualByComparingTo("60");
  }

  @Test
  void theEnergyOfAPowerIsRoundedOnce() {
    MeterDay day =
        RULE.of(
                DAY,
                List.of(LINE),
                intervals(
                    "meter_code,interval_start,interval_end,interval_minutes,mean_power_kw,quality",
                    "P,2024-03-04T01:00:00,2024-03-04T01:00:20,0.333333,1000,POWER_ONLY"))
            .get(0);

    assertThat(day.dayEnergyKwh()).isEqualTo(new BigDecimal("5.555556"));
  }
}
