package org.dawen.water;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dawen.standard.BodyKind;
import org.dawen.standard.Confidence;
import org.dawen.standard.Tli;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterMean;
import org.dawen.standard.WaterPeriods;
import org.dawen.standard.WaterPurpose;

/** How months of lakes follow from those of their points, 总站生字〔2001〕090号. */
final class Lakes {
  /** Chlorophyll a is in mg/L and enters in mg/m³. */
  private static final int LITRES_OF_CUBIC_METRE = 3;

  private static final List<WaterItem> ITEMS =
      List.of(WaterItem.CHLA, WaterItem.TP, WaterItem.TN, WaterItem.SD, WaterItem.CODMN);

  private Lakes() {}

  /**
   * The lakes of a month by name. A point without the name of its lake stands for itself.
   *
   * @param sections of the month, by the province's rule
   */
  static List<LakeMonth> of(LocalDate monthStart, List<SectionFigures> sections) {
    TreeMap<String, List<SectionFigures>> lakes = new TreeMap<>();
    for (SectionFigures section : sections) {
      if (section.body() == BodyKind.LAKE) {
        String name = section.place().waterBody();
        lakes
            .computeIfAbsent(name == null ? section.sectionCode() : name, l -> new ArrayList<>())
            .add(section);
      }
    }
    List<LakeMonth> rows = new ArrayList<>();
    lakes.forEach((name, of) -> rows.add(lake(name, monthStart, of)));
    return rows;
  }

  private static LakeMonth lake(String name, LocalDate month, List<SectionFigures> points) {
    Map<WaterItem, BigDecimal> means = means(points);
    Tli tli = Tli.of(means, month);
    Map<WaterItem, BigDecimal> levels = tli == null ? Map.of() : tli.ofItems();
    return new LakeMonth(
        name,
        month,
        points.get(0).place().cityCode(),
        points.size(),
        new LakeMonth.Means(
            means.get(WaterItem.CHLA),
            means.get(WaterItem.TP),
            means.get(WaterItem.TN),
            means.get(WaterItem.SD),
            means.get(WaterItem.CODMN)),
        new LakeMonth.Levels(
            level(levels, WaterItem.CHLA),
            level(levels, WaterItem.TP),
            level(levels, WaterItem.TN),
            level(levels, WaterItem.SD),
            level(levels, WaterItem.CODMN)),
        tli == null ? null : ItemFigures.stored(tli.exact()),
        tli == null ? null : tli.published(),
        tli == null ? null : tli.state(month),
        Verdicts.labels(tli == null ? ITEMS : tli.missing()),
        WaterPeriods.confidenceOfMean(WaterPurpose.MONTH, month) != Confidence.VERIFIED);
  }

  private static Map<WaterItem, BigDecimal> means(List<SectionFigures> points) {
    Map<WaterItem, BigDecimal> means = new EnumMap<>(WaterItem.class);
    for (WaterItem item : ITEMS) {
      WaterMean mean = new WaterMean(item);
      points.forEach(p -> mean.add(inUnitOfLevel(item, p.judgedMeans().get(item))));
      if (mean.count() > 0) {
        means.put(item, mean.value());
      }
    }
    return means;
  }

  private static BigDecimal inUnitOfLevel(WaterItem item, BigDecimal value) {
    return value == null || item != WaterItem.CHLA
        ? value
        : value.movePointRight(LITRES_OF_CUBIC_METRE);
  }

  private static BigDecimal level(Map<WaterItem, BigDecimal> levels, WaterItem item) {
    return ItemFigures.stored(levels.get(item));
  }
}
