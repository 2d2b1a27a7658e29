package org.dawen.lead;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of a lead: enterprise, matter and first day, with slashes between. The code of an
 * enterprise may have slashes itself; a work order may name what is no id.
 *
 * @param day null: there is none
 */
record LeadId(String enterprise, String matter, LocalDate day) {
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2})(?:[ T].*)?)?)?");

  static LeadId of(String text) {
    String[] parts = text.split("/", -1);
    int last = parts.length - 1;
    String enterprise =
        last == 0 ? text : String.join("/", Arrays.copyOfRange(parts, 0, Math.max(0, last - 1)));
    return new LeadId(enterprise, parts[Math.max(0, last - 1)], day(parts[last]));
  }

  /** Of a year or a month the first day. */
  private static LocalDate day(String text) {
    Matcher day = DAY.matcher(text.strip());
    try {
      return day.matches()
          ? LocalDate.of(number(day.group(1)), number(day.group(2)), number(day.group(3)))
          : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(String digits) {
    return digits == null ? 1 : Integer.parseInt(digits);
  }

  /** As it is written. */
  String text() {
    return enterprise + "/" + matter + "/" + day;
  }
}
