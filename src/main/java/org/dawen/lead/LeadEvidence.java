package org.dawen.lead;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.OfTable;

/** A piece of evidence: what a source says about an enterprise and a matter. */
@OfTable(
    name = "lead.evidence",
    grain = "One row per enterprise, matter and piece of evidence, on the day it begins.",
    layout = Layout.BY_YEAR,
    sources = {
      "power.anomaly",
      "power.response_day",
      "power.meter_day",
      "source.outlet_hour",
      "source.exceedance_hour",
      "source.suspect_series",
      "diesel.anomaly",
      "diesel.doubtful_retirement",
      "lead.upstream_exceedance",
      "source.treatment_finding",
      "lead.idle_treatment",
      "registry.alert",
      "registry.vehicle"
    },
    warnings = {"Screening evidence: a reason to look", "VINs in full: not for publication"})
public record LeadEvidence(
    @Key String enterpriseCode,
    @Key Matter matter,
    @Key EvidenceKind evidenceKind,
    @Day LocalDate dataDay,
    LocalDateTime startsAt,
    LocalDateTime endsAt,
    @Digits(value = 12, scale = 6) BigDecimal lastingMinutes,
    @Key String sourceTable,
    @Key String sourceKey,
    boolean isProvisional,
    String reason,
    String reasonZh) {
  private static final String PROVISIONAL = " (provisional: a limit is not verified from its text)";
  private static final String PROVISIONAL_ZH = "（暂定：限值未经原文核实）";

  /** From when to when, the end not included, and how long of it. */
  record Span(LocalDateTime startsAt, LocalDateTime endsAt, BigDecimal lastingMinutes) {}

  /** Rows of a table that a condition in SQL finds again. */
  record Source(String table, String key) {}

  /** The reason to look, in both languages. */
  record Words(String english, String chinese) {}

  /** Evidence that rests on no limit. */
  static LeadEvidence of(
      EvidenceKind kind, String enterprise, LocalDate day, Span span, Source source, Words words) {
    return of(kind, enterprise, day, span, source, false, words);
  }

  /**
   * Evidence whose words say so where a verdict it rests on is provisional.
   *
   * @param isProvisional by a limit that is not verified from its text
   */
  static LeadEvidence of(
      EvidenceKind kind,
      String enterprise,
      LocalDate day,
      Span span,
      Source source,
      boolean isProvisional,
      Words words) {
    return new LeadEvidence(
        enterprise,
        kind.matter(),
        kind,
        day,
        span.startsAt(),
        span.endsAt(),
        span.lastingMinutes(),
        source.table(),
        source.key(),
        isProvisional,
        words.english() + (isProvisional ? PROVISIONAL : ""),
        words.chinese() + (isProvisional ? PROVISIONAL_ZH : ""));
  }
}
