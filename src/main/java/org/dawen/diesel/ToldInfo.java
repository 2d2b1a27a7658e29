package org.dawen.diesel;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dawen.lake.Nullable;

/** Who a control unit says it is, from {@code diesel.obd_info}. */
record ToldInfo(
    String vin,
    LocalDate dataDay,
    int wordingNo,
    LocalDateTime firstAt,
    LocalDateTime lastAt,
    @Nullable String unitVin,
    @Nullable String calid,
    @Nullable String cvn) {
  private static final Pattern ONE_CHARACTER = Pattern.compile("^(.)\\1+$");

  /** The VIN in capitals, where one is told. */
  String toldVin() {
    return unitVin == null ? null : told(unitVin.toUpperCase(Locale.ROOT));
  }

  /** The calibration identification, where one is told. */
  String toldCalid() {
    return told(calid);
  }

  /** The calibration verification number, where one is told. */
  String toldCvn() {
    return told(cvn);
  }

  /** One character throughout is filled in where a control unit tells nothing. */
  private static String told(String text) {
    return text == null || ONE_CHARACTER.matcher(text).find() ? null : text;
  }
}
