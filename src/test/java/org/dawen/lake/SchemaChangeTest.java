package org.dawen.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that an earlier version of Dawen wrote get the columns of this one in place. */
class SchemaChangeTest {
  private static final LocalDate D1 = LocalDate.of(2024, 3, 1);
  private static final LocalDate D2 = D1.plusDays(1);

  @TempDir private Path folder;
  private Lake lake;

  @OfTable(
      name = "test.hour",
      grain = "A code and day.",
      sources = "a test",
      layout = Layout.BY_MONTH)
  record Before(
      @Key(1) String stationCode, @Key(2) @Day LocalDate dataDay, @Nullable String note) {}

  /** Two columns more, one of them between the others. */
  @OfTable(
      name = "test.hour",
      grain = "A code and day.",
      sources = "a test",
      layout = Layout.BY_MONTH)
  record Wider(
      @Key(1) String stationCode,
      @Nullable @Digits(value = 9, scale = 3) BigDecimal energyKwh,
      @Key(2) @Day LocalDate dataDay,
      @Nullable String note,
      @Nullable Integer recordCount) {}

  @OfTable(
      name = "test.hour",
      grain = "A code and day.",
      sources = "a test",
      layout = Layout.BY_MONTH)
  record Required(
      @Key(1) String stationCode,
      @Key(2) @Day LocalDate dataDay,
      @Nullable String note,
      Integer recordCount) {}

  record OfHour(@Nullable String note) {}

  /** What were columns stands in a list, as packets were brought together. */
  @OfTable(
      name = "test.hour",
      grain = "A code and day.",
      sources = "a test",
      layout = Layout.BY_MONTH)
  record Listed(@Key(1) String stationCode, @Key(2) @Day LocalDate dataDay, List<OfHour> factors) {}

  @OfTable(
      name = "test.hour",
      grain = "A code and day.",
      sources = "a test",
      layout = Layout.BY_MONTH)
  record Fewer(@Key(1) String stationCode, @Key(2) @Day LocalDate dataDay) {}

  @OfTable(
      name = "test.hour",
      grain = "A code and day.",
      sources = "a test",
      layout = Layout.BY_MONTH)
  record OtherType(
      @Key(1) String stationCode, @Key(2) @Day LocalDate dataDay, @Nullable Long note) {}

  @OfTable(name = "test.hour", grain = "A code.", sources = "a test", layout = Layout.BY_MONTH)
  record OtherKey(@Key String stationCode, @Day LocalDate dataDay, @Nullable String note) {}

  @OfTable(
      name = "test.hour",
      grain = "A code and day.",
      sources = "a test",
      layout = Layout.BY_YEAR)
  record OtherFolders(
      @Key(1) String stationCode, @Key(2) @Day LocalDate dataDay, @Nullable String note) {}

  /** What a question about the new column alone reads of a file that lacks it. */
  record NewOnly(@Nullable Integer recordCount) {}

  @BeforeEach
  void writeAsTheEarlierVersionDid() {
    lake = new Lake(SharedSession.spark(), folder.toString());
    lake.append(
        Before.class,
        DaySet.between(D1, D2),
        List.of(new Before("x", D1, "N"), new Before("y", D1, null), new Before("x", D2, "D")),
        "test");
  }

  private static Table table(Class<? extends Record> type) {
    return Table.of(type);
  }

  @Test
  void newColumnsAreAddedWithoutTouchingARowOrADay() {
    assertThat(lake.schemaChange(table(Wider.class)).added())
        .containsExactly("energy_kwh", "record_count");
    List<String> files = dataFiles();
    lake.addColumns(table(Wider.class));
    assertThat(lake.schemaChange(table(Wider.class))).isEqualTo(SchemaChange.NONE);
    assertThat(dataFiles()).isEqualTo(files);
    assertThat(lake.commitsAfter(table(Wider.class), 0))
        .singleElement()
        .satisfies(c -> assertThat(c.changesData()).isFalse())
        .satisfies(c -> assertThat(c.days()).isEqualTo(DaySet.NONE));
    assertThat(wider())
        .containsExactlyInAnyOrder(
            new Wider("x", null, D1, "N", null),
            new Wider("y", null, D1, null, null),
            new Wider("x", null, D2, "D", null));
  }

  @Test
  void whatIsWrittenWithoutAskingAddsThemToo() {
    Wider row = new Wider("x", new BigDecimal("53.125"), D2, "D", 4);
    lake.replace(
        Wider.class,
        Selection.ofDays(table(Wider.class), DaySet.of(D2)),
        DaySet.of(D2),
        List.of(row),
        "test");
    assertThat(lake.schemaChange(table(Wider.class))).isEqualTo(SchemaChange.NONE);
    assertThat(wider())
        .containsExactlyInAnyOrder(
            new Wider("x", null, D1, "N", null), new Wider("y", null, D1, null, null), row);
    assertThat(lake.read(table(Wider.class)).select("station_code", "energy_kwh").collectAsList())
        .hasSize(3);
  }

  @Test
  void everyReaderGivesNullForThem() throws Exception {
    lake.addColumns(table(Wider.class));
    assertThat(lake.rows(table(Wider.class), NewOnly.class, DaySet.ALWAYS).list())
        .containsOnly(new NewOnly(null))
        .hasSize(3);
    assertThat(lake.rows(table(Wider.class), DaySet.of(D1), Set.of("record_count"))).hasSize(2);
    assertThat(
            SharedSession.spark()
                .sql(
                    "SELECT count(*), count(record_count) FROM delta.`%s`"
                        .formatted(lake.path(table(Wider.class))))
                .collectAsList()
                .toString())
        .isEqualTo("[[3,0]]");
    try (DuckQuery duck =
        new DuckQuery(
            lake,
            () -> List.of(table(Wider.class)),
            2,
            Files.createDirectories(folder.resolve("scratch")))) {
      List<String> rows = new ArrayList<>();
      duck.ask(
              "SELECT station_code, energy_kwh, record_count, note FROM test.hour ORDER BY 1, data_day")
          .rows()
          .forEachRemaining(r -> rows.add(Arrays.toString(r)));
      assertThat(rows)
          .containsExactly("[x, null, null, N]", "[x, null, null, D]", "[y, null, null, null]");
    }
  }

  @Test
  void whatElseDiffersIsSaidWithTheCommandAndNothingIsWritten() {
    refused(Required.class, "the new column record_count may not be null");
    refused(Fewer.class, "there is no column note any more");
    refused(
        Listed.class, "the new column factors may not be null, there is no column note any more");
    refused(OtherType.class, "note is BIGINT, not string");
    refused(OtherKey.class, "the key is (station_code), not (station_code, data_day)");
    refused(OtherFolders.class, "its folders are named by data_year");
    assertThat(lake.newestVersion(table(Before.class))).isZero();
  }

  private void refused(Class<? extends Record> type, String clause) {
    assertThat(lake.schemaChange(table(type)).isAddition()).isFalse();
    assertThatThrownBy(() -> lake.append(type, DaySet.of(D2), List.of(), "test"))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining(clause)
        .hasMessageContaining("./dawen doctor --rebuild test.hour");
  }

  private List<Wider> wider() {
    return lake.rows(table(Wider.class), Wider.class, DaySet.ALWAYS).list();
  }

  private List<String> dataFiles() {
    return lake.files(table(Wider.class)).files().stream()
        .map(DataFiles.DataFile::loggedPath)
        .toList();
  }
}
