package org.dawen.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the cells of landing CSVs: missing values, numbers, days and times. */
final class Cells {
  static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private static final Set<String> MISSING = Set.of("", "NA", "-", "—", "N/A", "NULL", "null");
  private static final String TIME_OF_DAY = "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?";
  private static final Pattern CIVIL =
      Pattern.compile(
          "(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})"
              + "(?:[T ]"
              + TIME_OF_DAY
              + "(Z|[+-]\\d{2}:?\\d{2})?)?");

  /** Day or month first: not read, but counted among the dates in which the two are mixed. */
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?:[T ]" + TIME_OF_DAY + ")?");

  private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");

  private Cells() {}

  /**
   * The cell without what cannot be seen at its ends: blanks of every width, marks of the byte
   * order, control and format characters. Null stays null.
   */
  static String trimmed(String cell) {
    if (cell == null) {
      return null;
    }
    int from = 0;
    int to = cell.length();
    while (from < to && Codes.isInvisible(cell.charAt(from))) {
      from++;
    }
    while (from < to && Codes.isInvisible(cell.charAt(to - 1))) {
      to--;
    }
    return cell.substring(from, to);
  }

  /** True if nothing can be seen in the cell. */
  static boolean isBlank(String cell) {
    return cell == null || trimmed(cell).isEmpty();
  }

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
    if (cell.length() > 60 || !hasOnlyCharactersOfNumbers(cell)) {
      return null;
    }
    try {
      return new BigDecimal(cell);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Words stand where numbers should more often than wrong numbers do: no exception for them. */
  private static boolean hasOnlyCharactersOfNumbers(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (!Character.isDigit(c) && "+-.eE".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The whole number of at most 18 digits, not negative, or null if the text is none. */
  static Long whole(String cell) {
    return WHOLE.matcher(cell).matches() ? Long.valueOf(cell) : null;
  }

  /**
   * The day {@code 2024-03-01} or {@code 2024/3/1}, also with the 0:00 that a spreadsheet writes
   * behind it; null if it does not exist.
   */
  static LocalDate day(String cell) {
    Matcher m = CIVIL.matcher(cell);
    if (!m.matches() || m.group(7) != null) {
      return null;
    }
    return secondOf(m, 4) == 0 ? dayOf(m) : null;
  }

  /**
   * The Beijing time of {@code 2024-03-01T05:00}, with a blank for T, with seconds, with 24:00 for
   * the end of the day, or with an offset; a bare date is its 0:00. Null if it does not exist.
   */
  static LocalDateTime time(String cell) {
    TimeLabel label = label(cell);
    return label == null || label.isMixed() ? null : label.time();
  }

  /** The label of a time as {@link #time} reads it, mixed ones too; null if it is none. */
  static TimeLabel label(String cell) {
    TimeLabel usual = usualLabel(cell);
    return usual == null ? anyLabel(cell) : usual;
  }

  /** Of {@code 2024-03-01T05:00}, which most are, with T or a blank; null of any other text. */
  private static TimeLabel usualLabel(String cell) {
    boolean isUsual =
        cell.length() == 16
            && cell.charAt(4) == '-'
            && cell.charAt(7) == '-'
            && (cell.charAt(10) == 'T' || cell.charAt(10) == ' ')
            && cell.charAt(13) == ':';
    if (!isUsual) {
      return null;
    }
    int hour = digits(cell, 11, 13);
    int minute = digits(cell, 14, 16);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) {
      return null;
    }
    LocalDate day =
        TimeLabel.dayOrNull(digits(cell, 0, 4), digits(cell, 5, 7), digits(cell, 8, 10));
    return day == null ? null : TimeLabel.of(day, hour * 3_600 + minute * 60);
  }

  /** The number that these characters are, all of them digits of ASCII; −1: they are not. */
  private static int digits(String cell, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = cell.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }

  private static TimeLabel anyLabel(String cell) {
    Matcher m = CIVIL.matcher(cell);
    if (!m.matches()) {
      return yearLast(cell);
    }
    int second = secondOf(m, 4);
    if (second < 0) {
      return null;
    }
    LocalDate day = dayOf(m);
    if (day == null) {
      LocalDate swapped = TimeLabel.dayOrNull(number(m, 1), number(m, 3), number(m, 2));
      return swapped == null ? null : TimeLabel.mixed(swapped, second);
    }
    boolean isBeijing = m.group(7) == null || second == TimeLabel.DAY_SECONDS;
    if (isBeijing) {
      return withinYears(TimeLabel.of(day, second));
    }
    try {
      return withinYears(
          TimeLabel.of(inBeijing(day.atTime(LocalTime.ofSecondOfDay(second)), m.group(7))));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static TimeLabel yearLast(String cell) {
    Matcher m = YEAR_LAST.matcher(cell);
    if (!m.matches() || secondOf(m, 4) < 0) {
      return null;
    }
    int first = number(m, 1);
    int second = number(m, 2);
    LocalDate day =
        TimeLabel.dayOrNull(number(m, 3), Math.min(first, second), Math.max(first, second));
    if (day == null) {
      return null;
    }
    boolean isPlain = Math.max(first, second) > 12;
    return TimeLabel.mixed(isPlain ? day : null, secondOf(m, 4));
  }

  /** Second of the day, 0 without a time, 86,400 for 24:00, −1 if there is no such time. */
  private static int secondOf(Matcher m, int group) {
    if (m.group(group) == null) {
      return 0;
    }
    int hour = number(m, group);
    int minute = number(m, group + 1);
    int second = m.group(group + 2) == null ? 0 : number(m, group + 2);
    boolean isReal = hour < 24 && minute < 60 && second < 60;
    boolean isEndOfDay = hour == 24 && minute == 0 && second == 0;
    return isReal || isEndOfDay ? hour * 3_600 + minute * 60 + second : -1;
  }

  private static LocalDateTime inBeijing(LocalDateTime civil, String offset) {
    String colon =
        offset.length() == 5 ? offset.substring(0, 3) + ":" + offset.substring(3) : offset;
    return OffsetDateTime.parse(civil + (civil.getSecond() == 0 ? ":00" : "") + colon)
        .atZoneSameInstant(BEIJING)
        .toLocalDateTime();
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  /** Null for a year of five digits or none, which most readers of the tables cannot read. */
  static TimeLabel withinYears(TimeLabel label) {
    int year = label.time().getYear();
    return year < 1 || year > 9999 ? null : label;
  }

  private static LocalDate dayOf(Matcher m) {
    return TimeLabel.dayOrNull(number(m, 1), number(m, 2), number(m, 3));
  }
}
