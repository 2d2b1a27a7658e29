package org.dawen.source;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.dawen.lake.BareRow;
import org.dawen.lake.BareRowMaker;
import org.dawen.lake.BareRows;

/**
 * From packets in order of day and outlet to one row per outlet, factor and hour: the revision in
 * force, the oxygen of the hour, what the minutes say. The rows come in order of day, outlet,
 * factor and hour.
 */
final class OutletDayHours implements BareRows.Step {
  private static final long serialVersionUID = 1L;

  static final StructType HOURS = HourRow.TYPE.add(HourRow.IS_WATER_WARM, DataTypes.BooleanType);

  private final Devices devices;

  OutletDayHours(Devices devices) {
    this.devices = devices;
  }

  @Override
  public Iterator<InternalRow> over(Iterator<InternalRow> rows) {
    return new Days(rows);
  }

  private final class Days implements Iterator<InternalRow> {
    private final UTF8String temperature = UTF8String.fromString(LimitRules.WATER_TEMPERATURE);
    private final Iterator<InternalRow> packets;
    private final BareRow packet = new BareRow();
    private final BareRowMaker maker = new BareRowMaker(HOURS.length());
    private final OutletDay outletDay = new OutletDay();
    private boolean isAhead;

    private List<OutletDay.Factor> factors = List.of();
    private int factor;
    private int hour;
    private boolean isWaterWarm;

    Days(Iterator<InternalRow> packets) {
      this.packets = packets;
    }

    @Override
    public boolean hasNext() {
      while (true) {
        for (; factor < factors.size(); factor++, hour = 0) {
          for (; hour < OutletDay.HOURS; hour++) {
            if (factors.get(factor).hours[hour] != null) {
              return true;
            }
          }
        }
        if (!readDay()) {
          return false;
        }
      }
    }

    /** Reads the packets of one outlet and day, and the first of the next. */
    private boolean readDay() {
      if (!isAhead) {
        if (!packets.hasNext()) {
          return false;
        }
        packet.at(packets.next());
      }
      long outletAndDay = packet.number(0);
      outletDay.begin((int) outletAndDay, PacketFold.dayOf(outletAndDay));
      do {
        outletDay.take(packet.bytes(1));
        isAhead = packets.hasNext();
        if (isAhead) {
          packet.at(packets.next());
        }
      } while (isAhead && packet.number(0) == outletAndDay);
      factors = outletDay.factors();
      isWaterWarm = outletDay.isWaterWarmerThan(temperature, LimitRules.WARM_E8);
      factor = 0;
      hour = 0;
      return true;
    }

    @Override
    public InternalRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      OutletDay.Factor of = factors.get(factor);
      InternalRow row = row(of, hour);
      hour++;
      return row;
    }

    private InternalRow row(OutletDay.Factor of, int hour) {
      HourRow.put(maker.begin(), devices.at(outletDay.place), outletDay, of, hour);
      return maker.truth(isWaterWarm).row();
    }
  }
}
