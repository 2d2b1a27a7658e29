package org.dawen.source;

import static org.dawen.lake.Column.civilTime;
import static org.dawen.lake.Column.count;
import static org.dawen.lake.Column.decimal;
import static org.dawen.lake.Column.text;
import static org.dawen.lake.Column.truth;

import java.util.List;
import org.dawen.lake.Column;
import org.dawen.lake.Table;
import org.dawen.registry.Limit;
import org.dawen.registry.Outlet;

/** The tables of this room, and columns by which rows of them are shown. */
public final class SourceTables {
  private SourceTables() {}

  public static final Table OUTLET_HOUR = Table.of(OutletHour.class);
  public static final Table EXCEEDANCE_HOUR = Table.of(ExceedanceHour.class);
  public static final Table EXCEEDANCE_EPISODE = Table.of(ExceedanceEpisode.class);
  public static final Table SUSPECT_SERIES = Table.of(SuspectSeries.class);
  public static final Table WITHDRAWN_EXCEEDANCE = Table.of(WithdrawnExceedance.class);

  public static final List<Table> ALL =
      List.of(
          OUTLET_HOUR,
          Table.of(UnknownOutlet.class),
          Table.of(PacketFinding.class),
          EXCEEDANCE_HOUR,
          EXCEEDANCE_EPISODE,
          Table.of(OutletDay.class),
          Table.of(TransmissionMonth.class),
          Table.of(AccuracyMonth.class),
          Table.of(ComplianceMonth.class),
          SUSPECT_SERIES,
          WITHDRAWN_EXCEEDANCE);

  public static final Column OUTLET_CODE = Table.of(Outlet.class).column("outlet_code");
  public static final Column POLLUTANT_CODE = Table.of(Limit.class).column("pollutant_code");
  static final Column ENTERPRISE_CODE = Table.of(Outlet.class).column("enterprise_code");
  public static final Column UNIT = text("unit");
  public static final Column MARK_KIND = text("mark_kind");
  static final Column O2_PERCENT = decimal("o2_percent", 18, 8);
  static final Column IS_JUDGEABLE = truth("is_judgeable");
  static final Column UNJUDGEABLE_REASON = text("unjudgeable_reason");
  static final Column VALID_MINUTES = count("valid_minutes");
  public static final Column JUDGED_VALUE = decimal("judged_value", 20, 10);
  static final Column VALUE_BASIS = text("value_basis");
  public static final Column LIMIT_VALUE = decimal("limit_value", 18, 8);
  static final Column LOWER_LIMIT_VALUE = decimal("lower_limit_value", 18, 8);
  static final Column REFERENCE_O2_PERCENT = decimal("reference_o2_percent", 6, 3);
  public static final Column LIMIT_ID = text("limit_id");
  public static final Column IS_PROVISIONAL = truth("is_provisional");
  static final Column IS_ABOVE_LIMIT = truth("is_above_limit");
  static final Column TIMES_OVER_LIMIT = decimal("times_over_limit", 18, 8);
  static final Column DAY_LIMIT_VALUE = decimal("day_limit_value", 18, 8);
  static final Column DAY_LIMIT_ID = text("day_limit_id");
  static final Column DAY_LIMIT_CONFIDENCE = text("day_limit_confidence");
  static final Column IS_ABOVE_DAY_LIMIT = truth("is_above_day_limit");
  static final Column REVISION_COUNT = count("revision_count");
  public static final Column FIRST_HOUR = civilTime("first_hour");
  public static final Column LAST_HOUR = civilTime("last_hour");
}
