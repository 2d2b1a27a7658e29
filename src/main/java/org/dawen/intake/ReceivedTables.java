package org.dawen.intake;

import static org.dawen.lake.Column.civilTime;
import static org.dawen.lake.Column.count;
import static org.dawen.lake.Column.day;
import static org.dawen.lake.Column.decimal;
import static org.dawen.lake.Column.instant;
import static org.dawen.lake.Column.text;
import static org.dawen.lake.Column.whole;
import static org.dawen.lake.Table.table;

import java.util.List;
import org.dawen.lake.Column;
import org.dawen.lake.Layout;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryTables;

/**
 * Received values: every readable record as it came, typed, with file and record number. Nothing is
 * judged, replaced or thrown away here; several revisions of one value stand side by side.
 */
public final class ReceivedTables {
  private ReceivedTables() {}

  public static final Column DATA_DAY =
      day("data_day").required().says("Civil day (Asia/Shanghai) the numbers belong to.", "数据日期");
  public static final Column HOUR_START =
      civilTime("hour_start").required().says("Start of the hour, Beijing time.", "小时起始");
  public static final Column RECEIVED_AT =
      instant("received_at")
          .says("Time of receipt the record itself tells; null: it tells none.", "接收时间");
  public static final Column FILE_ORDER =
      text("file_order")
          .required()
          .says(
              "Time stamp and revision in the file's name, sortable: a later one corrects an"
                  + " earlier one.",
              "文件次序");
  public static final Column FILE_ID = RegistryTables.FILE_ID;
  public static final Column RECORD_NO = RegistryTables.RECORD_NO;

  private static Column concentration(String name, String unit, String what, String chinese) {
    return decimal(name, 14, 6).unit(unit).says(what + " as received; null: missing.", chinese);
  }

  public static final Column SO2_UG_M3 = concentration("so2_ug_m3", "µg/m³", "SO2", "二氧化硫");
  public static final Column NO2_UG_M3 = concentration("no2_ug_m3", "µg/m³", "NO2", "二氧化氮");
  public static final Column CO_MG_M3 = concentration("co_mg_m3", "mg/m³", "CO", "一氧化碳");
  public static final Column O3_UG_M3 = concentration("o3_ug_m3", "µg/m³", "O3", "臭氧");
  public static final Column PM10_UG_M3 = concentration("pm10_ug_m3", "µg/m³", "PM10", "可吸入颗粒物");
  public static final Column PM2_5_UG_M3 = concentration("pm2_5_ug_m3", "µg/m³", "PM2.5", "细颗粒物");
  public static final Column O3_8H_UG_M3 =
      concentration("o3_8h_ug_m3", "µg/m³", "Largest 8-hour mean of O3", "臭氧日最大8小时");

  public static final Column PUBLISHED_AQI =
      count("published_aqi").says("AQI the publisher gave with the values.", "发布AQI");
  public static final Column PUBLISHED_PRIMARY =
      text("published_primary_pollutant")
          .says("Primary pollutant the publisher gave, as written.", "发布首要污染物");
  public static final Column PUBLISHED_CLASS =
      text("published_class").says("Class the publisher gave, as written.", "发布级别");

  public static final Table AIR =
      table("received.air")
          .says("One row per record of an air station's hour as received.")
          .withoutKey("revisions of one hour stand side by side")
          .day(DATA_DAY)
          .layout(Layout.BY_YEAR)
          .from("landing/air")
          .columns(
              RegistryTables.STATION_CODE.required(),
              HOUR_START,
              DATA_DAY,
              SO2_UG_M3,
              NO2_UG_M3,
              CO_MG_M3,
              O3_UG_M3,
              PM10_UG_M3,
              PM2_5_UG_M3,
              PUBLISHED_AQI,
              PUBLISHED_PRIMARY,
              PUBLISHED_CLASS,
              RECEIVED_AT,
              FILE_ORDER,
              FILE_ID,
              RECORD_NO);

  public static final Table AIR_CITY_DAY =
      table("received.air_city_day")
          .says("One row per record of a city's day as received.")
          .withoutKey("revisions of one day stand side by side")
          .day(DATA_DAY)
          .from("landing/air")
          .columns(
              RegistryTables.CITY_CODE.required(),
              RegistryTables.CITY_NAME,
              DATA_DAY,
              SO2_UG_M3,
              NO2_UG_M3,
              CO_MG_M3,
              O3_8H_UG_M3,
              PM10_UG_M3,
              PM2_5_UG_M3,
              RECEIVED_AT,
              FILE_ORDER,
              FILE_ID,
              RECORD_NO);

  private static Column packetValue(String name, String field, String chinese) {
    return decimal(name, 18, 8)
        .unit(Column.AS_ROW)
        .says(
            "Field "
                + field
                + " as received, at most eight decimals; unit by factor; null: not sent.",
            chinese);
  }

  public static final Column DATA_TIME =
      civilTime("data_time")
          .required()
          .says("DataTime: start of the period, Beijing time; HJ 212-2017 6.4.", "数据时间");
  public static final Column SYSTEM_CODE =
      text("system_code").says("ST, HJ 212-2017 6.6.1.", "系统编码");
  public static final Column COMMAND_CODE =
      text("command_code").required().says("CN, HJ 212-2017 6.6.5: 2061 hour data.", "命令编码");
  public static final Column REQUEST_NO =
      text("request_no").says("QN, 17 digits; null in packets of 2005.", "请求编码");
  public static final Column PACKET_COUNT =
      count("packet_count").says("PNUM of a split packet; null: whole.", "总包数");
  public static final Column PACKET_NO =
      count("packet_no").says("PNO of a split packet; null: whole.", "包号");
  public static final Column FACTOR_CODE =
      text("factor_code")
          .required()
          .says("Factor, code of 2017 where one is known, else as sent.", "因子编码");
  public static final Column FACTOR_CODE_SENT =
      text("factor_code_sent").required().says("Factor code as sent.", "原始因子编码");
  public static final Column GROUP_NO =
      count("group_no").required().says("Place of the factor in the packet, from 1.", "组号");
  public static final Column RTD_VALUE = packetValue("rtd_value", "Rtd", "实时值");
  public static final Column MIN_VALUE = packetValue("min_value", "Min", "最小值");
  public static final Column AVG_VALUE = packetValue("avg_value", "Avg", "平均值");
  public static final Column MAX_VALUE = packetValue("max_value", "Max", "最大值");
  public static final Column ZS_RTD_VALUE = packetValue("zs_rtd_value", "ZsRtd", "折算实时值");
  public static final Column ZS_MIN_VALUE = packetValue("zs_min_value", "ZsMin", "折算最小值");
  public static final Column ZS_AVG_VALUE = packetValue("zs_avg_value", "ZsAvg", "折算平均值");
  public static final Column ZS_MAX_VALUE = packetValue("zs_max_value", "ZsMax", "折算最大值");
  public static final Column COU_VALUE = packetValue("cou_value", "Cou (in the mass unit)", "累计值");
  public static final Column DATA_FLAG =
      text("data_flag").says("Flag, HJ 212-2017 table 8: N normal, F, M, S, D, C, T, B.", "数据标记");
  public static final Column EXTENSION_FLAG =
      text("extension_flag").says("EFlag, defined by the device.", "扩展标记");
  public static final Column OTHER_FIELDS =
      text("other_fields").says("Fields no column holds, as sent: name=value;…", "其他字段");

  private static final Column[] PACKET_COLUMNS = {
    RegistryTables.MN.required(),
    SYSTEM_CODE,
    COMMAND_CODE,
    DATA_TIME,
    DATA_DAY,
    FACTOR_CODE,
    FACTOR_CODE_SENT,
    GROUP_NO,
    RTD_VALUE,
    MIN_VALUE,
    AVG_VALUE,
    MAX_VALUE,
    ZS_RTD_VALUE,
    ZS_MIN_VALUE,
    ZS_AVG_VALUE,
    ZS_MAX_VALUE,
    COU_VALUE,
    DATA_FLAG,
    EXTENSION_FLAG,
    OTHER_FIELDS,
    REQUEST_NO,
    PACKET_COUNT,
    PACKET_NO,
    RECEIVED_AT,
    FILE_ORDER,
    FILE_ID,
    RECORD_NO
  };

  public static final Table HJ212 =
      table("received.hj212")
          .says(
              "One row per factor of a data packet as received; each part of a split packet too."
                  + " Electricity packets (ST=44) stand in received.power_packet.")
          .withoutKey("revisions of one value stand side by side")
          .day(DATA_DAY)
          .layout(Layout.BY_MONTH)
          .from("landing/hj212")
          .warns("Self-reported by the enterprise's device")
          .columns(PACKET_COLUMNS);

  public static final Table POWER_PACKET =
      table("received.power_packet")
          .says("One row per factor of an electricity packet (ST=44, HJ 212-2025) as received.")
          .withoutKey("revisions of one value stand side by side")
          .day(DATA_DAY)
          .layout(Layout.BY_MONTH)
          .from("landing/hj212")
          .warns("Self-reported by the enterprise's device")
          .columns(PACKET_COLUMNS);

  public static final Column INTERVAL_END =
      civilTime("interval_end").required().says("End of the interval, Beijing time.", "时段结束");
  public static final Column ENERGY_KWH =
      decimal("energy_kwh", 16, 6).unit("kWh").says("Energy of the interval.", "电量");
  public static final Column POWER_KW =
      decimal("power_kw", 14, 6).unit("kW").says("Power the meter gave.", "功率");
  public static final Column CURRENT_A =
      decimal("current_a", 14, 6).unit("A").says("Current the meter gave.", "电流");
  public static final Column VOLTAGE_V =
      decimal("voltage_v", 14, 6).unit("V").says("Voltage the meter gave.", "电压");

  public static final Column INTERVAL_START_SENT =
      civilTime("interval_start_sent")
          .says("Start of the interval as sent, Beijing time; null: not sent.", "时段起始(上报)");
  public static final Column REGISTER_KWH =
      decimal("register_kwh", 16, 6)
          .unit("kWh")
          .says("Cumulative register read at the end of the interval.", "表码");
  public static final Column UA_V = phase("ua_v", "V", "Voltage of phase A", "A相电压");
  public static final Column UB_V = phase("ub_v", "V", "Voltage of phase B", "B相电压");
  public static final Column UC_V = phase("uc_v", "V", "Voltage of phase C", "C相电压");
  public static final Column IA_A = phase("ia_a", "A", "Current of phase A", "A相电流");
  public static final Column IB_A = phase("ib_a", "A", "Current of phase B", "B相电流");
  public static final Column IC_A = phase("ic_a", "A", "Current of phase C", "C相电流");

  private static Column phase(String name, String unit, String what, String chinese) {
    return decimal(name, 14, 6).unit(unit).says(what + ", DL/T 645; null: not sent.", chinese);
  }

  public static final Table POWER =
      table("received.power")
          .says("One row per record of a meter as received: an interval, or a register reading.")
          .withoutKey("revisions of one interval stand side by side")
          .day(DATA_DAY)
          .layout(Layout.BY_MONTH)
          .from("landing/power")
          .columns(
              RegistryTables.METER_CODE.required(),
              INTERVAL_START_SENT,
              INTERVAL_END,
              DATA_DAY,
              ENERGY_KWH,
              REGISTER_KWH,
              POWER_KW,
              CURRENT_A,
              VOLTAGE_V,
              UA_V,
              UB_V,
              UC_V,
              IA_A,
              IB_A,
              IC_A,
              RECEIVED_AT,
              FILE_ORDER,
              FILE_ID,
              RECORD_NO);

  /** Kinds of entries of the indicator pool that are typed in; POOL and EXPIRE are derived. */
  public static final List<String> POOL_KINDS =
      List.of(
          "CERTIFY", "ALLOCATE_COUNTY", "ALLOCATE_CITY", "RETURN", "ADJUST", "TRANSFER", "REVERSE");

  public static final Column ENTRY_NO =
      whole("entry_no").required().says("Number of the entry in the ledger.", "流水号");
  public static final Column ENTRY_KIND =
      text("kind").required().oneOf(POOL_KINDS).says("Kind of the entry.", "业务类型");
  public static final Column OTHER_COUNTY_CODE =
      text("other_county_code").says("Of a transfer the county that receives.", "调入区县代码");
  public static final Column POOL_POLLUTANT_CODE =
      text("pollutant_code").says("Pollutant, name or factor code as received.", "污染物");
  public static final Column MASS_T =
      decimal("mass_t", 12, 4)
          .unit("t")
          .says(
              "Mass as received; of an allocation the project's need before the multiplier, of an"
                  + " adjustment the revised mass; null: not told.",
              "数量");
  public static final Column REDUCTION_YEAR =
      count("reduction_year")
          .says("Year whose task the reduction counts for; null: that of its day.", "减排年度");
  public static final Column PROJECT_CODE = text("project_code").says("Project.", "项目编码");
  public static final Column POOL_MULTIPLIER = RegistryTables.MULTIPLIER;
  public static final Column REFERS_TO_ENTRY_NO =
      whole("refers_to_entry_no").says("Number of the entry this one refers to.", "关联流水号");
  public static final Column POOL_DOCUMENT_NO = RegistryTables.DOCUMENT_NO;
  public static final Column NOTE = text("note").says("Note as received.", "备注");

  public static final Table POOL =
      table("received.pool")
          .says("One row per record of an entry of the indicator pool; the day is the entry's own.")
          .withoutKey("an entry may stand in several files; the ledger says which record counts")
          .day(DATA_DAY)
          .layout(Layout.BY_YEAR)
          .from("landing/pool")
          .columns(
              ENTRY_NO,
              DATA_DAY,
              ENTRY_KIND,
              RegistryTables.COUNTY_CODE,
              OTHER_COUNTY_CODE,
              POOL_POLLUTANT_CODE,
              MASS_T,
              REDUCTION_YEAR,
              PROJECT_CODE,
              POOL_MULTIPLIER,
              REFERS_TO_ENTRY_NO,
              POOL_DOCUMENT_NO,
              NOTE,
              RECEIVED_AT,
              FILE_ORDER,
              FILE_ID,
              RECORD_NO);

  public static final List<Table> ALL =
      List.of(AIR, AIR_CITY_DAY, HJ212, POWER, POWER_PACKET, POOL);
}
