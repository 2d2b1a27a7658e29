package org.dawen.intake;

import static org.dawen.lake.Column.civilTime;
import static org.dawen.lake.Column.count;
import static org.dawen.lake.Column.text;
import static org.dawen.lake.Column.truth;
import static org.dawen.lake.Column.whole;
import static org.dawen.lake.Table.table;

import java.util.ArrayList;
import java.util.List;
import org.dawen.codec.gb17691.MinuteField;
import org.dawen.lake.Column;
import org.dawen.lake.Layout;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryTables;

/**
 * What remote on-board diagnostics sent: minutes instead of seconds, because 20,000 trucks give 432
 * million seconds a working day. The seconds themselves stay in the landing files.
 */
public final class ObdTables {
  private ObdTables() {}

  public static final Column VIN = RegistryTables.VIN.required();
  public static final Column MINUTE_START =
      civilTime("minute_start").required().says("Start of the minute, Beijing time.", "分钟起始");
  public static final Column BYTE_RANGES =
      text("byte_ranges")
          .required()
          .says(
              "Where the frames of the minute are in the unpacked file: position+length;… in"
                  + " bytes.",
              "字节范围");

  /** The figures of a minute, one column each. */
  public static final List<Column> FIGURES = figures();

  private static List<Column> figures() {
    List<Column> figures = new ArrayList<>();
    for (MinuteField f : MinuteField.values()) {
      Column c = f.isWide() ? whole(f.columnName()) : count(f.columnName());
      String unit =
          f.columnName().endsWith("_seconds")
              ? "s"
              : f.columnName().endsWith("_metres") ? "m" : Column.NUMBER;
      figures.add(c.unit(unit).says(f.meaning(), f.chinese()));
    }
    return List.copyOf(figures);
  }

  public static final Table OBD_MINUTE =
      table("received.obd_minute")
          .says(
              "One row per file, vehicle and part of a minute: the seconds of it that stand there.")
          .withoutKey("late, repeated and cut files give several parts of one minute")
          .day(ReceivedTables.DATA_DAY)
          .withoutDictionary(FIGURES)
          .from("landing/obd")
          .warns(
              "Raw values: physical = raw · factor + summand, see docs/methods/diesel-minutes.md",
              "Parts may overlap; diesel.vehicle_minute holds each second once")
          .columns(
              List.of(VIN, MINUTE_START, ReceivedTables.DATA_DAY),
              FIGURES,
              List.of(BYTE_RANGES, ReceivedTables.FILE_ID));

  public static final Column FIRST_AT =
      civilTime("first_at").required().says("First time it was told that day.", "首次时间");
  public static final Column LAST_AT =
      civilTime("last_at").required().says("Last time it was told that day.", "末次时间");
  public static final Column PROTOCOL =
      count("protocol").says("0 ISO 15765, 1 ISO 27145, 2 SAE J1939; null: not told.", "诊断协议");
  public static final Column IS_MIL_ON =
      truth("is_mil_on").says("Malfunction indicator lamp on; null: not told.", "MIL灯状态");
  public static final Column SUPPORT_HEX =
      text("support_hex").required().says("Diagnostics supported, bits as hex.", "诊断支持状态");
  public static final Column READINESS_HEX =
      text("readiness_hex").required().says("Diagnostics not ready, bits as hex.", "诊断就绪状态");
  public static final Column UNIT_VIN =
      text("unit_vin").says("VIN the engine control unit tells; null: none.", "控制器车架号");
  public static final Column CALID =
      text("calid").says("Calibration identification; null: none.", "标定识别号");
  public static final Column CVN =
      text("cvn").says("Calibration verification number; null: none.", "标定验证码");
  public static final Column TROUBLE_CODE_COUNT =
      count("trouble_code_count").says("Trouble codes; null: not told.", "故障码总数");
  public static final Column TROUBLE_CODES_HEX =
      text("trouble_codes_hex")
          .required()
          .says("Trouble codes, eight hex digits each; empty: none.", "故障码");

  /** What the control unit told, without when and where. */
  public static final List<Column> INFO_CONTENT =
      List.of(
          PROTOCOL,
          IS_MIL_ON,
          SUPPORT_HEX,
          READINESS_HEX,
          UNIT_VIN,
          CALID,
          CVN,
          TROUBLE_CODE_COUNT,
          TROUBLE_CODES_HEX);

  public static final Table OBD_INFO =
      table("received.obd_info")
          .says("One row per file, vehicle, day and wording of OBD information (type 01).")
          .withoutKey("several files tell the same")
          .day(ReceivedTables.DATA_DAY)
          .layout(Layout.BY_YEAR)
          .from("landing/obd")
          .warns("Counters (IUPR) are left out: they change with every trip")
          .columns(
              List.of(VIN, ReceivedTables.DATA_DAY, FIRST_AT, LAST_AT),
              INFO_CONTENT,
              List.of(ReceivedTables.FILE_ID, ReceivedTables.RECORD_NO));

  /** Both tables; not among those of {@link ReceivedTables}, whose columns they use. */
  public static final List<Table> ALL = List.of(OBD_MINUTE, OBD_INFO);
}
