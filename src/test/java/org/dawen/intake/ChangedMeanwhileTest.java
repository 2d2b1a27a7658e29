package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dawen.codec.hj212.Hj212Frame;
import org.dawen.lake.Given;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.dawen.run.Intake;
import org.dawen.run.Progress;
import org.dawen.run.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that go or change between the first reading and the second. */
class ChangedMeanwhileTest {
  private static final String GAS =
      "ST=31;CN=2061;MN=370902A0000000000000A001;CP=&&DataTime=202403%02d080000;a21002-Avg=%d,a21002-Flag=N&&";
  private static final String ELECTRICITY =
      "ST=44;CN=2061;MN=370902A0000000000000P001;CP=&&DataTime=202403%02d080000;e10101-Avg=%d,e10101-Flag=N&&";

  @TempDir private Path folder;

  private void write(String file, String packet, int day, int value) throws IOException {
    Path path = folder.resolve("landing/hj212").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, Hj212Frame.format(packet.formatted(day, value)));
  }

  /** A night's intake, between whose two readings something happens. */
  private void takeIn(Lake lake, Meanwhile meanwhile) throws IOException {
    LandingIntake intake =
        new LandingIntake(
            lake,
            folder.resolve("landing").toString(),
            Settings.read(Path.of("jobs/nightly.yaml")),
            "run");
    ExecutorService workers = Executors.newFixedThreadPool(2);
    try {
      Intake.Survey survey = intake.survey(Progress.SILENT);
      survey.openLedger();
      meanwhile.happens();
      survey.takeIn(workers);
      survey.closeLedger();
    } finally {
      workers.shutdown();
    }
  }

  private interface Meanwhile {
    void happens() throws IOException;
  }

  private static List<String> rows(Lake lake, Table table) {
    return Given.all(
            lake.read(table)
                .selectExpr(
                    "concat(file_id, ' ', data_day, ' ', CAST(factors[0].avg_value AS INT)) AS row")
                .orderBy("row"))
        .stream()
        .map(r -> r.text("row"))
        .toList();
  }

  @Test
  void whatIsCommittedIsNotAddedAgainWithoutTheFileThatWent() throws IOException {
    Lake lake = new Lake(SharedSession.spark(), folder.resolve("lake").toString());
    write("a.txt", GAS, 1, 10);
    write("b.txt", ELECTRICITY, 1, 20);
    write("c.txt", ELECTRICITY, 2, 30);
    // Rows of the first table stand when the second finds that a file of its own has gone.
    takeIn(lake, () -> Files.delete(folder.resolve("landing/hj212/b.txt")));
    assertThat(rows(lake, Table.of(ReceivedHj212.class)))
        .containsExactly("hj212/a.txt 2024-03-01 10");
    assertThat(rows(lake, Table.of(ReceivedPowerPacket.class)))
        .containsExactly("hj212/c.txt 2024-03-02 30");
    write("b.txt", ELECTRICITY, 1, 20);
    takeIn(lake, () -> {});
    assertThat(rows(lake, Table.of(ReceivedHj212.class)))
        .containsExactly("hj212/a.txt 2024-03-01 10");
    assertThat(rows(lake, Table.of(ReceivedPowerPacket.class)))
        .containsExactly("hj212/b.txt 2024-03-01 20", "hj212/c.txt 2024-03-02 30");
  }

  @Test
  void newFilesAreNotAddedAgainWhenAKnownOneChanges() throws IOException {
    Lake lake = new Lake(SharedSession.spark(), folder.resolve("lake").toString());
    write("a.txt", GAS, 1, 10);
    takeIn(lake, () -> {});
    write("a.txt", GAS, 1, 11);
    write("b.txt", GAS, 2, 20);
    // The new file is appended first; then what is known of the other cannot be replaced.
    takeIn(lake, () -> write("a.txt", GAS, 1, 12));
    assertThat(rows(lake, Table.of(ReceivedHj212.class)))
        .containsExactly("hj212/a.txt 2024-03-01 10", "hj212/b.txt 2024-03-02 20");
    takeIn(lake, () -> {});
    assertThat(rows(lake, Table.of(ReceivedHj212.class)))
        .containsExactly("hj212/a.txt 2024-03-01 12", "hj212/b.txt 2024-03-02 20");
  }
}
