package org.dawen.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.dawen.lake.DaySet;

/** Exceedances that a later version withdrew or changed, as the brief of a day shows them. */
final class LaterVersions {
  private static final String TABLE = "source.withdrawn_exceedance";
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private LaterVersions() {}

  /** Those of hours of the day, and those whose later version was received that day. */
  static Sheet sheet(Results results, Names names, LocalDate day) {
    List<Line> lines =
        results.lines(TABLE, DaySet.ALWAYS).stream()
            .filter(l -> day.equals(l.day("data_day")) || isOf(l.at("received_at"), day))
            .map(names::named)
            .toList();
    return new Sheet(
        "withdrawn",
        "被后续报文撤回或改值的超标",
        "Exceedances withdrawn or changed by later packets",
        TABLE + ", data_day or received_at = " + day,
        List.of(
            Field.named("county_name", "区县", "County"),
            Field.named("outlet_name", "排口", "Outlet"),
            Sheets.field(results, TABLE, "pollutant_code", "因子", "Factor"),
            Sheets.field(results, TABLE, "hour_start", "小时", "Hour"),
            Sheets.field(results, TABLE, "change", "变化", "Change"),
            Sheets.field(results, TABLE, "limit_value", "限值", "Limit").shownWith(2),
            Sheets.field(results, TABLE, "from_value", "原值", "From").shownWith(2),
            Sheets.field(results, TABLE, "to_value", "现值", "To").shownWith(2),
            Sheets.field(results, TABLE, "unjudgeable_reason", "不可判定原因", "Not judged because"),
            Sheets.field(results, TABLE, "file_id", "所凭文件", "By file"),
            Sheets.field(results, TABLE, "record_no", "记录号", "Record")),
        List.of("outlet_name", "pollutant_code", "hour_start"),
        lines,
        "没有。",
        "None.");
  }

  private static boolean isOf(Object received, LocalDate day) {
    return received instanceof Instant at && at.atZone(BEIJING).toLocalDate().equals(day);
  }
}
