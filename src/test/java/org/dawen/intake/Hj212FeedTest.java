package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dawen.codec.hj212.Hj212Frame;
import org.dawen.lake.Table;
import org.dawen.lake.TestRows;
import org.dawen.run.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets without Spark: which values are taken, and what weighs when a file is held back. */
class Hj212FeedTest {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private record Reading(FileAccount account, List<Reject> rejects, List<String> rows) {
    List<String> reasons() {
      return rejects.stream().map(r -> r.field() + " " + r.reason()).toList();
    }
  }

  private static Reading read(String text) throws IOException {
    return read(Table.of(ReceivedHj212.class), text);
  }

  private static Reading read(Table table, String text) throws IOException {
    LandingFile file = file();
    Emitter rejects = Emitter.ofSurvey(file);
    run(file, text, rejects, new ArrayList<>());
    FileAccount account = rejects.account("", "UTF-8");
    assertThat(account.addsUp()).isTrue();
    List<String> rows = new ArrayList<>();
    run(file, text, Emitter.ofRows(file, table), rows);
    return new Reading(account, rejects.ready().stream().map(Reject.class::cast).toList(), rows);
  }

  private static LandingFile file() {
    return LandingFile.of("hj212/a.txt", "hj212", "", 0);
  }

  private static void run(LandingFile file, String text, Emitter out, List<String> rows)
      throws IOException {
    RecordCursor cursor =
        new Hj212Feed(List.of("2061", "2011"), PacketParameters.of(Settings.shipped()))
            .open(
                file,
                StandardCharsets.UTF_8,
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    while (cursor.advance(out)) {
      while (!out.isSurvey() && !out.ready().isEmpty()) {
        TestRows.listed((Record) out.ready().poll()).forEach(f -> rows.add(shown(f)));
      }
    }
  }

  private static String shown(Map<String, String> row) {
    StringBuilder text = new StringBuilder(row.get("factor_code"));
    row.forEach(
        (name, cell) -> {
          if (name.endsWith("_value") && cell != null) {
            text.append(' ').append(name).append('=');
            text.append(new BigDecimal(cell).stripTrailingZeros());
          }
        });
    return text.append(" flag=").append(row.get("data_flag")).toString();
  }

  @Test
  void noiseStationsHaveATableOfTheirOwn() throws IOException {
    String hour =
        "##0194QN=20240308090012345;ST=23;CN=2061;PW=123456;MN=370900N0000000000000001A;Flag=5;"
            + "CP=&&DataTime=20240308080000;L10-Data=58.4;L50-Data=54.1;L90-Data=49.7;"
            + "LMx-Data=78.2;LMn-Data=45.3;Leq-Data=55.6&&EB01\r\n";
    String asPrinted =
        "##0123QN=20160801085857223;ST=23;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=5;"
            + "CP=&&DataTime=20160801085857; LA-Rtd=50.1&&1E00\r\n";
    Reading noise = read(Table.of(ReceivedNoisePacket.class), hour + asPrinted);
    assertThat(noise.reasons()).isEmpty();
    assertThat(noise.rows())
        .containsExactly(
            "L10 flag=null",
            "L50 flag=null",
            "L90 flag=null",
            "LMx flag=null",
            "LMn flag=null",
            "Leq flag=null",
            "LA rtd_value=50.1 flag=null");
    assertThat(read(hour + asPrinted).rows()).isEmpty();
  }

  @Test
  void levelsThatAreNoneAreRejectedAndNamed() throws IOException {
    String fields =
        "Leq-Data=-55.0;L10-Data=3.7E+23;L50-Data=abc;L90-Data=null;LMx-Avg=5;LMn-Data=45.3;"
            + "Ld-DayData=999.9";
    Reading noise =
        read(
            Table.of(ReceivedNoisePacket.class),
            Hj212Frame.format(
                "ST=23;CN=2061;PW=123456;MN=N1;Flag=5;CP=&&DataTime=20240308080000;%s&&"
                    .formatted(fields)));
    assertThat(noise.reasons())
        .containsExactly(
            "Leq-Data IMPOSSIBLE_VALUE",
            "L10-Data IMPOSSIBLE_VALUE",
            "L50-Data BAD_NUMBER",
            "LMx-Avg IMPOSSIBLE_VALUE",
            "Ld-DayData IMPOSSIBLE_VALUE");
  }

  private static String packet(int hour, String fields) {
    return Hj212Frame.format(
        "QN=2024030109%02d05001;ST=31;CN=2061;PW=123456;MN=A001;Flag=5;CP=&&DataTime=20240301%02d0000;%s&&"
            .formatted(hour, hour, fields));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9999",
        "9999.0",
        "9.999E3",
        "99999",
        "99999.9",
        "999.9",
        "999999",
        "65535",
        "-9999",
        "99999808",
        "5000000"
      })
  void aCodeForNoValueIsRejectedAndTheRestOfThePacketTaken(String code) throws IOException {
    Reading r =
        read(
            packet(
                8,
                "a21026-Min=17,a21026-Avg=%s,a21026-Max=20,a21026-ZsAvg=19,a21026-Flag=N"
                    .formatted(code)));
    assertThat(r.reasons()).containsExactly("a21026-Avg IMPOSSIBLE_VALUE");
    assertThat(r.account().values()).isEqualTo(5);
    assertThat(r.account().receivedValues()).isEqualTo(4);
    assertThat(r.rows())
        .containsExactly("a21026 min_value=17 max_value=2E+1 zs_avg_value=19 flag=N");
  }

  @Test
  void everyFieldOfAFactorIsHeldAgainstTheCodes() throws IOException {
    Reading r =
        read(
            packet(
                8,
                "a21026-Min=9999,a21026-Avg=9999,a21026-Max=9999,a21026-ZsMin=9999,"
                    + "a21026-ZsAvg=9999,a21026-ZsMax=9999,a21026-Rtd=9999,a21026-ZsRtd=9999,"
                    + "a21026-Cou=9999,a21026-Flag=N"));
    assertThat(r.account().rejectedValues()).isEqualTo(9);
    assertThat(r.rows()).containsExactly("a21026 flag=N");
  }

  @Test
  void boundsOfAnItemHoldForWhatWasMeasuredAlone() throws IOException {
    Reading r =
        read(
            packet(
                8,
                "a19001-Avg=26,a19001-Flag=N;a01014-Avg=101;w01001-Avg=99;S01-Avg=23.46;"
                    + "a21026-ZsAvg=150000,a21026-Cou=150000;a00000-Avg=508166.63"));
    assertThat(r.reasons())
        .containsExactly(
            "a19001-Avg IMPOSSIBLE_VALUE",
            "a01014-Avg IMPOSSIBLE_VALUE",
            "w01001-Avg IMPOSSIBLE_VALUE");
    assertThat(r.rejects().get(0).detail())
        .isEqualTo(
            "the number is a code for no value, or more than can be measured: a19001-Avg is '26',"
                + " above 25, the most that can be measured");
  }

  @Test
  void aConvertedMeanMayBeLargeButNoHeavierThanTheGas() throws IOException {
    Reading r =
        read(
            packet(
                8,
                "a21026-ZsMin=1000000,a21026-ZsAvg=1000000.1,a21026-ZsMax=1000000000,"
                    + "a21026-ZsRtd=5000000,a21026-Flag=N"));
    assertThat(r.reasons())
        .containsExactlyInAnyOrder(
            "a21026-ZsAvg IMPOSSIBLE_VALUE",
            "a21026-ZsMax IMPOSSIBLE_VALUE",
            "a21026-ZsRtd IMPOSSIBLE_VALUE");
    assertThat(r.rows()).containsExactly("a21026 zs_min_value=1E+6 flag=N");
  }

  /** The time of electricity is the end of its interval, that of pollutants the beginning. */
  @Test
  void electricityOfMidnightBelongsToTheDayBefore() throws IOException {
    String midnight =
        "QN=20240302000005001;ST=%s;CN=2011;PW=123456;MN=A001;Flag=5;CP=&&DataTime=20240302000000;%s&&";
    String electricity = Hj212Frame.format(midnight.formatted("44", "d20107-Rtd=10"));
    String smoke = Hj212Frame.format(midnight.formatted("31", "a21026-Rtd=10"));
    assertThat(daysOf(electricity, ReceivedPowerPacket.class)).isEqualTo("2024-03-01");
    assertThat(daysOf(smoke, ReceivedHj212.class)).isEqualTo("2024-03-02");
  }

  private static String daysOf(String packet, Class<? extends Record> type) throws IOException {
    LandingFile file = file();
    Emitter out = Emitter.ofRows(file, Table.of(type));
    RecordCursor cursor =
        new Hj212Feed(List.of("2061", "2011"), PacketParameters.of(Settings.shipped()))
            .open(
                file,
                StandardCharsets.UTF_8,
                new ByteArrayInputStream(packet.getBytes(StandardCharsets.UTF_8)));
    while (cursor.advance(out)) {
      // until the end
    }
    String day = TestRows.cells((Record) out.ready().poll()).get("data_day");
    assertThat(out.account("", "UTF-8").days(Table.of(type)).toString()).isEqualTo(day);
    return day;
  }

  @Test
  void aRegisterOfAnElectricityPacketMayShowNines() throws IOException {
    Reading r =
        read(
            Table.of(ReceivedPowerPacket.class),
            Hj212Frame.format(
                "QN=20240301090005001;ST=44;CN=2011;PW=123456;MN=A001;Flag=5;CP=&&"
                    + "DataTime=20240301080000;d20801-Rtd=999999.99;d20101-Rtd=65535;"
                    + "d20701-Rtd=9999;d30401-Rtd=12.5&&"));
    assertThat(r.reasons())
        .containsExactly("d20101-Rtd IMPOSSIBLE_VALUE", "d20701-Rtd IMPOSSIBLE_VALUE");
    assertThat(r.rows())
        .containsExactly(
            "d20801 rtd_value=999999.99 flag=null",
            "d20101 flag=null",
            "d20701 flag=null",
            "d30401 rtd_value=12.5 flag=null");
  }

  /** 99,999 kW would not fit where the shipped mapping has a register of any size. */
  @Test
  void whatAnElectricityPacketMayShowFollowsTheMappingOfItsParameters() throws IOException {
    PacketParameters swapped =
        PacketParameters.of(
            Settings.shipped()
                .with(
                    Map.of(
                        "power.packet_parameters.power_kw", "08",
                        "power.packet_parameters.register_kwh", "07")));
    assertThat(swapped.quantity("08")).isEqualTo("power");
    assertThat(swapped.quantity("07")).isEqualTo("register");
    assertThat(swapped.quantity("03")).isEqualTo("voltage");
    assertThat(swapped.quantity("55")).as("unknown").isEqualTo("register");
    String packet =
        Hj212Frame.format(
            "QN=20240301090005001;ST=44;CN=2011;PW=123456;MN=A001;Flag=5;CP=&&"
                + "DataTime=20240301080000;d20801-Rtd=123456789;d20701-Rtd=123456789&&");
    LandingFile file = file();
    Emitter out = Emitter.ofRows(file, Table.of(ReceivedPowerPacket.class));
    RecordCursor cursor =
        new Hj212Feed(List.of("2011"), swapped)
            .open(
                file,
                StandardCharsets.UTF_8,
                new ByteArrayInputStream(packet.getBytes(StandardCharsets.UTF_8)));
    while (cursor.advance(out)) {
      // until the end
    }
    List<Map<String, String>> rows =
        out.ready().stream().flatMap(r -> TestRows.listed((Record) r).stream()).toList();
    assertThat(rows).extracting(r -> r.get("factor_code")).containsExactly("d20801", "d20701");
    assertThat(rows.get(0).get("rtd_value")).as("no meter has such a power").isNullOrEmpty();
    assertThat(rows.get(1).get("rtd_value")).startsWith("123456789");
  }

  @Test
  void oneFactorInTwoCasesIsOneFactor() throws IOException {
    Reading r = read(packet(8, "A21026-Avg=60,a21026-flag=n;S01-avg=7,s01-FLAG=N"));
    assertThat(r.rows())
        .containsExactly("a21026 avg_value=6E+1 flag=n", "a19001 avg_value=7 flag=N");
  }

  @Test
  void bytesBetweenFramesDoNotHoldAFileBack() throws IOException {
    String cut = packet(7, "a21026-Avg=1,a21026-Flag=N").substring(0, 90);
    String text =
        "#"
            + packet(1, "a21026-Avg=1").strip()
            + "##"
            + packet(2, "a21026-Avg=1").strip()
            + cut
            + packet(3, "a21026-Avg=1").strip()
            + cut
            + "##0005"
            + packet(4, "a21026-Avg=1").strip()
            + " noise ";
    Reading r = read(text);
    assertThat(r.account().accepted()).isEqualTo(4);
    assertThat(r.account().rejects()).isGreaterThan(4);
    assertThat(r.account().strays()).isEqualTo(r.account().rejects());
    assertThat(r.account().isHeldBack(HALF)).isFalse();
    assertThat(r.rejects().get(0).detail())
        .isEqualTo("No frame stands here. (1 bytes from byte 0)");
  }

  @Test
  void damagedFramesStillHoldAFileBack() throws IOException {
    String damaged = packet(1, "a21026-Avg=1").replace("Avg=1", "Avg=2");
    FileAccount account =
        read(damaged + damaged.replace("Avg=2", "Avg=3") + packet(2, "a21026-Avg=1")).account();
    assertThat(account.strays()).isZero();
    assertThat(account.isHeldBack(HALF)).isTrue();
  }

  @Test
  void aFileWithoutAnyFrameIsHeldBack() throws IOException {
    FileAccount account = read("no frame here, ##0005 nor here").account();
    assertThat(account.hasNoFrame()).isTrue();
    assertThat(account.isHeldBack(HALF)).isTrue();
  }

  @Test
  void packetsAreFoundAgainByTheirNumbers() throws IOException {
    String first =
        Hj212Frame.format("QN=1;ST=31;CN=2061;MN=A;CP=&&DataTime=20240301000000;a21026-Avg=1&&");
    String second =
        Hj212Frame.format("QN=2;ST=31;CN=2061;MN=A;CP=&&DataTime=20240301010000;a21026-Avg=2&&");
    byte[] file = (first + "noise\n" + second).getBytes(StandardCharsets.UTF_8);
    Hj212Feed feed = new Hj212Feed(List.of("2061"), PacketParameters.of(Settings.shipped()));
    // The noise between them is a record, too, but no packet.
    assertThat(
            feed.find(StandardCharsets.UTF_8, new ByteArrayInputStream(file), Set.of(2L, 3L, 9L)))
        .containsExactly(Map.entry(3L, new FeedReader.FoundRecord(3, second.strip())));
  }
}
