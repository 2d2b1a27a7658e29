package org.dawen.noise;

import java.util.List;
import java.util.stream.Stream;
import org.dawen.lake.Table;
import org.dawen.standard.ImpossibleValues;
import org.dawen.standard.NoiseLimit;
import org.dawen.standard.NoiseRule;

/** The tables of functional-zone noise (功能区噪声). */
public final class NoiseTables {
  /** What noise is judged by, for the declarations of passes. */
  static final String[] STANDARDS = {NoiseLimit.FILE, NoiseRule.FILE, ImpossibleValues.FILE};

  public static final List<Table> ALL =
      Stream.<Class<? extends Record>>of(
              PointHour.class,
              PointDay.class,
              NoiseExceedance.class,
              PointMonth.class,
              ZoneMonth.class)
          .<Table>map(Table::of)
          .toList();

  private NoiseTables() {}
}
