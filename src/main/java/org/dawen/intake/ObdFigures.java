package org.dawen.intake;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.dawen.codec.gb17691.MinuteField;
import org.dawen.lake.Column;

/** The figures of a minute, a column each. */
public final class ObdFigures {
  private ObdFigures() {}

  private static List<Column> first(int count) {
    return Arrays.stream(MinuteField.values())
        .limit(count)
        .map(f -> f.isWide() ? Column.whole(f.columnName()) : Column.count(f.columnName()))
        .toList();
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
}
