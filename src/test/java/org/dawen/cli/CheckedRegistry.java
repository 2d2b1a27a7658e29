package org.dawen.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;

/** What {@code ./dawen registry check} finds. */
final class CheckedRegistry {
  private CheckedRegistry() {}

  /** As JSON, beside a lake that does not exist. */
  static String json(Path landing) {
    return json(landing, new Lake(SharedSession.spark(), landing.resolve("no-lake").toString()));
  }

  static String json(Path landing, Lake standing) {
    try {
      return RegistryReport.look(
              landing.toString(),
              new LakeOptions(),
              standing,
              Files.createTempDirectory(Path.of("target"), "registry-check"))
          .json();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The offenders of each check. */
  static Map<String, List<String>> offenders(String json) throws IOException {
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (JsonNode section : new ObjectMapper().readTree(json)) {
      List<String> offenders = new ArrayList<>();
      section.get("offenders").forEach(o -> offenders.add(o.asText()));
      found.put(section.get("check").asText(), offenders);
    }
    return found;
  }
}
