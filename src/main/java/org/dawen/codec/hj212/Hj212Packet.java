package org.dawen.codec.hj212;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One packet as received: a view into the buffer of its {@link Hj212Reader}, valid until the next
 * call of {@link Hj212Reader#next}. Strings are made when they are asked for.
 *
 * <p>The fields between {@code CP=&&} and {@code &&} are gathered in groups, one per factor in the
 * order sent. A field belongs to the group before it if the factor, the part of its name before the
 * last hyphen, is the same in whatever case and the group has no such field yet; so a factor sent
 * twice makes two groups. Each part of a split packet is a packet of its own.
 *
 * <p>Every field is counted once, {@code DataTime} excepted: {@link #fieldCount()} is the sum of
 * {@link #numberCount()}, {@link #flagCount()}, {@link #missingCount()}, {@link #otherFieldCount()}
 * and {@link #badFieldCount()}.
 */
public final class Hj212Packet {
  /** Owner of a field that belongs to no factor. */
  static final int NO_GROUP = -1;

  /** Owner of a field that stands before CP. */
  static final int HEAD = -2;

  /** States of a measured value, two bits each. */
  private static final int ABSENT = 0;

  private static final int NUMBER = 1;
  private static final int MISSING = 2;
  private static final int BAD = 3;

  private static final int FIELDS = Hj212Field.values().length;
  private static final int UNKNOWN = -1;
  private static final String[] LETTERS = new String[128];

  static {
    for (char letter = 0; letter < LETTERS.length; letter++) {
      LETTERS[letter] = String.valueOf(letter);
    }
  }

  private final TextCache words = new TextCache(UnaryOperator.identity());
  private final TextCache factors = new TextCache(Factors::canonical);

  byte[] bytes;
  int frameFrom;
  int frameTo;
  int crc;
  long recordNo;
  long lineNo;
  long byteOffset;
  Instant receivedAt;

  /** Parts of the head, by place in the bytes; an absent one begins at -1. */
  final Slice requestNo = new Slice();

  final Slice systemCode = new Slice();
  final Slice commandCode = new Slice();
  final Slice password = new Slice();
  final Slice device = new Slice();
  final Slice dataTimeText = new Slice();
  int flag;
  int pnum;
  int pno;
  boolean isData;
  long dataTimeDigits;

  private long lastTimeDigits = CivilTime.NONE;
  private LocalDateTime lastTime;

  int groups;
  private int[] codeFrom = new int[16];
  private int[] codeTo = new int[16];
  private int[] flagFrom = new int[16];
  private int[] flagTo = new int[16];
  private int[] extensionFrom = new int[16];
  private int[] extensionTo = new int[16];
  private int[] states = new int[16];
  private TextCache.Entry[] codes = new TextCache.Entry[16];
  private long[] values = new long[16 * FIELDS];

  private int others;
  private int[] otherOwner = new int[16];
  private int[] otherFrom = new int[16];
  private int[] otherTo = new int[16];

  private int bads;
  private int[] badGroup = new int[4];
  private int[] badNameFrom = new int[4];
  private int[] badNameTo = new int[4];
  private int[] badFrom = new int[4];
  private int[] badTo = new int[4];

  int fields;
  int numbers;
  int flags;
  int missing;
  int headOthers;

  Hj212Packet() {}

  /** A stretch of the buffer. */
  static final class Slice {
    int from = UNKNOWN;
    int to = UNKNOWN;

    void set(int from, int to) {
      this.from = from;
      this.to = to;
    }

    boolean isAbsent() {
      return from < 0;
    }

    boolean isEmpty() {
      return from == to;
    }
  }

  // ---------------------------------------------------------------- filled by the parser

  void clear(byte[] buffer, int from, int to) {
    bytes = buffer;
    frameFrom = from;
    frameTo = to;
    requestNo.set(UNKNOWN, UNKNOWN);
    systemCode.set(UNKNOWN, UNKNOWN);
    commandCode.set(UNKNOWN, UNKNOWN);
    password.set(UNKNOWN, UNKNOWN);
    device.set(UNKNOWN, UNKNOWN);
    dataTimeText.set(UNKNOWN, UNKNOWN);
    flag = UNKNOWN;
    pnum = UNKNOWN;
    pno = UNKNOWN;
    isData = false;
    dataTimeDigits = CivilTime.NONE;
    groups = 0;
    others = 0;
    headOthers = 0;
    bads = 0;
    fields = 0;
    numbers = 0;
    flags = 0;
    missing = 0;
  }

  int openGroup(int from, int to) {
    if (groups == codeFrom.length) {
      growGroups();
    }
    int group = groups++;
    codeFrom[group] = from;
    codeTo[group] = to;
    flagFrom[group] = UNKNOWN;
    extensionFrom[group] = UNKNOWN;
    states[group] = 0;
    codes[group] = null;
    return group;
  }

  private void growGroups() {
    int room = groups * 2;
    codeFrom = Arrays.copyOf(codeFrom, room);
    codeTo = Arrays.copyOf(codeTo, room);
    flagFrom = Arrays.copyOf(flagFrom, room);
    flagTo = Arrays.copyOf(flagTo, room);
    extensionFrom = Arrays.copyOf(extensionFrom, room);
    extensionTo = Arrays.copyOf(extensionTo, room);
    states = Arrays.copyOf(states, room);
    codes = Arrays.copyOf(codes, room);
    values = Arrays.copyOf(values, room * FIELDS);
  }

  /** True if the bytes are the code of the group, in whatever case. */
  boolean isCodeOf(int group, int from, int to) {
    int begin = codeFrom[group];
    int length = to - from;
    if (codeTo[group] - begin != length) {
      return false;
    }
    if (length <= Long.BYTES && from + Long.BYTES <= bytes.length) {
      long difference = ByteScan.eightBytes(bytes, begin) ^ ByteScan.eightBytes(bytes, from);
      if (difference << (Long.BYTES - length << 3) == 0) {
        return true;
      }
    }
    return ByteText.isSameWord(bytes, begin, from, length);
  }

  boolean isTaken(int group, int field) {
    return stateOf(group, field) != ABSENT;
  }

  boolean isFlagTaken(int group, boolean isExtension) {
    return (isExtension ? extensionFrom : flagFrom)[group] >= 0;
  }

  private int stateOf(int group, int field) {
    return states[group] >>> 2 * field & 3;
  }

  void setNumber(int group, int field, long unscaled) {
    states[group] |= NUMBER << 2 * field;
    values[group * FIELDS + field] = unscaled;
    numbers++;
  }

  void setMissing(int group, int field) {
    states[group] |= MISSING << 2 * field;
    missing++;
  }

  /** Also takes back a number that proves to be none. */
  void setBad(int group, int field, int nameFrom, int nameTo, int from, int to) {
    if (stateOf(group, field) == NUMBER) {
      numbers--;
    }
    states[group] |= BAD << 2 * field;
    if (bads == badGroup.length) {
      int room = bads * 2;
      badGroup = Arrays.copyOf(badGroup, room);
      badNameFrom = Arrays.copyOf(badNameFrom, room);
      badNameTo = Arrays.copyOf(badNameTo, room);
      badFrom = Arrays.copyOf(badFrom, room);
      badTo = Arrays.copyOf(badTo, room);
    }
    badGroup[bads] = group;
    badNameFrom[bads] = nameFrom;
    badNameTo[bads] = nameTo;
    badFrom[bads] = from;
    badTo[bads] = to;
    bads++;
  }

  void extendLastBad(int to) {
    badTo[bads - 1] = to;
  }

  /** A missing flag is kept as an empty slice, so that the next one opens a group. */
  void setFlag(int group, boolean isExtension, int from, int to) {
    boolean isMissing = ByteText.isMissing(bytes, from, to);
    (isExtension ? extensionFrom : flagFrom)[group] = from;
    (isExtension ? extensionTo : flagTo)[group] = isMissing ? from : to;
    if (isMissing) {
      missing++;
    } else {
      flags++;
    }
  }

  void addOther(int owner, int from, int to) {
    if (others == otherOwner.length) {
      int room = others * 2;
      otherOwner = Arrays.copyOf(otherOwner, room);
      otherFrom = Arrays.copyOf(otherFrom, room);
      otherTo = Arrays.copyOf(otherTo, room);
    }
    otherOwner[others] = owner;
    otherFrom[others] = from;
    otherTo[others] = to;
    others++;
    if (owner == HEAD) {
      headOthers++;
    }
  }

  // ---------------------------------------------------------------- where it stood

  /** Place among the packets and rejects of the stream, from 1. */
  public long recordNo() {
    return recordNo;
  }

  /** Line on which the frame begins, from 1; lines end in LF. */
  public long lineNo() {
    return lineNo;
  }

  /** Bytes of the stream before the frame's {@code ##}. */
  public long byteOffset() {
    return byteOffset;
  }

  /** Bytes from {@code ##} to the end of the checksum. */
  public int byteLength() {
    return frameTo - frameFrom;
  }

  /** Time of receipt that stood before the frame; null if none did. */
  public Instant receivedAt() {
    return receivedAt;
  }

  /** The buffer in which the frame stands from {@link #frameStart}; not to be changed. */
  public byte[] buffer() {
    return bytes;
  }

  /** Where the frame begins in {@link #buffer}. */
  public int frameStart() {
    return frameFrom;
  }

  /** A copy of the frame, from {@code ##} to the end of the checksum. */
  public byte[] frameBytes() {
    return Arrays.copyOfRange(bytes, frameFrom, frameTo);
  }

  /** The frame as text: UTF-8, or else GB18030. */
  public String frameText() {
    return ByteText.decode(bytes, frameFrom, frameTo);
  }

  /** Checksum that the frame declares and its data segment has. */
  public int crcDeclared() {
    return crc;
  }

  // ---------------------------------------------------------------- head, 6.3.2

  /** QN, 17 digits as sent; null in packets of 2005 without one. */
  public String qn() {
    return requestNo.isAbsent() ? null : ByteText.decode(bytes, requestNo.from, requestNo.to);
  }

  /** ST, system code such as 31 (gas), 32 (water), 44 (electricity); null if not sent. */
  public String st() {
    return word(systemCode);
  }

  /** CN, command code such as 2061 (hour data). */
  public String cn() {
    return word(commandCode);
  }

  /** PW, password; null if not sent, empty if sent empty. */
  public String pw() {
    return word(password);
  }

  /** MN, number of the device, never empty. */
  public String mn() {
    return word(device);
  }

  /** Flag with version, split and acknowledgement bits; -1 if not sent or no number. */
  public int flag() {
    return flag;
  }

  /** PNUM, number of parts of a split packet; -1 if not sent or no number. */
  public int pnum() {
    return pnum;
  }

  /** PNO, number of this part from 1; -1 if not sent or no number. */
  public int pno() {
    return pno;
  }

  /** What else stood in the head, {@code name=value;…} as sent; null if nothing did. */
  public String otherHeadFields() {
    return headOthers == 0 ? null : joined(HEAD);
  }

  // ---------------------------------------------------------------- data, 6.3.3

  /**
   * True for measured values: CN 2011, 2051, 2061 or 2031 with a DataTime. False for other commands
   * and for the requests and acknowledgements that use the same CN.
   */
  public boolean isData() {
    return isData;
  }

  /**
   * DataTime in Beijing time, milliseconds cut off: start of the period for CN 2051, 2061, 2031,
   * the instant of sampling for 2011. Null if not sent, and where {@link #isData} is false also if
   * it is no time.
   */
  public LocalDateTime dataTime() {
    if (dataTimeDigits == CivilTime.NONE) {
      return null;
    }
    if (dataTimeDigits != lastTimeDigits) {
      lastTimeDigits = dataTimeDigits;
      lastTime = CivilTime.of(dataTimeDigits);
    }
    return lastTime;
  }

  /** DataTime as sent, 14 or 17 digits; null if not sent. */
  public String dataTimeAsSent() {
    return dataTimeText.isAbsent()
        ? null
        : ByteText.decode(bytes, dataTimeText.from, dataTimeText.to);
  }

  /** Number of groups; the indices below run from 0. */
  public int groupCount() {
    return groups;
  }

  /** Factor code as sent. */
  public String factorCode(int group) {
    return codeOf(group).text();
  }

  /** Factor code of 2017 where one is known, whatever the case it was sent in; else as sent. */
  public String canonicalCode(int group) {
    return codeOf(group).canonical();
  }

  /** True if the field was sent and is a number. */
  public boolean hasValue(int group, Hj212Field field) {
    return stateOf(group, field.ordinal()) == NUMBER;
  }

  /** True if the field was sent without a value: empty, {@code -}, {@code NA} or {@code —}. */
  public boolean isMissing(int group, Hj212Field field) {
    return stateOf(group, field.ordinal()) == MISSING;
  }

  /** The value times 10^8; only where {@link #hasValue}. */
  public long unscaledE8(int group, Hj212Field field) {
    return values[group * FIELDS + field.ordinal()];
  }

  /** The value at eight decimals, in the unit the device uses; null if there is none. */
  public BigDecimal value(int group, Hj212Field field) {
    return hasValue(group, field)
        ? BigDecimal.valueOf(unscaledE8(group, field), MeasuredNumber.SCALE)
        : null;
  }

  /** Flag of the factor as sent, table 8: N, F, M, S, D, C, T, B or unknown; null if none. */
  public String dataFlag(int group) {
    return flagText(flagFrom[group], flagTo[group]);
  }

  /** EFlag of the factor as sent, defined by the device; null if none. */
  public String extensionFlag(int group) {
    return flagText(extensionFrom[group], extensionTo[group]);
  }

  /** Fields of the factor that have no slot here, {@code name=value;…} as sent; null if none. */
  public String otherFields(int group) {
    return joined(group);
  }

  /** Fields of CP without a factor, such as {@code RF=1}, as sent; null if none. */
  public String packetFields() {
    return joined(NO_GROUP);
  }

  /** Fields whose value is no number, in the order sent. */
  public List<BadField> badFields() {
    if (bads == 0) {
      return List.of();
    }
    List<BadField> found = new ArrayList<>(bads);
    for (int i = 0; i < bads; i++) {
      found.add(
          new BadField(
              badGroup[i],
              ByteText.decode(bytes, badNameFrom[i], badNameTo[i]),
              ByteText.decode(bytes, badFrom[i], badTo[i]),
              RejectReason.BAD_NUMBER));
    }
    return found;
  }

  // ---------------------------------------------------------------- the account

  /** Fields between the ampersands, DataTime excepted. */
  public int fieldCount() {
    return fields;
  }

  /** Fields that are numbers. */
  public int numberCount() {
    return numbers;
  }

  /** Flag and EFlag fields that are not empty. */
  public int flagCount() {
    return flags;
  }

  /** Fields of a known kind without a value. */
  public int missingCount() {
    return missing;
  }

  /** Fields kept as text, with and without a factor. */
  public int otherFieldCount() {
    return others - headOthers;
  }

  /** Fields whose value is no number. */
  public int badFieldCount() {
    return bads;
  }

  private TextCache.Entry codeOf(int group) {
    TextCache.Entry code = codes[group];
    if (code == null) {
      code = factors.entry(bytes, codeFrom[group], codeTo[group]);
      codes[group] = code;
    }
    return code;
  }

  private String word(Slice slice) {
    return slice.isAbsent() ? null : words.text(bytes, slice.from, slice.to);
  }

  private String flagText(int from, int to) {
    if (from < 0 || from == to) {
      return null;
    }
    return from + 1 == to && bytes[from] >= 0 ? LETTERS[bytes[from]] : words.text(bytes, from, to);
  }

  private String joined(int owner) {
    StringBuilder text = null;
    for (int i = 0; i < others; i++) {
      if (otherOwner[i] == owner) {
        if (text == null) {
          text = new StringBuilder();
        } else {
          text.append(';');
        }
        text.append(ByteText.decode(bytes, otherFrom[i], otherTo[i]));
      }
    }
    return text == null ? null : text.toString();
  }
}
