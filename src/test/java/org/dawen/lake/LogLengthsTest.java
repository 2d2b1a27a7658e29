package org.dawen.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogLengthsTest {
  private static final Column CODE = Column.text("code").required().says("Code.", "编码");

  private final LogLengths lengths = new LogLengths();

  private static Table table(String name) {
    return TestTable.table("test." + name)
        .says("One row per code.")
        .key(CODE)
        .layout(Layout.UNPARTITIONED)
        .columns(java.util.List.of(CODE));
  }

  @Test
  void aTenthOfTheTablesIsNamedTheLongestLogFirst() {
    lengths.set(table("b"), 10);
    lengths.set(table("a"), 10);
    lengths.set(table("longest"), 31);
    for (int i = 0; i < 7; i++) {
      lengths.set(table("short" + i), 9);
    }
    assertThat(lengths.longest()).extracting(Table::name).containsExactly("test.longest");

    lengths.set(table("eleventh"), 1);
    assertThat(lengths.longest()).extracting(Table::name).containsExactly("test.longest", "test.a");
  }

  /** All tables of a lake are ten commits old in the same night. */
  @Test
  void nightsAfterAnotherShortenAsManyAndNoLogGrowsBeyondTwentyCommits() {
    List<Table> tables = IntStream.range(0, 65).mapToObj(i -> table("t" + i)).toList();
    Map<Table, Integer> logs = new HashMap<>();
    int longest = 0;
    List<Integer> shortened = new ArrayList<>();
    for (int night = 1; night <= 100; night++) {
      LogLengths ofNight = new LogLengths();
      for (Table table : tables) {
        ofNight.set(table, logs.merge(table, 1, Integer::sum));
      }
      longest = Math.max(longest, Collections.max(logs.values()));
      ofNight.longest().forEach(t -> logs.put(t, 0));
      shortened.add(ofNight.longest().size());
    }
    assertThat(longest).isLessThanOrEqualTo(20);
    assertThat(shortened.subList(0, 9)).containsOnly(0);
    assertThat(shortened.subList(9, 100)).allMatch(n -> n >= 2 && n <= 7);
  }

  @Test
  void theLastLengthCountsAndAShortenedLogNoMore() {
    Table committedAgain = table("a");
    lengths.set(committedAgain, 12);
    lengths.set(committedAgain, 1);
    Table shortened = table("b");
    lengths.set(shortened, 12);
    lengths.forget(shortened);

    assertThat(lengths.longest()).isEmpty();
  }
}
