package org.dawen.codec.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Packets of real devices and of the standard, with a verdict that others worked out. */
class RecordingsTest {
  private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  private static final ObjectMapper JSON = new ObjectMapper();

  @TestFactory
  Stream<DynamicTest> everyRecordedPacketGetsTheVerdictAndFieldsOfItsRecording()
      throws IOException {
    List<JsonNode> lines = lines("/hj212/packets.jsonl");
    assertThat(lines).hasSize(40);
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      JsonNode line = lines.get(i);
      tests.add(DynamicTest.dynamicTest("line " + (i + 1), () -> checkRecording(line)));
    }
    return tests.stream();
  }

  @Test
  void allRecordingsInOneStreamKeepTheirPlaces() throws IOException {
    List<JsonNode> lines = lines("/hj212/packets.jsonl");
    StringBuilder stream = new StringBuilder();
    lines.forEach(line -> stream.append(line.get("packet").asText()).append("\r\n"));
    List<ReadRecord> records = ReadRecord.all(stream.toString());
    assertThat(records).hasSize(40);
    for (int i = 0; i < 40; i++) {
      JsonNode line = lines.get(i);
      assertThat(records.get(i).lineNo()).isEqualTo(i + 1);
      assertThat(records.get(i).text()).isEqualTo(line.get("packet").asText());
      assertThat(records.get(i).reason()).as("line %d", i + 1).isEqualTo(verdict(line));
    }
  }

  /** Lines 30 and 31 hold no frame; a wrong length is judged before the checksum. */
  private static Hj212RejectReason verdict(JsonNode line) {
    if (line.get("len_ok") == null) {
      return Hj212RejectReason.NO_FRAME;
    }
    if (!line.get("len_ok").asBoolean()) {
      return Hj212RejectReason.LENGTH_MISMATCH;
    }
    return line.get("crc_ok").asBoolean() ? null : Hj212RejectReason.CRC_MISMATCH;
  }

  private static void checkRecording(JsonNode line) throws IOException {
    Hj212Reader reader = reader(line.get("packet").asText() + "\r\n##");
    assertThat(reader.next()).isTrue();
    if (verdict(line) == null) {
      assertThat(reader.kind()).isEqualTo(Hj212Reader.Kind.PACKET);
      checkContent(reader.packet(), line);
      return;
    }
    assertThat(reader.reject().reason()).isEqualTo(verdict(line));
    if (verdict(line) == Hj212RejectReason.CRC_MISMATCH) {
      assertThat(reader.reject().detail())
          .contains(line.get("crc_declared").asText())
          .contains(line.get("crc_computed").asText());
    }
  }

  @TestFactory
  Stream<DynamicTest> everyExampleOfTheStandardIsRead() throws IOException {
    List<JsonNode> lines = lines("/hj212/standard_examples.jsonl");
    assertThat(lines).hasSize(77);
    return lines.stream()
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line.get("segment").asText().substring(0, 40), () -> checkExample(line)));
  }

  private static void checkExample(JsonNode line) throws IOException {
    JsonNode ascii = line.get("frame_ascii");
    String frame = (ascii == null ? line.get("frame_utf-8") : ascii).asText();
    Hj212Reader reader = reader(frame);
    assertThat(reader.next()).isTrue();
    assertThat(reader.kind()).isEqualTo(Hj212Reader.Kind.PACKET);
    // Printed with a comma behind QN, which the recording took for part of it.
    boolean isMisprinted = line.get("odd").toString().contains("after QN");
    if (!isMisprinted) {
      checkContent(reader.packet(), line);
    } else {
      assertThat(reader.packet().qn()).isEqualTo("20160801085857534");
      assertThat(reader.packet().st()).isEqualTo("32");
    }
  }

  private static void checkContent(Hj212Packet packet, JsonNode line) {
    JsonNode head = line.get("head");
    assertThat(packet.qn()).isEqualTo(text(head, "QN"));
    assertThat(packet.st()).isEqualTo(text(head, "ST"));
    assertThat(packet.cn()).isEqualTo(text(head, "CN"));
    assertThat(packet.mn()).isEqualTo(text(head, "MN"));
    assertThat(packet.pnum()).isEqualTo(number(head, "PNUM"));
    assertThat(packet.pno()).isEqualTo(number(head, "PNO"));

    Map<String, List<String>> expected = new HashMap<>();
    for (JsonNode item : line.get("cp")) {
      item.properties()
          .forEach(
              field -> {
                if (field.getKey().equals("_bad")) {
                  field.getValue().forEach(v -> add(expected, "", v.asText()));
                } else if (field.getValue().isArray()) {
                  field.getValue().forEach(v -> add(expected, field.getKey(), v.asText()));
                } else {
                  add(expected, field.getKey(), field.getValue().asText());
                }
              });
    }
    String time = expected.containsKey("DataTime") ? expected.remove("DataTime").get(0) : null;
    assertThat(packet.dataTime() == null ? null : DIGITS.format(packet.dataTime()))
        .isEqualTo(time == null ? null : time.substring(0, 14));
    Map<String, List<String>> actual = contentOf(packet);
    actual.forEach((name, values) -> assertSame(name, expected.get(name), values));
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
  }

  /** The recordings give the last of two equal names where they stand in one item. */
  private static void assertSame(String name, List<String> expected, List<String> actual) {
    assertThat(expected).as(name).isNotNull();
    String last = expected.get(expected.size() - 1);
    String actualLast = actual.get(actual.size() - 1);
    if (last.matches("-?[0-9.]+") && actualLast.matches("-?[0-9.]+")) {
      assertThat(new BigDecimal(actualLast)).as(name).isEqualByComparingTo(last);
    } else {
      assertThat(actualLast).as(name).isEqualTo(last);
    }
  }

  /** Every field by its name; the case of a known suffix is not kept, hence the second name. */
  private static Map<String, List<String>> contentOf(Hj212Packet packet) {
    Map<String, List<String>> content = new HashMap<>();
    for (int group = 0; group < packet.groupCount(); group++) {
      String code = packet.factorCode(group);
      for (Hj212Field field : Hj212Field.values()) {
        if (packet.hasValue(group, field)) {
          add(content, code + "-" + field.suffix(), packet.value(group, field).toPlainString());
        }
      }
      if (packet.dataFlag(group) != null) {
        add(content, code + (code.equals("A18") ? "-flag" : "-Flag"), packet.dataFlag(group));
      }
      if (packet.extensionFlag(group) != null) {
        add(content, code + "-EFlag", packet.extensionFlag(group));
      }
      addAll(content, packet.otherFields(group));
    }
    addAll(content, packet.packetFields());
    packet.badFields().forEach(bad -> add(content, bad.name(), bad.text()));
    return content;
  }

  private static void addAll(Map<String, List<String>> content, String fields) {
    if (fields == null) {
      return;
    }
    for (String field : fields.split(";")) {
      int equals = field.indexOf('=');
      add(content, equals < 0 ? "" : field.substring(0, equals), field.substring(equals + 1));
    }
  }

  private static void add(Map<String, List<String>> content, String name, String value) {
    content.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
  }

  private static String text(JsonNode node, String name) {
    return node.has(name) ? node.get(name).asText() : null;
  }

  private static int number(JsonNode node, String name) {
    return node.has(name) ? Integer.parseInt(node.get(name).asText()) : -1;
  }

  private static Hj212Reader reader(String text) {
    return new Hj212Reader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<JsonNode> lines(String resource) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                RecordingsTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.add(JSON.readTree(line));
      }
    }
    return lines;
  }
}
