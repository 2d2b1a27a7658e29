package org.dawen.codec.gb17691;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Frames that others decoded by hand: all of them give the values noted beside them. */
class SharedFramesTest {
  private static final Map<String, Signal> SIGNALS =
      Map.ofEntries(
          Map.entry("speed_kmh", Signal.SPEED),
          Map.entry("baro_kpa", Signal.PRESSURE),
          Map.entry("net_torque_pct", Signal.TORQUE),
          Map.entry("friction_torque_pct", Signal.FRICTION),
          Map.entry("rpm", Signal.RPM),
          Map.entry("fuel_l_h", Signal.FUEL),
          Map.entry("nox_up_ppm", Signal.NOX_UP),
          Map.entry("nox_down_ppm", Signal.NOX_DOWN),
          Map.entry("reagent_pct", Signal.REAGENT),
          Map.entry("intake_kg_h", Signal.AIR),
          Map.entry("scr_in_c", Signal.SCR_IN),
          Map.entry("scr_out_c", Signal.SCR_OUT),
          Map.entry("dpf_kpa", Signal.DPF),
          Map.entry("coolant_c", Signal.COOLANT),
          Map.entry("tank_pct", Signal.TANK),
          Map.entry("lon", Signal.LONGITUDE),
          Map.entry("lat", Signal.LATITUDE),
          Map.entry("odo_km", Signal.ODOMETER));
  private static final Map<String, DataUnitLayout> LAYOUTS =
      Map.of(
          "time,{type,serial,body}", DataUnitLayout.TYPED_SERIALS,
          "time,serial,{type,body,sig}", DataUnitLayout.SIGNED_BLOCKS,
          "time,serial,{type,time,body,sig}", DataUnitLayout.TIME_PER_BLOCK);

  private static JsonNode recordings() throws IOException {
    try (InputStream in = SharedFramesTest.class.getResourceAsStream("/gb17691/frames.json")) {
      return new ObjectMapper().readTree(in);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyFrameDecodesToItsGivenValues() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode r : recordings()) {
      if (r.has("decoded")) {
        tests.add(DynamicTest.dynamicTest(r.get("name").asText(), () -> check(r)));
      } else {
        r.get("frames")
            .forEach(
                f -> tests.add(DynamicTest.dynamicTest(r.get("name").asText(), () -> check(f))));
      }
    }
    assertThat(tests).hasSize(8);
    return tests.stream();
  }

  private static void check(JsonNode recording) throws IOException {
    byte[] bytes = HexFormat.of().parseHex(recording.get("hex").asText());
    JsonNode expected = recording.get("decoded");
    FrameSource frames = new BinaryFrames(new ByteArrayInputStream(bytes));
    assertThat(frames.next()).isTrue();
    assertThat(frames.fault()).isNull();
    assertThat(frames.command()).isEqualTo(expected.get("cmd").asInt());
    assertThat(Vin.text(frames.bytes(), 3)).isEqualTo(expected.get("vin").asText());
    assertThat(frames.encryption()).isEqualTo(expected.get("enc").asInt());
    assertThat(frames.length()).isEqualTo(expected.get("total").asInt());
    DataUnit unit = new DataUnit();
    assertThat(unit.read(frames.bytes(), 0, frames.length())).isNull();
    JsonNode data = expected.get("data");
    assertThat(VehicleTime.civil(unit.time()))
        .isEqualTo(data.get("time").asText().replace(' ', 'T'));
    if (data.has("layout")) {
      assertThat(unit.layout()).isEqualTo(LAYOUTS.get(data.get("layout").asText()));
      assertThat(unit.blocks()).isEqualTo(data.get("blocks").size());
      for (int i = 0; i < unit.blocks(); i++) {
        checkBlock(frames.bytes(), unit, i, data.get("blocks").get(i));
      }
    }
    assertThat(frames.next()).isFalse();
  }

  private static void checkBlock(byte[] b, DataUnit unit, int i, JsonNode block) {
    assertThat(unit.type(i)).isEqualTo(block.get("type").asInt());
    if (block.has("flow")) {
      assertThat(block.get("flow").size()).isEqualTo(SIGNALS.size() + 1);
      SIGNALS.forEach(
          (name, signal) -> {
            BigDecimal given = new BigDecimal(block.get("flow").get(name).asText());
            assertThat(
                    signal
                        .physical(b, unit.body(i))
                        .setScale(Math.max(1, given.scale()), java.math.RoundingMode.HALF_EVEN))
                .as(name)
                .isEqualByComparingTo(given);
          });
      assertThat(b[unit.body(i) + StreamBody.POSITION_STATUS])
          .isEqualTo((byte) block.get("flow").get("gps_status").asInt());
    } else {
      JsonNode obd = block.get("obd");
      ObdInfo info = ObdInfo.read(b, unit.body(i));
      assertThat(info.protocol()).isEqualTo(obd.get("protocol").asInt());
      int mil = obd.get("mil").asInt();
      assertThat(info.isMilOn()).isEqualTo(mil > 1 ? null : (Boolean) (mil == 1));
      assertThat(info.support()).isEqualTo(obd.get("support").asText());
      assertThat(info.readiness()).isEqualTo(obd.get("ready").asText());
      assertThat(info.vin()).isEqualTo(obd.get("vin").asText());
      assertThat(info.calid()).isEqualTo(obd.get("calid").asText());
      assertThat(info.cvn()).isEqualTo(obd.get("cvn").asText());
      assertThat(info.troubleCodeCount()).isEqualTo(obd.get("dtc_count").asInt());
    }
  }

  @Test
  void theStreamWithTheStartMarkInsideABodyGivesItsThreeFrames() throws IOException {
    for (JsonNode r : recordings()) {
      if (r.has("frames")) {
        byte[] stream = HexFormat.of().parseHex(r.get("hex").asText());
        FrameSource frames = new BinaryFrames(new ByteArrayInputStream(stream));
        List<String> found = new ArrayList<>();
        while (frames.next()) {
          assertThat(frames.fault()).isNull();
          found.add(
              HexFormat.of()
                  .formatHex(frames.bytes(), frames.offset(), frames.offset() + frames.length()));
        }
        List<String> given = new ArrayList<>();
        r.get("frames").forEach(f -> given.add(f.get("hex").asText()));
        assertThat(found).isEqualTo(given);
      }
    }
  }

  /** The synthetic frame of the standard's notes, worked out field by field. */
  @Test
  void theWorkedFrameGivesRoundFigures() throws IOException {
    byte[] bytes =
        HexFormat.of()
            .parseHex(
                "2323024c544149414e54455354303030303030310101002e180208091e0f0200013c00c8af872ee0012c4e20"
                    + "1388961b5847a0452000327daf0006fb3f2802284ab80012d68711");
    FrameSource frames = new BinaryFrames(new ByteArrayInputStream(bytes));
    assertThat(frames.next()).isTrue();
    DataUnit unit = new DataUnit();
    assertThat(unit.read(frames.bytes(), 0, frames.length())).isNull();
    int at = unit.body(0);
    assertThat(Signal.SPEED.physical(bytes, at)).isEqualByComparingTo("60");
    assertThat(Signal.NOX_UP.physical(bytes, at)).isEqualByComparingTo("800");
    assertThat(Signal.NOX_DOWN.physical(bytes, at)).isEqualByComparingTo("50");
    assertThat(Signal.SCR_IN.physical(bytes, at)).isEqualByComparingTo("300");
    assertThat(Signal.ODOMETER.physical(bytes, at)).isEqualByComparingTo("123456.7");
    assertThat(StreamBody.longitude(bytes, at)).isEqualTo(117_129_000);
  }
}
