package org.dawen.codec.hj212;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One packet as received: a view into the buffer of its {@link Hj212Reader}, valid until the next
 * call of {@link Hj212Reader#next}. Strings are made when they are asked for.
 *
 * <p>The fields between {@code CP=&&} and {@code &&} are gathered in groups, one per factor in the
 * order sent. A field belongs to the group before it if the factor, the part of its name before the
 * last hyphen, is the same in whatever case and the group has no such field yet; so a factor sent
 * twice makes two groups. Each part of a split packet is a packet of its own.
 *
 * <p>Every field is counted once in {@link #fieldCount()}, {@code DataTime} excepted: as a number,
 * a flag, missing, other text or bad.
 */
public final class Hj212Packet {
  /** Owner of a field that belongs to no factor. */
  static final int NO_GROUP = -1;

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
  final Slice device = new Slice();
  final Slice dataTimeText = new Slice();
  int pnum;
  int pno;
  boolean isData;
  LocalDateTime dataTime;

  /** Made once and used again from packet to packet, so that a packet allocates none. */
  private final List<Group> made = new ArrayList<>();

  int groups;
  private final List<Other> others = new ArrayList<>();
  private final List<Bad> bads = new ArrayList<>();
  int fields;
  int missing;

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

  /** What was sent of one factor. */
  private static final class Group {
    private final Slice code = new Slice();
    private final Slice flag = new Slice();
    private final Slice extension = new Slice();
    private final long[] values = new long[FIELDS];
    private int states;
    private TextCache.Entry known;

    private Slice flag(boolean isExtension) {
      return isExtension ? extension : flag;
    }
  }

  /** A field kept as text; its owner is a group or {@link #NO_GROUP}. */
  private record Other(int owner, int from, int to) {}

  private record Bad(int nameFrom, int nameTo, int from, int to) {}

  // ---------------------------------------------------------------- filled by the parser

  void clear(byte[] buffer, int from, int to) {
    bytes = buffer;
    frameFrom = from;
    frameTo = to;
    requestNo.set(UNKNOWN, UNKNOWN);
    systemCode.set(UNKNOWN, UNKNOWN);
    commandCode.set(UNKNOWN, UNKNOWN);
    device.set(UNKNOWN, UNKNOWN);
    dataTimeText.set(UNKNOWN, UNKNOWN);
    pnum = UNKNOWN;
    pno = UNKNOWN;
    isData = false;
    dataTime = null;
    groups = 0;
    others.clear();
    bads.clear();
    fields = 0;
    missing = 0;
  }

  int openGroup(int from, int to) {
    if (groups == made.size()) {
      made.add(new Group());
    }
    Group group = made.get(groups);
    group.code.set(from, to);
    group.flag.set(UNKNOWN, UNKNOWN);
    group.extension.set(UNKNOWN, UNKNOWN);
    group.states = 0;
    group.known = null;
    return groups++;
  }

  /** True if the bytes are the code of the group, in whatever case. */
  boolean isCodeOf(int group, int from, int to) {
    Slice code = made.get(group).code;
    return code.to - code.from == to - from
        && ByteText.isSameWord(bytes, code.from, from, to - from);
  }

  boolean isTaken(int group, int field) {
    return stateOf(group, field) != ABSENT;
  }

  boolean isFlagTaken(int group, boolean isExtension) {
    return !made.get(group).flag(isExtension).isAbsent();
  }

  private int stateOf(int group, int field) {
    return made.get(group).states >>> 2 * field & 3;
  }

  void setNumber(int group, int field, long unscaled) {
    made.get(group).states |= NUMBER << 2 * field;
    made.get(group).values[field] = unscaled;
  }

  void setMissing(int group, int field) {
    made.get(group).states |= MISSING << 2 * field;
    missing++;
  }

  /** Also takes back a number that proves to be none. */
  void setBad(int group, int field, int nameFrom, int nameTo, int from, int to) {
    made.get(group).states |= BAD << 2 * field;
    bads.add(new Bad(nameFrom, nameTo, from, to));
  }

  void extendLastBad(int to) {
    Bad last = bads.remove(bads.size() - 1);
    bads.add(new Bad(last.nameFrom, last.nameTo, last.from, to));
  }

  /** A missing flag is kept as an empty slice, so that the next one opens a group. */
  void setFlag(int group, boolean isExtension, int from, int to) {
    boolean isMissing = ByteText.isMissing(bytes, from, to);
    made.get(group).flag(isExtension).set(from, isMissing ? from : to);
    missing += isMissing ? 1 : 0;
  }

  void addOther(int owner, int from, int to) {
    others.add(new Other(owner, from, to));
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

  /** MN, number of the device, never empty. */
  public String mn() {
    return word(device);
  }

  /** PNUM, number of parts of a split packet; -1 if not sent or no number. */
  public int pnum() {
    return pnum;
  }

  /** PNO, number of this part from 1; -1 if not sent or no number. */
  public int pno() {
    return pno;
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
    return dataTime;
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
    return made.get(group).values[field.ordinal()];
  }

  /** The value at eight decimals, in the unit the device uses; null if there is none. */
  public BigDecimal value(int group, Hj212Field field) {
    return hasValue(group, field)
        ? BigDecimal.valueOf(unscaledE8(group, field), MeasuredNumber.SCALE)
        : null;
  }

  /** Flag of the factor as sent, table 8: N, F, M, S, D, C, T, B or unknown; null if none. */
  public String dataFlag(int group) {
    return flagText(made.get(group).flag);
  }

  /** EFlag of the factor as sent, defined by the device; null if none. */
  public String extensionFlag(int group) {
    return flagText(made.get(group).extension);
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
    return bads.stream()
        .map(
            bad ->
                new BadField(
                    ByteText.decode(bytes, bad.nameFrom, bad.nameTo),
                    ByteText.decode(bytes, bad.from, bad.to)))
        .toList();
  }

  // ---------------------------------------------------------------- the account

  /** Fields between the ampersands, DataTime excepted. */
  public int fieldCount() {
    return fields;
  }

  /** Fields of a known kind without a value. */
  public int missingCount() {
    return missing;
  }

  /** Fields kept as text, with and without a factor. */
  public int otherFieldCount() {
    return others.size();
  }

  /** Fields whose value is no number. */
  public int badFieldCount() {
    return bads.size();
  }

  private TextCache.Entry codeOf(int group) {
    Group of = made.get(group);
    if (of.known == null) {
      of.known = factors.entry(bytes, of.code.from, of.code.to);
    }
    return of.known;
  }

  private String word(Slice slice) {
    return slice.isAbsent() ? null : words.text(bytes, slice.from, slice.to);
  }

  private String flagText(Slice flag) {
    if (flag.isAbsent() || flag.isEmpty()) {
      return null;
    }
    boolean isLetter = flag.from + 1 == flag.to && bytes[flag.from] >= 0;
    return isLetter ? LETTERS[bytes[flag.from]] : word(flag);
  }

  private String joined(int owner) {
    if (others.isEmpty()) {
      return null;
    }
    String text =
        others.stream()
            .filter(other -> other.owner == owner)
            .map(other -> ByteText.decode(bytes, other.from, other.to))
            .collect(Collectors.joining(";"));
    return text.isEmpty() ? null : text;
  }
}
