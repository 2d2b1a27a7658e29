package org.dawen.power;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.dawen.registry.Meter;

/**
 * Energy between two register readings.
 *
 * @param moved difference of the readings, kWh; null: there are not two
 * @param rolled energy, kWh, if the register went back and has started again from zero; else null
 */
record RegisterEnergy(BigDecimal moved, BigDecimal rolled) {
  private static final RegisterEnergy NONE = new RegisterEnergy(null, null);
  private static final BigDecimal LAST_TENTH = new BigDecimal("0.9");
  private static final BigDecimal SECONDS_OF_AN_HOUR = BigDecimal.valueOf(3_600);

  /**
   * Of a reading and the one before. A register that went back has started again from zero if the
   * energy that follows from that is plausible: it rolls over at the reading the registry names,
   * else at the next power of ten, from its last tenth. Otherwise there is no energy.
   *
   * @param before null: no reading before
   * @param now null: no reading
   * @param seconds between them
   * @param meter as registered; null: it is not
   */
  static RegisterEnergy of(
      BigDecimal before, BigDecimal now, long seconds, Meter meter, PowerThresholds thresholds) {
    if (before == null || now == null) {
      return NONE;
    }
    BigDecimal moved = now.subtract(before);
    BigDecimal rollsOverAt = moved.signum() < 0 ? rollsOverAt(before, meter) : null;
    if (rollsOverAt == null || meter == null || meter.ratedKw() == null) {
      return new RegisterEnergy(moved, null);
    }
    BigDecimal rolled = moved.add(rollsOverAt);
    BigDecimal most =
        thresholds.mostPlausibleKw(meter.ratedKw()).multiply(BigDecimal.valueOf(seconds));
    boolean isPlausible =
        rolled.signum() >= 0 && rolled.multiply(SECONDS_OF_AN_HOUR).compareTo(most) <= 0;
    return new RegisterEnergy(moved, isPlausible ? rolled : null);
  }

  private static BigDecimal rollsOverAt(BigDecimal before, Meter meter) {
    if (meter != null && meter.rollsOverAtKwh() != null) {
      return meter.rollsOverAtKwh();
    }
    int digits = before.setScale(0, RoundingMode.FLOOR).toPlainString().length();
    BigDecimal nextPowerOfTen = BigDecimal.TEN.pow(digits);
    return before.compareTo(nextPowerOfTen.multiply(LAST_TENTH)) >= 0 ? nextPowerOfTen : null;
  }

  /** The energy, kWh; null: none follows. */
  BigDecimal energy() {
    return moved != null && moved.signum() >= 0 ? moved : rolled;
  }
}
