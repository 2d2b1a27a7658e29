package org.dawen.codec.gb17691;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * OBD information (type 01): protocol 1, MIL 1, diagnostics support 2, readiness 2, VIN 17,
 * calibration id 18, CVN 18, IUPR 36, number of trouble codes 1, trouble codes 4 each. Immutable.
 *
 * @param protocol 0 ISO 15765, 1 ISO 27145, 2 J1939; null: not told
 * @param isMilOn the malfunction indicator lamp is on; null: not told
 * @param support diagnostics supported, four hexadecimal digits
 * @param readiness diagnostics not ready, four hexadecimal digits
 * @param vin VIN the engine control unit tells; null: not told
 * @param calid calibration id; null: not told
 * @param cvn calibration verification number; null: not told
 * @param troubleCodes trouble codes as eight hexadecimal digits each, blanks between; empty: none
 * @param troubleCodeCount their number; null: not told
 */
public record ObdInfo(
    Integer protocol,
    Boolean isMilOn,
    String support,
    String readiness,
    String vin,
    String calid,
    String cvn,
    String troubleCodes,
    Integer troubleCodeCount) {
  private static final int FIXED = 96;
  private static final int COUNT_AT = 95;
  private static final int IUPR_AT = 59;
  private static final int IUPR_BYTES = 36;

  /** Length of the body, −1 if it runs over the end. */
  static int length(byte[] b, int at, int to) {
    if (at + FIXED > to) {
      return -1;
    }
    int count = b[at + COUNT_AT] & 0xFF;
    return FIXED + 4 * (count >= 0xFE ? 0 : count);
  }

  /** A hash of what the body says, without the counters (IUPR), which change with every trip. */
  static long hash(byte[] b, int at) {
    int codes = length(b, at, b.length) - COUNT_AT;
    return Checksum.hash(b, at, IUPR_AT, 1) * 31
        + Checksum.hash(b, at + IUPR_AT + IUPR_BYTES, codes, 2);
  }

  /** Reads a body. */
  public static ObdInfo read(byte[] b, int at) {
    int count = b[at + COUNT_AT] & 0xFF;
    HexFormat hex = HexFormat.of().withUpperCase();
    StringBuilder codes = new StringBuilder();
    for (int i = 0; count < 0xFE && i < count; i++) {
      codes.append(i == 0 ? "" : " ");
      codes.append(hex.formatHex(b, at + FIXED + 4 * i, at + FIXED + 4 * i + 4));
    }
    int protocol = b[at] & 0xFF;
    int mil = b[at + 1] & 0xFF;
    return new ObdInfo(
        protocol > 0xFA ? null : protocol,
        mil > 1 ? null : (Boolean) (mil == 1),
        hex.formatHex(b, at + 2, at + 4),
        hex.formatHex(b, at + 4, at + 6),
        text(b, at + 6, 17),
        text(b, at + 23, 18),
        text(b, at + 41, 18),
        codes.toString(),
        count >= 0xFE ? null : (Integer) count);
  }

  /** Text without blanks and zeros around it; null if nothing is left or it is no ASCII text. */
  private static String text(byte[] b, int at, int length) {
    for (int i = at; i < at + length; i++) {
      int c = b[i] & 0xFF;
      if (c != 0 && (c < 0x20 || c > 0x7E)) {
        return null;
      }
    }
    String text = new String(b, at, length, StandardCharsets.US_ASCII).replace('\0', ' ').strip();
    return text.isEmpty() ? null : text;
  }
}
