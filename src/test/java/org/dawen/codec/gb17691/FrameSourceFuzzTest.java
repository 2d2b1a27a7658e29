package org.dawen.codec.gb17691;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.dawen.fault.JazzerRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jazzer looks for bytes that break {@link FrameSourceFuzzer}; finds become cases of other tests.
 */
class FrameSourceFuzzTest {
  private static final int INPUTS = 10_000;

  @Test
  void noStreamBreaksTheReader(@TempDir Path folder) throws IOException, InterruptedException {
    List<byte[]> corpus = new ArrayList<>();
    for (DataUnitLayout layout : DataUnitLayout.values()) {
      byte[] frame = Drives.frames(layout, 0, 2).get(0);
      corpus.add(seed(0, Drives.stream(List.of(frame, frame))));
      corpus.add(
          seed(
              1,
              ("2024-03-04T00:00:00Z\t" + HexFormat.of().formatHex(frame) + "\n")
                  .getBytes(StandardCharsets.US_ASCII)));
      corpus.add(seed(2, Arrays.copyOfRange(frame, FrameSource.HEADER_BYTES, frame.length - 1)));
    }
    JazzerRun run = JazzerRun.of(FrameSourceFuzzer.class, corpus, List.of(), 8_000, INPUTS, folder);
    assertThat(run.exitCode()).as(run.said()).isZero();
    assertThat(run.executions()).as(run.said()).isGreaterThanOrEqualTo(INPUTS);
  }

  private static byte[] seed(int kind, byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(kind);
    out.writeBytes(bytes);
    return out.toByteArray();
  }
}
