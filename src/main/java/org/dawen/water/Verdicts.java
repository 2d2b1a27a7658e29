package org.dawen.water;

import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.dawen.standard.Confidence;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterVerdict;
import org.dawen.standard.WaterVerdict.ItemVerdict;

/** How verdicts are written in tables: {@code NH3-N(0.80)+DO}; null: nothing to name. */
final class Verdicts {
  private static final int SHOWN_DECIMALS = 2;

  private Verdicts() {}

  static ObservationClass.Verdict of(WaterVerdict verdict) {
    return of(verdict, Confidence.VERIFIED);
  }

  /** As above, of means whose kind is known so well. */
  static ObservationClass.Verdict of(WaterVerdict verdict, Confidence ofMean) {
    return new ObservationClass.Verdict(
        verdict.waterClass(),
        verdict.noClassBecause(),
        labels(verdict.missing()),
        withMultiples(verdict.exceeding()),
        withMultiples(verdict.mainPollutants()),
        verdict.confidence().lesser(ofMean) != Confidence.VERIFIED);
  }

  /** Items with the multiple over class Ⅲ, where they have one. */
  static String withMultiples(List<ItemVerdict> items) {
    return joined(items.stream().map(Verdicts::withMultiple).toList());
  }

  private static String withMultiple(ItemVerdict verdict) {
    return verdict.timesOverLimit() == null
        ? verdict.item().label()
        : "%s(%s)"
            .formatted(
                verdict.item().label(),
                verdict
                    .timesOverLimit()
                    .setScale(SHOWN_DECIMALS, RoundingMode.HALF_EVEN)
                    .toPlainString());
  }

  static String labels(List<WaterItem> items) {
    return joined(items.stream().map(WaterItem::label).toList());
  }

  private static String joined(List<String> names) {
    return names.isEmpty() ? null : names.stream().collect(Collectors.joining("+"));
  }
}
