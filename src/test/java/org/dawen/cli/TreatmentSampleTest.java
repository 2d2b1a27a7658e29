package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Treatment and retirements of the sample city against their answer key. */
class TreatmentSampleTest {
  private static final AnswerKey KEY = AnswerKey.read("answers_treatment.csv");

  private static String ofAtValue(Map<String, String> a) {
    return String.join(" ", a.get("of"), a.get("at"), a.get("value"));
  }

  @Test
  void efficienciesOfHoursAreThoseWorkedOutWithFractionsAndTheOthersSayWhy() {
    assertThat(
            AnswerKey.asked(
                """
                SELECT concat_ws(' ', pollutant_code,
                  date_format(hour_start, "yyyy-MM-dd'T'HH:mm"),
                  coalesce(cast(removal_percent AS string), no_removal_reason))
                FROM source.removal_hour WHERE outlet_code = 'EX001-DA001'
                """))
        .isEqualTo(KEY.expected("removal_hour|no_removal", TreatmentSampleTest::ofAtValue));
  }

  @Test
  void efficienciesOfDaysAreThoseOfTheirSums() {
    assertThat(
            AnswerKey.asked(
                "SELECT concat_ws(' ', pollutant_code, data_day, removal_percent) FROM"
                    + " source.removal_day"))
        .isEqualTo(KEY.expected("removal_day", TreatmentSampleTest::ofAtValue));
  }

  @Test
  void screeningFindsWhatIsPlantedAndNothingElse() {
    assertThat(
            AnswerKey.asked(
                """
                SELECT concat_ws(' ', treatment_rule, pollutant_code, data_day, finding_hours)
                FROM source.treatment_finding
                UNION ALL
                SELECT concat_ws(' ', 'TREATMENT_WITHOUT_LOAD', pollutant_code, data_day,
                  finding_hours) FROM lead.idle_treatment
                """))
        .isEqualTo(
            KEY.expected(
                "REMOVAL_BELOW_DESIGN|SLIP_WITH_NOX_NEAR_LIMIT|TREATMENT_WITHOUT_LOAD",
                a -> a.get("kind") + " " + ofAtValue(a)));
  }

  @Test
  void theFacilityIsOnTheListOfLowEfficiency() {
    assertThat(
            AnswerKey.asked(
                "SELECT concat_ws(' ', outlet_code, data_day, last_day, finding_day_count) FROM"
                    + " lead.weak_facility"))
        .isEqualTo(
            KEY.expected(
                "weak_facility",
                a -> String.join(" ", a.get("code"), a.get("at"), a.get("value"))));
    assertThat(
            AnswerKey.asked(
                "SELECT DISTINCT evidence_kind FROM lead.evidence WHERE matter ="
                    + " 'WEAK_TREATMENT' AND enterprise_code = 'EX001'"))
        .containsExactly(
            "REMOVAL_BELOW_DESIGN", "SLIP_WITH_NOX_NEAR_LIMIT", "TREATMENT_WITHOUT_LOAD");
  }

  @Test
  void retirementsAreCountedTowardsTheirTargets() {
    assertThat(
            AnswerKey.asked(
                "SELECT concat_ws(' ', area_code, subject_kind, month_start,"
                    + " retired_to_date_count) FROM diesel.retirement_month WHERE month_start ="
                    + " DATE'2024-03-01'"))
        .isEqualTo(
            KEY.expected(
                "retired_to_date",
                a -> String.join(" ", a.get("code"), a.get("of"), a.get("at"), a.get("value"))));
    assertThat(
            AnswerKey.asked(
                "SELECT concat_ws(' ', target_count, target_left_count, out_of_scope_to_date_count)"
                    + " FROM diesel.retirement_month WHERE area_kind = 'city' AND subject_kind ="
                    + " 'machine' AND month_start = DATE'2024-03-01'"))
        .containsExactly("1147 1117 1");
  }

  @Test
  void retirementsInDoubtAreThosePlantedAndLeadToTheirOwners() {
    assertThat(
            AnswerKey.asked(
                "SELECT concat_ws(' ', doubt, subject_code, subject_kind, data_day) FROM"
                    + " diesel.doubtful_retirement"))
        .isEqualTo(
            KEY.expected(
                "RETIRED_.*",
                a -> String.join(" ", a.get("kind"), a.get("code"), a.get("of"), a.get("at"))));
    assertThat(
            AnswerKey.asked(
                "SELECT enterprise_name || ' ' || county_code FROM lead.lead WHERE matter ="
                    + " 'RETIREMENT_DOUBTFUL' AND data_day = DATE'2024-03-12'"))
        .containsExactly("示例运输1公司 370902");
  }

  @Test
  void aMachineStillAtWorkIsKeptAndCountsNowhere() {
    assertThat(
            AnswerKey.asked("SELECT machine_code FROM registry.machine WHERE retired_on IS NULL"))
        .containsExactly("3-TA0902", "3-TA0903");
  }
}
