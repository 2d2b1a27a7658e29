package org.dawen.power;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntFunction;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/** Energy of each hour of a day, kWh; null: not covered throughout. */
public record HourEnergies(
    @Nullable @Digits(value = 18, scale = 6) BigDecimal h00EnergyKwh,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal h01EnergyKwh,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal h02EnergyKwh,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal h03EnergyKwh,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal h04EnergyKwh,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal h05EnergyKwh,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal h06EnergyKwh,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal h07EnergyKwh,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal h08EnergyKwh,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal h09EnergyKwh,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal h10EnergyKwh,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal h11EnergyKwh,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal h12EnergyKwh,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal h13EnergyKwh,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal h14EnergyKwh,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal h15EnergyKwh,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal h16EnergyKwh,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal h17EnergyKwh,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal h18EnergyKwh,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal h19EnergyKwh,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal h20EnergyKwh,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal h21EnergyKwh,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal h22EnergyKwh,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal h23EnergyKwh) {

  static HourEnergies of(IntFunction<BigDecimal> hour) {
    return new HourEnergies(
        hour.apply(0),
        hour.apply(1),
        hour.apply(2),
        hour.apply(3),
        hour.apply(4),
        hour.apply(5),
        hour.apply(6),
        hour.apply(7),
        hour.apply(8),
        hour.apply(9),
        hour.apply(10),
        hour.apply(11),
        hour.apply(12),
        hour.apply(13),
        hour.apply(14),
        hour.apply(15),
        hour.apply(16),
        hour.apply(17),
        hour.apply(18),
        hour.apply(19),
        hour.apply(20),
        hour.apply(21),
        hour.apply(22),
        hour.apply(23));
  }

  /** The hours in order, nulls included. */
  public List<BigDecimal> hours() {
    return java.util.Arrays.asList(
        h00EnergyKwh,
        h01EnergyKwh,
        h02EnergyKwh,
        h03EnergyKwh,
        h04EnergyKwh,
        h05EnergyKwh,
        h06EnergyKwh,
        h07EnergyKwh,
        h08EnergyKwh,
        h09EnergyKwh,
        h10EnergyKwh,
        h11EnergyKwh,
        h12EnergyKwh,
        h13EnergyKwh,
        h14EnergyKwh,
        h15EnergyKwh,
        h16EnergyKwh,
        h17EnergyKwh,
        h18EnergyKwh,
        h19EnergyKwh,
        h20EnergyKwh,
        h21EnergyKwh,
        h22EnergyKwh,
        h23EnergyKwh);
  }
}
