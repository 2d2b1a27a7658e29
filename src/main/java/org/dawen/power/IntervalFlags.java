package org.dawen.power;

import static java.math.BigDecimal.valueOf;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;
import org.dawen.power.Anomalies.ScreenedInterval;

/** What {@link MeterSeries} calls flags, of an interval. */
final class IntervalFlags {
  private final PowerThresholds powerThresholds;
  private final ScreeningThresholds thresholds;

  IntervalFlags(PowerThresholds powerThresholds, ScreeningThresholds thresholds) {
    this.powerThresholds = powerThresholds;
    this.thresholds = thresholds;
  }

  int of(ScreenedInterval i) {
    boolean isUsable = powerThresholds.isUsable(i.quality(), i.intervalMinutes());
    boolean isPhaseLost = isVoltageLost(i.phases()) || isCurrentLost(i.phases(), i.ratedKw());
    return bit(isUsable, MeterSeries.IS_USABLE)
        | bit(isPhaseLost, MeterSeries.IS_PHASE_LOST)
        | bit(i.quality() == Quality.REGISTER_BACK, MeterSeries.IS_REGISTER_BACK)
        | bit(i.quality() == Quality.REGISTER_JUMP, MeterSeries.IS_REGISTER_JUMP)
        | bit(i.quality() == Quality.IMPLAUSIBLE, MeterSeries.IS_IMPLAUSIBLE)
        | bit(isLateReading(i), MeterSeries.IS_LATE_READING)
        | bit(isUncoveredEnergy(i), MeterSeries.IS_UNCOVERED_ENERGY);
  }

  private static int bit(boolean isSet, int bit) {
    return isSet ? bit : 0;
  }

  /** One phase has too little voltage while another has enough. */
  private boolean isVoltageLost(Phases p) {
    BigDecimal low = thresholds.nominalPhaseVoltageV.multiply(thresholds.phaseLossVoltagePercent);
    boolean isAnyLow =
        known(p.uaV(), p.ubV(), p.ucV()).anyMatch(u -> percent(u).compareTo(low) < 0);
    return isAnyLow
        && known(p.uaV(), p.ubV(), p.ucV()).anyMatch(u -> percent(u).compareTo(low) >= 0);
  }

  private static Stream<BigDecimal> known(BigDecimal... values) {
    return Stream.of(values).filter(Objects::nonNull);
  }

  private static BigDecimal percent(BigDecimal value) {
    return value.movePointRight(2);
  }

  /**
   * One phase has no current while both others have more than a share of the rated current, which
   * is that of the rated power at nominal voltage.
   */
  private boolean isCurrentLost(Phases p, BigDecimal ratedKw) {
    if (ratedKw == null || known(p.iaA(), p.ibA(), p.icA()).count() < 3) {
      return false;
    }
    BigDecimal[] currents = known(p.iaA(), p.ibA(), p.icA()).sorted().toArray(BigDecimal[]::new);
    // middle / (rated · 1000 / (3 · nominal)) in percent, without a division.
    BigDecimal middle =
        percent(currents[1]).multiply(valueOf(3)).multiply(thresholds.nominalPhaseVoltageV);
    BigDecimal rated = ratedKw.movePointRight(3).multiply(thresholds.phaseLossCurrentPercent);
    return currents[0].signum() == 0 && middle.compareTo(rated) > 0;
  }

  /** The register was read after longer than a meter may be silent. */
  private boolean isLateReading(ScreenedInterval i) {
    return i.registerKwh() != null
        && i.intervalMinutes().multiply(valueOf(60)).compareTo(valueOf(thresholds.offlineSeconds))
            > 0;
  }

  /** The register moved on, by more than standing still would, over a time without data. */
  private boolean isUncoveredEnergy(ScreenedInterval i) {
    return isLateReading(i)
        && i.meanPowerKw() != null
        && i.ratedKw() != null
        && i.meanPowerKw()
                .multiply(valueOf(ScreeningThresholds.ALL))
                .compareTo(i.ratedKw().multiply(valueOf(thresholds.running)))
            > 0;
  }
}
