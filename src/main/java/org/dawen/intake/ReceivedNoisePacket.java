package org.dawen.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;
import org.dawen.lake.Layout;
import org.dawen.lake.OfTable;
import org.dawen.standard.ImpossibleValues;
import org.dawen.standard.ImpossibleValues.Bounds;
import org.dawen.standard.ImpossibleValues.Medium;

/** A packet of a noise station as received. */
@OfTable(
    name = "received.noise_packet",
    grain = "One row per packet of a noise station (ST=23) as received, its factors in it.",
    withoutKey = "revisions of one packet stand side by side",
    layout = Layout.BY_MONTH,
    sources = "landing/hj212")
public record ReceivedNoisePacket(ReceivedPacket packet) {
  /**
   * The level that a factor of a noise packet sends: {@code Leq-Data}, {@code Ld-DayData}, {@code
   * Ln-NightData} (HJ 212-2017), which a device may also send as Avg or Rtd.
   *
   * @param name the field as sent
   * @param text its value as sent
   */
  public record Level(String name, String text) {
    private static final Set<String> CODES =
        Set.of("Leq", "L10", "L50", "L90", "LMx", "LMn", "Ld", "Ln", "Ldn");
    private static final Map<String, String> OWN_SUFFIX =
        Map.of("Ld", "DayData", "Ln", "NightData");
    private static final Bounds BOUNDS = ImpossibleValues.of(Medium.NOISE, "level", null);
    private static final int DECIMALS = 8;

    /**
     * The level of a factor.
     *
     * @param flag as sent; null: none. A level with another flag than N is not valid
     * @return null: it sends none
     */
    public static Level of(
        String factorCode, String flag, String otherFields, BigDecimal avg, BigDecimal rtd) {
      if (!CODES.contains(factorCode) || flag != null && !flag.equals("N")) {
        return null;
      }
      Level data = data(factorCode, otherFields);
      if (data != null) {
        return data;
      }
      BigDecimal number = avg == null ? rtd : avg;
      return number == null
          ? null
          : new Level(factorCode + (avg == null ? "-Rtd" : "-Avg"), number.toPlainString());
    }

    private static Level data(String factorCode, String otherFields) {
      String own = OWN_SUFFIX.getOrDefault(factorCode, "Data");
      for (String field : otherFields == null ? new String[0] : otherFields.split(";")) {
        int equals = field.indexOf('=');
        String name = equals < 0 ? "" : field.substring(0, equals);
        String suffix = name.substring(name.lastIndexOf('-') + 1);
        String text = Cells.trimmed(field.substring(equals + 1));
        boolean isData = suffix.equalsIgnoreCase("Data") || suffix.equalsIgnoreCase(own);
        if (name.contains("-") && isData && !Cells.isMissing(text)) {
          return new Level(name, text);
        }
      }
      return null;
    }

    /** The level in dB; null: it is no number, or one that cannot be measured. */
    public BigDecimal level() {
      return problem() == null
          ? Cells.numberOfAnySize(text).setScale(DECIMALS, RoundingMode.HALF_EVEN)
          : null;
    }

    /** What is wrong with it; null: nothing. */
    RejectReason problem() {
      BigDecimal number = Cells.numberOfAnySize(text);
      return number == null
          ? RejectReason.BAD_NUMBER
          : BOUNDS.exclude(number) ? RejectReason.IMPOSSIBLE_VALUE : null;
    }
  }
}
