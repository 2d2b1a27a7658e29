package org.dawen.lead;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dawen.lake.TextOrder;
import org.dawen.source.SourceTables;

/** Outlets that exceeded upstream of sections that miss their target, or are heading there. */
final class WaterEvidence {
  private static final String HEADING = "open";

  private WaterEvidence() {}

  private record Series(String outlet, String pollutant, LocalDate day, EvidenceKind kind) {}

  /** One piece of evidence per outlet, factor, day and kind, of one enterprise. */
  static List<LeadEvidence> of(List<UpstreamExceedance> exceedances) {
    Map<Series, List<UpstreamExceedance>> series = new LinkedHashMap<>();
    for (UpstreamExceedance e : exceedances) {
      EvidenceKind kind =
          e.goalState().equals(HEADING)
              ? EvidenceKind.SECTION_TARGET_AT_RISK
              : EvidenceKind.SECTION_TARGET_MISSED;
      series
          .computeIfAbsent(
              new Series(e.outletCode(), e.pollutantCode(), e.dataDay(), kind),
              s -> new ArrayList<>())
          .add(e);
    }
    List<LeadEvidence> evidence = new ArrayList<>();
    series.forEach((s, of) -> evidence.add(evidence(s, of)));
    return evidence;
  }

  private static LeadEvidence evidence(Series s, List<UpstreamExceedance> of) {
    UpstreamExceedance first = of.get(0);
    LeadEvidence.Span span =
        new LeadEvidence.Span(
            first.firstHour(),
            first.lastHour().plusHours(1),
            Shown.minutesOf(first.exceedingHours()));
    String start = Shown.minute(span.startsAt());
    String end = Shown.minute(span.endsAt());
    return LeadEvidence.of(
        s.kind(),
        first.enterpriseCode(),
        s.day(),
        span,
        new LeadEvidence.Source(
            SourceTables.EXCEEDANCE_HOUR.name(),
            Shown.hoursOf(s.outlet(), s.pollutant(), span.startsAt(), span.endsAt())),
        of.stream().anyMatch(UpstreamExceedance::isProvisional),
        new LeadEvidence.Words(
            "%s to %s, %s: %s above its limit for %d h; %s"
                .formatted(
                    start,
                    end,
                    s.outlet(),
                    s.pollutant(),
                    first.exceedingHours(),
                    together(of, WaterEvidence::english)),
            "%s至%s，%s：%s超标%d小时；%s"
                .formatted(
                    start,
                    end,
                    s.outlet(),
                    s.pollutant(),
                    first.exceedingHours(),
                    together(of, WaterEvidence::chinese))));
  }

  private static String together(
      List<UpstreamExceedance> of, java.util.function.Function<UpstreamExceedance, String> words) {
    return of.stream().map(words).sorted(TextOrder::compare).collect(Collectors.joining("; "));
  }

  private static String english(UpstreamExceedance e) {
    return "section %s %s was of class %s in %s that day (target %s), its month %s"
        .formatted(
            e.sectionCode(),
            e.isNamedUpstream() ? "below it" : "in the same county",
            e.itemClass(),
            e.item(),
            e.targetClass(),
            switch (e.goalState()) {
              case "missed" -> "missed the target";
              case "out_of_reach" -> "cannot reach the target";
              default -> "is heading for a miss";
            });
  }

  private static String chinese(UpstreamExceedance e) {
    return "%s断面%s当日%s为%s类（目标%s类），当月%s"
        .formatted(
            e.isNamedUpstream() ? "下游" : "同区县",
            e.sectionCode(),
            e.item(),
            e.itemClass(),
            e.targetClass(),
            switch (e.goalState()) {
              case "missed" -> "未达标";
              case "out_of_reach" -> "已无法达标";
              default -> "照此趋势将不达标";
            });
  }
}
