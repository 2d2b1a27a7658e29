package org.dawen.lake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.DataType;

/**
 * How the columns that are declared now differ from those of a table that an earlier version of
 * Dawen wrote. Columns that may be null are added in place; the rows that are there have null in
 * them. Their order is of no concern: files are read by name.
 *
 * @param added columns that can be added in place
 * @param others clauses that say what else differs; then the table is recreated
 */
public record SchemaChange(List<String> added, List<Message> others) {
  /** The table property that holds the key the table was written with. */
  static final String KEY = "dawen.key";

  private static final int MOST_NAMED = 3;

  static final SchemaChange NONE = new SchemaChange(List.of(), List.of());

  /**
   * Compares.
   *
   * @param stored the fields of the table's schema by name, each with its type as Delta writes it
   * @param properties of the table
   */
  static SchemaChange of(
      Table table, Map<String, JsonNode> stored, Map<String, String> properties) {
    Map<String, JsonNode> left = new LinkedHashMap<>(stored);
    List<String> added = new ArrayList<>();
    List<Message> others = new ArrayList<>();
    for (Column column : table.columns()) {
      JsonNode before = left.remove(column.name());
      if (before == null && (column.isRequired() || table.key().contains(column))) {
        others.add(Message.of("schema.not-null", column));
      } else if (before == null) {
        added.add(column.name());
      } else if (!isOfType(before, column.type())) {
        others.add(Message.of("schema.type", column, column.type().sql(), before.asText()));
      }
    }
    String folder = table.layout().partitionColumn();
    if (!folder.isEmpty() && left.remove(folder) == null) {
      others.add(Message.of("schema.folders", folder));
    }
    if (!left.isEmpty()) {
      others.add(
          Message.of(
              left.size() == 1 ? "schema.no-column" : "schema.no-columns",
              String.join(", ", left.keySet().stream().limit(MOST_NAMED).toList())
                  + (left.size() > MOST_NAMED ? ", …" : "")));
    }
    String key = key(table);
    String keyBefore = properties.getOrDefault(KEY, key);
    if (!keyBefore.equals(key)) {
      others.add(Message.of("schema.key", key, keyBefore));
    }
    return new SchemaChange(List.copyOf(added), List.copyOf(others));
  }

  /** Delta protocol, "Primitive Types": a text, which needs no parser. */
  private static boolean isOfType(JsonNode stored, DataType type) {
    return stored.isTextual()
        ? stored.asText().equals(type.typeName())
        : DataType.fromJson(stored.toString()).equals(type);
  }

  /** As the table property holds it. */
  static String key(Table table) {
    return table.key().stream().map(Column::name).collect(Collectors.joining(", "));
  }

  /** Nothing but columns to be added in place. */
  public boolean isAddition() {
    return !added.isEmpty() && others.isEmpty();
  }

  /** For an operator, if the table must be recreated. */
  public Damage asDamage(Table table) {
    return new Damage(table, Message.of("damage.columns", table, others));
  }
}
