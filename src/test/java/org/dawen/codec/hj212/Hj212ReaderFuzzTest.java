package org.dawen.codec.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dawen.fault.JazzerRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jazzer looks for bytes that break {@link Hj212ReaderFuzzer}, beginning with known frames ({@link
 * JazzerRun}). Runs are not the same each time: what it finds goes into {@link Hj212ReaderTest} as
 * a case.
 */
class Hj212ReaderFuzzTest {
  private static final int INPUTS = 4_000;

  @Test
  void noStreamBreaksTheReader(@TempDir Path folder) throws IOException, InterruptedException {
    List<String> known =
        List.of(Packets.W1, Packets.G1, Packets.G2, Packets.P1, Packets.P2, Packets.A1, Packets.E1);
    List<byte[]> corpus = new ArrayList<>();
    for (String frame : known) {
      corpus.add((frame + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
    corpus.add(String.join("", known).getBytes(StandardCharsets.UTF_8));
    corpus.add("\1a21002-Avg=1.5,a21002-Flag=N;RF=1;a-b-Rtd=-".getBytes(StandardCharsets.UTF_8));
    JazzerRun run =
        JazzerRun.of(Hj212ReaderFuzzer.class, corpus, List.of(), 12_000, INPUTS, folder);
    assertThat(run.exitCode()).as(run.said()).isZero();
    assertThat(run.executions()).as(run.said()).isGreaterThanOrEqualTo(INPUTS);
  }
}
