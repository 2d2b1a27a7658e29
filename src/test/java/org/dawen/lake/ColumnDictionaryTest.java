package org.dawen.lake;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawen.cli.Catalogue;
import org.junit.jupiter.api.Test;

class ColumnDictionaryTest {
  /** Tables that builders still declare say the same as the dictionary, so they can move to it. */
  @Test
  void everyColumnMeansWhatTheDictionarySays() {
    for (Table table : Catalogue.tables()) {
      for (Column column : table.columns()) {
        Column explained = ColumnDictionary.explain(table.name(), column);
        assertThat(explained.unit() + " " + explained.meaning() + " " + explained.chinese())
            .as("%s.%s", table, column)
            .isEqualTo(column.unit() + " " + column.meaning() + " " + column.chinese());
      }
    }
  }
}
