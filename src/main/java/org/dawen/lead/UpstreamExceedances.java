package org.dawen.lead;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;
import org.dawen.lead.AlertEvidence.ExceedanceHour;
import org.dawen.registry.Period;

/**
 * Which outlets upstream of a section exceeded on the days on which it was worse than its target in
 * the same item. Ours: nothing is said of flow and travel time.
 */
final class UpstreamExceedances {
  /** Factors of outlets, HJ 212-2017 annex B, and the items of sections that they raise. */
  private static final Map<String, List<String>> ITEMS =
      Map.of(
          "w01018", List.of("COD", "CODMn", "BOD5"),
          "w21003", List.of("NH3-N"),
          "w21011", List.of("TP"));

  private static final List<String> CLASSES = List.of("Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "劣Ⅴ");

  /** How a month of a section is doing in an item, from {@code water.headroom_month}. */
  record SectionGoal(
      String sectionCode,
      LocalDate monthStart,
      String span,
      String item,
      String targetClass,
      @Nullable @Digits(value = 18, scale = 8) BigDecimal upperLimitValue,
      @Nullable @Digits(value = 28, scale = 10) BigDecimal meanSoFarValue,
      String goalState,
      boolean isProvisional) {

    boolean isOfMonth() {
      return span.equals("month");
    }

    /** It misses its target, or what is left would have to be better than what was. */
    boolean isWorseThanTarget() {
      return meanSoFarValue != null
          && switch (goalState) {
            case "missed", "out_of_reach" -> true;
            case "open" -> upperLimitValue != null && meanSoFarValue.compareTo(upperLimitValue) > 0;
            default -> false;
          };
    }
  }

  /** An item on a day of a section, from {@code water.section_item_day}. */
  record SectionItem(
      String sectionCode,
      LocalDate dataDay,
      String way,
      String item,
      String unit,
      @Digits(value = 28, scale = 10) BigDecimal meanValue,
      @Nullable String itemClass) {

    /** Without values in doubt. */
    boolean isScreened() {
      return way.equals("screened");
    }
  }

  /**
   * What the registry says of the outlets upstream of a section, from {@code registry.section}.
   *
   * @param outletCodes separated by {@code ;}; null: all of its county
   */
  record SectionOutlets(
      String sectionCode,
      @Nullable String countyCode,
      @Nullable String outletCodes,
      Period period) {

    boolean holdsOn(String section, LocalDate day) {
      return sectionCode.equals(section) && period.holdsOn(day);
    }

    boolean namesOutlets() {
      return outletCodes != null && !outletCodes.isBlank();
    }

    /** Whether the outlet of an exceedance lies upstream, as far as the registry tells. */
    boolean has(ExceedanceHour hour) {
      return namesOutlets()
          ? Arrays.stream(outletCodes.split(";"))
              .map(String::strip)
              .anyMatch(hour.outletCode()::equals)
          : countyCode != null && countyCode.equals(hour.countyCode());
    }
  }

  private final List<SectionOutlets> sections;
  private final List<ExceedanceHour> hours;

  UpstreamExceedances(List<SectionOutlets> sections, List<ExceedanceHour> hours) {
    this.sections = sections;
    this.hours = hours.stream().filter(h -> ITEMS.containsKey(h.pollutantCode())).toList();
  }

  private record Place(LocalDate day, String item) {}

  /**
   * The exceedances upstream of one section.
   *
   * @param goals of its months, by item
   * @param items its days, by item, screened
   */
  List<UpstreamExceedance> of(String section, List<SectionGoal> goals, List<SectionItem> items) {
    Map<Place, SectionGoal> missed = new HashMap<>();
    goals.stream()
        .filter(g -> g.isOfMonth() && g.isWorseThanTarget())
        .forEach(g -> missed.put(new Place(g.monthStart(), g.item()), g));
    List<UpstreamExceedance> found = new ArrayList<>();
    for (SectionItem item : items) {
      SectionGoal goal = missed.get(new Place(item.dataDay().withDayOfMonth(1), item.item()));
      if (goal != null && item.isScreened() && isWorse(item.itemClass(), goal.targetClass())) {
        sections.stream()
            .filter(s -> s.holdsOn(section, item.dataDay()))
            .findFirst()
            .ifPresent(upstream -> found.addAll(of(upstream, goal, item)));
      }
    }
    return found;
  }

  private static boolean isWorse(String itemClass, String target) {
    return CLASSES.indexOf(itemClass) > CLASSES.indexOf(target);
  }

  private List<UpstreamExceedance> of(SectionOutlets upstream, SectionGoal goal, SectionItem item) {
    Map<List<String>, List<ExceedanceHour>> series = new LinkedHashMap<>();
    for (ExceedanceHour h : hours) {
      if (h.dataDay().equals(item.dataDay())
          && ITEMS.get(h.pollutantCode()).contains(item.item())
          && upstream.has(h)) {
        series
            .computeIfAbsent(List.of(h.outletCode(), h.pollutantCode()), s -> new ArrayList<>())
            .add(h);
      }
    }
    return series.values().stream().map(of -> row(upstream, goal, item, of)).toList();
  }

  private static UpstreamExceedance row(
      SectionOutlets upstream, SectionGoal goal, SectionItem item, List<ExceedanceHour> hours) {
    TreeSet<LocalDateTime> starts = new TreeSet<>();
    hours.forEach(h -> starts.add(h.hourStart()));
    ExceedanceHour first = hours.get(0);
    return new UpstreamExceedance(
        item.sectionCode(),
        item.dataDay(),
        item.item(),
        first.outletCode(),
        first.pollutantCode(),
        first.enterpriseCode(),
        first.countyCode(),
        upstream.namesOutlets(),
        goal.targetClass(),
        item.itemClass(),
        item.meanValue(),
        item.unit(),
        goal.goalState(),
        goal.meanSoFarValue(),
        starts.first(),
        starts.last(),
        starts.size(),
        goal.isProvisional() || hours.stream().anyMatch(ExceedanceHour::isProvisional));
  }
}
