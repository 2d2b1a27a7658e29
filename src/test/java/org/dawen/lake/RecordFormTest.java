package org.dawen.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
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

  record Unknown(List<String> texts) {}

  @Test
  void aTypeThatNoColumnHasIsRefused() {
    assertThatThrownBy(() -> RecordForm.of(Unknown.class)).hasMessageContaining("texts of");
  }
}
