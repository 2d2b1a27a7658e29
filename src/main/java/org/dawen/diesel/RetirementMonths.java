package org.dawen.diesel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.dawen.diesel.Retirement.RetireKind;
import org.dawen.diesel.Retirement.SubjectKind;
import org.dawen.lake.TextOrder;
import org.dawen.registry.Cities;
import org.dawen.registry.County;
import org.dawen.registry.RetirementTarget;
import org.dawen.standard.EmissionStage;

/**
 * Retired machines and trucks by county and month against the target of the year. Each counts once,
 * on its first day of retirement. Where a target names a highest stage, others, and those whose
 * stage is not known, do not count towards it. Ours: the plan says neither.
 */
final class RetirementMonths {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DECIMALS = 4;

  /** County of a machine whose county is not told; it counts for no city either. */
  private static final String NOWHERE = "?";

  private final List<County> counties;
  private final Cities cities;
  private final List<RetirementTarget> targets;

  RetirementMonths(List<County> counties, List<RetirementTarget> targets) {
    this.counties = counties;
    this.cities = new Cities(counties);
    this.targets = targets;
  }

  private record Area(String kind, String code, SubjectKind subject, int year)
      implements Comparable<Area> {
    @Override
    public int compareTo(Area other) {
      int byCode = TextOrder.compare(kind + " " + code, other.kind + " " + other.code);
      int bySubject = byCode != 0 ? byCode : subject.compareTo(other.subject);
      return bySubject != 0 ? bySubject : Integer.compare(year, other.year);
    }
  }

  private record Counted(Retirement retirement, boolean isDoubtful) {
    boolean isIn(LocalDate month) {
      return retirement.retiredOn().withDayOfMonth(1).equals(month);
    }

    boolean isUpTo(LocalDate month) {
      return !retirement.retiredOn().withDayOfMonth(1).isAfter(month);
    }

    boolean isOf(RetireKind kind) {
      return retirement.kind() == kind;
    }
  }

  /**
   * All months of all areas that retired anything in the year or have a target in it.
   *
   * @param doubted keys of the machines and trucks whose retirement is doubted
   */
  List<RetirementMonth> of(Collection<Retirement> retirements, Set<String> doubted) {
    Map<String, List<Retirement>> bySubject = new TreeMap<>();
    retirements.forEach(r -> bySubject.computeIfAbsent(r.key(), k -> new ArrayList<>()).add(r));
    Map<Area, List<Counted>> byArea = new TreeMap<>();
    Map<Integer, TreeSet<LocalDate>> months = new TreeMap<>();
    for (List<Retirement> rows : bySubject.values()) {
      Retirement first = rows.stream().min(Retirement.FIRST).orElseThrow();
      Counted counted = new Counted(first, doubted.contains(first.key()));
      int year = first.retiredOn().getYear();
      months.computeIfAbsent(year, y -> new TreeSet<>()).add(first.retiredOn().withDayOfMonth(1));
      areas(first, year)
          .forEach(a -> byArea.computeIfAbsent(a, x -> new ArrayList<>()).add(counted));
    }
    targets.stream()
        .filter(t -> months.containsKey(t.year()))
        .map(this::area)
        .flatMap(Optional::stream)
        .forEach(a -> byArea.computeIfAbsent(a, x -> new ArrayList<>()));
    List<RetirementMonth> result = new ArrayList<>();
    byArea.forEach(
        (area, counted) -> {
          TreeSet<LocalDate> ofYear = months.get(area.year());
          for (LocalDate month = ofYear.first();
              !month.isAfter(ofYear.last());
              month = month.plusMonths(1)) {
            result.add(row(area, month, counted));
          }
        });
    return result;
  }

  /** Empty: nobody registered the area. */
  private Optional<Area> area(RetirementTarget target) {
    SubjectKind subject = SubjectKind.valueOf(target.subjectKind().toUpperCase(Locale.ROOT));
    return kindOf(target.areaCode())
        .map(kind -> new Area(kind, target.areaCode(), subject, target.year()));
  }

  private Optional<String> kindOf(String areaCode) {
    if (counties.stream().anyMatch(c -> c.countyCode().equals(areaCode))) {
      return Optional.of("county");
    }
    boolean isCity = counties.stream().anyMatch(c -> areaCode.equals(c.cityCode()));
    return isCity ? Optional.of("city") : Optional.empty();
  }

  private List<Area> areas(Retirement r, int year) {
    List<Area> areas = new ArrayList<>();
    String county = r.countyCode() == null ? NOWHERE : r.countyCode();
    areas.add(new Area("county", county, r.subject(), year));
    areas.add(
        new Area("city", county.equals(NOWHERE) ? NOWHERE : cities.of(county), r.subject(), year));
    return areas;
  }

  private RetirementMonth row(Area area, LocalDate month, List<Counted> counted) {
    RetirementTarget target = target(area);
    Integer most = target == null ? null : EmissionStage.numberOf(target.mostStage());
    List<Counted> inScope = counted.stream().filter(c -> isInScope(c, target, most)).toList();
    List<Counted> toDate = inScope.stream().filter(c -> c.isUpTo(month)).toList();
    return new RetirementMonth(
        area.kind(),
        area.code(),
        area.subject(),
        month,
        count(inScope, c -> c.isIn(month)),
        toDate.size(),
        count(toDate, c -> c.isOf(RetireKind.SCRAPPED)),
        count(toDate, c -> c.isOf(RetireKind.SOLD_OUT)),
        count(toDate, c -> c.isOf(RetireKind.REBUILT)),
        count(toDate, Counted::isDoubtful),
        count(counted, c -> c.isUpTo(month)) - toDate.size(),
        aim(target, toDate.size()));
  }

  private static boolean isInScope(Counted c, RetirementTarget target, Integer most) {
    if (target == null || target.mostStage() == null) {
      return true;
    }
    Integer stage = c.retirement().stage();
    return stage != null && most != null && stage <= most;
  }

  /** Null: none. */
  private RetirementTarget target(Area area) {
    return targets.stream()
        .filter(t -> t.areaCode().equals(area.code()))
        .filter(t -> t.subjectKind().equals(area.subject().toString()) && t.year() == area.year())
        .findFirst()
        .orElse(null);
  }

  private static RetirementMonth.Aim aim(RetirementTarget target, int done) {
    return target == null
        ? RetirementMonth.Aim.NONE
        : new RetirementMonth.Aim(
            target.targetCount(),
            target.dueOn() == null ? LocalDate.of(target.year(), 12, 31) : target.dueOn(),
            target.targetCount() <= 0
                ? null
                : HUNDRED
                    .multiply(BigDecimal.valueOf(done))
                    .divide(
                        BigDecimal.valueOf(target.targetCount()), DECIMALS, RoundingMode.HALF_EVEN),
            Math.max(0, target.targetCount() - done));
  }

  private static int count(List<Counted> counted, Predicate<Counted> which) {
    return (int) counted.stream().filter(which).count();
  }
}
