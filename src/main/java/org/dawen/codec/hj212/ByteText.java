package org.dawen.codec.hj212;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Bytes as characters: which separate, which are blank, which mean a missing value. */
final class ByteText {
  /** Chinese text of devices that do not send UTF-8; where the JDK lacks it, bytes as they are. */
  private static final Charset CHINESE =
      Charset.isSupported("GB18030") ? Charset.forName("GB18030") : StandardCharsets.ISO_8859_1;

  private ByteText() {}

  /** Text in UTF-8, or else in GB18030. */
  static String decode(byte[] bytes, int from, int to) {
    boolean isAscii = true;
    for (int i = from; i < to && isAscii; i++) {
      isAscii = bytes[i] >= 0;
    }
    if (isAscii) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, from, to - from, CHINESE);
    }
  }

  static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  static boolean isLetter(byte b) {
    int lower = b | 0x20;
    return lower >= 'a' && lower <= 'z';
  }

  /** Space, tab, carriage return, line feed: what may stand between frames and around values. */
  static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
  }

  /** True if the bytes are these ASCII letters, in whatever case. */
  static boolean isWord(byte[] bytes, int from, int to, String lowerCaseWord) {
    if (to - from != lowerCaseWord.length()) {
      return false;
    }
    for (int i = 0; i < lowerCaseWord.length(); i++) {
      if ((bytes[from + i] | 0x20) != lowerCaseWord.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** True if two stretches of this length are the same but for the case of ASCII letters. */
  static boolean isSameWord(byte[] bytes, int one, int other, int length) {
    for (int i = 0; i < length; i++) {
      byte a = bytes[one + i];
      byte b = bytes[other + i];
      if (a != b && !((a ^ b) == 0x20 && isLetter(a))) {
        return false;
      }
    }
    return true;
  }

  /** True for texts that mean no value: an empty one, {@code -}, {@code NA}, {@code —}. */
  static boolean isMissing(byte[] bytes, int from, int to) {
    switch (to - from) {
      case 0:
        return true;
      case 1:
        return bytes[from] == '-';
      case 2:
        return bytes[from] == 'N' && bytes[from + 1] == 'A' || isDash(bytes, from, 0xA1, 0xAA);
      case 3:
        return isDash(bytes, from, 0xE2, 0x80) && bytes[from + 2] == (byte) 0x94;
      default:
        return false;
    }
  }

  private static boolean isDash(byte[] bytes, int from, int first, int second) {
    return bytes[from] == (byte) first && bytes[from + 1] == (byte) second;
  }

  /** Value of a hexadecimal digit of either case, or -1. */
  static int hexDigit(byte b) {
    if (isDigit(b)) {
      return b - '0';
    }
    int lower = b | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }

  /** Value of four hexadecimal digits of either case, or -1. The caller knows that four remain. */
  static int hexNumber(byte[] bytes, int at) {
    int number = 0;
    for (int i = 0; i < 4; i++) {
      int digit = hexDigit(bytes[at + i]);
      if (digit < 0) {
        return -1;
      }
      number = number << 4 | digit;
    }
    return number;
  }

  /** Value of {@code count} decimal digits, or -1 if one of them is none. */
  static int decimalNumber(byte[] bytes, int at, int count) {
    int number = 0;
    for (int i = 0; i < count; i++) {
      if (!isDigit(bytes[at + i])) {
        return -1;
      }
      number = number * 10 + bytes[at + i] - '0';
    }
    return number;
  }
}
