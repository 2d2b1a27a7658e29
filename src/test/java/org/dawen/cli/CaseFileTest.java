package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code explain … --package}: what the evidence file of a row of the sample city holds. */
class CaseFileTest {
  private static final Path LANDING =
      Path.of(System.getProperty("dawen.home", "."), "data-samples/landing");
  private static final List<String> EXCEEDANCE =
      List.of("source.exceedance_hour", "EX001-DA001", "a21026", "2024-03-06T20:00");
  private static final String PACKETS = "hj212/2024-03-07/hj212_20240306_01.txt.gz";

  @TempDir private Path folder;

  private int explain(Path file, Path landing, List<String> key, String... more) {
    List<String> words =
        Stream.of(
                Stream.of("explain"),
                key.stream(),
                Stream.of(
                    "--lake",
                    SampleLake.folder().toString(),
                    "--landing",
                    landing.toString(),
                    "--package",
                    file.toString()),
                Stream.of(more))
            .flatMap(s -> s)
            .toList();
    return Dawen.execute(words.toArray(String[]::new));
  }

  private Map<String, String> made(Path landing, List<String> key, String... more)
      throws IOException {
    Path file = Files.createTempDirectory(folder, "made").resolve("case.zip");
    assertThat(explain(file, landing, key, more)).isZero();
    Map<String, String> members = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        members.put(e.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return members;
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static JsonNode record(Map<String, String> members, String file) throws IOException {
    return StreamSupport.stream(json(members.get("records.json")).spliterator(), false)
        .filter(r -> r.get("file").asText().equals(file))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> changes(Map<String, String> members) throws IOException {
    return StreamSupport.stream(
            json(members.get("versions.json")).get("changed_since").spliterator(), false)
        .map(c -> c.get("en").asText())
        .toList();
  }

  @Test
  void exceedanceHasItsPacketItsPermitAndTheHashOfEachFile() throws Exception {
    Map<String, String> members = made(LANDING, EXCEEDANCE);
    assertThat(members.keySet())
        .containsExactly(
            "explanation.html", "records.json", "law.json", "versions.json", "manifest.json");
    for (JsonNode record : json(members.get("records.json"))) {
      String ofFile = sha256(Files.readAllBytes(LANDING.resolve(record.get("file").asText())));
      assertThat(record.get("sha256").asText()).isEqualTo(ofFile);
      assertThat(record.get("sha256_now").asText()).isEqualTo(ofFile);
    }
    assertThat(record(members, PACKETS).toString())
        .contains("a21026-ZsAvg=61.13", "PW=******")
        .doesNotContain("PW=123456");
    assertThat(record(members, PACKETS).get("record").asText()).isEqualTo("121");
    assertThat(record(members, "registry/limits.csv").get("text").get(2).asText())
        .isEqualTo("EX001-DA001,a21026,35,,mg/m3,hour,6,EX001-2022-001P,2023-01-01,");
    assertThat(members.get("explanation.html"))
        .contains("证据卷", "61.13 mg/m3 is above the limit 35", "与接收时一致", "没有变化");
    assertThat(changes(members)).isEmpty();
  }

  @Test
  void twoRunsGiveTheSameBytesAndOthersAreNotOverwritten() throws Exception {
    Path one = folder.resolve("one.zip");
    Path two = folder.resolve("two.zip");
    assertThat(explain(one, LANDING, EXCEEDANCE)).isZero();
    assertThat(explain(two, LANDING, EXCEEDANCE)).isZero();
    assertThat(one).hasSameBinaryContentAs(two);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
        .isEqualTo("rw-r-----");
    assertThat(explain(one, LANDING, EXCEEDANCE)).as("says the same").isZero();
    assertThat(explain(one, LANDING, EXCEEDANCE, "--unmasked")).isEqualTo(2);
    assertThat(one).hasSameBinaryContentAs(two);
  }

  @Test
  void manifestHoldsTheHashOfEachMember() throws Exception {
    Map<String, String> members = made(LANDING, EXCEEDANCE);
    JsonNode manifest = json(members.get("manifest.json"));
    assertThat(manifest.get("is_masked").asBoolean()).isTrue();
    assertThat(manifest.get("members")).hasSize(members.size() - 1);
    for (JsonNode member : manifest.get("members")) {
      assertThat(member.get("sha256").asText())
          .isEqualTo(
              sha256(members.get(member.get("name").asText()).getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Test
  void recordsWhoseFileIsGoneComeFromTheReceivedTables() throws Exception {
    Path landing = Files.createDirectories(folder.resolve("landing/registry")).getParent();
    Files.writeString(
        landing.resolve("registry/limits.csv"),
        Files.readString(LANDING.resolve("registry/limits.csv")).replace(",35,", ",50,"));
    Map<String, String> members = made(landing, EXCEEDANCE);
    JsonNode packet = record(members, PACKETS);
    assertThat(packet.get("sha256_now").isNull()).isTrue();
    assertThat(packet.get("text")).isEmpty();
    assertThat(packet.get("received").toString()).contains("received.hj212", "61.13");
    JsonNode permit = record(members, "registry/limits.csv");
    assertThat(permit.get("text").toString()).contains(",50,");
    assertThat(permit.get("received").toString())
        .contains("registry.limit", "limit_value")
        .contains("35");
    assertThat(changes(members))
        .contains(
            "The file " + PACKETS + " is no longer in the landing folder.",
            "The file registry/limits.csv was changed after it was taken in.");
    assertThat(members.get("explanation.html")).contains("原文件已不在接收目录", "文件已改变");
  }

  @Test
  void rulesThatHaveChangedSinceAreTold() throws Exception {
    List<String> suspect =
        List.of("source.suspect_series", "EX001-DA001", "a21026", "2024-03-05", "FLAT_LINE");
    Map<String, String> same = made(LANDING, suspect);
    assertThat(changes(same)).isEmpty();
    assertThat(json(same.get("records.json"))).hasSizeGreaterThan(7);
    assertThat(same.get("explanation.html")).contains("Hours it rests on", "FLAT_LINE");
    assertThat(changes(made(LANDING, suspect, "--set", "source.suspect.flat_line_hours=9")))
        .containsExactly(
            "source.suspect_series: code, standard or setting changed; the next night recomputes it.");
  }

  @Test
  void dayMeanHasTheClauseOfItsLimitAndAPacketForEachHour() throws Exception {
    Map<String, String> members =
        made(LANDING, List.of("source.outlet_day", "EX005-DA001", "a21002", "2024-03-05"));
    JsonNode law = json(members.get("law.json"));
    assertThat(law).hasSize(1);
    assertThat(law.get(0).get("limitId").asText())
        .isEqualTo("GB18485-2014/waste_incinerator/a21002/day");
    assertThat(law.get(0).get("standard").asText()).isEqualTo("GB 18485-2014");
    assertThat(law.get(0).get("clause").asText()).isNotEmpty();
    assertThat(json(members.get("records.json"))).hasSizeGreaterThanOrEqualTo(24);
    assertThat(json(members.get("versions.json")).get("standards").fieldNames())
        .toIterable()
        .contains("standards/emission_limits.csv");
  }

  @Test
  void vehiclesAreMaskedUnlessTheFullNumbersAreWanted() throws Exception {
    List<String> anomaly =
        List.of("diesel.anomaly", "LTASAMPLE00000001", "2024-03-12", "OBD_NOX_STUCK");
    String vinInHex =
        HexFormat.of().formatHex("LTASAMPLE00000001".getBytes(StandardCharsets.US_ASCII));
    Map<String, String> masked = made(LANDING, anomaly);
    assertThat(String.join("", masked.values()))
        .contains("LTA**********0001", "作遮盖")
        .doesNotContain("LTASAMPLE00000001")
        .doesNotContain(vinInHex);
    Map<String, String> whole = made(LANDING, anomaly, "--unmasked");
    assertThat(whole.get("explanation.html")).contains("LTASAMPLE00000001", "本卷未作遮盖");
    assertThat(whole.get("records.json")).contains(vinInHex);
  }

  @Test
  void leadHasTheRecordsOfAllItsEvidence() throws Exception {
    Map<String, String> members =
        made(LANDING, List.of("lead.lead", "EX003/TREATMENT_NOT_RUNNING/2024-03-12"));
    JsonNode records = json(members.get("records.json"));
    assertThat(
            StreamSupport.stream(records.spliterator(), false)
                .map(r -> r.get("file").asText().replaceAll("/.*", ""))
                .distinct())
        .contains("power", "registry");
    for (JsonNode record : records) {
      assertThat(record.get("text")).as(record.get("file").asText()).isNotEmpty();
    }
  }

  @Test
  void unmaskedWithoutAPackageIsRefused() {
    assertThat(
            Dawen.execute(
                "explain",
                "source.exceedance_hour",
                "EX001-DA001",
                "a21026",
                "2024-03-06T20:00",
                "--unmasked"))
        .isEqualTo(2);
  }
}
