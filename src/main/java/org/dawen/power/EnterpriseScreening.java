package org.dawen.power;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The screening rules on the meters of one enterprise, day by day ({@link FindingDays}). */
final class EnterpriseScreening {
  private final ScreeningThresholds thresholds;
  private final SilenceScreening silence;
  private final Map<String, MeterSeries> series = new HashMap<>();
  private final Map<String, TreeMap<Long, long[]>> ratios = new HashMap<>();

  /**
   * Screens by these.
   *
   * @param deliveredUntil last moment a delivered day has data of any meter, by day since 1970
   */
  EnterpriseScreening(ScreeningThresholds thresholds, SortedMap<Long, Long> deliveredUntil) {
    this.thresholds = thresholds;
    this.silence = new SilenceScreening(thresholds, deliveredUntil);
  }

  /** Intervals of a meter, to be filled in the order of time. */
  MeterSeries series(String meter) {
    return series.computeIfAbsent(meter, MeterSeries::new);
  }

  /**
   * What a treatment meter's day before said: ratio to production and lowest hour, in 10⁻⁸, and
   * mean power of its unit while both ran.
   */
  void addUsual(String meter, long day, long ratio, long lowestHour, long meanPower) {
    ratios
        .computeIfAbsent(meter, m -> new TreeMap<>())
        .put(day, new long[] {ratio, lowestHour, meanPower});
  }

  /** Findings of one day, by the registry as it stands that day. */
  List<Finding> findings(List<MeterFacts> meters, long day) {
    List<Finding> found = new ArrayList<>();
    UnitScreening units = new UnitScreening(thresholds, ratios, day, found);
    for (String unit : UnitTimeline.units(meters)) {
      UnitTimeline timeline =
          UnitTimeline.of(
              unit, meters, series, day, FindingDays.from(day), FindingDays.to(day), thresholds);
      units.findTreatmentOff(unit, timeline);
      units.findUnderLoad(unit, timeline);
    }
    for (MeterFacts meter : meters) {
      MeterSeries ofMeter = series.get(meter.code());
      if (ofMeter != null) {
        new MeterScreening(thresholds, meter, ofMeter, day, found).find();
      }
      silence.find(meter, ofMeter, day, found);
    }
    return found;
  }
}
