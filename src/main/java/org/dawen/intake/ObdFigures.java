package org.dawen.intake;

import org.dawen.codec.gb17691.MinuteField;
import org.dawen.codec.gb17691.MinuteSummary;

/** Figures of a minute as cells of a row. */
final class ObdFigures {
  private static final boolean[] IS_WIDE = new boolean[MinuteField.COUNT];

  static {
    for (MinuteField f : MinuteField.values()) {
      IS_WIDE[f.ordinal()] = f.isWide();
    }
  }

  private ObdFigures() {}

  /** True if the figure at this place needs 64 bits. */
  static boolean isWide(int place) {
    return IS_WIDE[place];
  }

  /** Writes the first figures; what there is not becomes null. */
  static void write(long[] figures, int count, Object[] row, int at) {
    for (int i = 0; i < count; i++) {
      long value = figures[i];
      if (value != MinuteSummary.NONE) {
        row[at + i] = IS_WIDE[i] ? (Object) value : (Object) (int) value;
      }
    }
  }
}
