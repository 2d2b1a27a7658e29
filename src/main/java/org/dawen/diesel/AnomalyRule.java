package org.dawen.diesel;

import java.util.Arrays;
import java.util.List;

/** The screening rules (docs/methods/diesel-anomaly.md), each of one class. None of them is law. */
public enum AnomalyRule {
  /** Downstream NOx does not change while fuel does. */
  OBD_NOX_STUCK("tampered"),
  /** NOx upstream and downstream are the same while the SCR should convert. */
  OBD_NOX_EQUAL("tampered"),
  /** The SCR converts too little. */
  OBD_SCR_EFF_LOW("broken"),
  /** Downstream NOx is high in too many hot seconds. */
  OBD_NOX_HIGH("broken"),
  /** NOx is invalid or negative in too many hot seconds. */
  OBD_NOX_INVALID("blocked"),
  /** The reagent level does not fall. */
  OBD_UREA_STATIC("tampered"),
  /** Driving on with little reagent. */
  OBD_UREA_LOW("broken"),
  /** Driving with an empty reagent tank. */
  OBD_UREA_EMPTY_DRIVE("tampered"),
  /** The SCR temperatures are equal or do not change while the load does. */
  OBD_TEMP_STUCK("tampered"),
  /** The SCR inlet is colder than the coolant under load. */
  OBD_TEMP_IMPLAUS("tampered"),
  /** The calibration id is another. */
  OBD_CALID_CHANGE("tampered"),
  /** The calibration verification number is another. */
  OBD_CVN_CHANGE("tampered"),
  /** The control unit tells another VIN than the frame. */
  OBD_VIN_MISMATCH("tampered"),
  /** One VIN at two places at once. */
  OBD_VIN_TWICE("data_quality"),
  /** The lamp has been on too long. */
  OBD_MIL_ON("broken"),
  /** The vehicle moved while it was offline. */
  OBD_OFFLINE_MOVING("blocked"),
  /** The odometer ran back. */
  OBD_ODO_BACK("tampered"),
  /** The position does not change while the vehicle drives. */
  OBD_GPS_FROZEN("blocked"),
  /** Too many seconds of a trip are missing. */
  OBD_PACKET_LOSS("data_quality");

  private final String anomalyClass;

  AnomalyRule(String anomalyClass) {
    this.anomalyClass = anomalyClass;
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(Enum::name).toList();
  }

  static List<String> classes() {
    return List.of("tampered", "blocked", "broken", "data_quality");
  }

  /** SQL that gives the class of {@code rule_code}. */
  static String classSql() {
    StringBuilder sql = new StringBuilder("CASE rule_code");
    for (AnomalyRule r : values()) {
      sql.append(" WHEN '").append(r.name()).append("' THEN '").append(r.anomalyClass).append("'");
    }
    return sql.append(" END").toString();
  }
}
