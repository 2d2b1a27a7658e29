package org.dawen.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** A day on which a treatment facility trips a screening rule. */
@OfTable(
    name = "source.treatment_finding",
    grain = "One row per outlet, pollutant, day and screening rule that its treatment trips.",
    layout = Layout.BY_YEAR,
    sources = {"source.removal_hour", "source.ammonia_slip_hour"},
    warnings = {"Screening by thresholds of ours, not law: a reason to look, not a finding"})
public record TreatmentFinding(
    @Key String outletCode,
    @Key String pollutantCode,
    @Key @Day LocalDate dataDay,
    @Key Rule treatmentRule,
    Facility facility,
    LocalDateTime firstHour,
    LocalDateTime lastHour,
    int findingHours,
    @Nullable @Digits(value = 9, scale = 4) BigDecimal lowestRemovalPercent,
    @Nullable @Digits(value = 20, scale = 10) BigDecimal highestSlipMgM3,
    @Nullable @Digits(value = 12, scale = 4) BigDecimal slipLimitMgM3,
    boolean isProvisional,
    String reason,
    String reasonZh) {

  /** Screening rules for weak treatment; thresholds in jobs/nightly.yaml. */
  public enum Rule {
    /** Efficiency below the design while the facility runs. */
    REMOVAL_BELOW_DESIGN,
    /** Ammonia above its limit, with NOx within its own and close to it. */
    SLIP_WITH_NOX_NEAR_LIMIT
  }
}
