package org.dawen.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order that a file's name claims among files with the same hours: by a time stamp in the name,
 * then by {@code _r<N>}. Folder names don't count, only the name of the file itself.
 */
final class FileOrder {
  private static final Pattern STAMP =
      Pattern.compile(
          "(?<!\\d)(\\d{4})-?(\\d{2})-?(\\d{2})"
              + "(?:[T_-]?(\\d{2})(?:[-:]?(\\d{2})(?:[-:]?(\\d{2}))?)?)?(?!\\d)");
  private static final Pattern REVISION =
      Pattern.compile("[_-]r(\\d{1,6})(?=[._-]|$)", Pattern.CASE_INSENSITIVE);

  private FileOrder() {}

  /** Sortable text: 14 digits of the time stamp (zeros if none), '#', 6 digits of the revision. */
  static String of(String fileId) {
    String name = fileId.substring(fileId.lastIndexOf('/') + 1);
    return stamp(name) + "#" + revision(name);
  }

  private static String stamp(String name) {
    Matcher m = STAMP.matcher(name);
    while (m.find()) {
      if (isDay(m.group(1), m.group(2), m.group(3))) {
        return m.group(1)
            + m.group(2)
            + m.group(3)
            + orZeros(m.group(4))
            + orZeros(m.group(5))
            + orZeros(m.group(6));
      }
    }
    return "00000000000000";
  }

  private static boolean isDay(String year, String month, String day) {
    try {
      LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static String orZeros(String digits) {
    return digits == null ? "00" : digits;
  }

  private static String revision(String name) {
    Matcher m = REVISION.matcher(name);
    return String.format(Locale.ROOT, "%06d", m.find() ? Integer.parseInt(m.group(1)) : 0);
  }
}
