package org.dawen.source;

import java.math.BigDecimal;
import java.util.Locale;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;
import org.dawen.source.LimitInForce.Level;

/**
 * The limit of hour means in force, in the unit of the values; all null: none is. One whose unit
 * cannot be converted has a name and no value.
 */
record HourLimit(
    @Nullable @Digits(value = 18, scale = 8) BigDecimal limitValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal lowerLimitValue,
    @Nullable Judged limitPeriod,
    @Nullable @Digits(value = 6, scale = 3) BigDecimal referenceO2Percent,
    @Nullable String limitId,
    @Nullable Level limitLevel,
    @Nullable Letter limitConfidence,
    @Nullable Boolean isProvisional) {
  static final HourLimit NONE = new HourLimit(null, null, null, null, null, null, null, null);

  /** The mean a limit of an hour judges. */
  enum Judged {
    HOUR;

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How well a limit is known, by the letter of {@link org.dawen.standard.Confidence}. */
  enum Letter {
    /** Verified. */
    V,
    /** Recalled. */
    M,
    /** Unsure. */
    U,
    /** Our choice. */
    P
  }

  boolean isSet() {
    return limitId != null;
  }

  /** A value can be held against it. */
  boolean judges() {
    return limitValue != null || lowerLimitValue != null;
  }
}
