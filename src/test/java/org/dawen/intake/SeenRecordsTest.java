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

  @Test
  void ofMoreThanItHoldsTheLatestAreRemembered() {
    SeenRecords seen = new SeenRecords(64);
    for (int i = 0; i < 1_000; i++) {
      assertThat(isNew(seen, "record " + i)).isTrue();
      assertThat(isNew(seen, "record " + Math.max(0, i - 60))).isFalse();
    }
    assertThat(isNew(seen, "record 0")).as("forgotten").isTrue();
  }

  @Test
  void aHashOfZeroIsRememberedToo() {
    SeenRecords seen = new SeenRecords();
    assertThat(seen.isNew(0, 0)).isTrue();
    assertThat(seen.isNew(0, 0)).isFalse();
  }

  private static boolean isNew(SeenRecords seen, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return seen.isNew(bytes, 0, bytes.length);
  }
}
