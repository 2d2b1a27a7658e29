package org.dawen.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dawen.lake.Trouble;

/**
 * How a platform's own CSV of one meter is read: which of its headings mean what, how its times are
 * written, and which meter it is about. Configuration of the feed, not code.
 *
 * @param name what people call the format
 * @param timeHeading heading of the time that ends an interval, in lower case
 * @param energyHeading heading of the energy in kWh, in lower case
 * @param timePattern how times are written, as in {@link DateTimeFormatter}
 * @param meterPattern regular expression on the file's name; its first group is the meter's code
 * @param isMidnightOfSameDay the row stamped 00:00 ends the day it names, not the day before
 */
record PowerMapping(
    String name,
    String timeHeading,
    String energyHeading,
    String timePattern,
    String meterPattern,
    boolean isMidnightOfSameDay)
    implements Serializable {
  /** Where the mappings stand. */
  static final String SETTING = "intake.power_formats";

  private static final String MONTH_NUMBER = ".*(?<!M)M{1,2}(?!M).*";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Refuses patterns that are none. */
  PowerMapping {
    try {
      formatter(timePattern);
      Pattern.compile(meterPattern);
    } catch (IllegalArgumentException e) {
      throw Trouble.usage(e, "settings.power-format", name, SETTING, e.getMessage());
    }
  }

  /** The mappings of the setting, a list of objects. */
  static List<PowerMapping> read(String setting) {
    try {
      List<PowerMapping> mappings = new ArrayList<>();
      for (JsonNode node : JSON.readTree(setting)) {
        mappings.add(
            new PowerMapping(
                text(node, "name"),
                text(node, "interval_end").toLowerCase(Locale.ROOT),
                text(node, "energy_kwh").toLowerCase(Locale.ROOT),
                text(node, "time_pattern"),
                text(node, "meter_pattern"),
                node.path("midnight_ends_the_same_day").asBoolean(false)));
      }
      return List.copyOf(mappings);
    } catch (JsonProcessingException e) {
      throw Trouble.usage(e, "settings.power-no-list", SETTING, e.getOriginalMessage());
    }
  }

  private static String text(JsonNode node, String field) {
    if (!node.path(field).isTextual()) {
      throw Trouble.usage("settings.power-lacks", SETTING, field);
    }
    return node.path(field).asText();
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  /** True if the file has the headings of this format; other columns are left aside. */
  boolean fits(CsvHeader header) {
    return header.has(timeHeading) && header.has(energyHeading);
  }

  /** The meter the file is about, or null if its name does not tell. */
  String meterOf(String fileId) {
    String file = fileId.substring(fileId.lastIndexOf('/') + 1);
    Matcher m = Pattern.compile(meterPattern).matcher(file);
    return m.matches() && m.groupCount() > 0 ? m.group(1) : null;
  }

  /** True if another reading of the same text could swap day and month. */
  boolean couldBeSwapped() {
    return timePattern.indexOf('d') < timePattern.indexOf('y') && timePattern.matches(MONTH_NUMBER);
  }

  /** What reads the times of its files. */
  Times times() {
    return new Times();
  }

  /** Reads times. */
  final class Times {
    private final DateTimeFormatter formatter = formatter(timePattern);
    private final DateTimeFormatter dateAlone = dateAlone(timePattern);
    private final DateTimeFormatter swapped = swapped(timePattern);

    /** The label as it is written, one with day and month swapped too; null if it is none. */
    TimeLabel label(String cell) {
      TimeLabel label = label(cell, formatter);
      if (label == null && dateAlone != null) {
        label = label(cell, dateAlone);
      }
      if (label == null && swapped != null) {
        TimeLabel meant = label(cell, swapped);
        return meant == null ? null : TimeLabel.mixed(meant.day(), meant.second());
      }
      boolean isEnd = isMidnightOfSameDay && label != null && label.isStartOfDay();
      return isEnd ? label.asEndOfDay() : label;
    }

    private static TimeLabel label(String cell, DateTimeFormatter formatter) {
      ParsePosition end = new ParsePosition(0);
      TemporalAccessor raw = formatter.parseUnresolved(cell, end);
      if (raw == null || end.getIndex() < cell.length()) {
        return null; // without an exception, which takes longer than reading
      }
      try {
        TemporalAccessor parsed = formatter.parse(cell);
        LocalDate day = LocalDate.from(parsed);
        // 24:00 is read as 0:00: of the next day by H, of the same by k.
        boolean isCarried = is(raw, ChronoField.HOUR_OF_DAY, 24);
        LocalDate written = isCarried ? day.minusDays(1) : day;
        boolean hasDay = raw.isSupported(ChronoField.DAY_OF_MONTH);
        if (hasDay && !is(raw, ChronoField.DAY_OF_MONTH, written.getDayOfMonth())) {
          return null; // a 30 February, which is read as the 29th
        }
        LocalTime time = parsed.query(TemporalQueries.localTime());
        TimeLabel label = TimeLabel.of(day, time == null ? 0 : time.toSecondOfDay());
        boolean isHour24 = isCarried || is(raw, ChronoField.CLOCK_HOUR_OF_DAY, 24);
        return Cells.withinYears(
            isHour24 && label.isStartOfDay() ? TimeLabel.of(written, 0).asEndOfDay() : label);
      } catch (DateTimeException e) {
        return null;
      }
    }

    private static boolean is(TemporalAccessor raw, ChronoField field, int value) {
      return raw.isSupported(field) && raw.getLong(field) == value;
    }
  }

  /** What the pattern says of the date, which a spreadsheet writes alone at 0:00; null if none. */
  private static DateTimeFormatter dateAlone(String pattern) {
    String date = pattern.replaceFirst("(?:'[^']*'|[ T,_-])*[HhKk].*$", "");
    return date.isEmpty() || date.equals(pattern) ? null : formatter(date);
  }

  /** The pattern with day and month in each other's place; null if the month is not a number. */
  private static DateTimeFormatter swapped(String pattern) {
    if (!pattern.matches(MONTH_NUMBER) || pattern.indexOf('d') < 0) {
      return null;
    }
    return formatter(pattern.replace('d', '\0').replace('M', 'd').replace('\0', 'M'));
  }
}
