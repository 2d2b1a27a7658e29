package org.dawen.source;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.to_date;
import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.DATA_TIME;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.DaySet;
import org.dawen.registry.RegistryTables;

/** Rows for the tests of this room: what a test does not name has these usual values. */
final class OutletHours {
  static final DaySet MARCH = DaySet.between(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 31));

  static final Map<String, String> USUAL_GROUP =
      Map.of(
          "mn",
          "M1",
          "command_code",
          "2061",
          "factor_code_sent",
          "x",
          "group_no",
          "1",
          "data_flag",
          "N",
          "file_order",
          "0",
          "file_id",
          "hj212.txt",
          "record_no",
          "1");
  static final Map<String, String> USUAL_OUTLET =
      Map.of(
          "outlet_code",
          "O1",
          "mn",
          "M1",
          "name",
          "示例",
          "enterprise_code",
          "E1",
          "county_code",
          "370902",
          "medium",
          "gas",
          "file_id",
          "outlets.csv",
          "record_no",
          "2");
  static final Map<String, String> USUAL_LIMIT = Map.of("file_id", "limits.csv", "record_no", "2");
  static final Map<String, String> USUAL_MARK = Map.of("file_id", "marks.csv", "record_no", "2");

  private OutletHours() {}

  static Dataset<Row> received(String... lines) {
    return withDay(GoldenCase.rows(ReceivedTables.HJ212, USUAL_GROUP, List.of(lines)));
  }

  static Dataset<Row> outlets(String... lines) {
    return GoldenCase.rows(RegistryTables.OUTLET, USUAL_OUTLET, List.of(lines));
  }

  static Dataset<Row> limits(String... lines) {
    return GoldenCase.rows(RegistryTables.LIMIT, USUAL_LIMIT, List.of(lines));
  }

  static Dataset<Row> marks(String... lines) {
    return GoldenCase.rows(RegistryTables.MARK, USUAL_MARK, List.of(lines));
  }

  /** Fills in the day of DataTime, as intake does. */
  static Dataset<Row> withDay(Dataset<Row> received) {
    return received.withColumn(DATA_DAY.name(), coalesce(DATA_DAY.col(), to_date(DATA_TIME.col())));
  }
}
