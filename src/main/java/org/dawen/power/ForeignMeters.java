package org.dawen.power;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.dawen.intake.Provenance;
import org.dawen.registry.Meter;
import org.dawen.registry.ResponsePlan;

/** Meters named by response plans that the enterprise does not have in the time of the plan. */
public final class ForeignMeters {
  private ForeignMeters() {}

  /** One sentence a meter of a plan, in the order of the file. */
  public static List<String> of(Collection<ResponsePlan> plans, Collection<Meter> meters) {
    var byCode = meters.stream().collect(Collectors.groupingBy(Meter::meterCode));
    return plans.stream()
        .sorted(
            Comparator.comparing(ResponsePlan::fileId, Provenance::compareTexts)
                .thenComparing(ResponsePlan::recordNo))
        .flatMap(
            plan ->
                Answer.metersOf(plan).stream()
                    .filter(
                        code ->
                            byCode.getOrDefault(code, List.of()).stream()
                                .noneMatch(
                                    m ->
                                        plan.enterpriseCode().equals(m.enterpriseCode())
                                            && m.period().overlaps(plan.period())))
                    .map(
                        code ->
                            "%s line %d: %s %s names %s"
                                .formatted(
                                    plan.fileId(),
                                    plan.recordNo(),
                                    plan.enterpriseCode(),
                                    plan.level(),
                                    code)))
        .toList();
  }
}
