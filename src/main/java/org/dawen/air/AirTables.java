package org.dawen.air;

import static org.dawen.intake.ReceivedTables.CO_MG_M3;
import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.HOUR_START;
import static org.dawen.intake.ReceivedTables.NO2_UG_M3;
import static org.dawen.intake.ReceivedTables.O3_UG_M3;
import static org.dawen.intake.ReceivedTables.PM10_UG_M3;
import static org.dawen.intake.ReceivedTables.PM2_5_UG_M3;
import static org.dawen.intake.ReceivedTables.SO2_UG_M3;
import static org.dawen.lake.Column.count;
import static org.dawen.lake.Column.decimal;
import static org.dawen.lake.Column.text;
import static org.dawen.lake.Column.truth;
import static org.dawen.lake.Column.whole;
import static org.dawen.lake.Table.table;

import java.util.List;
import org.dawen.intake.Revisions;
import org.dawen.lake.Column;
import org.dawen.lake.Layout;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryTables;
import org.dawen.standard.AirRuleSet;

/** Hours and days of air stations with their index (空气质量指数). */
public final class AirTables {
  private AirTables() {}

  public static final Column STATION_CODE = RegistryTables.STATION_CODE.required();
  public static final Column IS_REGISTERED =
      truth("is_registered").required().says("The registry has the station that day.", "是否在册");
  public static final Column COUNTY_CODE =
      RegistryTables.COUNTY_CODE.says(
          "County or functional zone of the station that day; null: not registered or not told.",
          "区县代码");

  public static final Column UNMONITORED_ITEMS = RegistryTables.UNMONITORED_ITEMS;
  public static final Column IS_DUST =
      truth("is_dust")
          .required()
          .says("The registry has the hour under sand and dust for the station's area.", "是否沙尘时段");

  public static final Column RULE_SET =
      text("rule_set")
          .says("Standard of the index; null: none was in force, so nothing is judged.", "评价标准");

  private static Column iaqi(String name, String item, String chinese) {
    return count(name).says("Index of " + item + "; null: no valid concentration.", chinese);
  }

  public static final Column SO2_IAQI = iaqi("so2_iaqi", "SO2", "二氧化硫分指数");
  public static final Column NO2_IAQI = iaqi("no2_iaqi", "NO2", "二氧化氮分指数");
  public static final Column CO_IAQI = iaqi("co_iaqi", "CO", "一氧化碳分指数");
  public static final Column O3_IAQI = iaqi("o3_iaqi", "the O3 hour", "臭氧1小时分指数");
  public static final Column PM10_IAQI =
      iaqi("pm10_iaqi", "PM10 by the breakpoints of 24 hours", "可吸入颗粒物分指数");
  public static final Column PM2_5_IAQI =
      iaqi("pm2_5_iaqi", "PM2.5 by the breakpoints of 24 hours", "细颗粒物分指数");
  public static final Column O3_8H_IAQI =
      iaqi("o3_8h_iaqi", "the day's largest 8-hour O3 mean", "臭氧8小时分指数");
  public static final Column O3_1H_IAQI =
      count("o3_1h_iaqi")
          .says(
              "Index of the day's largest O3 hour; null: no valid maximum, or no item of the rule"
                  + " set (HJ 633-2026 4.2.2).",
              "臭氧1小时分指数");

  public static final Column AQI =
      count("aqi").says("Largest index of the items; null: none has one.", "空气质量指数");
  public static final Column PRIMARY_POLLUTANT =
      text("primary_pollutant")
          .says("Items with the largest index, joined by +; null: AQI 50 or less.", "首要污染物");
  public static final Column CLASS_NAME =
      text("class_name")
          .oneOf(
              AirRuleSet.all().stream()
                  .flatMap(rules -> rules.classes().stream())
                  .map(airClass -> airClass.name())
                  .distinct()
                  .toList())
          .says("Class of the AQI; null: no AQI.", "空气质量级别");
  public static final Column AQI_PUBLISHED =
      count("aqi_published")
          .says(
              "AQI as published: null with an item missing unless the AQI of the others exceeds"
                  + " 100 (HJ 633-2026 5.3.1); before, the AQI.",
              "发布用AQI");

  public static final Column INVALID_REASON =
      text("invalid_reason")
          .oneOf(List.of("NOT_RECEIVED", "NO_VALUE", "ITEM_MISSING"))
          .says(
              "Why the hour is not whole: no record of a registered station, a record without any"
                  + " value, or some items without; null: all monitored items have a value. Values"
                  + " refused when read (negative, no number) stand in ops.reject.",
              "无效原因");
  public static final Column MISSING_ITEMS =
      text("missing_items")
          .says("Monitored items without a value, joined by +; null: none.", "缺测项目");
  public static final Column SUSPECT_REASON =
      text("suspect_reason")
          .says(
              "What a person should look at, joined by +: PM2_5_ABOVE_PM10, or an item AT_CAP, the"
                  + " upper end of the instrument (air.instrument_cap); the values stay in every"
                  + " statistic. Null: nothing.",
              "疑似异常原因");

  public static final Column REVISION_COUNT =
      count(Revisions.REVISION_COUNT)
          .required()
          .says("Records of the hour received; 0: none was.", "版本数");
  public static final Column RECORD_COUNT =
      whole(Revisions.RECORD_COUNT)
          .required()
          .says(
              "Records the row rests on: each item is taken from the latest record with a value of"
                  + " it; 1 where none has any; 0: none was received.",
              "依据记录数");
  public static final Column IS_DECIDED_BY_PATH =
      truth(Revisions.IS_DECIDED_BY_PATH)
          .required()
          .says("Values of an item differ and only path and record number decided.", "是否仅凭路径取舍");

  public static final Column SOURCE_FILE_ID =
      text("file_id")
          .says("File of the latest record that gives an item; null: not received.", "来源文件");
  public static final Column SOURCE_RECORD_NO =
      whole("record_no").says("Record in the file; null: not received.", "记录号");

  /** The six concentrations of an hour, in the order of the feed. */
  static final List<Column> HOUR_CONCENTRATIONS =
      List.of(SO2_UG_M3, NO2_UG_M3, CO_MG_M3, O3_UG_M3, PM10_UG_M3, PM2_5_UG_M3);

  /** What the hourly index function answers, in its order. */
  static final List<Column> HOUR_INDICES =
      List.of(
          SO2_IAQI,
          NO2_IAQI,
          CO_IAQI,
          O3_IAQI,
          PM10_IAQI,
          PM2_5_IAQI,
          AQI,
          PRIMARY_POLLUTANT,
          CLASS_NAME,
          AQI_PUBLISHED,
          RULE_SET);

  public static final Table STATION_HOUR =
      table("air.station_hour")
          .says(
              "One row per station and hour: the values in force and their index. Registered"
                  + " stations have all 24 hours of a day of which anything was received.")
          .key(STATION_CODE, HOUR_START)
          .day(DATA_DAY)
          .layout(Layout.BY_YEAR)
          .from("received.air", "registry.station", "registry.dust_hour")
          .warns(
              "Preliminary: real-time values before review",
              "Until 2026-02-28 an SO2 hour above 800 µg/m³ has no index of its own (HJ 633-2012"
                  + " table 1 note 2) and is left out of the AQI")
          .columns(
              List.of(
                  STATION_CODE,
                  HOUR_START,
                  DATA_DAY,
                  IS_REGISTERED,
                  COUNTY_CODE,
                  UNMONITORED_ITEMS,
                  IS_DUST),
              HOUR_CONCENTRATIONS,
              HOUR_INDICES,
              List.of(
                  INVALID_REASON,
                  MISSING_ITEMS,
                  SUSPECT_REASON,
                  REVISION_COUNT,
                  RECORD_COUNT,
                  IS_DECIDED_BY_PATH,
                  SOURCE_FILE_ID,
                  SOURCE_RECORD_NO));

  public static final Column RECEIVED_HOUR_COUNT =
      count("received_hour_count").required().says("Different hours received.", "收到小时数");
  public static final Column FIRST_FILE_ID =
      text("first_file_id")
          .required()
          .says("First in the order of paths of the files that name the station.", "首个来源文件");

  public static final Table UNKNOWN_STATION =
      table("air.unknown_station")
          .says("One row per station and day received without a registry row valid that day.")
          .key(STATION_CODE, DATA_DAY)
          .day(DATA_DAY)
          .from("received.air", "registry.station")
          .columns(STATION_CODE, DATA_DAY, RECEIVED_HOUR_COUNT, FIRST_FILE_ID);

  private static Column validHours(String name, String what, String chinese) {
    return count(name)
        .unit("h")
        .required()
        .says("Hours of the day with a value of " + what, chinese);
  }

  public static final Column SO2_VALID_HOURS = validHours("so2_valid_hours", "SO2.", "二氧化硫有效小时数");
  public static final Column NO2_VALID_HOURS = validHours("no2_valid_hours", "NO2.", "二氧化氮有效小时数");
  public static final Column CO_VALID_HOURS = validHours("co_valid_hours", "CO.", "一氧化碳有效小时数");
  public static final Column O3_VALID_HOURS = validHours("o3_valid_hours", "O3.", "臭氧有效小时数");
  public static final Column PM10_VALID_HOURS =
      validHours("pm10_valid_hours", "PM10.", "可吸入颗粒物有效小时数");
  public static final Column PM2_5_VALID_HOURS =
      validHours("pm2_5_valid_hours", "PM2.5.", "细颗粒物有效小时数");
  public static final Column O3_8H_WINDOWS =
      count("o3_8h_windows")
          .required()
          .says("8-hour windows of the day with enough O3 hours, 17 at most.", "臭氧8小时有效窗口数");

  private static Column mean(String name, String unit, String what, String chinese) {
    return decimal(name, 18, 10)
        .unit(unit)
        .says("Mean of the day's hours of " + what + ", unrounded; null: not valid.", chinese);
  }

  public static final Column SO2_MEAN_UG_M3 = mean("so2_ug_m3", "µg/m³", "SO2", "二氧化硫日均值");
  public static final Column NO2_MEAN_UG_M3 = mean("no2_ug_m3", "µg/m³", "NO2", "二氧化氮日均值");
  public static final Column CO_MEAN_MG_M3 = mean("co_mg_m3", "mg/m³", "CO", "一氧化碳日均值");
  public static final Column PM10_MEAN_UG_M3 = mean("pm10_ug_m3", "µg/m³", "PM10", "可吸入颗粒物日均值");
  public static final Column PM2_5_MEAN_UG_M3 = mean("pm2_5_ug_m3", "µg/m³", "PM2.5", "细颗粒物日均值");
  public static final Column O3_8H_UG_M3 =
      decimal("o3_8h_ug_m3", 18, 10)
          .unit("µg/m³")
          .says("Largest 8-hour mean of O3, unrounded; null: not valid.", "臭氧日最大8小时平均");
  public static final Column O3_1H_MAX_UG_M3 =
      decimal("o3_1h_max_ug_m3", 14, 6)
          .unit("µg/m³")
          .says("Largest O3 hour; null: not valid.", "臭氧日最大1小时");

  public static final Column DUST_HOURS =
      count("dust_hours").unit("h").required().says("Hours under sand and dust.", "沙尘小时数");
  public static final Column SUSPECT_HOURS =
      count("suspicious_hours")
          .unit("h")
          .required()
          .says("Hours with a reason of suspicion; they stay in the statistics.", "疑似异常小时数");
  public static final Column PM10_WITHOUT_DUST_UG_M3 =
      decimal("pm10_without_dust_ug_m3", 18, 10)
          .unit("µg/m³")
          .says(
              "PM10 without the hours under sand and dust, unrounded; null: too few other hours.",
              "剔除沙尘可吸入颗粒物");
  public static final Column PM2_5_WITHOUT_DUST_UG_M3 =
      decimal("pm2_5_without_dust_ug_m3", 18, 10)
          .unit("µg/m³")
          .says(
              "PM2.5 without the hours under sand and dust, unrounded; null: too few other hours.",
              "剔除沙尘细颗粒物");

  public static final Column AQI_SIX_ITEMS =
      count("aqi_six_items")
          .says("AQI without the O3 hour, for evaluations of months and years.", "六项AQI");
  public static final Column PRIMARY_SIX_ITEMS =
      text("primary_six_items")
          .says("Primary pollutant without the O3 hour; null: AQI 50 or less.", "六项首要污染物");
  public static final Column IS_VALID =
      truth("is_valid")
          .required()
          .says(
              "Every item of the daily index of the rule set that is monitored by plan is valid.",
              "是否有效日");

  /** What the daily index function answers, in its order. */
  static final List<Column> DAY_INDICES =
      List.of(
          SO2_IAQI,
          NO2_IAQI,
          CO_IAQI,
          O3_8H_IAQI,
          O3_1H_IAQI,
          PM10_IAQI,
          PM2_5_IAQI,
          AQI,
          PRIMARY_POLLUTANT,
          CLASS_NAME,
          AQI_SIX_ITEMS,
          PRIMARY_SIX_ITEMS,
          AQI_PUBLISHED,
          IS_VALID,
          RULE_SET);

  public static final Table STATION_DAY =
      table("air.station_day")
          .says("One row per station and day: statistics of its hours and the daily index.")
          .key(STATION_CODE, DATA_DAY)
          .day(DATA_DAY)
          .layout(Layout.BY_YEAR)
          .from("air.station_hour")
          .warns(
              "Preliminary until the day is over and reviewed",
              "Minimum hours and windows are partly recalled, not checked against the texts (see"
                  + " standards/air_validity.csv)")
          .columns(
              List.of(
                  STATION_CODE,
                  DATA_DAY,
                  IS_REGISTERED,
                  COUNTY_CODE,
                  UNMONITORED_ITEMS,
                  SO2_VALID_HOURS,
                  NO2_VALID_HOURS,
                  CO_VALID_HOURS,
                  O3_VALID_HOURS,
                  PM10_VALID_HOURS,
                  PM2_5_VALID_HOURS,
                  O3_8H_WINDOWS,
                  SO2_MEAN_UG_M3,
                  NO2_MEAN_UG_M3,
                  CO_MEAN_MG_M3,
                  PM10_MEAN_UG_M3,
                  PM2_5_MEAN_UG_M3,
                  O3_8H_UG_M3,
                  O3_1H_MAX_UG_M3,
                  DUST_HOURS,
                  PM10_WITHOUT_DUST_UG_M3,
                  PM2_5_WITHOUT_DUST_UG_M3,
                  SUSPECT_HOURS),
              DAY_INDICES);

  public static final List<Table> ALL = List.of(STATION_HOUR, UNKNOWN_STATION, STATION_DAY);
}
