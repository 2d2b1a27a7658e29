package org.dawen.codec.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CivilTimeTest {

  @Test
  void millisecondsAreCutOff() {
    byte[] bytes = "20240229235959999".getBytes(StandardCharsets.US_ASCII);
    assertThat(CivilTime.dataTime(bytes, 0, 17))
        .isEqualTo(LocalDateTime.of(2024, 2, 29, 23, 59, 59));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20240230000000",
        "20230229000000",
        "19000229000000",
        "20240431000000",
        "20241301000000",
        "20240001000000",
        "20240100000000",
        "20240101240000",
        "20240101006000",
        "20240101000060",
        "00000101000000",
        "2024010100000",
        "202401010000000",
        "2024010100000x",
        "20240101000000abc",
        "2024-01-01 00:",
        "",
        // Exist, but no device was there: one such packet stopped the night.
        "00010101000000",
        "15000101000000",
        "19691231235959",
        "21000101000000",
        "99991231230000"
      })
  void timesThatDoNotExistAreNone(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    assertThat(CivilTime.dataTime(bytes, 0, bytes.length)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"19700101000000", "20000101000000", "20991231235959"})
  void clocksThatStandWrongAreReadAllTheSame(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    assertThat(CivilTime.dataTime(bytes, 0, bytes.length))
        .hasYear(Integer.parseInt(text.substring(0, 4)));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-01T09:00:12.345+08:00, 2024-03-01T01:00:12.345Z",
    "2024-03-01T09:00:12.345+0800, 2024-03-01T01:00:12.345Z",
    "2024-03-01T09:00:12+08, 2024-03-01T01:00:12Z",
    "2024-03-01T01:00:12Z, 2024-03-01T01:00:12Z",
    "2024-03-01T01:00:12.123456789Z, 2024-03-01T01:00:12.123456789Z",
    "2024-03-01T09:00:12, 2024-03-01T01:00:12Z",
    "2024-03-01T09:00, 2024-03-01T01:00:00Z",
    "2024-03-01 09:00:12.5, 2024-03-01T01:00:12.5Z",
    "2024-03-01T00:00:00-05:30, 2024-03-01T05:30:00Z"
  })
  void timeOfReceiptWithoutZoneIsBeijingTime(String text, Instant instant) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    assertThat(CivilTime.instant(bytes, 0, bytes.length)).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-30T09:00:12", "2024-03-01T09:00:12.", "2024-03-01T09:00:1", "2024-03-01T9:00:12Z",
        "2024-03-01T09:00:12+25:00", "2024-03-01T09:00:12X", "2024-03-01_09:00:12", "2024-03-01",
        "2024-03-01T09:00:12.1234567890+08:00", "2024-03-01T09:00:12+8:00"
      })
  void whatIsNoInstantIsNull(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    assertThat(CivilTime.instant(bytes, 0, bytes.length)).isNull();
  }
}
