package org.dawen.source;

import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.FILE_ID;
import static org.dawen.intake.ReceivedTables.HOUR_START;
import static org.dawen.intake.ReceivedTables.RECEIVED_AT;
import static org.dawen.intake.ReceivedTables.RECORD_NO;
import static org.dawen.lake.Column.AS_ROW;
import static org.dawen.lake.Column.NUMBER;
import static org.dawen.lake.Column.count;
import static org.dawen.lake.Column.decimal;
import static org.dawen.lake.Column.text;
import static org.dawen.lake.Column.whole;
import static org.dawen.lake.Table.table;

import java.util.List;
import org.dawen.lake.Column;
import org.dawen.lake.Layout;
import org.dawen.lake.Table;

/** What later packets took back of exceedances. */
public final class WithdrawnTables {
  private WithdrawnTables() {}

  /** What became of an exceedance. */
  public enum Change {
    /** It is none any more. */
    WITHDRAWN,
    /** It is one still, of another value. */
    CHANGED
  }

  public static final Column VERSION_NO =
      count("version_no")
          .required()
          .says(
              "Version of factor and hour, from 1 in the order of time of receipt, request number,"
                  + " file name, path and record number; packets that change nothing make none.",
              "版本序号");
  public static final Column CHANGE =
      text("change")
          .oneOf(List.of(Change.values()).stream().map(Enum::name).toList())
          .required()
          .says("What this version made of the exceedance of the one before.", "变化类型");
  public static final Column FROM_VALUE =
      decimal("from_value", 20, 10)
          .unit(AS_ROW)
          .required()
          .says("Judged value of the version before, above the limit.", "原判定值");
  public static final Column FROM_TIMES_OVER_LIMIT =
      decimal("from_times_over_limit", 18, 8)
          .unit(NUMBER)
          .says("Its multiple; null for pH.", "原超标倍数");
  public static final Column FROM_FILE_ID =
      text("from_file_id").required().says("File of the packet it came from.", "原来源文件");
  public static final Column FROM_RECORD_NO =
      whole("from_record_no").required().says("Record in that file.", "原记录号");
  public static final Column TO_VALUE =
      decimal("to_value", 20, 10)
          .unit(AS_ROW)
          .says("Judged value of this version; null: not judgeable.", "现判定值");
  public static final Column TO_TIMES_OVER_LIMIT =
      decimal("to_times_over_limit", 18, 8)
          .unit(NUMBER)
          .says("Its judged value / limit − 1; null: not judgeable, or pH.", "现超标倍数");

  public static final Table WITHDRAWN_EXCEEDANCE =
      table("source.withdrawn_exceedance")
          .says(
              "One row per outlet, pollutant, hour and version that withdrew or changed an"
                  + " exceedance of the version before, among the packets in the landing folder.")
          .key(SourceTables.OUTLET_CODE, SourceTables.POLLUTANT_CODE, HOUR_START, VERSION_NO)
          .day(DATA_DAY)
          .layout(Layout.BY_YEAR)
          .from(
              "received.hj212",
              "source.outlet_hour",
              "registry.outlet",
              "registry.limit",
              "registry.mark")
          .warns(
              "Every version is judged by the limits, marks and minutes that are known now",
              "A packet without a value takes nothing back: see later_empty_flag of"
                  + " source.outlet_hour",
              "What a file said before it was replaced under its path is not compared")
          .columns(
              SourceTables.OUTLET_CODE,
              SourceTables.POLLUTANT_CODE,
              HOUR_START,
              VERSION_NO,
              DATA_DAY,
              SourceTables.ENTERPRISE_CODE,
              SourceTables.COUNTY_CODE,
              CHANGE,
              SourceTables.UNIT,
              SourceTables.LIMIT_VALUE,
              SourceTables.LOWER_LIMIT_VALUE,
              SourceTables.LIMIT_ID,
              SourceTables.IS_PROVISIONAL,
              FROM_VALUE,
              FROM_TIMES_OVER_LIMIT,
              FROM_FILE_ID,
              FROM_RECORD_NO,
              TO_VALUE,
              TO_TIMES_OVER_LIMIT,
              SourceTables.UNJUDGEABLE_REASON,
              RECEIVED_AT,
              FILE_ID,
              RECORD_NO);

  public static final List<Table> ALL = List.of(WITHDRAWN_EXCEEDANCE);
}
