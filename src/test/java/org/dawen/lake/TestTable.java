package org.dawen.lake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Declares a table that no record declares; the last call is {@link #columns}. */
public final class TestTable {
  private final String name;
  private String grain = "";
  private List<Column> key = List.of();
  private String whyNoKey = "";
  private Column day;
  private String period = "";
  private Layout layout = Layout.UNPARTITIONED;
  private List<String> sources = List.of();
  private final Map<String, Constraint> rules = new LinkedHashMap<>();
  private List<Column> withoutDictionary = List.of();

  private TestTable(String name) {
    this.name = name;
  }

  public static TestTable table(String name) {
    return new TestTable(name);
  }

  public TestTable says(String sentence) {
    grain = sentence;
    return this;
  }

  public TestTable key(Column... columns) {
    key = List.of(columns);
    return this;
  }

  public TestTable withoutKey(String reason) {
    whyNoKey = reason;
    return this;
  }

  public TestTable day(Column column) {
    day = column;
    return this;
  }

  public TestTable withoutDay(String whichPeriod) {
    period = whichPeriod;
    return this;
  }

  public TestTable layout(Layout newLayout) {
    layout = newLayout;
    return this;
  }

  public TestTable withoutDictionary(List<Column> list) {
    withoutDictionary = list;
    return this;
  }

  public TestTable from(String... tablesOrFiles) {
    sources = List.of(tablesOrFiles);
    return this;
  }

  public TestTable holds(String rule, Constraint constraint) {
    rules.put(rule, constraint);
    return this;
  }

  @SafeVarargs
  public final Table columns(List<Column>... lists) {
    List<Column> columns = new ArrayList<>();
    for (List<Column> list : lists) {
      columns.addAll(list);
    }
    return new Table(
        null,
        name,
        grain,
        key,
        whyNoKey,
        day,
        period,
        layout,
        columns,
        sources,
        List.of(),
        rules,
        withoutDictionary);
  }
}
