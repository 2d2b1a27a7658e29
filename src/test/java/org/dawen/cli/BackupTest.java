package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/backup.md, as they are written there. */
class BackupTest {
  private static final Path HOME =
      Path.of(System.getProperty("dawen.home", ".")).toAbsolutePath().normalize();
  private static final Pattern BLOCK = Pattern.compile("(?s)```bash\n(.*?)```");

  @TempDir private Path folder;

  /** Exit code and what was said. */
  private record Said(int exitCode, String text) {}

  private Said bash(String commands) throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder("bash", "-c", "set -euo pipefail\n" + commands)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int exitCode = process.waitFor();
    return new Said(exitCode, Files.readString(log));
  }

  /** The program as the launcher starts it, from the classes of this build. */
  private void writeLauncher() throws IOException {
    String opens =
        Files.readString(HOME.resolve("pom.xml"))
            .replaceFirst("(?s).*<jvm\\.opens>(.*?)</jvm\\.opens>.*", "$1")
            .replaceAll("\\s+", " ");
    Path launcher = folder.resolve("dawen");
    Files.writeString(
        launcher,
        "#!/bin/sh\nexec %s -Xmx1g -XX:TieredStopAtLevel=1 %s -Duser.timezone=Asia/Shanghai -Xlog:disable -Ddawen.home='%s' -cp '%s' org.dawen.cli.Dawen \"$@\"\n"
            .formatted(
                ProcessHandle.current().info().command().orElse("java"),
                opens,
                HOME,
                System.getProperty("java.class.path")));
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void whatIsRestoredElsewhereIsEqualAndHasNothingToDo() throws Exception {
    writeLauncher();
    SmallLake.undisturbed().city().copyTo(folder.resolve("data/landing"));
    Path lake = SmallLake.undisturbed().copyTo(folder.resolve("data/lake"));
    List<String> blocks =
        BLOCK
            .matcher(Files.readString(HOME.resolve("docs/backup.md")))
            .results()
            .map(MatchResult::group)
            .map(b -> b.replaceAll("```(bash\n)?", ""))
            .map(b -> b.replaceAll("=/(data|backup)/", "=" + folder + "/$1/"))
            .collect(Collectors.toList());
    assertThat(blocks).hasSize(2);

    Path lease = Files.createDirectories(lake.resolve(".lease")).resolve("000000000001");
    Files.writeString(lease, "at work");
    assertThat(bash(blocks.get(0)).exitCode()).as("while a run is at work").isEqualTo(5);
    Files.setLastModifiedTime(lease, FileTime.from(Instant.now().minusSeconds(60)));
    Said backup = bash(blocks.get(0));
    assertThat(backup.exitCode()).as(backup.text()).isZero();

    SampleLake.delete(folder.resolve("data"));
    Said restore = bash(blocks.get(1));
    assertThat(restore.exitCode()).as(restore.text()).isZero();
    assertThat(restore.text()).contains("Nothing to do: no new files, no day due.");
    assertThat(restore.text().lines()).noneMatch(l -> l.startsWith("!") || l.startsWith(">"));
  }
}
