package org.dawen.water;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dawen.registry.WaterSection;
import org.dawen.standard.BodyKind;
import org.dawen.standard.WaterClass;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterItems;
import org.dawen.standard.WaterMean;
import org.dawen.standard.WaterPeriods;
import org.dawen.standard.WaterPurpose;
import org.dawen.standard.WaterVerdict;
import org.dawen.standard.WaterVerdict.ItemVerdict;

/** How days of a section follow from its observations. */
final class SectionDays {
  private static final List<Way> WAYS = List.of(Way.AS_RECEIVED, Way.SCREENED);

  private final SectionRegister register;

  SectionDays(SectionRegister register) {
    this.register = register;
  }

  /** A day of a section by one way. */
  record Day(SectionDay day, List<SectionItemDay> items) {}

  /**
   * The day, as received and screened.
   *
   * @param observations of one section and day, at least one
   */
  List<Day> of(List<WaterObservation> observations) {
    List<MethodFigures> byMethod =
        MethodFigures.of(observations.stream().map(WaterObservation::counted).toList());
    return WAYS.stream().map(way -> day(observations, byMethod, way)).toList();
  }

  private Day day(List<WaterObservation> observations, List<MethodFigures> byMethod, Way way) {
    String section = observations.get(0).sectionCode();
    LocalDate day = observations.get(0).dataDay();
    BodyKind body = register.bodyKind(section, day);
    Map<WaterItem, ItemFigures> figures = PeriodItems.of(byMethod, way);
    Map<WaterItem, BigDecimal> means = new EnumMap<>(WaterItem.class);
    figures.forEach((item, f) -> means.put(item, ItemFigures.judged(f.ofValues())));
    WaterVerdict verdict = WaterVerdict.of(means, body, WaterPurpose.DAY, day);
    List<SectionItemDay> items = new ArrayList<>();
    figures.forEach(
        (item, f) ->
            items.add(
                item(
                    section,
                    day,
                    way,
                    f,
                    nightMean(observations, f, way),
                    WaterVerdict.ofItem(item, means.get(item), body, WaterPurpose.DAY, day))));
    return new Day(sectionDay(section, day, way, body, verdict, figures), items);
  }

  private SectionDay sectionDay(
      String section,
      LocalDate day,
      Way way,
      BodyKind body,
      WaterVerdict verdict,
      Map<WaterItem, ItemFigures> figures) {
    WaterSection registered = register.on(section, day);
    WaterClass target = SectionRegister.target(registered);
    int used = figures.values().stream().mapToInt(ItemFigures::usedCount).sum();
    int received = figures.values().stream().mapToInt(ItemFigures::receivedCount).sum();
    return new SectionDay(
        section,
        day,
        way,
        registered != null,
        registered == null ? null : registered.countyCode(),
        registered == null ? null : register.cityCode(registered, day),
        body,
        Verdicts.of(verdict),
        target,
        isMet(verdict.waterClass(), target),
        used,
        received - used);
  }

  /** Null: no target, or no class. */
  static Boolean isMet(WaterClass waterClass, WaterClass target) {
    return waterClass == null || target == null ? null : !waterClass.isWorseThan(target);
  }

  private static SectionItemDay item(
      String section,
      LocalDate day,
      Way way,
      ItemFigures figures,
      BigDecimal nightMean,
      ItemVerdict verdict) {
    return new SectionItemDay(
        section,
        day,
        way,
        figures.item(),
        figures.method(),
        WaterItems.unit(figures.item()),
        figures.receivedCount(),
        figures.usedCount(),
        figures.nonDetectCount(),
        ItemFigures.stored(figures.ofValues()),
        ItemFigures.stored(nightMean),
        ItemFigures.stored(figures.least()),
        ItemFigures.stored(figures.largest()),
        verdict.waterClass(),
        verdict.timesOverLimit());
  }

  /** Mean of the values at night; null: none. */
  private static BigDecimal nightMean(
      List<WaterObservation> observations, ItemFigures figures, Way way) {
    WaterMean night = new WaterMean(figures.item());
    for (WaterObservation o : observations) {
      if (o.item() == figures.item()
          && o.method() == figures.method()
          && (way == Way.AS_RECEIVED || o.isUsed())
          && WaterPeriods.isNight(o.observedAt())) {
        night.add(o.usedValue());
      }
    }
    return night.value();
  }
}
