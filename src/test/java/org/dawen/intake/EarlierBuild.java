package org.dawen.intake;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dawen.codec.gb17691.PackedMinutes;
import org.dawen.lake.Columns;
import org.dawen.lake.Lake;
import org.dawen.lake.Table;

/** What a build before decision 0097 left in a lake. */
public final class EarlierBuild {
  public static final Table MINUTES = EarlierMinutes.TABLE;

  private EarlierBuild() {}

  /** Writes the received minutes as they were, of the hours that the lake holds. */
  public static void writeMinutes(Lake lake) {
    StructType schema = MINUTES.rowSchema();
    List<Row> rows = new ArrayList<>();
    for (ObdHour hour : lake.records(ObdHour.class)) {
      List<ObdHour.Part> parts = ReceivedParts.parts(hour);
      List<String> ranges = PackedMinutes.byteRanges(hour.packedRanges());
      for (int i = 0; i < parts.size(); i++) {
        List<Object> cells = new ArrayList<>();
        cells.add(hour.vin());
        cells.add(parts.get(i).minuteStart());
        cells.add(hour.dataDay());
        for (long figure : parts.get(i).figures()) {
          boolean isWide = schema.fields()[cells.size()].dataType().equals(DataTypes.LongType);
          cells.add(
              figure == Columns.NONE ? null : isWide ? (Object) figure : (Object) (int) figure);
        }
        cells.add(ranges.get(i));
        cells.add(hour.fileId());
        rows.add(RowFactory.create(cells.toArray()));
      }
    }
    lake.spark().createDataFrame(rows, schema).write().format("delta").save(lake.path(MINUTES));
  }
}
