package org.dawen.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dawen.lake.DaySet;
import org.dawen.lake.TextOrder;
import org.dawen.registry.TreatmentLink;

/**
 * The treatment links of the registry. Outlets that a link names together, directly or through
 * others, are one group: their hours are looked at together.
 */
final class TreatmentRegister {
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, List<TreatmentLink>> byGroup = new HashMap<>();

  TreatmentRegister(List<TreatmentLink> links) {
    links.forEach(l -> inletsOf(l).forEach(inlet -> join(l.outletCode(), inlet)));
    links.stream()
        .sorted(
            Comparator.comparing(TreatmentLink::outletCode, TextOrder::compare)
                .thenComparing(TreatmentLink::pollutantCode, TextOrder::compare)
                .thenComparing(TreatmentLink::recordNo))
        .forEach(
            l -> byGroup.computeIfAbsent(rootOf(l.outletCode()), g -> new ArrayList<>()).add(l));
  }

  /** The days on which any of these links holds. */
  static DaySet days(List<TreatmentLink> links) {
    return DaySet.unionOf(
        links.stream()
            .map(l -> DaySet.between(l.period().validFrom(), l.period().validTo()))
            .toList());
  }

  /**
   * Codes of the outlets registered as inlets, without the outlet itself; none if the outlet's own
   * device sends the inlet.
   */
  static Set<String> inletsOf(TreatmentLink link) {
    Set<String> codes = new TreeSet<>(TextOrder::compare);
    if (link.inletCodes() != null) {
      Arrays.stream(link.inletCodes().split("[;,，；]"))
          .map(String::strip)
          .filter(c -> !c.isEmpty() && !c.equals(link.outletCode()))
          .forEach(codes::add);
    }
    return codes;
  }

  private void join(String outlet, String inlet) {
    String a = rootOf(outlet);
    String b = rootOf(inlet);
    if (!a.equals(b)) {
      boolean isFirst = TextOrder.compare(a, b) < 0;
      parents.put(isFirst ? b : a, isFirst ? a : b);
    }
  }

  private String rootOf(String outlet) {
    String at = outlet;
    while (parents.containsKey(at)) {
      at = parents.get(at);
    }
    return at;
  }

  /** The group of an hour: the first code of its outlets; null: no link names the outlet. */
  String groupOf(TreatedHour hour) {
    String root = rootOf(hour.hour().outletCode());
    return byGroup.containsKey(root) ? root : null;
  }

  /** The links of a group that hold on a day, in order of outlets and pollutants. */
  List<TreatmentLink> on(String group, LocalDate day) {
    return byGroup.getOrDefault(group, List.of()).stream()
        .filter(l -> l.period().holdsOn(day))
        .toList();
  }
}
