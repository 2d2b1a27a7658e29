package org.dawen.source;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dawen.intake.ReceivedTables;
import org.dawen.intake.Revisions;
import org.dawen.lake.BareRowMaker;

/** An hour of a factor as its packets say it, before it is judged. */
final class HourRow {
  /** Number of minute records of factor and hour that are not valid; null: no minutes known. */
  static final String ABNORMAL_MINUTE_RECORDS = "_abnormal_minute_records";

  /** Whether the day's mean water temperature is above the one at which limits change. */
  static final String IS_WATER_WARM = "_is_water_warm";

  static final StructType TYPE =
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
          .add(SourceTables.FIRST_RECEIVED_AT.name(), SourceTables.FIRST_RECEIVED_AT.type())
          .add(SourceTables.FLAG_IN_TIME.name(), DataTypes.StringType)
          .add(SourceTables.LATER_EMPTY_FLAG.name(), DataTypes.StringType)
          .add(Revisions.REVISION_COUNT, DataTypes.IntegerType)
          .add(Revisions.RECORD_COUNT, DataTypes.LongType)
          .add(Revisions.IS_DECIDED_BY_PATH, DataTypes.BooleanType)
          .add(ReceivedTables.REQUEST_NO.name(), DataTypes.StringType)
          .add(ReceivedTables.FILE_ID.name(), DataTypes.StringType)
          .add(ReceivedTables.RECORD_NO.name(), DataTypes.LongType);

  private HourRow() {}

  /** Puts the columns of {@link #TYPE}. */
  static void put(
      BareRowMaker maker, Devices.Device device, OutletDay day, OutletDay.Factor of, int hour) {
    InForce value = of.hours[hour];
    Group group = value.group();
    InForce oxygen = day.oxygen(hour);
    int validMinutes = day.validMinutes(of, hour);
    long time = value.head().dataTime();
    maker
        .text(device.outletCode())
        .text(of.code)
        .number(time - Math.floorMod(time, OutletDay.HOUR))
        .count(day.day)
        .text(device.enterpriseCode())
        .text(device.countyCode())
        .text(device.medium());
    for (int v = 0; v < Group.VALUES; v++) {
      maker.numberIf(group.has(v), group.numbers[v]);
    }
    boolean hasOtherOxygen = oxygen != null && !oxygen.head().isSamePacketAs(value.head());
    maker
        .text(group.flag)
        .numberIf(oxygen != null, oxygen == null ? 0 : oxygen.group().numbers[Group.AVG])
        .countIf(validMinutes >= 0, validMinutes)
        .countIf(of.hasMinutes(hour), of.abnormalRecords[hour])
        .numberIf(value.firstReceivedAt != Long.MAX_VALUE, value.firstReceivedAt)
        .text(value.flagInTime())
        .text(value.laterEmptyFlag())
        .count(value.revisions)
        .number(value.records() + (hasOtherOxygen ? 1 : 0))
        .truth(value.isDecidedByPath())
        .text(value.head().requestNo())
        .text(value.head().fileId())
        .number(value.head().recordNo());
  }
}
