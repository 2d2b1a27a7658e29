package org.dawen.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dawen.registry.TreatmentLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Removal efficiency hour by hour, of inlets of their own and of inlets of the outlet's device. */
class RemovalHoursTest {
  private static final String HEADING =
      "outlet_code,pollutant_code,avg_value,zs_avg_value,cou_value,o2_percent,data_flag,mark_kind,"
          + "is_judgeable,unjudgeable_reason,reference_o2_percent,unit";

  private static final List<TreatmentLink> BY_MASS =
      TreatmentRows.links("inlet_codes,facility_code", "I1,F1");
  private static final List<TreatmentLink> BY_CONCENTRATION =
      TreatmentRows.links("inlet_codes,removal_basis", "I1,concentration");

  /** 1000 mg/m³ · 50,000 m³ = 50 kg in; 24 mg/m³ · 60,000 m³ = 1.44 kg out. */
  private static final String IN = "I1,a21026,1000,,,6,,,,,,mg/m3";

  private static final String IN_FLOW = "I1,a00000,,,50000,,,,,,,m3/s";
  private static final String OUT = "O1,a21026,24,30,,9,,,,,6,mg/m3";
  private static final String OUT_FLOW = "O1,a00000,,,60000,,,,,,,m3/s";

  private static List<RemovalHour> removed(List<TreatmentLink> links, String... lines) {
    List<String> all = new ArrayList<>(List.of(HEADING));
    all.addAll(List.of(lines));
    return TreatmentRows.of(
        RemovalHour.class,
        TreatmentRows.computed(links, TreatmentRows.hours(all.toArray(String[]::new))));
  }

  private static RemovalHour one(List<TreatmentLink> links, String... lines) {
    List<RemovalHour> rows = removed(links, lines);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  @Test
  void bothEfficienciesAreGivenAndTheRegistrySaysWhichJudges() {
    RemovalHour hour = one(BY_MASS, IN, IN_FLOW, OUT, OUT_FLOW);

    assertThat(hour.inlet().inletMassKg()).isEqualByComparingTo("50");
    assertThat(hour.outletMassKg()).isEqualByComparingTo("1.44");
    // 1 − 1.44/50; at 6 % oxygen 1000 in and, as the device converted, 30 out
    assertThat(hour.removalByMassPercent()).isEqualTo("97.1200");
    assertThat(hour.removalByConcentrationPercent()).isEqualTo("97.0000");
    assertThat(hour.removalPercent()).isEqualTo("97.1200");
    assertThat(hour.isBelowDesign()).isFalse();
    assertThat(hour.facility().facilityCode()).isEqualTo("F1");

    assertThat(one(BY_CONCENTRATION, IN, IN_FLOW, OUT, OUT_FLOW).removalPercent())
        .isEqualTo("97.0000");
  }

  /** Else the efficiency would be 0 in every hour, and the facility be listed as weak. */
  @Test
  void anOutletIsNoInletOfItself() {
    assertThat(removed(TreatmentRows.links("inlet_codes", "O1"), OUT, OUT_FLOW)).isEmpty();
    assertThat(
            one(TreatmentRows.links("inlet_codes", "O1;I1"), IN, IN_FLOW, OUT, OUT_FLOW)
                .removalPercent())
        .isEqualTo("97.1200");
  }

  /** The oxygen is that of the limit; a mass needs none. */
  @ParameterizedTest
  @ValueSource(strings = {"O2_MISSING", "O2_OUT_OF_RANGE", "LIMIT_UNIT_MISMATCH"})
  void whatOnlyTheLimitCannotBeComparedForIsNoReasonAgainstAMass(String reason) {
    RemovalHour hour =
        one(BY_MASS, IN, IN_FLOW, "O1,a21026,24,,,,,,false," + reason + ",6,mg/m3", OUT_FLOW);

    assertThat(hour.removalPercent()).isEqualTo("97.1200");
    assertThat(hour.removalByConcentrationPercent()).isNull();
    assertThat(hour.unjudgeableReason()).isNull();
  }

  @Test
  void unitsOfPermitsAreOneHoweverTheyAreWritten() {
    assertThat(
            one(BY_CONCENTRATION, "I1,a21026,1000,,,6,,,,,,", "O1,a21026,24,30,,9,,,,,6,mg/Nm³")
                .removalPercent())
        .isEqualTo("97.0000");
  }

  @Test
  void equalToTheDesignIsNotBelowIt() {
    assertThat(
            one(
                    BY_MASS,
                    "I1,a21026,1000,,,,,,,,,",
                    IN_FLOW,
                    "O1,a21026,50,,,,,,,,,",
                    "O1,a00000,,,50000,,,,,,,")
                .isBelowDesign())
        .isFalse();
    assertThat(
            one(
                    BY_MASS,
                    "I1,a21026,1000,,,,,,,,,",
                    IN_FLOW,
                    "O1,a21026,50.001,,,,,,,,,",
                    "O1,a00000,,,50000,,,,,,,")
                .isBelowDesign())
        .isTrue();
  }

  @Test
  void withoutADesignNothingIsBelowIt() {
    RemovalHour hour =
        one(
            TreatmentRows.links("inlet_codes,design_removal_percent", "I1,"),
            IN,
            IN_FLOW,
            OUT,
            OUT_FLOW);

    assertThat(hour.removalPercent()).isEqualTo("97.1200");
    assertThat(hour.isBelowDesign()).isNull();
  }

  /** The first reason that holds, of many; by mass and by concentration. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mass | INLET_NOT_RECEIVED | O1,a21026,24,,,,,,,,6,",
        "mass | OUTLET_NOT_RECEIVED | I1,a21026,1000,,,,,,,,,",
        "mass | NOT_RUNNING | I1,a21026,1000,,,,F,,false,FLAG_NOT_NORMAL,,;O1,a21026,24,,,,,,,,6,",
        "mass | NOT_RUNNING | I1,a21026,1000,,,,,停炉,false,MARKED,,;O1,a21026,24,,,,,,,,6,",
        "mass | NOT_RUNNING | I1,a21026,1000,,,,,,,,,;I1,a00000,0,,0,,,,,,,;O1,a21026,24,,,,,,,,6,",
        "mass | NOT_RUNNING | I1,a21026,1000,,,,,,,,,;O1,a21026,24,,,,F,,false,FLAG_NOT_NORMAL,6,",
        "mass | MARKED | I1,a21026,1000,,,,,maintenance,false,MARKED,,;O1,a21026,24,,,,,,,,6,",
        "mass | MARKED | I1,a21026,1000,,,,,,,,,;O1,a21026,24,,,,,calibration,false,MARKED,6,",
        "mass | INLET_NOT_JUDGEABLE | I1,a21026,,,,,,,false,VALUE_MISSING,,;O1,a21026,24,,,,,,,,6,",
        "mass | INLET_NOT_JUDGEABLE | I1,a21026,-1,,,,,,,,,;O1,a21026,24,,,,,,,,6,",
        "mass | OUTLET_NOT_JUDGEABLE | I1,a21026,1000,,,,,,,,,;O1,a21026,24,,,,C,,false,FLAG_NOT_NORMAL,6,",
        "mass | FLOW_MISSING | I1,a21026,1000,,,,,,,,,;O1,a21026,24,,,,,,,,6,;O1,a00000,,,60000,,,,,,,",
        "mass | FLOW_MISSING | I1,a21026,1000,,,,,,,,,;I1,a00000,9,,0,,,,,,,;O1,a21026,24,,,,,,,,6,;O1,a00000,,,60000,,,,,,,",
        "mass | FLOW_MISSING | I1,a21026,1000,,,,,,,,,;I1,a00000,,,50000,,D,,false,FLAG_NOT_NORMAL,,;O1,a21026,24,,,,,,,,6,;O1,a00000,,,60000,,,,,,,",
        "mass | INLET_ZERO | I1,a21026,0,,,,,,,,,;I1,a00000,,,50000,,,,,,,;O1,a21026,0,,,,,,,,6,;O1,a00000,,,60000,,,,,,,",
        "mass | INLET_BELOW_OUTLET | I1,a21026,0,,,,,,,,,;I1,a00000,,,50000,,,,,,,;O1,a21026,24,,,,,,,,6,;O1,a00000,,,60000,,,,,,,",
        "mass | INLET_BELOW_OUTLET | I1,a21026,20,,,,,,,,,;I1,a00000,,,50000,,,,,,,;O1,a21026,24,,,,,,,,6,;O1,a00000,,,60000,,,,,,,",
        "concentration | NO_REFERENCE_OXYGEN | I1,a21026,1000,,,6,,,,,,;O1,a21026,24,30,,9,,,,,,",
        "concentration | O2_MISSING | I1,a21026,1000,,,,,,,,,;O1,a21026,24,30,,9,,,,,6,",
        "concentration | O2_MISSING | I1,a21026,1000,,,6,,,,,,;O1,a21026,24,,,,,,,,6,",
        "concentration | O2_MISSING | I1,a21026,1000,,,6,,,,,,;O1,a21026,24,,,,,,false,O2_MISSING,6,",
        "concentration | O2_MISSING | I1,a21026,1000,,,6,,,,,,;O1,a21026,24,,,21,,,false,O2_OUT_OF_RANGE,6,",
        "concentration | INLET_BELOW_OUTLET | I1,a21026,0,,,6,,,,,,;O1,a21026,24,30,,9,,,,,6,",
        "concentration | INLET_BELOW_OUTLET | I1,a21026,29,,,6,,,,,,;O1,a21026,24,30,,9,,,,,6,",
        "concentration | NOT_COMPARABLE | I1,a21026,29,,,6,,,,,,ug/m3;O1,a21026,24,30,,9,,,,,6,mg/m3"
      })
  void anHourThatCannotBeJudgedSaysWhy(String basis, NoRemoval reason, String lines) {
    RemovalHour hour =
        one(TreatmentRows.links("inlet_codes,removal_basis", "I1," + basis), lines.split(";"));

    assertThat(hour.noRemovalReason()).isEqualTo(reason);
    assertThat(hour.removalPercent()).isNull();
    assertThat(hour.isBelowDesign()).isNull();
  }

  @Test
  void theReasonOfTheSideThatCannotBeJudgedIsKept() {
    RemovalHour hour = one(BY_MASS, "I1,a21026,-1,,,,,,,,,", "O1,a21026,24,,,,,,,,6,");

    assertThat(hour.unjudgeableReason()).isEqualTo(Unjudgeable.NEGATIVE_VALUE);
  }

  @Test
  void aDayLimitTellsTheReferenceOxygenWhereNoHourLimitDoes() {
    List<TreatedHour> hours =
        TreatmentRows.hours(
            "outlet_code,pollutant_code,avg_value,o2_percent,day_reference_o2_percent",
            "I1,a21026,1000,6,",
            "O1,a21026,24,9,6");

    assertThat(TreatmentRows.of(RemovalHour.class, TreatmentRows.computed(BY_CONCENTRATION, hours)))
        .singleElement()
        .satisfies(h -> assertThat(h.removalPercent()).isEqualTo("97.0000"));
  }

  /** Two boilers on one stack: 20 kg and 30 kg in, 5 kg out; the second one stands later. */
  @Test
  void inletsOfOneStackAreAddedByMassAndOneThatStandsAddsNothing() {
    List<TreatmentLink> links = TreatmentRows.links("inlet_codes", "I2; I1");
    String first = "I1,a21026,1000,,,6,,,,,,";
    String firstFlow = "I1,a00000,,,20000,,,,,,,";
    String outFlow = "O1,a00000,,,50000,,,,,,,";

    RemovalHour both =
        one(
            links,
            first,
            firstFlow,
            "I2,a21026,1000,,,6,,,,,,",
            "I2,a00000,,,30000,,,,,,,",
            "O1,a21026,100,,,6,,,,,6,",
            outFlow);
    assertThat(both.removalPercent()).isEqualTo("90.0000");
    assertThat(both.inlet().inletCodes()).isEqualTo("I1;I2");
    assertThat(both.inlet().inletValue()).isNull();
    assertThat(both.removalByConcentrationPercent()).isNull();

    RemovalHour oneStands =
        one(
            links,
            first,
            firstFlow,
            "I2,a21026,0,,,,F,,false,FLAG_NOT_NORMAL,,",
            "O1,a21026,100,,,6,,,,,6,",
            outFlow);
    assertThat(oneStands.removalPercent()).isEqualTo("75.0000");
    assertThat(oneStands.inlet().inletValue()).isEqualByComparingTo("1000");

    assertThat(one(links, first, firstFlow, "O1,a21026,100,,,6,,,,,6,", outFlow).noRemovalReason())
        .isEqualTo(NoRemoval.INLET_NOT_RECEIVED);
  }

  @Test
  void severalInletsCannotBeComparedByConcentration() {
    assertThat(
            one(
                    TreatmentRows.links("inlet_codes,removal_basis", "I1;I2,concentration"),
                    "I1,a21026,1000,,,6,,,,,,",
                    "I2,a21026,1000,,,6,,,,,,",
                    "O1,a21026,100,,,6,,,,,6,")
                .noRemovalReason())
        .isEqualTo(NoRemoval.SEVERAL_INLETS);
  }

  /** g119 to g134 of HJ 212-2017 table B.7; flow in m³/h is the amount of the hour. */
  @Test
  void theOutletsOwnDeviceMaySendTheInlet() {
    List<TreatmentLink> links =
        TreatmentRows.links("inlet_codes,inlet_device_no,removal_basis", ",1,mass");
    RemovalHour hour =
        one(
            links,
            "O1,g11901,1000,,,,,,,,,",
            "O1,g12101,6,,,,,,,,,",
            "O1,g12201,50000,,,,,,,,,m3/h",
            OUT,
            OUT_FLOW);

    assertThat(hour.removalPercent()).isEqualTo("97.1200");
    assertThat(hour.removalByConcentrationPercent()).isEqualTo("97.0000");
    assertThat(hour.inlet().inletCodes()).isEqualTo("O1 1");
  }

  @Test
  void whereTheOutletSendsNoConcentrationThatBehindTheFacilityCounts() {
    RemovalHour hour =
        one(
            TreatmentRows.links("inlet_codes,inlet_device_no,removal_basis", ",02,mass"),
            "O1,g11902,1000,,,,,,,,,",
            "O1,g12202,50000,,,,,,,,,m3/h",
            "O1,g12702,24,,,,,,,,,mg/m3",
            "O1,g13002,60000,,,,,,,,,m3/h");

    assertThat(hour.removalPercent()).isEqualTo("97.1200");
  }

  /** e101 to e105 of table B.5: 300 mg/L · 0.1 m³/s in, 30 mg/L · the same out. */
  @Test
  void wasteWaterIsComparedAsMeasured() {
    RemovalHour hour =
        one(
            TreatmentRows.links(
                "pollutant_code,inlet_codes,inlet_device_no,removal_basis",
                "w01018,,01,concentration"),
            "O1,e10201,300,,,,,,,,,mg/L",
            "O1,e10101,100,,,,,,,,,L/s",
            "O1,w01018,30,,,,,,,,,mg/L",
            "O1,w00000,100,,,,,,,,,L/s");

    assertThat(hour.removalByConcentrationPercent()).isEqualTo("90.0000");
    assertThat(hour.removalPercent()).isEqualTo("90.0000");
    // 300 mg/L · 360 m³ = 108 kg
    assertThat(hour.inlet().inletMassKg()).isEqualByComparingTo("108");
  }

  @Test
  void aMeanFlowStandsForTheAmountThatWasNotSent() {
    // 10 m³/s · 3600 s = 36,000 m³
    RemovalHour hour =
        one(BY_MASS, IN, "I1,a00000,10,,,,,,,,,m3/s", OUT, "O1,a00000,10,,,,,,,,,m3/s");

    assertThat(hour.inlet().inletFlowM3()).isEqualByComparingTo("36000");
    assertThat(hour.removalPercent()).isEqualTo("97.6000");
  }

  @Test
  void aLinkHoldsInItsPeriodAndHoursOfOthersMakeNoRow() {
    List<TreatmentLink> ended = TreatmentRows.links("inlet_codes,valid_to", "I1,2024-03-04");

    assertThat(removed(ended, IN, OUT)).isEmpty();
    assertThat(removed(BY_MASS, "X1,a21026,5,,,,,,,,,")).isEmpty();
    assertThat(removed(BY_MASS, "I1,a21002,5,,,,,,,,,", "O1,a21002,5,,,,,,,,,")).isEmpty();
  }

  @Test
  void hugeValuesFitTheColumns() {
    RemovalHour hour =
        one(
            BY_CONCENTRATION,
            "I1,a21026,9999999999.99999999,,,20.99999999,,,,,,",
            "I1,a00000,9999999999,,,,,,,,,",
            "O1,a21026,9999999999.99999999,,,20.99999999,,,,,6,",
            "O1,a00000,9999999999,,,,,,,,,");

    assertThat(hour.removalPercent()).isEqualTo("0.0000");
    assertThat(hour.outletValue().precision()).isLessThanOrEqualTo(20);
    assertThat(hour.inlet().inletMassKg().precision()).isLessThanOrEqualTo(38);
  }

  @Test
  void aDayAddsItsHoursAndCountsThoseInWhichMoreLeft() {
    List<RemovalDay> days =
        TreatmentRows.of(
            RemovalDay.class,
            TreatmentRows.computed(
                BY_MASS,
                TreatmentRows.hours(
                    "hour_start,outlet_code,pollutant_code,avg_value,cou_value",
                    // 100 kg in, 2 kg out
                    "2024-03-05T00:00,I1,a21026,1000,",
                    "2024-03-05T00:00,I1,a00000,,100000",
                    "2024-03-05T00:00,O1,a21026,20,",
                    "2024-03-05T00:00,O1,a00000,,100000",
                    // 1 kg in, 2 kg out: counts in the sum
                    "2024-03-05T01:00,I1,a21026,10,",
                    "2024-03-05T01:00,I1,a00000,,100000",
                    "2024-03-05T01:00,O1,a21026,20,",
                    "2024-03-05T01:00,O1,a00000,,100000",
                    // no flow
                    "2024-03-05T02:00,I1,a21026,1000,",
                    "2024-03-05T02:00,O1,a21026,20,")));

    assertThat(days).hasSize(1);
    RemovalDay day = days.get(0);
    assertThat(day.receivedHours()).isEqualTo(3);
    assertThat(day.runningHours()).isEqualTo(3);
    assertThat(day.judgedHours()).isEqualTo(2);
    assertThat(day.inletBelowOutletHours()).isEqualTo(1);
    // 1 − 4/101
    assertThat(day.removalPercent()).isEqualTo("96.0396");
    assertThat(day.lowestRemovalPercent()).isEqualTo("98.0000");
    assertThat(day.isBelowDesign()).isFalse();
    assertThat(day.noRemovalReason()).isNull();
  }

  @Test
  void aDayWithoutJudgedHoursNamesTheMostFrequentReason() {
    List<RemovalDay> days =
        TreatmentRows.of(
            RemovalDay.class,
            TreatmentRows.computed(
                BY_MASS,
                TreatmentRows.hours(
                    "hour_start,outlet_code,pollutant_code,avg_value",
                    "2024-03-05T00:00,I1,a21026,1000",
                    "2024-03-05T01:00,I1,a21026,1000",
                    "2024-03-05T02:00,O1,a21026,20")));

    assertThat(days.get(0).removalPercent()).isNull();
    assertThat(days.get(0).noRemovalReason()).isEqualTo(NoRemoval.OUTLET_NOT_RECEIVED);
    assertThat(days.get(0).runningHours()).isZero();
  }
}
