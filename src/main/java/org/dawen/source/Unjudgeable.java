package org.dawen.source;

/** Why a value is not judged, in the order in which the reasons are asked. */
public enum Unjudgeable {
  /** The packet carries no flag for the factor. */
  FLAG_MISSING,
  /** The device's flag is not N, HJ 212-2017 table 8. */
  FLAG_NOT_NORMAL,
  /** A mark of the enterprise touches the hour. */
  MARKED,
  /** Flue gas: minutes are known and fewer than 45 of them are valid, HJ 212-2017 annex D. */
  MINUTES_TOO_FEW,
  /** Waste water: a minute record of the hour is abnormal, HJ 212-2017 annex D. */
  MINUTES_ABNORMAL,
  /** Neither a mean nor a converted mean was sent. */
  VALUE_MISSING,
  /** The limit needs a conversion and the oxygen of the hour is 21 % and more, or negative. */
  O2_OUT_OF_RANGE,
  /** The limit needs a conversion, the device sent none, and the hour has no valid oxygen. */
  O2_MISSING,
  /** A concentration, a flow, a share or a pH below zero. */
  NEGATIVE_VALUE,
  /** The limit is in a unit that cannot be converted to that of the values. */
  LIMIT_UNIT_MISMATCH
}
