package org.dawen.water;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dawen.standard.Fraction;
import org.dawen.standard.WaterClass;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterItems;
import org.dawen.standard.WaterLimit;
import org.dawen.standard.WaterPurpose;
import org.dawen.standard.WaterRegime;
import org.dawen.standard.WaterVerdict;
import org.dawen.water.SectionMonths.Given;
import org.dawen.water.SectionMonths.LastManual;

/** The items of a month of a section, each with its source. */
final class MonthItems {
  private MonthItems() {}

  /** The items measured, those that fill the index, and of the 21 those that are missing. */
  static List<SectionItemMonth> of(Given given, Map<WaterItem, BigDecimal> means) {
    List<SectionItemMonth> items = new ArrayList<>();
    for (WaterItem item : WaterItem.values()) {
      if (given.figures().containsKey(item)) {
        items.add(measured(given, given.figures().get(item), means.get(item)));
      } else if (given.fills().containsKey(item)) {
        items.add(filled(given, given.fills().get(item)));
      } else if (given.way() == Way.PROVINCE_RULE && isEvaluated(item, given.start())) {
        items.add(unmeasured(given, item, ItemSource.NONE, null, null));
      }
    }
    return items;
  }

  private static boolean isEvaluated(WaterItem item, LocalDate month) {
    return WaterRegime.inForce(WaterPurpose.MONTH, month).items().contains(item);
  }

  private static SectionItemMonth measured(Given given, ItemFigures f, BigDecimal mean) {
    WaterVerdict.ItemVerdict verdict =
        WaterVerdict.ofItem(f.item(), mean, given.body(), WaterPurpose.MONTH, given.start());
    return new SectionItemMonth(
        given.section(),
        given.start(),
        given.way(),
        f.item(),
        ItemSource.of(f.method()),
        given.start(),
        WaterItems.unit(f.item()),
        f.receivedCount(),
        f.usedCount(),
        f.nonDetectCount(),
        f.dayCount(),
        ItemFigures.stored(f.ofValues()),
        ItemFigures.stored(f.ofDayMeans()),
        ItemFigures.stored(f.monthMean(given.start())),
        ItemFigures.stored(verdict.judgedValue()),
        ItemFigures.stored(f.least()),
        ItemFigures.stored(f.largest()),
        verdict.waterClass(),
        verdict.timesOverLimit(),
        notBetterThanKnown(given, f, verdict.waterClass()));
  }

  /**
   * The class of the limit of detection where it is worse than the class found with half of it: a
   * limit above the limit of a class does not prove that class.
   */
  private static WaterClass notBetterThanKnown(Given given, ItemFigures f, WaterClass found) {
    WaterClass ofLimit =
        f.highestLimit() == null || given.body() == null
            ? null
            : WaterLimit.inForce(f.item(), given.body(), given.start())
                .map(limit -> limit.classOf(f.highestLimit()))
                .orElse(null);
    return ofLimit != null && ofLimit.isWorseThan(found) ? ofLimit : null;
  }

  private static SectionItemMonth filled(Given given, LastManual last) {
    return unmeasured(
        given,
        last.figures().item(),
        ItemSource.LAST_MANUAL,
        last.month().atDay(1),
        last.figures().monthMean(last.month().atDay(1)));
  }

  private static SectionItemMonth unmeasured(
      Given given, WaterItem item, ItemSource source, LocalDate sourceMonth, Fraction mean) {
    return new SectionItemMonth(
        given.section(),
        given.start(),
        given.way(),
        item,
        source,
        sourceMonth,
        WaterItems.unit(item),
        0,
        0,
        0,
        0,
        null,
        null,
        ItemFigures.stored(mean),
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
