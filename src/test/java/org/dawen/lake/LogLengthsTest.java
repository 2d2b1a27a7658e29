package org.dawen.lake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLengthsTest {
  private static final Column CODE = Column.text("code").required().says("Code.", "编码");

  private final LogLengths lengths = new LogLengths();

  private static Table table(String name) {
    return Table.table("test." + name)
        .says("One row per code.")
        .key(CODE)
        .layout(Layout.UNPARTITIONED)
        .columns(CODE);
  }

  @Test
  void aFewLongLogsAreNamedTheLongestFirst() {
    lengths.set(table("b"), 10);
    lengths.set(table("a"), 10);
    lengths.set(table("longest"), 31);
    lengths.set(table("short"), 9);

    assertThat(lengths.longest(2))
        .extracting(Table::name)
        .containsExactly("test.longest", "test.a");
    assertThat(lengths.longest(8))
        .extracting(Table::name)
        .containsExactly("test.longest", "test.a", "test.b");
  }

  @Test
  void theLastLengthCountsAndAShortenedLogNoMore() {
    Table committedAgain = table("a");
    lengths.set(committedAgain, 12);
    lengths.set(committedAgain, 1);
    Table shortened = table("b");
    lengths.set(shortened, 12);
    lengths.forget(shortened);

    assertThat(lengths.longest(8)).isEmpty();
  }
}
