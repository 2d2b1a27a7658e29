package org.dawen.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LooserPermitsTest {
  private static final String HEADINGS =
      "outlet_code,pollutant_code,limit_value,lower_limit_value,unit,period,reference_o2_percent,"
          + "document_no,valid_from,valid_to";

  private static LooserPermits of(String outlet, String... permits) {
    String[] lines = new String[permits.length + 1];
    lines[0] = HEADINGS;
    System.arraycopy(permits, 0, lines, 1, permits.length);
    return LooserPermits.of(
        SourceRows.outlets(
            "outlet_code,mn,medium,industry_code,source_type,zone_code,valid_from", outlet),
        SourceRows.limits(lines));
  }

  private static final String BOILER = "O1,M1,gas,4412,coal_boiler_new,,2012-01-01";
  private static final String SEWAGE = "O1,M1,water,4620,municipal_sewage_1a,,2012-01-01";

  @Test
  void permitAboveTheStandardIsNamedWithBothNumbersClauseAndConfidence() {
    // GB 13223-2011 table 1: NOx 100 mg/m3 at 6 %; DB37/664-2019 sets 50 from its first day.
    LooserPermits found = of(BOILER, "O1,a21002,120,,mg/m3,hour,6,P1,2013-01-01,2014-12-31");

    assertThat(found.looser())
        .containsExactly(
            "limits.csv line 2: O1 a21002 hour, permit P1: 120 mg/m3 at 6 % O2; GB 13223-2011 table"
                + " 1 (national): 100 mg/m3 at 6 % O2, confidence M (number not checked)");
    assertThat(found.notComparable()).isEmpty();
  }

  @Test
  void localStandardIsNamedBeforeTheNationalOne() {
    assertThat(of(BOILER, "O1,a21002,120,,mg/m3,hour,6,P1,2022-01-01,").looser())
        .singleElement()
        .asString()
        .containsSubsequence(
            "120 mg/m3", "DB37/664-2019", "(local)", "GB 13223-2011", "(national)");
  }

  @Test
  void equalIsNotLooser() {
    assertThat(of(BOILER, "O1,a21002,100,,mg/m3,hour,6,P1,2013-01-01,2014-12-31").looser())
        .isEmpty();
  }

  @Test
  void numbersAreComparedInOneUnitAtOneOxygen() {
    // 75 mg/m3 at 10 % are 75 * 15 / 11 = 102.3 at 6 %; 73 are 99.5. 0.101 g/m3 are 101 mg/m3.
    assertThat(of(BOILER, "O1,a21002,75,,mg/m3,hour,10,P1,2013-01-01,2014-12-31").looser())
        .hasSize(1);
    assertThat(of(BOILER, "O1,a21002,73,,mg/m3,hour,10,P1,2013-01-01,2014-12-31").looser())
        .isEmpty();
    assertThat(of(BOILER, "O1,a21002,0.101,,g/m3,hour,6,P1,2013-01-01,2014-12-31").looser())
        .hasSize(1);
  }

  @Test
  void otherDaysOtherMeansAndOtherPollutantsAreNotCompared() {
    assertThat(
            of(
                    BOILER,
                    "O1,a21002,500,,mg/m3,hour,6,P1,2010-01-01,2011-12-31",
                    "O1,a21002,500,,mg/m3,day,6,P1,2013-01-01,",
                    "O1,a05001,500,,mg/m3,hour,6,P1,2013-01-01,",
                    "O2,a21002,500,,mg/m3,hour,6,P1,2013-01-01,")
                .looser())
        .isEmpty();
  }

  @Test
  void permitWithoutReferenceOxygenOrInAnotherUnitIsListedAsNotComparable() {
    LooserPermits found =
        of(
            BOILER,
            "O1,a21002,90,,mg/m3,hour,,P1,2013-01-01,2014-12-31",
            "O1,a21002,90,,ppm,hour,6,P1,2013-01-01,2014-12-31",
            "O1,a21002,90,,mg/m3,hour,21,P1,2013-01-01,2014-12-31");

    assertThat(found.looser()).isEmpty();
    assertThat(found.notComparable()).hasSize(3);
  }

  @Test
  void rangeIsLooserWhereEitherEndLiesOutside() {
    assertThat(
            of(
                    SEWAGE,
                    "O1,w01001,9,6,无量纲,day,,P1,2013-01-01,",
                    "O1,w01001,9,5.5,无量纲,day,,P2,2013-01-01,",
                    "O1,w01001,9.5,6,无量纲,day,,P3,2013-01-01,",
                    "O1,w01001,9,,无量纲,day,,P4,2013-01-01,")
                .looser())
        .extracting(s -> s.replaceAll(".*permit (P\\d): ([^;]*);.*", "$1 $2"))
        .containsExactly("P2 5.5 to 9 无量纲", "P3 6 to 9.5 无量纲", "P4 9 无量纲");
  }
}
