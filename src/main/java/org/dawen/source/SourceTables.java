package org.dawen.source;

import static org.dawen.lake.Column.civilTime;
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
  public static final Table OUTLET_DAY = Table.of(OutletDay.class);
  public static final Table EXCEEDANCE_HOUR = Table.of(ExceedanceHour.class);
  public static final Table EXCEEDANCE_EPISODE = Table.of(ExceedanceEpisode.class);
  public static final Table SUSPECT_SERIES = Table.of(SuspectSeries.class);
  public static final Table WITHDRAWN_EXCEEDANCE = Table.of(WithdrawnExceedance.class);

  public static final Table REMOVAL_HOUR = Table.of(RemovalHour.class);
  public static final Table AMMONIA_SLIP_HOUR = Table.of(AmmoniaSlipHour.class);
  public static final Table TREATMENT_FINDING = Table.of(TreatmentFinding.class);

  public static final List<Table> ALL =
      List.of(
          OUTLET_HOUR,
          Table.of(UnknownOutlet.class),
          Table.of(PacketFinding.class),
          EXCEEDANCE_HOUR,
          EXCEEDANCE_EPISODE,
          OUTLET_DAY,
          Table.of(TransmissionMonth.class),
          Table.of(AccuracyMonth.class),
          Table.of(ComplianceMonth.class),
          SUSPECT_SERIES,
          WITHDRAWN_EXCEEDANCE,
          REMOVAL_HOUR,
          Table.of(RemovalDay.class),
          AMMONIA_SLIP_HOUR,
          TREATMENT_FINDING);

  public static final Column OUTLET_CODE = Table.of(Outlet.class).column("outlet_code");
  public static final Column POLLUTANT_CODE = Table.of(Limit.class).column("pollutant_code");
  public static final Column UNIT = text("unit");
  public static final Column MARK_KIND = text("mark_kind");
  public static final Column JUDGED_VALUE = decimal("judged_value", 20, 10);
  public static final Column LIMIT_VALUE = decimal("limit_value", 18, 8);
  public static final Column LIMIT_ID = text("limit_id");
  public static final Column IS_PROVISIONAL = truth("is_provisional");
  public static final Column FIRST_HOUR = civilTime("first_hour");
  public static final Column LAST_HOUR = civilTime("last_hour");
}
