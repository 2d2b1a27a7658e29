package org.dawen.intake;

import static org.dawen.lake.Column.instant;
import static org.dawen.lake.Column.text;
import static org.dawen.lake.Column.whole;
import static org.dawen.lake.Table.table;

import java.util.List;
import org.dawen.lake.Column;
import org.dawen.lake.Table;

/** What came and what could not be read: the file ledger and the rejects. */
public final class LedgerTables {
  private LedgerTables() {}

  static final String ACCEPTED = "accepted";
  static final String HELD_BACK = "held_back";

  public static final Column FILE_ID = ReceivedTables.FILE_ID;
  public static final Column FEED = text("feed").required().says("Kind of landing file.", "数据类别");
  public static final Column STATUS =
      text("status")
          .required()
          .oneOf(List.of(ACCEPTED, HELD_BACK))
          .says(
              "accepted; held_back: too much of it is unreadable, nothing of it was taken.", "状态");
  public static final Column SHA256 =
      text("sha256").says("SHA-256 of the content the row is about.", "文件哈希");
  public static final Column LENGTH_BYTES =
      whole("length_bytes").unit("B").says("Length of that content.", "文件长度");
  public static final Column RECORDS = whole("record_count").says("Records in the file.", "记录数");
  public static final Column ACCEPTED_RECORDS =
      whole("accepted_count").says("Records taken in.", "接收记录数");
  public static final Column DUPLICATES =
      whole("duplicate_count").says("Exact repetitions of a record of the same file.", "重复记录数");
  public static final Column OTHER_COMMANDS =
      whole("other_command_count").says("Packets of commands that carry no data.", "其他命令数");
  public static final Column REJECTS = whole("reject_count").says("Records rejected.", "拒收记录数");
  public static final Column VALUES =
      whole("value_count").says("Values that the accepted records held.", "数值数");
  public static final Column RECEIVED_VALUES =
      whole("received_value_count").says("Values taken in.", "接收数值数");
  public static final Column REJECTED_VALUES =
      whole("rejected_value_count").says("Values rejected.", "拒收数值数");
  public static final Column DAYS =
      text("days").says("Data days the file gives values for, as ranges.", "数据日期范围");
  public static final Column NOTE = text("note").says("What the operator should know.", "备注");
  public static final Column READER =
      text("reader").says("Hash of reader code and settings it was read with.", "读取程序指纹");
  public static final Column STAMP =
      text("stamp")
          .says("Change stamp of the file; empty: too fresh to be trusted.", "文件时间戳")
          .aboutTheRun();
  public static final Column EARLIER_SHA256 =
      text("earlier_sha256")
          .says("Contents the path had before, oldest first.", "历史哈希")
          .aboutTheRun();
  public static final Column RUN_ID =
      text("run_id").says("Run that wrote the row.", "批次号").aboutTheRun();
  public static final Column WRITTEN_AT =
      instant("written_at").says("When the row was written.", "写入时间").aboutTheRun();

  public static final Table LANDING_FILE =
      table("ops.landing_file")
          .says("One row per landing file with what was found in it.")
          .key(FILE_ID)
          .withoutDay("a file may hold any days; they are listed in the row")
          .from("landing/**")
          .warns(
              "record_count = accepted_count + duplicate_count + other_command_count + reject_count",
              "value_count = received_value_count + rejected_value_count",
              "stamp, earlier_sha256, run_id and written_at tell about runs")
          .columns(
              FILE_ID,
              FEED,
              STATUS,
              SHA256,
              LENGTH_BYTES,
              RECORDS,
              ACCEPTED_RECORDS,
              DUPLICATES,
              OTHER_COMMANDS,
              REJECTS,
              VALUES,
              RECEIVED_VALUES,
              REJECTED_VALUES,
              DAYS,
              NOTE,
              READER,
              STAMP,
              EARLIER_SHA256,
              RUN_ID,
              WRITTEN_AT);

  public static final Column RECORD_NO = ReceivedTables.RECORD_NO;
  public static final Column LINE_NO =
      whole("line_no").says("Line of the file, from 1; null where the file has no lines.", "行号");
  public static final Column LEVEL =
      text("level")
          .required()
          .oneOf(List.of("file", "record", "value"))
          .says("What was rejected.", "拒收级别");
  public static final Column FIELD =
      text("field").required().says("Column or field of a rejected value; else empty.", "字段");
  public static final Column REASON =
      text("reason").required().oneOf(RejectReason.codes()).says("Why.", "拒收原因");
  public static final Column DETAIL =
      text("detail").says("The reason as a sentence, with what was found.", "说明");
  public static final Column CONTENT =
      text("content")
          .says(
              "The record as received, at most 65,536 characters; bytes that are no text as"
                  + " \\xHH.",
              "原始内容");

  public static final Table REJECT =
      table("ops.reject")
          .says("One row per record or value that could not be read, with the reason.")
          .withoutKey("a record may hold several bad values of one name")
          .withoutDay("what cannot be read may have no day")
          .from("landing/**")
          .columns(FILE_ID, FEED, RECORD_NO, LINE_NO, LEVEL, FIELD, REASON, DETAIL, CONTENT);

  public static final List<Table> ALL = List.of(LANDING_FILE, REJECT);
}
