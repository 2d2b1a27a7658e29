package org.dawen.lead;

import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.lake.Column.count;
import static org.dawen.lake.Column.day;
import static org.dawen.lake.Column.decimal;
import static org.dawen.lake.Column.text;
import static org.dawen.lake.Column.truth;
import static org.dawen.lake.Table.table;

import java.util.List;
import java.util.stream.Stream;
import org.dawen.lake.Column;
import org.dawen.lake.Layout;
import org.dawen.lake.Table;
import org.dawen.power.PowerTables;
import org.dawen.registry.RegistryTables;

/** Leads, the evidence behind them, and what became of them. */
public final class LeadTables {
  private LeadTables() {}

  public static final Column ENTERPRISE_CODE = RegistryTables.ENTERPRISE_CODE.required();
  public static final Column MATTER =
      text("matter")
          .oneOf(Stream.of(Matter.values()).map(Enum::name).toList())
          .required()
          .says("What the lead is about.", "线索事由");
  public static final Column EVIDENCE_KIND =
      text("evidence_kind")
          .oneOf(Stream.of(EvidenceKind.values()).map(Enum::name).toList())
          .required()
          .says("What kind of evidence it is.", "证据类型");
  public static final Column STARTS_AT = RegistryTables.STARTS_AT;
  public static final Column ENDS_AT =
      RegistryTables.ENDS_AT.required().says("End, Beijing time, not included.", "结束时间");
  public static final Column LASTING_MINUTES = PowerTables.LASTING_MINUTES;
  public static final Column SOURCE_TABLE =
      text("source_table").required().says("Table that holds the evidence.", "来源表");
  public static final Column SOURCE_KEY =
      text("source_key").required().says("Condition that finds its rows there, as SQL.", "来源条件");
  public static final Column IS_PROVISIONAL =
      truth("is_provisional")
          .required()
          .says("A verdict it rests on is by a limit not verified from its text.", "是否暂定");
  public static final Column REASON = PowerTables.REASON.says("In words.", "说明(英文)");
  public static final Column REASON_ZH = PowerTables.REASON_ZH.says("In words, Chinese.", "说明");

  public static final Table EVIDENCE =
      table("lead.evidence")
          .says("One row per enterprise, matter and piece of evidence, on the day it begins.")
          .key(ENTERPRISE_CODE, MATTER, EVIDENCE_KIND, SOURCE_TABLE, SOURCE_KEY)
          .day(DATA_DAY)
          .layout(Layout.BY_YEAR)
          .from(
              "power.anomaly",
              "power.response_day",
              "power.meter_day",
              "source.outlet_hour",
              "source.exceedance_hour",
              "source.suspect_series",
              "diesel.anomaly",
              "registry.alert",
              "registry.vehicle")
          .warns("Screening evidence: a reason to look", "VINs in full: not for publication")
          .columns(
              ENTERPRISE_CODE,
              MATTER,
              EVIDENCE_KIND,
              DATA_DAY,
              STARTS_AT,
              ENDS_AT,
              LASTING_MINUTES,
              SOURCE_TABLE,
              SOURCE_KEY,
              IS_PROVISIONAL,
              REASON,
              REASON_ZH);

  /** What became of a lead. */
  public enum Status {
    /** No work order yet. */
    NEW,
    /** The work order is open. */
    OPEN,
    /** The work order is closed. */
    CLOSED,
    /** There is evidence of days after the work order was closed. */
    GOES_ON_AFTER_CLOSING
  }

  public static final Column LEAD_ID =
      RegistryTables.LEAD_ID
          .required()
          .says("Enterprise/matter/first day; pinned by a work order once there is one.", "线索编号");
  public static final Column LAST_DAY =
      day("last_day").required().says("Last day with evidence.", "末次证据日期");
  public static final Column FIRST_DAY = DATA_DAY.says("First day with evidence.", "首次证据日期");
  public static final Column SCORE =
      decimal("score", 9, 2)
          .unit(Column.NUMBER)
          .required()
          .says("By the formula of the settings (lead.score).", "线索评分");
  public static final Column SEVERITY =
      count("severity").required().says("Of its gravest evidence, by the settings.", "严重程度");
  public static final Column EVIDENCE_COUNT =
      count("evidence_count").required().says("Pieces of evidence.", "证据数");
  public static final Column EVIDENCE_KIND_COUNT =
      count("evidence_kind_count").required().says("Kinds of evidence.", "证据种类数");
  public static final Column EVIDENCE_DAY_COUNT =
      count("evidence_day_count").required().says("Days with evidence.", "证据天数");
  public static final Column EVIDENCE_KINDS =
      text("evidence_kinds").required().says("Kinds, separated by ';'.", "证据类型");
  public static final Column OPENED_DAY =
      day("opened_day").says("Day the work order was opened; null: none.", "派单日期");
  public static final Column OTHER_LEAD_IDS =
      text("other_lead_ids")
          .says(
              "Ids of further work orders on what late evidence has shown to be one lead; null:"
                  + " none.",
              "合并线索编号");
  public static final Column STATUS =
      text("status")
          .oneOf(Stream.of(Status.values()).map(Enum::name).toList())
          .required()
          .says("What became of it.", "办理状态");

  public static final Table LEAD =
      table("lead.lead")
          .says(
              "One row per enterprise and matter as long as it goes on: the evidence of all sources"
                  + " joined, a score and the reasons in words.")
          .key(LEAD_ID)
          .day(DATA_DAY)
          .layout(Layout.BY_YEAR)
          .from(
              "lead.evidence",
              "registry.work_order",
              "registry.outlet",
              "registry.meter",
              "registry.vehicle")
          .warns(
              "A reason to look, not a finding of law",
              "The day is the first day with evidence; late evidence may bring it forward",
              "The name of a fleet may be a person's: not for publication")
          .columns(
              LEAD_ID,
              ENTERPRISE_CODE,
              RegistryTables.ENTERPRISE_NAME,
              RegistryTables.COUNTY_CODE,
              MATTER,
              FIRST_DAY,
              LAST_DAY,
              SCORE,
              SEVERITY,
              EVIDENCE_COUNT,
              EVIDENCE_KIND_COUNT,
              EVIDENCE_DAY_COUNT,
              EVIDENCE_KINDS,
              LASTING_MINUTES.says("Sum over the days of the longest evidence of the day.", "累计时长"),
              IS_PROVISIONAL.says(
                  "A verdict some of its evidence rests on is by a limit not verified from its text.",
                  "是否暂定"),
              REASON,
              REASON_ZH,
              STATUS,
              OPENED_DAY,
              RegistryTables.DUE_DAY,
              RegistryTables.CLOSED_DAY,
              RegistryTables.WORK_RESULT,
              OTHER_LEAD_IDS);

  public static final Column COUNTY_CODE =
      RegistryTables.COUNTY_CODE
          .required()
          .says("County; '*': all counties; '?': county not known.", "区县代码");
  public static final Column DUE_COUNT =
      count("due_order_count").required().says("Work orders due in the month.", "到期工单数");
  public static final Column CLOSED_IN_TIME_COUNT =
      count("closed_in_time_count").required().says("Of these, closed by their due day.", "按期办结数");
  public static final Column IN_TIME_CLOSURE_PERCENT =
      decimal("in_time_closure_percent", 14, 10)
          .unit("%")
          .says("Share closed in time (异常工单办结率); null: none due.", "按期办结率");
  public static final Column CASE_COUNT =
      count("case_count").required().says("Enforcement cases of the month.", "案件数");
  public static final Column OFF_SITE_CASE_COUNT =
      count("off_site_case_count").required().says("Of these, off site.", "非现场案件数");
  public static final Column OFF_SITE_PERCENT =
      decimal("off_site_percent", 14, 10)
          .unit("%")
          .says("Share of off-site enforcement (非现场执法占比); null: no case.", "非现场执法占比");
  public static final Column OFF_SITE_TARGET_PERCENT =
      decimal("off_site_target_percent", 6, 3)
          .unit("%")
          .required()
          .says("Target of the settings.", "非现场执法目标");
  public static final Column IS_TARGET_MET =
      truth("is_target_met").says("Share is at least the target; null: no case.", "是否达标");

  public static final Table COUNTY_MONTH =
      table("lead.county_month")
          .says("One row per county and month with work orders due or cases, and one for all.")
          .key(COUNTY_CODE, DATA_DAY)
          .day(DATA_DAY)
          .from(
              "registry.work_order",
              "registry.enforcement_case",
              "registry.meter",
              "registry.outlet",
              "registry.vehicle")
          .warns("Both shares are worked out by rules of ours: no official formula was found")
          .columns(
              COUNTY_CODE,
              DATA_DAY.says("First day of the month.", "月份"),
              DUE_COUNT,
              CLOSED_IN_TIME_COUNT,
              IN_TIME_CLOSURE_PERCENT,
              CASE_COUNT,
              OFF_SITE_CASE_COUNT,
              OFF_SITE_PERCENT,
              OFF_SITE_TARGET_PERCENT,
              IS_TARGET_MET);

  public static final List<Table> ALL = List.of(EVIDENCE, LEAD, COUNTY_MONTH);
}
