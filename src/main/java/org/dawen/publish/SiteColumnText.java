package org.dawen.publish;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The values of one column of a part, written short: many columns repeat a value, or count on by
 * the same step from row to row.
 *
 * <ul>
 *   <li>{@code [v, v, …]}: the values
 *   <li>{@code {"r": [v, n, …]}}: each value so many times
 *   <li>{@code {"i"|"d"|"t": [first, step, n, …]}}: so many whole numbers, days or times, each a
 *       step (of days, of minutes) behind the one before; a null has the step 0
 * </ul>
 */
final class SiteColumnText {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private final List<Object> values = new ArrayList<>();

  void add(Object value) {
    values.add(value);
  }

  int size() {
    return values.size();
  }

  Object json() {
    String stepped = steppedKind();
    List<Object> plain = values.stream().map(SiteColumnText::shown).toList();
    if (stepped != null) {
      List<Object> steps = steps(stepped);
      if (steps.size() < values.size()) {
        return Map.of(stepped, steps);
      }
    }
    List<Object> runs = runs(plain);
    return runs.size() < plain.size() ? Map.of("r", runs) : plain;
  }

  private static Object shown(Object value) {
    return value instanceof LocalDateTime time
        ? (isWhole(time) ? MINUTE : SECOND).format(time)
        : value;
  }

  /** The letter of a column that can be counted on; null: it cannot. */
  private String steppedKind() {
    String kind = null;
    for (Object value : values) {
      String own =
          value instanceof Integer || value instanceof Long
              ? "i"
              : value instanceof LocalDate
                  ? "d"
                  : value instanceof LocalDateTime time && isWhole(time) ? "t" : null;
      if (value != null && (own == null || kind != null && !kind.equals(own))) {
        return null;
      }
      kind = value == null ? kind : own;
    }
    return kind;
  }

  private static boolean isWhole(LocalDateTime time) {
    return time.truncatedTo(ChronoUnit.MINUTES).equals(time);
  }

  private static Long step(String kind, Object from, Object to) {
    if (from == null || to == null) {
      return from == to ? Long.valueOf(0) : null;
    }
    return switch (kind) {
      case "i" -> ((Number) to).longValue() - ((Number) from).longValue();
      case "d" -> ChronoUnit.DAYS.between((LocalDate) from, (LocalDate) to);
      default -> ChronoUnit.MINUTES.between((LocalDateTime) from, (LocalDateTime) to);
    };
  }

  private List<Object> steps(String kind) {
    List<Object> steps = new ArrayList<>();
    int i = 0;
    while (i < values.size()) {
      Long step = i + 1 < values.size() ? step(kind, values.get(i), values.get(i + 1)) : null;
      int end = i + 1;
      while (step != null
          && end < values.size()
          && step.equals(step(kind, values.get(end - 1), values.get(end)))) {
        end++;
      }
      steps.add(shown(values.get(i)));
      steps.add(step == null ? 0L : step);
      steps.add(end - i);
      i = end;
    }
    return steps;
  }

  private static List<Object> runs(List<Object> plain) {
    List<Object> runs = new ArrayList<>();
    int i = 0;
    while (i < plain.size()) {
      int end = i + 1;
      while (end < plain.size() && Objects.equals(plain.get(i), plain.get(end))) {
        end++;
      }
      runs.add(plain.get(i));
      runs.add(end - i);
      i = end;
    }
    return runs;
  }
}
