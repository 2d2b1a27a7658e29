package org.dawen.diesel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.dawen.intake.Provenance;

/**
 * What a rule found on a vehicle's day. Two ways of meeting one rule at one time are one anomaly:
 * the greater of the two.
 *
 * @param tripNo null: the rule looks at days
 * @param km driven in what it looked at, to the metre; null: it looks at no distance
 */
record Finding(
    AnomalyRule rule, Anomaly.Span span, Integer tripNo, BigDecimal km, Anomaly.Measured measured)
    implements Comparable<Finding> {
  private static final int KM_DECIMALS = 3;

  /** By the measured value; the rest makes the order total. */
  private static final Comparator<Finding> BY_MEASURED =
      Comparator.<Finding, BigDecimal>comparing(f -> f.measured.measuredValue())
          .thenComparing(f -> f.measured.thresholdValue())
          .thenComparing(f -> f.measured.unit(), Provenance::compareTexts)
          .thenComparing(f -> f.span.toAt())
          .thenComparing(Finding::tripNo, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Finding::km, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(f -> f.measured.figures(), Provenance::compareTexts);

  /** Rounds the kilometres. */
  Finding {
    km = km == null ? null : km.setScale(KM_DECIMALS, RoundingMode.HALF_UP);
  }

  /** What a rule found that looks at no trip. */
  static Finding ofDay(
      AnomalyRule rule, Anomaly.Span span, BigDecimal km, Anomaly.Measured measured) {
    return new Finding(rule, span, null, km, measured);
  }

  /** The minutes in which two times lie. */
  static Anomaly.Span minutes(LocalDateTime from, LocalDateTime to) {
    return new Anomaly.Span(
        from.truncatedTo(ChronoUnit.MINUTES), to.truncatedTo(ChronoUnit.MINUTES));
  }

  /** When it began. */
  LocalDateTime fromAt() {
    return span.fromAt();
  }

  @Override
  public int compareTo(Finding other) {
    return BY_MEASURED.compare(this, other);
  }

  Anomaly of(String vin, LocalDate day) {
    return new Anomaly(
        vin, day, rule, rule.anomalyClass(), span, tripNo, km, measured, confidence());
  }

  private Anomaly.Confidence confidence() {
    if (rule.anomalyClass() == AnomalyClass.DATA_QUALITY) {
      return Anomaly.Confidence.LOW;
    }
    return measured.isPlain() ? Anomaly.Confidence.HIGH : Anomaly.Confidence.MEDIUM;
  }
}
