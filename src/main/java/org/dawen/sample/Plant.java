package org.dawen.sample;

import java.util.List;

/**
 * What is wrong with a generated truck, named by the screening rule that must find it, and the
 * rules that follow from the same cause and may find it too.
 */
enum Plant {
  OBD_NOX_STUCK(),
  OBD_NOX_EQUAL("OBD_SCR_EFF_LOW", "OBD_NOX_HIGH"),
  OBD_SCR_EFF_LOW("OBD_NOX_HIGH"),
  OBD_NOX_HIGH("OBD_SCR_EFF_LOW"),
  OBD_NOX_INVALID(),
  OBD_UREA_STATIC(),
  OBD_UREA_LOW(),
  OBD_UREA_EMPTY_DRIVE("OBD_UREA_LOW"),
  OBD_TEMP_STUCK(),
  OBD_TEMP_IMPLAUS(),
  OBD_CALID_CHANGE(),
  OBD_CVN_CHANGE(),
  OBD_VIN_MISMATCH(),
  OBD_VIN_TWICE("OBD_ODO_BACK", "OBD_NOX_HIGH"),
  OBD_MIL_ON(),
  OBD_OFFLINE_MOVING(),
  OBD_ODO_BACK(),
  OBD_GPS_FROZEN(),
  OBD_PACKET_LOSS();

  private final List<String> implied;

  Plant(String... implied) {
    this.implied = List.of(implied);
  }

  /** Rules that may find the truck beside its own. */
  List<String> implied() {
    return implied;
  }

  /**
   * Days a city must have for the rule to find it: a lamp has to stay on for 2,000 km, an odometer
   * is set back between one day and the next.
   */
  int fewestDays() {
    return this == OBD_MIL_ON || this == OBD_ODO_BACK ? 2 : 1;
  }

  /** True if it is there on the first and every later day. */
  boolean lastsAllDays() {
    return this != OBD_OFFLINE_MOVING && this != OBD_ODO_BACK;
  }
}
