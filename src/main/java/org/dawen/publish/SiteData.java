package org.dawen.publish;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.dawen.lake.SqlEngine;
import org.dawen.publish.SiteLayout.Kind;
import org.dawen.publish.SiteLayout.Part;
import org.dawen.publish.SiteLayout.Period;

/** The files of data that {@link SiteLayout} describes, a period at a time. */
final class SiteData {
  /** What rows without an entity are filed under. */
  static final String NOBODY = "_";

  private final SqlEngine engine;
  private final SiteFolder folder;

  SiteData(SqlEngine engine, SiteFolder folder) {
    this.engine = engine;
    this.folder = folder;
  }

  void write(List<Kind> kinds) {
    kinds.forEach(this::write);
  }

  private void write(Kind kind) {
    if (kind.period() == Period.ALL) {
      write(kind, "all", kind.parts());
      return;
    }
    TreeMap<String, List<Part>> periods = new TreeMap<>();
    for (Part part : kind.parts()) {
      for (Object[] row : rows(part.periodsSql(kind.period()))) {
        if (row[0] != null) {
          periods.computeIfAbsent(row[0].toString(), p -> new ArrayList<>()).add(part);
        }
      }
    }
    periods.forEach((period, parts) -> write(kind, period, parts));
  }

  /** A part's rows come in the order of entities: no more than those of one are held. */
  private void write(Kind kind, String period, List<Part> parts) {
    TreeMap<String, StringBuilder> byEntity = new TreeMap<>();
    for (Part part : parts) {
      SiteRows rows = null;
      String entity = null;
      for (Object[] row : rows(part.sql(kind.by(), kind.period(), period))) {
        String its = row[0] == null ? NOBODY : row[0].toString();
        if (!its.equals(entity)) {
          append(byEntity, entity, part, rows);
          entity = its;
          rows = new SiteRows(part.columns());
        }
        rows.add(row, 1);
      }
      append(byEntity, entity, part, rows);
    }
    byEntity.forEach(
        (entity, content) ->
            folder.data(
                kind.name(),
                kind.by() == null ? null : entity,
                period,
                content.append('}').toString()));
  }

  private static void append(
      TreeMap<String, StringBuilder> byEntity, String entity, Part part, SiteRows rows) {
    if (rows != null) {
      StringBuilder content = byEntity.computeIfAbsent(entity, e -> new StringBuilder());
      content.append(content.isEmpty() ? '{' : ',');
      SiteJson.quoted(content, part.name());
      content.append(':');
      SiteJson.value(content, rows.json());
    }
  }

  private Iterable<Object[]> rows(String sql) {
    Iterator<Object[]> rows = engine.ask(sql).rows();
    return () -> rows;
  }
}
