package org.dawen.codec.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold for any bytes. */
class Hj212ReaderPropertiesTest {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  record Factor(String code, Map<Hj212Field, BigDecimal> values, String flag) {
    String format() {
      StringBuilder text = new StringBuilder();
      values.forEach(
          (field, value) ->
              text.append(code)
                  .append('-')
                  .append(field.suffix())
                  .append('=')
                  .append(value.toPlainString())
                  .append(','));
      return text.append(code).append("-Flag=").append(flag).toString();
    }
  }

  @Property(tries = 300)
  void parsingWhatWasFormattedGivesTheSamePacket(
      @ForAll("devices") String mn,
      @ForAll("times") LocalDateTime time,
      @ForAll("factors") List<Factor> factors)
      throws IOException {
    StringBuilder parameters = new StringBuilder("DataTime=" + TIME.format(time));
    factors.forEach(factor -> parameters.append(';').append(factor.format()));
    Hj212Reader reader =
        reader(bytes(Packets.withHead("ST=31;CN=2061;PW=123456;MN=" + mn, parameters.toString())));

    assertThat(reader.next()).isTrue();
    Hj212Packet packet = reader.packet();
    assertThat(packet.mn()).isEqualTo(mn);
    assertThat(packet.dataTime()).isEqualTo(time);
    assertThat(packet.groupCount()).isEqualTo(factors.size());
    for (int group = 0; group < factors.size(); group++) {
      Factor factor = factors.get(group);
      assertThat(packet.factorCode(group)).isEqualTo(factor.code);
      assertThat(packet.dataFlag(group)).isEqualTo(factor.flag);
      for (Hj212Field field : Hj212Field.values()) {
        BigDecimal value = factor.values.get(field);
        assertThat(packet.hasValue(group, field)).isEqualTo(value != null);
        if (value != null) {
          assertThat(packet.value(group, field)).isEqualByComparingTo(value);
        }
      }
    }
    assertThat(reader.next()).isFalse();
  }

  @Property(tries = 400)
  void everyByteIsAccountedFor(@ForAll("streams") byte[] stream) throws IOException {
    Hj212Reader reader = reader(stream);
    long at = 0;
    long ordinal = 0;
    while (reader.next()) {
      ReadRecord record = ReadRecord.of(reader);
      assertThat(record.recordNo()).isEqualTo(++ordinal);
      assertThat(record.byteOffset()).isGreaterThanOrEqualTo(at);
      assertThat(record.byteLength()).isPositive();
      assertThat(separated(stream, at, record.byteOffset()))
          .matches("\uFEFF?\\s*(\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|\\+08:00)?\t)?");
      assertThat(record.lineNo()).isEqualTo(1 + lineFeeds(stream, record.byteOffset()));
      if (record.isPacket()) {
        checkFields(reader.packet());
        assertThat(reader.packet().frameBytes()).isEqualTo(cut(stream, record));
      } else {
        assertThat(reader.reject().content()).isEqualTo(cut(stream, record));
      }
      at = record.byteOffset() + record.byteLength();
    }
    assertThat(separated(stream, at, stream.length)).matches("\uFEFF?\\s*");
  }

  private static void checkFields(Hj212Packet packet) {
    int missing = 0;
    int others = packet.packetFields() == null ? 0 : packet.packetFields().split(";").length;
    for (int group = 0; group < packet.groupCount(); group++) {
      for (Hj212Field field : Hj212Field.values()) {
        missing += packet.isMissing(group, field) ? 1 : 0;
      }
      String other = packet.otherFields(group);
      others += other == null ? 0 : other.split(";").length;
    }
    assertThat(packet.otherFieldCount()).isEqualTo(others);
    assertThat(packet.missingCount()).isGreaterThanOrEqualTo(missing);
    assertThat(packet.badFieldCount()).isEqualTo(packet.badFields().size());
    assertThat(packet.fieldCount()).isEqualTo(ReadRecord.accounted(packet));
  }

  @Property(tries = 400)
  void anyParametersAreAccountedFor(@ForAll("parameters") String parameters) throws IOException {
    Hj212Reader reader = reader(bytes(Packets.withHead("ST=31;CN=9999;MN=1", parameters)));
    assertThat(reader.next()).isTrue();
    // What looks like the end of a frame with another behind it counts as one: a wrong length must
    // not swallow the frames in between.
    boolean holdsAnEnd = ("&&" + parameters).matches(".*&&\\p{XDigit}{4}##.*");
    assertThat(reader.kind())
        .isEqualTo(holdsAnEnd ? Hj212Reader.Kind.REJECT : Hj212Reader.Kind.PACKET);
    Assume.that(!holdsAnEnd);
    Hj212Packet packet = reader.packet();
    assertThat(packet.fieldCount()).isEqualTo(ReadRecord.accounted(packet));
    long named =
        List.of(parameters.split("[;,]")).stream()
            .filter(field -> field.contains("=") && !field.matches("\\s*DataTime\\s*=.*"))
            .count();
    long nameless =
        List.of(parameters.split("[;,]")).stream()
            .filter(field -> !field.contains("=") && !field.isBlank())
            .count();
    assertThat((long) packet.fieldCount()).isBetween(named, named + nameless);
  }

  /** Every bit of every known frame, between two others. */
  @Example
  void flippingAnyBitIsCaughtOrHarmless() {
    for (String frame :
        List.of(
            Packets.W1, Packets.G1, Packets.G2, Packets.P1, Packets.P2, Packets.A1, Packets.E1)) {
      byte[] stream = bytes(frame + "\r\n" + Packets.G2 + "\r\n");
      for (int bit = 0; bit < (frame.length() + 2) * 8; bit++) {
        stream[bit / 8] ^= (byte) (1 << bit % 8);
        List<ReadRecord> records = ReadRecord.all(stream);
        for (ReadRecord record : records) {
          assertThat(
                  !record.isPacket()
                      || isSame(record.text(), frame)
                      || record.text().equals(Packets.G2))
              .as("bit %d of %s", bit, frame)
              .isTrue();
        }
        assertThat(records.get(records.size() - 1).text())
            .as("frame behind bit %d of %s", bit, frame)
            .isEqualTo(Packets.G2);
        assertThat(records).as("bit %d of %s", bit, frame).hasSizeLessThanOrEqualTo(3);
        stream[bit / 8] ^= (byte) (1 << bit % 8);
      }
    }
  }

  private static boolean isSame(String read, String sent) {
    int checksum = sent.length() - 4;
    return read.length() == sent.length()
        && read.startsWith(sent.substring(0, checksum))
        && read.substring(checksum).equalsIgnoreCase(sent.substring(checksum));
  }

  @Property(tries = 200)
  void splittingTheStreamIntoReadsOfAnySizeChangesNothing(
      @ForAll("streams") byte[] stream, @ForAll Random random) {
    List<ReadRecord> whole = ReadRecord.all(stream);
    assertThat(ReadRecord.all(new Dribble(stream, random, 7))).isEqualTo(whole);
    assertThat(ReadRecord.all(new Dribble(stream, random, 400))).isEqualTo(whole);
  }

  /** Streams longer than the window of the reader, so that it has to move its bytes. */
  @Property(tries = 8)
  void splittingALongStreamChangesNothing(
      @ForAll("streams") byte[] head, @ForAll("streams") byte[] tail, @ForAll Random random)
      throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    while (stream.size() < 700_000) {
      stream.write(head);
      stream.write("x".repeat(random.nextInt(60_000)).getBytes(StandardCharsets.US_ASCII));
      stream.write(tail);
      stream.write(" ".repeat(random.nextInt(3_000)).getBytes(StandardCharsets.US_ASCII));
    }
    List<ReadRecord> whole = ReadRecord.all(stream.toByteArray());
    assertThat(ReadRecord.all(new Dribble(stream.toByteArray(), random, 5_000))).isEqualTo(whole);
  }

  @Provide
  Arbitrary<String> devices() {
    return Arbitraries.strings()
        .withCharRange('0', '9')
        .withCharRange('A', 'F')
        .ofMinLength(1)
        .ofMaxLength(24);
  }

  @Provide
  Arbitrary<LocalDateTime> times() {
    return Arbitraries.longs()
        .between(0, 4_102_444_799L) // 1970 to 2099: a clock beyond is a reject
        .map(second -> LocalDateTime.ofEpochSecond(second, 0, java.time.ZoneOffset.UTC));
  }

  @Provide
  Arbitrary<List<Factor>> factors() {
    Arbitrary<String> codes =
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .withCharRange('0', '9')
            .ofMinLength(1)
            .ofMaxLength(8);
    Arbitrary<BigDecimal> numbers =
        Arbitraries.bigDecimals()
            .between(new BigDecimal("-9999999999"), new BigDecimal("9999999999"))
            .ofScale(8);
    Arbitrary<Map<Hj212Field, BigDecimal>> values =
        Arbitraries.maps(Arbitraries.of(Hj212Field.class), numbers)
            .ofMinSize(1)
            .ofMaxSize(9)
            .map(EnumMap::new);
    Arbitrary<String> flags = Arbitraries.of("N", "F", "M", "S", "D", "C", "T", "B", "x9");
    return Combinators.combine(codes, values, flags)
        .as(Factor::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .uniqueElements(Factor::code);
  }

  @Provide
  Arbitrary<String> parameters() {
    return Arbitraries.of(
            "a-Avg",
            "b-Min",
            "a-Flag",
            "b-EFlag",
            "c-X",
            "RF",
            "DataTime",
            "",
            "-Avg",
            "=",
            "=",
            "=",
            ";",
            ";",
            ",",
            ",",
            "1",
            "2.5",
            "-",
            "NA",
            "N",
            "St",
            " ",
            "&",
            "&&",
            "清",
            "20240208080000",
            "1e5",
            "#")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  /** Frames, right and damaged, receipts, garbage and pieces of frames. */
  @Provide
  Arbitrary<byte[]> streams() {
    Arbitrary<byte[]> frames =
        Arbitraries.of(Packets.W1, Packets.G1, Packets.G2, Packets.P1, Packets.A1, Packets.E1)
            .map(Hj212ReaderPropertiesTest::bytes);
    Arbitrary<byte[]> damaged =
        Combinators.combine(frames, Arbitraries.integers().between(0, 749), Arbitraries.bytes())
            .as(Hj212ReaderPropertiesTest::damage);
    Arbitrary<byte[]> cut =
        Combinators.combine(frames, Arbitraries.integers().between(0, 749))
            .as((frame, at) -> java.util.Arrays.copyOf(frame, at % frame.length));
    Arbitrary<byte[]> marks =
        Arbitraries.of(
                "\r\n",
                "\r\n",
                "\n",
                "##",
                "#",
                "##0325",
                "##9999",
                "&&",
                "&&B7C1",
                "\t",
                " ",
                "2024-03-01T09:00:12.345+08:00\t",
                "2024-03-01T01:00:12Z\t",
                "2024-03-01T09:00\t",
                "2024-03-01",
                "\uFEFF",
                "\0",
                "清洗",
                "CP=&&",
                "0325")
            .map(Hj212ReaderPropertiesTest::bytes);
    Arbitrary<byte[]> garbage = Arbitraries.bytes().array(byte[].class).ofMaxSize(80);
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(4, frames),
            net.jqwik.api.Tuple.of(2, damaged),
            net.jqwik.api.Tuple.of(2, cut),
            net.jqwik.api.Tuple.of(6, marks),
            net.jqwik.api.Tuple.of(1, garbage))
        .list()
        .ofMaxSize(16)
        .map(Hj212ReaderPropertiesTest::join);
  }

  private static byte[] damage(byte[] frame, int at, byte by) {
    byte[] damaged = frame.clone();
    damaged[at % frame.length] = by;
    return damaged;
  }

  private static byte[] join(List<byte[]> pieces) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    pieces.forEach(joined::writeBytes);
    return joined.toByteArray();
  }

  private static byte[] cut(byte[] stream, ReadRecord record) {
    int from = (int) record.byteOffset();
    return java.util.Arrays.copyOfRange(stream, from, from + (int) record.byteLength());
  }

  private static String separated(byte[] stream, long from, long to) {
    return new String(stream, (int) from, (int) (to - from), StandardCharsets.UTF_8);
  }

  private static long lineFeeds(byte[] stream, long to) {
    long count = 0;
    for (int i = 0; i < to; i++) {
      count += stream[i] == '\n' ? 1 : 0;
    }
    return count;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Hj212Reader reader(byte[] stream) {
    return new Hj212Reader(new ByteArrayInputStream(stream));
  }

  /** Hands out a few bytes at a time, sometimes none. */
  private static final class Dribble extends InputStream {
    private final byte[] bytes;
    private final Random random;
    private final int most;
    private int at;

    Dribble(byte[] bytes, Random random, int most) {
      this.bytes = bytes;
      this.random = random;
      this.most = most;
    }

    @Override
    public int read() {
      return at < bytes.length ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (at == bytes.length) {
        return -1;
      }
      int count = Math.min(Math.min(length, random.nextInt(most + 1)), bytes.length - at);
      System.arraycopy(bytes, at, into, offset, count);
      at += count;
      return count;
    }
  }
}
