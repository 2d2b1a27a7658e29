package org.dawen.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dawen.publish.SiteLayout.SiteColumn;

/** Rows of a part as a file of data holds them: their number, and each column. */
final class SiteRows {
  private final List<SiteColumn> columns;
  private final List<SiteColumnText> texts;
  private final int matterAt;

  SiteRows(List<SiteColumn> columns) {
    this.columns = columns;
    texts = columns.stream().map(c -> new SiteColumnText()).toList();
    matterAt = columns.stream().map(SiteColumn::name).toList().indexOf("matter");
  }

  /** Takes a row whose first value of a column is at that place. */
  void add(Object[] row, int first) {
    Object matter = matterAt < 0 ? null : row[first + matterAt];
    for (int i = 0; i < texts.size(); i++) {
      texts.get(i).add(SiteValue.of(columns.get(i), row[first + i], matter));
    }
  }

  Map<String, Object> json() {
    Map<String, Object> all = new LinkedHashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      all.put(columns.get(i).name(), texts.get(i).json());
    }
    return json(texts.get(0).size(), all);
  }

  static Map<String, Object> json(int count, Map<String, Object> columns) {
    Map<String, Object> table = new LinkedHashMap<>();
    table.put("n", count);
    table.put("c", columns);
    return table;
  }
}
