package org.dawen.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of a table as records. */
class RowsTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 2, 28);

  @OfTable(
      name = "test.reading",
      grain = "A reading.",
      layout = Layout.BY_MONTH,
      sources = "a test")
  record Reading(
      @Key String stationCode,
      @Key @Day LocalDate dataDay,
      @Key long recordNo,
      @Nullable @Digits(value = 14, scale = 6) BigDecimal pm10UgM3) {}

  @OfTable(name = "test.station", grain = "One.", withoutDay = "ever", sources = "a test")
  record Station(@Key String stationCode, @Nullable String countyCode) {}

  record Value(@Nullable @Digits(value = 14, scale = 6) BigDecimal pm10UgM3, long recordNo) {}

  @TempDir private Path folder;
  private Lake lake;

  @BeforeEach
  void threeFilesOfFourDays() {
    lake = new Lake(SharedSession.spark(), folder.toString());
    append(Reading.class, List.of(reading(0, 1, "1.5"), reading(1, 2, "")));
    append(Reading.class, List.of(reading(2, 3, "3"), reading(0, 4, "-4")));
    append(Station.class, List.of(new Station("S1", null), new Station("S2", "C")));
  }

  private static Reading reading(int day, long recordNo, String pm10) {
    return new Reading(
        "S1", FIRST.plusDays(day), recordNo, pm10.isEmpty() ? null : new BigDecimal(pm10));
  }

  private <R extends Record> void append(Class<R> type, List<R> rows) {
    List<WrittenFile> files;
    try (RowSink<R> sink = lake.place(type).open(DaySet.ALWAYS)) {
      rows.forEach(sink::write);
      files = sink.finish();
    }
    lake.commit(Table.of(type), DaySet.NONE, files, "test");
  }

  private <R extends Record> List<R> read(Class<R> type, String days) {
    return all(lake.rows(Table.of(Reading.class), type, DaySet.parse(days)));
  }

  private static <R extends Record> List<R> all(Rows<R> rows) {
    List<R> all = new ArrayList<>();
    rows.forEach(all::add);
    return all;
  }

  @Test
  void rowsOfAllFilesAreReadInTheColumnsOfTheRecord() {
    assertThat(read(Value.class, ".."))
        .containsExactlyInAnyOrder(
            new Value(new BigDecimal("1.500000"), 1),
            new Value(null, 2),
            new Value(new BigDecimal("3.000000"), 3),
            new Value(new BigDecimal("-4.000000"), 4));
    assertThat(read(Reading.class, ".."))
        .extracting(Reading::recordNo)
        .containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
  }

  @Test
  void onlyRowsOfTheDaysAreReadWhetherOrNotTheRecordHasTheDay() {
    String two = "2024-02-28,2024-03-01";
    assertThat(read(Value.class, two))
        .extracting(Value::recordNo)
        .containsExactlyInAnyOrder(1L, 3L, 4L);
    assertThat(read(Reading.class, two))
        .extracting(Reading::recordNo)
        .containsExactlyInAnyOrder(1L, 3L, 4L);
    assertThat(read(Value.class, "2024-02-27,2024-03-02")).isEmpty();
  }

  @Test
  void rowsAreReadFileByFileToo() {
    Rows<Value> rows = lake.rows(Table.of(Reading.class), Value.class, DaySet.ALWAYS);
    // A file for each month of each commit.
    assertThat(rows.byFile()).hasSize(3);
    List<Value> byFile = new ArrayList<>();
    rows.byFile().forEach(file -> byFile.addAll(all(file)));
    assertThat(byFile).containsExactlyInAnyOrderElementsOf(read(Value.class, ".."));
    assertThat(rows.bytes()).isPositive();
    assertThat(
            lake.rows(Table.of(Reading.class), Value.class, DaySet.of(FIRST.plusDays(2))).byFile())
        .hasSize(1);
  }

  @Test
  void aTableWithoutDaysIsReadWholeAndOneThatIsNotThereHasNoRows() {
    assertThat(all(lake.rows(Table.of(Station.class), Station.class, DaySet.NONE))).hasSize(2);
    Lake other = new Lake(SharedSession.spark(), folder.resolve("other").toString());
    Rows<Value> none = other.rows(Table.of(Reading.class), Value.class, DaySet.ALWAYS);
    assertThat(all(none)).isEmpty();
    assertThat(none.bytes()).isZero();
    assertThat(none.byFile()).isEmpty();
  }

  record NoSuchColumn(String stationName) {}

  record AnotherType(int recordNo) {}

  record OtherDigits(@Nullable @Digits(value = 14, scale = 2) BigDecimal pm10UgM3) {}

  record MustBeThere(@Digits(value = 14, scale = 6) BigDecimal pm10UgM3) {}

  @Test
  void aRecordThatTheTableDoesNotFitIsRefusedBeforeAnyRow() {
    assertThatThrownBy(() -> read(NoSuchColumn.class, ".."))
        .hasMessageContaining("test.reading has no column station_name");
    assertThatThrownBy(() -> read(AnotherType.class, "..")).hasMessageContaining("record_no");
    assertThatThrownBy(() -> read(OtherDigits.class, "..")).hasMessageContaining("DECIMAL(14,2)");
    assertThatThrownBy(() -> read(MustBeThere.class, ".."))
        .hasMessageContaining("pm10_ug_m3")
        .hasMessageContaining("missing");
  }

  /** With the sums of Hadoop gone, so that Parquet alone can find it. */
  @Test
  void whateverIsWrongWithAFileItIsNamedAsDamaged() throws IOException {
    Table table = Table.of(Reading.class);
    List<Path> found;
    try (Stream<Path> all = Files.walk(folder.resolve("test/reading"))) {
      found = all.filter(Files::isRegularFile).toList();
    }
    for (Path crc : found) {
      if (crc.toString().endsWith(".crc")) {
        Files.delete(crc);
      }
    }
    Path file = found.stream().filter(f -> f.toString().endsWith(".parquet")).findFirst().get();
    byte[] whole = Files.readAllBytes(file);
    Rows<Reading> rows = lake.rows(table, Reading.class, DaySet.ALWAYS);
    List<String> unnamed = new ArrayList<>();
    int damaged = 0;
    for (int at = 0; at <= whole.length; at += 5) {
      byte[] changed = whole.clone();
      if (at < whole.length) {
        changed[at] ^= (byte) 0xff;
      }
      for (byte[] bytes : List.of(changed, Arrays.copyOf(whole, at))) {
        Files.write(file, bytes);
        try {
          all(rows);
        } catch (RuntimeException e) {
          damaged++;
          Trouble trouble = Damage.behind(e, List.of(table));
          if (trouble == null || !trouble.getMessage().contains(file.getFileName().toString())) {
            unnamed.add(at + ": " + e);
          }
        }
      }
    }
    Files.delete(file);
    assertThatThrownBy(() -> all(rows))
        .satisfies(e -> assertThat(Damage.behind(e, List.of(table))).isNotNull());
    assertThat(unnamed).isEmpty();
    assertThat(damaged).isGreaterThan(whole.length / 5);
  }

  @Test
  void aSinkWritesRowsOfItsDaysOnly() {
    List<WrittenFile> files;
    DaySet day = DaySet.of(FIRST);
    try (RowSink<Reading> sink = lake.place(Reading.class).open(day)) {
      sink.write(reading(0, 9, "9"));
      sink.write(reading(1, 10, "10"));
      files = sink.finish();
    }
    lake.commit(Table.of(Reading.class), day, files, "test");
    assertThat(read(Reading.class, ".."))
        .extracting(Reading::recordNo)
        .containsExactlyInAnyOrder(9L, 2L, 3L);
  }
}
