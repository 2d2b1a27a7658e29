package org.dawen.source;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;

/** How the hours of outlets follow from the packets received. */
final class OutletHourRules {
  private OutletHourRules() {}

  /**
   * Rows of {@code source.outlet_hour}.
   *
   * @param received rows of {@code received.hj212}
   * @param outlets rows of {@code registry.outlet}
   * @param limits rows of {@code registry.limit}
   * @param marks rows of {@code registry.mark}
   * @param days the bounded days computed
   */
  static Dataset<Row> outletHours(
      Dataset<Row> received,
      Dataset<Row> outlets,
      Dataset<Row> limits,
      Dataset<Row> marks,
      DaySet days) {
    return judged(
            PacketRules.hoursInForce(received, Devices.of(Lake.all(outlets))),
            outlets,
            limits,
            marks,
            days)
        .select(
            SourceTables.OUTLET_HOUR.columns().stream()
                .map(org.dawen.lake.Column::col)
                .toArray(Column[]::new));
  }

  /** Adds mark, limit in force and verdict to hours as {@link HourRow} has them. */
  static Dataset<Row> judged(
      Dataset<Row> hours,
      Dataset<Row> outlets,
      Dataset<Row> limits,
      Dataset<Row> marks,
      DaySet days) {
    return MarkRules.attachMark(hours, marks, days)
        .transform(marked -> LimitRules.attachLimitInForce(marked, outlets, limits))
        .transform(ValidityRules::attachJudgeability)
        .transform(ExceedanceRules::judge);
  }
}
