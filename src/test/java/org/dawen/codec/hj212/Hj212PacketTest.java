package org.dawen.codec.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a right frame. */
class Hj212PacketTest {
  private static final String TIME = "DataTime=20240208080000;";

  @Test
  void hourDataOfTheStandardIsRead() {
    Hj212Packet packet = packet(Packets.W1);
    assertThat(packet.qn()).isEqualTo("20160801090000001");
    assertThat(packet.st()).isEqualTo("32");
    assertThat(packet.cn()).isEqualTo("2061");
    assertThat(packet.mn()).isEqualTo("010000A8900016F000169DC0");
    assertThat(packet.pnum()).isEqualTo(-1);
    assertThat(packet.pno()).isEqualTo(-1);
    assertThat(packet.isData()).isTrue();
    assertThat(packet.dataTime()).isEqualTo(LocalDateTime.of(2016, 8, 1, 8, 0));
    assertThat(packet.crcDeclared()).isEqualTo(0xB7C1);
    assertThat(packet.groupCount()).isEqualTo(3);
    assertThat(packet.factorCode(2)).isEqualTo("w01018");
    assertThat(packet.unscaledE8(2, Hj212Field.AVG)).isEqualTo(4_010_000_000L);
    assertThat(packet.value(0, Hj212Field.COU)).isEqualByComparingTo("63.0");
    assertThat(packet.hasValue(1, Hj212Field.COU)).isFalse();
    assertThat(packet.value(1, Hj212Field.COU)).isNull();
    assertThat(packet.dataFlag(1)).isEqualTo("N");
    assertThat(packet.extensionFlag(1)).isNull();
    assertThat(packet.otherFields(1)).isNull();
    assertThat(packet.packetFields()).isNull();
    assertThat(packet.fieldCount()).isEqualTo(14);
    assertThat(ReadRecord.accounted(packet)).isEqualTo(14);
  }

  @Test
  void convertedValuesAreRead() {
    Hj212Packet packet = packet(Packets.G1);
    assertThat(packet.groupCount()).isEqualTo(9);
    assertThat(packet.value(0, Hj212Field.ZS_MIN)).isEqualByComparingTo("8.68");
    assertThat(packet.value(0, Hj212Field.ZS_AVG)).isEqualByComparingTo("13.29");
    assertThat(packet.value(0, Hj212Field.ZS_MAX)).isEqualByComparingTo("22.82");
    assertThat(packet.value(5, Hj212Field.AVG)).isEqualByComparingTo("-0.12");
  }

  @Test
  void partsOfASplitPacketArePacketsOfTheirOwn() {
    Hj212Packet packet = packet(Packets.P2);
    assertThat(packet.pnum()).isEqualTo(2);
    assertThat(packet.pno()).isEqualTo(2);
    Hj212Packet swapped =
        packet(Packets.withHead("ST=31;CN=2051;MN=1;PNO=0002;PNUM=0003", TIME + "a-Avg=1"));
    assertThat(swapped.pnum()).isEqualTo(3);
    assertThat(swapped.pno()).isEqualTo(2);
  }

  @Test
  void electricityOf2025IsRead() {
    Hj212Packet packet = packet(Packets.E1);
    assertThat(packet.st()).isEqualTo("44");
    assertThat(packet.value(0, Hj212Field.RTD)).isEqualByComparingTo("220.2");
    assertThat(packet.canonicalCode(1)).isEqualTo("d30105");
  }

  @Test
  void productionConditionsOf2025KeepTheirStates() {
    Hj212Packet packet =
        packet(
            Packets.withHead("ST=45;CN=2011;MN=1;Flag=8", TIME + "p99101-Rtd=St;p99102-Rtd=1.5"));
    assertThat(packet.otherFields(0)).isEqualTo("p99101-Rtd=St");
    assertThat(packet.value(1, Hj212Field.RTD)).isEqualByComparingTo("1.5");
    assertThat(packet.badFieldCount()).isZero();
  }

  @Test
  void fieldsWithoutAFactorStayWithThePacket() {
    Hj212Packet packet = packet(Packets.withParameters(TIME + "RF=1;a21026-Avg=1"));
    assertThat(packet.packetFields()).isEqualTo("RF=1");
    assertThat(packet.groupCount()).isEqualTo(1);
    assertThat(packet.otherFieldCount()).isEqualTo(1);
  }

  @Test
  void codesOf2005AreKeptAsSentBesideThoseOf2017() {
    Hj212Packet packet =
        packet(
            Packets.withHead(
                "ST=32;CN=2011;PW=123456;MN=LD130133000015",
                "DataTime=20160824003817000;B01-Rtd=36.91;011-Rtd=231.0,011-Flag=N"));
    assertThat(packet.qn()).isNull();
    assertThat(packet.factorCode(0)).isEqualTo("B01");
    assertThat(packet.canonicalCode(0)).isEqualTo("w00000");
    assertThat(packet.canonicalCode(1)).isEqualTo("w01018");
    assertThat(packet.dataTime()).isEqualTo(LocalDateTime.of(2016, 8, 24, 0, 38, 17));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ST=31;CN=2061;MN=A001;Flag=5", "ST=31;CN=2061;PW=;MN=A001;Flag=5",
        "MN=A001;PW=123456;CN=2061;ST=31;Flag=5", "ST=31;CN=2061;PW=123456;,MN=A001;FLAG=5",
        "QN=20160801085857534,ST=31,CN=2061,MN=A001,Flag=5", "St=31; cn = 2061 ;mn=A001;flag=5;"
      })
  void headMayBeIncompleteOrInAnotherOrder(String head) {
    Hj212Packet packet = packet(Packets.withHead(head, TIME + "a21026-Avg=1"));
    assertThat(packet.mn()).isEqualTo("A001");
    assertThat(packet.st()).isEqualTo("31");
    assertThat(packet.cn()).isEqualTo("2061");
  }

  @Test
  void missingSemicolonBeforeParametersIsForgiven() {
    Hj212Packet packet = packet(Hj212Frame.format("ST=32;CN=2041;MN=A001;Flag=5CP=&&SB1-RT=1.1&&"));
    assertThat(packet.otherFields(0)).isEqualTo("SB1-RT=1.1");
  }

  @Test
  void ofTwoHeadFieldsOfOneNameTheFirstCounts() {
    Hj212Packet packet =
        packet(Packets.withHead("ST=31;CN=2061;MN=A001;MN=A002;Flag=x;Ver=3", TIME + "a-Avg=1"));
    assertThat(packet.mn()).isEqualTo("A001");
  }

  @Test
  void separatorsMayBeMixedUp() {
    Hj212Packet packet =
        packet(
            Packets.withParameters(
                "DataTime=20240208080000,a21026-Avg=1;a21026-Flag=N,a21002-Avg=2;;a21002-Flag=D,"));
    assertThat(packet.groupCount()).isEqualTo(2);
    assertThat(packet.dataFlag(0)).isEqualTo("N");
    assertThat(packet.dataFlag(1)).isEqualTo("D");
    assertThat(packet.fieldCount()).isEqualTo(4);
  }

  @Test
  void factorSentTwiceMakesTwoGroupsInOrder() {
    Hj212Packet packet =
        packet(
            Packets.withParameters(
                TIME
                    + "w00000-Cou=9,w00000-Avg=1,w00000-Avg=2,w00000-Flag=N;a-Avg=3;w00000-Avg=4"));
    assertThat(packet.groupCount()).isEqualTo(4);
    assertThat(packet.value(0, Hj212Field.AVG)).isEqualByComparingTo("1");
    assertThat(packet.dataFlag(0)).isNull();
    assertThat(packet.value(1, Hj212Field.AVG)).isEqualByComparingTo("2");
    assertThat(packet.dataFlag(1)).isEqualTo("N");
    assertThat(packet.factorCode(3)).isEqualTo("w00000");
    assertThat(packet.value(3, Hj212Field.AVG)).isEqualByComparingTo("4");
  }

  @Test
  void factorIsThePartBeforeTheLastHyphen() {
    Hj212Packet packet = packet(Packets.withParameters(TIME + "x-1-Avg=-5;-Avg=6;y-=7"));
    assertThat(packet.factorCode(0)).isEqualTo("x-1");
    assertThat(packet.value(0, Hj212Field.AVG)).isEqualByComparingTo("-5");
    assertThat(packet.packetFields()).isEqualTo("-Avg=6");
    assertThat(packet.otherFields(1)).isEqualTo("y-=7");
  }

  @Test
  void unknownFactorsFlagsAndSuffixesAreKept() {
    Hj212Packet packet =
        packet(
            Packets.withParameters(
                TIME + "zz9-Avg=1,zz9-Flag=St,zz9-EFlag=A01,zz9-ValidNum=10,zz9-SampleTime=2024"));
    assertThat(packet.canonicalCode(0)).isEqualTo("zz9");
    assertThat(packet.dataFlag(0)).isEqualTo("St");
    assertThat(packet.extensionFlag(0)).isEqualTo("A01");
    assertThat(packet.otherFields(0)).isEqualTo("zz9-ValidNum=10;zz9-SampleTime=2024");
    assertThat(packet.otherFieldCount()).isEqualTo(2);
  }

  @Test
  void namesOfKnownFieldsMayBeInAnyCase() {
    Hj212Packet packet =
        packet(Packets.withParameters("datatime=20240208080000;A18-AVG=4,A18-flag=D"));
    assertThat(packet.value(0, Hj212Field.AVG)).isEqualByComparingTo("4");
    assertThat(packet.dataFlag(0)).isEqualTo("D");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "NA", "—", " "})
  void missingValueIsNoError(String missing) {
    Hj212Packet packet =
        packet(Packets.withParameters(TIME + "a-Avg=" + missing + ",a-Flag=" + missing));
    assertThat(packet.hasValue(0, Hj212Field.AVG)).isFalse();
    assertThat(packet.isMissing(0, Hj212Field.AVG)).isTrue();
    assertThat(packet.isMissing(0, Hj212Field.MIN)).isFalse();
    assertThat(packet.dataFlag(0)).isNull();
    assertThat(packet.missingCount()).isEqualTo(2);
    assertThat(packet.badFieldCount()).isZero();
  }

  @Test
  void badNumberCostsItsFieldOnly() {
    Hj212Packet packet =
        packet(
            Packets.withParameters(TIME + "a-Min=1,a-Avg=1x,a-Max=3;b-Avg=10000000000;c-Rtd=St"));
    assertThat(packet.badFields())
        .containsExactly(
            new BadField("a-Avg", "1x"),
            new BadField("b-Avg", "10000000000"),
            new BadField("c-Rtd", "St"));
    assertThat(packet.hasValue(0, Hj212Field.AVG)).isFalse();
    assertThat(packet.value(0, Hj212Field.MAX)).isEqualByComparingTo("3");
  }

  @Test
  void decimalCommaDoesNotCutANumber() {
    Hj212Packet packet =
        packet(Packets.withParameters(TIME + "a-Avg=1,234,567.5,a-Flag=N;b-Avg=2;5"));
    assertThat(packet.badFields()).containsExactly(new BadField("a-Avg", "1,234,567.5"));
    assertThat(packet.dataFlag(0)).isEqualTo("N");
    assertThat(packet.value(1, Hj212Field.AVG)).isEqualByComparingTo("2");
    assertThat(packet.packetFields()).isEqualTo("5");
    assertThat(packet.fieldCount()).isEqualTo(4);
  }

  @Test
  void textOfALogMayContainSeparators() {
    Hj212Packet packet =
        packet(Packets.withHead("ST=32;CN=3020;MN=1", TIME + "i11001-Info=//清洗;换液,a=b//;PolId=w1"));
    assertThat(packet.otherFields(0)).isEqualTo("i11001-Info=//清洗;换液,a=b//");
    assertThat(packet.packetFields()).isEqualTo("PolId=w1");
    Hj212Packet open = packet(Packets.withHead("ST=32;CN=3020;MN=1", "i11001-Info=//a;b=c"));
    assertThat(open.otherFields(0)).isEqualTo("i11001-Info=//a");
    assertThat(open.packetFields()).isEqualTo("b=c");
  }

  @Test
  void textInChineseEncodingIsDecoded() throws IOException {
    byte[] segment =
        "ST=32;CN=3020;MN=1;CP=&&i11001-Info=//清洗管路//&&".getBytes(Charset.forName("GB18030"));
    byte[] head = String.format("##%04d", segment.length).getBytes(StandardCharsets.US_ASCII);
    byte[] crc = Crc16.hex(Crc16.of(segment)).getBytes(StandardCharsets.US_ASCII);
    java.io.ByteArrayOutputStream frame = new java.io.ByteArrayOutputStream();
    frame.writeBytes(head);
    frame.writeBytes(segment);
    frame.writeBytes(crc);
    Hj212Reader reader = new Hj212Reader(new ByteArrayInputStream(frame.toByteArray()));
    reader.next();
    assertThat(reader.packet().otherFields(0)).isEqualTo("i11001-Info=//清洗管路//");
  }

  @Test
  void nestedAmpersandsAreText() {
    Hj212Packet packet = packet(Packets.withParameters(TIME + "a-Avg=1&&b-Avg=2;c-Avg=3"));
    assertThat(packet.badFields()).containsExactly(new BadField("a-Avg", "1&&b-Avg=2"));
    assertThat(packet.value(1, Hj212Field.AVG)).isEqualByComparingTo("3");
  }

  @ParameterizedTest
  @CsvSource({"20240230080000", "2024023008000", "2024-02-08 08:00", "20240208250000", "x", "''"})
  void timeThatDoesNotExistRejectsThePacket(String time) {
    Hj212Reject reject = reject(Packets.withParameters("DataTime=" + time + ";a-Avg=1"));
    assertThat(reject.reason()).isEqualTo(Hj212RejectReason.BAD_TIME);
    assertThat(reject.detail()).contains("DataTime=" + time);
  }

  @Test
  void valuesWithoutATimeOrWithTwoAreRejected() {
    assertThat(reject(Packets.withParameters("a-Avg=1")).reason())
        .isEqualTo(Hj212RejectReason.BAD_TIME);
    assertThat(
            reject(Packets.withParameters(TIME + "a-Avg=1;DataTime=20240208090000;b-Avg=2"))
                .reason())
        .isEqualTo(Hj212RejectReason.BAD_TIME);
    assertThat(packet(Packets.withParameters(TIME + TIME + "a-Avg=1")).isData()).isTrue();
  }

  @Test
  void clockTenYearsOffIsOnlyATime() {
    assertThat(packet(Packets.withParameters("DataTime=19700101000000;a-Avg=1")).dataTime())
        .isEqualTo(LocalDateTime.of(1970, 1, 1, 0, 0));
  }

  @Test
  void packetWithoutDeviceOrCommandIsRejected() {
    assertThat(reject(Packets.withHead("ST=31;CN=2061", TIME + "a-Avg=1")).reason())
        .isEqualTo(Hj212RejectReason.NO_MN);
    assertThat(reject(Packets.withHead("ST=31;CN=2061;MN=", TIME + "a-Avg=1")).reason())
        .isEqualTo(Hj212RejectReason.NO_MN);
    assertThat(reject(Packets.withHead("ST=31;MN=A001", TIME + "a-Avg=1")).reason())
        .isEqualTo(Hj212RejectReason.MALFORMED);
    assertThat(reject(Hj212Frame.format("ST=31;CN=2061;MN=1;&&a-Avg=1&&")).reason())
        .isEqualTo(Hj212RejectReason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2011", "2031", "2051", "2061"})
  void measuredValuesComeWithFourCommands(String cn) {
    assertThat(packet(Packets.withHead("ST=31;CN=" + cn + ";MN=1", TIME + "a-Avg=1")).isData())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2021", "2041", "2081", "3020", "9014", "9021", "2013", "20611", "206"})
  void otherCommandsArePacketsWithoutData(String cn) {
    Hj212Packet packet = packet(Packets.withHead("ST=31;CN=" + cn + ";MN=1", TIME + "a-Avg=1"));
    assertThat(packet.isData()).isFalse();
    assertThat(packet.cn()).isEqualTo(cn);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "BeginTime=20180518070000,EndTime=20180518070000", "PolId=w01018"})
  void requestsForDataAreNoData(String parameters) {
    Hj212Packet packet = packet(Packets.withParameters(parameters));
    assertThat(packet.isData()).isFalse();
    assertThat(packet.dataTime()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3A7F00C1D2", "q83vEjRWeJCrze8=", "q83vEjRWeJCrze8=="})
  void parametersThatSeemEncryptedAreMalformed(String parameters) {
    assertThat(reject(Packets.withParameters(parameters)).reason())
        .isEqualTo(Hj212RejectReason.MALFORMED);
  }

  @Test
  void packetOfManyFactorsFollowsOneOfFew() throws IOException {
    StringBuilder many = new StringBuilder(TIME);
    for (int i = 0; i < 300; i++) {
      many.append("f").append(i).append("-Avg=").append(i).append(",f").append(i).append("-X=y;");
    }
    String frames = Packets.G2 + Packets.withParameters(many.toString()) + Packets.G2;
    Hj212Reader reader =
        new Hj212Reader(new ByteArrayInputStream(frames.getBytes(StandardCharsets.UTF_8)));
    reader.next();
    reader.next();
    assertThat(reader.packet().groupCount()).isEqualTo(300);
    assertThat(reader.packet().value(299, Hj212Field.AVG)).isEqualByComparingTo("299");
    assertThat(reader.packet().otherFields(299)).isEqualTo("f299-X=y");
    reader.next();
    assertThat(reader.packet().groupCount()).isEqualTo(1);
    assertThat(reader.packet().otherFields(0)).isNull();
    assertThat(reader.packet().hasValue(0, Hj212Field.RTD)).isFalse();
  }

  private static Hj212Packet packet(String frame) {
    return only(frame).packet();
  }

  private static Hj212Reject reject(String frame) {
    return only(frame).reject();
  }

  private static Hj212Reader only(String frame) {
    try {
      Hj212Reader reader =
          new Hj212Reader(new ByteArrayInputStream(frame.getBytes(StandardCharsets.UTF_8)));
      assertThat(reader.next()).isTrue();
      return reader;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
