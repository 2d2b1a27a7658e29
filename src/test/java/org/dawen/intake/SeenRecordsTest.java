package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SeenRecordsTest {
  @Test
  void tellsNewFromSeenAcrossGrowth() {
    SeenRecords seen = new SeenRecords();
    for (int i = 0; i < 5000; i++) {
      assertThat(isNew(seen, "record " + i)).isTrue();
    }
    for (int i = 0; i < 5000; i++) {
      assertThat(isNew(seen, "record " + i)).isFalse();
    }
    assertThat(isNew(seen, "record 5000")).isTrue();
  }

  private static boolean isNew(SeenRecords seen, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return seen.isNew(bytes, 0, bytes.length);
  }
}
