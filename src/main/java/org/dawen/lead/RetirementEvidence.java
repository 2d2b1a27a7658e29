package org.dawen.lead;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.dawen.diesel.DieselTables;
import org.dawen.lake.Nullable;

/**
 * Retirements in doubt (淘汰存疑), of the owner's fleet. VINs and plates of machines are given in the
 * condition, not in the text.
 */
final class RetirementEvidence {
  private static final Set<String> MATTERS =
      Set.of(
          EvidenceKind.RETIRED_BUT_SENDING.name(),
          EvidenceKind.RETIRED_TWICE.name(),
          EvidenceKind.RETIRED_WITHOUT_PROOF.name(),
          EvidenceKind.RETIRED_BEFORE_STAGE.name());

  private final Fleets fleets;

  RetirementEvidence(Fleets fleets) {
    this.fleets = fleets;
  }

  /** A retirement that something speaks against, from {@code diesel.doubtful_retirement}. */
  record Doubted(
      String subjectKind,
      String subjectCode,
      String doubt,
      LocalDate dataDay,
      @Nullable String owner,
      @Nullable String countyCode,
      boolean isProvisional,
      String reason,
      String reasonZh,
      long recordNo) {

    boolean isTruck() {
      return subjectKind.equals("truck");
    }
  }

  /** Empty: the owner is not told, or only a cell of the registry is not filled. */
  Optional<LeadEvidence> of(Doubted d) {
    if (d.owner() == null || !MATTERS.contains(d.doubt())) {
      return Optional.empty();
    }
    String masked = d.isTruck() ? FleetEvidence.masked(d.subjectCode()) : d.subjectCode();
    return Optional.of(
        LeadEvidence.of(
            EvidenceKind.valueOf(d.doubt()),
            fleets.enterpriseOf(d.owner()),
            d.dataDay(),
            new LeadEvidence.Span(
                d.dataDay().atStartOfDay(),
                d.dataDay().plusDays(1).atStartOfDay(),
                Shown.minutesOf(0)),
            new LeadEvidence.Source(
                DieselTables.DOUBTFUL_RETIREMENT.name(),
                Shown.condition(
                    Shown.is("subject_kind", d.subjectKind()),
                    Shown.is("subject_code", d.subjectCode()),
                    Shown.is("doubt", d.doubt()),
                    Shown.is("data_day", d.dataDay()),
                    "record_no = " + d.recordNo())),
            d.isProvisional(),
            new LeadEvidence.Words(
                "%s %s: %s".formatted(d.subjectKind(), masked, d.reason()),
                "%s%s：%s".formatted(d.isTruck() ? "货车" : "机械", masked, d.reasonZh()))));
  }
}
