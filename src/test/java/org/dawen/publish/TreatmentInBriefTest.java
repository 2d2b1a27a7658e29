package org.dawen.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dawen.cli.Catalogue;
import org.dawen.lake.DaySet;
import org.dawen.lake.Given;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.dawen.lake.TestRows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people read of weak treatment facilities and of retirements. */
class TreatmentInBriefTest {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 21);

  @TempDir private static Path folder;
  private static TreatmentBrief brief;
  private static Lake lake;

  private static void given(String name, String... lines) {
    Table table =
        Catalogue.tables().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
    Map<String, String> usual = TestRows.usual(table, "2024-03-01");
    lake.append(
        table,
        table.day() == null ? DaySet.ALWAYS : DaySet.parse("2024-01-01..2024-12-31"),
        Given.rows(
            table,
            TestRows.dataset(
                SharedSession.spark(),
                table,
                TestRows.withDefaults(TestRows.lines(List.of(lines)), usual))),
        "test");
  }

  @BeforeAll
  static void writeAMonth() {
    lake = new Lake(SharedSession.spark(), folder.resolve("lake").toString());
    given(
        "registry.county",
        "county_code,name,city_code,valid_from",
        "370902,泰山区,370900,",
        "370911,岱岳区,370900,");
    given(
        "registry.outlet",
        "outlet_code,name,enterprise_code,enterprise_name,county_code,valid_from",
        "O1,一号烟囱,E1,甲热电,370902,",
        "O2,二号烟囱,E1,甲热电,370911,");
    given(
        "lead.weak_facility",
        "outlet_code,data_day,last_day,enterprise_code,county_code,facility_code,reason,reason_zh",
        "O2,2024-03-20,2024-03-21,E1,370911,F2,low,低",
        "O1,2023-11-02,2024-03-14,E1,370902,F1,slip,逃",
        // Last found eight days ago, and found only later.
        "O1,2023-06-01,2024-03-13,E1,370902,F1,old,旧",
        "O1,2024-03-22,2024-03-22,E1,370902,F1,new,新");
    given(
        "diesel.retirement_month",
        "area_kind,area_code,subject_kind,month_start,retired_count,retired_to_date_count,"
            + "target_count,target_left_count",
        "city,370900,machine,2024-01-01,10,10,1147,1137",
        "city,370900,machine,2024-02-01,20,30,1147,1117",
        "county,370902,machine,2024-02-01,20,30,,",
        "city,370900,machine,2024-04-01,9,39,1147,1108");
    given(
        "diesel.doubtful_retirement",
        "subject_kind,subject_code,doubt,data_day,owner,county_code,retired_on,reason,reason_zh,"
            + "record_no",
        "truck,LTASAMPLE00000003,RETIRED_BUT_SENDING,2024-03-12,王小二,370902,2024-02-20,r,z,3",
        "machine,3-AB001,RETIRED_TWICE,2024-03-12,乙工程公司,370911,2024-03-12,r,z,4",
        "machine,3-AB009,RETIRED_TWICE,2023-12-12,乙工程公司,370911,2023-12-12,r,z,5");
    Results results = new Results(lake, Catalogue.tables());
    brief = new TreatmentBrief(results, new Names(results, DAY), DAY);
  }

  private static Sheet sheet(List<Sheet> sheets, String name) {
    return sheets.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> shown(Sheet sheet, String... columns) {
    return sheet.lines().stream()
        .map(l -> String.join(" ", List.of(columns).stream().map(c -> "" + l.at(c)).toList()))
        .toList();
  }

  @Test
  void theBriefCountsWhatIsListedAndNamesTheLatestMonth() {
    Section section = brief.section();

    assertThat(section.summaryZh()).isEqualTo("1家企业2个低效治理设施（筛查）。淘汰非道路移动机械30/1147台（辆）。存疑淘汰2条。");
    assertThat(section.summaryEn())
        .isEqualTo(
            "1 enterprise has 2 treatment facilities of low efficiency (screening). 30 machines have"
                + " been retired; the target is 1147. 2 retirements are in doubt.");
    assertThat(section.sheets()).isEmpty();
    assertThat(section.folded()).hasSize(3);
  }

  @Test
  void aFacilityIsListedForSevenDaysWithWhatSpeaksAgainstItAndSinceWhen() {
    Sheet list = sheet(brief.section().folded(), "weak_facilities");

    assertThat(
            shown(
                list,
                "county_name",
                "enterprise_name",
                "outlet_name",
                "facility_code",
                "why",
                "data_day"))
        .containsExactly("泰山区 甲热电 一号烟囱 F1 逃 2023-11-02", "岱岳区 甲热电 二号烟囱 F2 低 2024-03-20");
  }

  @Test
  void aBranchSeesItsOwn() {
    List<Sheet> ofCounty = brief.of("370911");

    assertThat(shown(sheet(ofCounty, "weak_facilities"), "outlet_code")).containsExactly("O2");
    assertThat(sheet(ofCounty, "retirements").lines()).isEmpty();
    assertThat(shown(sheet(brief.of("370902"), "retirements"), "area_name", "month_start"))
        .containsExactly("泰山区 2024-02-01");
  }

  @Test
  void noPersonAndNoVehicleIsNamed() {
    assertThat(
            shown(
                sheet(brief.section().folded(), "doubtful_retirements"),
                "subject_masked",
                "owner",
                "why"))
        .containsExactlyInAnyOrder("LTA**********0003 王** z", "3-AB001 乙工程公司 z");
    assertThat(
            Mask.lead(new Line(Map.of("matter", "RETIREMENT_DOUBTFUL", "enterprise_name", "王小二")))
                .text("enterprise_name"))
        .isEqualTo("王**");
  }
}
