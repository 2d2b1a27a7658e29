package org.dawen.lead;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.dawen.lake.Nullable;
import org.dawen.registry.County;
import org.dawen.source.SourceTables;

/** Hours above their limit under an alert that concerns the county. */
final class AlertEvidence {
  private static final int CITY_DIGITS = 4;

  private final List<AlertSpan> alerts;

  /** Each county of the registry with its city; null: the registry does not tell it. */
  private final Map<String, String> cities = new HashMap<>();

  AlertEvidence(List<AlertSpan> alerts, List<County> counties) {
    this.alerts = alerts;
    counties.forEach(c -> cities.merge(c.countyCode(), orEmpty(c.cityCode()), this::first));
  }

  private static String orEmpty(String city) {
    return city == null ? "" : city;
  }

  private String first(String a, String b) {
    return a.isEmpty() || !b.isEmpty() && Shown.TEXTS.compare(b, a) < 0 ? b : a;
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
    if (county == null || !cities.containsKey(county)) {
      return false;
    }
    String known = cities.get(county);
    // GB/T 2260: the first four digits are those of the city.
    String city =
        known.isEmpty()
            ? county.substring(0, Math.min(CITY_DIGITS, county.length())) + "00"
            : known;
    return alerts.stream().anyMatch(a -> a.holdsAt(h.hourStart()) && a.concerns(county, city));
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

  /**
   * When and where an alert holds, from {@code registry.alert}.
   *
   * @param endsAt null: no end is named
   * @param areaCode a county or a city; null: everywhere
   */
  record AlertSpan(
      LocalDateTime startsAt, @Nullable LocalDateTime endsAt, @Nullable String areaCode) {

    boolean holdsAt(LocalDateTime time) {
      return !time.isBefore(startsAt) && (endsAt == null || time.isBefore(endsAt));
    }

    boolean concerns(String county, String city) {
      return areaCode == null || areaCode.equals(county) || areaCode.equals(city);
    }
  }
}
