package org.dawen.source;

import static org.dawen.intake.ReceivedTables.AVG_VALUE;
import static org.dawen.intake.ReceivedTables.COU_VALUE;
import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.DATA_FLAG;
import static org.dawen.intake.ReceivedTables.FILE_ID;
import static org.dawen.intake.ReceivedTables.HOUR_START;
import static org.dawen.intake.ReceivedTables.MAX_VALUE;
import static org.dawen.intake.ReceivedTables.MIN_VALUE;
import static org.dawen.intake.ReceivedTables.RECORD_NO;
import static org.dawen.intake.ReceivedTables.REQUEST_NO;
import static org.dawen.intake.ReceivedTables.ZS_AVG_VALUE;
import static org.dawen.lake.Column.AS_ROW;
import static org.dawen.lake.Column.NUMBER;
import static org.dawen.lake.Column.civilTime;
import static org.dawen.lake.Column.count;
import static org.dawen.lake.Column.day;
import static org.dawen.lake.Column.decimal;
import static org.dawen.lake.Column.instant;
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

/** Hours of the outlets of pollution sources (污染源排口) and the hours above the limit. */
public final class SourceTables {
  private SourceTables() {}

  public static final Column OUTLET_CODE = RegistryTables.OUTLET_CODE.required();
  public static final Column POLLUTANT_CODE =
      RegistryTables.POLLUTANT_CODE
          .says("Factor, HJ 212-2017 annex B; auxiliary and unknown factors are rows too.", "污染物编码")
          .required();
  public static final Column ENTERPRISE_CODE = RegistryTables.ENTERPRISE_CODE;
  public static final Column COUNTY_CODE = RegistryTables.COUNTY_CODE;
  public static final Column MEDIUM = RegistryTables.MEDIUM;
  public static final Column UNIT =
      text("unit")
          .says(
              "Unit of the values of this row, HJ 212-2017 annex B; where the unit printed there is"
                  + " not the one devices send (NH3, fine dust), that of the limit; null: not"
                  + " known.",
              "单位");

  public static final Column MARK_KIND =
      text("mark_kind")
          .says(
              "Kind of the enterprise's mark that touches the hour, its own before one for all"
                  + " pollutants, then the earlier; null: none.",
              "标记类型");
  public static final Column O2_PERCENT =
      decimal("o2_percent", 18, 8)
          .unit("%")
          .says("Oxygen (a19001) of the same outlet and hour if its flag is N.", "含氧量");

  /** Why a value is not judged, in the order in which the reasons are asked. */
  public enum Unjudgeable {
    /** The packet carries no flag for the factor. */
    FLAG_MISSING,
    /** The device's flag is not N, HJ 212-2017 table 8. */
    FLAG_NOT_NORMAL,
    /** A mark of the enterprise touches the hour. */
    MARKED,
    /** Flue gas: minutes are known and fewer than 45 of them are valid, HJ 212-2017 annex D. */
    MINUTES_TOO_FEW,
    /** Waste water: a minute record of the hour is abnormal, HJ 212-2017 annex D. */
    MINUTES_ABNORMAL,
    /** Neither a mean nor a converted mean was sent. */
    VALUE_MISSING,
    /** The limit needs a conversion and the oxygen of the hour is 21 % and more, or negative. */
    O2_OUT_OF_RANGE,
    /** The limit needs a conversion, the device sent none, and the hour has no valid oxygen. */
    O2_MISSING,
    /** A concentration, a flow, a share or a pH below zero. */
    NEGATIVE_VALUE,
    /** The limit stands in a unit that cannot be converted to that of the values. */
    LIMIT_UNIT_MISMATCH
  }

  public static final Column IS_JUDGEABLE =
      truth("is_judgeable")
          .required()
          .says("The value may be judged; says nothing about whether a limit exists.", "是否可判定");
  public static final Column UNJUDGEABLE_REASON =
      text("unjudgeable_reason")
          .oneOf(List.of(Unjudgeable.values()).stream().map(Enum::name).toList())
          .says("First reason against judging the value; null: judgeable.", "不可判定原因");

  public static final Column VALID_MINUTES =
      count("valid_minutes")
          .unit("min")
          .says(
              "Valid minute records (CN 2051) of factor and hour times their interval, at most 60;"
                  + " null: none were sent, or their interval cannot be told.",
              "有效分钟数");
  public static final Column FIRST_RECEIVED_AT =
      instant("first_received_at")
          .says("When the first revision was received; null: none tells.", "首次接收时间");
  public static final Column FLAG_IN_TIME =
      text("flag_in_time")
          .says(
              "Flag as received by 13:00 of the next day, empty if it had none; null: nothing was"
                  + " received by then, or no revision tells its time of receipt.",
              "即时数据标记");

  /** Which of the reported values is judged. */
  public enum Basis {
    /** The mean as measured: the limit has no reference oxygen. */
    AVG,
    /** The mean the device has converted to the reference oxygen. */
    ZS_AVG,
    /** The mean converted here, because the device sent no converted one. */
    ZS_COMPUTED
  }

  public static final Column JUDGED_VALUE =
      decimal("judged_value", 20, 10)
          .unit(AS_ROW)
          .says(
              "Value compared with the limit, unrounded; a conversion is shown at ten decimals and"
                  + " compared exactly; null: not judgeable, or no limit.",
              "判定值");
  public static final Column VALUE_BASIS =
      text("value_basis")
          .oneOf(List.of(Basis.values()).stream().map(Enum::name).toList())
          .says(
              "What the judged value is: the mean, the converted mean as reported (折算值), or"
                  + " Avg·(21−reference)/(21−O2) where none was sent; HJ 212-2017 annex D.",
              "判定依据");

  public static final Column LIMIT_VALUE =
      decimal("limit_value", 18, 8)
          .unit(AS_ROW)
          .says("Upper hour limit in force; null: none.", "小时限值");
  public static final Column LOWER_LIMIT_VALUE =
      decimal("lower_limit_value", 18, 8)
          .unit(AS_ROW)
          .says("Lower hour limit in force where a range is set (pH).", "小时下限");
  public static final Column LIMIT_PERIOD =
      text("limit_period")
          .oneOf(List.of("hour"))
          .says("Mean the limit judges: an hour is judged by hour limits only.", "考核周期");
  public static final Column REFERENCE_O2_PERCENT =
      RegistryTables.REFERENCE_O2_PERCENT.says(
          "Reference oxygen of the limit; of a regional limit without one, that of the process;"
              + " null: judged as measured.",
          "基准含氧量");
  public static final Column LIMIT_ID =
      text("limit_id")
          .says(
              "Limit in force: permit/<document>/<outlet>/<pollutant>/<period>, else limit_id of"
                  + " standards/emission_limits.csv.",
              "限值编号");
  public static final Column LIMIT_LEVEL =
      text("limit_level")
          .oneOf(List.of("permit", "local", "national"))
          .says("Where the limit comes from; permits go before local before national.", "限值层级");
  public static final Column LIMIT_CONFIDENCE =
      text("limit_confidence")
          .oneOf(List.of("V", "M", "U", "P"))
          .says(
              "How well limit and reference oxygen are known: V verified, M recalled, U unsure, P"
                  + " our choice; a permit of the registry is V.",
              "限值可信度");
  public static final Column IS_PROVISIONAL =
      truth("is_provisional")
          .says("The limit is not verified, so the verdict is provisional.", "是否暂定");
  public static final Column IS_ABOVE_LIMIT =
      truth("is_above_limit")
          .says(
              "Strictly above the hour limit, or outside the range of pH; equal complies; null: not"
                  + " judgeable, or no hour limit.",
              "是否超标");
  public static final Column TIMES_OVER_LIMIT =
      decimal("times_over_limit", 18, 8)
          .unit(NUMBER)
          .says("Judged value / limit − 1; null: not judged, or a range of pH.", "超标倍数");
  public static final Column DAY_LIMIT_VALUE =
      decimal("day_limit_value", 18, 8)
          .unit(AS_ROW)
          .says(
              "Upper limit of the day's mean in force. Of limits that hold under a condition nobody"
                  + " reports the most lenient; that of ammonia by the day's mean water"
                  + " temperature (w01010) where it is sent.",
              "日均限值");
  public static final Column DAY_LOWER_LIMIT_VALUE =
      decimal("day_lower_limit_value", 18, 8)
          .unit(AS_ROW)
          .says("Lower limit of the day's mean where a range is set (pH).", "日均下限");
  public static final Column DAY_LIMIT_ID =
      text("day_limit_id").says("Day limit in force, named as in limit_id.", "日均限值编号");
  public static final Column DAY_REFERENCE_O2_PERCENT =
      decimal("day_reference_o2_percent", 6, 3)
          .unit("%")
          .says(
              "Reference oxygen of the day limit, as reference_o2_percent; null: as measured, or no"
                  + " day limit.",
              "日均基准含氧量");
  public static final Column DAY_LIMIT_CONFIDENCE =
      text("day_limit_confidence")
          .oneOf(List.of("V", "M", "U", "P"))
          .says("How well the day limit is known, as limit_confidence.", "日均限值可信度");
  public static final Column IS_ABOVE_DAY_LIMIT =
      truth("is_above_day_limit")
          .says(
              "The hour is outside the limit of the day's mean: a screening hit, not an"
                  + " exceedance; null: not judgeable, or no day limit.",
              "是否高于日均限值");

  public static final Column REVISION_COUNT =
      count(Revisions.REVISION_COUNT)
          .required()
          .says(
              "Packets received that name factor and hour; one that names it twice and contradicts"
                  + " itself counts twice.",
              "版本数");
  public static final Column LATER_EMPTY_FLAG =
      text("later_empty_flag")
          .says(
              "Flag of the latest group that came after the one in force with neither mean nor"
                  + " converted mean, where it differs; such a group takes nothing back; null:"
                  + " none came.",
              "后续空值标记");
  public static final Column HOUR_RECORD_COUNT =
      whole(Revisions.RECORD_COUNT)
          .required()
          .says(
              "Packets the row rests on: the one in force, other parts of it that complete it, and"
                  + " the one of the oxygen if it is another.",
              "依据记录数");
  public static final Column IS_DECIDED_BY_PATH =
      truth(Revisions.IS_DECIDED_BY_PATH)
          .required()
          .says(
              "Values differ and only path, record number and place in the packet decided.",
              "是否仅凭路径取舍");

  public static final Table OUTLET_HOUR =
      table("source.outlet_hour")
          .says(
              "One row per registered outlet, factor and hour received: the group in force,"
                  + " whether it may be judged, and the limit in force.")
          .key(OUTLET_CODE, POLLUTANT_CODE, HOUR_START)
          .day(DATA_DAY)
          .layout(Layout.BY_MONTH)
          .asTheyCome()
          .from(
              "received.hj212",
              "registry.outlet",
              "registry.limit",
              "registry.mark",
              "standards/emission_limits.csv",
              "standards/hj212_factors.csv")
          .warns(
              "Self-reported by the enterprise's device",
              "Changes when late or corrected packets arrive",
              "Many limits of standards are recalled, not checked against the text: see"
                  + " limit_confidence",
              "An hour above a day limit is a screening hit, not an exceedance")
          .columns(
              OUTLET_CODE,
              POLLUTANT_CODE,
              HOUR_START,
              DATA_DAY,
              ENTERPRISE_CODE,
              COUNTY_CODE,
              MEDIUM,
              UNIT,
              AVG_VALUE,
              ZS_AVG_VALUE,
              MIN_VALUE,
              MAX_VALUE,
              COU_VALUE,
              DATA_FLAG,
              MARK_KIND,
              O2_PERCENT,
              VALID_MINUTES,
              IS_JUDGEABLE,
              UNJUDGEABLE_REASON,
              JUDGED_VALUE,
              VALUE_BASIS,
              LIMIT_VALUE,
              LOWER_LIMIT_VALUE,
              LIMIT_PERIOD,
              REFERENCE_O2_PERCENT,
              LIMIT_ID,
              LIMIT_LEVEL,
              LIMIT_CONFIDENCE,
              IS_PROVISIONAL,
              IS_ABOVE_LIMIT,
              TIMES_OVER_LIMIT,
              DAY_LIMIT_VALUE,
              DAY_LOWER_LIMIT_VALUE,
              DAY_LIMIT_ID,
              DAY_REFERENCE_O2_PERCENT,
              DAY_LIMIT_CONFIDENCE,
              IS_ABOVE_DAY_LIMIT,
              FIRST_RECEIVED_AT,
              FLAG_IN_TIME,
              LATER_EMPTY_FLAG,
              REVISION_COUNT,
              HOUR_RECORD_COUNT,
              IS_DECIDED_BY_PATH,
              REQUEST_NO,
              FILE_ID,
              RECORD_NO);

  public static final Column MN = RegistryTables.MN.required();
  public static final Column RECORD_COUNT =
      whole("record_count")
          .required()
          .says("Data packets of the day, parts of split packets one by one.", "记录数");
  public static final Column FIRST_FILE_ID =
      text("first_file_id")
          .required()
          .says("First in the order of paths of the files that name the device.", "首个来源文件");

  public static final Table UNKNOWN_OUTLET =
      table("source.unknown_outlet")
          .says("One row per device number and day received without an outlet valid that day.")
          .key(MN, DATA_DAY)
          .day(DATA_DAY)
          .from("received.hj212", "registry.outlet")
          .columns(MN, DATA_DAY, RECORD_COUNT, FIRST_FILE_ID);

  /** What is wrong with packets that are right by themselves. */
  public enum Finding {
    /** Parts of a split packet are missing. */
    INCOMPLETE_SPLIT,
    /** DataTime lies so far from the time of receipt that the device's clock must be off. */
    CLOCK_OFF
  }

  public static final Column FINDING =
      text("finding")
          .oneOf(List.of(Finding.values()).stream().map(Enum::name).toList())
          .required()
          .says("What was found.", "问题类型");
  public static final Column FINDING_TEXT =
      text("finding_text").says("The figures behind it.", "问题说明");

  public static final Table PACKET_FINDING =
      table("source.packet_finding")
          .says(
              "One row per device, day and kind of finding: split packets whose parts are missing,"
                  + " clocks that are off.")
          .key(MN, DATA_DAY, FINDING)
          .day(DATA_DAY)
          .from("received.hj212")
          .columns(MN, DATA_DAY, FINDING, RECORD_COUNT, FINDING_TEXT, FIRST_FILE_ID, RECORD_NO);

  public static final Column EXCESS_MASS_KG =
      decimal("excess_mass_kg", 18, 6)
          .unit("kg")
          .says(
              "Amount of the hour beyond the limit, Cou · (1 − limit/judged value); null: no amount"
                  + " was sent, or a range of pH.",
              "超标排放量");
  public static final Column PREVIOUS_HOUR_COMPLIES =
      truth("previous_hour_complies")
          .says(
              "The hour before was judged and complied; null: it lies on another day.", "前一小时是否达标");
  public static final Column NEXT_HOUR_COMPLIES =
      truth("next_hour_complies")
          .says("The hour after was judged and complied; null: another day.", "后一小时是否达标");

  public static final Table EXCEEDANCE_HOUR =
      table("source.exceedance_hour")
          .says(
              "One row per outlet, pollutant and hour in which a judgeable mean was above the limit"
                  + " in force.")
          .key(OUTLET_CODE, POLLUTANT_CODE, HOUR_START)
          .day(DATA_DAY)
          .layout(Layout.BY_YEAR)
          .from("source.outlet_hour")
          .warns(
              "Self-reported by the enterprise's device",
              "Changes when late or corrected packets arrive",
              "Provisional where the limit is not verified")
          .columns(
              OUTLET_CODE,
              POLLUTANT_CODE,
              HOUR_START,
              DATA_DAY,
              ENTERPRISE_CODE,
              COUNTY_CODE,
              JUDGED_VALUE.required(),
              UNIT,
              VALUE_BASIS.required(),
              LIMIT_VALUE,
              LOWER_LIMIT_VALUE,
              TIMES_OVER_LIMIT,
              EXCESS_MASS_KG,
              LIMIT_ID.required(),
              LIMIT_LEVEL.required(),
              LIMIT_CONFIDENCE.required(),
              IS_PROVISIONAL.required(),
              PREVIOUS_HOUR_COMPLIES,
              NEXT_HOUR_COMPLIES,
              FILE_ID,
              RECORD_NO);

  public static final Column EPISODE_START =
      civilTime("episode_start").required().says("Start of its first exceeding hour.", "开始时间");
  public static final Column EPISODE_END =
      civilTime("episode_end").required().says("End of its last exceeding hour.", "结束时间");
  public static final Column EXCEEDING_HOURS =
      whole("exceeding_hours").unit("h").required().says("Hours above the hour limit.", "超标小时数");
  public static final Column BRIDGED_HOURS =
      whole("bridged_hours")
          .unit("h")
          .required()
          .says("Hours inside that could not be judged; they count for nothing.", "不可判定小时数");
  public static final Column MOST_TIMES_OVER_LIMIT =
      decimal("most_times_over_limit", 18, 8)
          .unit(NUMBER)
          .says("Largest multiple; null for pH.", "最大超标倍数");
  public static final Column MEAN_TIMES_OVER_LIMIT =
      decimal("mean_times_over_limit", 20, 10)
          .unit(NUMBER)
          .says("Mean of the multiples of the exceeding hours; null for pH.", "平均超标倍数");

  public static final Table EXCEEDANCE_EPISODE =
      table("source.exceedance_episode")
          .says(
              "One row per outlet, pollutant and run of exceeding hours; one hour that cannot be"
                  + " judged neither counts nor ends it, two end it.")
          .key(OUTLET_CODE, POLLUTANT_CODE, EPISODE_START)
          .day(DATA_DAY)
          .from("source.exceedance_hour")
          .warns(
              "data_day is the day of the last exceeding hour: an episode that goes on moves to the"
                  + " next day",
              "Self-reported by the enterprise's device",
              "Provisional where a limit is not verified")
          .columns(
              OUTLET_CODE,
              POLLUTANT_CODE,
              EPISODE_START,
              EPISODE_END,
              DATA_DAY,
              ENTERPRISE_CODE,
              COUNTY_CODE,
              EXCEEDING_HOURS,
              BRIDGED_HOURS,
              MOST_TIMES_OVER_LIMIT,
              MEAN_TIMES_OVER_LIMIT,
              EXCESS_MASS_KG.says(
                  "Sum over the hours that sent an amount; null: none did.", "超标排放量"),
              IS_PROVISIONAL.required().says("A limit in it is not verified.", "是否暂定"));

  private static Column hours(String name, String says, String chinese) {
    return whole(name).unit("h").required().says(says, chinese);
  }

  public static final Column DUE_HOURS =
      hours("due_hours", "Hours of the day less those of a shutdown (mark, or flag F).", "应传小时数");
  public static final Column RECEIVED_HOURS =
      hours("received_hours", "Due hours for which a packet was received.", "实传小时数");
  public static final Column VALID_HOURS =
      hours("valid_hours", "Due hours whose value is judgeable.", "有效小时数");
  public static final Column JUDGED_HOURS =
      hours("judged_hours", "Hours judged by an hour limit.", "判定小时数");
  public static final Column IS_VALID_DAY =
      truth("is_valid_day")
          .required()
          .says(
              "Enough valid hours for a day's mean: gas 20 (HJ 212-2017 annex D), water 75 % of the"
                  + " due hours (HJ 356-2019, recalled).",
              "日均值是否有效");
  public static final Column DAY_MEAN_VALUE =
      decimal("day_mean_value", 20, 10)
          .unit(AS_ROW)
          .says(
              "Mean of the valid hours; of water weighted by the hour's flow where every valid hour"
                  + " has one; null: no valid day.",
              "日均值");

  /** What a day's mean is made of. */
  public enum DayBasis {
    /** Mean of measured hour means. */
    AVG,
    /** Mean of hour means converted to the reference oxygen. */
    ZS_AVG,
    /** Mean weighted by the hour's flow. */
    FLOW_WEIGHTED
  }

  public static final Column DAY_MEAN_BASIS =
      text("day_mean_basis")
          .oneOf(List.of(DayBasis.values()).stream().map(Enum::name).toList())
          .says("What the day's mean is made of.", "日均值依据");
  public static final Column IS_DAY_ABOVE_LIMIT =
      truth("is_day_above_limit")
          .says(
              "The day's mean is outside the day limit; equal complies; null: no valid day, or no"
                  + " day limit.",
              "日均值是否超标");
  public static final Column DAY_TIMES_OVER_LIMIT =
      decimal("day_times_over_limit", 18, 8)
          .unit(NUMBER)
          .says("Day's mean / day limit − 1; null: not judged, or a range of pH.", "日均值超标倍数");
  public static final Column IS_COMPLIANT =
      truth("is_compliant")
          .says(
              "No judged hour and no judged day mean was outside its limit; null: nothing was"
                  + " judged.",
              "是否达标");
  public static final Column IS_COMPLIANT_CONFIRMED =
      truth("is_compliant_confirmed")
          .says(
              "The same by verified limits alone; null: none of them judged anything.",
              "是否达标(已核实)");
  public static final Column MASS_KG =
      decimal("mass_kg", 18, 6)
          .unit("kg")
          .says("Sum of Cou of the valid hours (of flow: m³); null: none sent one.", "有效排放量");
  public static final Column SUBSTITUTED_HOURS =
      hours("substituted_hours", "Due hours whose mass was replaced by HJ 75-2017.", "替代小时数");
  public static final Column SUBSTITUTED_MASS_KG =
      decimal("substituted_mass_kg", 18, 6)
          .unit("kg")
          .says("Mass put in for those hours; null: none.", "替代排放量");
  public static final Column SUBSTITUTION_RULE =
      text("substitution_rule")
          .says(
              "Rules applied, joined by +: MAX_180, MAX_720 (capture rate 90 % and more, up to and"
                  + " above 24 hours lost), MAX_2160 (75 to 90 %), NONE_BELOW_75, NO_HISTORY.",
              "替代规则");
  public static final Column CAPTURE_RATE_PERCENT =
      decimal("capture_rate_percent", 12, 6)
          .unit("%")
          .says(
              "Valid share of the due hours of the quarter up to and with this day (有效数据捕集率);"
                  + " null: nothing was due.",
              "季度有效数据捕集率");
  public static final Column TOTAL_MASS_KG =
      decimal("total_mass_kg", 18, 6)
          .unit("kg")
          .says("Valid and substituted mass; null: neither.", "日排放量");

  public static final Table OUTLET_DAY =
      table("source.outlet_day")
          .says(
              "One row per outlet, pollutant and day that is due or was received: the day's mean,"
                  + " its verdict, and the mass.")
          .key(OUTLET_CODE, POLLUTANT_CODE, DATA_DAY)
          .day(DATA_DAY)
          .layout(Layout.BY_YEAR)
          .from("source.outlet_hour", "registry.outlet", "registry.limit", "registry.mark")
          .warns(
              "Self-reported by the enterprise's device",
              "A day is due if any registered outlet of the city sent hours for it, or for one of"
                  + " the seven days after it",
              "Of the last day the substitution is preliminary: a failure may go on",
              "Provisional where the limit is not verified")
          .columns(
              OUTLET_CODE,
              POLLUTANT_CODE,
              DATA_DAY,
              ENTERPRISE_CODE,
              COUNTY_CODE,
              MEDIUM,
              UNIT,
              DUE_HOURS,
              RECEIVED_HOURS,
              VALID_HOURS,
              IS_VALID_DAY,
              DAY_MEAN_VALUE,
              DAY_MEAN_BASIS,
              DAY_LIMIT_VALUE,
              DAY_LOWER_LIMIT_VALUE,
              DAY_LIMIT_ID,
              DAY_LIMIT_CONFIDENCE,
              IS_DAY_ABOVE_LIMIT,
              DAY_TIMES_OVER_LIMIT,
              JUDGED_HOURS,
              EXCEEDING_HOURS,
              IS_COMPLIANT,
              IS_COMPLIANT_CONFIRMED,
              IS_PROVISIONAL,
              MASS_KG,
              SUBSTITUTED_HOURS,
              SUBSTITUTED_MASS_KG,
              SUBSTITUTION_RULE,
              CAPTURE_RATE_PERCENT,
              TOTAL_MASS_KG);

  /** Areas of monthly figures, smallest first. */
  public static final Column AREA_LEVEL =
      text("area_level")
          .oneOf(List.of("outlet", "enterprise", "county", "city"))
          .required()
          .says("What the row is about.", "统计层级");

  public static final Column AREA_CODE = text("area_code").required().says("Its code.", "统计对象编码");
  public static final Column MONTH_START =
      day("month_start").required().says("First day of the month.", "月份");

  private static Column rate(String name, String says, String chinese) {
    return decimal(name, 14, 8).unit("%").says(says, chinese);
  }

  public static final Table TRANSMISSION_MONTH =
      table("source.transmission_month")
          .says(
              "One row per outlet, enterprise, county or city and month: how much of the data due"
                  + " was received and valid; areas are ratios of sums.")
          .key(AREA_LEVEL, AREA_CODE, MONTH_START)
          .day(MONTH_START)
          .from("source.outlet_hour", "registry.outlet", "registry.limit", "registry.mark")
          .warns(
              "Due are the days from the first to the last of the month for which any registered"
                  + " outlet of the city sent hours",
              "Due pollutants are those with a limit that the outlet sent at least once that month",
              "The division is inferred from the national interface, not read in a text")
          .columns(
              AREA_LEVEL,
              AREA_CODE,
              MONTH_START,
              whole("due_hours").unit("h").required().says("Outlet-hours due.", "应传小时数"),
              whole("received_hours").unit("h").required().says("Of these, received.", "实传小时数"),
              whole("valid_hours")
                  .unit("h")
                  .required()
                  .says("Of these, with every due pollutant valid.", "有效小时数"),
              rate("transmission_rate_percent", "Received / due.", "数据传输率"),
              rate("effective_rate_percent", "Valid / received; null: none received.", "数据有效率"),
              rate(
                  "transmission_effective_rate_percent",
                  "Product of the two, valid / due.",
                  "数据传输有效率"),
              whole("immediate_due_hours")
                  .unit("h")
                  .required()
                  .says(
                      "Due outlet-hours of outlets whose packets tell times of receipt.",
                      "即时应传小时数"),
              whole("immediate_received_hours")
                  .unit("h")
                  .required()
                  .says("Of these, received by 13:00 of the next day.", "即时实传小时数"),
              whole("immediate_valid_hours")
                  .unit("h")
                  .required()
                  .says("Of these, valid as received by then.", "即时有效小时数"),
              rate("immediate_transmission_rate_percent", "As received by then.", "即时数据传输率"),
              rate("immediate_effective_rate_percent", "As received by then.", "即时数据有效率"),
              rate(
                  "immediate_transmission_effective_rate_percent",
                  "As received by then; null: no times of receipt.",
                  "即时数据传输有效率"));

  public static final Table ACCURACY_MONTH =
      table("source.accuracy_month")
          .says(
              "One row per outlet, enterprise, county or city and month: comparison tests passed of"
                  + " those due.")
          .key(AREA_LEVEL, AREA_CODE, MONTH_START)
          .day(MONTH_START)
          .from("registry.comparison", "registry.outlet", "registry.county")
          .warns("The formula of the data accuracy rate was not found: passed / due is our choice")
          .columns(
              AREA_LEVEL,
              AREA_CODE,
              MONTH_START,
              whole("due_count").required().says("Comparison tests due.", "应比对次数"),
              whole("passed_count").required().says("Of these, passed.", "合格次数"),
              rate("accuracy_rate_percent", "Passed / due.", "数据准确率"));

  public static final Column PLANT_GROUP =
      text("plant_group")
          .required()
          .says(
              "Kind of plant by industry: sewage_plant (污水处理厂), power, cement,"
                  + " waste_incineration, other_gas, other_water.",
              "企业类别");

  public static final Table COMPLIANCE_MONTH =
      table("source.compliance_month")
          .says(
              "One row per kind of plant, area and month: outlet-days that complied of those judged"
                  + " (污水处理厂达标率 among them).")
          .key(PLANT_GROUP, AREA_LEVEL, AREA_CODE, MONTH_START)
          .day(MONTH_START)
          .from("source.outlet_day", "registry.outlet", "registry.county")
          .warns("Contains provisional verdicts: see provisional_days")
          .columns(
              PLANT_GROUP,
              AREA_LEVEL,
              AREA_CODE,
              MONTH_START,
              whole("outlet_count").required().says("Outlets with a judged day.", "排口数"),
              whole("judged_days").unit("d").required().says("Outlet-days judged.", "判定天数"),
              whole("compliant_days")
                  .unit("d")
                  .required()
                  .says("Of these, with no judged value outside its limit.", "达标天数"),
              whole("provisional_days")
                  .unit("d")
                  .required()
                  .says("Of the judged, those with a limit that is not verified.", "暂定天数"),
              rate("compliance_rate_percent", "Compliant / judged.", "达标率"),
              whole("confirmed_judged_days")
                  .unit("d")
                  .required()
                  .says("Outlet-days judged by a limit that is verified.", "已核实判定天数"),
              whole("confirmed_compliant_days")
                  .unit("d")
                  .required()
                  .says("Of these, with no value outside such a limit.", "已核实达标天数"),
              rate(
                  "confirmed_compliance_rate_percent",
                  "Compliant / judged by verified limits alone; what feeds show.",
                  "已核实达标率"));

  /** Screening rules for series that look made up; thresholds in jobs/nightly.yaml. */
  public enum SuspectRule {
    /** The same value hour after hour. */
    FLAT_LINE,
    /** Hours lie close together just under the limit. */
    FLAT_TOP,
    /** The day repeats an earlier one. */
    COPIED_DAY,
    /** A day of few distinct values. */
    QUANTISED,
    /** Oxygen rises while concentrations fall. */
    DILUTION,
    /** Ammonia above total nitrogen. */
    NH3N_ABOVE_TN,
    /** A flag begins when the values head over the limit. */
    FLAG_COVERS_RISE,
    /** The converted value does not follow from the oxygen. */
    ZS_NOT_CONSISTENT,
    /** The amount does not follow from concentration and flow. */
    MASS_NOT_CONSISTENT
  }

  public static final Column SUSPECT_RULE =
      text("suspect_rule")
          .oneOf(List.of(SuspectRule.values()).stream().map(Enum::name).toList())
          .required()
          .says("Screening rule that tripped.", "筛查规则");
  public static final Column FIRST_HOUR =
      civilTime("first_hour").required().says("Start of the first hour concerned.", "首个小时");
  public static final Column LAST_HOUR =
      civilTime("last_hour").required().says("Start of the last hour concerned.", "末个小时");
  public static final Column SUSPECT_HOURS = hours("suspect_hours", "Hours concerned.", "可疑小时数");
  public static final Column SUSPECT_FIGURES =
      text("suspect_figures").required().says("The figures that tripped the rule.", "可疑依据");

  public static final Table SUSPECT_SERIES =
      table("source.suspect_series")
          .says(
              "One row per outlet, pollutant, day and screening rule that the reported series"
                  + " trips.")
          .key(OUTLET_CODE, POLLUTANT_CODE, DATA_DAY, SUSPECT_RULE)
          .day(DATA_DAY)
          .from("source.outlet_hour")
          .warns("Screening by thresholds of ours, not law: a reason to look, not a finding")
          .columns(
              OUTLET_CODE,
              POLLUTANT_CODE,
              DATA_DAY,
              SUSPECT_RULE,
              ENTERPRISE_CODE,
              COUNTY_CODE,
              FIRST_HOUR,
              LAST_HOUR,
              SUSPECT_HOURS,
              SUSPECT_FIGURES);

  public static final List<Table> ALL =
      List.of(
          OUTLET_HOUR,
          UNKNOWN_OUTLET,
          PACKET_FINDING,
          EXCEEDANCE_HOUR,
          EXCEEDANCE_EPISODE,
          OUTLET_DAY,
          TRANSMISSION_MONTH,
          ACCURACY_MONTH,
          COMPLIANCE_MONTH,
          SUSPECT_SERIES);
}
