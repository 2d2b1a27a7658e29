package org.dawen.lead;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;
import org.dawen.lake.TextOrder;

/**
 * The list of treatment facilities of low efficiency: what is found of one outlet goes on unless
 * more days than {@code lead.continues_within_days} lie between. Ours.
 */
final class WeakFacilities {
  private final int continuesWithinDays;

  WeakFacilities(int continuesWithinDays) {
    this.continuesWithinDays = continuesWithinDays;
  }

  /** A day found by a rule, from {@code source.treatment_finding}. */
  record FoundDay(
      String outletCode,
      String pollutantCode,
      LocalDate dataDay,
      String treatmentRule,
      @Nullable String enterpriseCode,
      @Nullable String countyCode,
      @Nullable String facilityCode,
      @Nullable @Digits(value = 9, scale = 4) BigDecimal designRemovalPercent,
      LocalDateTime firstHour,
      LocalDateTime lastHour,
      int findingHours,
      @Nullable @Digits(value = 9, scale = 4) BigDecimal lowestRemovalPercent,
      @Nullable @Digits(value = 20, scale = 10) BigDecimal highestSlipMgM3,
      boolean isProvisional,
      String reason,
      String reasonZh) {

    /** As one found by electricity. */
    static FoundDay of(IdleTreatment i) {
      return new FoundDay(
          i.outletCode(),
          i.pollutantCode(),
          i.dataDay(),
          EvidenceKind.TREATMENT_WITHOUT_LOAD.name(),
          i.enterpriseCode(),
          i.countyCode(),
          i.facilityCode(),
          null,
          i.firstHour(),
          i.lastHour(),
          i.findingHours(),
          i.lowestRemovalPercent(),
          null,
          false,
          i.reason(),
          i.reasonZh());
    }
  }

  /** The rows of one outlet, in order of time. */
  List<WeakFacility> of(List<FoundDay> found) {
    List<FoundDay> sorted =
        found.stream()
            .sorted(
                Comparator.comparing(FoundDay::dataDay)
                    .thenComparing(FoundDay::treatmentRule, TextOrder::compare)
                    .thenComparing(FoundDay::pollutantCode, TextOrder::compare))
            .toList();
    List<WeakFacility> rows = new ArrayList<>();
    List<FoundDay> spell = new ArrayList<>();
    for (FoundDay day : sorted) {
      boolean isOver =
          !spell.isEmpty()
              && spell
                  .get(spell.size() - 1)
                  .dataDay()
                  .plusDays(continuesWithinDays)
                  .isBefore(day.dataDay());
      if (isOver) {
        rows.add(row(spell));
        spell = new ArrayList<>();
      }
      spell.add(day);
    }
    if (!spell.isEmpty()) {
      rows.add(row(spell));
    }
    return rows;
  }

  /** Whose it is, by the last day found; why, by every rule with its days and its last words. */
  private static WeakFacility row(List<FoundDay> spell) {
    FoundDay first = spell.get(0);
    FoundDay last = spell.get(spell.size() - 1);
    Map<String, List<FoundDay>> byRule =
        spell.stream()
            .collect(
                Collectors.groupingBy(
                    FoundDay::treatmentRule,
                    () -> new TreeMap<>(TextOrder::compare),
                    Collectors.toList()));
    return new WeakFacility(
        first.outletCode(),
        first.dataDay(),
        last.dataDay(),
        last.enterpriseCode(),
        last.countyCode(),
        spell.stream()
            .map(FoundDay::facilityCode)
            .filter(Objects::nonNull)
            .reduce((a, b) -> b)
            .orElse(null),
        Shown.list(spell.stream().map(FoundDay::pollutantCode).toList(), ";"),
        byRule.entrySet().stream()
            .map(r -> "%s (%d d)".formatted(r.getKey(), days(r.getValue())))
            .collect(Collectors.joining(", ")),
        days(spell),
        hours(spell),
        extreme(
            spell, FoundDay::lowestRemovalPercent, BinaryOperator.minBy(Comparator.naturalOrder())),
        spell.stream()
            .map(FoundDay::designRemovalPercent)
            .filter(Objects::nonNull)
            .reduce((a, b) -> b)
            .orElse(null),
        extreme(spell, FoundDay::highestSlipMgM3, BinaryOperator.maxBy(Comparator.naturalOrder())),
        spell.stream().anyMatch(FoundDay::isProvisional),
        words(byRule, FoundDay::reason),
        words(byRule, FoundDay::reasonZh));
  }

  private static int days(List<FoundDay> found) {
    return (int) found.stream().map(FoundDay::dataDay).distinct().count();
  }

  /** Of each day the longest, so that hours found by two rules count once. */
  private static int hours(List<FoundDay> spell) {
    return spell.stream()
        .collect(Collectors.toMap(FoundDay::dataDay, FoundDay::findingHours, Math::max))
        .values()
        .stream()
        .mapToInt(Integer::intValue)
        .sum();
  }

  private static BigDecimal extreme(
      List<FoundDay> spell,
      Function<FoundDay, BigDecimal> value,
      BinaryOperator<BigDecimal> chosen) {
    return spell.stream().map(value).filter(Objects::nonNull).reduce(chosen).orElse(null);
  }

  private static String words(
      Map<String, List<FoundDay>> byRule, Function<FoundDay, String> words) {
    return byRule.values().stream()
        .map(days -> days.get(days.size() - 1))
        .map(d -> d.dataDay() + ": " + words.apply(d))
        .collect(Collectors.joining("; "));
  }
}
