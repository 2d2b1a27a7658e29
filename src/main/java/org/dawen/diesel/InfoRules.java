package org.dawen.diesel;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.dawen.intake.ObdTables;
import org.dawen.intake.ReceivedTables;

/** What a control unit told (type 01), GB 17691-2018 annex Q: one row a wording and day. */
final class InfoRules {
  private InfoRules() {}

  /** Rows of {@code diesel.obd_info}: however many files tell it. */
  static Dataset<Row> wordings(Dataset<Row> received) {
    List<Column> content = ObdTables.INFO_CONTENT.stream().map(c -> c.col()).toList();
    Column[] key =
        Stream.concat(
                Stream.of(DieselTables.VIN.col(), ReceivedTables.DATA_DAY.col()), content.stream())
            .toArray(Column[]::new);
    List<Column> order = new ArrayList<>();
    order.add(ObdTables.FIRST_AT.col());
    order.add(ObdTables.LAST_AT.col());
    order.addAll(content);
    return received
        .groupBy(key)
        .agg(
            min(ObdTables.FIRST_AT.col()).as(ObdTables.FIRST_AT.name()),
            max(ObdTables.LAST_AT.col()).as(ObdTables.LAST_AT.name()))
        .withColumn(
            DieselTables.WORDING_NO.name(),
            row_number()
                .over(
                    Window.partitionBy(DieselTables.VIN.col(), ReceivedTables.DATA_DAY.col())
                        .orderBy(order.toArray(Column[]::new))))
        .select(
            DieselTables.OBD_INFO.columns().stream()
                .map(c -> col(c.name()))
                .toArray(Column[]::new));
  }
}
