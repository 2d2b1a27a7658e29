package org.dawen.lead;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;
import org.dawen.power.PowerTables;

/**
 * What meters say as it is: findings on electricity, and plans under an alert that were not met.
 */
final class ElectricityEvidence {
  private static final String NOT_MET = "NOT_MET";

  private final BigDecimal ticketMinutes;

  ElectricityEvidence(EvidenceSettings settings) {
    this.ticketMinutes = settings.ticketMinutes();
  }

  /** The finding as it is, if it is a matter. */
  Optional<LeadEvidence> of(ElectricityAnomaly a) {
    return isMatter(a)
        ? Optional.of(
            LeadEvidence.of(
                EvidenceKind.valueOf(a.rule()),
                a.enterpriseCode(),
                a.dataDay(),
                new LeadEvidence.Span(a.startsAt(), a.endsAt(), a.lastingMinutes()),
                a.source(),
                new LeadEvidence.Words(a.reason(), a.reasonZh())))
        : Optional.empty();
  }

  /** A meter offline is a matter only if it is off for longer than a ticket needs. */
  private boolean isMatter(ElectricityAnomaly a) {
    boolean isWholeDay = a.isOpen() && a.startsAt().equals(a.dataDay().atStartOfDay());
    return !a.rule().equals(EvidenceKind.METER_OFFLINE.name())
        || a.lastingMinutes().compareTo(ticketMinutes) > 0
        || isWholeDay;
  }

  /** A plan that was not met, on the part of the day that is under the alert. */
  Optional<LeadEvidence> of(ResponseDay r) {
    if (!r.verdict().equals(NOT_MET)) {
      return Optional.empty();
    }
    LocalDateTime midnight = r.dataDay().atStartOfDay();
    LocalDateTime nextMidnight = midnight.plusDays(1);
    boolean endsThatDay = r.alertEndsAt() != null && r.alertEndsAt().isBefore(nextMidnight);
    String required = Shown.rounded(r.requiredCutPercent(), 1);
    String achieved = Shown.orElse(Shown.rounded(r.achievedCutPercent(), 2), "?");
    return Optional.of(
        LeadEvidence.of(
            EvidenceKind.CUT_NOT_MET,
            r.enterpriseCode(),
            r.dataDay(),
            new LeadEvidence.Span(
                r.alertStartsAt().isAfter(midnight) ? r.alertStartsAt() : midnight,
                endsThatDay ? r.alertEndsAt() : nextMidnight,
                Shown.minutesOf(r.alertHourCount())),
            source(r),
            new LeadEvidence.Words(
                "alert %s from %s: cut %s %% of %s %% required, verdict NOT_MET"
                    .formatted(r.level(), Shown.minute(r.alertStartsAt()), achieved, required),
                "%s预警（%s起）：要求减排%s%%，实际%s%%，未落实"
                    .formatted(
                        inChinese(r.level()),
                        Shown.minute(r.alertStartsAt()),
                        required,
                        achieved))));
  }

  private static LeadEvidence.Source source(ResponseDay r) {
    return new LeadEvidence.Source(
        PowerTables.RESPONSE_DAY.name(),
        Shown.condition(
            Shown.is("enterprise_code", r.enterpriseCode()),
            Shown.is("level", r.level()),
            Shown.is("alert_area_code", r.alertAreaCode()),
            Shown.is("alert_starts_at", "=", r.alertStartsAt()),
            Shown.is("data_day", r.dataDay())));
  }

  /** Yellow, orange, red as a Chinese reader knows them. */
  private static String inChinese(String level) {
    return switch (level) {
      case "red" -> "红色";
      case "orange" -> "橙色";
      default -> "黄色";
    };
  }

  /** What became of a plan under an alert on a day, from {@code power.response_day}. */
  record ResponseDay(
      String enterpriseCode,
      String level,
      LocalDateTime alertStartsAt,
      @Nullable LocalDateTime alertEndsAt,
      String alertAreaCode,
      LocalDate dataDay,
      @Nullable @Digits(value = 6, scale = 3) BigDecimal requiredCutPercent,
      int alertHourCount,
      @Nullable @Digits(value = 18, scale = 6) BigDecimal achievedCutPercent,
      String verdict) {}

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
}
