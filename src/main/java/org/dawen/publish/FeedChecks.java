package org.dawen.publish;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dawen.lake.DaySet;

/** What must hold before a feed is released. Each failure is a sentence with its offender. */
final class FeedChecks {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Feed feed;
  private final List<String> failures = new ArrayList<>();

  private FeedChecks(Feed feed) {
    this.feed = feed;
  }

  /**
   * All failures; empty: the feed may be released.
   *
   * @param isOpen the month has not ended, so it need not be complete
   */
  static List<String> failures(Feed feed, boolean isOpen) {
    FeedChecks checks = new FeedChecks(feed);
    checks.areasAreComplete(isOpen);
    checks.keysAreUnique();
    checks.valuesAreInRange();
    checks.ranksFollowTheIndex();
    checks.sumsAgree();
    checks.exceedancesExceed();
    checks.failures.addAll(WaterFeedChecks.failures(feed));
    checks.noCheckOfTheLakeFailed();
    return checks.failures;
  }

  private void areasAreComplete(boolean isOpen) {
    for (String dust : List.of("included", "excluded")) {
      for (String sheet : List.of("air_county", "air_ranking")) {
        List<String> there =
            feed.sheet(sheet).lines().stream()
                .filter(l -> l.is("area_kind", "county") && l.is("period_kind", "month"))
                .filter(l -> l.is("dust", dust))
                .map(l -> l.text("area_code"))
                .toList();
        feed.names()
            .counties()
            .forEach(
                (code, name) -> {
                  if (!there.contains(code)) {
                    failures.add(
                        "%s: county %s %s is missing (month, dust %s)"
                            .formatted(sheet, code, name, dust));
                  }
                });
      }
    }
    feed.sheet("air_ranking").lines().stream()
        .filter(l -> l.at("rank_no") == null && l.at("unranked_because") == null)
        .forEach(
            l ->
                failures.add(
                    "air_ranking: %s has neither a rank nor a reason"
                        .formatted(keyOf("air_ranking", l))));
    if (!isOpen
        && feed.lastDayOfAir() != null
        && !feed.lastDayOfAir().equals(feed.month().atEndOfMonth())) {
      failures.add(
          "air_county: the days end on %s, the month on %s"
              .formatted(feed.lastDayOfAir(), feed.month().atEndOfMonth()));
    }
  }

  private void keysAreUnique() {
    for (Sheet sheet : feed.sheets()) {
      sheet.lines().stream()
          .collect(Collectors.groupingBy(l -> keyOf(sheet.name(), l), Collectors.counting()))
          .forEach(
              (key, count) -> {
                if (count > 1) {
                  failures.add("%s: %s stands %d times".formatted(sheet.name(), key, count));
                }
              });
    }
  }

  private void valuesAreInRange() {
    for (Sheet sheet : feed.sheets()) {
      for (Field field : sheet.fields()) {
        String name = field.name();
        boolean isShare = name.endsWith("_percent") && !name.contains("change");
        boolean isAmount =
            name.endsWith("_days")
                || name.endsWith("_count")
                || name.endsWith("_hours")
                || name.endsWith("_index")
                || name.contains("_published_")
                || name.contains("_mean_ug")
                || name.contains("_p95_")
                || name.contains("_p90_");
        for (Line line : sheet.lines()) {
          if (!isShare && !isAmount || !(line.at(name) instanceof Number)) {
            continue;
          }
          BigDecimal value = line.number(name);
          if (value.signum() < 0 || isShare && value.compareTo(HUNDRED) > 0) {
            failures.add(
                "%s: %s = %s at %s is out of range"
                    .formatted(
                        sheet.name(), name, value.toPlainString(), keyOf(sheet.name(), line)));
          }
        }
      }
    }
  }

  private void ranksFollowTheIndex() {
    Map<String, List<Line>> groups =
        feed.sheet("air_ranking").lines().stream()
            .collect(
                Collectors.groupingBy(
                    l -> l.text("area_kind") + "/" + l.text("period_kind") + "/" + l.text("dust"),
                    LinkedHashMap::new,
                    Collectors.toList()));
    groups.forEach(
        (group, lines) -> {
          List<Line> ranked = lines.stream().filter(l -> l.at("rank_no") != null).toList();
          for (Line l : ranked) {
            BigDecimal index = l.number("index_to_date");
            long better =
                index == null
                    ? -1
                    : ranked.stream()
                        .map(o -> o.number("index_to_date"))
                        .filter(o -> o != null && o.compareTo(index) < 0)
                        .count();
            if (l.whole("rank_no") != better + 1) {
              failures.add(
                  "air_ranking: %s in %s has rank %d, by its index it has %d"
                      .formatted(l.text("area_code"), group, l.whole("rank_no"), better + 1));
            }
          }
          lines.stream()
              .filter(l -> l.whole("ranked_count") != ranked.size())
              .forEach(
                  l ->
                      failures.add(
                          "air_ranking: %s in %s counts %d ranked areas, there are %d"
                              .formatted(
                                  l.text("area_code"),
                                  group,
                                  l.whole("ranked_count"),
                                  ranked.size())));
        });
  }

  private void sumsAgree() {
    List<Line> transmission = feed.sheet("source_transmission").lines();
    for (String hours : List.of("due_hours", "received_hours", "valid_hours")) {
      BigDecimal outlets = sum(transmission, "area_level", "outlet", hours);
      BigDecimal city = sum(transmission, "area_level", "city", hours);
      if (outlets.compareTo(city) != 0) {
        failures.add(
            "source_transmission: %s of the city is %s, of all outlets %s"
                .formatted(hours, city, outlets));
      }
    }
    transmission.stream()
        .filter(
            l ->
                l.whole("received_hours") > l.whole("due_hours")
                    || l.whole("valid_hours") > l.whole("received_hours"))
        .forEach(
            l ->
                failures.add(
                    "source_transmission: %s %s has more hours valid than received, or received than due"
                        .formatted(l.text("area_level"), l.text("area_code"))));
    poolAddsUp();
    List<Line> orders = feed.sheet("work_orders").lines();
    for (String count : List.of("due_order_count", "closed_in_time_count", "case_count")) {
      BigDecimal all = sum(orders, "county_code", "*", count);
      BigDecimal counties =
          orders.stream()
              .filter(l -> !l.is("county_code", "*"))
              .map(l -> l.number(count))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      if (all.compareTo(counties) != 0) {
        failures.add(
            "work_orders: %s of all is %s, of the counties %s".formatted(count, all, counties));
      }
    }
  }

  private void poolAddsUp() {
    for (Line all : feed.sheet("pool_city").lines()) {
      if (!all.is("origin_county_code", "ALL")) {
        continue;
      }
      for (String mass : List.of("pooled_t", "balance_t")) {
        BigDecimal counties =
            feed.sheet("pool_city").lines().stream()
                .filter(l -> !l.is("origin_county_code", "ALL"))
                .filter(l -> Objects.equals(l.at("pollutant_code"), all.at("pollutant_code")))
                .map(l -> l.number(mass))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (counties.compareTo(all.number(mass)) != 0) {
          failures.add(
              "pool_city: %s of %s in all is %s, of the counties %s"
                  .formatted(
                      mass,
                      all.text("pollutant_code"),
                      all.number(mass).toPlainString(),
                      counties.toPlainString()));
        }
      }
    }
  }

  private static BigDecimal sum(List<Line> lines, String column, String wanted, String of) {
    return lines.stream()
        .filter(l -> l.is(column, wanted))
        .map(l -> l.number(of))
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void exceedancesExceed() {
    for (Line l : feed.sheet("source_hours").lines()) {
      BigDecimal value = l.number("judged_value");
      BigDecimal limit = l.number("limit_value");
      BigDecimal lower = l.number("lower_limit_value");
      boolean isOutside =
          limit != null && value.compareTo(limit) > 0
              || lower != null && value.compareTo(lower) < 0;
      if (!isOutside) {
        failures.add("source_hours: %s is within its limit".formatted(keyOf("source_hours", l)));
      }
    }
  }

  private void noCheckOfTheLakeFailed() {
    DaySet days = DaySet.between(feed.month().atDay(1), feed.month().atEndOfMonth());
    feed.results().lines("ops.data_check", days).stream()
        .filter(l -> feed.tables().contains(l.text("table_name")))
        .forEach(
            l ->
                failures.add(
                    "%s: check %s does not hold on %s: %s"
                        .formatted(
                            l.text("table_name"),
                            l.text("check_name"),
                            l.day("data_day"),
                            l.text("sample"))));
  }

  private String keyOf(String sheet, Line line) {
    return feed.sheet(sheet).key().stream()
        .map(k -> k + "=" + line.text(k))
        .collect(Collectors.joining(" "));
  }
}
