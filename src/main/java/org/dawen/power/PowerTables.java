package org.dawen.power;

import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.ENERGY_KWH;
import static org.dawen.intake.ReceivedTables.FILE_ID;
import static org.dawen.intake.ReceivedTables.INTERVAL_END;
import static org.dawen.intake.ReceivedTables.RECORD_NO;
import static org.dawen.lake.Column.civilTime;
import static org.dawen.lake.Column.count;
import static org.dawen.lake.Column.decimal;
import static org.dawen.lake.Column.text;
import static org.dawen.lake.Column.truth;
import static org.dawen.lake.Column.whole;
import static org.dawen.lake.Table.table;

import java.util.List;
import org.dawen.intake.Revisions;
import org.dawen.lake.Column;
import org.dawen.lake.Layout;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryTables;

/** Intervals of electricity meters (分表计电). */
public final class PowerTables {
  private PowerTables() {}

  public static final Column METER_CODE = RegistryTables.METER_CODE.required();
  public static final Column ENTERPRISE_CODE = RegistryTables.ENTERPRISE_CODE;
  public static final Column ROLE = RegistryTables.METER_ROLE;
  public static final Column FACILITY_CODE = RegistryTables.FACILITY_CODE;
  public static final Column RATED_KW = RegistryTables.RATED_KW;
  public static final Column IS_REGISTERED =
      truth("is_registered").required().says("The registry has the meter that day.", "是否在册");

  public static final Column INTERVAL_START =
      civilTime("interval_start").required().says("Start of the interval, Beijing time.", "时段起始");
  public static final Column INTERVAL_MINUTES =
      decimal("interval_minutes", 12, 6)
          .unit("min")
          .required()
          .says(
              "Length of the interval: the smaller distance to a neighbour of the same meter and"
                  + " day; without a neighbour near enough, our default.",
              "时段长度");
  public static final Column MEAN_POWER_KW =
      decimal("mean_power_kw", 18, 4)
          .unit("kW")
          .says("Energy / length of the interval; null: no energy.", "平均功率");
  public static final Column IS_PLAUSIBLE =
      truth("is_plausible")
          .says(
              "Mean power is at most the rated power times a factor of ours; null: no rated power"
                  + " or no energy.",
              "是否合理");

  public static final Column REVISION_COUNT =
      count(Revisions.REVISION_COUNT).required().says("Revisions of the interval received.", "版本数");
  public static final Column IS_DECIDED_BY_PATH =
      truth(Revisions.IS_DECIDED_BY_PATH)
          .required()
          .says("Revisions differ and only path and record number decided.", "是否仅凭路径取舍");

  public static final Table METER_INTERVAL =
      table("power.meter_interval")
          .says(
              "One row per meter and interval received: the revision in force and its mean power.")
          .key(METER_CODE, INTERVAL_END)
          .day(DATA_DAY)
          .layout(Layout.BY_MONTH)
          .from("received.power", "registry.meter")
          .warns(
              "The length of an interval is inferred from its neighbours, not reported",
              "Whether a power is plausible is a screening threshold of ours")
          .columns(
              METER_CODE,
              INTERVAL_START,
              INTERVAL_END,
              DATA_DAY,
              IS_REGISTERED,
              ENTERPRISE_CODE,
              ROLE,
              FACILITY_CODE,
              INTERVAL_MINUTES,
              ENERGY_KWH,
              MEAN_POWER_KW,
              RATED_KW,
              IS_PLAUSIBLE,
              REVISION_COUNT,
              IS_DECIDED_BY_PATH,
              FILE_ID,
              RECORD_NO);

  public static final Column RECEIVED_INTERVAL_COUNT =
      whole("received_interval_count").required().says("Different intervals received.", "收到时段数");
  public static final Column FIRST_FILE_ID =
      text("first_file_id")
          .required()
          .says("First in the order of paths of the files that name the meter.", "首个来源文件");

  public static final Table UNKNOWN_METER =
      table("power.unknown_meter")
          .says("One row per meter and day received without a registry row valid that day.")
          .key(METER_CODE, DATA_DAY)
          .day(DATA_DAY)
          .from("received.power", "registry.meter")
          .columns(METER_CODE, DATA_DAY, RECEIVED_INTERVAL_COUNT, FIRST_FILE_ID);

  public static final List<Table> ALL = List.of(METER_INTERVAL, UNKNOWN_METER);
}
