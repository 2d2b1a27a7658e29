package org.dawen.power;

import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.DATA_TIME;
import static org.dawen.intake.ReceivedTables.FACTOR_CODE_SENT;
import static org.dawen.intake.ReceivedTables.FILE_ID;
import static org.dawen.intake.ReceivedTables.INTERVAL_END;
import static org.dawen.intake.ReceivedTables.RECORD_NO;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.dawen.intake.ReceivedTables;
import org.dawen.intake.Revisions;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.run.Evidence;
import org.dawen.run.Explanation;

/** Intervals of meters: every record received, which one is in force, and its text. */
public final class IntervalExplanation implements Explanation {
  private static final int MOST_RECORDS = 100;
  private static final List<org.dawen.lake.Column> SAID =
      List.of(
          ReceivedTables.ENERGY_KWH,
          ReceivedTables.REGISTER_KWH,
          ReceivedTables.POWER_KW,
          ReceivedTables.CURRENT_A,
          ReceivedTables.VOLTAGE_V);

  @Override
  public Table table() {
    return PowerTables.METER_INTERVAL;
  }

  @Override
  public List<Section> explain(TableRow row, Evidence evidence) {
    List<String> records = new ArrayList<>();
    for (TableRow r : rows(row, evidence)) {
      boolean isInForce =
          r.text(FILE_ID).equals(row.text(FILE_ID)) && r.whole(RECORD_NO) == row.whole(RECORD_NO);
      records.add((isInForce ? "in force: " : "other:    ") + place(r) + said(r, SAID));
    }
    for (TableRow r : packets(row, evidence)) {
      records.add(
          "packet:   %s %s%s"
              .formatted(
                  place(r),
                  r.text(FACTOR_CODE_SENT),
                  said(r, List.of(ReceivedTables.RTD_VALUE, ReceivedTables.AVG_VALUE))));
    }
    return List.of(
        Evidence.columns("The row", PowerTables.METER_INTERVAL, row),
        new Section(
            "Records received, the latest first 收到的记录;"
                + " of packets the latest value of each factor is in force",
            records.isEmpty() ? List.of("none: the registry's change of the meter") : records),
        evidence.rawRecord(
            "The latest record it rests on 所凭记录", row.text(FILE_ID), row.whole(RECORD_NO)));
  }

  private static String place(TableRow r) {
    return "%s record %d".formatted(r.text(FILE_ID), r.whole(RECORD_NO));
  }

  private static String said(TableRow r, List<org.dawen.lake.Column> columns) {
    StringBuilder said = new StringBuilder(":");
    for (org.dawen.lake.Column c : columns) {
      if (!r.isMissing(c)) {
        said.append(' ').append(c).append(' ').append(r.shown(c));
      }
    }
    return said.length() == 1 ? ": nothing" : said.toString();
  }

  private static List<TableRow> rows(TableRow row, Evidence evidence) {
    Dataset<Row> received = evidence.read(ReceivedTables.POWER);
    Column asked =
        PowerTables.METER_CODE
            .col()
            .equalTo(row.text(PowerTables.METER_CODE))
            .and(INTERVAL_END.col().equalTo(functions.lit(row.civilTime(INTERVAL_END))));
    return evidence.first(
        onDay(received, row).where(asked).orderBy(Revisions.latestFirst(received)), MOST_RECORDS);
  }

  /** Of a meter {@code <MN>-d2NN} the factors {@code d2PPNN} of that device. */
  private static List<TableRow> packets(TableRow row, Evidence evidence) {
    String meter = row.text(PowerTables.METER_CODE);
    int at = meter.lastIndexOf("-d");
    if (at < 0 || meter.length() != at + "-d2NN".length()) {
      return List.of();
    }
    Dataset<Row> received = evidence.read(ReceivedTables.POWER_PACKET);
    Column asked =
        org.dawen.registry.RegistryTables.MN
            .col()
            .equalTo(meter.substring(0, at))
            .and(
                functions
                    .lower(FACTOR_CODE_SENT.col())
                    .like(meter.substring(at + 1, at + 3) + "__" + meter.substring(at + 3)))
            .and(DATA_TIME.col().equalTo(functions.lit(row.civilTime(INTERVAL_END))));
    Column[] order =
        Stream.concat(Stream.of(FACTOR_CODE_SENT.col()), Stream.of(Revisions.latestFirst(received)))
            .toArray(Column[]::new);
    return evidence.first(onDay(received, row).where(asked).orderBy(order), MOST_RECORDS);
  }

  private static Dataset<Row> onDay(Dataset<Row> received, TableRow row) {
    return received.where(DATA_DAY.col().equalTo(functions.lit(row.day(DATA_DAY))));
  }
}
