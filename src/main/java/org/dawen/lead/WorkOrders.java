package org.dawen.lead;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dawen.lake.TextOrder;
import org.dawen.registry.WorkOrder;

/**
 * The work orders of leads. A work order pins the id it was opened for, as long as that day is
 * within the lead, or no more days before it than a lead may pause, for corrected data may take the
 * evidence of its first day away: of several the one opened first.
 */
final class WorkOrders {
  private static final Comparator<WorkOrder> FIRST =
      Comparator.comparing(WorkOrder::openedDay)
          .thenComparing(WorkOrder::leadId, TextOrder::compare)
          .thenComparing(WorkOrder::dueDay, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(WorkOrder::closedDay, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(WorkOrder::result, Comparator.nullsFirst(TextOrder::compare));

  private final int continuesWithinDays;
  private final Map<Subject, List<WorkOrder>> bySubject = new HashMap<>();

  private record Subject(String enterprise, String matter) {}

  WorkOrders(List<WorkOrder> orders, int continuesWithinDays) {
    this.continuesWithinDays = continuesWithinDays;
    for (WorkOrder order : orders) {
      LeadId id = LeadId.of(order.leadId());
      if (id.day() != null) {
        bySubject
            .computeIfAbsent(new Subject(id.enterprise(), id.matter()), s -> new ArrayList<>())
            .add(order);
      }
    }
  }

  /** The work orders on a lead, that which names it first. */
  List<WorkOrder> of(String enterprise, Matter matter, LocalDate firstDay, LocalDate lastDay) {
    LocalDate from = firstDay.minusDays(continuesWithinDays);
    return bySubject.getOrDefault(new Subject(enterprise, matter.name()), List.of()).stream()
        .filter(o -> isIn(LeadId.of(o.leadId()).day(), from, lastDay))
        .sorted(FIRST)
        .toList();
  }

  private static boolean isIn(LocalDate day, LocalDate from, LocalDate to) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** What the first of several work orders says, and the ids of the others. */
  static Lead.FollowUp followUp(List<WorkOrder> orders) {
    if (orders.isEmpty()) {
      return Lead.FollowUp.NONE;
    }
    WorkOrder first = orders.get(0);
    String others =
        orders.stream()
            .map(WorkOrder::leadId)
            .filter(id -> !id.equals(first.leadId()))
            .distinct()
            .sorted(TextOrder::compare)
            .collect(Collectors.joining(";"));
    return new Lead.FollowUp(
        first.openedDay(),
        first.dueDay(),
        first.closedDay(),
        first.result(),
        others.isEmpty() ? null : others);
  }

  static Lead.Status status(Lead.FollowUp followUp, LocalDate lastDay) {
    if (followUp.openedDay() == null) {
      return Lead.Status.NEW;
    }
    if (followUp.closedDay() == null) {
      return Lead.Status.OPEN;
    }
    return lastDay.isAfter(followUp.closedDay())
        ? Lead.Status.GOES_ON_AFTER_CLOSING
        : Lead.Status.CLOSED;
  }
}
