package org.dawen.codec.hj212;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;

/**
 * Finds the packets of HJ 212 in a stream of bytes: a capture, a text log in which each frame may
 * follow {@code <ISO instant><tab>}, frames without a separator, garbage between them.
 *
 * <p>A frame is right if its checksum stands where its length says, directly behind {@code &&}, and
 * matches. The length may be counted in bytes or in characters of UTF-8. After anything else the
 * reader goes on at the next {@code ##} with four digits, or behind the damaged frame where its end
 * can be told. Nothing is guessed: a damaged frame is a reject even if its checksum matches at
 * another length.
 *
 * <p>Every byte belongs to exactly one packet, reject or separator (blanks, line ends, a time of
 * receipt before a header, a byte order mark at the start). The result depends on the bytes alone,
 * not on how the stream hands them out. Memory is bounded, whatever the stream holds.
 *
 * <p>Not for use by several threads.
 */
public final class Hj212Reader {
  /** What {@link #next} found. */
  public enum Kind {
    /** A packet was read into {@link #packet}. */
    PACKET,
    /** A reject was read into {@link #reject}. */
    REJECT
  }

  /** Most bytes of a reject that are kept. */
  public static final int MOST_CONTENT_BYTES = 1 << 16;

  /**
   * Stretches without a frame, one behind the other, that are a reject each; all that follows them
   * up to the next frame is one more. Headers that nothing belongs to, in megabytes, must not
   * become millions of rejects.
   */
  public static final int MOST_STRETCHES = 100;

  /** The longest frame: 9,999 characters of four bytes each. */
  private static final int LONGEST_FRAME =
      FrameMarks.HEADER + 4 * Hj212Frame.LONGEST_SEGMENT_BYTES + FrameMarks.CRC;

  /** Behind a frame must be seen whether a line ends or another frame begins. */
  private static final int WINDOW = LONGEST_FRAME + FrameMarks.HEADER;

  /** Bytes of garbage kept in the window: a time of receipt, a tab and the begin of a header. */
  private static final int KEPT = CivilTime.LONGEST_INSTANT + 1 + FrameMarks.HEADER;

  private final ByteWindow window;
  private final Hj212Packet packet = new Hj212Packet();
  private final PacketParser parser = new PacketParser(packet);
  private Kind kind;
  private Hj212Reject reject;
  private Instant receivedAt;
  private long records;

  /** Stretches without a frame since the last frame. */
  private int stretches;

  /** What was found behind a run of stretches, and is given next; null: nothing. */
  private Kind kindAhead;

  private Hj212Reject rejectAhead;

  /**
   * Reads frames of any length that four digits can declare; the standard allows 1,024.
   *
   * @param in read to its end, not closed; buffered here
   */
  public Hj212Reader(InputStream in) {
    this.window = new ByteWindow(in);
  }

  /**
   * Reads on to the next packet or reject.
   *
   * @return false at the end of the stream
   * @throws IOException if the stream cannot be read
   */
  public boolean next() throws IOException {
    if (kindAhead != null) {
      kind = kindAhead;
      reject = rejectAhead;
      kindAhead = null;
      rejectAhead = null;
      return true;
    }
    if (!find()) {
      kind = null;
      return false;
    }
    if (isStretch() && stretches > MOST_STRETCHES) {
      joinStretches();
    }
    return true;
  }

  /** Finds the next packet or reject. */
  private boolean find() throws IOException {
    reject = null;
    skipSeparators();
    if (!window.has(1)) {
      return false;
    }
    window.has(FrameMarks.HEADER);
    if (FrameMarks.isHeader(window, window.position())) {
      readFrame();
    } else {
      readStretch(0, "");
    }
    stretches = isStretch() ? stretches + 1 : 0;
    return true;
  }

  private boolean isStretch() {
    return kind == Kind.REJECT && reject.reason() == Hj212RejectReason.NO_FRAME;
  }

  /** Makes one reject of the stretch found and all that follow it before the next frame. */
  private void joinStretches() throws IOException {
    Hj212Reject first = reject;
    long end = first.byteOffset() + first.byteLength();
    long joined = 1;
    boolean isFound = find();
    while (isFound && isStretch()) {
      end = reject.byteOffset() + reject.byteLength();
      joined++;
      // It is no record of its own.
      records--;
      isFound = find();
    }
    kindAhead = isFound ? kind : null;
    rejectAhead = isFound ? reject : null;
    kind = Kind.REJECT;
    reject = joined == 1 ? first : first.joined(joined, end - first.byteOffset());
  }

  /** What the last {@link #next} found; null at the end. */
  public Kind kind() {
    return kind;
  }

  /** The packet found, valid until the next call of {@link #next}. */
  public Hj212Packet packet() {
    if (kind != Kind.PACKET) {
      throw new IllegalStateException("No packet was read last, but " + kind + ".");
    }
    return packet;
  }

  /** The reject found; it stays valid. */
  public Hj212Reject reject() {
    if (kind != Kind.REJECT) {
      throw new IllegalStateException("No reject was read last, but " + kind + ".");
    }
    return reject;
  }

  private void skipSeparators() throws IOException {
    receivedAt = null;
    if (window.offset() == 0 && window.has(3) && isByteOrderMark()) {
      window.skipTo(window.position() + 3);
    }
    while (window.has(1) && ByteText.isBlank(window.bytes()[window.position()])) {
      window.skipTo(window.position() + 1);
    }
    if (window.has(1) && ByteText.isDigit(window.bytes()[window.position()])) {
      window.has(KEPT);
      int tab = FrameMarks.tabOfReceipt(window);
      receivedAt = tab < 0 ? null : CivilTime.instant(window.bytes(), window.position(), tab);
      if (receivedAt != null) {
        window.skipTo(tab + 1);
      }
    }
  }

  private boolean isByteOrderMark() {
    byte[] bytes = window.bytes();
    return bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
  }

  private void readFrame() throws IOException {
    if (!window.has(FrameMarks.HEADER)) {
      rejectTo(window.limit(), Hj212RejectReason.TRUNCATED, " Only its header stands here.");
      return;
    }
    int declared = ByteText.decimalNumber(window.bytes(), window.position() + 2, 4);
    window.has(FrameMarks.HEADER + declared + FrameMarks.CRC);
    if (!readWhole(declared, window.position() + FrameMarks.HEADER + declared)) {
      readDamaged(declared, !window.has(WINDOW));
    }
  }

  /** Takes the frame if it is right and its data segment ends at {@code end}. */
  private boolean readWhole(int declared, int end) {
    byte[] bytes = window.bytes();
    int from = window.position() + FrameMarks.HEADER;
    if (!isClosed(bytes, from, end) || end + FrameMarks.CRC > window.limit()) {
      return false;
    }
    int crc = ByteText.hexNumber(bytes, end);
    if (crc < 0 || crc != Crc16.of(bytes, from, end)) {
      return false;
    }
    int opening = PacketParser.openingOfParameters(bytes, from, end);
    // The checksum has but 256 values: a wrong length that happens to end at a later frame's
    // checksum must not swallow the frames in between.
    boolean isOpening = opening >= 0 && opening + 7 > end;
    if (isOpening || FrameMarks.firstChecksum(bytes, from, end) >= 0) {
      return false;
    }
    take(from, opening, end, crc);
    return true;
  }

  private static boolean isClosed(byte[] bytes, int from, int end) {
    return end - 2 >= from && bytes[end - 1] == '&' && bytes[end - 2] == '&';
  }

  private void take(int from, int opening, int end, int crc) {
    int to = end + FrameMarks.CRC;
    packet.clear(window.bytes(), window.position(), to);
    packet.crc = crc;
    packet.recordNo = records + 1;
    packet.lineNo = window.lineNo();
    packet.byteOffset = window.offset();
    packet.receivedAt = receivedAt;
    Hj212RejectReason reason = parser.parse(window.bytes(), from, opening, end);
    if (reason != null) {
      rejectTo(to, reason, parser.detail() == null ? "" : " " + parser.detail());
      return;
    }
    window.skipTo(to);
    kind = Kind.PACKET;
    records++;
  }

  /**
   * A header that no right frame follows: a damaged frame, a cut one, or none.
   *
   * @param isNearEnd true if the stream ends within the window. Otherwise exactly a window is
   *     looked at, even if more has been read, so that the size of reads changes nothing
   */
  private void readDamaged(int declared, boolean isNearEnd) throws IOException {
    byte[] bytes = window.bytes();
    int from = window.position() + FrameMarks.HEADER;
    int seen = isNearEnd ? window.limit() : window.position() + WINDOW;
    int lastHeader = isNearEnd ? seen : seen - FrameMarks.HEADER + 1;
    int next = FrameMarks.nextHeader(window, from, lastHeader);
    int boundary = next < 0 ? seen : FrameMarks.beginOfReceipt(bytes, from, next);
    int end = from + declared;
    int endOfCharacters = FrameMarks.endOfCharacters(bytes, from, boundary, declared);
    if (endOfCharacters >= 0 && endOfCharacters != end && readWhole(declared, endOfCharacters)) {
      return;
    }

    int declaredEnd = closedEnd(bytes, from, boundary, end);
    if (declaredEnd < 0) {
      declaredEnd = closedEnd(bytes, from, boundary, endOfCharacters);
    }
    int checksum = FrameMarks.firstChecksum(bytes, from, boundary);
    boolean isLast = next < 0 && isNearEnd;
    if (declaredEnd >= 0 && (checksum < 0 || declaredEnd <= checksum)) {
      rejectWrongChecksum(from, declaredEnd, boundary, isLast);
    } else if (isUnclosed(bytes, from, boundary, end)) {
      rejectTo(
          end + FrameMarks.CRC, Hj212RejectReason.MALFORMED, " Its parameters do not end in &&.");
    } else if (checksum >= 0) {
      rejectTo(
          checksum + FrameMarks.CRC,
          Hj212RejectReason.LENGTH_MISMATCH,
          " It declares " + declared + ", but ends after " + (checksum - from) + " bytes.");
    } else if (isLast && end + FrameMarks.CRC > window.limit()) {
      int to = beforeBlanks(bytes, from, window.limit());
      rejectTo(
          to,
          Hj212RejectReason.TRUNCATED,
          " It declares " + declared + " bytes, of which " + (to - from) + " are here.");
    } else {
      readStretch(
          FrameMarks.HEADER,
          " A header declares " + declared + " bytes, but neither they nor a checksum follow.");
    }
  }

  /** The declared end if it follows the closing {@code &&} of the parameters, or -1. */
  private static int closedEnd(byte[] bytes, int from, int boundary, int end) {
    if (end < 0 || end > boundary || !isClosed(bytes, from, end)) {
      return -1;
    }
    int opening = PacketParser.openingOfParameters(bytes, from, end);
    return opening >= 0 && opening + 7 > end ? -1 : end;
  }

  private static boolean isUnclosed(byte[] bytes, int from, int boundary, int end) {
    int to = end + FrameMarks.CRC;
    return to <= boundary
        && (to == boundary || FrameMarks.isBehindFrame(bytes, to, boundary))
        && closedEnd(bytes, from, boundary, end) < 0
        && ByteText.hexNumber(bytes, end) == Crc16.of(bytes, from, end);
  }

  private void rejectWrongChecksum(int from, int end, int boundary, boolean isLast) {
    byte[] bytes = window.bytes();
    int to = end;
    while (to < boundary && to < end + FrameMarks.CRC && bytes[to] != '\r' && bytes[to] != '\n') {
      to++;
    }
    if (isLast && to == window.limit() && to < end + FrameMarks.CRC) {
      rejectTo(to, Hj212RejectReason.TRUNCATED, " Its checksum is not complete.");
      return;
    }
    rejectTo(
        to,
        Hj212RejectReason.CRC_MISMATCH,
        " It declares "
            + ByteText.decode(bytes, end, to)
            + ", computed is "
            + Crc16.hex(Crc16.of(bytes, from, end))
            + ".");
  }

  private static int beforeBlanks(byte[] bytes, int from, int to) {
    int end = to;
    while (end > from && ByteText.isBlank(bytes[end - 1])) {
      end--;
    }
    return end;
  }

  /** Rejects what stands between the position and {@code to}, all of it in the window. */
  private void rejectTo(int to, Hj212RejectReason reason, String detail) {
    int from = window.position();
    reject(
        window.lineNo(),
        window.offset(),
        to - from,
        reason,
        detail,
        Arrays.copyOfRange(window.bytes(), from, Math.min(to, from + MOST_CONTENT_BYTES)));
    window.skipTo(to);
  }

  private void reject(
      long lineNo,
      long offset,
      long length,
      Hj212RejectReason reason,
      String detail,
      byte[] content) {
    records++;
    kind = Kind.REJECT;
    reject =
        new Hj212Reject(
            records,
            lineNo,
            offset,
            length,
            reason,
            reason.sentence() + detail,
            content,
            receivedAt);
  }

  /**
   * Rejects everything up to the next header, however far away it is, without the blanks and the
   * time of receipt before it.
   *
   * @param known bytes from the position in which no header need be looked for
   */
  private void readStretch(int known, String detail) throws IOException {
    final long lineNo = window.lineNo();
    final long offset = window.offset();
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    long end = offset;
    int ahead = known;
    while (true) {
      int position = window.position();
      // The last bytes can only be judged together with what follows.
      int judged = window.endsAtLimit() ? window.limit() : window.limit() - FrameMarks.HEADER + 1;
      int header = FrameMarks.nextHeader(window, position + ahead, judged);
      boolean isOver = header >= 0 || window.endsAtLimit();
      int to;
      if (header >= 0) {
        to = FrameMarks.beginOfReceipt(window.bytes(), position, header);
      } else if (isOver) {
        to = window.limit();
      } else {
        to = Math.max(position, judged - KEPT);
      }
      int lastOfText = beforeBlanks(window.bytes(), position, to);
      if (lastOfText > position) {
        end = window.offset() + lastOfText - position;
      }
      int copied = isOver ? lastOfText : to;
      keep(content, position, copied);
      window.skipTo(copied);
      if (isOver) {
        break;
      }
      ahead = Math.max(ahead - (to - position), judged - to);
      window.readMore();
    }
    byte[] kept = content.toByteArray();
    int length = (int) Math.min(kept.length, end - offset);
    reject(
        lineNo,
        offset,
        end - offset,
        Hj212RejectReason.NO_FRAME,
        detail,
        length == kept.length ? kept : Arrays.copyOf(kept, length));
  }

  private void keep(ByteArrayOutputStream content, int from, int to) {
    int length = Math.min(to - from, MOST_CONTENT_BYTES - content.size());
    if (length > 0) {
      content.write(window.bytes(), from, length);
    }
  }
}
