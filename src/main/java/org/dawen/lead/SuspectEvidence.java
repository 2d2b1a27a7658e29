package org.dawen.lead;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dawen.lake.Nullable;
import org.dawen.lead.ElectricityEvidence.ElectricityAnomaly;
import org.dawen.source.SourceTables;

/**
 * Measured values in doubt beside electricity in doubt (监测数据可疑): a suspect series of one outlet,
 * and an electricity anomaly of the same enterprise in the same hours. One alone is no evidence of
 * this matter. Ours.
 */
final class SuspectEvidence {
  private SuspectEvidence() {}

  private record Finding(LocalDate day, LeadEvidence.Source source) {}

  /** The hours that series and anomaly share, as far as they reach. */
  private record Shared(ElectricityAnomaly anomaly, LocalDateTime startsAt, LocalDateTime endsAt) {
    static Shared of(SuspectSeries s, ElectricityAnomaly a) {
      return new Shared(
          a,
          s.firstHour().isAfter(a.startsAt()) ? s.firstHour() : a.startsAt(),
          s.end().isBefore(a.endsAt()) ? s.end() : a.endsAt());
    }

    Shared and(Shared other) {
      return new Shared(
          anomaly,
          startsAt.isBefore(other.startsAt) ? startsAt : other.startsAt,
          endsAt.isAfter(other.endsAt) ? endsAt : other.endsAt);
    }
  }

  /**
   * Two kinds of evidence, of one enterprise: each series once, each anomaly once a day, cut to the
   * hours that both share.
   *
   * @param anomalies those of the days and of the day before them, for a finding is followed to the
   *     end of the next day
   */
  static List<LeadEvidence> of(List<SuspectSeries> series, List<ElectricityAnomaly> anomalies) {
    List<LeadEvidence> evidence = new ArrayList<>();
    Map<Finding, Shared> shared = new LinkedHashMap<>();
    for (SuspectSeries s : series) {
      List<ElectricityAnomaly> meanwhile =
          anomalies.stream().filter(a -> s.enterpriseCode() != null && overlap(s, a)).toList();
      if (!meanwhile.isEmpty()) {
        evidence.add(ofSeries(s, meanwhile));
        meanwhile.forEach(
            a -> shared.merge(new Finding(s.dataDay(), a.source()), Shared.of(s, a), Shared::and));
      }
    }
    shared.forEach((finding, of) -> evidence.add(ofAnomaly(finding, of)));
    return evidence;
  }

  private static boolean overlap(SuspectSeries s, ElectricityAnomaly a) {
    return s.firstHour().isBefore(a.endsAt()) && s.end().isAfter(a.startsAt());
  }

  private static LeadEvidence ofSeries(SuspectSeries s, List<ElectricityAnomaly> meanwhile) {
    String rules = Shown.list(meanwhile.stream().map(ElectricityAnomaly::rule).toList(), ", ");
    String start = Shown.minute(s.firstHour());
    String end = Shown.minute(s.end());
    return LeadEvidence.of(
        EvidenceKind.SUSPECT_SERIES,
        s.enterpriseCode(),
        s.dataDay(),
        new LeadEvidence.Span(s.firstHour(), s.end(), Shown.minutesOf(s.suspectHours())),
        new LeadEvidence.Source(
            SourceTables.SUSPECT_SERIES.name(),
            Shown.condition(
                Shown.is("outlet_code", s.outletCode()),
                Shown.is("pollutant_code", s.pollutantCode()),
                Shown.is("suspect_rule", s.suspectRule()),
                Shown.is("data_day", s.dataDay()))),
        new LeadEvidence.Words(
            "%s to %s, %s: %s is suspect for %d h (%s: %s) while electricity shows %s"
                .formatted(
                    start,
                    end,
                    s.outletCode(),
                    s.pollutantCode(),
                    s.suspectHours(),
                    s.suspectRule(),
                    s.suspectFigures(),
                    rules),
            "%s至%s，%s：%s数据可疑%d小时（%s），同期用电异常（%s）"
                .formatted(
                    start,
                    end,
                    s.outletCode(),
                    s.pollutantCode(),
                    s.suspectHours(),
                    s.suspectRule(),
                    rules)));
  }

  private static LeadEvidence ofAnomaly(Finding finding, Shared shared) {
    String start = Shown.minute(shared.startsAt());
    String end = Shown.minute(shared.endsAt());
    return LeadEvidence.of(
        EvidenceKind.ELECTRICITY_ANOMALY,
        shared.anomaly().enterpriseCode(),
        finding.day(),
        new LeadEvidence.Span(
            shared.startsAt(),
            shared.endsAt(),
            Shown.minutesBetween(shared.startsAt(), shared.endsAt())),
        finding.source(),
        new LeadEvidence.Words(
            "in the same hours, %s to %s: %s".formatted(start, end, shared.anomaly().reason()),
            "同一时段（%s至%s）：%s".formatted(start, end, shared.anomaly().reasonZh())));
  }

  /** A series of values in doubt, from {@code source.suspect_series}. */
  record SuspectSeries(
      String outletCode,
      String pollutantCode,
      LocalDate dataDay,
      String suspectRule,
      @Nullable String enterpriseCode,
      LocalDateTime firstHour,
      LocalDateTime lastHour,
      long suspectHours,
      String suspectFigures) {

    /** Its end, not included. */
    LocalDateTime end() {
      return lastHour.plusHours(1);
    }
  }
}
