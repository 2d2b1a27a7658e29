package org.dawen.air;

import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.lake.Column.count;
import static org.dawen.lake.Column.day;
import static org.dawen.lake.Column.decimal;
import static org.dawen.lake.Column.text;
import static org.dawen.lake.Column.truth;
import static org.dawen.lake.Table.table;

import java.util.List;
import java.util.stream.Stream;
import org.dawen.lake.Column;
import org.dawen.lake.Layout;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryTables;

/** Areas: their days, months, ranking, and what the rest of a period may cost. */
public final class AreaTables {
  private AreaTables() {}

  public static final Column AREA_KIND =
      text("area_kind")
          .required()
          .oneOf(List.of("township", "county", "city"))
          .says("Township, county or functional zone, or city.", "区域类型");
  public static final Column AREA_CODE =
      RegistryTables.AREA_CODE
          .required()
          .says("Code of the township, county, zone or city.", "区域代码");
  public static final Column AREA_NAME =
      text("area_name").says("Name in the registry that day; null: it has none.", "区域名称");

  private static Column stationsOf(String name, String item, String chinese) {
    return count(name).required().says("Stations with a valid " + item + " that day.", chinese);
  }

  public static final Column BASIS =
      text("basis")
          .required()
          .oneOf(List.of("stations", "received", "none"))
          .says(
              "Where the values come from: evaluation stations; the city's day as received, for a"
                  + " city without stations; or none, an area without evaluation stations.",
              "数据来源");
  public static final Column STATION_COUNT =
      count("station_count").required().says("Evaluation stations of the area that day.", "考核点数");
  public static final Column SO2_STATIONS = stationsOf("so2_stations", "SO2", "二氧化硫有效点数");
  public static final Column NO2_STATIONS = stationsOf("no2_stations", "NO2", "二氧化氮有效点数");
  public static final Column CO_STATIONS = stationsOf("co_stations", "CO", "一氧化碳有效点数");
  public static final Column O3_STATIONS = stationsOf("o3_stations", "O3 8 h", "臭氧有效点数");
  public static final Column PM10_STATIONS = stationsOf("pm10_stations", "PM10", "可吸入颗粒物有效点数");
  public static final Column PM2_5_STATIONS = stationsOf("pm2_5_stations", "PM2.5", "细颗粒物有效点数");
  public static final Column VALID_STATION_PERCENT =
      decimal("valid_station_percent", 9, 6)
          .unit("%")
          .says(
              "Smallest share over the items of stations with a valid value among the stations that"
                  + " monitor it; null: no stations.",
              "有效点位比例");

  private static Column areaMean(String name, String unit, String what, String chinese) {
    return decimal(name, 18, 10)
        .unit(unit)
        .says(
            "Mean of the valid days of the area's evaluation stations, "
                + what
                + ", unrounded; null: no station has one.",
            chinese);
  }

  public static final Column SO2_UG_M3 = areaMean("so2_ug_m3", "µg/m³", "SO2", "二氧化硫日均值");
  public static final Column NO2_UG_M3 = areaMean("no2_ug_m3", "µg/m³", "NO2", "二氧化氮日均值");
  public static final Column CO_MG_M3 = areaMean("co_mg_m3", "mg/m³", "CO", "一氧化碳日均值");
  public static final Column O3_8H_UG_M3 =
      areaMean("o3_8h_ug_m3", "µg/m³", "largest 8-hour O3 mean of each station", "臭氧日最大8小时平均");
  public static final Column PM10_UG_M3 = areaMean("pm10_ug_m3", "µg/m³", "PM10", "可吸入颗粒物日均值");
  public static final Column PM2_5_UG_M3 = areaMean("pm2_5_ug_m3", "µg/m³", "PM2.5", "细颗粒物日均值");
  public static final Column PM10_WITHOUT_DUST_UG_M3 =
      areaMean("pm10_without_dust_ug_m3", "µg/m³", "PM10 without hours under dust", "剔除沙尘可吸入颗粒物");
  public static final Column PM2_5_WITHOUT_DUST_UG_M3 =
      areaMean("pm2_5_without_dust_ug_m3", "µg/m³", "PM2.5 without hours under dust", "剔除沙尘细颗粒物");
  public static final Column PM_RATIO =
      decimal("pm_ratio", 18, 10)
          .unit(Column.NUMBER)
          .says("PM2.5 divided by PM10; null: one is missing or PM10 is 0.", "细颗粒物占比");

  public static final Column AQI_WITHOUT_DUST =
      count("aqi_without_dust")
          .says("AQI from PM without the hours under dust; null: no item has an index.", "剔除沙尘AQI");
  public static final Column AQI_PUBLISHED_WITHOUT_DUST =
      count("aqi_published_without_dust")
          .says("As aqi_published, from PM without the hours under dust.", "剔除沙尘发布用AQI");

  /** The six concentrations of a day, in the order in which the room passes them on. */
  static final List<Column> DAY_CONCENTRATIONS =
      List.of(SO2_UG_M3, NO2_UG_M3, CO_MG_M3, O3_8H_UG_M3, PM10_UG_M3, PM2_5_UG_M3);

  static final List<Column> WITHOUT_DUST =
      List.of(PM10_WITHOUT_DUST_UG_M3, PM2_5_WITHOUT_DUST_UG_M3);

  static final List<Column> VALID_STATIONS =
      List.of(SO2_STATIONS, NO2_STATIONS, CO_STATIONS, O3_STATIONS, PM10_STATIONS, PM2_5_STATIONS);

  /** What the index function of an area's day answers, in its order. */
  static final List<Column> AREA_INDICES =
      List.of(
          AirTables.SO2_IAQI,
          AirTables.NO2_IAQI,
          AirTables.CO_IAQI,
          AirTables.O3_8H_IAQI,
          AirTables.PM10_IAQI,
          AirTables.PM2_5_IAQI,
          AirTables.AQI.says("Six-item AQI from the rounded means; null: none.", "空气质量指数"),
          AirTables.PRIMARY_POLLUTANT,
          AirTables.CLASS_NAME,
          AirTables.AQI_PUBLISHED,
          AQI_WITHOUT_DUST,
          AQI_PUBLISHED_WITHOUT_DUST,
          AirTables.IS_VALID.says("All six items that are monitored by plan have a mean.", "是否有效日"),
          AirTables.RULE_SET);

  public static final Table AREA_DAY =
      table("air.area_day")
          .says("One row per township, county or zone, and city, and day.")
          .key(AREA_KIND, AREA_CODE, DATA_DAY)
          .day(DATA_DAY)
          .layout(Layout.BY_YEAR)
          .from("air.station_day", "received.air_city_day", "registry.station")
          .warns(
              "Preliminary until the day is over and reviewed",
              "The O3 of an area is the mean of its stations' largest 8-hour means (recalled, not"
                  + " checked)")
          .columns(
              List.of(
                  AREA_KIND,
                  AREA_CODE,
                  AREA_NAME,
                  DATA_DAY,
                  BASIS,
                  STATION_COUNT,
                  VALID_STATION_PERCENT),
              VALID_STATIONS,
              List.of(AirTables.UNMONITORED_ITEMS),
              DAY_CONCENTRATIONS,
              List.of(PM_RATIO),
              WITHOUT_DUST,
              AREA_INDICES);

  public static final Column PERIOD_KIND =
      text("period_kind")
          .required()
          .oneOf(List.of("month", "quarter", "year"))
          .says("The month, its quarter to date, or its year to date.", "统计周期");
  public static final Column DUST =
      text("dust")
          .required()
          .oneOf(List.of("included", "excluded"))
          .says(
              "Whether the hours of registry.dust_hour count in PM10, PM2.5 and what follows from"
                  + " them.",
              "沙尘是否计入");
  public static final Column MONTH_START =
      day("month_start").required().says("First day of the month the row tells about.", "月份");
  public static final Column PERIOD_START =
      day("period_start").required().says("First day of the period.", "周期起始");
  public static final Column LAST_DAY =
      day("last_day")
          .required()
          .says("Last day of the period of which any area of its kind has a row.", "数据截止日");

  private static Column validDays(String name, String item, String chinese) {
    return count(name).unit("d").required().says("Days with a valid " + item + ".", chinese);
  }

  static final List<Column> VALID_DAYS =
      List.of(
          validDays("so2_valid_days", "SO2", "二氧化硫有效天数"),
          validDays("no2_valid_days", "NO2", "二氧化氮有效天数"),
          validDays("co_valid_days", "CO", "一氧化碳有效天数"),
          validDays("o3_valid_days", "O3 8 h", "臭氧有效天数"),
          validDays("pm10_valid_days", "PM10", "可吸入颗粒物有效天数"),
          validDays("pm2_5_valid_days", "PM2.5", "细颗粒物有效天数"));

  private static Column figure(String name, String unit, String what, String chinese) {
    return decimal(name, 18, 10)
        .unit(unit)
        .says(what + " of the valid days, unrounded; null: there are none.", chinese);
  }

  public static final Column SO2_MEAN_UG_M3 =
      figure("so2_mean_ug_m3", "µg/m³", "SO2, mean", "二氧化硫均值");
  public static final Column NO2_MEAN_UG_M3 =
      figure("no2_mean_ug_m3", "µg/m³", "NO2, mean", "二氧化氮均值");
  public static final Column CO_P95_MG_M3 =
      figure("co_p95_mg_m3", "mg/m³", "CO, 95th percentile", "一氧化碳95百分位");
  public static final Column O3_8H_P90_UG_M3 =
      figure("o3_8h_p90_ug_m3", "µg/m³", "O3 8 h, 90th percentile", "臭氧8小时90百分位");
  public static final Column PM10_MEAN_UG_M3 =
      figure("pm10_mean_ug_m3", "µg/m³", "PM10, mean", "可吸入颗粒物均值");
  public static final Column PM2_5_MEAN_UG_M3 =
      figure("pm2_5_mean_ug_m3", "µg/m³", "PM2.5, mean", "细颗粒物均值");

  static final List<Column> FIGURES =
      List.of(
          SO2_MEAN_UG_M3,
          NO2_MEAN_UG_M3,
          CO_P95_MG_M3,
          O3_8H_P90_UG_M3,
          PM10_MEAN_UG_M3,
          PM2_5_MEAN_UG_M3);

  private static Column published(String name, String unit, String item, String chinese) {
    return decimal(name, 8, unit.equals("mg/m³") ? 1 : 0)
        .unit(unit)
        .says(item + " as published: the figure beside, rounded half to even.", chinese);
  }

  static final List<Column> PUBLISHED =
      List.of(
          published("so2_published_ug_m3", "µg/m³", "SO2", "二氧化硫发布值"),
          published("no2_published_ug_m3", "µg/m³", "NO2", "二氧化氮发布值"),
          published("co_p95_published_mg_m3", "mg/m³", "CO", "一氧化碳发布值"),
          published("o3_8h_p90_published_ug_m3", "µg/m³", "O3 8 h", "臭氧发布值"),
          published("pm10_published_ug_m3", "µg/m³", "PM10", "可吸入颗粒物发布值"),
          published("pm2_5_published_ug_m3", "µg/m³", "PM2.5", "细颗粒物发布值"));

  private static Column part(String name, String item, String chinese) {
    return decimal(name, 18, 10)
        .unit(Column.NUMBER)
        .says(item + " in the index to date: published figure by limit.", chinese);
  }

  static final List<Column> PARTS =
      List.of(
          part("so2_single_index", "SO2", "二氧化硫单项指数"),
          part("no2_single_index", "NO2", "二氧化氮单项指数"),
          part("co_single_index", "CO", "一氧化碳单项指数"),
          part("o3_single_index", "O3 8 h", "臭氧单项指数"),
          part("pm10_single_index", "PM10", "可吸入颗粒物单项指数"),
          part("pm2_5_single_index", "PM2.5", "细颗粒物单项指数"));

  public static final Column COMPOSITE_INDEX =
      decimal("composite_index", 8, 2)
          .unit(Column.NUMBER)
          .says(
              "Composite index as published: from the published figures, two decimals; null: the"
                  + " period is not valid.",
              "综合指数");
  public static final Column COMPOSITE_INDEX_UNROUNDED =
      decimal("composite_index_unrounded", 18, 10)
          .unit(Column.NUMBER)
          .says(
              "Composite index of the unrounded figures; null: the period is not valid.",
              "综合指数(未修约)");
  public static final Column INDEX_TO_DATE =
      decimal("index_to_date", 8, 2)
          .unit(Column.NUMBER)
          .says(
              "Composite index as it would be published of the days so far; it ranks, also while the"
                  + " period is open. Null: an item is missing, or too many days are already invalid"
                  + " for the period ever to become valid.",
              "截至当日综合指数");
  public static final Column INDEX_TO_DATE_UNROUNDED =
      decimal("index_to_date_unrounded", 18, 10)
          .unit(Column.NUMBER)
          .says("As index_to_date, of the unrounded figures.", "截至当日综合指数(未修约)");
  public static final Column MAIN_POLLUTANT =
      text("main_pollutant")
          .says("Items with the largest part of the index to date, joined by +.", "主要污染物");

  private static Column classDays(String name, String what, String chinese) {
    return count(name)
        .unit("d")
        .required()
        .says("Days of class " + what + " by the six-item AQI as published.", chinese);
  }

  static final List<Column> CLASS_DAYS =
      List.of(
          classDays("excellent_days", "1 (优)", "优天数"),
          classDays("good_days", "2 (良)", "良天数"),
          classDays("lightly_polluted_days", "3 (轻度污染)", "轻度污染天数"),
          classDays("moderately_polluted_days", "4 (中度污染)", "中度污染天数"),
          classDays("heavily_polluted_days", "5 (重度污染)", "重度污染天数"),
          classDays("severely_polluted_days", "6 (严重污染)", "严重污染天数"));

  public static final Column HEAVY_POLLUTION_DAYS =
      count("heavy_pollution_days").unit("d").required().says("Days of class 5 or 6.", "重污染天数");
  public static final Column GOOD_DAY_PERCENT =
      decimal("good_day_percent", 18, 10)
          .unit("%")
          .says(
              "Days of class 1 or 2 by all days with a class, unrounded; null: no day has one.",
              "优良天数比例");
  public static final Column GOOD_DAY_PUBLISHED_PERCENT =
      decimal("good_day_published_percent", 5, 1)
          .unit("%")
          .says("The same with one decimal, half to even.", "优良天数比例发布值");

  public static final Column IS_VALID =
      truth("is_valid")
          .required()
          .says(
              "Every item has the days it needs: a month 27 (February 25), a quarter and a year to"
                  + " date in each of its months, a whole year 324 besides.",
              "是否有效");
  public static final Column NOT_VALID_BECAUSE =
      text("not_valid_because")
          .says("Items with too few days and how many of how many; null: valid.", "无效说明");
  public static final Column LIMITS_OF =
      text("limits_of")
          .says("Standard of the limits of the index; null: none was in force.", "限值标准");

  /** What the function of a period answers besides the key, in its order. */
  static final List<Column> PERIOD_FIELDS =
      Stream.of(
              List.of(PERIOD_KIND, DUST, MONTH_START, PERIOD_START, LAST_DAY),
              VALID_DAYS,
              FIGURES,
              PUBLISHED,
              List.of(
                  PM_RATIO,
                  COMPOSITE_INDEX,
                  COMPOSITE_INDEX_UNROUNDED,
                  INDEX_TO_DATE,
                  INDEX_TO_DATE_UNROUNDED),
              PARTS,
              List.of(MAIN_POLLUTANT),
              CLASS_DAYS,
              List.of(
                  HEAVY_POLLUTION_DAYS,
                  GOOD_DAY_PERCENT,
                  GOOD_DAY_PUBLISHED_PERCENT,
                  IS_VALID,
                  NOT_VALID_BECAUSE,
                  LIMITS_OF))
          .flatMap(List::stream)
          .toList();

  public static final Table AREA_MONTH =
      table("air.area_month")
          .says(
              "One row per area, month, kind of period (the month, its quarter and its year to date)"
                  + " and treatment of dust.")
          .key(AREA_KIND, AREA_CODE, PERIOD_KIND, DUST, MONTH_START)
          .day(MONTH_START)
          .from("air.area_day")
          .warns(
              "An open period tells about the days so far",
              "Weights of the index and percentiles are recalled, not checked against the texts",
              "A year to date is judged by the limits in force in its last month")
          .columns(List.of(AREA_KIND, AREA_CODE, AREA_NAME), PERIOD_FIELDS);

  public static final Column RANK_NO =
      count("rank_no")
          .says("Rank by index_to_date, 1 the best; equal indices share it; null: none.", "排名");
  public static final Column RANKED_COUNT =
      count("ranked_count").required().says("Areas that have a rank.", "参与排名数");
  public static final Column UNRANKED_BECAUSE =
      text("unranked_because").says("Why there is no rank; null: there is one.", "未排名原因");
  public static final Column LAST_YEAR_INDEX =
      decimal("last_year_index", 8, 2)
          .unit(Column.NUMBER)
          .says("index_to_date of the same period of last year; null: none.", "上年同期综合指数");
  public static final Column INDEX_CHANGE =
      decimal("index_change", 8, 2)
          .unit(Column.NUMBER)
          .says("Change to last year; below 0: better.", "同比变化");
  public static final Column INDEX_CHANGE_PERCENT =
      decimal("index_change_percent", 18, 10)
          .unit("%")
          .says("The change by last year's index, unrounded.", "同比变化率");
  public static final Column IS_COMPARABLE =
      truth("is_comparable")
          .says("Both years are judged by the same limits; null: no last year.", "限值是否一致");
  public static final Column IMPROVEMENT_RANK =
      count("improvement_rank")
          .says("Rank by the change in percent, 1 the most improved; null: no last year.", "改善排名");
  public static final Column DISTANCE_UP =
      decimal("distance_up", 8, 2)
          .unit(Column.NUMBER)
          .says("Index by which it lies behind the next better rank; null: none is.", "距前一名指数差");
  public static final Column DISTANCE_DOWN =
      decimal("distance_down", 8, 2)
          .unit(Column.NUMBER)
          .says("Index by which the next worse rank lies behind; null: none does.", "距后一名指数差");

  private static Column fall(String name, String unit, String item, String chinese) {
    return decimal(name, 18, 6)
        .unit(unit)
        .says(
            "By how much "
                + item
                + " alone must fall to reach the next better rank: distance by weight times limit;"
                + " null: none is better.",
            chinese);
  }

  static final List<Column> FALLS =
      List.of(
          fall("so2_fall_ug_m3", "µg/m³", "SO2", "二氧化硫需下降"),
          fall("no2_fall_ug_m3", "µg/m³", "NO2", "二氧化氮需下降"),
          fall("co_fall_mg_m3", "mg/m³", "CO", "一氧化碳需下降"),
          fall("o3_8h_fall_ug_m3", "µg/m³", "O3 8 h", "臭氧需下降"),
          fall("pm10_fall_ug_m3", "µg/m³", "PM10", "可吸入颗粒物需下降"),
          fall("pm2_5_fall_ug_m3", "µg/m³", "PM2.5", "细颗粒物需下降"));

  public static final Table RANKING_MONTH =
      table("air.ranking_month")
          .says(
              "One row as in air.area_month: the area's rank among the areas of its kind. Counties"
                  + " and zones are one kind.")
          .key(AREA_KIND, AREA_CODE, PERIOD_KIND, DUST, MONTH_START)
          .day(MONTH_START)
          .from("air.area_month")
          .warns(
              "Ranks of an open period are preliminary",
              "Last year's index is that of its whole period, also while this year's is open")
          .columns(
              List.of(
                  AREA_KIND,
                  AREA_CODE,
                  AREA_NAME,
                  PERIOD_KIND,
                  DUST,
                  MONTH_START,
                  RANK_NO,
                  RANKED_COUNT,
                  UNRANKED_BECAUSE,
                  INDEX_TO_DATE,
                  INDEX_TO_DATE_UNROUNDED,
                  IS_VALID,
                  LAST_YEAR_INDEX,
                  INDEX_CHANGE,
                  INDEX_CHANGE_PERCENT,
                  IS_COMPARABLE,
                  IMPROVEMENT_RANK,
                  DISTANCE_UP,
                  DISTANCE_DOWN),
              FALLS);

  public static final Column ITEM = RegistryTables.AIR_ITEM.required();
  public static final Column GOAL_KIND =
      text("goal_kind")
          .required()
          .oneOf(List.of("target", "rank"))
          .says("A target of the registry, or a better rank the area could take.", "目标类型");
  public static final Column GOAL_RANK =
      count("goal_rank").required().says("The rank to take; 0: a target of the registry.", "目标名次");
  public static final Column PERIOD_END =
      day("period_end").required().says("Last day of the period.", "周期结束");

  private static Column ofItem(String name, String meaning, String chinese) {
    return decimal(name, 18, 10).unit(Column.AS_ROW).says(meaning, chinese);
  }

  public static final Column UNIT =
      RegistryTables.UNIT.required().says("Unit of the values of this row.", "单位");
  public static final Column GOAL_VALUE =
      ofItem(
          "goal_value",
          "Figure that reaches the goal: the target; for a rank the figure so far less the distance"
              + " in index times limit by weight, the other items unchanged.",
          "目标值");
  public static final Column GOAL_PUBLISHED_VALUE =
      decimal("goal_published_value", 8, 1)
          .unit(Column.AS_ROW)
          .says(
              "Largest published figure (integer, CO one decimal) that reaches the goal; of good days"
                  + " the smallest share.",
              "目标发布值");
  public static final Column INDEX_NOW =
      decimal("index_now", 8, 2)
          .unit(Column.NUMBER)
          .says("The area's index of the days so far; null: an item is missing.", "当前综合指数");
  public static final Column GOAL_INDEX =
      decimal("goal_index", 8, 2)
          .unit(Column.NUMBER)
          .says("Index of the rank to take; null: a target.", "目标名次指数");
  public static final Column FIGURE_SO_FAR =
      ofItem(
          "figure_so_far_value",
          "Mean of the valid days so far (CO 95th, O3 90th percentile; share of good days),"
              + " unrounded; null: none.",
          "截至当日值");
  public static final Column PUBLISHED_SO_FAR =
      decimal("published_so_far_value", 8, 1)
          .unit(Column.AS_ROW)
          .says("The same as it would be published.", "截至当日发布值");
  public static final Column VALID_DAYS_SO_FAR =
      count("valid_so_far_days").unit("d").required().says("Valid days so far.", "已有效天数");
  public static final Column LEFT_DAYS =
      count("left_days").unit("d").required().says("Days of the period after the day.", "剩余天数");
  public static final Column REMAINING_MEAN =
      ofItem(
          "remaining_mean_value",
          "Mean the days left may have so that the figure is the goal, all of them valid; below 0:"
              + " out of reach; null: no day is left, or days are counted (a percentile, good"
              + " days).",
          "剩余日允许均值");
  public static final Column REMAINING_MEAN_ROUNDED =
      ofItem(
          "remaining_mean_rounded_value",
          "The same so that the published figure is: 40.4 is published as 40.",
          "剩余日允许均值(含修约)");
  public static final Column IS_BOUND_INCLUDED =
      truth("is_bound_included")
          .says(
              "Whether remaining_mean_rounded_value itself still reaches the goal: half to even"
                  + " publishes 40.5 as 40 but 41.5 as 42.",
              "是否含界");
  public static final Column ABOVE_LEFT_DAYS =
      count("above_left_days")
          .unit("d")
          .says(
              "Days left that may lie above the target when a percentile judges, or that need not be"
                  + " good; below 0: out of reach; null: a mean judges, or the goal is a rank.",
              "剩余可超天数");
  public static final Column DAY_VALUE =
      ofItem(
          "day_value",
          "The area's value of the day, 100 or 0 if good days are counted; null: not valid.",
          "当日值");
  public static final Column FIGURE_CHANGE =
      ofItem(
          "figure_change_value",
          "What the day cost: figure so far less that of the day before; null: no day before.",
          "当日影响");
  public static final Column REMAINING_CHANGE =
      ofItem(
          "remaining_change_value",
          "What the day cost: mean the days left may have less that of the day before; below 0:"
              + " less room. Null: as remaining_mean_value, or a rank.",
          "允许均值变化");
  public static final Column GOAL_STATE =
      text("goal_state")
          .required()
          .oneOf(List.of("open", "out_of_reach", "reached", "missed", "no_data"))
          .says(
              "open: days are left that decide; out_of_reach: not even days of 0 would do; reached"
                  + " or missed by the published figure when no day is left.",
              "目标状态");

  public static final Table HEADROOM_DAY =
      table("air.headroom_day")
          .says(
              "One row per area with a target, item, kind of period, treatment of dust, goal and day:"
                  + " what the days left may cost. Goals are the target and each better rank.")
          .key(AREA_KIND, AREA_CODE, ITEM, PERIOD_KIND, DUST, GOAL_KIND, GOAL_RANK, DATA_DAY)
          .day(DATA_DAY)
          .layout(Layout.BY_YEAR)
          .from("air.area_day", "registry.target")
          .warns(
              "Counts the days left as valid",
              "A rank is the one of that day; the others will move too")
          .columns(
              AREA_KIND,
              AREA_CODE,
              AREA_NAME,
              ITEM,
              PERIOD_KIND,
              DUST,
              GOAL_KIND,
              GOAL_RANK,
              DATA_DAY,
              PERIOD_START,
              PERIOD_END,
              UNIT,
              GOAL_VALUE,
              GOAL_PUBLISHED_VALUE,
              INDEX_NOW,
              GOAL_INDEX,
              FIGURE_SO_FAR,
              PUBLISHED_SO_FAR,
              VALID_DAYS_SO_FAR,
              LEFT_DAYS,
              REMAINING_MEAN,
              REMAINING_MEAN_ROUNDED,
              IS_BOUND_INCLUDED,
              ABOVE_LEFT_DAYS,
              DAY_VALUE,
              FIGURE_CHANGE,
              REMAINING_CHANGE,
              GOAL_STATE);

  public static final List<Table> ALL = List.of(AREA_DAY, AREA_MONTH, RANKING_MONTH, HEADROOM_DAY);
}
