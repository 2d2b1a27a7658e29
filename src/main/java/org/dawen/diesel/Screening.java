package org.dawen.diesel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dawen.diesel.InfoScreen.ToldInfo;
import org.dawen.lake.DaySet;
import org.dawen.registry.Vehicle;

/** The anomalies of a vehicle: what all rules find, once per day, rule and begin. */
final class Screening {
  private final DaySet judged;
  private final DayScreen days;
  private final TripScreen trips;
  private final RunScreen runs;
  private final HistoryScreen history;
  private final InfoScreen infos;

  Screening(DieselThresholds t, List<Vehicle> vehicles, DaySet judged) {
    this.judged = judged;
    days = new DayScreen(t);
    trips = new TripScreen(t);
    runs = new RunScreen(t);
    history = new HistoryScreen(t);
    infos = new InfoScreen(new VehicleRegister(vehicles), judged);
  }

  /**
   * The anomalies of the days judged.
   *
   * @param minutes of one vehicle, in order of time
   * @param itsDays of the days judged and the 30 before, in order
   * @param told on those days, in the order in which it was told
   */
  List<Anomaly> of(
      String vin, List<ScreenedMinute> minutes, List<ScreenedDay> itsDays, List<ToldInfo> told) {
    Map<LocalDate, List<Finding>> found = new TreeMap<>();
    byDay(minutes)
        .forEach(
            (day, ofDay) -> {
              Consumer<Finding> findings = into(found, day);
              days.find(ofDay, findings);
              trips.find(ofDay, findings);
              runs.find(ofDay, findings);
            });
    for (int i = 0; i < itsDays.size(); i++) {
      LocalDate day = itsDays.get(i).dataDay();
      if (judged.contains(day)) {
        history.find(upTo(i, itsDays), into(found, day));
      }
    }
    infos.find(told, (day, finding) -> into(found, day).accept(finding));
    List<Anomaly> anomalies = new ArrayList<>();
    found.forEach(
        (day, findings) -> strongest(findings).forEach(f -> anomalies.add(f.of(vin, day))));
    return anomalies;
  }

  private static Consumer<Finding> into(Map<LocalDate, List<Finding>> found, LocalDate day) {
    return finding -> found.computeIfAbsent(day, d -> new ArrayList<>()).add(finding);
  }

  private Map<LocalDate, List<ScreenedMinute>> byDay(List<ScreenedMinute> minutes) {
    Map<LocalDate, List<ScreenedMinute>> byDay =
        minutes.stream()
            .collect(
                Collectors.groupingBy(ScreenedMinute::dataDay, TreeMap::new, Collectors.toList()));
    byDay.keySet().removeIf(day -> !judged.contains(day));
    return byDay;
  }

  /** A day and those of the 30 days before, the latest first. */
  private static List<ScreenedDay> upTo(int place, List<ScreenedDay> days) {
    LocalDate first = days.get(place).dataDay().minusDays(DieselThresholds.DAYS_BACK);
    List<ScreenedDay> history = new ArrayList<>();
    for (int i = place; i >= 0 && !days.get(i).dataDay().isBefore(first); i--) {
      history.add(days.get(i));
    }
    return history;
  }

  /** Of each rule and begin the greatest; where two trucks share a VIN no odometer ran back. */
  private static Iterable<Finding> strongest(List<Finding> findings) {
    boolean isTwice = findings.stream().anyMatch(f -> f.rule() == AnomalyRule.OBD_VIN_TWICE);
    Map<List<Object>, Finding> strongest = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (!isTwice || finding.rule() != AnomalyRule.OBD_ODO_BACK) {
        strongest.merge(
            List.of(finding.rule(), finding.fromAt()),
            finding,
            BinaryOperator.maxBy(Comparator.naturalOrder()));
      }
    }
    return strongest.values();
  }
}
