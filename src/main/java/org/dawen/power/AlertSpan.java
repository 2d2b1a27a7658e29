package org.dawen.power;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dawen.intake.Provenance;
import org.dawen.lake.DaySet;
import org.dawen.registry.Alert;
import org.dawen.registry.AlertLevel;

/**
 * An alert, however many rows say so.
 *
 * @param endsAt not included; null: no end yet
 * @param areaCode {@link #EVERYWHERE}, county or city
 */
record AlertSpan(AlertLevel level, LocalDateTime startsAt, LocalDateTime endsAt, String areaCode) {
  static final String EVERYWHERE = "-";

  /** Of several alerts at one time the highest judges, then the one that began first. */
  static final Comparator<AlertSpan> JUDGES_FIRST =
      Comparator.comparing(AlertSpan::level, Comparator.reverseOrder())
          .thenComparing(AlertSpan::startsAt)
          .thenComparing(AlertSpan::areaCode, Provenance::compareTexts);

  /** The alerts: rows of one level, beginning and area are one, with the last end that is named. */
  static List<AlertSpan> of(List<Alert> rows) {
    Map<AlertSpan, AlertSpan> spans = new HashMap<>();
    for (Alert row : rows) {
      String area = row.areaCode() == null ? EVERYWHERE : row.areaCode();
      AlertSpan span = new AlertSpan(row.level(), row.startsAt(), row.endsAt(), area);
      spans.merge(
          new AlertSpan(row.level(), row.startsAt(), null, area), span, AlertSpan::withLaterEnd);
    }
    return new ArrayList<>(spans.values().stream().sorted(JUDGES_FIRST).toList());
  }

  private AlertSpan withLaterEnd(AlertSpan other) {
    boolean isOthersLater = endsAt == null || other.endsAt != null && other.endsAt.isAfter(endsAt);
    return isOthersLater ? other : this;
  }

  /** Days that have any time of an alert. */
  static DaySet days(List<Alert> rows) {
    return DaySet.unionOf(
        of(rows).stream()
            .map(
                a ->
                    DaySet.between(
                        a.startsAt.toLocalDate(), a.endsAt == null ? null : a.endsAt.toLocalDate()))
            .toList());
  }

  /** A full clock hour lies under the alert. */
  boolean holdsThroughout(LocalDateTime hour) {
    return !hour.isBefore(startsAt) && (endsAt == null || !hour.plusHours(1).isAfter(endsAt));
  }

  /** A day has time under the alert. */
  boolean touches(LocalDate day) {
    return !day.isBefore(startsAt.toLocalDate())
        && (endsAt == null || !day.isAfter(endsAt.minusSeconds(1).toLocalDate()));
  }

  /** An interval lies within the alert altogether. */
  boolean holds(LocalDateTime from, LocalDateTime to) {
    return !from.isBefore(startsAt) && (endsAt == null || !to.isAfter(endsAt));
  }

  /** An alert concerns its county, all counties of its city, or everybody. */
  boolean concerns(String enterprise, EnterpriseAreas areas) {
    String county = areas.county(enterprise);
    return areaCode.equals(EVERYWHERE)
        || county != null && (areaCode.equals(county) || areaCode.equals(areas.city(county)));
  }
}
