package org.dawen.standard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the expectations beside the tests. */
final class TestTables {

  private TestTables() {}

  static List<StandardRow> rows(String file) {
    try (InputStream in = TestTables.class.getResourceAsStream("/standard/" + file)) {
      return StandardTable.parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .rows();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
