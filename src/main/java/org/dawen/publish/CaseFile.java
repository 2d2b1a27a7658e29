package org.dawen.publish;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dawen.lake.Trouble;

/**
 * The evidence behind one row as one archive for a case: the explanation as a page, the raw records
 * with the hashes of their files, the limits, the versions, and the hash of each member. The same
 * lake and landing folder give the same bytes, whatever the clock says.
 *
 * @param row the columns of the row that have a value
 * @param parts the explanation, in the order in which a person reads it
 * @param changes what has changed since the row was computed; empty: nothing
 * @param settings thresholds and options that the row was computed with, by key
 */
public record CaseFile(
    String table,
    String key,
    String grain,
    List<Cell> row,
    List<Part> parts,
    List<Raw> records,
    List<Law> law,
    Versions versions,
    Map<String, String> settings,
    List<Said> changes,
    boolean isMasked) {
  private static final String PAGE = "explanation.html";
  private static final String MANIFEST = "manifest.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A zip entry has no time before 1980. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** Lines of the explanation under their heading. */
  public record Part(Said title, List<Said> lines) {}

  /** A column of the row. */
  public record Cell(String name, String chinese, String unit, String value, String meaning) {}

  /**
   * A raw record.
   *
   * @param place its number; of frames their ranges of bytes
   * @param sha256 of the file as it was taken in; null: not known
   * @param sha256Now of the file as it lies there now; null: it does not
   * @param earlierSha256 contents of the path before, separated by commas; null: none
   * @param text as the file holds it now
   * @param received as the received tables hold it, if the file has changed or is gone
   */
  public record Raw(
      String fileId,
      String place,
      String sha256,
      String sha256Now,
      String earlierSha256,
      List<Said> text,
      List<Said> received) {}

  /** A limit of law by the name that a row of the explanation gives. */
  public record Law(
      String limitId,
      String standard,
      String clause,
      String level,
      String value,
      String unit,
      String referenceO2Percent,
      String validFrom,
      String validTo,
      String confidence,
      String source) {}

  /**
   * What the row was computed with.
   *
   * @param product version of the program that wrote the file
   * @param fingerprints of code, standards and settings as they are now, by table: its own and
   *     those of the tables it comes from
   * @param standards SHA-256 of each standard that these are judged by
   */
  public record Versions(
      String product, Map<String, String> fingerprints, Map<String, String> standards) {}

  /**
   * The file without what names a person or one vehicle.
   *
   * @param persons names of persons, as owners of vehicles, that may occur in texts
   */
  public CaseFile masked(List<String> persons) {
    CaseMask mask = new CaseMask(persons);
    return new CaseFile(
        table,
        mask.text(key),
        grain,
        row.stream()
            .map(c -> new Cell(c.name, c.chinese, c.unit, mask.text(c.value), c.meaning))
            .toList(),
        parts.stream()
            .map(p -> new Part(masked(mask, p.title()), masked(mask, p.lines())))
            .toList(),
        records.stream()
            .map(
                r ->
                    new Raw(
                        mask.text(r.fileId),
                        r.place,
                        r.sha256,
                        r.sha256Now,
                        r.earlierSha256,
                        masked(mask, r.text),
                        masked(mask, r.received)))
            .toList(),
        law,
        versions,
        settings,
        masked(mask, changes),
        true);
  }

  private static Said masked(CaseMask mask, Said said) {
    return new Said(mask.text(said.zh()), mask.text(said.en()));
  }

  private static List<Said> masked(CaseMask mask, List<Said> said) {
    return said.stream().map(s -> masked(mask, s)).toList();
  }

  /**
   * Writes the archive. A file that is there stays if it says the same; one that says something
   * else is not overwritten.
   *
   * @throws Trouble exit code 2, with the members that differ
   */
  public void write(Path file) {
    byte[] archive = zip();
    if (Files.exists(file)) {
      List<String> differing = differing(file);
      if (!differing.isEmpty()) {
        throw Trouble.usage("case.differs", file, differing);
      }
      return;
    }
    WholeFile.write(file, archive);
  }

  private List<String> differing(Path file) {
    Map<String, byte[]> now = members();
    Map<String, byte[]> before = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        before.put(e.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw Trouble.usage(e, "case.no-archive", file, e.getMessage());
    }
    TreeMap<String, byte[]> names = new TreeMap<>(now);
    names.putAll(before);
    return names.keySet().stream()
        .filter(n -> !MessageDigest.isEqual(now.get(n), before.get(n)))
        .filter(n -> !n.equals(MANIFEST) || now.keySet().equals(before.keySet()))
        .toList();
  }

  /** The bytes of the archive. Nothing is compressed: that would depend on the machine. */
  byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> member : members().entrySet()) {
        ZipEntry entry = new ZipEntry(member.getKey());
        entry.setTimeLocal(NO_TIME);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(member.getValue().length);
        CRC32 crc = new CRC32();
        crc.update(member.getValue());
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(member.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private Map<String, byte[]> members() {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put(PAGE, utf8(CasePage.of(this)));
    members.put("records.json", json(recordsJson()));
    members.put("law.json", json(JSON.valueToTree(law)));
    members.put("versions.json", json(versionsJson()));
    ObjectNode manifest = JSON.createObjectNode();
    manifest.put("table", table).put("key", key).put("is_masked", isMasked);
    ArrayNode list = manifest.putArray("members");
    members.forEach(
        (name, content) ->
            list.addObject()
                .put("name", name)
                .put("bytes", content.length)
                .put("sha256", sha256(content)));
    members.put(MANIFEST, json(manifest));
    return members;
  }

  private ArrayNode recordsJson() {
    ArrayNode all = JSON.createArrayNode();
    for (Raw r : records) {
      ObjectNode one =
          all.addObject()
              .put("file", r.fileId)
              .put("record", r.place)
              .put("sha256", r.sha256)
              .put("sha256_now", r.sha256Now);
      ArrayNode earlier = one.putArray("earlier_sha256");
      if (r.earlierSha256 != null && !r.earlierSha256.isEmpty()) {
        List.of(r.earlierSha256.split("[,;]")).forEach(earlier::add);
      }
      ArrayNode text = one.putArray("text");
      r.text.forEach(t -> text.add(t.en()));
      ArrayNode received = one.putArray("received");
      r.received.forEach(t -> received.add(t.en()));
    }
    return all;
  }

  private ObjectNode versionsJson() {
    ObjectNode all = JSON.createObjectNode().put("program", versions.product);
    ObjectNode fingerprints = all.putObject("fingerprints");
    versions.fingerprints.forEach(fingerprints::put);
    ObjectNode standards = all.putObject("standards");
    versions.standards.forEach(standards::put);
    ObjectNode values = all.putObject("settings");
    settings.forEach(values::put);
    ArrayNode since = all.putArray("changed_since");
    changes.forEach(c -> since.addObject().put("zh", c.zh()).put("en", c.en()));
    return all;
  }

  private static byte[] json(com.fasterxml.jackson.databind.JsonNode node) {
    return utf8(node.toPrettyString().replace("\r\n", "\n") + "\n");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
