package org.dawen.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentHashTest {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

  @OfTable(
      name = "test.all_types",
      grain = "A station.",
      layout = Layout.BY_MONTH,
      sources = "a test")
  record AllTypes(
      @Key String stationCode,
      @Key @Day LocalDate dataDay,
      @Nullable String countyCode,
      @Nullable Integer revisionCount,
      @Nullable Long recordNo,
      @Nullable Boolean isRegistered,
      @Nullable LocalDateTime hourStart,
      @Nullable Instant finishedAt,
      @Nullable @Digits(value = 12, scale = 3) BigDecimal massT,
      @Nullable @Digits(value = 30, scale = 10) BigDecimal pm10UgM3) {}

  private static final AllTypes NOTHING =
      new AllTypes("", DAY, null, null, null, null, null, null, null, null);
  private static final AllTypes SOMETHING =
      new AllTypes(
          "泰安 1",
          DAY.plusDays(40),
          "a",
          -7,
          1L << 40,
          true,
          LocalDateTime.parse("2024-03-01T10:11:12.000013"),
          Instant.parse("1969-12-31T23:59:59.999999Z"),
          new BigDecimal("-12.345"),
          new BigDecimal("-12345678901234567890.0123456789"));
  private static final AllTypes OTHER =
      new AllTypes(
          "b",
          DAY,
          "",
          0,
          -1L,
          false,
          DAY.atStartOfDay(),
          Instant.EPOCH,
          new BigDecimal("0"),
          new BigDecimal("255"));

  private static final Table TABLE = Table.of(AllTypes.class);

  @TempDir private Path folder;

  private Lake lake(String name, List<List<AllTypes>> commits) {
    Lake lake = new Lake(SharedSession.spark(), folder.resolve(name).toString());
    for (List<AllTypes> rows : commits) {
      try (RowSink<AllTypes> sink = lake.place(AllTypes.class).open(DaySet.ALWAYS)) {
        rows.forEach(sink::write);
        lake.commit(TABLE, DaySet.NONE, sink.finish(), "test");
      }
    }
    return lake;
  }

  private String hash(String name, AllTypes... rows) {
    return ContentHash.of(lake(name, List.of(List.of(rows))), TABLE);
  }

  /** Anybody can compute it: with Spark SQL, of any lake and in any build. */
  @Test
  void itIsTheSumThatSparkSqlComputes() {
    Lake lake = lake("all", List.of(List.of(NOTHING, SOMETHING, OTHER), List.of(OTHER)));
    String cells =
        TABLE.columns().stream()
            .flatMap(c -> Stream.of("isnull(" + c + ")", c.name()))
            .collect(Collectors.joining(","));
    String expected =
        lake.read(TABLE)
            .selectExpr(
                "concat(count(1), ':', sum(cast(xxhash64(%s) AS decimal(38,0))))".formatted(cells))
            .first()
            .getString(0);
    assertThat(ContentHash.of(lake, TABLE)).isEqualTo(expected).startsWith("4:");
  }

  @Test
  void orderAndFilesDoNotMatter() {
    assertThat(ContentHash.of(lake("two", List.of(List.of(OTHER), List.of(SOMETHING))), TABLE))
        .isEqualTo(hash("one", SOMETHING, OTHER));
  }

  @Test
  void nullsAndCopiesDo() {
    AllTypes a = new AllTypes("c", DAY, "x", null, 1L, null, null, null, null, null);
    AllTypes moved = new AllTypes("c", DAY, "x", 1, null, null, null, null, null, null);
    assertThat(hash("moved", moved)).isNotEqualTo(hash("a", a));
    assertThat(hash("copies", a, a, a)).isNotEqualTo(hash("single", a));
  }

  /** Its files cannot be read by their columns' names, so Delta reads it. */
  @Test
  void columnsThatAnotherWriterMappedDoNotMatter() {
    Lake lake = lake("mapped", List.of(List.of(NOTHING, SOMETHING, OTHER)));
    SharedSession.spark()
        .sql(
            "ALTER TABLE delta.`%s` SET TBLPROPERTIES ('delta.columnMapping.mode' = 'name')"
                .formatted(folder.resolve("mapped/test/all_types")));
    assertThat(lake.files(TABLE).isPlain()).isFalse();
    assertThat(ContentHash.of(lake, TABLE)).isEqualTo(hash("plain", NOTHING, SOMETHING, OTHER));
  }

  @Test
  void aTableThatIsNotThereIsAbsent() {
    assertThat(ContentHash.of(lake("none", List.of()), TABLE)).isEqualTo("absent");
  }
}
