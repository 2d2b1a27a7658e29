package org.dawen.diesel;

import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.lake.Column.civilTime;
import static org.dawen.lake.Column.count;
import static org.dawen.lake.Column.day;
import static org.dawen.lake.Column.decimal;
import static org.dawen.lake.Column.text;
import static org.dawen.lake.Column.truth;
import static org.dawen.lake.Table.table;

import java.util.List;
import org.dawen.intake.ObdTables;
import org.dawen.lake.Column;
import org.dawen.lake.Layout;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryTables;

/** What diesel vehicles did, and which of them look tampered with, blocked or broken. */
public final class DieselTables {
  private DieselTables() {}

  public static final Column VIN = ObdTables.VIN;

  public static final Table VEHICLE_MINUTE =
      table("diesel.vehicle_minute")
          .says("One row per vehicle and minute: each second once, linked to the minutes before.")
          .key(VIN, ObdTables.MINUTE_START)
          .day(DATA_DAY)
          .asTheyCome()
          .withoutDictionary(ObdTables.FIGURES)
          .from("received.obd_minute", "landing/obd")
          .warns(
              "Raw values: physical = raw · factor + summand, see docs/methods/diesel-minutes.md",
              "Self-reported by the vehicle's terminal",
              "VINs in full: not for publication")
          .columns(ObdTables.JOINED_MINUTE);

  public static final Column WORDING_NO =
      count("wording_no").required().says("Order of first telling within the day, from 1.", "序号");

  public static final Table OBD_INFO =
      table("diesel.obd_info")
          .says("One row per vehicle, day and wording of what its control unit told (type 01).")
          .key(VIN, DATA_DAY, WORDING_NO)
          .day(DATA_DAY)
          .layout(Layout.BY_YEAR)
          .from("received.obd_info")
          .warns("VINs in full: not for publication")
          .columns(
              List.of(VIN, DATA_DAY, WORDING_NO, ObdTables.FIRST_AT, ObdTables.LAST_AT),
              ObdTables.INFO_CONTENT);

  public static final Column IS_REGISTERED =
      truth("is_registered").required().says("The registry has the vehicle that day.", "是否在册");
  public static final Column FIRST_SAMPLE_AT =
      civilTime("first_sample_at").says("First second sampled; null: none.", "首样本时间");
  public static final Column LAST_SAMPLE_AT =
      civilTime("last_sample_at").says("Last second sampled; null: none.", "末样本时间");
  public static final Column SAMPLED_SECONDS =
      count("sampled_seconds").unit("s").required().says("Seconds sampled.", "样本秒数");
  public static final Column TRIP_COUNT =
      count("trip_count").required().says("Trips begun that day.", "行程数");
  public static final Column ENGINE_HOURS =
      decimal("engine_hours", 12, 6).unit("h").required().says("Engine running.", "发动机运转时长");
  public static final Column DRIVING_HOURS =
      decimal("driving_hours", 12, 6).unit("h").required().says("Speed above 0.", "行驶时长");
  public static final Column DISTANCE_KM =
      decimal("distance_km", 14, 3)
          .unit("km")
          .required()
          .says("Distance: by the odometer where it only grew, else the sum of the speed.", "行驶里程");
  public static final Column ODOMETER_FIRST_KM =
      decimal("odometer_first_km", 14, 1).unit("km").says("First valid odometer.", "起始里程");
  public static final Column ODOMETER_LAST_KM =
      decimal("odometer_last_km", 14, 1).unit("km").says("Last valid odometer.", "结束里程");
  public static final Column ODOMETER_FALL_KM =
      decimal("odometer_fall_km", 14, 1).unit("km").says("Largest fall of the odometer.", "里程回退");
  public static final Column FUEL_LITRES =
      decimal("fuel_litres", 14, 6).unit("L").required().says("Fuel used.", "燃料消耗");
  public static final Column REAGENT_FIRST_PERCENT =
      decimal("reagent_first_percent", 6, 1).unit("%").says("First reagent level.", "起始反应剂液位");
  public static final Column REAGENT_LAST_PERCENT =
      decimal("reagent_last_percent", 6, 1).unit("%").says("Last reagent level.", "结束反应剂液位");
  public static final Column REAGENT_MAX_PERCENT =
      decimal("reagent_max_percent", 6, 1).unit("%").says("Highest reagent level.", "最高反应剂液位");
  public static final Column REAGENT_REFILL_PERCENT =
      decimal("reagent_refill_percent", 8, 1)
          .unit("%")
          .required()
          .says("Sum of rises of at least diesel.refill_percent.", "反应剂加注量");
  public static final Column REAGENT_USED_PERCENT =
      decimal("reagent_used_percent", 8, 1)
          .unit("%")
          .says("First level − last level + refills; null: no level.", "反应剂消耗量");
  public static final Column HOT_SECONDS =
      count("hot_day_seconds").unit("s").required().says("Seconds the SCR was hot.", "高温秒数");
  public static final Column WINDOW_DAY_SECONDS =
      count("window_day_seconds")
          .unit("s")
          .required()
          .says("Seconds in the conversion window.", "转化窗口秒数");
  public static final Column CONVERSION_PERCENT =
      decimal("conversion_percent", 12, 6)
          .unit("%")
          .says(
              "Average conversion in the window: 100 · (1 − ΣNOx down / ΣNOx up); null: none.",
              "平均转化率");
  public static final Column NOX_MASS_G =
      decimal("nox_mass_g", 18, 6)
          .unit("g")
          .says(
              "Estimate of NOx emitted: 0.001586 · ppm · exhaust flow, exhaust = air + fuel at 0.85"
                  + " kg/L; null: no second with all three.",
              "NOx排放量估算");
  public static final Column NOX_MASS_DAY_SECONDS =
      count("nox_mass_day_seconds")
          .unit("s")
          .required()
          .says("Seconds the estimate covers.", "NOx排放量覆盖秒数");
  public static final Column CONFLICT_DAY_SECONDS =
      count("conflict_day_seconds")
          .unit("s")
          .required()
          .says("Seconds of which copies differ.", "冲突秒数");
  public static final Column FIRST_LONGITUDE =
      count("first_longitude_raw").unit(Column.NUMBER).says("First longitude, 10⁻⁶ °.", "首经度");
  public static final Column FIRST_LATITUDE =
      count("first_latitude_raw").unit(Column.NUMBER).says("First latitude, 10⁻⁶ °.", "首纬度");
  public static final Column LAST_LONGITUDE =
      count("last_longitude_raw").unit(Column.NUMBER).says("Last longitude, 10⁻⁶ °.", "末经度");
  public static final Column LAST_LATITUDE =
      count("last_latitude_raw").unit(Column.NUMBER).says("Last latitude, 10⁻⁶ °.", "末纬度");
  public static final Column IS_MIL_ON =
      truth("is_mil_on").says("What was told last that day of the lamp; null: nothing.", "MIL灯状态");

  public static final Table VEHICLE_DAY =
      table("diesel.vehicle_day")
          .says("One row per vehicle and day with samples or OBD information.")
          .key(VIN, DATA_DAY)
          .day(DATA_DAY)
          .layout(Layout.BY_YEAR)
          .from("diesel.vehicle_minute", "diesel.obd_info", "registry.vehicle")
          .warns(
              "NOx mass is an estimate by concentration and flow, not a measurement",
              "VINs in full: not for publication")
          .columns(
              VIN,
              DATA_DAY,
              IS_REGISTERED,
              RegistryTables.COUNTY_CODE,
              FIRST_SAMPLE_AT,
              LAST_SAMPLE_AT,
              SAMPLED_SECONDS,
              TRIP_COUNT,
              ENGINE_HOURS,
              DRIVING_HOURS,
              DISTANCE_KM,
              ODOMETER_FIRST_KM,
              ODOMETER_LAST_KM,
              ODOMETER_FALL_KM,
              FUEL_LITRES,
              REAGENT_FIRST_PERCENT,
              REAGENT_LAST_PERCENT,
              REAGENT_MAX_PERCENT,
              REAGENT_REFILL_PERCENT,
              REAGENT_USED_PERCENT,
              HOT_SECONDS,
              WINDOW_DAY_SECONDS,
              CONVERSION_PERCENT,
              NOX_MASS_G,
              NOX_MASS_DAY_SECONDS,
              CONFLICT_DAY_SECONDS,
              FIRST_LONGITUDE,
              FIRST_LATITUDE,
              LAST_LONGITUDE,
              LAST_LATITUDE,
              IS_MIL_ON);

  public static final Column RULE_CODE =
      text("rule_code").required().oneOf(AnomalyRule.codes()).says("Screening rule.", "筛查规则");
  public static final Column ANOMALY_CLASS =
      text("anomaly_class")
          .required()
          .oneOf(AnomalyRule.classes())
          .says("tampered 篡改, blocked 屏蔽, broken 破坏 or data_quality 数据质量.", "异常类别");
  public static final Column FROM_AT =
      civilTime("from_at").required().says("Begin of what was found, to the minute.", "起始时间");
  public static final Column TO_AT =
      civilTime("to_at").required().says("Last minute of what was found.", "结束时间");
  public static final Column TRIP_NO =
      count("trip_no").says("Trip of the day; null: the rule looks at days.", "行程序号");
  public static final Column ANOMALY_KM =
      decimal("anomaly_km", 14, 3)
          .unit("km")
          .says("Kilometres driven in the trip, day or days looked at.", "涉及里程");
  public static final Column MEASURED_VALUE =
      decimal("measured_value", 18, 6)
          .unit(Column.AS_ROW)
          .says("What the threshold was held against.", "判别值");
  public static final Column THRESHOLD_VALUE =
      decimal("threshold_value", 18, 6).unit(Column.AS_ROW).says("The threshold.", "阈值");
  public static final Column UNIT = RegistryTables.UNIT.required();
  public static final Column FIGURES =
      text("figures").required().says("Further figures of the rule, name=value.", "明细");
  public static final Column CONFIDENCE =
      text("confidence")
          .required()
          .oneOf(List.of("high", "medium", "low"))
          .says(
              "high: at least twice the threshold, or a fact; medium: above the threshold; low: data"
                  + " quality only.",
              "置信度");

  public static final Table ANOMALY =
      table("diesel.anomaly")
          .says("One row per vehicle, day, screening rule and begin of what it found.")
          .key(VIN, DATA_DAY, RULE_CODE, FROM_AT)
          .day(DATA_DAY)
          .layout(Layout.BY_YEAR)
          .from(
              "diesel.vehicle_minute", "diesel.vehicle_day", "diesel.obd_info", "registry.vehicle")
          .warns(
              "Screening, not a verdict: thresholds are ours (jobs/nightly.yaml), none is law",
              "VINs in full: not for publication")
          .columns(
              VIN,
              DATA_DAY,
              RULE_CODE,
              ANOMALY_CLASS,
              FROM_AT,
              TO_AT,
              TRIP_NO,
              ANOMALY_KM,
              MEASURED_VALUE,
              THRESHOLD_VALUE,
              UNIT,
              FIGURES,
              CONFIDENCE);

  public static final Column RANK_NO =
      count("rank_no").required().says("Place by score; equal scores share it.", "名次");
  public static final Column VIN_MASKED =
      text("vin_masked").required().says("VIN as it may be published.", "脱敏车架号");
  public static final Column SCORE =
      count("watch_score")
          .unit(Column.NUMBER)
          .required()
          .says(
              "Sum over the rules hit of the weight of the class, and one a day with anomalies.",
              "评分");
  public static final Column REASONS =
      text("reasons").required().says("Rules hit with the number of days each.", "原因");
  public static final Column WORST_CLASS =
      text("worst_class")
          .required()
          .oneOf(AnomalyRule.classes())
          .says("Class of most weight among the rules hit.", "最严重类别");
  public static final Column ANOMALY_DAY_COUNT =
      count("anomaly_day_count")
          .required()
          .says("Days with anomalies in the span looked at.", "异常天数");
  public static final Column FIRST_SEEN_DAY =
      day("first_seen_day").required().says("First day with an anomaly in the span.", "首次发现日期");
  public static final Column LAST_SEEN_DAY =
      day("last_seen_day").required().says("Last day with an anomaly.", "最近发现日期");
  public static final Column SINCE_FIRST_SEEN_DAYS =
      count("since_first_seen_days")
          .unit("d")
          .required()
          .says("Days since the first one.", "距首次发现天数");
  public static final Column IS_REPEAT_OFFENDER =
      truth("is_repeat_offender")
          .required()
          .says("Anomalies on at least diesel.repeat_days days.", "是否屡次异常");

  public static final Table WATCH_LIST =
      table("diesel.watch_list")
          .says(
              "One row per day with data and vehicle that had an anomaly within diesel.watch_days days"
                  + " up to it, ranked.")
          .key(VIN, DATA_DAY)
          .day(DATA_DAY)
          .layout(Layout.BY_YEAR)
          .from("diesel.anomaly", "diesel.vehicle_day", "registry.vehicle")
          .warns("Screening, not a verdict", "VINs in full: publish vin_masked only")
          .columns(
              DATA_DAY,
              RANK_NO,
              VIN,
              VIN_MASKED,
              IS_REGISTERED,
              RegistryTables.PLATE,
              RegistryTables.OWNER,
              RegistryTables.COUNTY_CODE,
              SCORE,
              WORST_CLASS,
              REASONS,
              ANOMALY_DAY_COUNT,
              FIRST_SEEN_DAY,
              LAST_SEEN_DAY,
              SINCE_FIRST_SEEN_DAYS,
              IS_REPEAT_OFFENDER);

  public static final List<Table> ALL =
      List.of(VEHICLE_MINUTE, OBD_INFO, VEHICLE_DAY, ANOMALY, WATCH_LIST);
}
