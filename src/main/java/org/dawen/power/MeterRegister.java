package org.dawen.power;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.Lake;
import org.dawen.lake.TableRow;
import org.dawen.registry.RegistryTables;

/**
 * All meters with their periods, by enterprise. A registry is small enough to be held: some ten
 * thousand rows in a city.
 */
final class MeterRegister implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A little more than the window of the rules. */
  private static final int DAYS_SEEN = 4;

  private final Map<String, List<MeterFacts>> byEnterprise = new HashMap<>();

  MeterRegister(List<MeterFacts> meters) {
    meters.forEach(
        m -> byEnterprise.computeIfAbsent(m.enterprise(), e -> new ArrayList<>()).add(m));
    byEnterprise
        .values()
        .forEach(
            list ->
                list.sort(
                    Comparator.comparing(MeterFacts::code)
                        .thenComparingLong(MeterFacts::fromDay)
                        .thenComparing(m -> m.dependsOn().toString())));
  }

  /** Rows of {@code registry.meter}; a meter without an enterprise cannot be screened. */
  static MeterRegister of(Dataset<Row> meters) {
    return new MeterRegister(
        Lake.all(meters.where(RegistryTables.ENTERPRISE_CODE.col().isNotNull())).stream()
            .map(MeterRegister::facts)
            .toList());
  }

  private static MeterFacts facts(TableRow row) {
    BigDecimal rated = row.decimal(RegistryTables.RATED_KW);
    LocalDate from = row.day(RegistryTables.VALID_FROM);
    LocalDate to = row.day(RegistryTables.VALID_TO);
    String dependsOn = row.text(RegistryTables.DEPENDS_ON_FACILITY_CODE);
    return new MeterFacts(
        row.text(RegistryTables.METER_CODE),
        row.text(RegistryTables.ENTERPRISE_CODE),
        row.text(RegistryTables.METER_ROLE),
        row.text(RegistryTables.FACILITY_CODE),
        dependsOn == null ? Set.of() : Set.of(dependsOn),
        rated == null ? 0 : rated.movePointRight(4).longValue(),
        row.truth(RegistryTables.IS_CONSTANT_LOAD),
        row.truth(RegistryTables.IS_NIGHT_SHUTDOWN),
        from == null ? Long.MIN_VALUE : from.toEpochDay(),
        to == null ? Long.MAX_VALUE : to.toEpochDay());
  }

  /**
   * The meters of an enterprise valid on a day, in the order of their codes. A meter with several
   * rows, one for each treatment it depends on, is one meter that depends on all of them.
   */
  List<MeterFacts> on(String enterprise, long day) {
    Map<String, MeterFacts> valid = new TreeMap<>();
    for (MeterFacts m : byEnterprise.getOrDefault(enterprise, List.of())) {
      if (m.isValidOn(day)) {
        valid.merge(m.code(), m, MeterRegister::dependingOnBoth);
      }
    }
    return valid.values().stream().map(m -> seenFrom(day, m)).toList();
  }

  /** Its period as far as a window around the day can tell: rows that follow each other are one. */
  private MeterFacts seenFrom(long day, MeterFacts m) {
    long from = day;
    while (from > day - DAYS_SEEN && isThere(m, from - 1)) {
      from--;
    }
    long to = day;
    while (to < day + DAYS_SEEN && isThere(m, to + 1)) {
      to++;
    }
    return m.between(from, to);
  }

  private boolean isThere(MeterFacts m, long day) {
    return byEnterprise.get(m.enterprise()).stream()
        .anyMatch(other -> other.code().equals(m.code()) && other.isValidOn(day));
  }

  private static MeterFacts dependingOnBoth(MeterFacts a, MeterFacts b) {
    Set<String> both = new TreeSet<>(a.dependsOn());
    both.addAll(b.dependsOn());
    return new MeterFacts(
        a.code(),
        a.enterprise(),
        a.role(),
        a.facility(),
        Set.copyOf(both),
        a.rated(),
        a.isConstantLoad(),
        a.isNightShutdown(),
        Math.min(a.fromDay(), b.fromDay()),
        Math.max(a.toDay(), b.toDay()));
  }
}
