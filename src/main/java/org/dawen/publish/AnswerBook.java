package org.dawen.publish;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dawen.lake.Column;
import org.dawen.lake.SqlEngine;
import org.dawen.lake.Table;
import org.dawen.lake.Trouble;

/** The answer to a query as a workbook with Chinese headings. */
public final class AnswerBook {
  private AnswerBook() {}

  /**
   * The bytes of the workbook. A heading is the Chinese term of the first table, in their order,
   * that declares a column of that name; a name that no table declares is shown as it is.
   *
   * @param named the tables the query names
   * @throws Trouble exit code 2 if there are more rows than a sheet can hold
   */
  public static byte[] of(SqlEngine.Answer answer, List<Table> named) {
    List<Field> fields = new ArrayList<>();
    answer.headings().forEach(h -> fields.add(field(h, named)));
    List<Line> lines = new ArrayList<>();
    Iterator<Object[]> rows = answer.rows();
    while (rows.hasNext()) {
      if (lines.size() == Xlsx.mostRows()) {
        throw Trouble.usage("book.too-long", Xlsx.mostRows());
      }
      Object[] row = rows.next();
      lines.add(line(fields, row));
    }
    String tables = String.join(", ", named.stream().map(Table::name).toList());
    Sheet sheet =
        new Sheet(
            "answer", "查询结果", "Answer", tables, fields, List.of(), lines, "没有符合条件的数据。", "No rows.");
    return Xlsx.of(List.of(sheet), tables);
  }

  private static Line line(List<Field> fields, Object[] row) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < row.length; i++) {
      if (values.containsKey(fields.get(i).name())) {
        throw Trouble.usage("book.two-columns", fields.get(i).name());
      }
      Object value = row[i];
      values.put(fields.get(i).name(), value instanceof java.sql.Date d ? d.toLocalDate() : value);
    }
    return new Line(values);
  }

  private static Field field(String heading, List<Table> named) {
    for (Table table : named) {
      for (Column c : table.columns()) {
        if (c.name().equalsIgnoreCase(heading)) {
          return Field.of(table, c.name());
        }
      }
    }
    return Field.named(heading, heading, heading);
  }
}
