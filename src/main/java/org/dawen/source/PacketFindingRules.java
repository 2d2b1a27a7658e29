package org.dawen.source;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.struct;
import static org.dawen.intake.ReceivedTables.COMMAND_CODE;
import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.DATA_TIME;
import static org.dawen.intake.ReceivedTables.FILE_ID;
import static org.dawen.intake.ReceivedTables.PACKET_COUNT;
import static org.dawen.intake.ReceivedTables.PACKET_NO;
import static org.dawen.intake.ReceivedTables.RECEIVED_AT;
import static org.dawen.intake.ReceivedTables.RECORD_NO;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.run.Settings;
import org.dawen.source.SourceTables.Finding;

/** Packets that are right by themselves and wrong together: missing parts, clocks that are off. */
final class PacketFindingRules {
  private static final int MOST_SHOWN = 20;

  private PacketFindingRules() {}

  /** Rows of {@code source.packet_finding}. */
  static Dataset<Row> findings(Dataset<Row> received, ClockRule clock) {
    return incompleteSplits(received).unionByName(clocksOff(received, clock));
  }

  /**
   * How far DataTime may lie from the time of receipt. A packet sent again after a failure may be
   * months late; none comes from the future.
   *
   * @param mostDaysLate received later than this after DataTime
   * @param mostDaysEarly received earlier than this before DataTime
   */
  record ClockRule(int mostDaysLate, int mostDaysEarly) {
    private static final String LATE = "source.packet_most_days_late";
    private static final String EARLY = "source.packet_most_days_early";
    static final String[] SETTINGS = {LATE, EARLY};

    static ClockRule of(Settings settings) {
      return new ClockRule(settings.whole(LATE), settings.whole(EARLY));
    }

    /** True where the time of receipt is known and contradicts DataTime. */
    Column isOff() {
      return expr(
          "coalesce(received_at > CAST(data_time + INTERVAL '%d' DAY AS TIMESTAMP) OR received_at <"
                  .formatted(mostDaysLate)
              + " CAST(data_time - INTERVAL '%d' DAY AS TIMESTAMP), false)"
                  .formatted(mostDaysEarly));
    }
  }

  /** Packets whose clock can be believed, or about whose receipt nothing is known. */
  static Dataset<Row> keepBelievableTimes(Dataset<Row> received, ClockRule clock) {
    return received.where(not(clock.isOff()));
  }

  /**
   * Split packets (拆分包, HJ 212-2017 6.2) of which parts 1 to PNUM are not all there, whatever file
   * or night they came in.
   */
  private static Dataset<Row> incompleteSplits(Dataset<Row> received) {
    Dataset<Row> packets =
        received
            .where(PACKET_COUNT.col().gt(1))
            .groupBy(
                SourceTables.MN.col(),
                DATA_DAY.col(),
                COMMAND_CODE.col(),
                DATA_TIME.col(),
                PACKET_COUNT.col())
            .agg(
                array_sort(collect_set(PACKET_NO.col())).as("_parts"),
                min(struct(FILE_ID.col(), RECORD_NO.col())).as("_first"))
            .where(
                size(expr("filter(_parts, p -> p BETWEEN 1 AND packet_count)"))
                    .lt(PACKET_COUNT.col()))
            .withColumn(
                "_text",
                concat_ws(
                    " ",
                    COMMAND_CODE.col(),
                    date_format(DATA_TIME.col(), "yyyy-MM-dd'T'HH:mm:ss"),
                    lit("parts"),
                    array_join(col("_parts").cast("array<string>"), ","),
                    lit("of"),
                    PACKET_COUNT.col()));
    return byDeviceAndDay(packets, Finding.INCOMPLETE_SPLIT);
  }

  private static Dataset<Row> clocksOff(Dataset<Row> received, ClockRule clock) {
    Dataset<Row> packets =
        received
            .where(clock.isOff())
            .groupBy(SourceTables.MN.col(), DATA_DAY.col(), FILE_ID.col(), RECORD_NO.col())
            .agg(max(DATA_TIME.col()).as("_data_time"), max(RECEIVED_AT.col()).as("_received_at"))
            .withColumn("_first", struct(FILE_ID.col(), RECORD_NO.col()))
            .withColumn(
                "_text",
                concat_ws(
                    " ",
                    lit("DataTime"),
                    date_format(col("_data_time"), "yyyy-MM-dd'T'HH:mm:ss"),
                    lit("received"),
                    date_format(col("_received_at"), "yyyy-MM-dd'T'HH:mm:ss")));
    return byDeviceAndDay(packets, Finding.CLOCK_OFF);
  }

  private static Dataset<Row> byDeviceAndDay(Dataset<Row> packets, Finding finding) {
    return packets
        .groupBy(SourceTables.MN.col(), DATA_DAY.col())
        .agg(
            count(lit(1)).as(SourceTables.RECORD_COUNT.name()),
            array_join(slice(array_sort(collect_list(col("_text"))), 1, MOST_SHOWN), "; ")
                .as(SourceTables.FINDING_TEXT.name()),
            min(col("_first")).as("_first"))
        .select(
            SourceTables.MN.col(),
            DATA_DAY.col(),
            lit(finding.name()).as(SourceTables.FINDING.name()),
            SourceTables.RECORD_COUNT.col(),
            SourceTables.FINDING_TEXT.col(),
            col("_first.file_id").as(SourceTables.FIRST_FILE_ID.name()),
            col("_first.record_no").as(RECORD_NO.name()));
  }
}
