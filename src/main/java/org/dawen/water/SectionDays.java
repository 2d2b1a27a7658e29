package org.dawen.water;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
    Judged asReceived = judged(observations, byMethod, Way.AS_RECEIVED);
    boolean isScreened = byMethod.stream().anyMatch(MethodFigures::isScreened);
    Judged screened = isScreened ? judged(observations, byMethod, Way.SCREENED) : asReceived;
    return List.of(day(asReceived, Way.AS_RECEIVED), day(screened, Way.SCREENED));
  }

  /** What the values that count say of a day, by whichever way they were chosen. */
  private record Judged(
      String section,
      LocalDate day,
      BodyKind body,
      Map<WaterItem, ItemFigures> figures,
      Map<WaterItem, BigDecimal> means,
      Map<WaterItem, WaterMean> nights,
      WaterVerdict verdict) {}

  private Judged judged(
      List<WaterObservation> observations, List<MethodFigures> byMethod, Way way) {
    String section = observations.get(0).sectionCode();
    LocalDate day = observations.get(0).dataDay();
    BodyKind body = register.bodyKind(section, day);
    Map<WaterItem, ItemFigures> figures = PeriodItems.of(byMethod, way);
    Map<WaterItem, BigDecimal> means = new EnumMap<>(WaterItem.class);
    figures.forEach((item, f) -> means.put(item, ItemFigures.judged(f.ofValues())));
    return new Judged(
        section,
        day,
        body,
        figures,
        means,
        nights(observations, figures, way),
        WaterVerdict.of(means, body, WaterPurpose.DAY, day));
  }

  private Day day(Judged judged, Way way) {
    List<SectionItemDay> items = new ArrayList<>();
    judged.figures.forEach(
        (item, f) ->
            items.add(
                item(
                    judged,
                    way,
                    f,
                    WaterVerdict.ofItem(
                        item, judged.means.get(item), judged.body, WaterPurpose.DAY, judged.day))));
    return new Day(sectionDay(judged, way), items);
  }

  private SectionDay sectionDay(Judged judged, Way way) {
    LocalDate day = judged.day;
    WaterSection registered = register.on(judged.section, day);
    WaterClass target = SectionRegister.target(registered);
    WaterClass waterClass = judged.verdict.waterClass();
    int used = judged.figures.values().stream().mapToInt(ItemFigures::usedCount).sum();
    int received = judged.figures.values().stream().mapToInt(ItemFigures::receivedCount).sum();
    return new SectionDay(
        judged.section,
        day,
        way,
        registered != null,
        registered == null ? null : registered.countyCode(),
        registered == null ? null : register.cityCode(registered, day),
        judged.body,
        Verdicts.of(judged.verdict),
        target,
        isMet(waterClass, target),
        used,
        received - used);
  }

  /** Null: no target, or no class. */
  static Boolean isMet(WaterClass waterClass, WaterClass target) {
    return waterClass == null || target == null ? null : !waterClass.isWorseThan(target);
  }

  private static SectionItemDay item(
      Judged judged, Way way, ItemFigures figures, ItemVerdict verdict) {
    WaterMean night = judged.nights.get(figures.item());
    return new SectionItemDay(
        judged.section,
        judged.day,
        way,
        figures.item(),
        figures.method(),
        WaterItems.unit(figures.item()),
        figures.receivedCount(),
        figures.usedCount(),
        figures.nonDetectCount(),
        ItemFigures.stored(figures.ofValues()),
        night == null ? null : ItemFigures.stored(night.exact()),
        ItemFigures.stored(figures.least()),
        ItemFigures.stored(figures.largest()),
        verdict.waterClass(),
        verdict.timesOverLimit());
  }

  /** Of items with values at night these values. */
  private static Map<WaterItem, WaterMean> nights(
      List<WaterObservation> observations, Map<WaterItem, ItemFigures> figures, Way way) {
    Map<WaterItem, WaterMean> nights = new EnumMap<>(WaterItem.class);
    LocalDateTime time = null;
    boolean isNight = false;
    for (WaterObservation o : observations) {
      if (!o.observedAt().equals(time)) {
        time = o.observedAt();
        isNight = WaterPeriods.isNight(time);
      }
      ItemFigures counted = figures.get(o.item());
      if (isNight
          && counted != null
          && counted.method() == o.method()
          && (way == Way.AS_RECEIVED || o.isUsed())) {
        nights.computeIfAbsent(o.item(), WaterMean::new).add(o.usedValue());
      }
    }
    return nights;
  }
}
