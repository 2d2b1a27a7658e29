package org.dawen.standard;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The limits of ambient noise in a functional zone, GB 3096-2008 table 1. A level on a limit
 * complies.
 *
 * @param day most of the day level in dB
 * @param night most of the night level in dB
 */
public record NoiseLimit(NoiseZone zone, BigDecimal day, BigDecimal night, Provision provision)
    implements Dated, Serializable {
  /** The table, below {@code standards/}. */
  public static final String FILE = "noise_limits.csv";

  private static final List<NoiseLimit> ALL =
      StandardTable.read(
          FILE,
          row ->
              new NoiseLimit(
                  row.word("zone", NoiseZone::ofLabel),
                  row.decimal("day_limit"),
                  row.decimal("night_limit"),
                  row.provision()),
          "zone");

  /** The limits in force on a data day; null: none, or no zone. */
  public static NoiseLimit inForce(NoiseZone zone, LocalDate dataDay) {
    return Dated.inForce(ALL, dataDay, l -> l.zone == zone).orElse(null);
  }
}
