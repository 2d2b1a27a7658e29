package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dawen.lake.Message;
import org.junit.jupiter.api.Test;

class FindingsTest {
  @Test
  void whatCannotBeSeenInACodeIsWrittenOut() {
    Findings f = new Findings();
    f.add(
        "unknown_codes",
        Message.verbatim("codes"),
        List.of("station TA\u200B008: 1 days"),
        Message.verbatim("Register them."));
    assertThat(f.json()).contains("station TA<U+200B>008: 1 days");
  }
}
