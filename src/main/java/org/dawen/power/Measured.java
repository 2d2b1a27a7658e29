package org.dawen.power;

import java.math.BigDecimal;
import java.util.Objects;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/** What a meter says of one interval; null: not sent. */
record Measured(
    @Nullable @Digits(value = 16, scale = 6) BigDecimal energyKwh,
    @Nullable @Digits(value = 16, scale = 6) BigDecimal registerKwh,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal powerKw,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal voltageV,
    Phases phases) {

  /** Only a register, such as one read when a meter is replaced. */
  static Measured ofRegister(BigDecimal registerKwh) {
    return new Measured(null, registerKwh, null, null, Phases.NONE);
  }

  /** Two records agree in what a person would compare. */
  boolean saysTheSameAs(Measured other) {
    return Objects.equals(energyKwh, other.energyKwh)
        && Objects.equals(registerKwh, other.registerKwh)
        && Objects.equals(powerKw, other.powerKw)
        && Objects.equals(voltageV, other.voltageV)
        && Objects.equals(phases.currentA(), other.phases.currentA());
  }

  /**
   * How much it says. A record without energy and register takes neither back; one without power,
   * and voltage and current of a phase, no power either.
   */
  int weight() {
    if (energyKwh != null || registerKwh != null) {
      return 2;
    }
    return powerKw != null || phases.hasWhole() ? 1 : 0;
  }
}
