package org.dawen.run;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads configuration that may be hostile: of bounded length and depth. Aliases are not followed,
 * so that a few lines cannot expand to gigabytes.
 */
public final class BoundedYaml {
  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_DEPTH = 30;
  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(MOST_DEPTH).build())
              .build());

  private BoundedYaml() {}

  /**
   * The document; a missing node if there is none.
   *
   * @throws IOException if it cannot be read, or is too long or too deep
   */
  public static JsonNode read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new IOException("it is longer than %,d bytes".formatted(MOST_BYTES));
    }
    return read(new String(bytes, StandardCharsets.UTF_8));
  }

  static JsonNode read(String text) throws IOException {
    try {
      return YAML.readTree(text);
    } catch (StackOverflowError e) {
      throw new IOException("it is nested too deeply");
    }
  }
}
