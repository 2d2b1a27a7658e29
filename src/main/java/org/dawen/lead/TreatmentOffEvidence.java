package org.dawen.lead;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dawen.lake.TextOrder;
import org.dawen.lead.ElectricityEvidence.ElectricityAnomaly;
import org.dawen.source.SourceTables;

/**
 * What the outlets of an enterprise reported in the full hours in which its treatment was off:
 * within the limit, which a unit that is off can hardly reach, or above it.
 */
final class TreatmentOffEvidence {
  private final List<String> pollutants;

  TreatmentOffEvidence(EvidenceSettings settings) {
    this.pollutants = settings.pollutants();
  }

  private record Series(String outlet, String pollutant) {}

  /** One piece of evidence an anomaly, outlet and pollutant, of one enterprise. */
  List<LeadEvidence> of(List<ElectricityAnomaly> anomalies, List<OutletHour> hours) {
    TreeMap<LocalDateTime, List<OutletHour>> judged = new TreeMap<>();
    for (OutletHour h : hours) {
      if (isJudged(h)) {
        judged.computeIfAbsent(h.hourStart(), t -> new ArrayList<>()).add(h);
      }
    }
    List<LeadEvidence> evidence = new ArrayList<>();
    for (ElectricityAnomaly a : anomalies) {
      if (a.rule().equals(EvidenceKind.TREATMENT_OFF.name())) {
        Map<Series, List<OutletHour>> meanwhile = new LinkedHashMap<>();
        judged.tailMap(a.startsAt(), true).values().stream()
            .takeWhile(of -> !of.get(0).hourEnd().isAfter(a.endsAt()))
            .flatMap(List::stream)
            .forEach(
                h ->
                    meanwhile
                        .computeIfAbsent(
                            new Series(h.outletCode(), h.pollutantCode()), s -> new ArrayList<>())
                        .add(h));
        meanwhile.values().forEach(of -> evidence.add(evidence(a, of)));
      }
    }
    return evidence;
  }

  private boolean isJudged(OutletHour h) {
    return pollutants.contains(h.pollutantCode())
        && "gas".equals(h.medium())
        && h.isJudgeable()
        && h.isAboveLimit() != null;
  }

  private static LeadEvidence evidence(ElectricityAnomaly off, List<OutletHour> hours) {
    OutletHour first = hours.get(0);
    LocalDateTime start = first.hourStart();
    LocalDateTime end = hours.get(hours.size() - 1).hourEnd();
    boolean isLow = hours.stream().noneMatch(OutletHour::isAboveLimit);
    String smallest =
        Shown.plain(known(hours, OutletHour::judgedValue).min(naturally()).orElse(null));
    String largest =
        Shown.plain(known(hours, OutletHour::judgedValue).max(naturally()).orElse(null));
    String limit = Shown.plain(known(hours, OutletHour::limitValue).max(naturally()).orElse(null));
    String unit = known(hours, OutletHour::unit).max(TextOrder::compare).orElse("");
    return LeadEvidence.of(
        isLow ? EvidenceKind.CONCENTRATION_STAYED_LOW : EvidenceKind.EXCEEDED_MEANWHILE,
        off.enterpriseCode(),
        off.dataDay(),
        new LeadEvidence.Span(start, end, Shown.minutesOf(hours.size())),
        new LeadEvidence.Source(
            SourceTables.OUTLET_HOUR.name(),
            Shown.hoursOf(first.outletCode(), first.pollutantCode(), start, end)),
        hours.stream().anyMatch(h -> Boolean.TRUE.equals(h.isProvisional())),
        new LeadEvidence.Words(
            "%s to %s, %s: %s was %s to %s %s, limit %s, while %s was off"
                .formatted(
                    Shown.minute(start),
                    Shown.minute(end),
                    first.outletCode(),
                    first.pollutantCode(),
                    smallest,
                    largest,
                    unit,
                    limit,
                    off.subjectCode()),
            "%s至%s，%s：%s停运期间%s为%s～%s%s（限值%s）"
                .formatted(
                    Shown.minute(start),
                    Shown.minute(end),
                    first.outletCode(),
                    off.subjectCode(),
                    first.pollutantCode(),
                    smallest,
                    largest,
                    unit,
                    limit)));
  }

  private static <T> Stream<T> known(List<OutletHour> hours, Function<OutletHour, T> item) {
    return hours.stream().map(item).filter(Objects::nonNull);
  }

  private static Comparator<BigDecimal> naturally() {
    return Comparator.naturalOrder();
  }
}
