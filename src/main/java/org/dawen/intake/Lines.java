package org.dawen.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a text file, one at a time, with bounded memory. Line ends are LF, CR LF or CR; a
 * byte order mark is skipped.
 */
final class Lines {
  /** Most files are a few kilobytes: blocks begin small and double. */
  private static final int SMALL_BLOCK = 1 << 12;

  private static final int LARGEST_BLOCK = 1 << 16;

  private final InputStream in;
  private final Charset charset;
  private final int mostBytes;
  private byte[] buffer = new byte[SMALL_BLOCK];
  private int position;
  private int limit;
  private byte[] line;
  private int length;
  private long lineNo;
  private boolean isTooLong;
  private boolean isTerminated;

  /**
   * The lines of these bytes.
   *
   * @param mostBytes longer lines are cut and reported; no record comes near
   */
  Lines(InputStream in, Charset charset, int mostBytes) {
    this.in = in;
    this.charset = charset;
    this.mostBytes = mostBytes;
    this.line = new byte[Math.min(256, mostBytes)];
  }

  /** Moves to the next line; false at the end. */
  boolean next() throws IOException {
    length = 0;
    isTooLong = false;
    isTerminated = false;
    boolean any = false;
    while (!isTerminated && hasBytes()) {
      any = true;
      int end = position;
      while (end < limit && buffer[end] != '\n' && buffer[end] != '\r') {
        end++;
      }
      append(end - position);
      position = end;
      if (end < limit) {
        isTerminated = true;
        skipLineEnd();
      }
    }
    if (any) {
      lineNo++;
      if (lineNo == 1) {
        skipByteOrderMark();
      }
    }
    return any;
  }

  /** Takes so many bytes of the buffer into the line, or as many as it may have. */
  private void append(int count) {
    int taken = Math.min(count, mostBytes - length);
    isTooLong |= taken < count;
    if (length + taken > line.length) {
      line = Arrays.copyOf(line, Math.min(Math.max(2 * line.length, length + taken), mostBytes));
    }
    System.arraycopy(buffer, position, line, length, taken);
    length += taken;
  }

  private void skipLineEnd() throws IOException {
    boolean isReturn = buffer[position++] == '\r';
    if (isReturn && hasBytes() && buffer[position] == '\n') {
      position++;
    }
  }

  private void skipByteOrderMark() {
    if (length >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF) {
      System.arraycopy(line, 3, line, 0, length - 3);
      length -= 3;
    }
  }

  private boolean hasBytes() throws IOException {
    return position < limit || fill();
  }

  private boolean fill() throws IOException {
    if (limit == buffer.length && limit < LARGEST_BLOCK) {
      buffer = new byte[2 * limit];
    }
    position = 0;
    limit = Math.max(0, in.read(buffer, 0, buffer.length));
    return limit > 0;
  }

  /** Number of the current line, from 1. */
  long lineNo() {
    return lineNo;
  }

  boolean isTooLong() {
    return isTooLong;
  }

  /** False for a last line without a line end. */
  boolean isTerminated() {
    return isTerminated;
  }

  boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (line[i] != ' ' && line[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  byte[] bytes() {
    return line;
  }

  int length() {
    return length;
  }

  /** The line as text. */
  String text() {
    return new String(line, 0, length, isAscii() ? StandardCharsets.US_ASCII : charset);
  }

  /** Of a file in GB 18030 most lines are, and its decoder knows no short cut for them. */
  private boolean isAscii() {
    int i = 0;
    while (i < length && line[i] >= 0) {
      i++;
    }
    return i == length;
  }

  /**
   * UTF-8 if all the bytes are UTF-8; GB 18030 (GBK) else. Some Chinese words are valid in both: as
   * UTF-8 they would be letters of two bytes beside each other, which no text here has, while
   * Chinese has three bytes a character.
   */
  static Charset charsetOf(InputStream in) throws IOException {
    byte[] block = new byte[SMALL_BLOCK];
    int kept = 0;
    boolean hasForeignWords = false;
    boolean hasChinese = false;
    for (int n = in.read(block, kept, block.length - kept);
        n >= 0;
        n = in.read(block, kept, block.length - kept)) {
      int available = kept + n;
      int whole = available - cutCharacterLength(block, available);
      if (!isUtf8(block, whole)) {
        return Charset.forName("GB18030");
      }
      for (int i = 0; i < whole; i++) {
        hasChinese |= (block[i] & 0xFF) >= 0xE0;
        hasForeignWords |= i + 2 < whole && isForeign(block[i]) && isForeign(block[i + 2]);
      }
      kept = available - whole;
      byte[] next =
          available == block.length && available < LARGEST_BLOCK ? new byte[2 * available] : block;
      System.arraycopy(block, whole, next, 0, kept);
      block = next;
    }
    boolean isUtf8 = kept == 0 && (hasChinese || !hasForeignWords);
    return isUtf8 ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
  }

  /** First byte of a letter of two bytes beyond Latin 1, where units such as µg/m³ are. */
  private static boolean isForeign(byte b) {
    return (b & 0xFF) >= 0xC4 && (b & 0xFF) < 0xE0;
  }

  /** How many bytes at the end belong to a character that goes on in the next block. */
  private static int cutCharacterLength(byte[] block, int available) {
    for (int back = 1; back <= Math.min(3, available); back++) {
      int b = block[available - back] & 0xFF;
      if (b < 0x80) {
        return 0;
      }
      if (b >= 0xC0) {
        int needed = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
        return needed > back ? back : 0;
      }
    }
    return 0;
  }

  private static boolean isUtf8(byte[] block, int length) {
    int ascii = 0;
    while (ascii < length && block[ascii] >= 0) {
      ascii++;
    }
    if (ascii == length) {
      return true;
    }
    ByteBuffer rest = ByteBuffer.wrap(block, ascii, length - ascii);
    return !StandardCharsets.UTF_8
        .newDecoder()
        .decode(rest, CharBuffer.allocate(length - ascii), true)
        .isError();
  }
}
