package org.dawen.source;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.BareRow;
import org.dawen.lake.BareRowMaker;
import org.dawen.lake.BareRows;

/**
 * From packets in order ({@link PacketOrder}) to one row per outlet, factor, hour and version: what
 * was in force once a packet had come, if its values, its flag or the oxygen of the hour differ
 * from before. Minutes are those of the day, whenever they came. Memory does not grow with the
 * number of packets.
 */
final class HourVersions implements BareRows.Step {
  private static final long serialVersionUID = 1L;

  /** Number of the version, from 1. */
  static final String VERSION_NO = "_version_no";

  /** The packet that made the difference: of the factor or of the oxygen. */
  static final String BY_RECEIVED_AT = "_by_received_at";

  static final String BY_FILE_ID = "_by_file_id";
  static final String BY_RECORD_NO = "_by_record_no";

  static final StructType VERSIONS =
      HourRow.TYPE
          .add(HourRow.IS_WATER_WARM, DataTypes.BooleanType)
          .add(VERSION_NO, DataTypes.IntegerType)
          .add(BY_RECEIVED_AT, ReceivedTables.RECEIVED_AT.type())
          .add(BY_FILE_ID, DataTypes.StringType)
          .add(BY_RECORD_NO, DataTypes.LongType);

  private final Devices devices;

  HourVersions(Devices devices) {
    this.devices = devices;
  }

  @Override
  public Iterator<InternalRow> over(Iterator<InternalRow> rows) {
    return new Steps(rows);
  }

  /** What a factor said when its last version was given. */
  private static final class Given {
    final Group group = new Group();
    Long oxygen;
    int versions;
  }

  private final class Steps implements Iterator<InternalRow> {
    private static final int NO_HOUR = -1;

    private final Iterator<InternalRow> packets;
    private final BareRow packet = new BareRow();
    private final BareRowMaker maker = new BareRowMaker(VERSIONS.length());
    private final OutletDay outletDay = new OutletDay();
    private final Map<OutletDay.Factor, Given> given = new HashMap<>();
    private final ArrayDeque<OutletDay.Factor> changed = new ArrayDeque<>();

    private boolean hasRow;
    private boolean hasBegun;
    private boolean hasMinutesCounted;
    private long outletAndDay;
    private int hour = NO_HOUR;
    private PacketHead by;

    Steps(Iterator<InternalRow> packets) {
      this.packets = packets;
      read();
    }

    private void read() {
      hasRow = packets.hasNext();
      if (hasRow) {
        packet.at(packets.next());
      }
    }

    @Override
    public boolean hasNext() {
      while (changed.isEmpty() && hasRow) {
        step();
      }
      return !changed.isEmpty();
    }

    /** Takes the rows of one packet, and looks at what they changed. */
    private void step() {
      if (!hasBegun || packet.number(0) != outletAndDay) {
        beginDay();
      }
      int rowHour = packet.count(2);
      if (rowHour < 0) {
        outletDay.take(packet.bytes(1));
        read();
        return;
      }
      if (!hasMinutesCounted) {
        outletDay.factors();
        hasMinutesCounted = true;
      }
      if (rowHour != hour) {
        hour = rowHour;
        given.clear();
      }
      by = outletDay.take(packet.bytes(1));
      read();
      // A packet whose rows did not lie side by side is several rows.
      while (hasRow && packet.number(0) == outletAndDay && isOfSamePacket()) {
        outletDay.take(packet.bytes(1));
        read();
      }
      findChanged();
    }

    private boolean isOfSamePacket() {
      return packet.count(2) == hour
          && packet.number(7) == by.recordNo()
          && packet.text(6).equals(by.fileId())
          && packet.number(3) == by.receivedAt();
    }

    private void beginDay() {
      hasBegun = true;
      outletAndDay = packet.number(0);
      outletDay.begin((int) outletAndDay, PacketFold.dayOf(outletAndDay));
      hasMinutesCounted = false;
      hour = NO_HOUR;
      given.clear();
    }

    private void findChanged() {
      InForce oxygen = outletDay.oxygen(hour);
      Long percent = oxygen == null ? null : oxygen.group().numbers[Group.AVG];
      List<OutletDay.Factor> inOrder =
          outletDay.taken().stream()
              .filter(f -> f.hours[hour] != null)
              .sorted(Comparator.comparing(f -> f.code))
              .toList();
      for (OutletDay.Factor factor : inOrder) {
        Group now = factor.hours[hour].group();
        Given before = given.computeIfAbsent(factor, f -> new Given());
        boolean isNew =
            before.versions == 0
                || !before.group.saysTheSame(now)
                || !java.util.Objects.equals(before.oxygen, percent);
        if (isNew) {
          before.group.copyFrom(now);
          before.oxygen = percent;
          before.versions++;
          changed.add(factor);
        }
      }
    }

    @Override
    public InternalRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      OutletDay.Factor of = changed.poll();
      HourRow.put(maker.begin(), devices.at(outletDay.place), outletDay, of, hour);
      return maker
          .truth(false)
          .count(given.get(of).versions)
          .numberIf(by.hasReceivedAt(), by.receivedAt())
          .text(by.fileId())
          .number(by.recordNo())
          .row();
    }
  }
}
