package org.dawen.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dawen.lake.Day;
import org.dawen.lake.DaySet;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Lake;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.lake.RowSink;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.dawen.lake.TestRows;
import org.dawen.lake.WrittenFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pass of its own: two tables followed, one looked up, two parts. */
class PassRunTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 2, 28);
  private static final DaySet DAYS = DaySet.between(FIRST, FIRST.plusDays(3));
  private static final Settings SETTINGS =
      Settings.of(Map.of("test.factor", "2", "test.other", "3"));

  @OfTable(name = "test.reading", grain = "A reading.", sources = "a test")
  record Reading(
      @Key String stationCode,
      @Key @Day LocalDate dataDay,
      @Key long recordNo,
      @Nullable @Digits(value = 14, scale = 6) BigDecimal pm10UgM3,
      @Nullable String note) {}

  @OfTable(name = "test.remark", grain = "A remark.", sources = "a test")
  record Remark(
      @Key String stationCode,
      @Key @Day LocalDate dataDay,
      @Key long recordNo,
      @Nullable Instant receivedAt) {}

  @OfTable(name = "test.station", grain = "A station.", withoutDay = "ever", sources = "a test")
  record Station(@Key String stationCode, @Nullable String countyCode) {}

  /** Less than the table has, in another order. */
  record Value(
      @Nullable @Digits(value = 14, scale = 6) BigDecimal pm10UgM3,
      LocalDate dataDay,
      String stationCode,
      @Nullable String note,
      long recordNo) {}

  record DayOfRemark(LocalDate dataDay) {}

  @OfTable(
      name = "test.sum",
      grain = "A day of a station.",
      layout = Layout.BY_MONTH,
      sources = "test.reading")
  record Sum(
      @Key String stationCode,
      @Key @Day LocalDate dataDay,
      @Nullable String countyCode,
      @Nullable @Digits(value = 14, scale = 6) BigDecimal pm10UgM3,
      String detail,
      int revisionCount) {}

  @OfTable(name = "test.count", grain = "A day of a station.", sources = "test.remark")
  record Count(@Key String stationCode, @Key @Day LocalDate dataDay, long recordCount) {}

  record Undeclared(String stationCode) {}

  private static final JobSpec SUMS = sums().build();
  private static final JobSpec COUNTS = counts().build();

  private static JobSpec.Builder sums() {
    return JobSpec.writes(Sum.class)
        .follows(Table.of(Reading.class))
        .looksUp(Table.of(Station.class))
        .settings("test.factor");
  }

  private static JobSpec.Builder counts() {
    return JobSpec.writes(Count.class)
        .follows(Table.of(Reading.class), Table.of(Remark.class))
        .reach(Reach.andNextDays(1));
  }

  /** By station: of each day with readings the sum, and how many remarks there were until then. */
  private static final class Sums implements Pass {
    private static final long serialVersionUID = 1L;

    @Override
    public PassSpec spec() {
      return PassSpec.of()
          .follows(
              Table.of(Reading.class),
              Value.class,
              Value::stationCode,
              Comparator.comparing(Value::dataDay)
                  .thenComparing(Value::recordNo, Comparator.reverseOrder()))
          .follows(Table.of(Remark.class), Remark.class, Remark::stationCode)
          .looksUp(Table.of(Station.class), Station.class)
          .looksUp(Table.of(Remark.class), DayOfRemark.class)
          .gives(sums())
          .gives(counts())
          .build();
    }

    @Override
    public Rule rule(References references) {
      Map<String, String> counties = new HashMap<>();
      references.forEach(Station.class, s -> counties.put(s.stationCode(), s.countyCode()));
      BigDecimal factor = references.settings().decimal("test.factor");
      int remarks = references.all(DayOfRemark.class).size();
      return (station, out) -> {
        Map<LocalDate, List<Value>> days =
            station.rows(Value.class).stream().collect(Collectors.groupingBy(Value::dataDay));
        days.forEach(
            (day, values) -> {
              out.give(
                  new Sum(
                      station.key(),
                      day,
                      counties.get(station.key()),
                      values.stream()
                          .map(Value::pm10UgM3)
                          .filter(v -> v != null)
                          .reduce(BigDecimal::add)
                          .map(factor::multiply)
                          .orElse(null),
                      values.stream()
                          .map(v -> v.recordNo() + (v.note() == null ? "" : v.note()))
                          .collect(Collectors.joining(" ")),
                      remarks));
              long count =
                  station.rows(Remark.class).stream()
                      .filter(r -> !r.dataDay().isAfter(day))
                      .count();
              out.give(new Count(station.key(), day, count));
            });
      };
    }
  }

  /** A pass that follows readings and does as it is told. */
  private static final class Told implements Pass {
    private static final long serialVersionUID = 1L;
    private final Pass.Rule rule;

    /** A rule that tasks can be sent. */
    interface SentRule extends Pass.Rule, java.io.Serializable {}

    Told(SentRule rule) {
      this.rule = rule;
    }

    @Override
    public PassSpec spec() {
      return PassSpec.of()
          .follows(Table.of(Reading.class), Value.class, v -> v.dataDay().toString())
          .gives(JobSpec.writes(Sum.class))
          .gives(JobSpec.writes(Count.class))
          .build();
    }

    @Override
    public Rule rule(References references) {
      return rule;
    }

    Map<JobSpec, DaySet> due(DaySet days) {
      return spec().parts().stream().collect(Collectors.toMap(part -> part, part -> days));
    }
  }

  @TempDir private Path folder;
  private Lake lake;

  @BeforeEach
  void openTheLake() {
    lake = new Lake(SharedSession.spark(), folder.toString());
  }

  /** Adds a file to a table. */
  @SafeVarargs
  private <R extends Record> void append(Class<R> type, R... rows) {
    append(type, List.of(rows));
  }

  private <R extends Record> void append(Class<R> type, List<R> rows) {
    List<WrittenFile> files;
    try (RowSink<R> sink = lake.place(type).open(DaySet.ALWAYS)) {
      rows.forEach(sink::write);
      files = sink.finish();
    }
    lake.commit(Table.of(type), DaySet.NONE, files, "test");
  }

  private static Reading reading(String station, int day, long recordNo, String pm10) {
    return new Reading(
        station, FIRST.plusDays(day), recordNo, pm10.isEmpty() ? null : new BigDecimal(pm10), null);
  }

  private PassRun run(Pass pass, Map<JobSpec, DaySet> due) {
    return new PassRun(lake, pass, due, SETTINGS);
  }

  /** Commits what was computed and gives all rows of a table, in some order. */
  private <R extends Record> List<R> rows(
      Class<R> type, Map<String, List<WrittenFile>> files, DaySet days) {
    lake.commit(Table.of(type), days, files.get(Table.of(type).name()), "test");
    List<R> rows = new ArrayList<>();
    lake.rows(Table.of(type), type, DaySet.ALWAYS).forEach(rows::add);
    rows.sort(Comparator.comparing(r -> TestRows.cells(r).toString()));
    return rows;
  }

  @Test
  void rowsAreGroupedByKeyAndComeInTheDeclaredOrder() {
    append(Reading.class, reading("S2", 0, 1, "1"), reading("S1", 0, 2, "20"));
    append(
        Reading.class,
        reading("S1", 1, 9, ""),
        reading("S1", 0, 3, "0.000001"),
        reading("S1", 0, 1, "-5"));
    append(Remark.class, new Remark("S1", FIRST, 1, Instant.EPOCH));
    append(Remark.class, new Remark("S3", FIRST, 1, null));
    append(Station.class, new Station("S1", "C1"), new Station("S2", null));
    PassRun run = run(new Sums(), Map.of(SUMS, DAYS, COUNTS, DAYS));
    Map<String, List<WrittenFile>> files = run.compute();
    assertThat(run.rowsIn()).isEqualTo(7);
    assertThat(rows(Sum.class, files, DAYS))
        .containsExactly(
            new Sum("S1", FIRST, "C1", new BigDecimal("30.000002"), "3 2 1", 2),
            new Sum("S1", FIRST.plusDays(1), "C1", null, "9", 2),
            new Sum("S2", FIRST, null, new BigDecimal("2.000000"), "1", 2));
    assertThat(rows(Count.class, files, DAYS))
        .containsExactly(
            new Count("S1", FIRST, 1),
            new Count("S1", FIRST.plusDays(1), 1),
            new Count("S2", FIRST, 0));
  }

  @Test
  void onlyDuePartsAndWantedDaysAreWritten() {
    append(Reading.class, reading("S1", 0, 1, "1"), reading("S1", 1, 2, "2"));
    append(Remark.class, new Remark("S1", FIRST, 1, null));
    DaySet second = DaySet.of(FIRST.plusDays(1));
    // Counts read the day before too, of which no row is wanted.
    Map<String, List<WrittenFile>> files = run(new Sums(), Map.of(COUNTS, second)).compute();
    assertThat(files).containsOnlyKeys("test.count");
    assertThat(rows(Count.class, files, second))
        .containsExactly(new Count("S1", FIRST.plusDays(1), 1));
    assertThat(filesOf("test.sum")).isEmpty();
  }

  @Test
  void eachPartHasItsOwnDays() {
    append(Reading.class, reading("S1", 0, 1, "1"), reading("S1", 1, 2, "2"));
    Map<String, List<WrittenFile>> files =
        run(new Sums(), Map.of(SUMS, DaySet.of(FIRST), COUNTS, DaySet.of(FIRST.plusDays(1))))
            .compute();
    assertThat(rows(Sum.class, files, DaySet.of(FIRST)))
        .extracting(Sum::dataDay)
        .containsExactly(FIRST);
    assertThat(rows(Count.class, files, DaySet.of(FIRST.plusDays(1))))
        .extracting(Count::dataDay)
        .containsExactly(FIRST.plusDays(1));
  }

  @Test
  void daysThatAreNotReadAreUnknownToTheRule() {
    append(Reading.class, reading("S1", 0, 1, "1"), reading("S1", 2, 2, "2"));
    append(
        Remark.class,
        new Remark("S1", FIRST, 1, null),
        new Remark("S1", FIRST.plusDays(2), 2, null));
    PassRun run = run(new Sums(), Map.of(COUNTS, DaySet.of(FIRST.plusDays(2))));
    Map<String, List<WrittenFile>> files = run.compute();
    assertThat(run.rowsIn()).isEqualTo(2);
    assertThat(rows(Count.class, files, DaySet.of(FIRST.plusDays(2))))
        .containsExactly(new Count("S1", FIRST.plusDays(2), 1));
  }

  @Test
  void theRowsOfADayThatHasNoneAnyMoreGo() {
    append(Reading.class, reading("S1", 0, 1, "1"), reading("S1", 1, 2, "2"));
    rows(Sum.class, run(new Sums(), Map.of(SUMS, DAYS)).compute(), DAYS);
    lake.commit(Table.of(Reading.class), DaySet.of(FIRST), List.of(), "test");
    assertThat(rows(Sum.class, run(new Sums(), Map.of(SUMS, DAYS)).compute(), DAYS))
        .extracting(Sum::dataDay)
        .containsExactly(FIRST.plusDays(1));
    assertThat(rows(Sum.class, run(new Sums(), Map.of(SUMS, DAYS)).inTasks(3), DAYS)).hasSize(1);
  }

  @Test
  void whatIsNotDeclaredIsRefused() {
    append(Reading.class, reading("S1", 0, 1, "1"));
    assertFails(new Told((day, out) -> out.give(new Undeclared("S1"))), "Undeclared");
    assertFails(new Told((day, out) -> day.rows(Remark.class)), "to follow");
    Pass asksTooMuch =
        new Pass() {
          private static final long serialVersionUID = 1L;

          @Override
          public PassSpec spec() {
            return new Told(null).spec();
          }

          @Override
          public Rule rule(References references) {
            references.all(Station.class);
            return null;
          }
        };
    Map<JobSpec, DaySet> due = new Told(null).due(DAYS);
    assertThatThrownBy(() -> run(asksTooMuch, due).compute()).hasMessageContaining("to look up");
    Pass asksAnotherSetting =
        new Pass() {
          private static final long serialVersionUID = 1L;

          @Override
          public PassSpec spec() {
            return new Told(null).spec();
          }

          @Override
          public Rule rule(References references) {
            references.settings().text("test.other");
            return null;
          }
        };
    assertThatThrownBy(() -> run(asksAnotherSetting, due).compute())
        .hasMessageContaining("test.other");
  }

  private void assertFails(Told pass, String words) {
    assertThatThrownBy(() -> run(pass, pass.due(DAYS)).compute()).hasMessageContaining(words);
    assertThatThrownBy(() -> run(pass, pass.due(DAYS)).inTasks(2)).hasMessageContaining(words);
  }

  @Test
  void aRowThatBreaksAConstraintStopsThePass() {
    append(Reading.class, reading("S1", 0, 1, "1"));
    assertFails(
        new Told((day, out) -> out.give(new Count(null, FIRST, 1))), "station_code_required");
  }

  @Test
  void aRuleThatThrowsLeavesNoFileBehind() throws IOException {
    append(Reading.class, reading("S1", 0, 1, "1"), reading("S1", 1, 1, "1"));
    // More months than files are open at a time, so that some are ended before the end.
    Told pass =
        new Told(
            (day, out) -> {
              for (int month = 0; month < 40; month++) {
                LocalDate of = FIRST.plusMonths(month);
                out.give(new Sum(day.key(), of, null, null, "", 0));
                out.give(new Count(day.key(), of, 0));
              }
              if (!day.key().equals(FIRST.toString())) {
                throw new IllegalStateException("planted");
              }
            });
    DaySet years = DaySet.parse("2024-02-28..2028-12-31");
    assertThatThrownBy(() -> run(pass, pass.due(years)).compute()).hasMessageContaining("planted");
    assertThat(filesOf("test.sum")).isEmpty();
    assertThat(filesOf("test.count")).isEmpty();
    assertThatThrownBy(() -> run(pass, pass.due(years)).inTasks(1)).hasMessageContaining("planted");
    assertThat(filesOf("test.sum")).isEmpty();
    assertThat(filesOf("test.count")).isEmpty();
  }

  private List<String> filesOf(String table) {
    Path of = folder.resolve(table.replace('.', '/'));
    if (!Files.exists(of)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(of)) {
      return files.map(Path::toString).filter(f -> f.endsWith(".parquet")).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Texts that are as long as no other, negative numbers and nulls among them. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void aRuleCannotTellOnHowManyTasksItRuns(long seed) {
    Random random = new Random(seed);
    List<String> notes = new ArrayList<>(List.of("", "染".repeat(10_922), "x".repeat(32_767)));
    notes.addAll(List.of("染".repeat(30_000), "a\"b,c\n", "𠀀"));
    notes.add(null);
    List<Reading> readings = new ArrayList<>();
    List<Remark> remarks = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      String station = "站" + random.nextInt(20);
      LocalDate day = FIRST.plusDays(random.nextInt(5));
      BigDecimal pm10 = random.nextInt(5) == 0 ? null : BigDecimal.valueOf(random.nextInt(), 6);
      readings.add(new Reading(station, day, i, pm10, i < 20 ? notes.get(i % notes.size()) : null));
      if (random.nextBoolean()) {
        Instant at = random.nextBoolean() ? null : Instant.ofEpochSecond(random.nextInt(), 1_000);
        remarks.add(new Remark(station, day, i, at));
      }
    }
    Collections.shuffle(readings, random);
    append(Reading.class, readings.subList(0, 100));
    append(Reading.class, readings.subList(100, 101));
    append(Reading.class, readings.subList(101, 300));
    append(Remark.class, remarks);
    append(Station.class, new Station("站1", "C1"), new Station("站2", null));
    Map<String, Integer> rows = PassRuns.assertSameInTasks(lake, new Sums(), DAYS, SETTINGS);
    assertThat(rows).containsOnlyKeys("test.count", "test.sum");
    assertThat(rows.get("test.sum")).isGreaterThan(50);
  }
}
