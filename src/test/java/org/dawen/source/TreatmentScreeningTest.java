package org.dawen.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.dawen.registry.TreatmentLink;
import org.dawen.source.TreatmentFinding.Rule;
import org.junit.jupiter.api.Test;

/** Ammonia slip and the screening rules, with the thresholds as shipped. */
class TreatmentScreeningTest {
  private static final List<TreatmentLink> FGD = TreatmentRows.links("inlet_codes", "I1");
  private static final List<TreatmentLink> SCR =
      TreatmentRows.links("pollutant_code,treatment_process,facility_code", "a21002,SCR,F1");

  /** Hours from 20:00 on in which 100 kg enter and so many kg leave; the next day begins at 4. */
  private static List<TreatedHour> hours(String... leaving) {
    List<String> lines =
        new ArrayList<>(List.of("hour_start,outlet_code,pollutant_code,avg_value,cou_value"));
    for (int i = 0; i < leaving.length; i++) {
      String at = java.time.LocalDateTime.parse("2024-03-05T20:00").plusHours(i).toString();
      lines.add(at + ",I1,a21026,1000,");
      lines.add(at + ",I1,a00000,,100000");
      lines.add(at + ",O1,a21026," + leaving[i] + "0,");
      lines.add(at + ",O1,a00000,,100000");
    }
    return TreatmentRows.hours(lines.toArray(String[]::new));
  }

  private static List<TreatmentFinding> found(List<TreatmentLink> links, List<TreatedHour> hours) {
    return TreatmentRows.of(TreatmentFinding.class, TreatmentRows.computed(links, hours));
  }

  @Test
  void fourHoursMoreThanAPointBelowDesignAreFound() {
    assertThat(found(FGD, hours("7", "7", "7", "8")))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.treatmentRule()).isEqualTo(Rule.REMOVAL_BELOW_DESIGN);
              assertThat(f.findingHours()).isEqualTo(4);
              assertThat(f.lowestRemovalPercent()).isEqualTo("92.0000");
              assertThat(f.firstHour()).isEqualTo("2024-03-05T20:00");
              assertThat(f.lastHour()).isEqualTo("2024-03-05T23:00");
              assertThat(f.isProvisional()).isFalse();
              assertThat(f.reason())
                  .isEqualTo(
                      "removal of a21026 by mass more than 1 points below the design of 95 % for"
                          + " 4 h, lowest 92.00 %; in 0 h more left than entered");
              assertThat(f.reasonZh())
                  .isEqualTo("a21026去除效率（按质量计）低于设计值95%逾1个百分点共4小时，最低92.00%；其中出口高于进口0小时");
            });
  }

  @Test
  void threeHoursOrAPointBelowDesignAreNot() {
    assertThat(found(FGD, hours("7", "7", "7", "1"))).isEmpty();
    // 94 % is exactly one point below
    assertThat(found(FGD, hours("6", "6", "6", "6"))).isEmpty();
    assertThat(
            found(
                TreatmentRows.links("inlet_codes,design_removal_percent", "I1,"),
                hours("7", "7", "7", "8")))
        .isEmpty();
  }

  @Test
  void hoursInWhichMoreLeavesThanEntersCountAsLow() {
    assertThat(found(FGD, hours("120", "120", "120", "7")))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.findingHours()).isEqualTo(4);
              assertThat(f.lowestRemovalPercent()).isEqualTo("93.0000");
              assertThat(f.reason()).contains("in 3 h more left than entered");
            });
  }

  @Test
  void aDayIsADay() {
    // two low hours before midnight... two after it: neither day has four
    assertThat(found(FGD, hours("1", "1", "7", "7", "7", "7"))).isEmpty();
  }

  private static List<TreatedHour> ammonia(String unit, String nh3, String nox, int hours) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "hour_start,pollutant_code,avg_value,judged_value,limit_value,is_above_limit,"
                    + "is_provisional,unit"));
    for (int i = 0; i < hours; i++) {
      String at = "2024-03-05T0" + i + ":00,";
      lines.add(at + "a21001," + nh3 + ",,,,," + unit);
      lines.add(at + "a21002,45," + nox + ",50," + (nox.compareTo("50") > 0) + ",false,mg/m3");
    }
    return TreatmentRows.hours(lines.toArray(String[]::new));
  }

  private static AmmoniaSlipHour slip(List<TreatmentLink> links, List<TreatedHour> hours) {
    List<AmmoniaSlipHour> rows =
        TreatmentRows.of(AmmoniaSlipHour.class, TreatmentRows.computed(links, hours));
    assertThat(rows).isNotEmpty();
    return rows.get(0);
  }

  @Test
  void slipIsHeldAgainstTheLimitOfTheProcessAndIsProvisional() {
    AmmoniaSlipHour above = slip(SCR, ammonia("", "2.51", "46", 1));

    assertThat(above.slipMgM3()).isEqualByComparingTo("2.51");
    assertThat(above.isUnitAssumed()).isTrue();
    assertThat(above.slipLimitId()).isEqualTo("HJ562-2010/scr");
    assertThat(above.isAboveSlipLimit()).isTrue();
    assertThat(above.isProvisional()).isTrue();
    assertThat(above.nox().isNoxNearLimit()).isTrue();
    assertThat(slip(SCR, ammonia("", "2.5", "46", 1)).isAboveSlipLimit()).isFalse();
  }

  @Test
  void aUnitThatALimitTellsIsConverted() {
    AmmoniaSlipHour hour = slip(SCR, ammonia("ug/m3", "2510", "46", 1));

    assertThat(hour.slipMgM3()).isEqualByComparingTo("2.51");
    assertThat(hour.isUnitAssumed()).isFalse();
  }

  @Test
  void aProcessWithoutALimitOfSlipIsNotJudged() {
    AmmoniaSlipHour hour =
        slip(
            TreatmentRows.links("pollutant_code,treatment_process", "a21002,ozone"),
            ammonia("", "9", "46", 1));

    assertThat(hour.isAboveSlipLimit()).isNull();
    assertThat(hour.isProvisional()).isNull();
  }

  @Test
  void ammoniaThatCannotBeJudgedSaysWhy() {
    AmmoniaSlipHour hour =
        slip(
            SCR,
            TreatmentRows.hours(
                "pollutant_code,avg_value,data_flag,is_judgeable,unjudgeable_reason",
                "a21001,9,D,false,FLAG_NOT_NORMAL"));

    assertThat(hour.unjudgeableReason()).isEqualTo(Unjudgeable.FLAG_NOT_NORMAL);
    assertThat(hour.isAboveSlipLimit()).isNull();
    assertThat(hour.nox().isNoxNearLimit()).isNull();
  }

  @Test
  void theProcessIsKnownWhateverMarkIsBetweenItsParts() {
    for (String process : List.of("SNCR+SCR", "sncr-scr", "SNCR_SCR", "ＳＮＣＲ／ＳＣＲ")) {
      List<TreatmentLink> links =
          TreatmentRows.links("pollutant_code,treatment_process", "a21002," + process);
      assertThat(slip(links, ammonia("", "4", "40", 1)).slipLimitId())
          .isEqualTo("HJ563-2010/sncr_scr");
    }
  }

  /** Ammonia is judged as measured: the oxygen its own limit asks for is no matter. */
  @Test
  void ammoniaWithoutOxygenIsHeldAgainstItsLimit() {
    AmmoniaSlipHour hour =
        slip(
            SCR,
            TreatmentRows.hours(
                "pollutant_code,avg_value,is_judgeable,unjudgeable_reason,unit",
                "a21001,9,false,O2_MISSING,mg/m3"));

    assertThat(hour.slipMgM3()).isEqualByComparingTo("9");
    assertThat(hour.isAboveSlipLimit()).isTrue();
  }

  @Test
  void tooMuchAmmoniaBesideNoxJustBelowItsLimitIsFound() {
    assertThat(found(SCR, ammonia("", "4", "40", 3)))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.treatmentRule()).isEqualTo(Rule.SLIP_WITH_NOX_NEAR_LIMIT);
              assertThat(f.pollutantCode()).isEqualTo("a21001");
              assertThat(f.facility().facilityCode()).isEqualTo("F1");
              assertThat(f.highestSlipMgM3()).isEqualByComparingTo("4");
              assertThat(f.isProvisional()).isTrue();
              assertThat(f.reason())
                  .isEqualTo(
                      "ammonia above 2.5 mg/m3 (HJ562-2010/scr) for 3 h, up to 4.00, with NOx from"
                          + " 0.8 of its limit up to it");
            });
    assertThat(found(SCR, ammonia("", "4", "50", 3))).hasSize(1);
    assertThat(found(SCR, ammonia("", "4", "40", 2))).isEmpty();
    // far below its limit, above it, and too little ammonia
    assertThat(found(SCR, ammonia("", "4", "39.9", 3))).isEmpty();
    assertThat(found(SCR, ammonia("", "4", "50.1", 3))).isEmpty();
    assertThat(found(SCR, ammonia("", "2.5", "46", 3))).isEmpty();
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    List<TreatedHour> hours = new ArrayList<>(hours("7", "7", "7", "8", "1", "120"));
    hours.addAll(ammonia("", "4", "46", 5));
    List<TreatmentLink> links = new ArrayList<>(FGD);
    links.addAll(SCR);
    List<Record> rows = TreatmentRows.computed(links, hours);

    Collections.shuffle(hours, new Random(7));
    Collections.reverse(links);

    assertThat(TreatmentRows.computed(links, hours)).containsExactlyElementsOf(rows);
  }

  @Test
  void daysOnWhichNoLinkHoldsAreNotRead() {
    assertThat(TreatmentRegister.days(List.of()).isEmpty()).isTrue();
    assertThat(
            TreatmentRegister.days(
                    TreatmentRows.links(
                        "outlet_code,inlet_codes,valid_from,valid_to",
                        "O1,I1,2024-03-01,2024-03-05",
                        "O2,I2,2024-03-08,"))
                .toString())
        .isEqualTo("2024-03-01..2024-03-05,2024-03-08..");
  }

  @Test
  void outletsThatLinksNameTogetherAreOneGroup() {
    TreatmentRegister register =
        new TreatmentRegister(
            TreatmentRows.links(
                "outlet_code,pollutant_code,inlet_codes,valid_from",
                "O2,a21026,I1;I2,",
                "O1,a21026,I2，I3,2024-01-01",
                "O5,a21026,,"));
    List<TreatedHour> hours =
        TreatmentRows.hours(
            "outlet_code,pollutant_code",
            "I1,a21026",
            "I3,a21026",
            "O1,a21026",
            "O2,a21026",
            "O5,a21026",
            "X,a21026");

    assertThat(hours.stream().map(register::groupOf))
        .containsExactly("I1", "I1", "I1", "I1", "O5", null);
    assertThat(register.on("I1", java.time.LocalDate.of(2023, 12, 31)))
        .extracting(TreatmentLink::outletCode)
        .containsExactly("O2");
  }
}
