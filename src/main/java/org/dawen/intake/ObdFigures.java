package org.dawen.intake;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.dawen.codec.gb17691.MinuteField;
import org.dawen.codec.gb17691.MinuteParts;
import org.dawen.codec.gb17691.MinuteSummary;
import org.dawen.lake.Column;
import org.dawen.lake.RowWriter;

/** Figures of a minute, a column each, and as cells of a row. */
public final class ObdFigures {
  private static final boolean[] IS_WIDE = new boolean[MinuteField.COUNT];

  static {
    for (MinuteField f : MinuteField.values()) {
      IS_WIDE[f.ordinal()] = f.isWide();
    }
  }

  private ObdFigures() {}

  private static List<Column> first(int count) {
    return Arrays.stream(MinuteField.values())
        .limit(count)
        .map(f -> f.isWide() ? Column.whole(f.columnName()) : Column.count(f.columnName()))
        .toList();
  }

  /** What tells whether parts of a minute overlap. */
  public static final class Head implements Supplier<List<Column>> {
    @Override
    public List<Column> get() {
      return first(MinuteParts.HEAD);
    }
  }

  /** What a whole minute has: without the stretches that only serve to join parts and minutes. */
  public static final class Joined implements Supplier<List<Column>> {
    @Override
    public List<Column> get() {
      return first(MinuteField.FIRST_RUN);
    }
  }

  /** All of them. */
  public static final class All implements Supplier<List<Column>> {
    @Override
    public List<Column> get() {
      return first(MinuteField.COUNT);
    }
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
