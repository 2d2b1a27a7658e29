package org.dawen.air;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dawen.air.AreaDays.CityReading;
import org.dawen.air.StationHours.AirReading;
import org.dawen.air.StationHours.InstrumentCaps;
import org.dawen.intake.ReceivedAir;
import org.dawen.intake.ReceivedAirCityDay;
import org.dawen.lake.Table;
import org.dawen.registry.County;
import org.dawen.registry.DustHour;
import org.dawen.registry.Station;
import org.dawen.registry.Township;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.References;

/** One day at a time: hours of stations, their days, and the days of their areas. */
public final class StationPass implements Pass {
  private static final long serialVersionUID = 1L;
  private static final String REQUIRE_SHARE = "air.require_share_of_stations";

  @Override
  public PassSpec spec() {
    String[] laws = {
      "air_limits.csv",
      "air_validity.csv",
      "aqi_breakpoints.csv",
      "aqi_classes.csv",
      "aqi_reporting.csv"
    };
    return PassSpec.of()
        .follows(Table.of(ReceivedAir.class), AirReading.class, r -> r.dataDay().toString())
        .follows(Table.of(ReceivedAirCityDay.class), CityReading.class, r -> r.dataDay().toString())
        .looksUp(Station.class, DustHour.class, County.class, Township.class)
        .gives(
            JobSpec.writes(StationHour.class, UnknownStation.class)
                .follows(Table.of(ReceivedAir.class))
                .looksUp(Table.of(Station.class), Table.of(DustHour.class))
                .settings(RulesAsOf.SETTING)
                .settings(InstrumentCaps.SETTINGS)
                .standards("aqi_breakpoints.csv", "aqi_classes.csv", "aqi_reporting.csv"))
        .gives(
            JobSpec.writes(StationDay.class)
                .follows(Table.of(ReceivedAir.class))
                .looksUp(Table.of(Station.class), Table.of(DustHour.class))
                .settings(RulesAsOf.SETTING)
                .settings(InstrumentCaps.SETTINGS)
                .standards(laws))
        .gives(
            JobSpec.writes(AreaDay.class)
                .follows(Table.of(ReceivedAir.class), Table.of(ReceivedAirCityDay.class))
                .looksUp(
                    Table.of(Station.class),
                    Table.of(DustHour.class),
                    Table.of(County.class),
                    Table.of(Township.class))
                // Caps of instruments only mark hours: no figure of an area depends on them.
                .settings(RulesAsOf.SETTING, REQUIRE_SHARE)
                .standards(laws))
        .build();
  }

  @Override
  public Rule rule(References references) {
    RulesAsOf rulesAsOf = RulesAsOf.of(references.settings().text(RulesAsOf.SETTING));
    StationRegister stations =
        new StationRegister(references.all(Station.class), references.all(DustHour.class));
    AreaRegister areas =
        new AreaRegister(references.all(County.class), references.all(Township.class));
    StationHours stationHours =
        new StationHours(stations, InstrumentCaps.of(references.settings()), rulesAsOf);
    StationDays stationDays = new StationDays(rulesAsOf);
    boolean requiresShare = references.settings().flag(REQUIRE_SHARE);
    AreaDays areaDays = new AreaDays(stations, areas, requiresShare, rulesAsOf);
    return (entity, out) -> {
      LocalDate day = LocalDate.parse(entity.key());
      List<AirReading> readings = entity.rows(AirReading.class);
      Map<String, List<StationHour>> hours =
          readings.isEmpty() ? Map.of() : stationHours.of(day, readings);
      hours.values().forEach(of -> of.forEach(out::give));
      stationHours.unknown(day, readings).forEach(out::give);
      List<StationDay> days = hours.values().stream().map(stationDays::of).toList();
      days.forEach(out::give);
      areaDays.of(day, days, entity.rows(CityReading.class)).forEach(out::give);
    };
  }
}
