package org.dawen.water;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dawen.intake.Provenance;
import org.dawen.standard.BodyKind;
import org.dawen.standard.WaterClass;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterItems;
import org.dawen.standard.WaterVerdict;
import org.dawen.water.ScreenReason.Effect;

/** How the observations of a section, and their classes, follow from what was received of it. */
final class Observations {
  private final SectionRegister register;
  private final ScreeningRules rules;
  private final Screening screening;

  Observations(SectionRegister register, ScreeningRules rules) {
    this.register = register;
    this.rules = rules;
    this.screening = new Screening(rules);
  }

  /**
   * The observations of a section in order of time, method and item. What is doubted is told by the
   * days before, so these must be among the values.
   *
   * @param values of one section, as {@link WaterValue#sorted} gives them
   */
  List<WaterObservation> of(String sectionCode, List<WaterValue> values) {
    List<Reading> readings = new ArrayList<>(values.size());
    List<WaterValue> latest = new ArrayList<>(values.size());
    for (List<WaterValue> records : Runs.of(values, WaterValue::isOfPlaceOf)) {
      readings.add(reading(records));
      latest.add(latest(records));
    }
    Map<Reading, Set<ScreenReason>> findings = screening.of(readings);
    List<WaterObservation> observations = new ArrayList<>(readings.size());
    for (int i = 0; i < readings.size(); i++) {
      Reading reading = readings.get(i);
      observations.add(
          observation(
              sectionCode, reading, latest.get(i), findings.getOrDefault(reading, Set.of())));
    }
    return observations;
  }

  private static Reading reading(List<WaterValue> records) {
    Versions versions = Versions.of(records);
    WaterValue any = records.get(0);
    LocalDate day = any.dataDay();
    BigDecimal used =
        versions.inForce() == null ? null : versions.inForce().measured().usedValue(day);
    return new Reading(any.observedAt(), day, any.method(), any.item(), versions, used);
  }

  private WaterObservation observation(
      String sectionCode, Reading reading, WaterValue latest, Set<ScreenReason> findings) {
    Versions versions = reading.versions();
    WaterValue inForce = versions.inForce();
    Provenance changed = versions.changedBy() == null ? null : versions.changedBy().provenance();
    LocalDate day = reading.dataDay();
    return new WaterObservation(
        sectionCode,
        reading.observedAt(),
        reading.method(),
        reading.item(),
        day,
        register.on(sectionCode, day) != null,
        inForce == null ? latest.measured() : inForce.measured(),
        reading.used(),
        WaterItems.unit(reading.item()),
        itemClass(sectionCode, reading),
        screening.exclusion(findings),
        listed(findings),
        latest.status(),
        versions.versionCount(),
        versions.revisionCount(),
        versions.isDecidedByPath(),
        changed == null ? null : changed.receivedAt(),
        changed == null ? null : changed.fileId(),
        changed == null ? null : Long.valueOf(changed.recordNo()),
        inForce == null ? null : inForce.provenance().fileId(),
        inForce == null ? null : Long.valueOf(inForce.provenance().recordNo()));
  }

  private WaterClass itemClass(String sectionCode, Reading reading) {
    return reading.used() == null
        ? null
        : WaterVerdict.ofItem(
                reading.item(),
                reading.used(),
                register.bodyKind(sectionCode, reading.dataDay()),
                reading.method().purpose(),
                reading.dataDay())
            .waterClass();
  }

  private String listed(Set<ScreenReason> findings) {
    if (findings.isEmpty()) {
      return null;
    }
    String names =
        findings.stream()
            .filter(r -> rules.effectOf(r) == Effect.LIST)
            .map(ScreenReason::name)
            .collect(Collectors.joining("+"));
    return names.isEmpty() ? null : names;
  }

  private static WaterValue latest(List<WaterValue> records) {
    if (records.size() == 1) {
      return records.get(0);
    }
    return records.stream().max(Comparator.comparing(WaterValue::provenance)).orElseThrow();
  }

  /**
   * The classes of a section by time and method.
   *
   * @param observations as {@link #of} gives them
   * @param values the same as there, which tell the classes published
   */
  List<ObservationClass> classes(
      String sectionCode, List<WaterObservation> observations, List<WaterValue> values) {
    Iterator<List<WaterValue>> received = Runs.of(values, WaterValue::isOfTimeOf).iterator();
    List<ObservationClass> classes = new ArrayList<>();
    for (List<WaterObservation> items : Runs.of(observations, WaterObservation::isOfTimeOf)) {
      List<WaterValue> of = received.next();
      while (!items.get(0).isOfTimeOf(of.get(0))) {
        of = received.next();
      }
      classes.add(observationClass(sectionCode, items, of));
    }
    return classes;
  }

  private ObservationClass observationClass(
      String sectionCode, List<WaterObservation> items, List<WaterValue> received) {
    WaterObservation first = items.get(0);
    BodyKind body = register.bodyKind(sectionCode, first.dataDay());
    WaterVerdict verdict = verdict(items, false, body);
    boolean isScreened = items.stream().anyMatch(i -> i.screenReason() != null);
    WaterClass published = published(received);
    return new ObservationClass(
        sectionCode,
        first.observedAt(),
        first.method(),
        first.dataDay(),
        body,
        Verdicts.of(verdict),
        (isScreened ? verdict(items, true, body) : verdict).waterClass(),
        published,
        published == null || verdict.waterClass() == null
            ? null
            : Boolean.valueOf(published == verdict.waterClass()),
        latest(received).status());
  }

  private static WaterVerdict verdict(
      List<WaterObservation> items, boolean isScreened, BodyKind body) {
    Map<WaterItem, BigDecimal> used = new EnumMap<>(WaterItem.class);
    for (WaterObservation item : items) {
      if (isScreened ? item.isUsed() : item.usedValue() != null) {
        used.put(item.item(), item.usedValue());
      }
    }
    WaterObservation first = items.get(0);
    return WaterVerdict.of(used, body, first.method().purpose(), first.dataDay());
  }

  /** The class published last; null: none. */
  private static WaterClass published(List<WaterValue> received) {
    return received.stream()
        .filter(v -> v.publishedClass() != null)
        .max(Comparator.comparing(WaterValue::provenance))
        .map(WaterValue::publishedClass)
        .orElse(null);
  }
}
