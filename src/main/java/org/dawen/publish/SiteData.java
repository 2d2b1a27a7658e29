package org.dawen.publish;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dawen.lake.SqlEngine;
import org.dawen.publish.SiteLayout.Kind;
import org.dawen.publish.SiteLayout.Part;
import org.dawen.publish.SiteLayout.Period;
import org.dawen.publish.SiteLayout.SiteColumn;

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

  void write() {
    SiteLayout.kinds().forEach(this::write);
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

  private void write(Kind kind, String period, List<Part> parts) {
    TreeMap<String, Map<String, Object>> byEntity = new TreeMap<>();
    for (Part part : parts) {
      List<SiteColumn> columns = part.columns();
      int entityAt = kind.by() == null ? -1 : part.names().indexOf(kind.by());
      int matterAt = part.names().indexOf("matter");
      String entity = null;
      List<SiteColumnText> texts = null;
      String sql = part.sql(kind.by(), kind.period(), period);
      // An entity that the pages do not show in each row is asked for in front of them.
      for (Object[] row :
          rows(entityAt < 0 && kind.by() != null ? withEntity(sql, kind.by()) : sql)) {
        int shift = entityAt < 0 && kind.by() != null ? 1 : 0;
        Object of = kind.by() == null ? "" : row[entityAt < 0 ? 0 : entityAt];
        String its = of == null ? NOBODY : of.toString();
        if (!its.equals(entity)) {
          entity = its;
          texts = columns.stream().map(c -> new SiteColumnText()).toList();
          byEntity.computeIfAbsent(its, e -> new LinkedHashMap<>()).put(part.name(), texts);
        }
        for (int i = 0; i < columns.size(); i++) {
          Object matter = matterAt < 0 ? null : row[matterAt + shift];
          texts.get(i).add(SiteValue.of(columns.get(i), row[i + shift], matter));
        }
      }
    }
    byEntity.forEach(
        (entity, content) ->
            folder.data(
                kind.name(), kind.by() == null ? null : entity, period, json(parts, content)));
  }

  private static String withEntity(String sql, String by) {
    return sql.replaceFirst("SELECT ", "SELECT " + by + " AS entity, ");
  }

  private static String json(List<Part> parts, Map<String, Object> content) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Part part : parts) {
      @SuppressWarnings("unchecked")
      List<SiteColumnText> texts = (List<SiteColumnText>) content.get(part.name());
      if (texts == null) {
        continue;
      }
      Map<String, Object> columns = new LinkedHashMap<>();
      for (int i = 0; i < texts.size(); i++) {
        columns.put(part.columns().get(i).name(), texts.get(i).json());
      }
      Map<String, Object> table = new LinkedHashMap<>();
      table.put("n", texts.get(0).size());
      table.put("c", columns);
      all.put(part.name(), table);
    }
    return SiteJson.of(all);
  }

  private Iterable<Object[]> rows(String sql) {
    Iterator<Object[]> rows = engine.ask(sql).rows();
    return () -> rows;
  }
}
