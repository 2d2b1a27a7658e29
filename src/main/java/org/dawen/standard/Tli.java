package org.dawen.standard;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The trophic level of a lake (综合营养状态指数 TLI(∑), 总站生字〔2001〕090号): 10 (a + b ln C) of each of five
 * items, weighted by the squares of their correlation with chlorophyll a.
 *
 * @param exact unrounded, to some 30 digits
 * @param ofItems the level of each item that has a value
 * @param missing items without a value, or with one that has no logarithm; the weights of the
 *     others are divided by their own sum
 */
public record Tli(BigDecimal exact, Map<WaterItem, BigDecimal> ofItems, List<WaterItem> missing)
    implements Serializable {
  /** The tables, below {@code standards/}. */
  public static final String FILE = "water_tli.csv";

  public static final String STATES_FILE = "water_tli_states.csv";

  private static final MathContext PRECISION = new MathContext(40);

  /** How an item enters. */
  private record Term(
      WaterItem item,
      BigDecimal intercept,
      BigDecimal slope,
      BigDecimal weight,
      Provision provision)
      implements Dated {

    BigDecimal level(BigDecimal concentration) {
      return intercept
          .add(slope.multiply(Logarithm.ln(concentration), PRECISION))
          .multiply(BigDecimal.TEN);
    }
  }

  /** A state and the highest level, as published, that has it; null: no end. */
  private record State(String name, BigDecimal atMost, Provision provision) implements Dated {}

  private static final List<Term> TERMS =
      StandardTable.read(
          FILE,
          row ->
              new Term(
                  row.word("item", WaterItem::valueOf),
                  row.decimal("intercept"),
                  row.decimal("slope"),
                  row.decimal("r_squared"),
                  row.provision()),
          "item");

  private static final List<State> STATES =
      StandardTable.read(
          STATES_FILE,
          row -> new State(row.text("state"), row.optionalDecimal("at_most"), row.provision()),
          "state");

  /**
   * The level by concentrations.
   *
   * @param concentrations chlorophyll a mg/m³, transparency m, the others mg/L
   * @return null if no item has a value above 0
   */
  public static Tli of(Map<WaterItem, BigDecimal> concentrations, LocalDate dataDay) {
    Map<WaterItem, BigDecimal> levels = new EnumMap<>(WaterItem.class);
    for (Term term : TERMS) {
      BigDecimal concentration = concentrations.get(term.item);
      if (term.provision.isInForce(dataDay)
          && concentration != null
          && concentration.signum() > 0) {
        levels.put(term.item, term.level(concentration));
      }
    }
    return ofLevels(levels, dataDay);
  }

  /**
   * The level by the levels of its items.
   *
   * @return null without any
   */
  public static Tli ofLevels(Map<WaterItem, BigDecimal> levels, LocalDate dataDay) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal weights = BigDecimal.ZERO;
    List<WaterItem> missing = new ArrayList<>();
    for (Term term : TERMS) {
      if (!term.provision.isInForce(dataDay)) {
        continue;
      }
      BigDecimal level = levels.get(term.item);
      if (level == null) {
        missing.add(term.item);
      } else {
        sum = sum.add(level.multiply(term.weight));
        weights = weights.add(term.weight);
      }
    }
    return weights.signum() == 0
        ? null
        : new Tli(
            sum.divide(weights, PRECISION),
            Collections.unmodifiableMap(levels),
            List.copyOf(missing));
  }

  /** As published, one decimal. */
  public BigDecimal published() {
    return Rounding.halfEven(exact, 1);
  }

  /**
   * The state by the level as published.
   *
   * @throws IllegalArgumentException if no states are in force that day
   */
  public String state(LocalDate dataDay) {
    BigDecimal level = published();
    return Dated.inForce(STATES, dataDay, s -> s.atMost == null || level.compareTo(s.atMost) <= 0)
        .orElseThrow(() -> Dated.none("trophic state", dataDay, STATES_FILE))
        .name();
  }
}
