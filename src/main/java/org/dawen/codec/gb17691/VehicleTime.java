package org.dawen.codec.gb17691;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Six-byte times (年月日时分秒, year + 2000, GMT+8) as seconds since 2000-01-01 00:00:00, civil Beijing
 * time without a zone.
 */
public final class VehicleTime {
  /** Not a time. */
  public static final int NONE = -1;

  /** Bytes of a time. */
  public static final int LENGTH = 6;

  private static final int[] DAYS_BEFORE_MONTH = {
    0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334
  };
  private static final int[] DAYS_OF_MONTH = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  /** Ahead of UTC, all the year. */
  private static final long BEIJING_SECONDS = 8 * 3600L;

  /** From 1970 to 2000. */
  private static final long SECONDS_TO_2000 = 10_957L * 86_400;

  private static final LocalDateTime FIRST = LocalDateTime.of(2000, 1, 1, 0, 0);

  private VehicleTime() {}

  /** Seconds since 2000; {@link #NONE} if there is no such day or time. */
  public static long seconds(byte[] b, int at) {
    int year = b[at] & 0xFF;
    int month = b[at + 1] & 0xFF;
    int day = b[at + 2] & 0xFF;
    int hour = b[at + 3] & 0xFF;
    int minute = b[at + 4] & 0xFF;
    int second = b[at + 5] & 0xFF;
    if (year > 99 || month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) {
      return NONE;
    }
    boolean isLeap = (year & 3) == 0;
    int last = month == 2 && isLeap ? 29 : DAYS_OF_MONTH[month];
    if (day < 1 || day > last) {
      return NONE;
    }
    int days = year * 365 + (year + 3) / 4 + DAYS_BEFORE_MONTH[month] + day - 1;
    if (month > 2 && isLeap) {
      days++;
    }
    return days * 86_400L + hour * 3600 + minute * 60 + second;
  }

  /** Writes a time. */
  static void write(long seconds, byte[] into, int at) {
    LocalDateTime t = civil(seconds);
    into[at] = (byte) (t.getYear() - 2000);
    into[at + 1] = (byte) t.getMonthValue();
    into[at + 2] = (byte) t.getDayOfMonth();
    into[at + 3] = (byte) t.getHour();
    into[at + 4] = (byte) t.getMinute();
    into[at + 5] = (byte) t.getSecond();
  }

  /** As civil time. */
  public static LocalDateTime civil(long seconds) {
    return FIRST.plusSeconds(seconds);
  }

  /** Seconds since 2000 of a civil time. */
  public static long seconds(LocalDateTime civil) {
    return ChronoUnit.SECONDS.between(FIRST, civil);
  }

  /** Seconds since 2000 of an instant given as milliseconds since 1970. */
  public static long ofInstant(long millis) {
    return Math.floorDiv(millis, 1000L) + BEIJING_SECONDS - SECONDS_TO_2000;
  }

  /** The civil day. */
  public static LocalDate day(long seconds) {
    return LocalDate.of(2000, 1, 1).plusDays(Math.floorDiv(seconds, 86_400L));
  }
}
