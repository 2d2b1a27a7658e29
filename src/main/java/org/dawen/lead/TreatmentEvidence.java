package org.dawen.lead;

import java.time.LocalDateTime;
import java.util.Optional;
import org.dawen.lead.WeakFacilities.FoundDay;
import org.dawen.source.SourceTables;

/** Treatment facilities of low efficiency (治理设施低效), by what they remove and what they draw. */
final class TreatmentEvidence {
  private TreatmentEvidence() {}

  /** What a screening rule found; empty: nobody knows whose the outlet is. */
  static Optional<LeadEvidence> of(FoundDay found) {
    if (found.enterpriseCode() == null) {
      return Optional.empty();
    }
    EvidenceKind kind = EvidenceKind.valueOf(found.treatmentRule());
    LocalDateTime firstHour = found.firstHour();
    LocalDateTime end = found.lastHour().plusHours(1);
    String place =
        "%s to %s, %s: ".formatted(Shown.minute(firstHour), Shown.minute(end), found.outletCode());
    String placeZh =
        "%s至%s，%s：".formatted(Shown.minute(firstHour), Shown.minute(end), found.outletCode());
    return Optional.of(
        LeadEvidence.of(
            kind,
            found.enterpriseCode(),
            found.dataDay(),
            new LeadEvidence.Span(firstHour, end, Shown.minutesOf(found.findingHours())),
            source(kind, found, firstHour, end),
            found.isProvisional(),
            new LeadEvidence.Words(place + found.reason(), placeZh + found.reasonZh())));
  }

  private static LeadEvidence.Source source(
      EvidenceKind kind, FoundDay found, LocalDateTime from, LocalDateTime to) {
    return kind == EvidenceKind.SLIP_WITH_NOX_NEAR_LIMIT
        ? new LeadEvidence.Source(
            SourceTables.AMMONIA_SLIP_HOUR.name(),
            Shown.condition(
                Shown.is("outlet_code", found.outletCode()),
                Shown.is("hour_start", ">=", from),
                Shown.is("hour_start", "<", to),
                "is_above_slip_limit AND is_nox_near_limit"))
        : new LeadEvidence.Source(
            SourceTables.REMOVAL_HOUR.name(),
            Shown.condition(
                Shown.hoursOf(found.outletCode(), found.pollutantCode(), from, to),
                "(is_below_design OR no_removal_reason = 'INLET_BELOW_OUTLET')"));
  }
}
