package org.dawen.lead;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;
import org.dawen.lake.SqlLiteral;
import org.dawen.lake.TextOrder;

/** How times, numbers and lists of codes are written in reasons, and conditions in source keys. */
final class Shown {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private static final int MINUTE_DECIMALS = 6;
  private static final int SECONDS_A_MINUTE = 60;
  private static final int MINUTES_AN_HOUR = 60;

  private Shown() {}

  static String minute(LocalDateTime time) {
    return time.format(MINUTE);
  }

  /** With two decimals; null stays null. */
  static String plain(BigDecimal number) {
    return rounded(number, 2);
  }

  /** With so many decimals; null stays null. */
  static String rounded(BigDecimal number, int decimals) {
    return number == null ? null : number.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  static String orElse(String text, String other) {
    return text == null ? other : text;
  }

  /** Each once, in order. */
  static String list(Collection<String> codes, String between) {
    TreeSet<String> sorted = new TreeSet<>(TextOrder::compare);
    sorted.addAll(codes);
    return String.join(between, sorted);
  }

  /** Minutes of whole hours. */
  static BigDecimal minutesOf(long hours) {
    return BigDecimal.valueOf(hours * MINUTES_AN_HOUR).setScale(MINUTE_DECIMALS);
  }

  /** Minutes of the whole seconds between two times. */
  static BigDecimal minutesBetween(LocalDateTime start, LocalDateTime end) {
    return BigDecimal.valueOf(Duration.between(start, end).getSeconds())
        .divide(BigDecimal.valueOf(SECONDS_A_MINUTE), MINUTE_DECIMALS, RoundingMode.HALF_UP);
  }

  /** All of these hold. */
  static String condition(String... parts) {
    return String.join(" AND ", parts);
  }

  static String is(String column, String text) {
    return column + " = " + SqlLiteral.of(text);
  }

  static String is(String column, LocalDate day) {
    return "%s = DATE'%s'".formatted(column, day);
  }

  static String is(String column, String sign, LocalDateTime time) {
    return "%s %s TIMESTAMP'%s'".formatted(column, sign, time.format(SECOND));
  }

  /** The hours of an outlet from one time to another. */
  static String hoursOf(String outlet, String pollutant, LocalDateTime start, LocalDateTime end) {
    return condition(
        is("outlet_code", outlet),
        is("pollutant_code", pollutant),
        is("hour_start", ">=", start),
        is("hour_start", "<", end));
  }
}
