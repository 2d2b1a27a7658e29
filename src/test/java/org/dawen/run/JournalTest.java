package org.dawen.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.RowFactory;
import org.dawen.lake.Column;
import org.dawen.lake.DaySet;
import org.dawen.lake.Given;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.dawen.lake.TestTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal as it lies in the lake, with its snapshot. */
class JournalTest {
  private static final Table INPUT = table("received.test");
  private static final LocalDate FIRST = LocalDate.of(2024, 3, 1);
  private static final JobSpec JOB = JobSpec.writes(table("test.copy")).follows(INPUT).build();
  private static final Map<JobSpec, String> JOBS = Map.of(JOB, "code");
  private static final String OF_JOBS = JournalSnapshot.ofJobs(List.of(JOB));

  @TempDir private Path folder;
  private Lake lake;
  private int nights;

  private static Table table(String name) {
    Column day = Column.day("data_day");
    return TestTable.table(name).key(day).day(day).columns(List.of(day));
  }

  @BeforeEach
  void openTheLake() {
    lake = new Lake(SharedSession.spark(), folder.toString());
  }

  private Journal open() {
    return new Journal(lake, "run", OF_JOBS);
  }

  /** A night that does a day, and one day more that it does not do. */
  private Journal night(boolean isFolded) {
    Journal journal = open();
    DaySet days = DaySet.of(FIRST.plusDays(nights++), FIRST.plusDays(100 + nights));
    lake.append(
        INPUT,
        days,
        Given.rows(
            INPUT,
            lake.spark()
                .createDataFrame(
                    days.days().stream().map(d -> RowFactory.create(d)).toList(),
                    INPUT.rowSchema())),
        "intake");
    journal.bookCommits(List.of(INPUT));
    journal.done(
        JOB.name(),
        DaySet.of(days.first()),
        journal.newestSeq(),
        "code",
        "new",
        1,
        1,
        BigDecimal.ONE.setScale(3));
    journal.flush();
    if (isFolded) {
      journal.fold(JOBS);
    }
    return journal;
  }

  private DaySet due() {
    return open().planner().due(JOB, "code").days();
  }

  private DaySet dueNights() {
    return DaySet.between(FIRST.plusDays(101), FIRST.plusDays(100 + nights));
  }

  private Path snapshot() {
    return folder.resolve(".notes/journal/snapshot");
  }

  private Path sums() {
    return snapshot().resolveSibling(".snapshot.crc");
  }

  private Set<Path> dataFiles() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("ops/job_run"))) {
      return new HashSet<>(files.filter(f -> f.toString().endsWith(".parquet")).toList());
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aStartReadsTheSnapshotAndWhatWasWrittenSince() throws IOException {
    night(false);
    night(true);
    Set<Path> before = dataFiles();
    before.forEach(JournalTest::delete);
    assertThat(due()).isEqualTo(dueNights());
    night(false);
    night(false);
    assertThat(due()).as("with what was written since").isEqualTo(dueNights());
    open().fold(JOBS);
    dataFiles().forEach(JournalTest::delete);
    assertThat(due()).isEqualTo(dueNights());
    assertThat(night(true).newestSeq()).as("numbers go on").isEqualTo(15);
  }

  private void countsNot(UnaryOperator<String> change) throws IOException {
    String good = Files.readString(snapshot());
    String bad = change.apply(good);
    assertThat(bad).isNotEqualTo(good);
    Files.writeString(snapshot(), bad);
    assertThat(JournalSnapshot.read(lake, OF_JOBS)).as("Hadoop's sums do not hold").isNull();
    delete(sums());
    assertThat(JournalSnapshot.read(lake, OF_JOBS)).isNull();
    assertThat(due()).isEqualTo(dueNights());
    open().fold(JOBS);
    assertThat(JournalSnapshot.read(lake, OF_JOBS)).as("written again").isNotNull();
  }

  private static String withAnotherCharacter(String text, int at) {
    return text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1);
  }

  @Test
  void aSnapshotThatIsLostOrDamagedCostsTimeAlone() throws IOException {
    night(true);
    night(true);
    assertThat(JournalSnapshot.read(lake, OF_JOBS)).isNotNull();
    countsNot(text -> "");
    countsNot(text -> text.substring(0, text.length() - 9));
    countsNot(text -> withAnotherCharacter(text, text.length() / 2));
    countsNot(text -> text.substring(0, 64) + "\nno snapshot");
    delete(snapshot());
    assertThat(due()).isEqualTo(dueNights());
  }

  @Test
  void aSnapshotOfAnotherJournalOrOtherJobsDoesNotCount() throws IOException {
    night(true);
    String ofFirst = Files.readString(snapshot());
    night(true);
    String ofSecond = Files.readString(snapshot());
    assertThat(JournalSnapshot.read(lake, JournalSnapshot.ofJobs(List.of()))).isNull();
    JobSpec other = JobSpec.writes(JOB.writes().get(0)).follows(Reach.allDays(), INPUT).build();
    assertThat(JournalSnapshot.read(lake, JournalSnapshot.ofJobs(List.of(other)))).isNull();
    assertThat(JournalSnapshot.read(lake, JournalSnapshot.OF_ANY_JOBS)).isNotNull();

    // The journal is lost and begins again, to as many commits.
    lake.setAside(OpsTables.JOB_RUN, "test");
    assertThat(JournalSnapshot.read(lake, OF_JOBS)).isNull();
    nights = 10;
    night(false);
    night(false);
    delete(snapshot());
    delete(sums());
    for (String old : List.of(ofFirst, ofSecond)) {
      Files.writeString(snapshot(), old);
      assertThat(JournalSnapshot.read(lake, OF_JOBS)).isNull();
    }
    assertThat(due())
        .hasToString("2024-03-01..2024-03-02,2024-06-10..2024-06-11,2024-06-20..2024-06-21");
  }

  @Test
  void nothingIsFoldedThatIsNotWritten() throws IOException {
    Journal journal = night(true);
    String written = Files.readString(snapshot());
    journal.bookLost(INPUT);
    journal.fold(JOBS);
    assertThat(snapshot()).hasContent(written);
    assertThat(due()).isEqualTo(dueNights());
  }

  @Test
  void smallFilesAreJoinedByTheCommitThatWouldMakeThemMany() throws IOException {
    for (int i = 0; i < 45; i++) {
      night(true);
      assertThat(lake.fileCount(OpsTables.JOB_RUN)).isLessThanOrEqualTo(42);
    }
    assertThat(lake.fileCount(OpsTables.JOB_RUN)).isLessThan(10);
    assertThat(lake.newestVersion(OpsTables.JOB_RUN)).as("no commit more").isEqualTo(44);
    assertThat(open().outside()).isNull();
    delete(snapshot());
    assertThat(due()).isEqualTo(dueNights());
    assertThat(lake.rows(OpsTables.JOB_RUN, JobRun.class, DaySet.ALWAYS).list())
        .extracting(JobRun::seq)
        .doesNotHaveDuplicates()
        .hasSize(45 * 3);
  }
}
