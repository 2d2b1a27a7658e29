package org.dawen.publish;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  private static final Pattern COMPANY =
      Pattern.compile(
          "公司|集团|中心|企业|商行|物流|运输|货运|工程|合作社|经营部|服务部|委员会|管理局|分局"
              + "|(厂|队|局|店|矿)$|.{4,}(站|部|社|所|场|行|院|学校)$");

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
    if (COMPANY.matcher(name).find()) {
      return text(name);
    }
    int first = name.offsetByCodePoints(0, 1);
    return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
  }

  /**
   * A lead as it may be published. The owner of a fleet who has no outlet stands in the lead under
   * the own name, in its number too; of a person both keep the family name. The number then carries
   * the first four places of {@code sha2(lead_id, 256)}, by which the bureau finds it again.
   */
  static Line lead(Line lead) {
    Line masked = line(lead);
    String owner = lead.text("enterprise_name");
    String code = lead.text("enterprise_code");
    if (!lead.is("matter", "FLEET_EMISSIONS") || code != null && !code.equals(owner)) {
      return masked;
    }
    String hidden = owner(owner);
    masked = masked.with("enterprise_name", hidden);
    String id = lead.text("lead_id");
    if (owner == null || id == null || owner.strip().equals(hidden)) {
      return masked;
    }
    String rest = id.startsWith(owner) ? id.substring(owner.length()) : "";
    return masked
        .with("enterprise_code", hidden)
        .with("lead_id", hidden + "·" + Sha256.of(id).substring(0, 4) + rest)
        .with("other_lead_ids", null);
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
