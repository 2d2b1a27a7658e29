package org.dawen.power;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dawen.intake.Provenance;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/**
 * A factor of an electricity packet, from {@code received.power_packet}: {@code d2PPNN}
 * (production) or {@code d3PPNN} (treatment) with parameter PP of device NN, ST=44 of HJ 212-2025.
 */
record PacketValue(
    String mn,
    LocalDateTime dataTime,
    LocalDate dataDay,
    String factorCode,
    int groupNo,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal rtdValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal avgValue,
    @Nullable String requestNo,
    Provenance provenance) {
  private static final Pattern ELECTRICITY = Pattern.compile("d[23][0-9]{4}");

  boolean isOfMeter() {
    return ELECTRICITY.matcher(factorCode).matches();
  }

  /**
   * The code of its meter, {@code <MN>-d2NN}, given the device number as the registry spells it.
   */
  String meterCode(String number) {
    return number + "-" + factorCode.substring(0, 2) + factorCode.substring(4, 6);
  }

  String parameter() {
    return factorCode.substring(2, 4);
  }

  /** The reading of the moment, else the mean; null: neither was sent. */
  BigDecimal value() {
    return rtdValue == null ? avgValue : rtdValue;
  }

  /** The device number in capitals. */
  String number() {
    return mn.toUpperCase(Locale.ROOT);
  }
}
