package org.dawen.water;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.dawen.intake.Provenance;
import org.dawen.standard.BodyKind;
import org.dawen.standard.WaterClass;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterMethod;
import org.dawen.standard.WaterPurpose;
import org.dawen.standard.WaterVerdict;

/**
 * Which classes of a section later versions changed. The versions are put in the order of revisions
 * and compared one by one, so the rows follow from the landing folder and not from the nights.
 */
final class ClassChanges {
  private final SectionRegister register;

  ClassChanges(SectionRegister register) {
    this.register = register;
  }

  /**
   * All changes of observations and months of a section.
   *
   * @param values of one section, whole months, as {@link WaterValue#sorted} gives them
   */
  List<ClassChange> of(String sectionCode, List<WaterValue> values) {
    List<ClassChange> changes = new ArrayList<>();
    for (List<WaterValue> of : Runs.of(values, WaterValue::isOfTimeOf)) {
      if (!isOfOneRecord(of)) {
        changes.addAll(ofObservation(sectionCode, of));
      }
    }
    for (List<WaterValue> of : Runs.of(values, WaterValue::isOfMonthOf)) {
      changes.addAll(ofMonth(sectionCode, YearMonth.from(of.get(0).dataDay()), of));
    }
    return changes;
  }

  /** What one record brought at once has changed nothing. */
  private static boolean isOfOneRecord(List<WaterValue> values) {
    Provenance first = values.get(0).provenance();
    for (WaterValue value : values) {
      if (!value.provenance().equals(first)) {
        return false;
      }
    }
    return true;
  }

  /** Values that one record brought, and with them a class. */
  private record Step(Provenance by, List<WaterValue> values) {}

  private List<ClassChange> ofObservation(String section, List<WaterValue> values) {
    boolean isAutomatic = values.get(0).method() == WaterMethod.AUTOMATIC;
    // A file gives a sample item by item; so its records make the first class together.
    List<Step> steps = steps(values, v -> isAutomatic ? v.provenance() : ofFile(v.provenance()));
    if (steps.size() == 1) {
      return List.of();
    }
    LocalDate day = values.get(0).dataDay();
    BodyKind body = register.bodyKind(section, day);
    WaterPurpose purpose = values.get(0).method().purpose();
    Map<WaterItem, WaterValue> inForce = new EnumMap<>(WaterItem.class);
    Trail trail =
        new Trail(
            section,
            isAutomatic ? ClassChange.Kind.OBSERVATION : ClassChange.Kind.SAMPLE,
            values.get(0).observedAt(),
            day);
    for (Step step : steps) {
      List<String> changed = new ArrayList<>();
      Provenance by = step.by;
      for (WaterValue value : step.values) {
        boolean isFirst = changed.isEmpty();
        take(inForce, value, changed);
        by = isFirst && !changed.isEmpty() ? value.provenance() : by;
      }
      Map<WaterItem, BigDecimal> used = new EnumMap<>(WaterItem.class);
      inForce.forEach((item, v) -> put(used, item, v.measured().usedValue(day)));
      trail.follow(
          WaterVerdict.of(used, body, purpose, day).waterClass(),
          published(step.values),
          changed,
          by,
          by.recordNo());
    }
    return trail.changes;
  }

  private static void put(Map<WaterItem, BigDecimal> used, WaterItem item, BigDecimal value) {
    if (value != null) {
      used.put(item, value);
    }
  }

  /** Puts a value in force and notes how it differs; an empty one takes nothing back. */
  private static void take(
      Map<WaterItem, WaterValue> inForce, WaterValue value, List<String> changed) {
    if (!value.measured().isGiven()) {
      return;
    }
    WaterValue before = inForce.put(value.item(), value);
    if (before == null || before.measured().compareTo(value.measured()) != 0) {
      changed.add(
          "%s %s→%s".formatted(value.item(), before == null ? "" : shown(before), shown(value)));
    }
  }

  private static String shown(WaterValue value) {
    BigDecimal number = value.measured().usedValue(value.dataDay());
    return number == null ? "" : number.stripTrailingZeros().toPlainString();
  }

  private static WaterClass published(List<WaterValue> values) {
    return values.stream()
        .map(WaterValue::publishedClass)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /**
   * The class of a month begins with the first version of each of its values; so what is listed are
   * revisions, and not the growth of the month. The versions of one file are taken together.
   */
  private List<ClassChange> ofMonth(String section, YearMonth month, List<WaterValue> values) {
    if (!hasVersions(values)) {
      return List.of();
    }
    List<WaterValue> first = new ArrayList<>(values.size());
    List<WaterValue> later = new ArrayList<>();
    for (List<WaterValue> versions : Runs.of(values, WaterValue::isOfPlaceOf)) {
      List<WaterValue> changes = Versions.changes(versions);
      if (!changes.isEmpty()) {
        first.add(changes.get(0));
        later.addAll(changes.subList(1, changes.size()));
      }
    }
    if (later.isEmpty()) {
      return List.of();
    }
    RevisedMonth revised =
        new RevisedMonth(register.bodyKind(section, month.atEndOfMonth()), month);
    first.forEach(revised::begin);
    Trail trail =
        new Trail(section, ClassChange.Kind.MONTH, month.atDay(1).atStartOfDay(), month.atDay(1));
    trail.follow(revised.waterClass(), null, List.of(), null, null);
    for (Step step : steps(later, v -> ofFile(v.provenance()))) {
      step.values.forEach(revised::revise);
      trail.follow(
          revised.waterClass(),
          null,
          step.values.stream().map(v -> v.item().label()).distinct().sorted().toList(),
          step.by,
          null);
    }
    return trail.changes;
  }

  private static boolean hasVersions(List<WaterValue> sorted) {
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).isOfPlaceOf(sorted.get(i - 1))) {
        return true;
      }
    }
    return false;
  }

  /** The same for all records of a file that were received at one time. */
  private static Provenance ofFile(Provenance provenance) {
    return new Provenance(provenance.receivedAt(), provenance.fileOrder(), provenance.fileId(), 0);
  }

  private static List<Step> steps(List<WaterValue> values, Function<WaterValue, Provenance> by) {
    List<WaterValue> inOrder = new ArrayList<>(values);
    inOrder.sort(Comparator.comparing(WaterValue::provenance));
    List<Step> steps = new ArrayList<>();
    for (WaterValue value : inOrder) {
      Provenance next = by.apply(value);
      if (steps.isEmpty() || !steps.get(steps.size() - 1).by.equals(next)) {
        steps.add(new Step(next, new ArrayList<>()));
      }
      steps.get(steps.size() - 1).values.add(value);
    }
    return steps;
  }

  /** The classes one after another, and the changes among them. */
  private final class Trail {
    private final String section;
    private final ClassChange.Kind kind;
    private final LocalDateTime startsAt;
    private final LocalDate dataDay;
    private final List<ClassChange> changes = new ArrayList<>();
    private WaterClass waterClass;
    private WaterClass published;

    Trail(String section, ClassChange.Kind kind, LocalDateTime startsAt, LocalDate dataDay) {
      this.section = section;
      this.kind = kind;
      this.startsAt = startsAt;
      this.dataDay = dataDay;
    }

    /** A first class is none that changed; a missing one neither ends nor begins a change. */
    void follow(
        WaterClass next,
        WaterClass nextPublished,
        List<String> changed,
        Provenance by,
        Long recordNo) {
      if (next != null && waterClass != null && next != waterClass) {
        changes.add(
            new ClassChange(
                section,
                kind,
                startsAt,
                changes.size() + 1,
                dataDay,
                waterClass,
                next,
                published,
                nextPublished,
                SectionRegister.target(register.on(section, dataDay)),
                String.join("+", changed),
                by.receivedAt(),
                by.fileId(),
                recordNo));
      }
      waterClass = next == null ? waterClass : next;
      published = nextPublished == null ? published : nextPublished;
    }
  }
}
