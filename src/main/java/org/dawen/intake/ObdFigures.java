package org.dawen.intake;

import org.dawen.codec.gb17691.MinuteField;
import org.dawen.codec.gb17691.MinuteSummary;
import org.dawen.lake.RowWriter;

/** Figures of a minute as cells of a row. */
final class ObdFigures {
  private static final boolean[] IS_WIDE = new boolean[MinuteField.COUNT];

  static {
    for (MinuteField f : MinuteField.values()) {
      IS_WIDE[f.ordinal()] = f.isWide();
    }
  }

  private ObdFigures() {}

  /** Writes the first figures; what there is not becomes null. */
  static void write(long[] figures, int count, Object[] row, int at) {
    for (int i = 0; i < count; i++) {
      long value = figures[i];
      if (value != MinuteSummary.NONE) {
        row[at + i] = IS_WIDE[i] ? (Object) value : (Object) (int) value;
      }
    }
  }

  /** Which figures need 64 bits. */
  static boolean[] wide() {
    return IS_WIDE;
  }

  /** Writes the first figures into the row that is begun, from a place on. */
  static void write(long[] figures, int count, RowWriter out, int at) {
    for (int i = 0; i < count; i++) {
      long value = figures[i];
      if (value == MinuteSummary.NONE) {
        out.nothing(at + i);
      } else if (IS_WIDE[i]) {
        out.whole(at + i, value);
      } else {
        out.count(at + i, (int) value);
      }
    }
  }
}
