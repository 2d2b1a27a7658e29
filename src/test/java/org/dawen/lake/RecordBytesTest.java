package org.dawen.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What is sent to a task arrives as it was. */
class RecordBytesTest {
  enum Kind {
    ONE,
    TWO
  }

  record Inner(
      @Nullable @Digits(value = 14, scale = 6) BigDecimal so2UgM3,
      @Nullable @Digits(value = 38, scale = 2) BigDecimal totalT,
      @Nullable Instant receivedAt) {}

  record Row(
      String code,
      @Nullable String note,
      @Nullable LocalDate dataDay,
      @Nullable LocalDateTime hourStart,
      @Nullable Boolean isDust,
      @Nullable Kind kind,
      int count,
      @Nullable Long length,
      Inner inner) {}

  /** At each border of the length, with characters of one to four bytes. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<Integer> lengths =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 5),
            Arbitraries.of(255, 32_766, 32_767, 32_768, 65_535, 65_536, 100_000));
    return Combinators.combine(lengths, Arbitraries.of("x", "é", "染", "𠀀"))
        .as(
            (bytes, character) -> {
              int width = character.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
              return character.repeat(bytes / width) + "y".repeat(bytes % width);
            });
  }

  @Provide
  Arbitrary<Row> rows() {
    Arbitrary<Inner> inner =
        Combinators.combine(
                digits("99999999999999")
                    .map(unscaled -> new BigDecimal(unscaled, 6))
                    .injectNull(0.2),
                digits("9".repeat(38)).map(unscaled -> new BigDecimal(unscaled, 2)).injectNull(0.2),
                Arbitraries.longs()
                    .between(-100_000_000_000_000L, 100_000_000_000_000L)
                    .map(micros -> Instant.EPOCH.plusNanos(micros * 1_000))
                    .injectNull(0.2))
            .as(Inner::new);
    Arbitrary<LocalDate> days =
        Arbitraries.integers().between(-800_000, 3_000_000).map(LocalDate::ofEpochDay);
    return Combinators.combine(
            texts(),
            texts().injectNull(0.3),
            days.injectNull(0.2),
            days.map(d -> d.atTime(23, 59, 59, 999_999_000)).injectNull(0.2),
            Arbitraries.of(true, false).injectNull(0.3),
            Arbitraries.of(Kind.class).injectNull(0.3),
            Arbitraries.integers(),
            Combinators.combine(Arbitraries.longs().injectNull(0.2), inner).as(Rest::new))
        .as(
            (code, note, day, hour, isDust, kind, count, rest) ->
                new Row(code, note, day, hour, isDust, kind, count, rest.length, rest.inner));
  }

  private record Rest(Long length, Inner inner) {}

  private static Arbitrary<BigInteger> digits(String most) {
    BigInteger largest = new BigInteger(most);
    return Arbitraries.bigIntegers().between(largest.negate(), largest);
  }

  /** One object reads all rows, so that nothing of one may be left in the next. */
  @Property(tries = 200)
  void recordsAreReadAsTheyWereWritten(
      @ForAll("rows") Row first,
      @ForAll("rows") Row second,
      @ForAll @IntRange(min = 0, max = 127) int place) {
    RecordBytes<Row> writer = new RecordBytes<>(Row.class);
    RecordBytes<Row> reader = new RecordBytes<>(Row.class);
    List<byte[]> written = new ArrayList<>();
    for (List<Row> rows : List.of(List.of(first, second), List.of(first), List.of(first, second))) {
      writer.begin(place);
      rows.forEach(writer::append);
      written.add(writer.take());
    }
    assertThat(written).extracting(RecordBytes::place).containsOnly(place);
    List<Row> read = new ArrayList<>();
    written.forEach(rows -> reader.behindPlace(rows).forEachRemaining(read::add));
    assertThat(read).containsExactly(first, second, first, first, second);
    assertThat(written.get(2)).isEqualTo(written.get(0));
  }
}
