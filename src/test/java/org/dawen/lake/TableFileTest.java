package org.dawen.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of tables, written and read back without Spark. */
class TableFileTest {
  private static final Column CODE = Column.text("code").required();
  private static final Column DAY = Column.day("data_day").required();
  private static final Column TRUTH = Column.truth("is_true");
  private static final Column COUNT = Column.count("count");
  private static final Column WHOLE = Column.whole("whole");
  private static final Column SHORT = Column.decimal("short_t", 9, 3);
  private static final Column LONG = Column.decimal("long_t", 18, 3);
  private static final Column WIDE = Column.decimal("wide_t", 38, 10);
  private static final Column TIME = Column.civilTime("hour_start");
  private static final Column INSTANT = Column.instant("received_at");
  private static final int D1 = (int) LocalDate.of(2023, 12, 31).toEpochDay();

  private final Configuration hadoop = new Configuration();
  @TempDir private Path folder;

  private static Table table(Layout layout) {
    return TestTable.table("test.rows")
        .says("Rows.")
        .key(CODE)
        .day(DAY)
        .layout(layout)
        .columns(List.of(CODE, DAY, TRUTH, COUNT, WHOLE, SHORT, LONG, WIDE, TIME, INSTANT));
  }

  private static Cells row(String code, int day, int seed) {
    Cells row = new Cells(10);
    row.text(0, code);
    row.number(1, day);
    if (seed % 3 != 0) { // every third row has no other values
      row.number(2, seed & 1);
      row.number(3, -seed);
      row.number(4, Long.MAX_VALUE - seed);
      row.number(5, seed * 7L);
      row.number(6, -seed * 1_000_000_007L);
      row.wide(7, new BigDecimal("-12345678901234567890.0123456789").add(BigDecimal.valueOf(seed)));
      row.number(8, seed * 3_600_000_000L);
      row.number(9, -seed * 1_000_001L);
    }
    return row;
  }

  private static String shown(Table table, Cells row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      cells.add(row.shown(table.columns().get(i), i));
    }
    return String.join(" ", cells);
  }

  private List<String> read(Table table, WrittenFile file) throws IOException {
    List<String> rows = new ArrayList<>();
    try (TableFileReader reader =
        new TableFileReader(folder.resolve(file.path()).toString(), table.columns(), hadoop)) {
      for (Cells row = reader.next(); row != null; row = reader.next()) {
        rows.add(shown(table, row));
      }
    }
    return rows;
  }

  @Test
  void whatWasWrittenIsReadBackFolderByFolder() throws IOException {
    Table table = table(Layout.BY_YEAR);
    List<String> given = new ArrayList<>();
    List<WrittenFile> files;
    try (TableSink sink = new TableSink(table, folder.toString(), table.constraints(), hadoop)) {
      for (int i = 0; i < 1_000; i++) {
        Cells row = row("染" + i % 7, D1 + i % 2, i);
        given.add(shown(table, row));
        sink.write(row);
      }
      files = sink.finish();
    }
    assertThat(files)
        .extracting(WrittenFile::folder, WrittenFile::rows)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("2023", 500L),
            org.assertj.core.groups.Tuple.tuple("2024", 500L));
    List<String> all = new ArrayList<>();
    for (WrittenFile file : files) {
      assertThat(file.path()).startsWith("data_year=" + file.folder() + "/");
      assertThat(file.bytes()).isEqualTo(Files.size(folder.resolve(file.path())));
      all.addAll(read(table, file));
    }
    assertThat(all).containsExactlyInAnyOrderElementsOf(given);
  }

  /** More rows than a page holds. */
  @Test
  void numbersWithoutADictionaryComeBackInOrder() throws IOException {
    Table plain =
        TestTable.table("test.numbers")
            .says("Numbers.")
            .withoutKey("t")
            .withoutDay("t")
            .withoutDictionary(List.of(WHOLE, COUNT))
            .columns(List.of(WHOLE, COUNT));
    int rows = 300_000;
    WrittenFile file;
    try (TableSink sink = new TableSink(plain, folder.toString(), Map.of(), hadoop)) {
      Cells row = new Cells(2);
      for (int i = 0; i < rows; i++) {
        row.clear();
        row.number(0, Long.MIN_VALUE / rows * i);
        if (i % 5 != 0) {
          row.number(1, -i);
        }
        sink.write(row);
      }
      file = sink.finish().get(0);
    }
    int[] read = {0};
    TableFileReader.forEach(
        folder.resolve(file.path()).toString(),
        plain.columns(),
        hadoop,
        row -> {
          int i = read[0]++;
          boolean isRight =
              row.number(0) == Long.MIN_VALUE / rows * i
                  && (i % 5 == 0 ? row.isMissing(1) : row.number(1) == -i);
          if (!isRight) {
            throw new AssertionError("row " + i + " is " + shown(plain, row));
          }
        });
    assertThat(read[0]).isEqualTo(rows);
  }

  @Test
  void statisticsSayWhatTheFileHolds() throws IOException {
    Table table = table(Layout.UNPARTITIONED);
    try (TableSink sink = new TableSink(table, folder.toString(), table.constraints(), hadoop)) {
      for (int i : new int[] {5, 2, 9, 2}) {
        sink.write(row("x", D1 + i, i));
      }
      JsonNode statistics = new ObjectMapper().readTree(sink.finish().get(0).statistics());
      assertThat(statistics.toString())
          .isEqualTo(
              "{\"numRecords\":4,\"minValues\":{\"data_day\":\"2024-01-02\"},"
                  + "\"maxValues\":{\"data_day\":\"2024-01-09\"},\"nullCount\":{\"data_day\":0}}");
    }
  }

  @Test
  void statisticsOfTextsAreInTheOrderOfTheirBytesAndNeverTooNarrow() throws IOException {
    Table table =
        TestTable.table("test.texts")
            .says("Texts.")
            .withoutKey("t")
            .withoutDay("t")
            .columns(List.of(CODE));
    String longest = "z".repeat(40);
    assertThat(statisticsOf(table, "b", "\uD83D\uDE00", "\uFFEE"))
        .contains("\"minValues\":{\"code\":\"b\"}", "\"maxValues\":{\"code\":\"\uD83D\uDE00\"}");
    assertThat(statisticsOf(table, longest, "c" + longest))
        .contains("\"minValues\":{\"code\":\"c" + "z".repeat(31) + "\"}", "\"maxValues\":{}");
  }

  private String statisticsOf(Table table, String... texts) throws IOException {
    try (TableSink sink = new TableSink(table, folder.toString(), table.constraints(), hadoop)) {
      Cells row = new Cells(1);
      for (String text : texts) {
        row.clear();
        row.text(0, text);
        sink.write(row);
      }
      return sink.finish().get(0).statistics();
    }
  }

  @Test
  void aColumnThatTheFileDoesNotHaveIsNull() throws IOException {
    Table old =
        TestTable.table("test.old").says("Old.").key(CODE).day(DAY).columns(List.of(CODE, DAY));
    try (TableSink sink = new TableSink(old, folder.toString(), old.constraints(), hadoop)) {
      Cells row = new Cells(2);
      row.text(0, "x");
      row.number(1, D1);
      sink.write(row);
      WrittenFile file = sink.finish().get(0);
      assertThat(read(table(Layout.UNPARTITIONED), file).get(0)).endsWith("null null null");
    }
  }

  @Test
  void whatIsGivenUpLeavesNoFile() throws IOException {
    Table table = table(Layout.BY_MONTH);
    assertThatThrownBy(
            () -> {
              try (TableSink sink =
                  new TableSink(table, folder.toString(), table.constraints(), hadoop)) {
                sink.write(row("x", D1, 1));
                sink.write(row(null, D1 + 1, 1));
              }
            })
        .hasMessageContaining("breaks code_required");
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(f -> f.toString().endsWith(".parquet"))).isEmpty();
    }
  }

  @Test
  void aRowThatBreaksAConstraintIsNamed() {
    Table table = table(Layout.UNPARTITIONED);
    try (TableSink sink = new TableSink(table, folder.toString(), table.constraints(), hadoop)) {
      assertThatThrownBy(() -> sink.write(row(null, D1, 1)))
          .hasMessageContaining("breaks code_required (code IS NOT NULL): code=null");
    }
  }

  @Test
  void moreFoldersThanFilesMayBeOpenAreWrittenAllTheSame() throws IOException {
    Table table = table(Layout.BY_MONTH);
    try (TableSink sink = new TableSink(table, folder.toString(), table.constraints(), hadoop)) {
      for (int i = 0; i < 600; i++) {
        sink.write(row("x", D1 + (i * 31) % 620, i));
      }
      assertThat(sink.finish().stream().mapToLong(WrittenFile::rows).sum()).isEqualTo(600);
    }
  }
}
