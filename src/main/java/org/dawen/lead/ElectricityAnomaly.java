package org.dawen.lead;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Digits;
import org.dawen.power.PowerTables;

/** A finding on electricity, from {@code power.anomaly}. */
record ElectricityAnomaly(
    String rule,
    String enterpriseCode,
    String subjectCode,
    LocalDateTime startsAt,
    LocalDateTime endsAt,
    LocalDate dataDay,
    @Digits(value = 12, scale = 6) BigDecimal lastingMinutes,
    boolean isOpen,
    String reason,
    String reasonZh) {

  LeadEvidence.Source source() {
    return new LeadEvidence.Source(
        PowerTables.ANOMALY.name(),
        Shown.condition(
            Shown.is("rule", rule),
            Shown.is("enterprise_code", enterpriseCode),
            Shown.is("subject_code", subjectCode),
            Shown.is("starts_at", "=", startsAt)));
  }
}
