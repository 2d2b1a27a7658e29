package org.dawen.codec.hj212;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times in bytes: DataTime of a packet, and the time of receipt that a log puts before a frame. */
final class CivilTime {
  /** Shortest time of receipt: {@code 2024-03-01T09:00}. */
  static final int SHORTEST_INSTANT = 16;

  /** Longest time of receipt: {@code 2024-03-01T09:00:12.123456789+08:00}. */
  static final int LONGEST_INSTANT = 35;

  /** Before it no device sent HJ 212; clocks that were never set show 1970 and later. */
  private static final int FIRST_YEAR = 1970;

  /** Days of later years, 9999 above all, leave no room for the days behind them. */
  private static final int LAST_YEAR = 2099;

  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

  private CivilTime() {}

  /**
   * DataTime of 14 digits (yyyyMMddHHmmss), or 17 with milliseconds that are cut off.
   *
   * @return null if no such time exists in the years from 1970 to 2099
   */
  static LocalDateTime dataTime(byte[] bytes, int from, int to) {
    int length = to - from;
    boolean isLong = length == 17 && ByteText.decimalNumber(bytes, from + 14, 3) >= 0;
    if (length != 14 && !isLong) {
      return null;
    }
    int year = ByteText.decimalNumber(bytes, from, 4);
    return year < FIRST_YEAR || year > LAST_YEAR
        ? null
        : existing(
            year,
            ByteText.decimalNumber(bytes, from + 4, 2),
            ByteText.decimalNumber(bytes, from + 6, 2),
            ByteText.decimalNumber(bytes, from + 8, 2),
            ByteText.decimalNumber(bytes, from + 10, 2),
            ByteText.decimalNumber(bytes, from + 12, 2),
            0);
  }

  /**
   * ISO instant: date, T or space, hours and minutes, optionally seconds with up to nine decimals,
   * optionally Z or an offset ({@code +08:00}, {@code +0800}, {@code +08}). Without one it is
   * Beijing time.
   *
   * @return null if these bytes are no instant
   */
  static Instant instant(byte[] bytes, int from, int to) {
    if (to - from < SHORTEST_INSTANT || to - from > LONGEST_INSTANT || !isDated(bytes, from)) {
      return null;
    }
    if (bytes[from + 13] != ':') {
      return null;
    }
    int year = ByteText.decimalNumber(bytes, from, 4);
    int month = ByteText.decimalNumber(bytes, from + 5, 2);
    int day = ByteText.decimalNumber(bytes, from + 8, 2);
    int hour = ByteText.decimalNumber(bytes, from + 11, 2);
    int minute = ByteText.decimalNumber(bytes, from + 14, 2);
    int second = 0;
    int nanos = 0;
    int at = from + SHORTEST_INSTANT;
    if (at + 2 < to && bytes[at] == ':') {
      second = ByteText.decimalNumber(bytes, at + 1, 2);
      at += 3;
      if (at + 1 < to && (bytes[at] == '.' || bytes[at] == ',')) {
        int digits = 0;
        for (at++; at < to && digits < 9 && ByteText.isDigit(bytes[at]); at++, digits++) {
          nanos = nanos * 10 + bytes[at] - '0';
        }
        if (digits == 0) {
          return null;
        }
        for (; digits < 9; digits++) {
          nanos *= 10;
        }
      }
    }
    LocalDateTime civil = existing(year, month, day, hour, minute, second, nanos);
    ZoneOffset offset = offset(bytes, at, to);
    return civil == null || offset == null ? null : civil.toInstant(offset);
  }

  /** True if the bytes look like {@code yyyy-MM-ddT}; the caller knows that 16 remain. */
  static boolean isDated(byte[] bytes, int from) {
    return bytes[from + 4] == '-'
        && bytes[from + 7] == '-'
        && (bytes[from + 10] == 'T' || bytes[from + 10] == ' ')
        && ByteText.isDigit(bytes[from]);
  }

  private static ZoneOffset offset(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length == 0) {
      return BEIJING;
    }
    if (length == 1) {
      return bytes[from] == 'Z' ? ZoneOffset.UTC : null;
    }
    boolean hasColon = length == 6 && bytes[from + 3] == ':';
    boolean isSigned = bytes[from] == '+' || bytes[from] == '-';
    if (!isSigned || !(hasColon || length == 5 || length == 3)) {
      return null;
    }
    int hours = ByteText.decimalNumber(bytes, from + 1, 2);
    int minutes = length == 3 ? 0 : ByteText.decimalNumber(bytes, to - 2, 2);
    if (hours < 0 || minutes < 0 || minutes > 59 || hours * 60 + minutes > 18 * 60) {
      return null;
    }
    int sign = bytes[from] == '-' ? -1 : 1;
    return ZoneOffset.ofTotalSeconds(sign * (hours * 60 + minutes) * 60);
  }

  /** Null if there is no such time; a negative part is one that could not be read. */
  private static LocalDateTime existing(
      int year, int month, int day, int hour, int minute, int second, int nanos) {
    try {
      return year < 1 ? null : LocalDateTime.of(year, month, day, hour, minute, second, nanos);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
