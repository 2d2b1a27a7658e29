package org.dawen.power;

import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;
import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.FILE_ID;
import static org.dawen.intake.ReceivedTables.FILE_ORDER;
import static org.dawen.intake.ReceivedTables.INTERVAL_END;
import static org.dawen.intake.ReceivedTables.RECEIVED_AT;
import static org.dawen.intake.ReceivedTables.RECORD_NO;
import static org.dawen.intake.ReceivedTables.REGISTER_KWH;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.dawen.intake.ReceivedTables;
import org.dawen.intake.Revisions;
import org.dawen.lake.DaySet;
import org.dawen.registry.RegistryTables;

/**
 * What meters said, whichever way it came: CSV rows, electricity packets (ST=44) and the readings
 * that a replacement of a meter leaves in the registry.
 */
final class ReadingRules {
  /** 1 for a reading that only serves the difference to the next one, else 0. */
  static final String IS_SEED = "_is_seed";

  private static final String PARAMETER = "_parameter";
  private static final String VALUE = "_value";
  private static final String NEWEST = "_newest";

  private static final List<org.dawen.lake.Column> COLUMNS =
      List.of(
          RegistryTables.METER_CODE,
          DATA_DAY,
          ReceivedTables.INTERVAL_START_SENT,
          INTERVAL_END,
          ReceivedTables.ENERGY_KWH,
          REGISTER_KWH,
          ReceivedTables.POWER_KW,
          ReceivedTables.CURRENT_A,
          ReceivedTables.VOLTAGE_V,
          ReceivedTables.UA_V,
          ReceivedTables.UB_V,
          ReceivedTables.UC_V,
          ReceivedTables.IA_A,
          ReceivedTables.IB_A,
          ReceivedTables.IC_A,
          RECEIVED_AT,
          FILE_ORDER,
          FILE_ID,
          RECORD_NO);

  private ReadingRules() {}

  /** Rows of {@code received.power} and of packets, in the columns of the former. */
  static Dataset<Row> readings(
      Dataset<Row> received, Dataset<Row> packets, Map<String, String> parameters) {
    return received.select(columns()).unionByName(ofPackets(packets, parameters), true);
  }

  private static Column[] columns() {
    return COLUMNS.stream().map(org.dawen.lake.Column::col).toArray(Column[]::new);
  }

  /**
   * Electricity packets, ST=44 of HJ 212-2025: factors {@code d2PPNN} (production) and {@code
   * d3PPNN} (treatment) with parameter PP of device NN. The meter is {@code <MN>-d2NN}. Which
   * parameter means what is configuration, because the standard's table was not seen. Each factor
   * is an item of its own: its latest value counts, whichever packet or part of one brought it.
   *
   * @param parameters column of {@code received.power} by parameter PP
   */
  static Dataset<Row> ofPackets(Dataset<Row> packets, Map<String, String> parameters) {
    Column value = coalesce(ReceivedTables.RTD_VALUE.col(), ReceivedTables.AVG_VALUE.col());
    Dataset<Row> values =
        packets
            .where("factor_code RLIKE '^d[23][0-9]{4}$'")
            .select(
                concat(
                        RegistryTables.MN.col(),
                        lit("-"),
                        substring(ReceivedTables.FACTOR_CODE.col(), 1, 2),
                        substring(ReceivedTables.FACTOR_CODE.col(), 5, 2))
                    .as(RegistryTables.METER_CODE.name()),
                DATA_DAY.col(),
                ReceivedTables.DATA_TIME.col().as(INTERVAL_END.name()),
                substring(ReceivedTables.FACTOR_CODE.col(), 3, 2).as(PARAMETER),
                value.as(VALUE),
                RECEIVED_AT.col(),
                ReceivedTables.REQUEST_NO.col(),
                FILE_ORDER.col(),
                FILE_ID.col(),
                RECORD_NO.col(),
                ReceivedTables.GROUP_NO.col());
    List<Column> interval =
        List.of(RegistryTables.METER_CODE.col(), DATA_DAY.col(), INTERVAL_END.col());
    Dataset<Row> inForce =
        Revisions.keepItemsInForce(
            values,
            Stream.concat(interval.stream(), Stream.of(col(PARAMETER))).toList(),
            List.of(VALUE));
    Column record = Revisions.record(inForce);
    Column isGiven = col(PARAMETER).isin(parameters.keySet().toArray()).and(col(VALUE).isNotNull());
    List<Column> joined = new ArrayList<>();
    joined.add(coalesce(max(when(isGiven, record)), max(record)).as(NEWEST));
    joined.add(max(col(Revisions.REVISION_COUNT)).as(Revisions.REVISION_COUNT));
    joined.add(greatest(lit(1L), countDistinct(when(isGiven, record))).as(Revisions.RECORD_COUNT));
    joined.add(bool_or(col(Revisions.IS_DECIDED_BY_PATH)).as(Revisions.IS_DECIDED_BY_PATH));
    for (org.dawen.lake.Column c : COLUMNS) {
      parameters.forEach(
          (parameter, column) -> {
            if (column.equals(c.name())) {
              joined.add(max(when(col(PARAMETER).equalTo(parameter), col(VALUE))).as("_" + column));
            }
          });
    }
    return shaped(
        inForce
            .groupBy(interval.toArray(Column[]::new))
            .agg(joined.get(0), joined.subList(1, joined.size()).toArray(Column[]::new)));
  }

  private static Dataset<Row> shaped(Dataset<Row> grouped) {
    List<String> names = List.of(grouped.columns());
    List<Column> shaped = new ArrayList<>();
    for (org.dawen.lake.Column c : COLUMNS) {
      Column shape;
      if (names.contains("_" + c.name())) {
        shape = col("_" + c.name());
      } else if (names.contains(c.name())) {
        shape = c.col();
      } else if (List.of(RECEIVED_AT, FILE_ORDER, FILE_ID, RECORD_NO).contains(c)) {
        shape = col(NEWEST).getField(c.name());
      } else {
        shape = lit(null);
      }
      shaped.add(shape.cast(c.type()).as(c.name()));
    }
    shaped.add(col(Revisions.REVISION_COUNT));
    shaped.add(col(Revisions.RECORD_COUNT));
    shaped.add(col(Revisions.IS_DECIDED_BY_PATH));
    return grouped.select(shaped.toArray(Column[]::new));
  }

  /**
   * The readings of the output days, with those that only serve a difference: the last register of
   * the day before, and the first reading of a meter put in. The last reading of a meter taken out
   * is a reading like others and goes before one received for the same moment.
   *
   * @param readings of the output days and the day before each
   */
  static Dataset<Row> withRegistersBefore(
      Dataset<Row> readings, Dataset<Row> changes, DaySet days) {
    Dataset<Row> takenOut = atChange(changes, RegistryTables.LAST_REGISTER_KWH, 0);
    Dataset<Row> putIn = atChange(changes, RegistryTables.FIRST_REGISTER_KWH, 1);
    Dataset<Row> all =
        readings.withColumn(IS_SEED, lit(0)).unionByName(takenOut, true).unionByName(putIn, true);
    Dataset<Row> before =
        all.where(REGISTER_KWH.col().isNotNull())
            .groupBy(RegistryTables.METER_CODE.col(), DATA_DAY.col())
            .agg(
                max(struct(
                        INTERVAL_END.col(),
                        col(IS_SEED),
                        RECEIVED_AT.col(),
                        FILE_ORDER.col(),
                        FILE_ID.col(),
                        RECORD_NO.col(),
                        REGISTER_KWH.col()))
                    .as("_last"))
            .select(
                RegistryTables.METER_CODE.col(),
                date_add(DATA_DAY.col(), 1).as(DATA_DAY.name()),
                col("_last." + INTERVAL_END.name()),
                col("_last." + FILE_ORDER.name()),
                col("_last." + FILE_ID.name()),
                col("_last." + RECORD_NO.name()),
                col("_last." + REGISTER_KWH.name()),
                lit(1).as(IS_SEED));
    return all.unionByName(before, true).where(days.toSql(DATA_DAY.name()));
  }

  private static Dataset<Row> atChange(
      Dataset<Row> changes, org.dawen.lake.Column register, int isSeed) {
    Column moment = RegistryTables.CHANGED_AT.col();
    // What ends at midnight belongs to the day before; what begins there to the day after.
    Column day =
        functions.to_date(isSeed == 1 ? moment : moment.minus(expr("INTERVAL '1' SECOND")));
    List<Column> shaped = new ArrayList<>();
    for (org.dawen.lake.Column c : COLUMNS) {
      Column shape;
      if (c.equals(DATA_DAY)) {
        shape = day;
      } else if (c.equals(INTERVAL_END)) {
        shape = moment;
      } else if (c.equals(REGISTER_KWH)) {
        shape = register.col();
      } else if (c.equals(RECEIVED_AT)) {
        shape = functions.timestamp_seconds(lit(253_370_764_800L));
      } else if (c.equals(FILE_ORDER)) {
        shape = lit("");
      } else if (List.of(changes.columns()).contains(c.name())) {
        shape = c.col();
      } else {
        shape = lit(null);
      }
      shaped.add(shape.cast(c.type()).as(c.name()));
    }
    shaped.add(lit(isSeed).as(IS_SEED));
    return changes.select(shaped.toArray(Column[]::new));
  }
}
