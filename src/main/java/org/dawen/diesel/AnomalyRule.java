package org.dawen.diesel;

/** The screening rules (docs/methods/diesel-anomaly.md), each of one class. None of them is law. */
public enum AnomalyRule {
  /** Downstream NOx does not change while fuel does. */
  OBD_NOX_STUCK(AnomalyClass.TAMPERED),
  /** NOx upstream and downstream are the same while the SCR should convert. */
  OBD_NOX_EQUAL(AnomalyClass.TAMPERED),
  /** The SCR converts too little. */
  OBD_SCR_EFF_LOW(AnomalyClass.BROKEN),
  /** Downstream NOx is high in too many hot seconds. */
  OBD_NOX_HIGH(AnomalyClass.BROKEN),
  /** NOx is invalid or negative in too many hot seconds. */
  OBD_NOX_INVALID(AnomalyClass.BLOCKED),
  /** The reagent level does not fall. */
  OBD_UREA_STATIC(AnomalyClass.TAMPERED),
  /** Driving on with little reagent. */
  OBD_UREA_LOW(AnomalyClass.BROKEN),
  /** Driving with an empty reagent tank. */
  OBD_UREA_EMPTY_DRIVE(AnomalyClass.TAMPERED),
  /** The SCR temperatures are equal or do not change while the load does. */
  OBD_TEMP_STUCK(AnomalyClass.TAMPERED),
  /** The SCR inlet is colder than the coolant under load. */
  OBD_TEMP_IMPLAUS(AnomalyClass.TAMPERED),
  /** The calibration id is another. */
  OBD_CALID_CHANGE(AnomalyClass.TAMPERED),
  /** The calibration verification number is another. */
  OBD_CVN_CHANGE(AnomalyClass.TAMPERED),
  /** The control unit tells another VIN than the frame. */
  OBD_VIN_MISMATCH(AnomalyClass.TAMPERED),
  /** One VIN at two places at once. */
  OBD_VIN_TWICE(AnomalyClass.DATA_QUALITY),
  /** The lamp has been on too long. */
  OBD_MIL_ON(AnomalyClass.BROKEN),
  /** The vehicle moved while it was offline. */
  OBD_OFFLINE_MOVING(AnomalyClass.BLOCKED),
  /** The odometer ran back. */
  OBD_ODO_BACK(AnomalyClass.TAMPERED),
  /** The position does not change while the vehicle drives. */
  OBD_GPS_FROZEN(AnomalyClass.BLOCKED),
  /** Too many seconds of a trip are missing. */
  OBD_PACKET_LOSS(AnomalyClass.DATA_QUALITY);

  private final AnomalyClass anomalyClass;

  AnomalyRule(AnomalyClass anomalyClass) {
    this.anomalyClass = anomalyClass;
  }

  /** What its findings point to. */
  AnomalyClass anomalyClass() {
    return anomalyClass;
  }
}
