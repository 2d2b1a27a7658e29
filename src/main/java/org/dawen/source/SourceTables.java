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
                  + " reports (water temperature), the most lenient.",
              "日均限值");
  public static final Column DAY_LOWER_LIMIT_VALUE =
      decimal("day_lower_limit_value", 18, 8)
          .unit(AS_ROW)
          .says("Lower limit of the day's mean where a range is set (pH).", "日均下限");
  public static final Column DAY_LIMIT_ID =
      text("day_limit_id").says("Day limit in force, named as in limit_id.", "日均限值编号");
  public static final Column IS_ABOVE_DAY_LIMIT =
      truth("is_above_day_limit")
          .says(
              "The hour is outside the limit of the day's mean: a screening hit, not an"
                  + " exceedance; null: not judgeable, or no day limit.",
              "是否高于日均限值");

  public static final Column REVISION_COUNT =
      count(Revisions.REVISION_COUNT)
          .required()
          .says("Values received for factor and hour, twice in one packet included.", "版本数");
  public static final Column IS_DECIDED_BY_PATH =
      truth(Revisions.IS_DECIDED_BY_PATH)
          .required()
          .says(
              "Values differ and only path, record number and place in the packet decided.",
              "是否仅凭路径取舍");

  public static final Table OUTLET_HOUR =
      table("source.outlet_hour")
          .says(
              "One row per registered outlet, factor and hour received: the revision in force,"
                  + " whether it may be judged, and the limit in force.")
          .key(OUTLET_CODE, POLLUTANT_CODE, HOUR_START)
          .day(DATA_DAY)
          .layout(Layout.BY_MONTH)
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
              IS_ABOVE_DAY_LIMIT,
              REVISION_COUNT,
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
              LIMIT_ID.required(),
              LIMIT_CONFIDENCE.required(),
              IS_PROVISIONAL.required(),
              FILE_ID,
              RECORD_NO);

  public static final List<Table> ALL = List.of(OUTLET_HOUR, UNKNOWN_OUTLET, EXCEEDANCE_HOUR);
}
