package org.dawen.run;

import static org.dawen.lake.Column.day;
import static org.dawen.lake.Column.decimal;
import static org.dawen.lake.Column.instant;
import static org.dawen.lake.Column.text;
import static org.dawen.lake.Column.whole;
import static org.dawen.lake.Table.table;

import java.util.List;
import org.dawen.lake.Column;
import org.dawen.lake.Table;

/** The journal of runs and the findings of the checks. Only the runner's thread writes them. */
public final class OpsTables {
  private OpsTables() {}

  static final Column SEQ = whole("seq").required().says("Place in the journal, ascending.", "序号");
  static final Column ENTRY_KIND =
      text("entry_kind")
          .required()
          .oneOf(List.of("touch", "done"))
          .says("touch: a table changed on these days; done: a job was done for them.", "类别");
  static final Column TABLE_NAME = text("table_name").says("The table touched.", "表名");
  static final Column VERSION =
      whole("version").says("Delta version up to which the table's log is booked.", "版本");
  static final Column DAYS =
      text("days").says("The days, as ranges; open ends mean from or to ever.", "日期范围");
  static final Column JOB = text("job").says("The job that ran or that wrote the commit.", "任务");
  static final Column AS_OF_SEQ =
      whole("as_of_seq").says("Newest journal entry the job could see.", "所见序号");
  static final Column FINGERPRINT =
      text("fingerprint")
          .says(
              "Hash of code, standards and settings; of a touch, of the commit of that version.",
              "指纹");
  static final Column WHY = text("why").says("Why the days were due.", "原因");
  static final Column ROWS_IN = whole("rows_in").says("Rows read from followed tables.", "输入行数");
  static final Column ROWS_OUT = whole("rows_out").says("Rows written.", "输出行数");
  static final Column SECONDS =
      decimal("took_seconds", 12, 3).unit("s").says("Time the job took.", "耗时");
  static final Column FINISHED_AT = instant("finished_at").says("When it ended.", "完成时间");
  static final Column RUN_ID = text("run_id").says("The run that wrote the entry.", "批次号");

  public static final Table JOB_RUN =
      table("ops.job_run")
          .says("One row per entry of the journal: a table touched, or a job done.")
          .key(SEQ)
          .withoutDay("an entry is about the days it names")
          .from("commit metadata of all tables")
          .warns("Tells about runs; differs between lakes with the same data")
          .columns(
              SEQ,
              ENTRY_KIND,
              TABLE_NAME,
              VERSION,
              DAYS,
              JOB,
              AS_OF_SEQ,
              FINGERPRINT,
              WHY,
              ROWS_IN,
              ROWS_OUT,
              SECONDS,
              FINISHED_AT,
              RUN_ID);

  static final Column CHECK_NAME = text("check_name").required().says("The check.", "检查项");
  static final Column DATA_DAY =
      day("data_day").required().says("Civil day the numbers belong to.", "数据日期");
  static final Column CHECKED_TABLE = text("table_name").required().says("The table.", "表名");
  static final Column OFFENDER_COUNT =
      whole("offender_count").says("Rows or keys that break the rule.", "异常数");
  static final Column SAMPLE = text("sample").says("Up to 20 offenders, as key=value lists.", "示例");

  public static final Table DATA_CHECK =
      table("ops.data_check")
          .says("One row per table, check and day that did not hold; no row means it held.")
          .key(CHECKED_TABLE, CHECK_NAME, DATA_DAY)
          .day(DATA_DAY)
          .from("the tables named")
          .columns(CHECKED_TABLE, CHECK_NAME, DATA_DAY, OFFENDER_COUNT, SAMPLE);

  public static final List<Table> ALL = List.of(JOB_RUN, DATA_CHECK);
}
