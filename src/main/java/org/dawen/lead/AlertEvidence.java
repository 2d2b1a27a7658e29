package org.dawen.lead;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.dawen.lake.Nullable;
import org.dawen.registry.Alert;
import org.dawen.registry.Cities;
import org.dawen.registry.County;
import org.dawen.source.SourceTables;

/** Hours above their limit under an alert that concerns the county. */
final class AlertEvidence {
  private final List<Alert> alerts;
  private final Cities cities;

  AlertEvidence(List<Alert> alerts, List<County> counties) {
    this.alerts = alerts;
    this.cities = new Cities(counties);
  }

  private record Series(String enterprise, String outlet, String pollutant, LocalDate day) {}

  /** One piece of evidence per outlet, pollutant and day. */
  List<LeadEvidence> of(List<ExceedanceHour> hours) {
    Map<Series, List<ExceedanceHour>> series = new LinkedHashMap<>();
    for (ExceedanceHour h : hours) {
      if (h.enterpriseCode() != null && isUnderAlert(h)) {
        series
            .computeIfAbsent(
                new Series(h.enterpriseCode(), h.outletCode(), h.pollutantCode(), h.dataDay()),
                s -> new ArrayList<>())
            .add(h);
      }
    }
    List<LeadEvidence> evidence = new ArrayList<>();
    series.forEach((s, of) -> evidence.add(evidence(s, of)));
    return evidence;
  }

  /** A county that the registry does not have is under no alert. */
  private boolean isUnderAlert(ExceedanceHour h) {
    String county = h.countyCode();
    return county != null
        && cities.hasCounty(county)
        && alerts.stream()
            .anyMatch(a -> a.holdsAt(h.hourStart()) && a.concerns(county, cities.of(county)));
  }

  private static LeadEvidence evidence(Series s, List<ExceedanceHour> hours) {
    TreeSet<LocalDateTime> starts = new TreeSet<>();
    hours.forEach(h -> starts.add(h.hourStart()));
    LocalDateTime start = starts.first();
    LocalDateTime end = starts.last().plusHours(1);
    return LeadEvidence.of(
        EvidenceKind.EXCEEDED_DURING_ALERT,
        s.enterprise(),
        s.day(),
        new LeadEvidence.Span(start, end, Shown.minutesOf(starts.size())),
        new LeadEvidence.Source(
            SourceTables.EXCEEDANCE_HOUR.name(),
            Shown.hoursOf(s.outlet(), s.pollutant(), start, end)),
        hours.stream().anyMatch(ExceedanceHour::isProvisional),
        new LeadEvidence.Words(
            "%s to %s, %s: %s above its limit for %d h under an alert"
                .formatted(
                    Shown.minute(start),
                    Shown.minute(end),
                    s.outlet(),
                    s.pollutant(),
                    starts.size()),
            "%s至%s，%s：预警期间%s超标%d小时"
                .formatted(
                    Shown.minute(start),
                    Shown.minute(end),
                    s.outlet(),
                    s.pollutant(),
                    starts.size())));
  }

  /** An hour above its limit, from {@code source.exceedance_hour}. */
  record ExceedanceHour(
      String outletCode,
      String pollutantCode,
      LocalDateTime hourStart,
      LocalDate dataDay,
      @Nullable String enterpriseCode,
      @Nullable String countyCode,
      boolean isProvisional) {}
}
