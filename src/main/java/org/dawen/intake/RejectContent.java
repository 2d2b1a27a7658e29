package org.dawen.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The rejected bytes as text that a table can hold and a person can read. */
final class RejectContent {
  /** Longer contents are cut here; the landing file is the evidence. */
  private static final int MOST_CHARACTERS = 1 << 16;

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private RejectContent() {}

  /** Control characters become {@code \xHH}. */
  static String of(String text) {
    boolean isPlain = text.length() <= MOST_CHARACTERS;
    for (int i = 0; isPlain && i < text.length(); i++) {
      isPlain = !isControl(text.charAt(i));
    }
    if (isPlain) {
      return text;
    }
    StringBuilder out = new StringBuilder(Math.min(text.length(), MOST_CHARACTERS) + 16);
    for (int i = 0; i < text.length() && out.length() < MOST_CHARACTERS; i++) {
      char c = text.charAt(i);
      if (isControl(c)) {
        appendHex(out, (byte) c);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static void appendHex(StringBuilder out, byte b) {
    out.append("\\x").append(HEX.toHexDigits(b));
  }

  private static boolean isControl(char c) {
    return c < 0x20 && c != '\t' && c != '\n' && c != '\r' || c == 0x7F;
  }

  /** UTF-8 text as it is; any other bytes one by one, those that are not ASCII as {@code \xHH}. */
  static String of(byte[] bytes) {
    try {
      return of(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      StringBuilder out = new StringBuilder();
      for (byte b : bytes) {
        if (out.length() >= MOST_CHARACTERS) {
          break;
        }
        int c = b & 0xFF;
        if (c >= 0x20 && c < 0x7F || c == '\t' || c == '\n' || c == '\r') {
          out.append((char) c);
        } else {
          appendHex(out, b);
        }
      }
      return out.toString();
    }
  }
}
