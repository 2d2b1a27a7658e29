package org.dawen.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.dawen.publish.SiteLayout.SiteColumn;

/** A value of a table as the pages show it: numbers rounded, persons and vehicles hidden. */
final class SiteValue {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final int MOST_DECIMALS = 4;

  /** Matters whose enterprise is the owner of a fleet, who may be a person. */
  private static final List<String> OF_OWNERS = List.of("FLEET_EMISSIONS", "RETIREMENT_DOUBTFUL");

  private SiteValue() {}

  static Object of(SiteColumn column, Object value, Object matter) {
    if (value instanceof BigDecimal number) {
      return number(number, column.decimals());
    }
    if (value instanceof Instant instant) {
      return LocalDateTime.ofInstant(instant, BEIJING);
    }
    if (value instanceof java.sql.Timestamp time) {
      return LocalDateTime.ofInstant(time.toInstant(), BEIJING);
    }
    if (value instanceof java.sql.Date day) {
      return day.toLocalDate();
    }
    if (value instanceof String text) {
      return text(column, text, matter);
    }
    return value;
  }

  private static String text(SiteColumn column, String text, Object matter) {
    boolean isOwner =
        column.hidden() == SiteLayout.Hidden.OWNER
            || column.name().equals("enterprise_name")
                && matter != null
                && OF_OWNERS.contains(matter);
    if (isOwner) {
      return Mask.owner(text);
    }
    if (column.hidden() == SiteLayout.Hidden.VEHICLE) {
      return Mask.vin(text);
    }
    return Mask.isCode(column.name()) ? text : Mask.text(text);
  }

  /** Half to even; without decimals given those the value has, at most four. */
  static String number(BigDecimal number, int decimals) {
    if (decimals >= 0) {
      return number.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }
    BigDecimal short0 =
        number.scale() > MOST_DECIMALS
            ? number.setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN)
            : number;
    return short0.signum() == 0 ? "0" : short0.stripTrailingZeros().toPlainString();
  }
}
