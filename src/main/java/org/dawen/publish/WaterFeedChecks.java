package org.dawen.publish;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dawen.standard.Confidence;
import org.dawen.standard.WaterClass;
import org.dawen.standard.WaterProvisions;

/** What must hold of surface water before a feed is released. */
final class WaterFeedChecks {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Half of the last digit of a share as published. */
  private static final BigDecimal HALF_A_DIGIT = new BigDecimal("0.05");

  private static final String PROVINCE = "province_rule";

  private final Feed feed;
  private final List<String> failures = new ArrayList<>();

  private WaterFeedChecks(Feed feed) {
    this.feed = feed;
  }

  /** All failures, a sentence each. */
  static List<String> failures(Feed feed) {
    WaterFeedChecks checks = new WaterFeedChecks(feed);
    checks.everySectionHasAClassOrAReason();
    checks.cityCountsItsSections();
    LocalDate month = feed.month().atDay(1);
    checks.whatIsNotVerifiedSaysSo("water_sections", WaterProvisions.ofSections(month));
    for (String sheet : List.of("water_areas", "water_areas_year")) {
      checks.whatIsNotVerifiedSaysSo(sheet, WaterProvisions.ofAreas(month));
      checks.sharesFollowTheCounts(sheet);
      checks.ranksFollowTheIndex(sheet);
    }
    return checks.failures;
  }

  private void everySectionHasAClassOrAReason() {
    for (Line l : lines("water_sections")) {
      String name = l.text("section_code") + " " + l.text("way");
      WaterClass found = waterClass(l, "water_class");
      WaterClass target = waterClass(l, "target_class");
      if (found == null && l.at("no_class_reason") == null) {
        failures.add("water_sections: %s has neither a class nor a reason".formatted(name));
      }
      Boolean isMet = found == null || target == null ? null : !found.isWorseThan(target);
      if (!Objects.equals(isMet, l.at("is_target_met"))) {
        failures.add(
            "water_sections: %s is of class %s with target %s, and is_target_met is %s"
                .formatted(name, found, target, l.text("is_target_met")));
      }
    }
  }

  /** The province takes provisional figures, but none that hides that it is one. */
  private void whatIsNotVerifiedSaysSo(String sheet, List<WaterProvisions.Rule> rules) {
    WaterProvisions.Rule least =
        rules.stream()
            .max(Comparator.comparing(WaterProvisions.Rule::confidence))
            .filter(rule -> rule.confidence() != Confidence.VERIFIED)
            .orElse(null);
    long hidden = lines(sheet).stream().filter(l -> !l.is("is_provisional", true)).count();
    if (least != null && hidden > 0) {
      failures.add(
          "%s: %d rows are not marked as provisional, but %s (%s) has confidence %s"
              .formatted(
                  sheet, hidden, least.what(), least.standard(), least.confidence().letter()));
    }
  }

  private void cityCountsItsSections() {
    List<Line> sections =
        lines("water_sections").stream()
            .filter(l -> l.is("way", PROVINCE) && l.is("city_code", feed.names().homeCity()))
            .toList();
    for (Line city : lines("water_areas")) {
      if (city.is("area_kind", "city") && city.is("area_code", feed.names().homeCity())) {
        List<Line> of =
            sections.stream()
                .filter(l -> city.is("section_scope", "all") || l.is("level", "national"))
                .toList();
        count(city, "section_count", of, l -> true);
        count(city, "judged_section_count", of, l -> waterClass(l, "water_class") != null);
        count(city, "good_section_count", of, WaterFeedChecks::isGood);
        count(city, "target_met_section_count", of, l -> l.is("is_target_met", true));
      }
    }
  }

  private void count(Line city, String column, List<Line> sections, Predicate<Line> which) {
    long counted = sections.stream().filter(which).count();
    if (city.whole(column) != counted) {
      failures.add(
          "water_areas: %s of the city (%s) is %d, its sections give %d"
              .formatted(column, city.text("section_scope"), city.whole(column), counted));
    }
  }

  private void sharesFollowTheCounts(String sheet) {
    for (Line l : lines(sheet)) {
      BigDecimal share = l.number("good_share_percent");
      BigDecimal judged = l.number("judged_section_count");
      boolean isRight =
          share == null
              ? judged.signum() == 0
              : HUNDRED
                      .multiply(l.number("good_section_count"))
                      .subtract(share.multiply(judged))
                      .abs()
                      .compareTo(HALF_A_DIGIT.multiply(judged))
                  <= 0;
      if (!isRight) {
        failures.add(
            "%s: %s has %d of %d sections good, and the share %s"
                .formatted(
                    sheet, name(l), l.whole("good_section_count"), judged.longValue(), share));
      }
    }
  }

  private void ranksFollowTheIndex(String sheet) {
    Map<String, List<Line>> groups =
        lines(sheet).stream()
            .filter(l -> l.at("cwqi") != null)
            .collect(
                Collectors.groupingBy(l -> l.text("area_kind") + "/" + l.text("section_scope")));
    groups
        .values()
        .forEach(
            of ->
                of.forEach(
                    l -> {
                      long better =
                          of.stream()
                              .filter(o -> o.number("cwqi").compareTo(l.number("cwqi")) < 0)
                              .count();
                      if (l.whole("cwqi_rank") != better + 1) {
                        failures.add(
                            "%s: %s has rank %d, by its index it has %d"
                                .formatted(sheet, name(l), l.whole("cwqi_rank"), better + 1));
                      }
                    }));
  }

  private static String name(Line area) {
    return "%s %s/%s"
        .formatted(area.text("area_code"), area.text("area_kind"), area.text("section_scope"));
  }

  private static boolean isGood(Line section) {
    WaterClass found = waterClass(section, "water_class");
    return found != null && found.isGood();
  }

  private static WaterClass waterClass(Line line, String column) {
    return line.at(column) == null ? null : WaterClass.ofLabel(line.text(column));
  }

  private List<Line> lines(String sheet) {
    return feed.sheet(sheet).lines();
  }
}
