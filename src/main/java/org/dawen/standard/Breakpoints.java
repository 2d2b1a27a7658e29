package org.dawen.standard;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The breakpoints of one item and what holds above the last one, in fixed point with six decimals.
 *
 * <p>Six decimals are exact for every concentration, however many decimals it has: the index steps
 * up just above the concentrations {@code BPlo + k * (BPhi - BPlo) / (IAQIhi - IAQIlo)}, and those
 * are checked to fall on the grid of the sixth decimal. So the concentration itself and the grid
 * point next above it lie in the same step.
 */
final class Breakpoints implements Serializable {

  private static final long serialVersionUID = 1L;

  private final long[] concentrationsE6;
  private final int[] indices;
  private final int indexAbove;
  private final AirItem insteadAbove;

  private Breakpoints(
      long[] concentrationsE6, int[] indices, int indexAbove, AirItem insteadAbove) {
    this.concentrationsE6 = concentrationsE6;
    this.indices = indices;
    this.indexAbove = indexAbove;
    this.insteadAbove = insteadAbove;
  }

  /** Builds from the rows of one item: {@code at} rows in rising order, then one {@code above}. */
  static Breakpoints of(List<StandardRow> rows) {
    List<StandardRow> at = new ArrayList<>(rows.subList(0, rows.size() - 1));
    StandardRow above = rows.get(rows.size() - 1);
    long[] concentrations = new long[at.size()];
    int[] indices = new int[at.size()];
    for (int i = 0; i < at.size(); i++) {
      require(at.get(i), at.get(i).text("relation").equals("at"), "only the last row is 'above'");
      concentrations[i] = unscaledE6(at.get(i).decimal("concentration"));
      indices[i] = at.get(i).integer("iaqi");
      if (i == 0) {
        require(at.get(0), concentrations[0] == 0 && indices[0] == 0, "an item begins at 0, 0");
      } else {
        long rise = concentrations[i] - concentrations[i - 1];
        int steps = indices[i] - indices[i - 1];
        require(at.get(i), rise > 0 && steps > 0, "concentrations and indices must rise");
        require(at.get(i), rise % steps == 0, "steps must fall on the sixth decimal");
      }
    }
    require(above, above.text("relation").equals("above"), "the last row of an item is 'above'");
    require(
        above,
        unscaledE6(above.decimal("concentration")) == concentrations[concentrations.length - 1],
        "'above' must be at the last breakpoint");
    Integer indexAbove = above.optionalInteger("iaqi");
    boolean another = !above.optionalText("instead_item").isEmpty();
    require(above, (indexAbove == null) == another, "give either iaqi or instead_item");
    return new Breakpoints(
        concentrations,
        indices,
        another ? Iaqi.NONE : indexAbove,
        another ? above.word("instead_item", AirItem::valueOf) : null);
  }

  /** Index of a concentration times 1,000,000; {@link Iaqi#NONE} if it has none. */
  int indexOf(long concentrationE6) {
    if (concentrationE6 < 0) {
      return Iaqi.NONE;
    }
    int last = concentrationsE6.length - 1;
    if (concentrationE6 > concentrationsE6[last]) {
      return indexAbove;
    }
    int hi = 0;
    while (concentrationE6 > concentrationsE6[hi]) {
      hi++;
    }
    if (hi == 0) {
      return indices[0];
    }
    long rise = concentrationsE6[hi] - concentrationsE6[hi - 1];
    long step = rise / (indices[hi] - indices[hi - 1]);
    long over = concentrationE6 - concentrationsE6[hi - 1];
    return indices[hi - 1] + (int) ((over + step - 1) / step);
  }

  /** Whether a concentration times 1,000,000 lies above the last breakpoint. */
  boolean isAboveLast(long concentrationE6) {
    return concentrationE6 > concentrationsE6[concentrationsE6.length - 1];
  }

  /** The item whose index is reported instead above the last breakpoint; null if none. */
  AirItem insteadAbove() {
    return insteadAbove;
  }

  /** Last concentration that has an index by interpolation, times 1,000,000. */
  long lastConcentrationE6() {
    return concentrationsE6[concentrationsE6.length - 1];
  }

  private static long unscaledE6(BigDecimal value) {
    return value.movePointRight(6).longValueExact();
  }

  private static void require(StandardRow row, boolean holds, String rule) {
    if (!holds) {
      throw new StandardTableException(row.where() + ": " + rule + ".");
    }
  }
}
