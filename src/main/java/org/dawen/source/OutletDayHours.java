package org.dawen.source;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.dawen.intake.ReceivedTables;
import org.dawen.intake.Revisions;
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

  /** Number of minute records of factor and hour that are not valid; null: no minutes known. */
  static final String ABNORMAL_MINUTE_RECORDS = "_abnormal_minute_records";

  /** Whether the day's mean water temperature is above the one at which limits change. */
  static final String IS_WATER_WARM = "_is_water_warm";

  static final StructType HOURS =
      new StructType()
          .add(SourceTables.OUTLET_CODE.name(), DataTypes.StringType)
          .add(SourceTables.POLLUTANT_CODE.name(), DataTypes.StringType)
          .add(ReceivedTables.HOUR_START.name(), ReceivedTables.HOUR_START.type())
          .add(ReceivedTables.DATA_DAY.name(), ReceivedTables.DATA_DAY.type())
          .add(SourceTables.ENTERPRISE_CODE.name(), DataTypes.StringType)
          .add(SourceTables.COUNTY_CODE.name(), DataTypes.StringType)
          .add(SourceTables.MEDIUM.name(), DataTypes.StringType)
          .add(ReceivedTables.AVG_VALUE.name(), ReceivedTables.AVG_VALUE.type())
          .add(ReceivedTables.ZS_AVG_VALUE.name(), ReceivedTables.ZS_AVG_VALUE.type())
          .add(ReceivedTables.MIN_VALUE.name(), ReceivedTables.MIN_VALUE.type())
          .add(ReceivedTables.MAX_VALUE.name(), ReceivedTables.MAX_VALUE.type())
          .add(ReceivedTables.COU_VALUE.name(), ReceivedTables.COU_VALUE.type())
          .add(ReceivedTables.DATA_FLAG.name(), DataTypes.StringType)
          .add(SourceTables.O2_PERCENT.name(), SourceTables.O2_PERCENT.type())
          .add(SourceTables.VALID_MINUTES.name(), SourceTables.VALID_MINUTES.type())
          .add(ABNORMAL_MINUTE_RECORDS, DataTypes.IntegerType)
          .add(IS_WATER_WARM, DataTypes.BooleanType)
          .add(SourceTables.FIRST_RECEIVED_AT.name(), SourceTables.FIRST_RECEIVED_AT.type())
          .add(SourceTables.FLAG_IN_TIME.name(), DataTypes.StringType)
          .add(Revisions.REVISION_COUNT, DataTypes.IntegerType)
          .add(Revisions.IS_DECIDED_BY_PATH, DataTypes.BooleanType)
          .add(ReceivedTables.REQUEST_NO.name(), DataTypes.StringType)
          .add(ReceivedTables.FILE_ID.name(), DataTypes.StringType)
          .add(ReceivedTables.RECORD_NO.name(), DataTypes.LongType);

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
      outletDay.begin((int) outletAndDay, (int) (outletAndDay >> Integer.SIZE));
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
      InternalRow row = row(of, of.hours[hour], hour);
      hour++;
      return row;
    }

    private InternalRow row(OutletDay.Factor of, InForce value, int hour) {
      Devices.Device device = devices.at(outletDay.place);
      InForce oxygen = outletDay.oxygen(hour);
      int validMinutes = outletDay.validMinutes(of, hour);
      long time = value.head.dataTime();
      maker
          .begin()
          .text(device.outletCode())
          .text(of.code)
          .number(time - Math.floorMod(time, OutletDay.HOUR))
          .count(outletDay.day)
          .text(device.enterpriseCode())
          .text(device.countyCode())
          .text(device.medium());
      for (int v = 0; v < InForce.VALUES; v++) {
        maker.numberIf(value.has(v), value.values[v]);
      }
      return maker
          .text(value.flag)
          .numberIf(oxygen != null, oxygen == null ? 0 : oxygen.values[InForce.AVG])
          .countIf(validMinutes >= 0, validMinutes)
          .countIf(of.hasMinutes(hour), of.abnormalRecords[hour])
          .truth(isWaterWarm)
          .numberIf(value.firstReceivedAt != Long.MAX_VALUE, value.firstReceivedAt)
          .text(value.flagInTime())
          .count(value.revisions)
          .truth(value.isDecidedByPath)
          .text(value.head.requestNo())
          .text(value.head.fileId())
          .number(value.head.recordNo())
          .row();
    }
  }
}
