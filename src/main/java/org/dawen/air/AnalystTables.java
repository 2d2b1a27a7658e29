package org.dawen.air;

import static org.dawen.lake.Column.count;
import static org.dawen.lake.Column.day;
import static org.dawen.lake.Column.decimal;
import static org.dawen.lake.Column.text;
import static org.dawen.lake.Column.whole;
import static org.dawen.lake.Table.table;

import java.util.List;
import org.dawen.lake.Column;
import org.dawen.lake.Table;

/** What an analyst looks at first: profiles of hours and weekdays, and episodes of pollution. */
public final class AnalystTables {
  private AnalystTables() {}

  public static final Column PLACE_KIND =
      text("place_kind")
          .required()
          .oneOf(List.of("station", "township", "county", "city"))
          .says("A station, or an area by its evaluation stations.", "地点类型");
  public static final Column PLACE_CODE =
      text("place_code").required().says("Code of the station or area.", "地点代码");
  public static final Column PROFILE =
      text("profile")
          .required()
          .oneOf(List.of("hour_of_day", "day_of_week"))
          .says("What the slots are: hours of the day, or days of the week.", "廓线类型");
  public static final Column SLOT =
      count("slot")
          .required()
          .says(
              "Hour of the day by its start, 0 to 23; or day of the week, Monday 1 to Sunday 7.",
              "时段");

  private static Column slotMean(String name, String unit, String item, String chinese) {
    return decimal(name, 18, 10)
        .unit(unit)
        .says("Mean of the slot's hours of " + item + ", unrounded; null: none.", chinese);
  }

  private static Column slotHours(String name, String item, String chinese) {
    return whole(name).unit("h").required().says("Hours of the slot with " + item + ".", chinese);
  }

  static final List<Column> SLOT_MEANS =
      List.of(
          slotMean("so2_ug_m3", "µg/m³", "SO2", "二氧化硫均值"),
          slotMean("no2_ug_m3", "µg/m³", "NO2", "二氧化氮均值"),
          slotMean("co_mg_m3", "mg/m³", "CO", "一氧化碳均值"),
          slotMean("o3_ug_m3", "µg/m³", "O3", "臭氧均值"),
          slotMean("pm10_ug_m3", "µg/m³", "PM10", "可吸入颗粒物均值"),
          slotMean("pm2_5_ug_m3", "µg/m³", "PM2.5", "细颗粒物均值"));
  static final List<Column> SLOT_HOURS =
      List.of(
          slotHours("so2_slot_hours", "SO2", "二氧化硫小时数"),
          slotHours("no2_slot_hours", "NO2", "二氧化氮小时数"),
          slotHours("co_slot_hours", "CO", "一氧化碳小时数"),
          slotHours("o3_slot_hours", "O3", "臭氧小时数"),
          slotHours("pm10_slot_hours", "PM10", "可吸入颗粒物小时数"),
          slotHours("pm2_5_slot_hours", "PM2.5", "细颗粒物小时数"));

  public static final Table PROFILE_MONTH =
      table("air.profile_month")
          .says(
              "One row per station or area, month, profile and slot: the diurnal profile (日变化) and"
                  + " the profile of the week (周变化), each with the ratio PM2.5 to PM10.")
          .key(PLACE_KIND, PLACE_CODE, PROFILE, SLOT, AreaTables.MONTH_START)
          .day(AreaTables.MONTH_START)
          .from("air.station_hour", "registry.station")
          .warns("Hours of all stations of an area weigh alike; nothing is asked of their number")
          .columns(
              List.of(PLACE_KIND, PLACE_CODE, AreaTables.MONTH_START, PROFILE, SLOT),
              SLOT_MEANS,
              SLOT_HOURS,
              List.of(AreaTables.PM_RATIO));

  public static final Column YEAR_START =
      day("year_start").required().says("First day of the year the episode lies in.", "年份");
  public static final Column BEGIN_DAY =
      day("begin_day").required().says("First polluted day.", "起始日");
  public static final Column END_DAY = day("end_day").required().says("Last polluted day.", "结束日");
  public static final Column EPISODE_DAYS =
      count("episode_days").unit("d").required().says("Length.", "持续天数");
  public static final Column PEAK_AQI =
      count("peak_aqi").required().says("Largest six-item AQI.", "峰值AQI");
  public static final Column PEAK_DAY =
      day("peak_day").required().says("First day with the largest AQI.", "峰值日");
  public static final Column PEAK_POLLUTANT =
      text("peak_pollutant").required().says("Primary pollutant of that day.", "峰值首要污染物");
  public static final Column MEAN_AQI =
      decimal("mean_aqi", 18, 10)
          .unit(Column.NUMBER)
          .required()
          .says("Mean of the days' AQI.", "平均AQI");
  public static final Column PEAK_PM2_5_UG_M3 =
      decimal("peak_pm2_5_ug_m3", 18, 10)
          .unit("µg/m³")
          .says("Largest PM2.5 of a day; null: none valid.", "细颗粒物峰值");
  public static final Column EPISODE_PM2_5_UG_M3 =
      decimal("episode_pm2_5_ug_m3", 18, 10)
          .unit("µg/m³")
          .says("Mean PM2.5 of its valid days; null: none.", "细颗粒物均值");
  public static final Column EPISODE_O3_8H_UG_M3 =
      decimal("episode_o3_8h_ug_m3", 18, 10)
          .unit("µg/m³")
          .says("Mean O3 8 h of its valid days; null: none.", "臭氧均值");

  public static final Table EPISODE =
      table("air.episode")
          .says(
              "One row per area and unbroken run of polluted days (污染过程): published six-item AQI"
                  + " above 100.")
          .key(AreaTables.AREA_KIND, AreaTables.AREA_CODE, BEGIN_DAY)
          .day(YEAR_START)
          .from("air.area_day")
          .warns("A day without a published AQI ends a run; a run over New Year is two rows")
          .columns(
              AreaTables.AREA_KIND,
              AreaTables.AREA_CODE,
              YEAR_START,
              BEGIN_DAY,
              END_DAY,
              EPISODE_DAYS,
              PEAK_AQI,
              PEAK_DAY,
              PEAK_POLLUTANT,
              MEAN_AQI,
              PEAK_PM2_5_UG_M3,
              EPISODE_PM2_5_UG_M3,
              EPISODE_O3_8H_UG_M3);

  public static final List<Table> ALL = List.of(PROFILE_MONTH, EPISODE);
}
