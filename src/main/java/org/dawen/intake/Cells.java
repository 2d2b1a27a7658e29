package org.dawen.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the cells of landing CSVs: missing values, numbers, days and times. */
final class Cells {
  static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private static final Set<String> MISSING = Set.of("", "NA", "-", "—", "N/A", "NULL", "null");
  private static final Pattern CIVIL =
      Pattern.compile(
          "(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:[T"
              + " ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?(Z|[+-]\\d{2}:?\\d{2})?)?");

  private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");

  private Cells() {}

  /** Empty, {@code NA}, {@code -} and {@code —} mean: no value. */
  static boolean isMissing(String cell) {
    return cell == null || MISSING.contains(cell);
  }

  /**
   * The number, rounded half-even to the scale, or null if the text is no number or does not fit.
   */
  static BigDecimal decimal(String cell, int precision, int scale) {
    BigDecimal number = numberOfAnySize(cell);
    // Digits before the point, known without expanding 1E99999.
    if (number == null || Math.abs((long) number.precision() - number.scale()) > 60) {
      return null;
    }
    BigDecimal rounded = number.setScale(scale, RoundingMode.HALF_EVEN);
    return rounded.precision() > precision ? null : rounded;
  }

  /** The number, however large; null if the text is none. */
  static BigDecimal numberOfAnySize(String cell) {
    try {
      return cell.length() > 60 ? null : new BigDecimal(cell);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The whole number of at most 18 digits, not negative, or null if the text is none. */
  static Long whole(String cell) {
    return WHOLE.matcher(cell).matches() ? Long.valueOf(cell) : null;
  }

  /** The day {@code 2024-03-01} or {@code 2024/3/1}, or null if it does not exist. */
  static LocalDate day(String cell) {
    Matcher m = CIVIL.matcher(cell);
    if (!m.matches() || m.group(4) != null) {
      return null;
    }
    return dayOf(m);
  }

  /**
   * The Beijing time of {@code 2024-03-01T05:00}, with a blank for T, with seconds, with 24:00 for
   * the end of the day, or with an offset; null if it does not exist.
   */
  static LocalDateTime time(String cell) {
    Matcher m = CIVIL.matcher(cell);
    if (!m.matches() || m.group(4) == null) {
      return null;
    }
    LocalDate day = dayOf(m);
    int hour = Integer.parseInt(m.group(4));
    int minute = Integer.parseInt(m.group(5));
    int second = m.group(6) == null ? 0 : Integer.parseInt(m.group(6));
    if (day == null) {
      return null;
    }
    if (hour == 24 && minute == 0 && second == 0) {
      return withinYears(day.plusDays(1).atStartOfDay());
    }
    try {
      LocalDateTime civil = day.atTime(hour, minute, second);
      return m.group(7) == null ? civil : withinYears(inBeijing(civil, m.group(7)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static LocalDateTime inBeijing(LocalDateTime civil, String offset) {
    String colon =
        offset.length() == 5 ? offset.substring(0, 3) + ":" + offset.substring(3) : offset;
    return OffsetDateTime.parse(civil + (civil.getSecond() == 0 ? ":00" : "") + colon)
        .atZoneSameInstant(BEIJING)
        .toLocalDateTime();
  }

  /** Null for a year of five digits or none, which most readers of the tables cannot read. */
  private static LocalDateTime withinYears(LocalDateTime time) {
    return time.getYear() < 1 || time.getYear() > 9999 ? null : time;
  }

  private static LocalDate dayOf(Matcher m) {
    try {
      int year = Integer.parseInt(m.group(1));
      return year == 0
          ? null
          : LocalDate.of(year, Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
