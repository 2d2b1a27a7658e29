package org.dawen.lead;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.dawen.diesel.DieselTables;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/**
 * Anomalies of remote OBD in one fleet, of vehicles whose owner has at least so many registered on
 * that day. VINs are masked in the words, not in the condition.
 */
final class FleetEvidence {
  private static final int VIN_HEAD = 3;
  private static final int VIN_HIDDEN = 13;
  private static final int VIN_DIGITS = 17;

  private final Fleets fleets;
  private final EvidenceSettings settings;

  FleetEvidence(Fleets fleets, EvidenceSettings settings) {
    this.fleets = fleets;
    this.settings = settings;
  }

  /** One piece of evidence per fleet of the vehicle. */
  List<LeadEvidence> of(ObdAnomaly a) {
    List<LeadEvidence> evidence = new ArrayList<>();
    if (settings.fleetClasses().contains(a.anomalyClass())) {
      for (String enterprise : fleets.enterprisesOf(a.vin(), a.dataDay())) {
        int size = fleets.size(enterprise, a.dataDay());
        if (size >= settings.fewestVehicles()) {
          evidence.add(evidence(a, enterprise, size));
        }
      }
    }
    return evidence;
  }

  private static LeadEvidence evidence(ObdAnomaly a, String enterprise, int size) {
    LocalDateTime midnight = a.dataDay().atStartOfDay();
    LocalDateTime start = a.fromAt().isAfter(midnight) ? a.fromAt() : midnight;
    LocalDateTime end = (a.toAt().isAfter(start) ? a.toAt() : start).plusMinutes(1);
    String measured = Shown.orElse(Shown.plain(a.measuredValue()), "-");
    String threshold = Shown.orElse(Shown.plain(a.thresholdValue()), "-");
    return LeadEvidence.of(
        EvidenceKind.OBD_ANOMALY,
        enterprise,
        a.dataDay(),
        new LeadEvidence.Span(start, end, Shown.minutesBetween(start, end)),
        new LeadEvidence.Source(
            DieselTables.ANOMALY.name(),
            Shown.condition(
                Shown.is("vin", a.vin()),
                Shown.is("data_day", a.dataDay()),
                Shown.is("rule_code", a.ruleCode()),
                Shown.is("from_at", "=", a.fromAt()))),
        new LeadEvidence.Words(
            "%s to %s, vehicle %s of a fleet of %d: %s (%s), measured %s, threshold %s %s"
                .formatted(
                    Shown.minute(start),
                    Shown.minute(end),
                    masked(a.vin()),
                    size,
                    a.ruleCode(),
                    a.anomalyClass(),
                    measured,
                    threshold,
                    a.unit()),
            "%s至%s，车辆%s（车队共%d辆）：%s，%s，判别值%s，阈值%s %s"
                .formatted(
                    Shown.minute(start),
                    Shown.minute(end),
                    masked(a.vin()),
                    size,
                    a.ruleCode(),
                    inChinese(a.anomalyClass()),
                    measured,
                    threshold,
                    a.unit())));
  }

  /** Maker and last digits of a VIN. */
  static String masked(String vin) {
    return part(vin, 0, VIN_HEAD) + "**********" + part(vin, VIN_HIDDEN, VIN_DIGITS);
  }

  private static String part(String text, int from, int to) {
    int end = Math.min(to, text.length());
    return from < end ? text.substring(from, end) : "";
  }

  private static String inChinese(String anomalyClass) {
    return switch (anomalyClass) {
      case "tampered" -> "疑似篡改";
      case "blocked" -> "疑似屏蔽";
      case "broken" -> "疑似破坏";
      default -> "数据质量";
    };
  }

  /** A finding on a vehicle, from {@code diesel.anomaly}. */
  record ObdAnomaly(
      String vin,
      LocalDate dataDay,
      String ruleCode,
      String anomalyClass,
      LocalDateTime fromAt,
      LocalDateTime toAt,
      @Nullable @Digits(value = 18, scale = 6) BigDecimal measuredValue,
      @Nullable @Digits(value = 18, scale = 6) BigDecimal thresholdValue,
      String unit) {}
}
