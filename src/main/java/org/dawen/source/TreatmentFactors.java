package org.dawen.source;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Under which factors an outlet's own device sends inlet and outlet of its treatment, HJ 212-2017
 * annex B: table B.7 for flue gas (g119xx is printed there a second time, as the rate of
 * desulfurisation: the registry says that inlets are meant), table B.5 for waste water; xx is the
 * number of the device.
 *
 * @param concentration of the pollutant
 * @param oxygen null: none
 */
record TreatmentFactors(String concentration, String oxygen, String flow) {
  private static final Map<String, String> INLETS =
      Map.of(
          "a21026", "g119",
          "a21002", "g120",
          "a34013", "g124",
          "w01018", "e102",
          "w21003", "e103",
          "w21011", "e104",
          "w21001", "e105");

  private static final Map<String, String> OUTLETS =
      Map.of(
          "a21026", "g127",
          "a21002", "g128",
          "a34013", "g132",
          "w01018", "e202",
          "w21003", "e203",
          "w21011", "e204");

  private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3600);

  /** Cubic metres of an hour at a mean of one; L/s of waste water, m³/s and m³/h of gas. */
  private static final Map<String, BigDecimal> CUBIC_METRES_AN_HOUR =
      Map.of(
          "a00000",
          SECONDS_AN_HOUR,
          "w00000",
          new BigDecimal("3.6"),
          "g122",
          BigDecimal.ONE,
          "g130",
          BigDecimal.ONE,
          "e101",
          new BigDecimal("3.6"),
          "e201",
          new BigDecimal("3.6"));

  private static final int KIND = 4;

  static boolean isGas(String pollutant) {
    return pollutant.startsWith("a");
  }

  /** As an outlet of its own sends it. */
  static TreatmentFactors ofOutlet(String pollutant) {
    return new TreatmentFactors(
        pollutant,
        isGas(pollutant) ? DeviceDay.OXYGEN : null,
        isGas(pollutant) ? "a00000" : "w00000");
  }

  /** As inlet of a numbered device; null: annex B has no factor for it. */
  static TreatmentFactors inletOf(String pollutant, String deviceNo) {
    return numbered(
        INLETS.get(pollutant), isGas(pollutant) ? "g121" : null, flow(pollutant, true), deviceNo);
  }

  /** As outlet of a numbered device; null: annex B has no factor for it. */
  static TreatmentFactors outletOf(String pollutant, String deviceNo) {
    return numbered(
        OUTLETS.get(pollutant), isGas(pollutant) ? "g129" : null, flow(pollutant, false), deviceNo);
  }

  private static String flow(String pollutant, boolean isInlet) {
    return isGas(pollutant) ? isInlet ? "g122" : "g130" : isInlet ? "e101" : "e201";
  }

  private static TreatmentFactors numbered(
      String concentration, String oxygen, String flow, String deviceNo) {
    String no = deviceNo.strip().length() == 1 ? "0" + deviceNo.strip() : deviceNo.strip();
    return concentration == null
        ? null
        : new TreatmentFactors(concentration + no, oxygen == null ? null : oxygen + no, flow + no);
  }

  boolean isNumbered() {
    return concentration.startsWith("g") || concentration.startsWith("e");
  }

  /**
   * m³ of the hour: the amount sent, else the mean over the hour; null: not known, or an amount of
   * 0 at a mean above.
   */
  static BigDecimal cubicMetres(TreatedHour received) {
    if (received == null || received.reasonAgainst() != null) {
      return null;
    }
    HourOfOutlet flow = received.hour();
    if (flow.couValue() != null && flow.couValue().signum() != 0) {
      return flow.couValue().signum() < 0 ? null : flow.couValue();
    }
    boolean isFlowing = flow.avgValue() != null && flow.avgValue().signum() > 0;
    if (flow.couValue() != null) {
      return isFlowing ? null : flow.couValue();
    }
    String code = flow.pollutantCode();
    BigDecimal anHour =
        CUBIC_METRES_AN_HOUR.get(
            code.startsWith("a") || code.startsWith("w") ? code : code.substring(0, KIND));
    return flow.avgValue() == null || anHour == null ? null : flow.avgValue().multiply(anHour);
  }
}
