package org.dawen.diesel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dawen.codec.gb17691.Vin;
import org.dawen.registry.Vehicle;

/** Which vehicles to look at first: those with anomalies lately, ranked, with reasons and owner. */
final class WatchList {
  private final VehicleRegister vehicles;
  private final int span;
  private final BigDecimal repeatDays;
  private final Map<AnomalyClass, Integer> weights = new EnumMap<>(AnomalyClass.class);

  WatchList(List<Vehicle> vehicles, DieselThresholds t) {
    this.vehicles = new VehicleRegister(vehicles);
    this.span = t.number("watch_days").intValueExact();
    this.repeatDays = t.number("repeat_days");
    for (AnomalyClass c : AnomalyClass.values()) {
      weights.put(c, t.number("weight_" + c).intValue());
    }
  }

  /** On which days a rule found something of a vehicle. */
  private record Hits(AnomalyRule rule, NavigableSet<LocalDate> days) {}

  /** A vehicle before it has a place. */
  private record Listed(
      String vin, int score, AnomalyClass worst, String reasons, NavigableSet<LocalDate> days) {}

  /**
   * The list of each day.
   *
   * @param anomalies of the days listed and the span before
   * @param days to list
   */
  List<WatchedVehicle> of(Collection<AnomalyDay> anomalies, Collection<LocalDate> days) {
    Map<String, Map<AnomalyRule, NavigableSet<LocalDate>>> byVehicle = new TreeMap<>();
    anomalies.forEach(
        a ->
            byVehicle
                .computeIfAbsent(a.vin(), vin -> new EnumMap<>(AnomalyRule.class))
                .computeIfAbsent(a.ruleCode(), rule -> new TreeSet<>())
                .add(a.dataDay()));
    List<WatchedVehicle> rows = new ArrayList<>();
    for (LocalDate day : new TreeSet<>(days)) {
      List<Listed> listed = new ArrayList<>();
      byVehicle.forEach(
          (vin, byRule) -> {
            List<Hits> hits = lately(byRule, day);
            if (!hits.isEmpty()) {
              listed.add(listed(vin, hits));
            }
          });
      rank(day, listed, rows);
    }
    return rows;
  }

  private List<Hits> lately(Map<AnomalyRule, NavigableSet<LocalDate>> byRule, LocalDate day) {
    List<Hits> hits = new ArrayList<>();
    byRule.forEach(
        (rule, days) -> {
          NavigableSet<LocalDate> lately = days.subSet(day.minusDays(span - 1L), true, day, true);
          if (!lately.isEmpty()) {
            hits.add(new Hits(rule, lately));
          }
        });
    return hits;
  }

  private int weight(Hits hits) {
    return weights.get(hits.rule().anomalyClass());
  }

  /** Scored by the weights of the rules hit, and one a day with anomalies. */
  private Listed listed(String vin, List<Hits> hits) {
    NavigableSet<LocalDate> days = new TreeSet<>();
    hits.forEach(h -> days.addAll(h.days()));
    int score = days.size() + hits.stream().mapToInt(this::weight).sum();
    return new Listed(vin, score, worst(hits), reasons(hits), days);
  }

  /** The class of most weight; of equal weights the last by its word. */
  private AnomalyClass worst(List<Hits> hits) {
    return hits.stream()
        .max(
            Comparator.comparingInt(this::weight)
                .thenComparing(h -> h.rule().anomalyClass().toString()))
        .map(h -> h.rule().anomalyClass())
        .orElseThrow();
  }

  /** The rules hit with the number of days each, those of most weight first. */
  private String reasons(List<Hits> hits) {
    return hits.stream()
        .sorted(
            Comparator.comparingInt(this::weight).reversed().thenComparing(h -> h.rule().name()))
        .map(h -> "%s (%d d)".formatted(h.rule().name(), h.days().size()))
        .collect(Collectors.joining(", "));
  }

  /** Places by score; equal scores share one, and the next is left out. */
  private void rank(LocalDate day, List<Listed> listed, List<WatchedVehicle> rows) {
    listed.sort(Comparator.comparingInt(Listed::score).reversed());
    int rank = 0;
    for (int i = 0; i < listed.size(); i++) {
      if (i == 0 || listed.get(i).score() != listed.get(i - 1).score()) {
        rank = i + 1;
      }
      rows.add(row(day, rank, listed.get(i)));
    }
  }

  private WatchedVehicle row(LocalDate day, int rank, Listed listed) {
    Vehicle registered = vehicles.on(listed.vin(), day);
    LocalDate first = listed.days().first();
    return new WatchedVehicle(
        day,
        rank,
        listed.vin(),
        Vin.masked(listed.vin()),
        registered != null,
        registered == null ? null : registered.plate(),
        registered == null ? null : registered.owner(),
        registered == null ? null : registered.countyCode(),
        listed.score(),
        listed.worst(),
        listed.reasons(),
        new WatchedVehicle.Seen(
            listed.days().size(),
            first,
            listed.days().last(),
            (int) ChronoUnit.DAYS.between(first, day)),
        BigDecimal.valueOf(listed.days().size()).compareTo(repeatDays) >= 0);
  }

  /** That a rule found something of a vehicle on a day, from {@code diesel.anomaly}. */
  record AnomalyDay(String vin, LocalDate dataDay, AnomalyRule ruleCode) {}
}
