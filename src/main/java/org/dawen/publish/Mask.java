package org.dawen.publish;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dawen.run.Owners;

/** Hides what names a person or one vehicle in anything that leaves the bureau. */
final class Mask {
  private static final Pattern VIN =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?=[A-Z]*[0-9])(?=[0-9]*[A-Z])[A-HJ-NPR-Z0-9]{17}(?![A-Za-z0-9])");
  private static final Pattern IDENTITY =
      Pattern.compile(
          "(?<![0-9A-Za-z])[1-9]\\d{5}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx](?![0-9A-Za-z])");
  private static final Pattern MOBILE =
      Pattern.compile("(?<![0-9A-Za-z])1[3-9]\\d{9}(?![0-9A-Za-z])");
  private static final Pattern PLATE =
      Pattern.compile(
          "([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z])[·\\- ]?[A-Z0-9]{3,4}([A-Z0-9挂学]{2})");

  private Mask() {}

  /** The text without vehicle numbers, plates, identity and telephone numbers in full. */
  static String text(String text) {
    if (text == null) {
      return null;
    }
    String masked = VIN.matcher(text).replaceAll(m -> Matcher.quoteReplacement(vin(m.group())));
    masked =
        IDENTITY
            .matcher(masked)
            .replaceAll(m -> m.group().substring(0, 6) + "**********" + m.group().substring(16));
    masked =
        MOBILE
            .matcher(masked)
            .replaceAll(m -> m.group().substring(0, 3) + "****" + m.group().substring(7));
    return PLATE.matcher(masked).replaceAll("$1***$2");
  }

  /** The first three (maker) and last four places; the rest is hidden. */
  static String vin(String vin) {
    return vin == null || vin.length() < 8
        ? vin
        : vin.substring(0, 3) + "*".repeat(vin.length() - 7) + vin.substring(vin.length() - 4);
  }

  /**
   * A company, told by what such names contain or end in, is named. Whatever else is taken for a
   * person, who keeps the family name: a company hidden by mistake is the smaller harm.
   */
  static String owner(String owner) {
    if (owner == null || owner.isBlank()) {
      return owner;
    }
    String name = owner.strip();
    if (Owners.isCompany(name)) {
      return text(name);
    }
    int first = name.offsetByCodePoints(0, 1);
    return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
  }

  /**
   * A lead as it may be published: the owner of a fleet who is a person keeps the family name. Code
   * and number of the lead name no person ({@code lead.lead} gives persons a code).
   */
  static Line lead(Line lead) {
    Line masked = line(lead);
    return lead.is("matter", "FLEET_EMISSIONS") || lead.is("matter", "RETIREMENT_DOUBTFUL")
        ? masked.with("enterprise_name", owner(lead.text("enterprise_name")))
        : masked;
  }

  /** The line with every text masked but codes and identifiers, which must stay what they are. */
  static Line line(Line line) {
    Map<String, Object> values = new LinkedHashMap<>(line.values());
    values.replaceAll(
        (column, value) ->
            value instanceof String text && !isCode(column) ? Mask.text(text) : value);
    return new Line(values);
  }

  /** True for a column that holds a code or an identifier. */
  static boolean isCode(String column) {
    return column.equals("code") || column.endsWith("_code") || column.endsWith("_id");
  }
}
