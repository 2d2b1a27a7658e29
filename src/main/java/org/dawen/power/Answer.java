package org.dawen.power;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.dawen.registry.PlanAction;
import org.dawen.registry.ResponsePlan;

/**
 * What an enterprise owes to an alert on a day.
 *
 * @param plan what its plan asks for
 * @param hours the full clock hours of the day in which this alert judges it, 0 to 23
 */
record Answer(AlertSpan alert, LocalDate day, ResponsePlan plan, List<Integer> hours) {
  private static final int HOURS_OF_DAY = 24;

  /**
   * The answers of a day, one an alert.
   *
   * @param alerts that concern the enterprise, those that judge first before others
   * @param plans of the enterprise
   */
  static List<Answer> of(LocalDate day, List<AlertSpan> alerts, List<ResponsePlan> plans) {
    Map<AlertSpan, Answer> answers = new LinkedHashMap<>();
    for (int hour = 0; hour < HOURS_OF_DAY; hour++) {
      LocalDateTime start = day.atTime(hour, 0);
      for (AlertSpan alert : alerts) {
        ResponsePlan plan = alert.holdsThroughout(start) ? planFor(alert, day, plans) : null;
        if (plan != null) {
          answers
              .computeIfAbsent(alert, a -> new Answer(a, day, plan, new ArrayList<>()))
              .hours
              .add(hour);
          break;
        }
      }
    }
    return List.copyOf(answers.values());
  }

  /** The plan for alerts of a level that is valid that day; null: none answers it. */
  private static ResponsePlan planFor(AlertSpan alert, LocalDate day, List<ResponsePlan> plans) {
    return plans.stream()
        .filter(p -> p.level() == alert.level() && p.period().holdsOn(day))
        .min(
            Comparator.comparing(
                p -> p.period().validFrom(), Comparator.nullsFirst(Comparator.naturalOrder())))
        .orElse(null);
  }

  boolean isStop() {
    return plan.action() == PlanAction.STOP;
  }

  /** The meters the plan names, each once. */
  List<String> meters() {
    return metersOf(plan);
  }

  static List<String> metersOf(ResponsePlan plan) {
    return plan.meterCodes() == null
        ? List.of()
        : Stream.of(plan.meterCodes().split("[;,，；]"))
            .map(Answer::withoutSpaces)
            .filter(m -> !m.isEmpty())
            .distinct()
            .toList();
  }

  boolean namesNothing() {
    return withoutSpaces(Objects.requireNonNullElse(plan.meterCodes(), "")).isEmpty();
  }

  private static String withoutSpaces(String text) {
    return text.replaceAll("^ +| +$", "");
  }
}
