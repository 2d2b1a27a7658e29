package org.dawen.codec.hj212;

/** Finds in a window where frames may begin and end, HJ 212-2017 table 2. */
final class FrameMarks {
  /** {@code ##} and four digits of length. */
  static final int HEADER = 6;

  /** Four hexadecimal digits behind the data segment. */
  static final int CRC = 4;

  private FrameMarks() {}

  /**
   * True if a frame may begin here: {@code ##} and four digits, or as much of them as stands before
   * the end of the stream. The caller has six bytes ahead, or the end.
   */
  static boolean isHeader(ByteWindow window, int at) {
    byte[] bytes = window.bytes();
    int end = Math.min(window.limit(), at + HEADER);
    if (end - at < 2 || bytes[at] != '#' || bytes[at + 1] != '#') {
      return false;
    }
    for (int i = at + 2; i < end; i++) {
      if (!ByteText.isDigit(bytes[i])) {
        return false;
      }
    }
    return end == at + HEADER || window.endsAtLimit();
  }

  /** The first place from {@code from} on, before {@code to}, where a frame may begin, or -1. */
  static int nextHeader(ByteWindow window, int from, int to) {
    byte[] bytes = window.bytes();
    int at = ByteScan.indexOf(bytes, from, to, (byte) '#');
    while (at >= 0 && !isHeader(window, at)) {
      at = ByteScan.indexOf(bytes, at + 1, to, (byte) '#');
    }
    return at;
  }

  /**
   * Where the time of receipt before a header begins, no earlier than {@code from}; the header
   * itself if none stands there.
   */
  static int beginOfReceipt(byte[] bytes, int from, int header) {
    int tab = header - 1;
    if (tab < from || bytes[tab] != '\t') {
      return header;
    }
    int last = tab - CivilTime.SHORTEST_INSTANT;
    for (int at = Math.max(from, tab - CivilTime.LONGEST_INSTANT); at <= last; at++) {
      if (CivilTime.isDated(bytes, at) && CivilTime.instant(bytes, at, tab) != null) {
        return at;
      }
    }
    return header;
  }

  /**
   * The tab behind a time of receipt that begins at the position, with a header behind it; -1 if it
   * does not stand so.
   */
  static int tabOfReceipt(ByteWindow window) {
    byte[] bytes = window.bytes();
    int from = window.position();
    int last = Math.min(window.limit() - 1, from + CivilTime.LONGEST_INSTANT);
    for (int at = from + CivilTime.SHORTEST_INSTANT; at <= last; at++) {
      if (bytes[at] == '\t') {
        return isHeader(window, at + 1) ? at : -1;
      }
    }
    return -1;
  }

  /**
   * Where the first checksum stands that looks like the end of a frame: behind {@code &&}, four
   * hexadecimal digits, and then the end of the line, another {@code ##} or {@code to}; -1 if none.
   */
  static int firstChecksum(byte[] bytes, int from, int to) {
    int last = to - 2 - CRC;
    for (int at = ByteScan.indexOf(bytes, from, last + 1, (byte) '&');
        at >= 0;
        at = ByteScan.indexOf(bytes, at + 1, last + 1, (byte) '&')) {
      if (bytes[at + 1] == '&' && ByteText.hexNumber(bytes, at + 2) >= 0) {
        int end = at + 2 + CRC;
        if (end == to || isBehindFrame(bytes, end, to)) {
          return at + 2;
        }
      }
    }
    return -1;
  }

  /** True if the end of a line or another {@code ##} stands here. */
  static boolean isBehindFrame(byte[] bytes, int at, int to) {
    return bytes[at] == '\r'
        || bytes[at] == '\n'
        || bytes[at] == '#' && at + 1 < to && bytes[at + 1] == '#';
  }

  /** Where so many characters of UTF-8 end, or -1 if that is behind {@code to}. */
  static int endOfCharacters(byte[] bytes, int from, int to, int count) {
    int characters = 0;
    for (int at = from; at < to; at++) {
      boolean isContinued = (bytes[at] & 0xC0) == 0x80;
      if (!isContinued && characters++ == count) {
        return at;
      }
    }
    return characters == count ? to : -1;
  }
}
