package org.dawen.codec.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jazzer looks for bytes that break {@link Hj212ReaderFuzzer}, in a process of its own, for a fixed
 * short time beginning with known frames; {@code -Ddawen.fuzz.seconds=3600} for longer. Runs are
 * not the same each time: what it finds goes into {@link Hj212ReaderTest} as a case.
 */
class Hj212ReaderFuzzTest {
  private static final Pattern RUNS = Pattern.compile("Done (\\d+) runs in (\\d+) second");

  @Test
  void noStreamBreaksTheReader(@TempDir Path folder) throws IOException, InterruptedException {
    int seconds = Integer.getInteger("dawen.fuzz.seconds", 8);
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    List<String> known =
        List.of(Packets.W1, Packets.G1, Packets.G2, Packets.P1, Packets.P2, Packets.A1, Packets.E1);
    for (int i = 0; i < known.size(); i++) {
      Files.writeString(corpus.resolve("frame" + i), known.get(i) + "\r\n");
    }
    Files.writeString(corpus.resolve("stream"), String.join("", known));
    Files.writeString(corpus.resolve("fields"), "\1a21002-Avg=1.5,a21002-Flag=N;RF=1;a-b-Rtd=-");
    Path log = folder.resolve("log");
    Process jazzer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=org.dawen.codec.hj212.Hj212ReaderFuzzer",
                "--instrumentation_includes=org.dawen.codec.**",
                "--disabled_hooks=**",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-max_len=12000",
                "-max_total_time=" + seconds,
                corpus.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int exit = jazzer.waitFor();
    String said = Files.readString(log, StandardCharsets.ISO_8859_1);
    assertThat(exit).as(said).isZero();
    Matcher runs = RUNS.matcher(said);
    assertThat(runs.find()).as(said).isTrue();
    System.err.printf("Jazzer: %s inputs in %s s%n", runs.group(1), runs.group(2));
    assertThat(Long.parseLong(runs.group(1))).isGreaterThan(100L * seconds);
  }
}
