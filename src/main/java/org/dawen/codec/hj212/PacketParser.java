package org.dawen.codec.hj212;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Takes a data segment apart, HJ 212-2017 6.3.2 and 6.3.3. Fields are split at {@code ;} and {@code
 * ,} alike, since devices and the standard's own examples mix them up; names of known fields are
 * taken in whatever case.
 */
final class PacketParser {
  private static final int LONGEST_SUFFIX = 5;

  /** Letters of the suffixes of {@link Hj212Field} in its order, then of flags; table 4. */
  private static final long[] SUFFIXES =
      Stream.concat(
              Arrays.stream(Hj212Field.values()).map(Hj212Field::suffix),
              Stream.of("Flag", "EFlag"))
          .map(suffix -> suffix.getBytes(StandardCharsets.US_ASCII))
          .mapToLong(suffix -> letters(suffix, 0, suffix.length))
          .toArray();

  /** Place of {@code Flag}; that of {@code EFlag} is the next. */
  private static final int FLAG = Hj212Field.values().length;

  /** Place of any suffix that has no slot of its own. */
  private static final int OTHER = SUFFIXES.length;

  private static final byte SEPARATOR = 1;
  private static final byte EQUALS = 2;

  /** What ends a name or value, by byte; 0 for all others. */
  private static final byte[] MARK = new byte[256];

  static {
    MARK[';'] = SEPARATOR;
    MARK[','] = SEPARATOR;
    MARK['='] = EQUALS;
  }

  private final Hj212Packet packet;
  private byte[] bytes;

  /** Why the packet is rejected, beyond the reason's sentence; null if there is no more to say. */
  private String detail;

  // The token last read: [nameFrom, nameTo) = [valueFrom, valueTo).
  private int nameFrom;
  private int nameTo;
  private int valueFrom;
  private int valueTo;
  private boolean isNamed;

  // The number last read, in case a decimal comma has cut it in two.
  private boolean mayContinue;
  private int lastGroup;
  private int lastField;
  private int lastNameFrom;
  private int lastNameTo;
  private int lastValueFrom;
  private boolean isLastBad;

  private boolean isState;
  private boolean hasOtherTime;
  private boolean isRequest;

  PacketParser(Hj212Packet packet) {
    this.packet = packet;
  }

  String detail() {
    return detail;
  }

  /**
   * Fills the packet from the data segment {@code [from, to)}, which ends in {@code &&}.
   *
   * @param opening what {@link #openingOfParameters} found
   * @return why it is no packet, or null if it is one
   */
  Hj212RejectReason parse(byte[] buffer, int from, int opening, int to) {
    bytes = buffer;
    detail = null;
    if (opening < 0) {
      detail = "It has no CP=&&…&&.";
      return Hj212RejectReason.MALFORMED;
    }
    readHead(from, opening);
    if (packet.commandCode.isAbsent() || packet.commandCode.isEmpty()) {
      detail = "It has no command code (CN).";
      return Hj212RejectReason.MALFORMED;
    }
    if (packet.device.isAbsent() || packet.device.isEmpty()) {
      return Hj212RejectReason.NO_MN;
    }
    readParameters(opening + 5, to - 2);
    return judge();
  }

  /** Where the first {@code CP=&&} stands, or -1. */
  static int openingOfParameters(byte[] bytes, int from, int to) {
    for (int at = from + 3; at < to - 1; at++) {
      if (bytes[at] == '&'
          && bytes[at + 1] == '&'
          && bytes[at - 1] == '='
          && (bytes[at - 2] | 0x20) == 'p'
          && (bytes[at - 3] | 0x20) == 'c') {
        return at - 3;
      }
    }
    return -1;
  }

  private void readHead(int from, int to) {
    int at = from;
    while (at < to) {
      at = readToken(at, to);
      if (isNamed) {
        takeHeadField();
      }
    }
  }

  /** Of two fields of one name the first counts. */
  private void takeHeadField() {
    if (isName("mn")) {
      take(packet.device);
    } else if (isName("qn")) {
      take(packet.requestNo);
    } else if (isName("st")) {
      take(packet.systemCode);
    } else if (isName("cn")) {
      take(packet.commandCode);
    } else if (isName("pnum") && packet.pnum < 0) {
      packet.pnum = smallNumber();
    } else if (isName("pno") && packet.pno < 0) {
      packet.pno = smallNumber();
    }
  }

  private boolean isName(String lowerCaseWord) {
    return ByteText.isWord(bytes, nameFrom, nameTo, lowerCaseWord);
  }

  private void take(Hj212Packet.Slice slice) {
    if (slice.isAbsent()) {
      slice.set(valueFrom, valueTo);
    }
  }

  /** The value as a number of at most nine digits, or -1. */
  private int smallNumber() {
    int length = valueTo - valueFrom;
    return length < 1 || length > 9 ? -1 : ByteText.decimalNumber(bytes, valueFrom, length);
  }

  private void readParameters(int from, int to) {
    isState = ByteText.isWord(bytes, packet.systemCode.from, packet.systemCode.to, "45");
    hasOtherTime = false;
    isRequest = true;
    mayContinue = false;
    int at = from;
    while (at < to) {
      at = readToken(at, to);
      if (isNamed) {
        takeField();
      } else if (nameFrom < nameTo) {
        takeFragment();
      }
      mayContinue &= at <= to && bytes[at - 1] == ',';
    }
  }

  /**
   * Reads one token up to the next separator, blanks around name and value cut off.
   *
   * @return where the next token begins: behind the separator, or {@code to + 1} at the end
   */
  private int readToken(int from, int to) {
    int at = from;
    while (at < to && MARK[bytes[at] & 0xFF] == 0) {
      at++;
    }
    nameFrom = skipBlanks(from, at);
    nameTo = cutBlanks(nameFrom, at);
    isNamed = at < to && bytes[at] == '=';
    if (!isNamed) {
      return at + 1;
    }
    int begin = at + 1;
    at = endOfLog(at, to) + 1;
    while (at < to && MARK[bytes[at] & 0xFF] != SEPARATOR) {
      at++;
    }
    valueFrom = skipBlanks(begin, at);
    valueTo = cutBlanks(valueFrom, at);
    return at + 1;
  }

  /**
   * Text of a log stands between {@code //} and may contain separators (table B.10): the place of
   * its last character, or {@code equals} if no log begins behind it.
   */
  private int endOfLog(int equals, int to) {
    if (equals + 4 >= to || bytes[equals + 1] != '/' || bytes[equals + 2] != '/') {
      return equals;
    }
    for (int at = equals + 3; at + 1 < to; at++) {
      boolean isClosing = bytes[at] == '/' && bytes[at + 1] == '/';
      if (isClosing && (at + 2 == to || MARK[bytes[at + 2] & 0xFF] == SEPARATOR)) {
        return at + 1;
      }
    }
    return equals;
  }

  private int skipBlanks(int from, int to) {
    int at = from;
    while (at < to && bytes[at] <= ' ' && ByteText.isBlank(bytes[at])) {
      at++;
    }
    return at;
  }

  private int cutBlanks(int from, int to) {
    int at = to;
    while (at > from && bytes[at - 1] <= ' ' && ByteText.isBlank(bytes[at - 1])) {
      at--;
    }
    return at;
  }

  private void takeField() {
    mayContinue = false;
    int hyphen = lastHyphen();
    if (hyphen <= nameFrom) {
      takeFieldOfPacket();
      return;
    }
    packet.fields++;
    isRequest = false;
    int kind = kindOf(hyphen + 1);
    int group = packet.groups - 1;
    if (group < 0 || !packet.isCodeOf(group, nameFrom, hyphen) || isTaken(group, kind)) {
      group = packet.openGroup(nameFrom, hyphen);
    }
    if (kind == OTHER) {
      packet.addOther(group, nameFrom, valueTo);
    } else if (kind >= FLAG) {
      packet.setFlag(group, kind > FLAG, valueFrom, valueTo);
    } else {
      takeMeasured(group, kind);
    }
  }

  /** The suffix that begins here and ends the name, in whatever case. */
  private int kindOf(int from) {
    int kind = nameTo - from > LONGEST_SUFFIX ? OTHER : 0;
    long letters = kind == OTHER ? 0 : letters(bytes, from, nameTo);
    while (kind < OTHER && SUFFIXES[kind] != letters) {
      kind++;
    }
    return kind;
  }

  /** The bytes in one number; setting a bit makes letters lower-case and nothing else a letter. */
  private static long letters(byte[] bytes, int from, int to) {
    long letters = 0;
    for (int at = from; at < to; at++) {
      letters = letters << 8 | bytes[at] & 0xFF | 0x20;
    }
    return letters;
  }

  private int lastHyphen() {
    int at = nameTo - 1;
    while (at >= nameFrom && bytes[at] != '-') {
      at--;
    }
    return at;
  }

  private boolean isTaken(int group, int kind) {
    return kind >= FLAG
        ? kind != OTHER && packet.isFlagTaken(group, kind > FLAG)
        : packet.isTaken(group, kind);
  }

  private void takeMeasured(int group, int field) {
    if (ByteText.isMissing(bytes, valueFrom, valueTo)) {
      packet.setMissing(group, field);
      return;
    }
    long unscaled = MeasuredNumber.unscaled(bytes, valueFrom, valueTo);
    if (unscaled != MeasuredNumber.NONE) {
      packet.setNumber(group, field, unscaled);
      mayContinue = true;
      isLastBad = false;
      lastGroup = group;
      lastField = field;
      lastNameFrom = nameFrom;
      lastNameTo = nameTo;
      lastValueFrom = valueFrom;
    } else if (isState && ByteText.isLetter(bytes[valueFrom])) {
      // Production conditions (ST=45, 2025) send states such as St and Sr in -Rtd.
      packet.addOther(group, nameFrom, valueTo);
    } else {
      packet.setBad(group, field, nameFrom, nameTo, valueFrom, valueTo);
    }
  }

  private void takeFieldOfPacket() {
    if (isName("datatime")) {
      takeTime();
      return;
    }
    packet.fields++;
    isRequest &= isPlainName() && valueFrom < valueTo && bytes[valueFrom] != '=';
    packet.addOther(Hj212Packet.NO_GROUP, nameFrom, valueTo);
  }

  private boolean isPlainName() {
    for (int at = nameFrom; at < nameTo; at++) {
      if (!ByteText.isLetter(bytes[at])) {
        return false;
      }
    }
    return nameFrom < nameTo;
  }

  private void takeTime() {
    LocalDateTime time = CivilTime.dataTime(bytes, valueFrom, valueTo);
    if (packet.dataTimeText.isAbsent()) {
      packet.dataTimeText.set(valueFrom, valueTo);
      packet.dataTime = time;
    } else {
      hasOtherTime |= !Objects.equals(time, packet.dataTime);
    }
  }

  /** Text without a name: kept, unless it is the rest of a number with a decimal comma. */
  private void takeFragment() {
    if (mayContinue && ByteText.isDigit(bytes[nameFrom])) {
      if (isLastBad) {
        packet.extendLastBad(nameTo);
      } else {
        packet.setBad(lastGroup, lastField, lastNameFrom, lastNameTo, lastValueFrom, nameTo);
        isLastBad = true;
      }
      return;
    }
    mayContinue = false;
    isRequest = false;
    packet.fields++;
    packet.addOther(Hj212Packet.NO_GROUP, nameFrom, nameTo);
  }

  private Hj212RejectReason judge() {
    if (!isDataCommand()) {
      return null;
    }
    if (packet.dataTimeText.isAbsent()) {
      if (packet.groups > 0) {
        detail = "It has measured values but no DataTime.";
        return Hj212RejectReason.BAD_TIME;
      }
      if (isRequest) {
        return null;
      }
      detail = "Its parameters are no name=value fields; they may be encrypted.";
      return Hj212RejectReason.MALFORMED;
    }
    if (packet.dataTime == null) {
      detail =
          "DataTime="
              + ByteText.decode(bytes, packet.dataTimeText.from, packet.dataTimeText.to)
              + " is no time.";
      return Hj212RejectReason.BAD_TIME;
    }
    if (hasOtherTime) {
      detail = "It has two DataTimes that differ.";
      return Hj212RejectReason.BAD_TIME;
    }
    packet.isData = true;
    return null;
  }

  /** CN 2011 real time, 2031 day, 2051 minutes, 2061 hours; 6.6.5. */
  private boolean isDataCommand() {
    int at = packet.commandCode.from;
    if (packet.commandCode.to - at != 4 || bytes[at] != '2' || bytes[at + 1] != '0') {
      return false;
    }
    byte ten = bytes[at + 2];
    return bytes[at + 3] == '1' && (ten == '1' || ten == '3' || ten == '5' || ten == '6');
  }
}
