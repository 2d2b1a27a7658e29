package org.dawen.lead;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/** A meter's day, from {@code power.meter_day}. */
record MeterDay(
    String meterCode,
    LocalDate dataDay,
    String enterpriseCode,
    @Nullable String role,
    @Nullable @Digits(value = 12, scale = 3) BigDecimal ratedKw,
    Energies energies) {

  /** Energy by hour of the day; null: not known. */
  record Energies(
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

    /** From hour 0 to hour 23. */
    List<BigDecimal> list() {
      return Arrays.asList(
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
}
