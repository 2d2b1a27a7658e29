package org.dawen.codec.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where frames begin and end, and what becomes of everything else. */
class Hj212ReaderTest {
  private static final String CRLF = "\r\n";

  @Test
  void emptyStreamHasNoRecords() {
    assertThat(ReadRecord.all("")).isEmpty();
    assertThat(ReadRecord.all("\r\n \t\n")).isEmpty();
  }

  @Test
  void readsEveryKnownFrame() {
    String all =
        String.join(
            CRLF,
            Packets.W1,
            Packets.G1,
            Packets.G2,
            Packets.P1,
            Packets.P2,
            Packets.A1,
            Packets.E1);
    assertThat(ReadRecord.all(all))
        .hasSize(7)
        .allMatch(ReadRecord::isPacket)
        .extracting(ReadRecord::lineNo)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\r\n", "\n", "\r", "\r\n\r\n", " \t\r\n"})
  void framesMayBeGluedTogetherByAnyLineEndOrNone(String glue) {
    assertThat(ReadRecord.all(Packets.G2 + glue + Packets.W1 + glue + Packets.E1 + glue))
        .extracting(ReadRecord::text)
        .containsExactly(Packets.G2, Packets.W1, Packets.E1);
  }

  @Test
  void checksumMayBeLowerCase() {
    assertThat(ReadRecord.all(Packets.W1.replace("B7C1", "b7c1"))).allMatch(ReadRecord::isPacket);
  }

  @Test
  void timeOfReceiptBelongsToTheFrameBehindIt() {
    String log =
        "2024-03-01T09:00:12.345+08:00\t"
            + Packets.W1
            + CRLF
            + "2024-03-01T01:00:13Z\t"
            + Packets.G1
            + CRLF
            + "2024-03-01T09:00:14\t"
            + Packets.G2
            + CRLF
            + Packets.A1
            + CRLF;
    assertThat(ReadRecord.all(log))
        .extracting(ReadRecord::receivedAt)
        .containsExactly(
            "2024-03-01T01:00:12.345Z", "2024-03-01T01:00:13Z", "2024-03-01T01:00:14Z", "null");
  }

  @Test
  void timeOfReceiptMayFollowAFrameOrGarbageDirectly() {
    String log =
        Packets.G2
            + "2024-03-01T01:00:13Z\t"
            + Packets.W1
            + "xyz2024-03-01T01:00:14Z\t"
            + Packets.G1;
    assertThat(ReadRecord.all(log))
        .extracting(ReadRecord::text, ReadRecord::receivedAt)
        .containsExactly(
            tuple(Packets.G2, "null"),
            tuple(Packets.W1, "2024-03-01T01:00:13Z"),
            tuple("xyz", "null"),
            tuple(Packets.G1, "2024-03-01T01:00:14Z"));
  }

  @Test
  void damagedFrameKeepsItsTimeOfReceipt() {
    ReadRecord reject =
        ReadRecord.all("2024-03-01T01:00:13Z\t" + Packets.W1.replace("17.5", "17.6")).get(0);
    assertThat(reject.reason()).isEqualTo(Hj212RejectReason.CRC_MISMATCH);
    assertThat(reject.receivedAt()).isEqualTo("2024-03-01T01:00:13Z");
    assertThat(reject.byteOffset()).isEqualTo(21);
  }

  @Test
  void textThatIsNoTimeBeforeAFrameIsARejectOfItsOwn() {
    List<ReadRecord> records = ReadRecord.all("2024-02-30T01:00:13Z\t" + Packets.W1);
    assertThat(records)
        .extracting(ReadRecord::reason)
        .containsExactly(Hj212RejectReason.NO_FRAME, null);
    assertThat(records.get(0).text()).isEqualTo("2024-02-30T01:00:13Z");
    assertThat(records.get(1).receivedAt()).isEqualTo("null");
  }

  @Test
  void byteOrderMarkIsNoGarbage() {
    assertThat(ReadRecord.all("\uFEFF" + Packets.W1)).allMatch(ReadRecord::isPacket);
    assertThat(reasons(Packets.W1 + "\uFEFF" + Packets.W1))
        .containsExactly(null, Hj212RejectReason.NO_FRAME, null);
  }

  @Test
  void wrongChecksumIsRejectedToItsEnd() {
    List<ReadRecord> records =
        ReadRecord.all(Packets.W1.replace("B7C1", "B7C0") + CRLF + Packets.G2);
    assertThat(records.get(0).reason()).isEqualTo(Hj212RejectReason.CRC_MISMATCH);
    assertThat(records.get(0).byteLength()).isEqualTo(Packets.W1.length());
    assertThat(records.get(0).head())
        .isEqualTo("The CRC does not match the data segment. It declares B7C0, computed is B7C1.");
    assertThat(records.get(1).text()).isEqualTo(Packets.G2);
  }

  @Test
  void checksumOfModbusIsWrong() {
    String segment = Packets.W1.substring(6, Packets.W1.length() - 4);
    assertThat(reasons("##0325" + segment + "3C7A"))
        .containsExactly(Hj212RejectReason.CRC_MISMATCH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0324", "0326", "0320", "0999", "0001", "0000", "0099"})
  void wrongLengthIsRejectedEvenIfTheChecksumMatches(String length) {
    List<ReadRecord> records =
        ReadRecord.all(Packets.W1.replace("##0325", "##" + length) + CRLF + Packets.G2);
    assertThat(records)
        .extracting(ReadRecord::reason)
        .containsExactly(Hj212RejectReason.LENGTH_MISMATCH, null);
    assertThat(records.get(0).byteLength()).isEqualTo(Packets.W1.length());
  }

  @Test
  void lostCharacterIsAWrongLength() {
    assertThat(reasons(Packets.W1.replace("17.5", "1.5") + CRLF + Packets.G2))
        .containsExactly(Hj212RejectReason.LENGTH_MISMATCH, null);
  }

  @Test
  void wrongLengthDoesNotSwallowTheFrameBehindIt() {
    String segment = Packets.W1.substring(6, Packets.W1.length() - 4);
    int spanning = segment.length() + 4 + 2 + 6 + segment.length();
    String both = "##0" + spanning + segment + "B7C1\r\n##0325" + segment;
    String last = Crc16.hex(Crc16.of(both.substring(6).getBytes(StandardCharsets.US_ASCII)));
    // The second checksum is right for the span of both frames, and wrong for its own.
    assertThat(reasons(both + last)).startsWith(Hj212RejectReason.LENGTH_MISMATCH).hasSize(2);
  }

  @Test
  void readerGoesOnAtTheFrameInsideACutOne() {
    List<ReadRecord> records =
        ReadRecord.all(Packets.G1.substring(0, 300) + Packets.W1 + CRLF + Packets.G2);
    assertThat(records)
        .extracting(ReadRecord::reason)
        .containsExactly(Hj212RejectReason.NO_FRAME, null, null);
    assertThat(records.get(0).byteLength()).isEqualTo(300);
    assertThat(records.get(1).text()).isEqualTo(Packets.W1);
  }

  @Test
  void damagedFrameThatContainsAHeaderCostsOnlyItself() {
    String damaged = Packets.W1.replace("Avg=17.5", "Avg=##12");
    assertThat(reasons(damaged + CRLF + Packets.G2))
        .containsExactly(Hj212RejectReason.CRC_MISMATCH, null);
    String withHeader = Packets.W1.replace("w01001-Avg=7.5", "##0123-Avg=7.5");
    assertThat(reasons(withHeader + CRLF + Packets.G2))
        .containsExactly(Hj212RejectReason.NO_FRAME, Hj212RejectReason.LENGTH_MISMATCH, null);
  }

  @Test
  void headerInsideARightFrameIsText() {
    String frame = Packets.withParameters("DataTime=20240208080000;i11001-Info=//##0325 seen//");
    assertThat(ReadRecord.all(frame)).hasSize(1).allMatch(ReadRecord::isPacket);
  }

  @Test
  void oneStretchOfGarbageIsOneReject() {
    List<ReadRecord> records =
        ReadRecord.all("no frame\r\nnor here ## #1\r\n\r\n" + Packets.W1 + "tail\0" + CRLF);
    assertThat(records)
        .extracting(ReadRecord::text)
        .containsExactly("no frame\r\nnor here ## #1", Packets.W1, "tail\0");
    assertThat(records).extracting(ReadRecord::lineNo).containsExactly(1L, 4L, 4L);
    assertThat(records).extracting(ReadRecord::recordNo).containsExactly(1L, 2L, 3L);
  }

  @Test
  void eachHeaderWithoutAFrameIsAReject() {
    assertThat(reasons("##0400QN=1;CP=&&&&\r\n##0400ST=31;CP=&&a-Rtd=0\r\n" + Packets.W1))
        .containsExactly(Hj212RejectReason.NO_FRAME, Hj212RejectReason.NO_FRAME, null);
  }

  @Test
  void thousandsOfHeadersWithoutAFrameAreAHundredRejectsAndOne() throws IOException {
    String headers = "##0005\r\n".repeat(50_000);
    List<ReadRecord> records = ReadRecord.all(headers + Packets.W1 + CRLF + "xyz" + Packets.G2);
    int most = Hj212Reader.MOST_STRETCHES;
    assertThat(records).hasSize(most + 4);
    ReadRecord rest = records.get(most);
    assertThat(rest.recordNo()).isEqualTo(most + 1);
    assertThat(rest.byteOffset()).isEqualTo(8L * most);
    assertThat(rest.byteLength()).isEqualTo(headers.length() - 8L * most - 2);
    assertThat(rest.head()).endsWith("The first of 49900 stretches up to the next frame.");
    ReadRecord frame = records.get(most + 1);
    assertThat(frame.text()).isEqualTo(Packets.W1);
    assertThat(frame.recordNo()).isEqualTo(most + 2);
    assertThat(frame.lineNo()).isEqualTo(50_001);
    assertThat(records.get(most + 2).text()).isEqualTo("xyz");

    String damaged = Packets.W1.replace("17.5", "17.6");
    assertThat(ReadRecord.all(headers + damaged + CRLF + Packets.G2))
        .extracting(ReadRecord::reason)
        .endsWith(Hj212RejectReason.NO_FRAME, Hj212RejectReason.CRC_MISMATCH, null)
        .hasSize(most + 3);
    // The last header might be a frame that the end of the file cuts off.
    assertThat(reasons(headers)).endsWith(Hj212RejectReason.NO_FRAME, Hj212RejectReason.TRUNCATED);
    assertThat(reasons(headers)).hasSize(most + 2);
  }

  @Test
  void everyByteIsCountedOnceThoughStretchesAreJoined() {
    String text = "##0005\r\n".repeat(300) + Packets.W1 + "##0007 ".repeat(300);
    List<ReadRecord> records = ReadRecord.all(text);
    assertThat(records).hasSize(2 * Hj212Reader.MOST_STRETCHES + 4);
    assertThat(records).filteredOn(ReadRecord::isPacket).hasSize(1);
    long at = 0;
    for (ReadRecord record : records) {
      assertThat(text.substring((int) at, (int) record.byteOffset())).isBlank();
      at = record.byteOffset() + record.byteLength();
    }
    assertThat(text.substring((int) at)).isBlank();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 6, 50, 200, 205, 210, 212, 215})
  void frameCutByTheEndIsTruncated(int length) {
    List<ReadRecord> records = ReadRecord.all(Packets.W1 + CRLF + Packets.G2.substring(0, length));
    assertThat(records)
        .extracting(ReadRecord::reason)
        .containsExactly(null, Hj212RejectReason.TRUNCATED);
    assertThat(records.get(1).byteLength()).isEqualTo(length);
  }

  @Test
  void parametersWithoutAnEndAreMalformed() {
    assertThat(reasons(Hj212Frame.format("QN=1;CN=9013;MN=A001") + Packets.W1))
        .containsExactly(Hj212RejectReason.MALFORMED, null);
    assertThat(reasons(Hj212Frame.format("QN=1;CN=9013;MN=A001;CP=&&") + Packets.W1))
        .containsExactly(Hj212RejectReason.MALFORMED, null);
  }

  @Test
  void lengthMayBeCountedInCharactersOfUtf8() {
    String segment = "ST=31;CN=3020;MN=A001;CP=&&i11001-Info=//清洗管路//&&";
    byte[] bytes = segment.getBytes(StandardCharsets.UTF_8);
    String frame =
        "##00" + segment.length() + segment + Crc16.hex(Crc16.of(bytes)) + CRLF + Packets.W1;
    assertThat(bytes.length).isGreaterThan(segment.length());
    assertThat(ReadRecord.all(frame)).hasSize(2).allMatch(ReadRecord::isPacket);
    assertThat(ReadRecord.all(Hj212Frame.format(segment))).allMatch(ReadRecord::isPacket);
    assertThat(reasons(frame.replace("清洗", "清理")))
        .containsExactly(Hj212RejectReason.CRC_MISMATCH, null);
  }

  @Test
  void framesAreReadUpToTheLengthThatFourDigitsDeclare() {
    StringBuilder parameters = new StringBuilder("DataTime=20240208080000");
    while (parameters.length() < 9_900) {
      parameters.append(";a21026-Avg=1");
    }
    String frame = Packets.withParameters(parameters.toString());
    assertThat(frame.substring(2, 6)).startsWith("99");
    assertThat(ReadRecord.all(frame + Packets.W1)).hasSize(2).allMatch(ReadRecord::isPacket);
  }

  @Test
  void declaredBytesThatAreNotThereAreNoFrame() {
    assertThat(reasons("##9999" + "x".repeat(20_000) + CRLF + Packets.W1))
        .containsExactly(Hj212RejectReason.NO_FRAME, null);
  }

  @Test
  void megabytesWithoutAFrameAreOneRejectOfBoundedContent() throws IOException {
    int length = 20_000_000;
    InputStream in =
        new SequenceInputStream(
            Collections.enumeration(
                Arrays.asList(
                    stream(Packets.W1 + CRLF), new Repeated('x', length), stream(Packets.G2))));
    Hj212Reader reader = new Hj212Reader(in);
    reader.next();
    reader.next();
    Hj212Reject reject = reader.reject();
    assertThat(reject.reason()).isEqualTo(Hj212RejectReason.NO_FRAME);
    assertThat(reject.byteOffset()).isEqualTo(Packets.W1.length() + 2);
    assertThat(reject.byteLength()).isEqualTo(length);
    assertThat(reject.content()).hasSize(Hj212Reader.MOST_CONTENT_BYTES).containsOnly('x');
    assertThat(reader.next()).isTrue();
    assertThat(reader.packet().frameText()).isEqualTo(Packets.G2);
    assertThat(reader.next()).isFalse();
  }

  @Test
  void megabytesOfBlanksAreASeparator() throws IOException {
    InputStream in =
        new SequenceInputStream(
            Collections.enumeration(
                Arrays.asList(stream("x"), new Repeated('\n', 3_000_000), stream(Packets.G2))));
    Hj212Reader reader = new Hj212Reader(in);
    reader.next();
    assertThat(reader.reject().byteLength()).isEqualTo(1);
    reader.next();
    assertThat(reader.packet().lineNo()).isEqualTo(3_000_001);
  }

  @Test
  void textInOtherEncodingsIsNoFrame() {
    byte[] wide = Packets.W1.getBytes(StandardCharsets.UTF_16LE);
    assertThat(ReadRecord.all(wide))
        .extracting(ReadRecord::reason)
        .containsExactly(Hj212RejectReason.NO_FRAME);
  }

  @Test
  void bytesThatAreNoHeaderDigitsAreNoFrame() {
    assertThat(reasons("##０３２５" + Packets.W1.substring(6)))
        .containsExactly(Hj212RejectReason.NO_FRAME);
    assertThat(reasons("##")).containsExactly(Hj212RejectReason.TRUNCATED);
    assertThat(reasons("#")).containsExactly(Hj212RejectReason.NO_FRAME);
    assertThat(reasons("####" + Packets.W1)).containsExactly(Hj212RejectReason.NO_FRAME, null);
  }

  @Test
  void duplicatesAreReadEachTime() throws IOException {
    Hj212Reader reader = new Hj212Reader(stream((Packets.W1 + CRLF).repeat(5_000)));
    for (int i = 0; i < 5_000; i++) {
      assertThat(reader.next()).isTrue();
      assertThat(reader.packet().mn()).isEqualTo("010000A8900016F000169DC0");
      assertThat(reader.packet().frameText()).isEqualTo(Packets.W1);
    }
    assertThat(reader.next()).isFalse();
  }

  @Test
  void askingForWhatWasNotReadFails() throws IOException {
    Hj212Reader reader = new Hj212Reader(stream(Packets.W1 + "x"));
    reader.next();
    assertThatThrownBy(reader::reject).isInstanceOf(IllegalStateException.class);
    reader.next();
    assertThatThrownBy(reader::packet).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void segmentTooLongToDeclareIsNotFormatted() {
    assertThatThrownBy(() -> Hj212Frame.format("x".repeat(10_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("10000 bytes")
        .hasMessageContaining("Split it");
  }

  private static List<Hj212RejectReason> reasons(String text) {
    return ReadRecord.all(text).stream().map(ReadRecord::reason).toList();
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** One character again and again, without holding it all. */
  private static final class Repeated extends InputStream {
    private final byte what;
    private int left;

    Repeated(char what, int count) {
      this.what = (byte) what;
      this.left = count;
    }

    @Override
    public int read() {
      return left-- > 0 ? what : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = Math.min(left, length);
      Arrays.fill(into, offset, offset + count, what);
      left -= count;
      return count;
    }
  }
}
