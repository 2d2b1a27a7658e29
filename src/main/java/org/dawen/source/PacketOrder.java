package org.dawen.source;

import java.util.Iterator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.dawen.lake.BareRow;
import org.dawen.lake.BareRowMaker;
import org.dawen.lake.BareRows;

/**
 * Adds to folded packets what puts them in order: of an outlet and day first the minutes, then hour
 * by hour in the order of the rule ({@link PacketHead#compareRank}, {@link
 * PacketHead#comparePlace}).
 */
final class PacketOrder implements BareRows.Step {
  private static final long serialVersionUID = 1L;
  private static final UTF8String NO_TEXT = UTF8String.fromString("");
  private static final int MINUTES_FIRST = -1;

  static final StructType TYPE =
      PacketFold.FOLDED
          .add("_hour", DataTypes.IntegerType, false)
          .add("_received", DataTypes.LongType, false)
          .add("_request", DataTypes.StringType, false)
          .add("_order", DataTypes.StringType, false)
          .add("_file", DataTypes.StringType, false)
          .add("_number", DataTypes.LongType, false);

  static final Column[] COLUMNS =
      java.util.stream.Stream.of(
              PacketFold.OUTLET_DAY, "_hour", "_received", "_request", "_order", "_file", "_number")
          .map(functions::col)
          .toArray(Column[]::new);

  @Override
  public Iterator<InternalRow> over(Iterator<InternalRow> rows) {
    BareRow row = new BareRow();
    BareRowMaker maker = new BareRowMaker(TYPE.length());
    PacketBytes packet = new PacketBytes();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public InternalRow next() {
        row.at(rows.next());
        byte[] bytes = row.bytes(1);
        packet.open(bytes);
        boolean isMinute = packet.takeByte() == 1;
        PacketHead head = PacketHead.takeFrom(packet);
        return maker
            .begin()
            .number(row.number(0))
            .bytes(bytes, bytes.length)
            .count(isMinute ? MINUTES_FIRST : OutletDay.hourOf(head.dataTime()))
            .number(head.receivedAt())
            .text(head.requestNo() == null ? NO_TEXT : head.requestNo())
            .text(head.fileOrder())
            .text(head.fileId())
            .number(head.recordNo())
            .row();
      }
    };
  }
}
