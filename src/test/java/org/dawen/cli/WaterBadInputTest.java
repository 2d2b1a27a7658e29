package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dawen.lake.Query;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What went wrong with surface water gets a verdict, and the doctor names it. */
class WaterBadInputTest {
  private static final String SECTIONS =
      """
      section_code,name,water_body,body_kind,level,county_code,city_code,mn,published_name,target_class,valid_from,valid_to
      R,断面甲,大汶河,river,national,370902,370900,,示例省/甲,Ⅲ,,
      L,湖心,东平湖,river,national,370902,370900,,示例省/湖心,Ⅲ,,
      U,断面乙,乙河,,national,370902,370900,,示例省/乙,Ⅲ,,
      M,断面丙,丙河,river,national,370902,370900,,,Ⅲ,,2025-11-06
      D,断面丁,丁河,river,national,370902,370900,,,Ⅲ,,
      E1,断面戊,戊河,river,national,370902,370900,,示例省/甲市/戊,Ⅲ,,
      E2,断面戊,己河,river,national,370902,370900,,示例省/乙市/戊,Ⅲ,,
      """;

  private static final String PUBLISHED =
      """
      province,city,water_body,section,observed_at,status,published_class,ph,do,codmn,nh3n,tp
      示例省,甲市,大汶河,甲,2025-11-06T08:00,正常,Ⅲ,7.5,8,5,0.2,0.1
      示例省,乙市,大汶河,甲,2025-11-06T12:00,正常,Ⅱ,7.5,8,3,0.2,0.1
      示例省,甲市,东平湖,湖心,2025-11-06T08:00,正常,Ⅳ,7.5,8,3,0.2,0.08
      示例省,甲市,乙河,乙,2025-11-06T08:00,正常,,7.5,8,3,0.2,0.08
      示例省,甲市,戊河,戊,2025-11-06T08:00,正常,Ⅱ,7.5,8,3,0.2,0.1
      示例省,乙市,己河,戊,2025-11-06T08:00,正常,Ⅳ,7.5,8,3,1.2,0.1
      示例省,甲市,丁河,丁,2025-11-06T08:00,干涸,,,,,,
      """;

  private static final String OWN =
      """
      section_code,observed_at,ph,do,codmn,nh3n,tp,status
      X9,2025-11-06T08:00,7.5,8,3,0.2,0.1,
      M,2025-11-06T08:00,7.5,8,3,0.2,0.1,
      M,2025-11-07T08:00,7.5,8,3,0.2,0.1,
      R,2025-11-06T16:00,7.5,8,3,0.2,0.1,
      R,2025-11-06T16:00,7.5,8,3,0.2,0.3,
      D,2025-11-06T12:00,,,,,,干涸
      """;

  private static final String SAMPLES =
      """
      section_code,sampled_at,item_code,value,unit,detection_limit,is_below_detection
      R,2025-11-10,cd,,mg/L,0.008,true
      """;

  @TempDir private static Path there;
  private static Nights nights;
  private static String doctor;

  @BeforeAll
  static void runTheNight() throws IOException {
    for (Map.Entry<String, String> file :
        Map.of(
                "registry/sections.csv", SECTIONS,
                "water/published_20251107.csv", PUBLISHED,
                "water/own_20251107.csv", OWN,
                "water/samples_20251110.csv", SAMPLES)
            .entrySet()) {
      Path path = there.resolve("landing").resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    nights = new Nights(there.resolve("lake"), there.resolve("landing"));
    nights.run();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DoctorReport.look(nights.lake(), Engines.of(nights.lake()), LocalDate.of(2025, 11, 11))
        .print(new PrintStream(out, true, StandardCharsets.UTF_8));
    doctor = out.toString(StandardCharsets.UTF_8);
  }

  private static List<String> asked(String sql) {
    return Ask.texts(new Query(nights.lake(), Catalogue.tables()), sql).stream().sorted().toList();
  }

  @Test
  void unknownSectionsAndThoseOfUnknownKindAreNamed() {
    assertThat(doctor)
        .contains("X9: 1 days from 2025-11-06")
        .contains("U: 1 days from 2025-11-06, body_kind is empty");
  }

  @Test
  void aSectionOfUnknownKindStaysWithoutClassAndSaysSo() {
    assertThat(
            asked(
                """
                SELECT concat_ws(' ', section_code, coalesce(water_class, '-'), no_class_reason)
                FROM water.observation_class WHERE section_code IN ('U', '示例省/丁')
                """))
        .containsExactly("U - BODY_UNKNOWN", "示例省/丁 - NO_VALUE");
  }

  @Test
  void twoSectionsOfOneNameAreNamed() {
    assertThat(doctor).contains("示例省/甲: 乙市 大汶河, 甲市 大汶河");
  }

  @Test
  void twoSectionsOfOneNameAreTwoWhereTheRegistryHasTheirCities() {
    assertThat(
            asked(
                """
                SELECT concat_ws(' ', section_code, water_class, is_as_published)
                FROM water.observation_class WHERE section_code LIKE 'E%'
                """))
        .containsExactly("E1 Ⅱ true", "E2 Ⅳ true");
    assertThat(doctor).doesNotContain("示例省/戊");
  }

  @Test
  void aPublishedClassThatDoesNotFollowAndALakeJudgedAsARiverAreListed() {
    assertThat(doctor)
        .contains("L 2025-11-06 08:00:00: published Ⅳ, the values give Ⅱ, river")
        .doesNotContain("R 2025-11-06 08:00:00: published");
  }

  @Test
  void anObservationTwiceInOneFileIsDecidedByItsLineAndSaidSo() {
    assertThat(doctor).contains("R TP 2025-11-06 16:00:00: 2 revisions").doesNotContain("R pH 2");
    assertThat(
            asked(
                """
                SELECT CAST(CAST(used_value AS DOUBLE) AS STRING) FROM water.observation
                WHERE section_code = 'R' AND item = 'TP' AND hour(observed_at) = 16
                """))
        .containsExactly("0.3");
  }

  @Test
  void aLimitAboveTheLimitOfTheClassIsNotBetterThanKnown() {
    assertThat(doctor).contains("R 2025-11-01 Cd: found Ⅱ, not better than Ⅴ is known");
  }

  @Test
  void aMonthOfOneReadingKeepsItsClassAndIsNamed() {
    assertThat(doctor).contains("L 2025-11-01: 1 days");
    assertThat(
            asked(
                """
                SELECT water_class || ' ' || is_few_days FROM water.section_month
                WHERE section_code = 'L' AND way = 'province_rule'
                """))
        .containsExactly("Ⅱ true");
  }

  @Test
  void aSectionThatMovedIsUnknownFromThatDayAndOneThatDriedOutKeepsItsStatus() {
    assertThat(
            asked(
                """
                SELECT concat_ws(' ', data_day, is_registered, coalesce(water_class, '-'))
                FROM water.section_day WHERE section_code = 'M' AND way = 'as_received'
                """))
        .containsExactly("2025-11-06 true Ⅱ", "2025-11-07 false -");
    assertThat(
            asked(
                """
                SELECT concat_ws(' ', status, coalesce(water_class, '-')) FROM
                water.observation_class WHERE section_code = 'D'
                """))
        .containsExactly("干涸 -");
  }
}
