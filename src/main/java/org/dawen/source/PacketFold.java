package org.dawen.source;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.BareRow;
import org.dawen.lake.BareRowMaker;
import org.dawen.lake.BareRows;
import org.dawen.lake.Column;

/**
 * From rows of factors to one row a packet and outlet: outlet and day in one number, the packet in
 * bytes. A packet goes through the shuffle once, not once a factor; rows of one packet lie side by
 * side as received, and if they do not, it is two rows.
 */
final class PacketFold implements BareRows.Step {
  private static final long serialVersionUID = 1L;

  /** What is read, in this order. */
  static final List<Column> COLUMNS =
      List.of(
          SourceTables.MN,
          ReceivedTables.DATA_DAY,
          ReceivedTables.COMMAND_CODE,
          ReceivedTables.DATA_TIME,
          ReceivedTables.FACTOR_CODE,
          ReceivedTables.GROUP_NO,
          ReceivedTables.AVG_VALUE,
          ReceivedTables.ZS_AVG_VALUE,
          ReceivedTables.MIN_VALUE,
          ReceivedTables.MAX_VALUE,
          ReceivedTables.COU_VALUE,
          ReceivedTables.DATA_FLAG,
          ReceivedTables.REQUEST_NO,
          ReceivedTables.RECEIVED_AT,
          ReceivedTables.FILE_ORDER,
          ReceivedTables.FILE_ID,
          ReceivedTables.RECORD_NO,
          ReceivedTables.SYSTEM_CODE,
          ReceivedTables.PACKET_COUNT,
          ReceivedTables.PACKET_NO);

  private static final int MN = 0;
  private static final int DAY = 1;
  private static final int COMMAND = 2;
  private static final int TIME = 3;
  private static final int FACTOR = 4;
  private static final int GROUP = 5;
  private static final int FIRST_VALUE = 6;
  private static final int FLAG = 11;
  private static final int REQUEST = 12;
  private static final int RECEIVED = 13;
  private static final int ORDER = 14;
  private static final int FILE = 15;
  private static final int RECORD = 16;
  private static final int SYSTEM = 17;
  private static final int PARTS = 18;
  private static final int PART = 19;

  /** Day (upper half) and place of the outlet (lower half). */
  static final String OUTLET_DAY = "_outlet_day";

  static final String PACKET = "_packet";

  /** The day, in days since 1970. */
  static int dayOf(long outletAndDay) {
    return (int) (outletAndDay >> Integer.SIZE);
  }

  static final StructType FOLDED =
      new StructType()
          .add(OUTLET_DAY, DataTypes.LongType, false)
          .add(PACKET, DataTypes.BinaryType, false);

  private final Devices devices;

  PacketFold(Devices devices) {
    this.devices = devices;
  }

  @Override
  public Iterator<InternalRow> over(Iterator<InternalRow> rows) {
    return new Folding(rows);
  }

  private final class Folding implements Iterator<InternalRow> {
    private final Iterator<InternalRow> rows;
    private final BareRow row = new BareRow();
    private final PacketBytes bytes = new PacketBytes();
    private final BareRowMaker maker = new BareRowMaker(FOLDED.length());

    /** Outlets of the packet in {@link #bytes} that are still to be handed over. */
    private final ArrayDeque<Devices.Device> outlets = new ArrayDeque<>();

    private boolean isAhead;
    private UTF8String mn;
    private List<Devices.Device> registered = List.of();
    private int day;
    private boolean isMinute;
    private PacketHead head;

    Folding(Iterator<InternalRow> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      while (outlets.isEmpty() && (isAhead || rows.hasNext())) {
        fold();
      }
      return !outlets.isEmpty();
    }

    @Override
    public InternalRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return maker
          .begin()
          .number((long) day << Integer.SIZE | outlets.poll().place())
          .bytes(bytes.bytes(), bytes.length())
          .row();
    }

    /** Reads the rows of one packet, and the first of the next. */
    private void fold() {
      if (!isAhead) {
        row.at(rows.next());
      }
      beginPacket();
      do {
        putGroup();
        isAhead = rows.hasNext();
        if (isAhead) {
          row.at(rows.next());
        }
      } while (isAhead && isSamePacket());
      for (Devices.Device device : registered) {
        if (device.fromDay() <= day && day <= device.toDay()) {
          outlets.add(device);
        }
      }
    }

    private void beginPacket() {
      if (!row.text(MN).equals(mn)) {
        mn = row.text(MN).clone();
        registered = devices.numbered(mn);
      }
      day = row.count(DAY);
      isMinute = PacketRules.MINUTE.equals(row.text(COMMAND));
      UTF8String requestNo = row.text(REQUEST);
      head =
          new PacketHead(
              row.number(TIME),
              received(),
              requestNo == null ? null : requestNo.clone(),
              copyOf(row.text(ORDER), head == null ? null : head.fileOrder()),
              copyOf(row.text(FILE), head == null ? null : head.fileId()),
              row.number(RECORD),
              systemCode(),
              orZero(PARTS),
              orZero(PART));
      bytes.clear();
      bytes.putByte(isMinute ? 1 : 0);
      head.putInto(bytes);
    }

    /** Only the parts of a split packet are asked for it. */
    private UTF8String systemCode() {
      return orZero(PARTS) == 0 || row.text(SYSTEM) == null ? null : row.text(SYSTEM).clone();
    }

    private int orZero(int place) {
      return row.isMissing(place) ? 0 : row.count(place);
    }

    private long received() {
      return row.isMissing(RECEIVED) ? PacketHead.NEVER : row.number(RECEIVED);
    }

    private static UTF8String copyOf(UTF8String text, UTF8String before) {
      return text.equals(before) ? before : text.clone();
    }

    private boolean isSamePacket() {
      return row.number(RECORD) == head.recordNo()
          && row.number(TIME) == head.dataTime()
          && received() == head.receivedAt()
          && row.count(DAY) == day
          && row.text(MN).equals(mn)
          && row.text(FILE).equals(head.fileId())
          && row.text(ORDER).equals(head.fileOrder())
          && Objects.equals(row.text(REQUEST), head.requestNo())
          && PacketRules.MINUTE.equals(row.text(COMMAND)) == isMinute;
    }

    private void putGroup() {
      bytes.putText(row.text(FACTOR));
      bytes.putInt(row.count(GROUP));
      int present = 0;
      for (int v = 0; v < Group.VALUES; v++) {
        present |= row.isMissing(FIRST_VALUE + v) ? 0 : 1 << v;
      }
      bytes.putByte(present);
      for (int v = 0; v < Group.VALUES; v++) {
        if ((present & 1 << v) != 0) {
          bytes.putLong(row.number(FIRST_VALUE + v));
        }
      }
      bytes.putText(DataFlags.canonical(row.text(FLAG)));
    }
  }
}
