package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.functions;
import org.dawen.lake.Damage;
import org.dawen.lake.DaySet;
import org.dawen.lake.Given;
import org.dawen.lake.Lake;
import org.dawen.lake.LakeInspection;
import org.dawen.lake.Message;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.dawen.lake.Trouble;
import org.dawen.run.NightReport;
import org.dawen.run.OpsTables;
import org.dawen.run.Planner;
import org.dawen.run.Runner;
import org.dawen.run.Settings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to the tables from outside: the night says so, and in the end all is equal. */
class LakeCheckTest {
  private static final Settings SETTINGS =
      Settings.read(Path.of(System.getProperty("dawen.home", "."), "jobs/nightly.yaml"));
  private static final Pattern COMMAND = Pattern.compile("'./dawen doctor --rebuild ([^' ]+)'");

  @TempDir private static Path folder;
  private static SmallCity city;
  private static Path first;
  private static Path undisturbed;
  private static Map<String, String> hashes;

  @BeforeAll
  static void runUndisturbed() throws IOException {
    city = SmallCity.write(folder.resolve("city"));
    Path later = city.landing().resolve("air/air_20240302.csv");
    Path held = folder.resolve("air_20240302.csv");
    Files.move(later, held);
    Path stations = city.landing().resolve("registry/stations.csv");
    String corrected = Files.readString(stations);
    Files.writeString(stations, corrected.replace("一号站", "一号"));
    settle(city.landing());
    settle(held);
    first = folder.resolve("first");
    new Nights(first, city.landing()).run();
    Files.move(held, later);
    Files.writeString(stations, corrected);
    settle(stations);
    undisturbed = copy(first, "undisturbed");
    Nights nights = new Nights(undisturbed, city.landing());
    nights.run();
    hashes = nights.hashes();
  }

  /** What was written just now would be looked at again by the next night. */
  private static void settle(Path files) throws IOException {
    try (Stream<Path> all = Files.walk(files)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(
            file, FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() - 60_000));
      }
    }
  }

  private static Path copy(Path lake, String name) {
    return SampleLake.copy(lake, folder.resolve(name));
  }

  private static SparkSession spark() {
    return SharedSession.spark();
  }

  private static Path of(Path lake, String table) {
    return lake.resolve(table.replace('.', '/'));
  }

  private static Table table(String name) {
    return Catalogue.tables().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  private static void delete(Path lake, String table, String condition) {
    DeltaTable.forPath(spark(), of(lake, table).toString()).delete(condition);
  }

  /** A row of the table once more, as another program would append it. */
  private static void appendCopy(Path lake, String table, LocalDate day) {
    Dataset<Row> rows = spark().read().format("delta").load(of(lake, table).toString()).limit(1);
    Dataset<Row> other =
        day == null ? rows : rows.withColumn("data_day", functions.lit(java.sql.Date.valueOf(day)));
    other.write().format("delta").mode("append").save(of(lake, table).toString());
  }

  private static List<Path> dataFiles(Path lake, String table) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(of(lake, table))) {
      all.filter(f -> f.toString().endsWith(".parquet"))
          .filter(f -> !f.toString().contains("_delta_log"))
          .sorted()
          .forEach(files::add);
    }
    return files;
  }

  private static void flipAByte(Path file, boolean isTimeKept) throws IOException {
    FileTime time = Files.getLastModifiedTime(file);
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(bytes.length() / 2);
      int was = bytes.read();
      bytes.seek(bytes.length() / 2);
      bytes.write(was ^ 1);
    }
    Files.setLastModifiedTime(
        file, isTimeKept ? time : FileTime.fromMillis(time.toMillis() + 60_000));
  }

  private static Map<String, Long> stored(Path lake) throws IOException {
    Map<String, Long> stored = new TreeMap<>();
    try (Stream<Path> files = Files.walk(lake)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        stored.put(lake.relativize(file).toString(), Files.size(file));
      }
    }
    return stored;
  }

  private static Trouble stopped(Path lake) throws IOException {
    DeltaLog.clearCache();
    Map<String, Long> before = stored(lake);
    Trouble trouble =
        catchThrowableOfType(Trouble.class, () -> new Nights(lake, city.landing()).run());
    assertThat(trouble).as("the night must stop").isNotNull();
    assertThat(stored(lake)).as("and change nothing").isEqualTo(before);
    assertThat(trouble.kind().exitCode()).isEqualTo(4);
    return trouble;
  }

  private static void heal(Path lake, String sentence) {
    Matcher command = COMMAND.matcher(sentence);
    assertThat(command.find()).as(sentence).isTrue();
    Rebuild.setAside(
        new Nights(lake, city.landing()).lake(),
        Arrays.stream(command.group(1).split(",")).map(LakeCheckTest::table).toList(),
        SETTINGS);
    endsEqual(lake);
  }

  private static NightReport endsEqual(Path lake) {
    DeltaLog.clearCache();
    NightReport night = new Nights(lake, city.landing()).run();
    assertThat(night.exitCode()).as(night.warnings().toString()).isZero();
    assertThat(new Nights(lake, city.landing()).hashes()).isEqualTo(hashes);
    Lake then = new Nights(lake, city.landing()).lake();
    long journal = then.newestVersion(OpsTables.JOB_RUN);
    NightReport next = new Nights(lake, city.landing()).run();
    assertThat(next.lines()).isEmpty();
    assertThat(next.warnings()).extracting(Message::toString).isEmpty();
    assertThat(then.newestVersion(OpsTables.JOB_RUN)).as("nothing to note").isEqualTo(journal);
    return night;
  }

  private static List<Damage> doctor(Path lake, LakeInspection.Depth depth) {
    return LakeHealth.look(new Findings(), new Nights(lake, city.landing()).lake(), depth);
  }

  private static void named(Trouble trouble, Path lake, String... tables) {
    assertThat(trouble).hasMessageContainingAll(tables);
    assertThat(doctor(lake, LakeInspection.Depth.EVERY_NIGHT))
        .extracting(d -> d.table().name())
        .containsExactlyInAnyOrder(tables);
  }

  @Test
  void tablesOfIntakeThatAreGoneOrReplacedStopTheNightAndOneCommandHeals() throws IOException {
    Path lake = copy(undisturbed, "gone");
    SampleLake.delete(of(lake, "received.air"));
    SampleLake.delete(of(lake, "received.power").resolve("_delta_log"));
    SampleLake.delete(of(lake, "ops.reject"));
    // As it was a night before.
    SampleLake.delete(of(lake, "ops.landing_file"));
    copy(of(first, "ops.landing_file"), "gone/ops/landing_file");
    // Another table in the same place, of the same version.
    String station = of(lake, "registry.station").toString();
    List<Row> rows = spark().read().format("delta").load(station).collectAsList();
    SampleLake.delete(Path.of(station));
    spark()
        .createDataFrame(rows, table("registry.station").schema())
        .write()
        .format("delta")
        .save(station);
    Trouble trouble = stopped(lake);
    named(
        trouble,
        lake,
        "received.air",
        "received.power",
        "ops.reject",
        "ops.landing_file",
        "registry.station");
    heal(lake, trouble.getMessage());
  }

  @Test
  void tablesOfIntakeThatAreGoneTogetherWithTheJournalStopTheNightToo() throws IOException {
    Path lake = copy(undisturbed, "gone-with-journal");
    SampleLake.delete(of(lake, "ops.job_run"));
    SampleLake.delete(lake.resolve("received"));
    SampleLake.delete(of(lake, "registry.station"));
    Trouble trouble = stopped(lake);
    assertThat(trouble)
        .hasMessageContainingAll(
            "received.air", "received.power", "received.hj212", "registry.station");
    assertThat(doctor(lake, LakeInspection.Depth.EVERY_NIGHT))
        .extracting(d -> d.table().name())
        .contains("received.air", "received.power", "received.hj212", "registry.station");
    heal(lake, trouble.getMessage());
  }

  @Test
  void rowsThatAnotherWriterChangedStopTheNightAndOneCommandHeals() throws IOException {
    Path lake = copy(first, "changed");
    delete(lake, "received.hj212", "true");
    delete(lake, "received.air", "station_code = 'S1' AND record_no = 5");
    appendCopy(lake, "registry.limit", null);
    DeltaTable.forPath(spark(), of(lake, "registry.outlet").toString())
        .updateExpr(Map.of("name", "'二号排口'"));
    delete(lake, "ops.reject", "true");
    Trouble trouble = stopped(lake);
    named(
        trouble,
        lake,
        "received.hj212",
        "received.air",
        "registry.limit",
        "registry.outlet",
        "ops.reject");
    assertThat(trouble)
        .hasMessageContaining("received.air was changed from outside (commit 1, DELETE by Apache");
    heal(lake, trouble.getMessage());
  }

  /** A folder of the lake as it was a night before. */
  private static void putBack(Path lake, String part) throws IOException {
    SampleLake.delete(lake.resolve(part));
    copy(first.resolve(part), lake.resolve(part).toString());
  }

  /** Runs a night that ends at the commit behind these, as one that is killed there. */
  private static void kill(Path lake, Path landing, int commitsAllowed) {
    AtomicInteger left = new AtomicInteger(commitsAllowed);
    Runnable beforeCommit =
        () -> {
          if (left.getAndDecrement() <= 0) {
            throw new IllegalStateException("killed");
          }
        };
    DeltaLog.clearCache();
    assertThat(catchThrowable(() -> new Nights(lake, landing, beforeCommit).run()))
        .as("a night that is killed")
        .isNotNull();
  }

  @Test
  void oldTablesOfOpsPutBackStopTheNightAndOneCommandHeals() throws IOException {
    Path lake = copy(undisturbed, "older-ops");
    putBack(lake, "ops");
    Trouble trouble = stopped(lake);
    named(trouble, lake, "ops.landing_file");
    assertThat(trouble)
        .hasMessageContaining("is older in")
        .hasMessageContaining("it ends with commit 0, but commit 1 has been there");
    heal(lake, trouble.getMessage());

    // The registry alone tells it, too.
    Path registry = copy(undisturbed, "older-but-registry");
    putBack(registry, "ops");
    putBack(registry, "received");
    trouble = stopped(registry);
    named(trouble, registry, "ops.landing_file");
    heal(registry, trouble.getMessage());
  }

  @Test
  void oneOldFolderPutBackIsFoundWhicheverItIs() throws IOException {
    Path ledger = copy(undisturbed, "older-ledger");
    putBack(ledger, "ops/landing_file");
    named(stopped(ledger), ledger, "ops.landing_file");

    Path received = copy(undisturbed, "older-received");
    putBack(received, "received");
    Trouble trouble = stopped(received);
    named(trouble, received, "received.air");
    heal(received, trouble.getMessage());

    Path registry = copy(undisturbed, "older-registry");
    putBack(registry, "registry");
    trouble = stopped(registry);
    named(trouble, registry, "registry.station");
    heal(registry, trouble.getMessage());

    // As after a night that was killed before it closed the journal: its days are computed again.
    Path journal = copy(undisturbed, "older-journal");
    putBack(journal, "ops/job_run");
    assertThat(doctor(journal, LakeInspection.Depth.EVERY_NIGHT)).isEmpty();
    assertThat(endsEqual(journal).warnings())
        .extracting(Message::toString)
        .noneMatch(w -> w.contains("journal"));
  }

  @Test
  void aKilledNightIsNoOldLedgerAndDoesNotHideOne() throws IOException {
    for (int commits : new int[] {1, 2}) {
      Path lake = copy(undisturbed, "killed-" + commits);
      Path landing = city.copyTo(folder.resolve("landing-killed-" + commits));
      Path sentAgain = city.anAirFile(landing);
      Files.writeString(sentAgain, Files.readString(sentAgain).replace("T03:00,8,", "T03:00,9,"));
      assertThat(sentAgain)
          .content()
          .isNotEqualTo(Files.readString(city.anAirFile(city.landing())));
      kill(lake, landing, commits);
      Path recovers = folder.resolve("recovers-" + commits);
      copy(lake, recovers.toString());
      assertThat(doctor(recovers, LakeInspection.Depth.EVERY_NIGHT)).isEmpty();
      endsEqual(recovers);

      putBack(lake, "ops");
      Trouble trouble = stopped(lake);
      named(trouble, lake, "ops.landing_file");
      heal(lake, trouble.getMessage());

      // All of ops gone: what the killed night noted tells that there has been a ledger.
      SampleLake.delete(recovers);
      copy(undisturbed, recovers.toString());
      kill(recovers, landing, commits);
      SampleLake.delete(recovers.resolve("ops"));
      named(stopped(recovers), recovers, "ops.landing_file");
    }
  }

  @Test
  void aFirstNightThatWasKilledIsNoAlarmWhereverItWas() {
    for (int commits : new int[] {1, 7, 25}) {
      Path lake = folder.resolve("killed-first-" + commits);
      kill(lake, city.landing(), commits);
      DeltaLog.clearCache();
      Findings findings = new Findings();
      LakeHealth.look(
          findings, new Nights(lake, city.landing()).lake(), LakeInspection.Depth.EVERY_NIGHT);
      assertThat(findings.isClean()).as(findings.json()).isTrue();
      assertThat(endsEqual(lake).warnings())
          .extracting(Message::toString)
          .as("%d commits", commits)
          .noneMatch(w -> w.contains("journal"));
    }
  }

  @Test
  void aLedgerThatIsGoneOrEmptyIsMadeAnewWithAllItTellsOf() throws IOException {
    Path emptied = copy(undisturbed, "ledger-emptied");
    delete(emptied, "ops.landing_file", "true");
    named(stopped(emptied), emptied, "ops.landing_file");

    // With the journal gone nothing but the other tables tells that it has been there.
    Path gone = copy(undisturbed, "ledger-gone");
    SampleLake.delete(gone.resolve("ops"));
    Trouble trouble = stopped(gone);
    named(trouble, gone, "ops.landing_file");
    heal(gone, trouble.getMessage());
  }

  @Test
  void dataFilesThatAreGoneOrDamagedStopTheNightAndOneCommandHeals() throws IOException {
    Path lake = copy(first, "files");
    Files.delete(dataFiles(lake, "air.station_hour").get(0));
    Path cut = dataFiles(lake, "received.hj212").get(0);
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 900));
    flipAByte(dataFiles(lake, "received.air").get(0), false);
    flipAByte(dataFiles(lake, "registry.station").get(0), false);
    for (Path file : dataFiles(lake, "ops.job_run")) {
      Files.delete(file);
    }
    Trouble trouble = stopped(lake);
    named(
        trouble,
        lake,
        "air.station_hour",
        "received.hj212",
        "received.air",
        "registry.station",
        "ops.job_run");
    assertThat(trouble)
        .hasMessageContainingAll(
            "is missing", "has 900 bytes instead of", "is not what was written");
    heal(lake, trouble.getMessage());
  }

  @Test
  void aDamagedFileThatOnlyReadingTellsFailsItsJobsWithASentence() throws IOException {
    Path lake = copy(first, "flipped");
    Path file = dataFiles(lake, "received.hj212").get(0);
    flipAByte(file, true);
    assertThat(doctor(lake, LakeInspection.Depth.EVERY_NIGHT)).isEmpty();
    List<Damage> found = doctor(lake, LakeInspection.Depth.CONTENT);
    assertThat(found).extracting(d -> d.table().name()).containsExactly("received.hj212");
    assertThat(found.get(0).sentence().toString()).contains(file.getFileName().toString());

    Runner.Wish wish =
        new Runner.Wish(
            DaySet.ALWAYS, java.util.Set.of("source.outlet_hour", "air.station_hour"), false);
    NightReport night = new Nights(lake, city.landing()).run(wish);
    assertThat(night.exitCode()).isEqualTo(4);
    assertThat(night.warnings())
        .extracting(Message::toString)
        .anySatisfy(
            w ->
                assertThat(w)
                    .contains("source.outlet_hour failed: A data file of received.hj212")
                    .contains(file.getFileName().toString()));
    assertThat(night.lines())
        .anySatisfy(
            l -> {
              assertThat(l.name()).isEqualTo("air.station_hour");
              assertThat(l.outcome()).isEqualTo("done");
            });
    heal(lake, String.join("\n", night.warnings().stream().map(Message::toString).toList()));
  }

  @Test
  void resultsThatSomebodyChangedAreComputedAnewAndToldOf() throws IOException {
    Path lake = copy(undisturbed, "results");
    delete(lake, "air.station_hour", "hour(hour_start) = 5");
    appendCopy(lake, "source.outlet_hour", LocalDate.of(2031, 1, 1));
    SampleLake.delete(of(lake, "power.meter_interval"));
    SampleLake.delete(of(lake, "air.station_day"));
    copy(of(first, "air.station_day"), "results/air/station_day");
    DeltaLog.clearCache();
    Trouble ofOneDay =
        catchThrowableOfType(
            Trouble.class,
            () -> new Nights(lake, city.landing()).run(DaySet.of(LocalDate.of(2024, 3, 1))));
    assertThat(ofOneDay).hasMessageContaining("Run './dawen nightly' without days first");
    assertThat(
            new Nights(lake, city.landing())
                .plan().stream()
                    .filter(d -> d.job().name().equals("power.meter_interval"))
                    .map(Planner.Due::days))
        .containsExactly(DaySet.parse("2024-03-01..2024-03-02"));

    NightReport night = endsEqual(lake);
    assertThat(night.warnings())
        .extracting(Message::toString)
        .anyMatch(w -> w.startsWith("air.station_hour was changed from outside (commit"))
        .anyMatch(w -> w.startsWith("source.outlet_hour was changed from outside (commit"))
        .anyMatch(w -> w.startsWith("power.meter_interval is gone from"))
        .anyMatch(w -> w.contains("air.station_day in") && w.contains("it ends with commit"));
  }

  @Test
  void withoutItsJournalTheLakeIsComputedAnewAndToldOf() throws IOException {
    Path lake = copy(undisturbed, "journal");
    SampleLake.delete(of(lake, "ops.job_run"));
    assertThat(new Nights(lake, city.landing()).run().warnings())
        .extracting(Message::toString)
        .anyMatch(w -> w.startsWith("ops.job_run, the journal, holds nothing"));
    delete(lake, "ops.job_run", "entry_kind = 'done'");
    assertThat(endsEqual(lake).warnings())
        .extracting(Message::toString)
        .anyMatch(w -> w.startsWith("ops.job_run was changed from outside"));
  }

  @Test
  void joinedFilesAndAJournalWithoutHashesAreNoAlarm() throws IOException {
    Path lake = copy(undisturbed, "harmless");
    DeltaTable.forPath(spark(), of(lake, "received.air").toString()).optimize().executeCompaction();
    DeltaTable.forPath(spark(), of(lake, "air.station_hour").toString())
        .optimize()
        .executeCompaction();
    // The journal as it was written before it knew of the ledger and of commits' hashes.
    Lake open = new Nights(lake, city.landing()).lake();
    List<Row> entries =
        open.read(OpsTables.JOB_RUN)
            .where("table_name IS NULL OR table_name NOT LIKE 'ops.%'")
            .withColumn("fingerprint", functions.expr("if(entry_kind = 'done', fingerprint, null)"))
            .collectAsList();
    SampleLake.delete(of(lake, "ops.job_run"));
    DeltaLog.clearCache();
    Lake withoutJournal = new Nights(lake, city.landing()).lake();
    withoutJournal.append(
        OpsTables.JOB_RUN,
        DaySet.NONE,
        Given.rows(
            OpsTables.JOB_RUN, spark().createDataFrame(entries, OpsTables.JOB_RUN.rowSchema())),
        "journal");
    assertThat(doctor(lake, LakeInspection.Depth.CONTENT)).isEmpty();
    NightReport night = endsEqual(lake);
    assertThat(night.lines()).isEmpty();
    assertThat(night.warnings()).extracting(Message::toString).isEmpty();
  }
}
