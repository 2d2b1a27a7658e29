package org.dawen.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Records, cells and the names of columns. */
class RecordFormTest {
  record Values(
      @Nullable @Digits(value = 14, scale = 6) BigDecimal so2UgM3,
      @Nullable @Digits(value = 14, scale = 6) BigDecimal pm2_5UgM3) {}

  record Hour(
      String stationCode,
      LocalDateTime hourStart,
      LocalDate dataDay,
      boolean isRegistered,
      @Nullable Boolean isDust,
      Values values,
      int revisionCount,
      @Nullable Integer aqi,
      long recordNo,
      @Nullable Long lengthBytes,
      @Nullable @Digits(value = 38, scale = 2) BigDecimal totalT,
      @Nullable Instant receivedAt) {}

  private static final Hour FULL =
      new Hour(
          "TA001",
          LocalDateTime.of(1969, 12, 31, 23, 59, 59, 123_456_000),
          LocalDate.of(2024, 2, 29),
          true,
          false,
          new Values(new BigDecimal("12.500000"), new BigDecimal("-0.000001")),
          2,
          500,
          -7L,
          Long.MAX_VALUE,
          new BigDecimal("-123456789012345678901234567890.12"),
          Instant.parse("2024-03-01T00:00:00.000001Z"));

  private static final Hour EMPTY =
      new Hour(
          "染",
          LocalDateTime.of(2024, 3, 1, 0, 0),
          LocalDate.of(2024, 3, 1),
          false,
          null,
          new Values(null, null),
          0,
          null,
          0L,
          null,
          null,
          null);

  @Test
  void whatIsGivenIsTakenBack() {
    RecordForm<Hour> form = RecordForm.of(Hour.class);
    Cells cells = new Cells(form.columns().size());
    for (Hour hour : List.of(FULL, EMPTY, FULL, FULL)) {
      form.give(hour, cells);
      assertThat(form.take(cells)).isEqualTo(hour);
    }
  }

  @Test
  void componentsNameTheirColumnsAndStructuresLieFlat() {
    assertThat(RecordForm.of(Hour.class).columns())
        .extracting(c -> c.name() + " " + c.type().sql() + (c.isRequired() ? " required" : ""))
        .containsExactly(
            "station_code STRING required",
            "hour_start TIMESTAMP_NTZ required",
            "data_day DATE required",
            "is_registered BOOLEAN required",
            "is_dust BOOLEAN",
            "so2_ug_m3 DECIMAL(14,6)",
            "pm2_5_ug_m3 DECIMAL(14,6)",
            "revision_count INT required",
            "aqi INT",
            "record_no BIGINT required",
            "length_bytes BIGINT",
            "total_t DECIMAL(38,2)",
            "received_at TIMESTAMP");
  }

  @Test
  void aNumberIsScaledExactlyOrRefused() {
    RecordForm<Values> form = RecordForm.of(Values.class);
    Cells cells = new Cells(2);
    form.give(new Values(new BigDecimal("1.5"), null), cells);
    assertThat(form.take(cells).so2UgM3()).isEqualTo(new BigDecimal("1.500000"));
    assertThatThrownBy(() -> form.give(new Values(new BigDecimal("0.0000001"), null), cells))
        .isInstanceOf(ArithmeticException.class);
  }

  static final class TwoOfThem implements Supplier<List<Column>> {
    @Override
    public List<Column> get() {
      return List.of(Column.count("hot_seconds"), Column.whole("second_map"));
    }
  }

  record Minute(String vin, @Columns(TwoOfThem.class) long[] figures, int tripNo) {}

  @Test
  void theNumbersOfAnArrayAreAColumnEachAndNoneIsNull() {
    RecordForm<Minute> form = RecordForm.of(Minute.class);
    assertThat(form.columns())
        .extracting(c -> c.name() + " " + c.type().sql() + (c.isRequired() ? " required" : ""))
        .containsExactly(
            "vin STRING required", "hot_seconds INT", "second_map BIGINT", "trip_no INT required");
    Cells cells = new Cells(4);
    RecordBytes<Minute> bytes = new RecordBytes<>(Minute.class);
    for (long[] figures :
        List.of(new long[] {60, -1}, new long[] {Columns.NONE, 0}, new long[] {7, Columns.NONE})) {
      form.give(new Minute("x", figures, 3), cells);
      assertThat(cells.isMissing(1)).isEqualTo(figures[0] == Columns.NONE);
      Minute taken = form.take(cells);
      assertThat(taken.figures()).containsExactly(figures);
      assertThat(taken.tripNo()).isEqualTo(3);
      bytes.append(taken);
      assertThat(bytes.all(bytes.take()).next().figures()).containsExactly(figures);
    }
    assertThatThrownBy(() -> form.give(new Minute("x", new long[3], 3), cells))
        .hasMessageContaining("3 numbers for 2 columns");
  }

  record Unknown(List<String> texts) {}

  @Test
  void aTypeThatNoColumnHasIsRefused() {
    assertThatThrownBy(() -> RecordForm.of(Unknown.class)).hasMessageContaining("texts of");
  }

  /** As tables write them. */
  enum Kind {
    COUNTY("county"),
    CITY("城市");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /** Without words of their own. */
  enum Reason {
    NO_VALUE,
    NOT_RECEIVED
  }

  static final class Classes implements Supplier<List<String>> {
    @Override
    public List<String> get() {
      return List.of("优", "良");
    }
  }

  record Words(
      Kind kind,
      @Nullable Reason reason,
      @Nullable @Listed(by = Classes.class) String className,
      int count,
      long length) {}

  @Test
  void enumsAndListedTextsAreClosedLists() {
    assertThat(RecordForm.of(Words.class).columns())
        .extracting(c -> c.name() + " " + c.type().sql() + " " + c.allowed())
        .containsExactly(
            "kind STRING [county, 城市]",
            "reason STRING [NO_VALUE, NOT_RECEIVED]",
            "class_name STRING [优, 良]",
            "count INT []",
            "length BIGINT []");
    assertThat(RecordForm.of(Words.class).columns())
        .extracting(Column::isRequired)
        .containsExactly(true, false, false, true, true);
  }

  @Test
  void anEnumIsWrittenAsItsWordAndTakenBack() {
    RecordForm<Words> form = RecordForm.of(Words.class);
    Cells cells = new Cells(5);
    Words words = new Words(Kind.CITY, Reason.NO_VALUE, "良", 1, 2);
    form.give(words, cells);
    assertThat(cells.text(0)).isEqualTo("城市");
    assertThat(cells.text(1)).isEqualTo("NO_VALUE");
    assertThat(form.take(cells)).isEqualTo(words);
    Words without = new Words(Kind.COUNTY, null, null, 0, 0);
    form.give(without, cells);
    assertThat(form.take(cells)).isEqualTo(without);
  }

  @Test
  void aWordOutsideItsListIsRefused() {
    Cells cells = new Cells(5);
    RecordForm.of(Words.class).give(new Words(Kind.CITY, null, null, 1, 2), cells);
    cells.text(0, "town");
    assertThatThrownBy(() -> RecordForm.of(Words.class).take(cells))
        .hasMessageContaining("town")
        .hasMessageContaining("kind")
        .hasMessageContaining("county, 城市");
  }

  /** Never the number of the row before. */
  @Test
  void aNumberThatMustBeThereIsRefusedIfItIsNot() {
    RecordForm<Words> form = RecordForm.of(Words.class);
    Cells cells = new Cells(5);
    form.give(new Words(Kind.CITY, null, null, 1, 2), cells);
    cells.clear();
    cells.text(0, "county");
    cells.number(4, 2);
    assertThatThrownBy(() -> form.take(cells)).hasMessageContaining("count");
    cells.clear();
    cells.text(0, "county");
    cells.number(3, 1);
    assertThatThrownBy(() -> form.take(cells)).hasMessageContaining("length");
  }

  record Decimals(
      @Nullable @Digits(value = 5, scale = 1) BigDecimal small,
      @Nullable @Digits(value = 18, scale = 0) BigDecimal large,
      @Nullable @Digits(value = 38, scale = 0) BigDecimal wide) {}

  /** A file would hold another number than its schema says. */
  @Test
  void aNumberOfMoreDigitsThanItsColumnIsRefused() {
    RecordForm<Decimals> form = RecordForm.of(Decimals.class);
    Cells cells = new Cells(3);
    Decimals most =
        new Decimals(
            new BigDecimal("-9999.9"),
            new BigDecimal("9".repeat(18)),
            new BigDecimal("-" + "9".repeat(38)));
    form.give(most, cells);
    assertThat(form.take(cells)).isEqualTo(most);
    for (Decimals more :
        List.of(
            new Decimals(new BigDecimal("10000"), null, null),
            new Decimals(new BigDecimal("-10000.0"), null, null),
            new Decimals(null, new BigDecimal("1" + "0".repeat(18)), null),
            new Decimals(null, null, new BigDecimal("1" + "0".repeat(38))))) {
      assertThatThrownBy(() -> form.give(more, cells))
          .isInstanceOf(ArithmeticException.class)
          .hasMessageContaining("digits");
    }
  }
}
