package org.dawen.lead;

import java.math.BigDecimal;
import java.util.List;
import org.dawen.run.Settings;

/**
 * What counts as evidence, all ours.
 *
 * @param ticketMinutes a meter offline for longer is a matter
 * @param productionOnPercent share of the rated power above which production is on
 * @param stoppedMarkKinds kinds of marks that say an installation stands
 * @param fewestHoursStopped hours of a day that must say so while production runs
 * @param pollutants whose concentrations are looked at while treatment is off
 * @param fleetClasses classes of OBD anomalies that concern a fleet
 * @param fewestVehicles vehicles one owner has at least for them to be a fleet
 */
record EvidenceSettings(
    BigDecimal ticketMinutes,
    BigDecimal productionOnPercent,
    List<String> stoppedMarkKinds,
    int fewestHoursStopped,
    List<String> pollutants,
    List<String> fleetClasses,
    int fewestVehicles) {
  private static final String TICKET_MINUTES = "power.screening.offline_ticket_minutes";
  private static final String PRODUCTION_ON = "power.screening.production_on_percent";
  private static final String STOPPED_MARKS = "lead.stopped_mark_kinds";
  private static final String FEWEST_HOURS = "lead.fewest_hours_stopped";
  private static final String POLLUTANTS = "lead.pollutants";
  private static final String FLEET_CLASSES = "lead.fleet_anomaly_classes";
  private static final String FEWEST_VEHICLES = "lead.fleet_fewest_vehicles";
  static final List<String> KEYS =
      List.of(
          TICKET_MINUTES,
          PRODUCTION_ON,
          STOPPED_MARKS,
          FEWEST_HOURS,
          POLLUTANTS,
          FLEET_CLASSES,
          FEWEST_VEHICLES);

  static EvidenceSettings of(Settings settings) {
    settings.withoutNegative(List.of(TICKET_MINUTES, PRODUCTION_ON, FEWEST_HOURS, FEWEST_VEHICLES));
    return new EvidenceSettings(
        settings.decimal(TICKET_MINUTES),
        settings.decimal(PRODUCTION_ON),
        settings.texts(STOPPED_MARKS),
        settings.whole(FEWEST_HOURS),
        settings.texts(POLLUTANTS),
        settings.texts(FLEET_CLASSES),
        settings.whole(FEWEST_VEHICLES));
  }
}
