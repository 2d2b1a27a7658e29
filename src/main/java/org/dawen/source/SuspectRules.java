package org.dawen.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dawen.source.SuspectSeries.Rule;
import org.dawen.standard.OxygenConversion;

/**
 * Screening for made-up series (弄虚作假筛查). Every rule looks at one pollutant with a limit on one day
 * and names the hours that trip it. A hit is a reason to look, not a finding.
 */
final class SuspectRules {
  private static final String AMMONIA = "w21003";

  /** Flags of calibration, maintenance, fault and setting, HJ 212-2017 table 8. */
  private static final Set<String> NOT_MEASURING = Set.of("C", "M", "D", "S");

  private static final BigDecimal OXYGEN_OF_AIR = OxygenConversion.OXYGEN_OF_AIR;
  private static final int DECIMALS_OF_RATIO = 20;
  private static final int DECIMALS_OF_SPREAD = 19;
  private static final int DECIMALS_OF_MASS = 8;

  private final SuspectThresholds t;

  SuspectRules(SuspectThresholds thresholds) {
    t = thresholds;
  }

  /**
   * A rule that a day trips.
   *
   * @param hours that trip it
   * @param figures what tripped it
   */
  record Hit(Rule rule, List<ScreenedHour> hours, String figures) {}

  /**
   * The rules that a day trips, each once.
   *
   * @param earlier days before it in order, of those at least that may have been copied
   */
  List<Hit> hits(String pollutantCode, ScreenedDay day, List<ScreenedDay> earlier) {
    List<Hit> hits = new ArrayList<>();
    flatLine(day, hits);
    flatTop(day, hits);
    copiedDay(day, earlier, hits);
    quantised(day, hits);
    dilution(day, hits);
    ammoniaAboveTotalNitrogen(pollutantCode, day, hits);
    flagCoversRise(day, hits);
    convertedMeanNotConsistent(day, hits);
    massNotConsistent(day, hits);
    return hits;
  }

  private static void add(
      Rule rule, List<ScreenedHour> hours, int least, String figures, List<Hit> hits) {
    if (!hours.isEmpty() && hours.size() >= least) {
      hits.add(new Hit(rule, hours, figures));
    }
  }

  private void flatLine(ScreenedDay day, List<Hit> hits) {
    add(
        Rule.FLAT_LINE,
        day.line(),
        t.flatLineHours(),
        day.line().size() + " hours in a row with the same mean",
        hits);
  }

  private void flatTop(ScreenedDay day, List<Hit> hits) {
    List<ScreenedHour> judged =
        day.normal().stream()
            .filter(h -> h.judged() != null && h.limit() != null && h.limit().signum() > 0)
            .toList();
    List<ScreenedHour> near =
        judged.stream()
            .filter(h -> h.judged().compareTo(h.limit().multiply(t.flatTopShare())) >= 0)
            .toList();
    boolean isAnyAbove = judged.stream().anyMatch(h -> h.judged().compareTo(h.limit()) > 0);
    if (isAnyAbove || near.isEmpty()) {
      return;
    }
    TreeSet<BigDecimal> shares = new TreeSet<>();
    TreeSet<BigDecimal> values = new TreeSet<>();
    for (ScreenedHour hour : near) {
      shares.add(hour.judged().divide(hour.limit(), DECIMALS_OF_RATIO, RoundingMode.HALF_UP));
      values.add(hour.judged());
    }
    BigDecimal spread =
        shares.last().subtract(shares.first()).setScale(DECIMALS_OF_SPREAD, RoundingMode.HALF_UP);
    if (spread.compareTo(t.flatTopSpread()) <= 0 && values.size() > 1) {
      add(
          Rule.FLAT_TOP,
          near,
          t.flatTopHours(),
          "hours from %s of the limit up to it, none above, spread at most %s of it"
              .formatted(t.flatTopShare(), t.flatTopSpread()),
          hits);
    }
  }

  /** The earlier day most alike, of several the latest. */
  private void copiedDay(ScreenedDay day, List<ScreenedDay> earlier, List<Hit> hits) {
    List<ScreenedHour> normal = day.normal();
    if (normal.size() < t.copiedHours() || day.distinctMeans().size() <= t.quantisedValues()) {
      return;
    }
    ScreenedDay copied = null;
    int most = 0;
    for (ScreenedDay other : earlier) {
      int alike =
          other.day().plusDays(t.copiedDaysBack()).isBefore(day.day()) ? 0 : day.hoursAlike(other);
      if (alike >= t.copiedHours() && alike >= most) {
        copied = other;
        most = alike;
      }
    }
    if (copied != null) {
      add(
          Rule.COPIED_DAY,
          normal,
          t.copiedHours(),
          most + " hours have the mean of the same hour of " + copied.day(),
          hits);
    }
  }

  private void quantised(ScreenedDay day, List<Hit> hits) {
    TreeSet<BigDecimal> means = day.distinctMeans();
    if (means.size() >= 2 && means.size() <= t.quantisedValues()) {
      List<ScreenedHour> normal = day.normal();
      add(
          Rule.QUANTISED,
          normal,
          t.quantisedHours(),
          "%d hours with %d distinct means: %s"
              .formatted(
                  normal.size(),
                  means.size(),
                  means.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(", "))),
          hits);
    }
  }

  private void dilution(ScreenedDay day, List<Hit> hits) {
    BigDecimal oxygen = day.median(h -> h.hour().o2Percent());
    BigDecimal mean = day.median(ScreenedHour::mean);
    if (oxygen == null) {
      return;
    }
    BigDecimal highOxygen = oxygen.add(t.dilutionO2Points());
    BigDecimal lowMean = mean.multiply(t.dilutionFall());
    List<ScreenedHour> diluted =
        day.normal().stream()
            .filter(h -> h.reference() != null && h.hour().o2Percent() != null)
            .filter(h -> h.hour().o2Percent().compareTo(OXYGEN_OF_AIR) < 0)
            .filter(h -> h.hour().o2Percent().compareTo(highOxygen) >= 0)
            .filter(h -> h.mean().compareTo(lowMean) <= 0)
            .toList();
    add(
        Rule.DILUTION,
        diluted,
        t.dilutionHours(),
        "oxygen at least %s points above its median %s %%, mean at most %s of its median %s"
            .formatted(
                t.dilutionO2Points(),
                oxygen.toPlainString(),
                t.dilutionFall(),
                mean.toPlainString()),
        hits);
  }

  private void ammoniaAboveTotalNitrogen(String code, ScreenedDay day, List<Hit> hits) {
    if (code.equals(AMMONIA)) {
      add(
          Rule.NH3N_ABOVE_TN,
          day.normal().stream()
              .filter(h -> h.totalNitrogen() != null && h.mean().compareTo(h.totalNitrogen()) > 0)
              .toList(),
          t.nh3nHours(),
          "ammonia above total nitrogen of the same hour",
          hits);
    }
  }

  private void flagCoversRise(ScreenedDay day, List<Hit> hits) {
    List<ScreenedHour> night = new ArrayList<>(day.evening());
    night.addAll(day.hours());
    List<ScreenedHour> covering = new ArrayList<>();
    for (int i = Math.max(2, day.evening().size()); i < night.size(); i++) {
      if (isRiseCovered(night.get(i - 2), night.get(i - 1), night.get(i))) {
        covering.add(night.get(i));
      }
    }
    add(
        Rule.FLAG_COVERS_RISE,
        covering,
        1,
        "a flag C, M, D or S begins where the two hours before would go on above the limit",
        hits);
  }

  /** Whether two normal hours rise so that the next one, which is flagged, would be above. */
  private boolean isRiseCovered(ScreenedHour first, ScreenedHour second, ScreenedHour flagged) {
    if (flagged.hour().dataFlag() == null
        || !NOT_MEASURING.contains(flagged.hour().dataFlag())
        || !first.isNormal()
        || !second.isNormal()
        || !second.follows(first)
        || !flagged.follows(second)
        || first.judged() == null
        || second.judged() == null
        || second.limit() == null) {
      return false;
    }
    BigDecimal next = second.judged().add(second.judged()).subtract(first.judged());
    return second.judged().compareTo(first.judged()) > 0
        && second.judged().compareTo(second.limit().multiply(t.headingShare())) >= 0
        && next.compareTo(second.limit()) > 0;
  }

  private void convertedMeanNotConsistent(ScreenedDay day, List<Hit> hits) {
    add(
        Rule.ZS_NOT_CONSISTENT,
        day.hours().stream().filter(this::isConvertedMeanOff).toList(),
        1,
        "converted mean off by more than %s from mean * (21 - reference) / (21 - O2)"
            .formatted(t.zsShare()),
        hits);
  }

  /** Multiplied out, so that nothing is rounded. */
  private boolean isConvertedMeanOff(ScreenedHour h) {
    BigDecimal o2 = h.hour().o2Percent();
    BigDecimal converted = h.hour().zsAvgValue();
    if (!h.isNormalAndNotNegative()
        || h.reference() == null
        || converted == null
        || !OxygenConversion.isConvertible(o2)) {
      return false;
    }
    BigDecimal measuredSide = OXYGEN_OF_AIR.subtract(o2);
    BigDecimal expected = h.mean().multiply(OXYGEN_OF_AIR.subtract(h.reference()));
    return isOff(
        converted.multiply(measuredSide).subtract(expected),
        t.zsFloor().multiply(measuredSide),
        t.zsShare().multiply(expected));
  }

  private void massNotConsistent(ScreenedDay day, List<Hit> hits) {
    add(
        Rule.MASS_NOT_CONSISTENT,
        day.hours().stream().filter(this::isMassOff).toList(),
        t.massHours(),
        "amount off by more than %s from mean times flow".formatted(t.massShare()),
        hits);
  }

  private boolean isMassOff(ScreenedHour h) {
    BigDecimal mass = h.hour().massKg();
    BigDecimal perCubicMetre = Units.kilogramsPerCubicMetre(h.hour().unit());
    if (!h.isNormalAndNotNegative()
        || mass == null
        || h.flow() == null
        || h.flow().signum() <= 0
        || perCubicMetre == null) {
      return false;
    }
    BigDecimal expected =
        h.mean()
            .multiply(
                h.flow().multiply(perCubicMetre).setScale(DECIMALS_OF_MASS, RoundingMode.HALF_UP));
    return isOff(mass.subtract(expected), t.massFloor(), t.massShare().multiply(expected));
  }

  private static boolean isOff(BigDecimal deviation, BigDecimal floor, BigDecimal most) {
    return deviation.abs().compareTo(floor) > 0 && deviation.abs().compareTo(most) > 0;
  }
}
