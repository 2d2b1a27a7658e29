package org.dawen.lead;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.dawen.diesel.DieselTables;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.DaySet;
import org.dawen.lake.SqlLiteral;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.lake.TextOrder;
import org.dawen.power.PowerTables;
import org.dawen.registry.Alert;
import org.dawen.registry.Meter;
import org.dawen.run.Evidence;
import org.dawen.source.SourceTables;

/**
 * The rows behind the evidence of one lead, asked for with few queries: what each piece of evidence
 * names in its source, the hours of outlets and the intervals of meters in its time.
 */
final class LeadSources {
  /** Rows of one kind that are shown at most; a month of a large enterprise is below. */
  private static final int MOST_ROWS = 100_000;

  /** Conditions asked in one query. */
  private static final int AT_ONCE = 40;

  private static final List<Table> SOURCES =
      List.of(
          PowerTables.ANOMALY,
          PowerTables.RESPONSE_DAY,
          SourceTables.OUTLET_HOUR,
          SourceTables.EXCEEDANCE_HOUR,
          SourceTables.SUSPECT_SERIES,
          SourceTables.REMOVAL_HOUR,
          SourceTables.AMMONIA_SLIP_HOUR,
          DieselTables.ANOMALY,
          DieselTables.DOUBTFUL_RETIREMENT);

  private final Evidence asked;
  private final List<LeadEvidence> evidence;
  private final LocalDate from;
  private final LocalDate to;
  private final Map<Integer, List<TableRow>> named = new HashMap<>();
  private final Map<Integer, List<TableRow>> suspectHours = new HashMap<>();
  private final List<TableRow> intervals;

  private LeadSources(Evidence asked, Lead lead) {
    this.asked = asked;
    this.evidence =
        asked.rows(LeadEvidence.class).stream()
            .filter(e -> e.enterpriseCode().equals(lead.enterpriseCode()))
            .filter(e -> e.matter() == lead.matter())
            .filter(e -> !e.dataDay().isBefore(lead.dataDay()))
            .filter(e -> !e.dataDay().isAfter(lead.lastDay()))
            .sorted(
                Comparator.comparing(LeadEvidence::startsAt)
                    .thenComparing(e -> e.evidenceKind().name())
                    .thenComparing(LeadEvidence::sourceKey, TextOrder::compare))
            .limit(MOST_ROWS)
            .toList();
    // Evidence may begin the day before its own, and goes on to the next day at most.
    this.from = lead.dataDay().minusDays(1);
    this.to = lead.lastDay().plusDays(1);
    for (Table source : SOURCES) {
      List<Integer> places =
          IntStream.range(0, evidence.size())
              .filter(i -> evidence.get(i).sourceTable().equals(source.name()))
              .boxed()
              .toList();
      collect(
          source, places, places.stream().map(i -> evidence.get(i).sourceKey()).toList(), named);
    }
    collectSuspectHours();
    this.intervals = findIntervals(lead.enterpriseCode());
  }

  static LeadSources of(Lead lead, Evidence asked) {
    return new LeadSources(asked, lead);
  }

  /** All evidence, in the order of time. */
  List<LeadEvidence> evidence() {
    return evidence;
  }

  /** The rows that a piece of evidence names, in its source table. */
  List<TableRow> named(int place) {
    return named.getOrDefault(place, List.of());
  }

  /** The hours of a suspect series. */
  List<TableRow> suspectHours(int place) {
    return suspectHours.getOrDefault(place, List.of());
  }

  /** Intervals of some meters that touch a time. */
  List<TableRow> intervals(Set<String> meters, LocalDateTime start, LocalDateTime end) {
    return intervals.stream()
        .filter(r -> meters.contains(r.text(PowerTables.METER_CODE)))
        .filter(
            r ->
                r.civilTime(ReceivedTables.INTERVAL_END).isAfter(start)
                    && r.civilTime(PowerTables.INTERVAL_START).isBefore(end))
        .toList();
  }

  /** Meters with data in the time of the lead that had this role. */
  Set<String> metersOf(String role) {
    Set<String> meters = new TreeSet<>();
    intervals.stream()
        .filter(r -> role.equals(r.text(PowerTables.ROLE)))
        .forEach(r -> meters.add(r.text(PowerTables.METER_CODE)));
    return meters;
  }

  /** Rows of these meters that are valid on the day. */
  List<Meter> registered(Set<String> meters, LocalDate day) {
    return asked.rows(Meter.class).stream()
        .filter(m -> meters.contains(m.meterCode()) && m.period().holdsOn(day))
        .toList();
  }

  /** Alerts that touch a time. */
  List<Alert> alerts(LocalDateTime start, LocalDateTime end) {
    return asked.rows(Alert.class).stream()
        .filter(a -> a.startsAt().isBefore(end))
        .filter(a -> a.endsAt() == null || a.endsAt().isAfter(start))
        .toList();
  }

  private void collect(
      Table table, List<Integer> places, List<String> conditions, Map<Integer, List<TableRow>> to) {
    for (int begin = 0; begin < places.size(); begin += AT_ONCE) {
      int end = Math.min(begin + AT_ONCE, places.size());
      List<List<TableRow>> rows =
          asked.rows(
              table,
              conditions.subList(begin, end).stream().map(c -> days() + " AND " + c).toList());
      for (int i = begin; i < end; i++) {
        to.put(places.get(i), rows.get(i - begin));
      }
    }
  }

  private String days() {
    return DaySet.between(from, to).toSql("data_day");
  }

  private void collectSuspectHours() {
    List<Integer> places = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < evidence.size(); i++) {
      if (evidence.get(i).sourceTable().equals(SourceTables.SUSPECT_SERIES.name())) {
        for (TableRow series : named(i)) {
          places.add(i);
          conditions.add(
              "outlet_code = %s AND pollutant_code = %s AND hour_start BETWEEN TIMESTAMP'%s' AND TIMESTAMP'%s'"
                  .formatted(
                      SqlLiteral.of(series.text(SourceTables.OUTLET_CODE)),
                      SqlLiteral.of(series.text(SourceTables.POLLUTANT_CODE)),
                      series.civilTime(SourceTables.FIRST_HOUR),
                      series.civilTime(SourceTables.LAST_HOUR)));
        }
      }
    }
    collect(SourceTables.OUTLET_HOUR, places, conditions, suspectHours);
  }

  private List<TableRow> findIntervals(String enterprise) {
    boolean needsMeters =
        evidence.stream()
            .anyMatch(
                e ->
                    e.sourceTable().startsWith("power.")
                        || e.evidenceKind() == EvidenceKind.PACKETS_SAY_STOPPED
                        || e.evidenceKind() == EvidenceKind.TREATMENT_WITHOUT_LOAD);
    return needsMeters
        ? asked.rows(
            PowerTables.METER_INTERVAL,
            days() + " AND enterprise_code = " + SqlLiteral.of(enterprise))
        : List.of();
  }
}
