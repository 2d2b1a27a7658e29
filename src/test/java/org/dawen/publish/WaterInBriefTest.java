package org.dawen.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

/** What people read of surface water: five sections of a city, and the city among others. */
class WaterInBriefTest {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 21);
  private static final DaySet MARCH = DaySet.parse("2024-03-01..2024-03-31");

  @TempDir private static Path folder;
  private static Lake lake;
  private static Results results;

  private static void given(String name, String... lines) {
    Table table =
        Catalogue.tables().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
    Map<String, String> usual = TestRows.usual(table, "2024-03-01");
    usual.computeIfPresent("is_provisional", (column, value) -> "true");
    List<Map<String, String>> rows = TestRows.withDefaults(TestRows.lines(List.of(lines)), usual);
    lake.append(
        table,
        table.day() == null ? DaySet.ALWAYS : MARCH,
        Given.rows(table, TestRows.dataset(SharedSession.spark(), table, rows)),
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
        "registry.section",
        "section_code,name,water_body,level,county_code,city_code,target_class,valid_from",
        "S1,甲断面,大汶河,city,370902,,Ⅲ,",
        "S2,乙断面,大汶河,national,370902,,Ⅲ,",
        "S3,丙断面,瀛汶河,national,370911,,Ⅱ,",
        "S4,丁断面,瀛汶河,national,370911,,Ⅲ,",
        "S5,戊断面,东平湖,national,370911,,Ⅲ,",
        "S9,外地断面,黄河,national,,370100,Ⅲ,");
    given(
        "registry.water_target",
        "area_code,item,period,section_scope,target_value,valid_from",
        "370900,good_share_percent,year,national,100,",
        "370900,cwqi_rank,year,national,2,",
        "370900,good_share_percent,month,national,100,");
    given(
        "water.section_month",
        "section_code,month_start,way,water_class,no_class_reason,target_class,is_target_met,"
            + "exceeding_items,level,county_code,city_code,is_registered",
        // Misses it whichever way one looks.
        "S1,2024-03-01,as_received,Ⅴ,,Ⅲ,false,NH3-N(0.9),city,370902,370900,true",
        "S1,2024-03-01,screened,Ⅳ,,Ⅲ,false,NH3-N(0.4),city,370902,370900,true",
        "S1,2024-03-01,province_rule,Ⅳ,,Ⅲ,false,NH3-N(0.4),city,370902,370900,true",
        // Misses it as received alone.
        "S2,2024-03-01,as_received,劣Ⅴ,,Ⅲ,false,NH3-N(1470.52),national,370902,370900,true",
        "S2,2024-03-01,screened,Ⅱ,,Ⅲ,true,,national,370902,370900,true",
        "S2,2024-03-01,province_rule,Ⅱ,,Ⅲ,true,,national,370902,370900,true",
        // Nobody knows whether it is a river or a lake.
        "S3,2024-03-01,province_rule,,BODY_UNKNOWN,Ⅱ,,,national,370911,370900,true",
        // Meets it.
        "S4,2024-03-01,as_received,Ⅲ,,Ⅲ,true,,national,370911,370900,true",
        "S4,2024-03-01,screened,Ⅲ,,Ⅲ,true,,national,370911,370900,true",
        "S4,2024-03-01,province_rule,Ⅲ,,Ⅲ,true,,national,370911,370900,true",
        // S5 sent nothing. S9 is of another city.
        "S9,2024-03-01,province_rule,劣Ⅴ,,Ⅲ,false,TP(9),national,,370100,true");
    given(
        "water.section_day",
        "section_code,data_day,way,water_class,target_class,is_target_met",
        "S2,2024-03-21,screened,Ⅱ,Ⅲ,true",
        "S4,2024-03-21,screened,Ⅲ,Ⅲ,true",
        "S9,2024-03-21,screened,Ⅲ,Ⅲ,true");
    given(
        "water.headroom_month",
        "section_code,month_start,span,item,target_class,unit,upper_limit_value,lower_limit_value,"
            + "mean_so_far_value,so_far_count,left_count,remaining_most_value,"
            + "remaining_least_value,goal_state",
        "S1,2024-03-01,month,NH3-N,Ⅲ,mg/L,1,,1.4,21,0,,,missed",
        "S2,2024-03-01,month,TP,Ⅲ,mg/L,0.2,,0.24,21,10,0.11599,,open",
        "S2,2024-03-01,month,DO,Ⅲ,mg/L,,5,8,21,10,,0,open",
        "S4,2024-03-01,year,DO,Ⅲ,mg/L,,5,4,3,9,,5.33331,open",
        "S5,2024-03-01,month,DO,Ⅲ,mg/L,,5,3,25,5,,15.00001,open",
        "S4,2024-03-01,month,CODMn,Ⅲ,mg/L,6,,5,21,10,8.1,,open",
        "S9,2024-03-01,month,TP,Ⅲ,mg/L,0.2,,9,21,10,,,out_of_reach");
    given(
        "water.class_change",
        "section_code,change_kind,starts_at,change_no,data_day,from_class,to_class,changed_items,"
            + "received_at,file_id,record_no",
        // Received at 01:00 of the 21st in Beijing, where UTC still has the 20th.
        "S1,observation,2024-03-10 08:00:00,1,2024-03-10,Ⅳ,Ⅲ,TP,2024-03-21 01:00:00,water/a,7",
        "S2,month,2024-03-01 00:00:00,1,2024-03-01,Ⅲ,Ⅱ,TP,2024-03-21 10:00:00,water/b,",
        "S4,observation,2024-03-09 08:00:00,1,2024-03-09,Ⅱ,Ⅲ,TP,,water/c,9",
        "S4,observation,2024-03-08 08:00:00,1,2024-03-08,Ⅱ,Ⅲ,TP,2024-03-15 02:00:00,water/d,9",
        "S9,observation,2024-03-21 08:00:00,1,2024-03-21,Ⅱ,Ⅲ,TP,2024-03-21 02:00:00,water/e,9");
    for (String period : List.of("month", "year")) {
      given(
          "water.area_" + period,
          "area_kind,area_code,section_scope,month_start,section_count,judged_section_count,"
              + "good_section_count,target_met_section_count,good_share_percent,cwqi,cwqi_rank,"
              + "ranked_count,is_rank_comparable",
          "city,370100,national,2024-03-01,1,1,1,0,100,2.0000,1,3,true",
          "city,370200,national,2024-03-01,1,1,1,0,100,2.5000,2,3,true",
          period.equals("month")
              ? "city,370900,national,2024-03-01,3,2,2,2,100,4.0000,3,3,true"
              : "city,370900,national,2024-03-01,3,2,1,2,50,4.0000,3,3,false");
    }
    results = new Results(lake, Catalogue.tables());
  }

  private static Section section() {
    return WaterBrief.section(results, new Names(results, DAY), DAY);
  }

  private static Sheet sheet(String name) {
    Section section = section();
    // The whole list where there is one behind the fold.
    return Stream.concat(section.folded().stream(), section.sheets().stream())
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> shown(String sheet, String... columns) {
    return sheet(sheet).lines().stream()
        .map(l -> String.join(" ", List.of(columns).stream().map(c -> "" + l.at(c)).toList()))
        .toList();
  }

  @Test
  void sectionsThatMissTheirTargetStandWithTheThreeWaysNationalOnesFirst() {
    assertThat(
            shown("water_targets", "section_name", "level", "province_rule", "as_received", "note"))
        .containsExactly(
            "乙断面 国控 Ⅱ 劣Ⅴ 按规定口径达标，可疑值未剔除时不达标",
            "丙断面 国控 河湖类型未登记 本月无数据 尚不能判定",
            "戊断面 国控 本月无数据 本月无数据 尚不能判定",
            "甲断面 市控 Ⅳ Ⅴ 未达标");
  }

  @Test
  void sectionsHeadingForAMissComeBeforeThoseWithTheLeastHeadroom() {
    assertThat(shown("water_headroom", "section_name", "item", "span", "limits", "rest", "note"))
        .containsExactly(
            "戊断面 DO month ≥ 5 ≥ 15.0001 须高于饱和溶解氧，难以达到",
            "乙断面 TP month ≤ 0.2 ≤ 0.1159 照此趋势将不达标",
            "丁断面 DO year ≥ 5 ≥ 5.3334 照此趋势将不达标",
            "丁断面 CODMn month ≤ 6 ≤ 8.1 余量较小",
            "乙断面 DO month ≥ 5 不受限 余量较小");
  }

  @Test
  void changesAreThoseReceivedThatDayAndThoseOfTheMonthWithoutATimeOfReceipt() {
    assertThat(shown("water_changes", "section_name", "file_id", "record_no", "received_at"))
        .containsExactly(
            "乙断面 water/b 整份文件 2024-03-21T10:00",
            "丁断面 water/c 9 文件未注明",
            "甲断面 water/a 7 2024-03-21T01:00");
  }

  @Test
  void theGoalsSayWhatIsLeft() {
    assertThat(shown("water_goals", "period", "good_share_percent", "share_note", "rank_note"))
        .containsExactly(
            "month 100.0 目标100%，2个中2个优良，已达，1个断面无类别 3个城市参排；没有登记目标",
            "year 50.0 目标100%，2个中1个优良，还差1个，1个断面无类别"
                + " 3个城市参排，各断面月份或参与项目不同，不可直接比较；目标前2名，比第2名指数高1.5000");
    assertThat(section().summaryZh()).contains("5个考核断面，1个未达标，另3个待核；3个预计不达标；类别变更3次，其中国控2次");
    assertThat(section().summaryEn())
        .contains("1 misses it, 3 are in doubt and 3 are expected to miss it");
  }

  @Test
  void noCellOfItIsADashWithoutAReason() {
    for (Sheet sheet : section().sheets()) {
      assertThat(Html.table(sheet, new SourceNotes()))
          .as(sheet.name())
          .doesNotContain(">—<")
          .contains("<table");
    }
  }

  @Test
  void aCityWithoutSectionsSaysSo() {
    Results none =
        new Results(
            new Lake(SharedSession.spark(), folder.resolve("none").toString()), Catalogue.tables());
    Section empty = WaterBrief.section(none, new Names(none, DAY), DAY);
    assertThat(empty.sheets()).isEmpty();
    assertThat(empty.summaryZh()).contains("没有登记地表水断面");
  }

  @Test
  void aBranchGetsTheSectionsOfItsCounty() {
    WaterSheets sheets = new WaterSheets(results, new Names(results, DAY), DAY);
    List<String> rows = new ArrayList<>();
    for (Sheet sheet : sheets.of("370911")) {
      sheet
          .lines()
          .forEach(l -> rows.add(sheet.zh() + " " + l.text("section_name") + " " + l.at("way")));
    }
    assertThat(rows)
        .containsExactlyInAnyOrder(
            "断面日 丁断面 筛后",
            "断面月 丙断面 省定口径",
            "断面月 丁断面 原始",
            "断面月 丁断面 筛后",
            "断面月 丁断面 省定口径",
            "类别变更 丁断面 null");
  }

  @Test
  void aFeedWhoseSectionsAndAreasDisagreeIsWithheld() {
    Feed feed = new Feed(results, YearMonth.of(2024, 3));
    assertThat(feed.sheet("water_sections").lines())
        .extracting(l -> l.text("section_code"))
        .doesNotContain("S9")
        .contains("S1", "S3");
    assertThat(WaterFeedChecks.failures(feed)).isEmpty();
    assertThat(feed.standards())
        .extracting(s -> s.what() + " " + s.confidence())
        .contains(
            "surface water: mean of a month U",
            "surface water: state of an area M",
            "surface water: index of a city U");

    Lake other = new Lake(SharedSession.spark(), folder.resolve("wrong").toString());
    Lake right = lake;
    lake = other;
    given("registry.county", "county_code,name,city_code,valid_from", "370902,泰山区,370900,");
    given(
        "registry.section",
        "section_code,name,level,county_code,target_class,valid_from",
        "S1,甲断面,national,370902,Ⅲ,");
    given(
        "water.section_month",
        "section_code,month_start,way,water_class,target_class,is_target_met,level,city_code,"
            + "is_provisional",
        "S1,2024-03-01,province_rule,Ⅳ,Ⅲ,true,national,370900,false",
        "S1,2024-03-01,screened,,Ⅲ,,national,370900,true");
    given(
        "water.area_month",
        "area_kind,area_code,section_scope,month_start,section_count,judged_section_count,"
            + "good_section_count,target_met_section_count,good_share_percent,cwqi,cwqi_rank",
        "city,370900,national,2024-03-01,1,1,1,0,99.8,4,1",
        "city,370100,national,2024-03-01,0,0,0,0,,3,2");
    lake = right;
    assertThat(
            WaterFeedChecks.failures(
                new Feed(new Results(other, Catalogue.tables()), YearMonth.of(2024, 3))))
        .containsExactlyInAnyOrder(
            "water_sections: S1 province_rule is of class Ⅳ with target Ⅲ, and is_target_met is"
                + " true",
            "water_sections: S1 screened has neither a class nor a reason",
            "water_sections: 1 rows are not marked as provisional, but surface water: mean of a"
                + " month (地表水环境质量监测数据统计技术规定(试行)) has confidence U",
            "water_areas: good_section_count of the city (national) is 1, its sections give 0",
            "water_areas: target_met_section_count of the city (national) is 0, its sections give"
                + " 1",
            "water_areas: 370900 city/national has 1 of 1 sections good, and the share 99.8",
            "water_areas: 370900 city/national has rank 1, by its index it has 2",
            "water_areas: 370100 city/national has rank 2, by its index it has 1");
  }
}
