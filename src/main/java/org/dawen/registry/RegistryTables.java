package org.dawen.registry;

import static org.dawen.lake.Column.civilTime;
import static org.dawen.lake.Column.count;
import static org.dawen.lake.Column.day;
import static org.dawen.lake.Column.decimal;
import static org.dawen.lake.Column.text;
import static org.dawen.lake.Column.truth;
import static org.dawen.lake.Column.whole;
import static org.dawen.lake.Table.table;

import java.util.List;
import org.dawen.lake.Column;
import org.dawen.lake.Table;

/**
 * The bureau's reference data: who and what exists, from when to when. Periods include both ends;
 * an empty end is open.
 */
public final class RegistryTables {
  private RegistryTables() {}

  public static final Column NAME = text("name").required().says("Name as people say it.", "名称");
  public static final Column VALID_FROM =
      day("valid_from").says("First day of validity; null: open.", "有效期起");
  public static final Column VALID_TO =
      day("valid_to").says("Last day of validity; null: until further notice.", "有效期止");

  public static final Column COUNTY_CODE =
      text("county_code").says("County, or functional zone ranked with them.", "区县代码");
  public static final Column CITY_CODE = text("city_code").says("City, GB/T 2260.", "城市代码");
  public static final Column CITY_NAME = text("city_name").says("Name of the city.", "城市名称");
  public static final Column IS_FUNCTIONAL_ZONE =
      truth("is_functional_zone").says("A zone, not a county of GB/T 2260.", "是否功能区");
  public static final Column TOWNSHIP_CODE = text("township_code").says("Township.", "乡镇代码");

  public static final Column OUTLET_CODE =
      text("outlet_code").says("Outlet of a pollution source (stack or waste-water).", "排口编码");
  public static final Column MN =
      text("mn").says("Device number the outlet's packets carry, HJ 212-2017 6.3.", "设备唯一标识");
  public static final Column ENTERPRISE_CODE = text("enterprise_code").says("Enterprise.", "企业编码");
  public static final Column ENTERPRISE_NAME =
      text("enterprise_name").says("Name of the enterprise.", "企业名称");
  public static final Column MEDIUM =
      text("medium").oneOf(List.of("gas", "water")).says("What the outlet emits.", "介质");
  public static final Column INDUSTRY_CODE =
      text("industry_code").says("Industry, four digits of GB/T 4754-2017.", "行业代码");
  public static final Column ZONE_CODE =
      text("zone_code").says("Control zone of DB37/2376: core, key or general.", "控制区");
  public static final Column SOURCE_TYPE =
      text("source_type")
          .says("Kind of installation as the standards distinguish it; empty: not told.", "源类型");

  public static final Column POLLUTANT_CODE =
      text("pollutant_code").says("Factor code, HJ 212-2017 annex B.", "污染物编码");
  public static final Column LIMIT_VALUE =
      decimal("limit_value", 18, 6).unit(Column.AS_ROW).says("Upper limit.", "限值");
  public static final Column LOWER_LIMIT_VALUE =
      decimal("lower_limit_value", 18, 6)
          .unit(Column.AS_ROW)
          .says("Lower limit where a range is set (pH).", "下限");
  public static final Column UNIT = text("unit").says("Unit of the values of this row.", "单位");
  public static final Column LIMIT_PERIOD =
      text("period").oneOf(List.of("hour", "day")).says("What mean the limit judges.", "考核周期");
  public static final Column REFERENCE_O2_PERCENT =
      decimal("reference_o2_percent", 6, 3)
          .unit("%")
          .says("Reference oxygen of the limit; null: judged as measured.", "基准含氧量");
  public static final Column DOCUMENT_NO = text("document_no").says("Permit or document.", "文号");

  public static final Column MARK_KIND =
      text("kind")
          .required()
          .says("Mark by the enterprise: start_up, shutdown, maintenance, calibration, …", "标记类型");
  public static final Column STARTS_AT =
      civilTime("starts_at").required().says("Start, Beijing time, included.", "开始时间");
  public static final Column ENDS_AT =
      civilTime("ends_at").says("End, Beijing time, not included; null: still open.", "结束时间");
  public static final Column PROOF_NO = text("proof_no").says("Proof handed in.", "凭证号");

  public static final Column STATION_CODE = text("station_code").says("Air station.", "站点编码");
  public static final Column IS_EVALUATION =
      truth("is_evaluation").says("Counts in the evaluation of its area.", "是否考核点");

  public static final Column UNMONITORED_ITEMS =
      text("unmonitored_items")
          .says(
              "Items the station does not monitor by plan, joined by ; as in SO2;CO, HJ 633-2026"
                  + " 5.3.2; null: it monitors all six.",
              "按计划不监测项目");
  public static final Column AREA_CODE =
      text("area_code")
          .says(
              "Township, county or zone, city, or (dust) a station; of an alert null: everywhere.",
              "区域代码");

  /** The item of a target for the share of good days (优良天数比例), a least value. */
  public static final String GOOD_DAYS = "good_day_percent";

  public static final Column AIR_ITEM =
      text("item")
          .oneOf(List.of("PM2.5", "PM10", "SO2", "NO2", "CO", "O3", GOOD_DAYS))
          .says(
              "Pollutant; O3 means the largest 8-hour mean of a day. good_day_percent: days of class"
                  + " 1 or 2 by all days with a class.",
              "考核项目");
  public static final Column TARGET_PERIOD =
      text("period").oneOf(List.of("month", "quarter", "year")).says("Period judged.", "考核周期");
  public static final Column TARGET_VALUE =
      decimal("target_value", 12, 4)
          .unit(Column.AS_ROW)
          .says(
              "Highest figure that reaches the target: µg/m³, CO mg/m³; CO the 95th, O3 the 90th"
                  + " percentile, else the mean.",
              "目标值");

  public static final Column METER_CODE = text("meter_code").says("Electricity meter.", "电表编码");
  public static final Column METER_ROLE =
      text("role")
          .oneOf(List.of("production", "treatment", "total", "office"))
          .says("What the meter measures.", "用电类别");
  public static final Column FACILITY_CODE = text("facility_code").says("Equipment.", "设施编码");
  public static final Column DEPENDS_ON_FACILITY_CODE =
      text("depends_on_facility_code")
          .says("Treatment the production equipment depends on.", "对应治理设施");
  public static final Column RATED_KW =
      decimal("rated_kw", 12, 3).unit("kW").says("Rated power.", "额定功率");
  public static final Column ROLLS_OVER_AT_KWH =
      decimal("rolls_over_at_kwh", 16, 6)
          .unit("kWh")
          .says(
              "Reading at which the register starts again from zero, such as 1000000; null: the"
                  + " next power of ten.",
              "表计满码值");
  public static final Column IS_CONSTANT_LOAD =
      truth("is_constant_load")
          .says("Its load does not vary, so a constant current is no finding.", "是否恒定负荷");
  public static final Column IS_NIGHT_SHUTDOWN =
      truth("is_night_shutdown").says("Must not produce at night.", "是否夜间停产");

  public static final Column CHANGED_AT =
      civilTime("changed_at").required().says("When the meter was replaced, Beijing time.", "换表时间");
  public static final Column LAST_REGISTER_KWH =
      decimal("last_register_kwh", 16, 6)
          .unit("kWh")
          .required()
          .says("Last reading of the meter taken out.", "旧表止码");
  public static final Column FIRST_REGISTER_KWH =
      decimal("first_register_kwh", 16, 6)
          .unit("kWh")
          .required()
          .says("First reading of the meter put in.", "新表起码");

  public static final Column ALERT_LEVEL =
      text("level")
          .oneOf(List.of("yellow", "orange", "red"))
          .says("Level of the heavy-pollution alert.", "预警级别");
  public static final Column PLAN_ACTION =
      text("action").oneOf(List.of("stop", "cut")).says("What the plan asks for.", "应急措施");
  public static final Column CUT_PERCENT =
      decimal("cut_percent", 6, 3)
          .unit("%")
          .says("Cut of electricity the plan asks for; of a stop null.", "减排比例");
  public static final Column METER_CODES =
      text("meter_codes")
          .says(
              "Meters the plan is judged by, separated by ';'; null: the plan names none.", "考核电表");
  public static final Column HOLIDAY_DAY =
      day("holiday_day").required().says("Day that is not like its weekday.", "节假日");
  public static final Column IS_WORKDAY =
      truth("is_workday").says("A weekend day that is worked in exchange.", "是否调休上班");

  public static final Column LEAD_ID =
      text("lead_id").says("Lead: enterprise/matter/first day.", "线索编号");
  public static final Column OPENED_DAY =
      day("opened_day").required().says("Day the work order was opened.", "派单日期");
  public static final Column DUE_DAY =
      day("due_day").says("Last day by which it is to be closed.", "办结期限");
  public static final Column CLOSED_DAY =
      day("closed_day").says("Day it was closed; null: not yet.", "办结日期");
  public static final Column WORK_RESULT = text("result").says("What was found.", "办理结果");

  public static final Column CASE_NO =
      text("case_no").required().says("Number of the case.", "案件编号");
  public static final Column CASE_DAY = day("case_day").required().says("Day of the case.", "立案日期");
  public static final Column IS_OFF_SITE =
      truth("is_off_site").required().says("Found by monitoring, without a visit (非现场).", "是否非现场");

  public static final Column VIN = text("vin").says("Vehicle identification number.", "车架号");
  public static final Column PLATE = text("plate").says("Number plate.", "车牌号");
  public static final Column OWNER = text("owner").says("Owner.", "车主");
  public static final Column REGISTERED_CALID =
      text("registered_calid").says("Calibration id at registration.", "登记标定识别码");
  public static final Column REGISTERED_CVN =
      text("registered_cvn").says("Calibration verification number at registration.", "登记校验码");

  public static final Column TEST_DAY =
      day("test_day").required().says("Day of the comparison test.", "比对日期");
  public static final Column INSTRUMENT_VALUE =
      decimal("instrument_value", 18, 8)
          .unit(Column.AS_ROW)
          .says("What the instrument showed.", "仪器值");
  public static final Column REFERENCE_VALUE =
      decimal("reference_value", 18, 8)
          .unit(Column.AS_ROW)
          .says("What the reference method found.", "参比值");
  public static final Column PASSED =
      truth("passed").says("The test was passed; null: due, but not made.", "是否合格");

  /** Where a reference row stands: file and line. */
  public static final Column FILE_ID =
      text("file_id").required().says("Path of the file below the landing folder.", "来源文件");

  public static final Column RECORD_NO =
      whole("record_no").required().says("Record in the file; of a CSV its line.", "记录号");

  public static final Table COUNTY =
      table("registry.county")
          .says("One row per county or functional zone and period.")
          .key(COUNTY_CODE, VALID_FROM)
          .withoutDay("valid_from to valid_to")
          .from("landing/registry/counties.csv")
          .columns(
              COUNTY_CODE.required(),
              NAME,
              CITY_CODE,
              CITY_NAME,
              IS_FUNCTIONAL_ZONE,
              VALID_FROM,
              VALID_TO,
              FILE_ID,
              RECORD_NO);

  public static final Table TOWNSHIP =
      table("registry.township")
          .says("One row per township and period.")
          .key(TOWNSHIP_CODE, VALID_FROM)
          .withoutDay("valid_from to valid_to")
          .from("landing/registry/townships.csv")
          .columns(
              TOWNSHIP_CODE.required(),
              NAME,
              COUNTY_CODE.required(),
              VALID_FROM,
              VALID_TO,
              FILE_ID,
              RECORD_NO);

  public static final Table OUTLET =
      table("registry.outlet")
          .says("One row per outlet of a pollution source and period.")
          .key(OUTLET_CODE, VALID_FROM)
          .withoutDay("valid_from to valid_to")
          .from("landing/registry/outlets.csv")
          .columns(
              OUTLET_CODE.required(),
              MN.required(),
              NAME,
              ENTERPRISE_CODE,
              ENTERPRISE_NAME,
              COUNTY_CODE,
              MEDIUM.required(),
              INDUSTRY_CODE,
              ZONE_CODE,
              SOURCE_TYPE,
              VALID_FROM,
              VALID_TO,
              FILE_ID,
              RECORD_NO);

  public static final Table LIMIT =
      table("registry.limit")
          .says("One row per outlet, pollutant, kind of mean and period: limits of permits.")
          .withoutKey("several documents may limit the same thing; the strictest judges")
          .withoutDay("valid_from to valid_to")
          .from("landing/registry/limits.csv")
          .columns(
              OUTLET_CODE.required(),
              POLLUTANT_CODE.required(),
              LIMIT_VALUE,
              LOWER_LIMIT_VALUE,
              UNIT.required(),
              LIMIT_PERIOD.required(),
              REFERENCE_O2_PERCENT,
              DOCUMENT_NO,
              VALID_FROM,
              VALID_TO,
              FILE_ID,
              RECORD_NO);

  public static final Table MARK =
      table("registry.mark")
          .says("One row per mark an enterprise has put on its own data.")
          .withoutKey("marks may overlap")
          .withoutDay("starts_at to ends_at")
          .from("landing/registry/marks.csv")
          .columns(
              OUTLET_CODE.required(),
              POLLUTANT_CODE,
              MARK_KIND,
              STARTS_AT,
              ENDS_AT,
              PROOF_NO,
              FILE_ID,
              RECORD_NO);

  public static final Table COMPARISON =
      table("registry.comparison")
          .says("One row per comparison test of an outlet's instrument that was due.")
          .withoutKey("an instrument may be tested several times a day")
          .day(TEST_DAY)
          .from("landing/registry/comparisons.csv")
          .columns(
              OUTLET_CODE.required(),
              POLLUTANT_CODE.required(),
              TEST_DAY,
              INSTRUMENT_VALUE,
              REFERENCE_VALUE,
              UNIT,
              PASSED,
              FILE_ID,
              RECORD_NO);

  public static final Table STATION =
      table("registry.station")
          .says("One row per air station and period.")
          .key(STATION_CODE, VALID_FROM)
          .withoutDay("valid_from to valid_to")
          .from("landing/registry/stations.csv")
          .columns(
              STATION_CODE.required(),
              NAME,
              COUNTY_CODE,
              TOWNSHIP_CODE,
              CITY_CODE,
              IS_EVALUATION,
              UNMONITORED_ITEMS,
              VALID_FROM,
              VALID_TO,
              FILE_ID,
              RECORD_NO);

  public static final Table TARGET =
      table("registry.target")
          .says("One row per area, pollutant, kind of period and validity: what it may reach.")
          .key(AREA_CODE, AIR_ITEM, TARGET_PERIOD, VALID_FROM)
          .withoutDay("valid_from to valid_to")
          .from("landing/registry/targets.csv")
          .columns(
              AREA_CODE.required(),
              AIR_ITEM.required(),
              TARGET_PERIOD.required(),
              TARGET_VALUE.required(),
              DOCUMENT_NO,
              VALID_FROM,
              VALID_TO,
              FILE_ID,
              RECORD_NO);

  public static final Table DUST_HOUR =
      table("registry.dust_hour")
          .says("One row per area and span of hours officially under sand and dust (沙尘).")
          .withoutKey("spans of different documents may overlap")
          .withoutDay("starts_at to ends_at")
          .from("landing/registry/dust_hours.csv")
          .columns(AREA_CODE.required(), STARTS_AT, ENDS_AT, DOCUMENT_NO, FILE_ID, RECORD_NO);

  public static final Table METER =
      table("registry.meter")
          .says("One row per electricity meter, the facility it depends on, and period.")
          .key(METER_CODE, DEPENDS_ON_FACILITY_CODE, VALID_FROM)
          .withoutDay("valid_from to valid_to")
          .from("landing/registry/meters.csv")
          .columns(
              METER_CODE.required(),
              ENTERPRISE_CODE,
              METER_ROLE.required(),
              FACILITY_CODE,
              DEPENDS_ON_FACILITY_CODE,
              RATED_KW,
              COUNTY_CODE,
              ROLLS_OVER_AT_KWH,
              IS_CONSTANT_LOAD,
              IS_NIGHT_SHUTDOWN,
              VALID_FROM,
              VALID_TO,
              FILE_ID,
              RECORD_NO);

  public static final Table VEHICLE =
      table("registry.vehicle")
          .says("One row per registered diesel vehicle and period.")
          .key(VIN, VALID_FROM)
          .withoutDay("valid_from to valid_to")
          .from("landing/registry/vehicles.csv")
          .columns(
              VIN.required(),
              PLATE,
              OWNER,
              COUNTY_CODE,
              REGISTERED_CALID,
              REGISTERED_CVN,
              VALID_FROM,
              VALID_TO,
              FILE_ID,
              RECORD_NO);

  public static final Column YEAR = count("year").says("Calendar year.", "年度");
  public static final Column TASK_T =
      decimal("task_t", 18, 4)
          .unit("t")
          .says("Reduction the county must reach in the year.", "减排任务量");
  public static final Column CLOSED_MONTH =
      text("month").says("Month that is closed, as 2024-03.", "结账月份");
  public static final Column LAST_ENTRY_NO =
      whole("last_entry_no").says("Number of the last entry that still counts in it.", "末笔编号");
  public static final Column MULTIPLIER =
      decimal("multiplier", 9, 4)
          .unit(Column.NUMBER)
          .says("Times the need that a project must draw; null: not told.", "替代倍数");
  public static final Column VALIDITY_MONTHS =
      count("validity_months").says("Months for which a certification may be drawn from.", "有效月数");
  public static final Column CONFIDENCE =
      text("confidence")
          .oneOf(List.of("V", "M", "U", "P"))
          .says("V read in the document, M or U recalled, P practice or choice.", "可信度");

  public static final Table REDUCTION_TASK =
      table("registry.reduction_task")
          .says("One row per county, pollutant and year: the reduction it must reach.")
          .key(COUNTY_CODE, POLLUTANT_CODE, YEAR)
          .withoutDay("the year named")
          .from("landing/registry/reduction_tasks.csv")
          .columns(
              COUNTY_CODE.required(),
              POLLUTANT_CODE.required(),
              YEAR.required(),
              TASK_T.required(),
              DOCUMENT_NO,
              FILE_ID,
              RECORD_NO);

  public static final Table POOL_CLOSING =
      table("registry.pool_closing")
          .says("One row per closed month of the indicator pool.")
          .key(CLOSED_MONTH)
          .withoutDay("the month named")
          .from("landing/registry/pool_closings.csv")
          .columns(
              CLOSED_MONTH.required(), LAST_ENTRY_NO.required(), DOCUMENT_NO, FILE_ID, RECORD_NO);

  public static final Table POOL_MULTIPLIER =
      table("registry.pool_multiplier")
          .says("One row per city, pollutant and year: times the need that projects must draw.")
          .key(CITY_CODE, POLLUTANT_CODE, YEAR, VALID_FROM)
          .withoutDay("valid_from to valid_to within the year")
          .from("landing/registry/pool_multipliers.csv")
          .columns(
              CITY_CODE,
              POLLUTANT_CODE.required(),
              YEAR.required(),
              MULTIPLIER.required(),
              DOCUMENT_NO,
              CONFIDENCE,
              VALID_FROM,
              VALID_TO,
              FILE_ID,
              RECORD_NO);

  public static final Table POOL_VALIDITY =
      table("registry.pool_validity")
          .says(
              "One row per pollutant (none: all) and period: how long what is certified then may be"
                  + " drawn from; without a row nothing expires.")
          .key(POLLUTANT_CODE, VALID_FROM)
          .withoutDay("certified from valid_from to valid_to")
          .from("landing/registry/pool_validity.csv")
          .columns(
              POLLUTANT_CODE,
              VALIDITY_MONTHS.required(),
              DOCUMENT_NO,
              CONFIDENCE,
              VALID_FROM,
              VALID_TO,
              FILE_ID,
              RECORD_NO);

  public static final Table METER_CHANGE =
      table("registry.meter_change")
          .says("One row per replacement of a meter that keeps its code.")
          .key(METER_CODE, CHANGED_AT)
          .withoutDay("changed_at")
          .from("landing/registry/meter_changes.csv")
          .columns(
              METER_CODE.required(),
              CHANGED_AT,
              LAST_REGISTER_KWH,
              FIRST_REGISTER_KWH,
              FILE_ID,
              RECORD_NO);

  public static final Table RESPONSE_PLAN =
      table("registry.response_plan")
          .says("One row per enterprise, alert level and period: what its plan (一厂一策) asks for.")
          .key(ENTERPRISE_CODE, ALERT_LEVEL, VALID_FROM)
          .withoutDay("valid_from to valid_to")
          .from("landing/registry/response_plans.csv")
          .columns(
              ENTERPRISE_CODE.required(),
              ALERT_LEVEL.required(),
              PLAN_ACTION.required(),
              CUT_PERCENT,
              METER_CODES,
              VALID_FROM,
              VALID_TO,
              FILE_ID,
              RECORD_NO);

  public static final Table ALERT =
      table("registry.alert")
          .says("One row per heavy-pollution alert (重污染天气预警).")
          .withoutKey("alerts may overlap; the higher level judges")
          .withoutDay("starts_at to ends_at")
          .from("landing/registry/alerts.csv")
          .columns(ALERT_LEVEL.required(), STARTS_AT, ENDS_AT, AREA_CODE, FILE_ID, RECORD_NO);

  public static final Table HOLIDAY =
      table("registry.holiday")
          .says("One row per day that is not like its weekday.")
          .key(HOLIDAY_DAY)
          .withoutDay("holiday_day")
          .from("landing/registry/holidays.csv")
          .columns(HOLIDAY_DAY, NAME.required(), IS_WORKDAY, FILE_ID, RECORD_NO);

  public static final Table WORK_ORDER =
      table("registry.work_order")
          .says("One row per work order that follows a lead.")
          .key(LEAD_ID)
          .withoutDay("a work order may concern any day")
          .from("landing/registry/work_orders.csv")
          .columns(
              LEAD_ID.required(), OPENED_DAY, DUE_DAY, CLOSED_DAY, WORK_RESULT, FILE_ID, RECORD_NO);

  public static final Table ENFORCEMENT_CASE =
      table("registry.enforcement_case")
          .says("One row per enforcement case (执法案件).")
          .key(CASE_NO)
          .withoutDay("a case may concern any day")
          .from("landing/registry/enforcement_cases.csv")
          .columns(
              CASE_NO, CASE_DAY, COUNTY_CODE.required(), IS_OFF_SITE, LEAD_ID, FILE_ID, RECORD_NO);

  public static final List<Table> ALL =
      List.of(
          COUNTY,
          TOWNSHIP,
          OUTLET,
          LIMIT,
          MARK,
          STATION,
          METER,
          METER_CHANGE,
          RESPONSE_PLAN,
          ALERT,
          HOLIDAY,
          WORK_ORDER,
          ENFORCEMENT_CASE,
          VEHICLE,
          REDUCTION_TASK,
          POOL_CLOSING,
          POOL_MULTIPLIER,
          POOL_VALIDITY,
          TARGET,
          DUST_HOUR,
          COMPARISON);
}
