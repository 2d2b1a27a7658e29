package org.dawen.power;

import static org.dawen.intake.ReceivedTables.CURRENT_A;
import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.ENERGY_KWH;
import static org.dawen.intake.ReceivedTables.FILE_ID;
import static org.dawen.intake.ReceivedTables.IA_A;
import static org.dawen.intake.ReceivedTables.IB_A;
import static org.dawen.intake.ReceivedTables.IC_A;
import static org.dawen.intake.ReceivedTables.INTERVAL_END;
import static org.dawen.intake.ReceivedTables.RECORD_NO;
import static org.dawen.intake.ReceivedTables.REGISTER_KWH;
import static org.dawen.intake.ReceivedTables.UA_V;
import static org.dawen.intake.ReceivedTables.UB_V;
import static org.dawen.intake.ReceivedTables.UC_V;
import static org.dawen.lake.Column.civilTime;
import static org.dawen.lake.Column.count;
import static org.dawen.lake.Column.decimal;
import static org.dawen.lake.Column.text;
import static org.dawen.lake.Column.truth;
import static org.dawen.lake.Column.whole;
import static org.dawen.lake.Table.table;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dawen.intake.Revisions;
import org.dawen.lake.Column;
import org.dawen.lake.Layout;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryTables;

/** Intervals of electricity meters (分表计电). */
public final class PowerTables {
  private PowerTables() {}

  public static final Column METER_CODE = RegistryTables.METER_CODE.required();
  public static final Column ENTERPRISE_CODE = RegistryTables.ENTERPRISE_CODE;
  public static final Column ROLE = RegistryTables.METER_ROLE;
  public static final Column FACILITY_CODE = RegistryTables.FACILITY_CODE;
  public static final Column RATED_KW = RegistryTables.RATED_KW;
  public static final Column IS_REGISTERED =
      truth("is_registered").required().says("The registry has the meter that day.", "是否在册");

  public static final Column INTERVAL_START =
      civilTime("interval_start").required().says("Start of the interval, Beijing time.", "时段起始");
  public static final Column INTERVAL_MINUTES =
      decimal("interval_minutes", 12, 6)
          .unit("min")
          .required()
          .says(
              "Length of the interval: the smaller distance to a neighbour of the same meter and"
                  + " day; without a neighbour near enough, our default.",
              "时段长度");
  public static final Column MEAN_POWER_KW =
      decimal("mean_power_kw", 18, 4)
          .unit("kW")
          .says(
              "Energy / length of the interval; without energy the power sent, or that of voltages"
                  + " and currents; null: none of them.",
              "平均功率");
  public static final Column IS_PLAUSIBLE =
      truth("is_plausible")
          .says(
              "Mean power is at most the rated power times a factor of ours; null: no rated power"
                  + " or no energy.",
              "是否合理");

  public static final Column REVISION_COUNT =
      count(Revisions.REVISION_COUNT)
          .required()
          .says("Records of the interval received; of packets those of one factor.", "版本数");
  public static final Column RECORD_COUNT =
      whole(Revisions.RECORD_COUNT)
          .required()
          .says("Records the row rests on: 1, or the packets whose factors it holds.", "依据记录数");
  public static final Column IS_DECIDED_BY_PATH =
      truth(Revisions.IS_DECIDED_BY_PATH)
          .required()
          .says("Records differ and only path and record number decided.", "是否仅凭路径取舍");

  /** What an interval is good for, in the order in which the reasons are asked. */
  public enum Quality {
    /** The register went back, and rolling over would not explain it: no energy. */
    REGISTER_BACK,
    /** The register moved on by more than the rated power allows. */
    REGISTER_JUMP,
    /** The first register reading after a day without one: no energy yet. */
    FIRST_READING,
    /** It begins before the interval before it ends. */
    OVERLAPPING,
    /** Neither energy nor power was sent. */
    ENERGY_MISSING,
    /** The mean power is above what the rating allows. */
    IMPLAUSIBLE,
    /** The register started again from zero; the energy allows for it. */
    ROLLED_OVER,
    /** No energy was sent; the power is the one the meter gave. */
    POWER_ONLY,
    /** No energy and no power was sent; the power follows from voltages and currents. */
    POWER_OF_CURRENTS,
    /** Nothing to say. */
    GOOD;

    /** Names of those whose power counts in screening and in answers to alerts. */
    static List<String> usable() {
      return Stream.of(GOOD, ROLLED_OVER, POWER_ONLY, POWER_OF_CURRENTS).map(Enum::name).toList();
    }
  }

  public static final Column QUALITY =
      text("quality")
          .oneOf(Stream.of(Quality.values()).map(Enum::name).toList())
          .required()
          .says("First of the reasons against the interval, or how its power was found.", "数据质量");
  public static final Column DAY_COVERAGE_PERCENT =
      decimal("day_coverage_percent", 9, 4)
          .unit("%")
          .required()
          .says("Share of the day for which the meter has a power.", "日覆盖率");

  public static final Table METER_INTERVAL =
      table("power.meter_interval")
          .says(
              "One row per meter and interval received: the record in force, its energy, mean"
                  + " power and quality.")
          .key(METER_CODE, INTERVAL_END)
          .day(DATA_DAY)
          .layout(Layout.BY_MONTH)
          .from(
              "received.power", "received.power_packet", "registry.meter", "registry.meter_change")
          .warns(
              "The length of an interval is inferred from its neighbours unless its start was sent",
              "Whether a power is plausible is a screening threshold of ours",
              "Which parameter of a packet (d2, d3) means what is inferred, not read in the"
                  + " standard")
          .columns(
              METER_CODE,
              INTERVAL_START,
              INTERVAL_END,
              DATA_DAY,
              IS_REGISTERED,
              ENTERPRISE_CODE,
              ROLE,
              FACILITY_CODE,
              INTERVAL_MINUTES,
              ENERGY_KWH.says(
                  "Energy of the interval: as sent, or the difference of two register readings.",
                  "电量"),
              REGISTER_KWH,
              MEAN_POWER_KW,
              RATED_KW,
              IS_PLAUSIBLE,
              QUALITY,
              DAY_COVERAGE_PERCENT,
              CURRENT_A,
              UA_V,
              UB_V,
              UC_V,
              IA_A,
              IB_A,
              IC_A,
              REVISION_COUNT,
              RECORD_COUNT,
              IS_DECIDED_BY_PATH,
              FILE_ID,
              RECORD_NO);

  public static final Column RECEIVED_INTERVAL_COUNT =
      whole("received_interval_count").required().says("Different intervals received.", "收到时段数");
  public static final Column FIRST_FILE_ID =
      text("first_file_id")
          .required()
          .says("First in the order of paths of the files that name the meter.", "首个来源文件");

  public static final Table UNKNOWN_METER =
      table("power.unknown_meter")
          .says("One row per meter and day received without a registry row valid that day.")
          .key(METER_CODE, DATA_DAY)
          .day(DATA_DAY)
          .from("received.power", "registry.meter")
          .columns(METER_CODE, DATA_DAY, RECEIVED_INTERVAL_COUNT, FIRST_FILE_ID);

  public static final Column INTERVAL_COUNT =
      count("interval_count").required().says("Intervals of the day.", "时段数");
  public static final Column LAST_INTERVAL_END =
      civilTime("last_interval_end")
          .says("End of the day's last interval, Beijing time; null: none.", "末时段结束");
  public static final Column DAY_ENERGY_KWH =
      decimal("day_energy_kwh", 18, 6)
          .unit("kWh")
          .says("Energy of the day's usable intervals; null: none.", "日电量");
  public static final List<Column> HOUR_ENERGIES =
      IntStream.range(0, 24)
          .mapToObj(
              h ->
                  decimal("h%02d_energy_kwh".formatted(h), 18, 6)
                      .unit("kWh")
                      .says(
                          "Energy from %d to %d o'clock; null: not covered throughout."
                              .formatted(h, h + 1),
                          "%d时电量".formatted(h)))
          .toList();
  public static final Column PRODUCTION_ON_MINUTES =
      decimal("production_on_minutes", 12, 6)
          .unit("min")
          .says(
              "Of a treatment meter: time in which a line that depends on its unit was on and the"
                  + " unit's power is known.",
              "生产运行时长");
  public static final Column TREATMENT_ON_MINUTES =
      decimal("treatment_on_minutes", 12, 6)
          .unit("min")
          .says("Of that time, the unit was not off.", "治污同步运行时长");
  public static final Column LOAD_RATIO =
      decimal("load_ratio", 18, 8)
          .unit(Column.NUMBER)
          .says("Power of treatment / power of production while both run.", "治污产污负荷比");
  public static final Column LOWEST_HOUR_LOAD_RATIO =
      decimal("lowest_hour_load_ratio", 18, 8)
          .unit(Column.NUMBER)
          .says("Smallest such ratio of a clock hour throughout which both ran.", "最低小时负荷比");

  public static final Column TREATMENT_MEAN_KW =
      decimal("treatment_mean_kw", 18, 4)
          .unit("kW")
          .says("Mean power of the unit while both run.", "治污平均功率");

  public static final Table METER_DAY =
      table("power.meter_day")
          .says(
              "One row per registered meter and day on which any meter sent data: energy by hour,"
                  + " coverage, and how a treatment unit ran beside production.")
          .key(METER_CODE, DATA_DAY)
          .day(DATA_DAY)
          .layout(Layout.BY_YEAR)
          .from("power.meter_interval", "registry.meter")
          .warns("When production is on and treatment off are screening thresholds of ours")
          .columns(
              Stream.of(
                      Stream.of(
                          METER_CODE,
                          DATA_DAY,
                          ENTERPRISE_CODE.required(),
                          ROLE,
                          FACILITY_CODE,
                          RATED_KW,
                          INTERVAL_COUNT,
                          LAST_INTERVAL_END,
                          DAY_COVERAGE_PERCENT,
                          DAY_ENERGY_KWH),
                      HOUR_ENERGIES.stream(),
                      Stream.of(
                          PRODUCTION_ON_MINUTES,
                          TREATMENT_ON_MINUTES,
                          LOAD_RATIO,
                          LOWEST_HOUR_LOAD_RATIO,
                          TREATMENT_MEAN_KW))
                  .flatMap(s -> s)
                  .toArray(Column[]::new));

  public static final Column RULE =
      text("rule")
          .oneOf(Stream.of(Finding.Rule.values()).map(Enum::name).toList())
          .required()
          .says("Screening rule; docs/methods/power-anomaly.md.", "筛查规则");
  public static final Column SUBJECT_CODE =
      text("subject_code")
          .required()
          .says("Treatment facility or meter the finding is about.", "异常对象");
  public static final Column METER_CODES =
      RegistryTables.METER_CODES.required().says("Meters that show it, separated by ';'.", "相关电表");
  public static final Column STARTS_AT = RegistryTables.STARTS_AT;
  public static final Column ENDS_AT =
      RegistryTables.ENDS_AT.required().says("End, Beijing time, not included.", "结束时间");
  public static final Column LASTING_MINUTES =
      decimal("lasting_minutes", 12, 6)
          .unit("min")
          .required()
          .says("How long it held; gaps that were bridged are left out.", "持续时长");
  public static final Column IS_OPEN =
      truth("is_open")
          .required()
          .says(
              "It goes on after the end: a finding is followed to the end of the next day.",
              "是否持续");
  public static final Column PRODUCTION_MEAN_KW =
      decimal("production_mean_kw", 18, 4)
          .unit("kW")
          .says(
              "Mean power of the lines that were on; of night production, of the day before it.",
              "生产平均功率");
  public static final Column SUBJECT_MEAN_KW =
      decimal("subject_mean_kw", 18, 4)
          .unit("kW")
          .says("Mean power of treatment unit or meter; null: not known.", "异常对象平均功率");
  public static final Column USUAL_LOAD_RATIO =
      decimal("usual_load_ratio", 18, 8)
          .unit(Column.NUMBER)
          .says("Median ratio of the 30 days before.", "常态负荷比");
  public static final Column REASON =
      text("reason").required().says("The finding as a sentence.", "说明(英文)");
  public static final Column REASON_ZH =
      text("reason_zh").required().says("The finding as a sentence, Chinese.", "说明");

  public static final Table ANOMALY =
      table("power.anomaly")
          .says(
              "One row per finding of a screening rule on electricity, on the day on which it"
                  + " begins.")
          .key(RULE, ENTERPRISE_CODE.required(), SUBJECT_CODE, STARTS_AT)
          .day(DATA_DAY)
          .layout(Layout.BY_YEAR)
          .from("power.meter_interval", "power.meter_day", "registry.meter")
          .warns(
              "Screening by thresholds of ours: a reason to look, not a finding of law",
              "Changes when late or corrected data arrive, also of the day after")
          .columns(
              RULE,
              ENTERPRISE_CODE.required(),
              SUBJECT_CODE,
              METER_CODES,
              STARTS_AT,
              ENDS_AT,
              DATA_DAY,
              LASTING_MINUTES,
              IS_OPEN,
              PRODUCTION_MEAN_KW,
              SUBJECT_MEAN_KW,
              LOAD_RATIO,
              USUAL_LOAD_RATIO,
              REASON,
              REASON_ZH);

  /** How an enterprise answered an alert, in the order in which the reasons are asked. */
  public enum Verdict {
    /** The plan names no meter. */
    NO_METER,
    /** The plan asks for a cut but not by how much. */
    NO_CUT_NAMED,
    /** The plan names a meter the registry does not have that day. */
    UNKNOWN_METER,
    /** Ran although it had to stop, or cut less than required. */
    NOT_MET,
    /** The day is a holiday of the registry, for which there is no like day. */
    HOLIDAY,
    /** Fewer clean days of the same weekday than a baseline needs. */
    TOO_FEW_CLEAN_DAYS,
    /** Too few hours of the alert with data on the day and in the baseline. */
    TOO_LITTLE_COVERAGE,
    /** Stopped, or cut as required. */
    MET
  }

  public static final Column ALERT_LEVEL = RegistryTables.ALERT_LEVEL.required();
  public static final Column ALERT_STARTS_AT =
      RegistryTables.STARTS_AT.as("alert_starts_at").says("Start of the alert.", "预警开始");
  public static final Column ALERT_ENDS_AT =
      RegistryTables.ENDS_AT.as("alert_ends_at").says("End of the alert; null: none yet.", "预警结束");
  public static final Column ALERT_AREA =
      RegistryTables.AREA_CODE.as("alert_area_code").required().says("Its area; '-': all.", "预警区域");
  public static final Column PLAN_ACTION = RegistryTables.PLAN_ACTION.required();
  public static final Column REQUIRED_CUT_PERCENT =
      decimal("required_cut_percent", 6, 3)
          .unit("%")
          .says("Cut the plan asks for; of a stop 100.", "要求减排比例");
  public static final Column ALERT_HOUR_COUNT =
      count("alert_hour_count")
          .required()
          .says("Full clock hours of the day under this alert.", "预警小时数");
  public static final Column JUDGED_HOUR_COUNT =
      count("judged_hour_count")
          .required()
          .says("Of these, hours with data of all meters, that day and in the baseline.", "可判定小时数");
  public static final Column COVERAGE_PERCENT =
      decimal("coverage_percent", 9, 4)
          .unit("%")
          .required()
          .says("Share of hours that can be judged; of a stop, of hours with data.", "覆盖率");
  public static final Column CLEAN_DAY_COUNT =
      count("clean_day_count")
          .required()
          .says(
              "Days of the baseline: same weekday within 28 days, no alert, no holiday, with data.",
              "基准天数");
  public static final Column BASELINE_KWH =
      decimal("baseline_kwh", 28, 10)
          .unit("kWh")
          .says("Sum over the judged hours of the mean energy of the clean days.", "基准电量");
  public static final Column ACTUAL_KWH =
      decimal("actual_kwh", 18, 6).unit("kWh").says("Energy of the judged hours.", "实际电量");
  public static final Column ACHIEVED_CUT_PERCENT =
      decimal("achieved_cut_percent", 18, 6)
          .unit("%")
          .says("(1 − actual / baseline) · 100, rounded down; null: no baseline.", "实际减排比例");
  public static final Column RUNNING_MINUTES =
      decimal("running_minutes", 12, 6)
          .unit("min")
          .says(
              "Of a stop: time above the running threshold, of the meter with most of it.", "运行时长");
  public static final Column VERDICT =
      text("verdict")
          .oneOf(Stream.of(Verdict.values()).map(Enum::name).toList())
          .required()
          .says("MET, NOT_MET, or why there is no verdict.", "判定");

  public static final Table RESPONSE_DAY =
      table("power.response_day")
          .says(
              "One row per enterprise, alert and day: what its plan asks for and what its meters"
                  + " say.")
          .key(ENTERPRISE_CODE.required(), ALERT_STARTS_AT, ALERT_LEVEL, ALERT_AREA, DATA_DAY)
          .day(DATA_DAY)
          .layout(Layout.UNPARTITIONED)
          .from(
              "power.meter_day",
              "power.meter_interval",
              "registry.alert",
              "registry.response_plan",
              "registry.holiday")
          .warns(
              "Screening: the required cut is the plan's, the way to judge it ours",
              "Where there is no verdict the enterprise has not passed")
          .columns(
              ENTERPRISE_CODE.required(),
              ALERT_LEVEL,
              ALERT_STARTS_AT,
              ALERT_ENDS_AT,
              ALERT_AREA,
              DATA_DAY,
              PLAN_ACTION,
              REQUIRED_CUT_PERCENT,
              RegistryTables.METER_CODES,
              ALERT_HOUR_COUNT,
              JUDGED_HOUR_COUNT,
              COVERAGE_PERCENT,
              CLEAN_DAY_COUNT,
              BASELINE_KWH,
              ACTUAL_KWH,
              ACHIEVED_CUT_PERCENT,
              RUNNING_MINUTES,
              VERDICT);

  public static final List<Table> ALL =
      List.of(METER_INTERVAL, UNKNOWN_METER, METER_DAY, ANOMALY, RESPONSE_DAY);
}
