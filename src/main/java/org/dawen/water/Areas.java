package org.dawen.water;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dawen.standard.BodyKind;
import org.dawen.standard.Confidence;
import org.dawen.standard.Cwqi;
import org.dawen.standard.Fraction;
import org.dawen.standard.Ranks;
import org.dawen.standard.WaterClass;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterMean;
import org.dawen.standard.WaterPeriods;
import org.dawen.standard.WaterPurpose;
import org.dawen.standard.WaterRegime;
import org.dawen.standard.WaterStates;
import org.dawen.standard.WaterVerdict;

/** How the figures of areas follow from those of their sections, 环办〔2011〕22号 and 环办监测〔2017〕51号. */
final class Areas {
  private final WaterPurpose purpose;
  private final LocalDate period;

  /**
   * @param purpose month or year
   * @param period first day of the month whose rules count
   */
  Areas(WaterPurpose purpose, LocalDate period) {
    this.purpose = purpose;
    this.period = period;
  }

  /** The index of an area and what a comparison asks of it. */
  private record Indexed(Cwqi rivers, Cwqi lakes, Fraction city) {
    /** Items left out, of rivers or of lakes. */
    String missing() {
      TreeSet<WaterItem> missing = new TreeSet<>();
      Stream.of(rivers, lakes)
          .filter(Objects::nonNull)
          .forEach(index -> missing.addAll(index.missing()));
      return Verdicts.labels(List.copyOf(missing));
    }
  }

  /**
   * The areas of one kind by code.
   *
   * @param sections of the period, of all areas; sections of no such area are left out
   * @param lastYear the same of a year before
   */
  Map<String, AreaFigures> of(
      AreaKind kind, List<SectionFigures> sections, List<SectionFigures> lastYear) {
    TreeMap<String, List<SectionFigures>> areas = byArea(kind, sections);
    TreeMap<String, List<SectionFigures>> before = byArea(kind, lastYear);
    Map<String, Indexed> indices = new TreeMap<>();
    Map<String, BigDecimal> changes = new TreeMap<>();
    areas.forEach(
        (code, of) -> {
          Indexed index = indexed(of);
          indices.put(code, index);
          if (before.containsKey(code) && !isLeftOut(of)) {
            changes.put(code, change(index, indexed(before.get(code))));
          }
        });
    Ranks byIndex = Ranks.of(indices.values().stream().map(i -> Cwqi.published(i.city)).toList());
    Ranks byChange = Ranks.of(new ArrayList<>(changes.values()));
    boolean isAlike = SectionFigures.areOfOneBasis(areas.values());
    Map<String, AreaFigures> figures = new TreeMap<>();
    areas.forEach(
        (code, of) ->
            figures.put(
                code,
                new AreaFigures(
                    sections(of),
                    band(of),
                    index(
                        of,
                        indices.get(code),
                        before.containsKey(code) ? indexed(before.get(code)) : null,
                        byIndex,
                        isAlike,
                        byChange.of(changes.get(code))),
                    isProvisional())));
    return figures;
  }

  private boolean isProvisional() {
    return WaterRegime.inForce(purpose, period)
            .provision()
            .confidence()
            .lesser(WaterPeriods.confidenceOfMean(purpose, period))
            .lesser(WaterStates.confidenceOfBands(period))
            .lesser(Cwqi.confidenceOfCity(period))
        != Confidence.VERIFIED;
  }

  private static TreeMap<String, List<SectionFigures>> byArea(
      AreaKind kind, List<SectionFigures> sections) {
    return sections.stream()
        .filter(s -> s.areaCode(kind) != null)
        .sorted(Comparator.comparing(SectionFigures::sectionCode))
        .collect(Collectors.groupingBy(s -> s.areaCode(kind), TreeMap::new, Collectors.toList()));
  }

  /**
   * A city whose sections are all of class Ⅰ or Ⅱ and meet their targets has nothing to improve.
   */
  private static boolean isLeftOut(List<SectionFigures> sections) {
    return sections.stream()
        .allMatch(
            s ->
                s.waterClass() != null
                    && s.waterClass().compareTo(WaterClass.II) <= 0
                    && s.meetsTarget());
  }

  private static BigDecimal change(Indexed now, Indexed before) {
    return Cwqi.changePercent(Cwqi.unrounded(now.city), Cwqi.unrounded(before.city));
  }

  private Indexed indexed(List<SectionFigures> sections) {
    Cwqi rivers = ofBody(sections, BodyKind.RIVER);
    Cwqi lakes = ofBody(sections, BodyKind.LAKE);
    return new Indexed(
        rivers,
        lakes,
        Cwqi.ofCity(
            rivers, count(sections, BodyKind.RIVER), lakes, count(sections, BodyKind.LAKE)));
  }

  private static int count(List<SectionFigures> sections, BodyKind body) {
    return (int) sections.stream().filter(s -> s.body() == body).count();
  }

  private Cwqi ofBody(List<SectionFigures> sections, BodyKind body) {
    Map<WaterItem, Fraction> means =
        means(sections.stream().filter(s -> s.body() == body).map(SectionFigures::means).toList());
    return means.isEmpty() ? null : Cwqi.of(means, body, period);
  }

  /** The mean of each item over sections, each counting alike. */
  private static Map<WaterItem, Fraction> means(List<Map<WaterItem, BigDecimal>> ofSections) {
    Map<WaterItem, WaterMean> means = new EnumMap<>(WaterItem.class);
    ofSections.forEach(
        of -> of.forEach((item, mean) -> means.computeIfAbsent(item, WaterMean::new).add(mean)));
    Map<WaterItem, Fraction> exact = new EnumMap<>(WaterItem.class);
    means.forEach((item, mean) -> exact.put(item, mean.exact()));
    return exact;
  }

  private static AreaFigures.Sections sections(List<SectionFigures> of) {
    int judged = count(of, s -> s.waterClass() != null);
    int good = count(of, s -> s.waterClass() != null && s.waterClass().isGood());
    int worse = count(of, s -> s.waterClass() == WaterClass.WORSE);
    return new AreaFigures.Sections(
        of.size(),
        judged,
        good,
        worse,
        WaterStates.share(good, judged),
        published(WaterStates.share(good, judged)),
        published(WaterStates.share(worse, judged)),
        count(of, s -> s.targetClass() != null),
        count(of, s -> s.targetClass() != null && s.meetsTarget()));
  }

  private static int count(List<SectionFigures> of, Predicate<SectionFigures> which) {
    return (int) of.stream().filter(which).count();
  }

  private static BigDecimal published(BigDecimal share) {
    return share == null ? null : share.setScale(1, RoundingMode.HALF_EVEN);
  }

  /** Five sections and more by shares, fewer by the worst item of their mean concentrations. */
  private AreaFigures.Band band(List<SectionFigures> of) {
    int judged = count(of, s -> s.waterClass() != null);
    if (judged == 0) {
      return new AreaFigures.Band(null, null);
    }
    WaterStates.Band band =
        WaterStates.band(
            count(of, s -> s.waterClass() != null && s.waterClass().isGood()),
            count(of, s -> s.waterClass() == WaterClass.WORSE),
            judged,
            period);
    if (band != null) {
      return new AreaFigures.Band(band.name(), null);
    }
    WaterClass meanClass = meanClass(of);
    return new AreaFigures.Band(WaterStates.of(meanClass, period), meanClass);
  }

  /** The worse of rivers and lakes, each by its own limits. */
  private WaterClass meanClass(List<SectionFigures> of) {
    WaterClass worst = null;
    for (BodyKind body : BodyKind.values()) {
      Map<WaterItem, BigDecimal> means = new EnumMap<>(WaterItem.class);
      means(of.stream().filter(s -> s.body() == body).map(SectionFigures::judgedMeans).toList())
          .forEach((item, mean) -> means.put(item, ItemFigures.judged(mean)));
      worst = WaterClass.worse(worst, WaterVerdict.of(means, body, purpose, period).waterClass());
    }
    return worst;
  }

  private static AreaFigures.Index index(
      List<SectionFigures> of,
      Indexed now,
      Indexed lastYear,
      Ranks byIndex,
      boolean isAlike,
      Integer improvementRank) {
    BigDecimal published = Cwqi.published(now.city);
    return new AreaFigures.Index(
        count(of, BodyKind.RIVER),
        count(of, BodyKind.LAKE),
        now.rivers == null ? null : Cwqi.published(now.rivers.exact()),
        now.lakes == null ? null : Cwqi.published(now.lakes.exact()),
        published,
        Cwqi.unrounded(now.city),
        now.missing(),
        lastYear == null ? null : Cwqi.published(lastYear.city),
        lastYear == null ? null : change(now, lastYear),
        lastYear == null || lastYear.city == null || now.city == null
            ? null
            : Boolean.valueOf(Objects.equals(now.missing(), lastYear.missing())),
        byIndex.of(published),
        byIndex.ranked(),
        published == null ? null : Boolean.valueOf(isAlike),
        improvementRank);
  }
}
