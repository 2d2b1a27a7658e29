package org.dawen.lake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Lets through only questions all of whose nodes are on the lists of {@code
 * sql/allowed-duckdb.txt}. It looks at the syntax tree that DuckDB gives as JSON, before anything
 * of the question is bound or run.
 */
final class DuckGuard {
  private static final Map<String, Set<String>> LISTS = AllowedSql.read("sql/allowed-duckdb.txt");

  /** DuckDB reads a name that looks like a path as a file, where no WITH defines it. */
  private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_ ]*");

  private final Supplier<List<Table>> declared;
  private final Set<String> namesOfWith = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private final List<Table> named = new ArrayList<>();

  private DuckGuard(Supplier<List<Table>> declared) {
    this.declared = declared;
  }

  /**
   * The tables that a statement names, in their order.
   *
   * @param tree as {@code json_serialize_sql} gives it
   * @throws Trouble exit code 2 if anything in it is not listed
   */
  static List<Table> requireAllowed(JsonNode tree, Supplier<List<Table>> declared) {
    DuckGuard guard = new DuckGuard(declared);
    guard.collectWith(tree);
    guard.judge(tree);
    return guard.named;
  }

  private void collectWith(JsonNode node) {
    for (JsonNode entry : node.path("cte_map").path("map")) {
      String name = entry.path("key").asText();
      if (!PLAIN_NAME.matcher(name).matches()) {
        throw Trouble.usage("sql.with-name", name);
      }
      namesOfWith.add(name);
    }
    node.forEach(this::collectWith);
  }

  private void judge(JsonNode node) {
    if (node.isArray()) {
      node.forEach(this::judge);
      return;
    }
    if (!node.isObject()) {
      return;
    }
    String expression = node.path("class").asText("");
    String type = node.path("type").isTextual() ? node.path("type").asText() : "";
    if (!expression.isEmpty()) {
      require("expressions", expression);
      if (expression.equals("CONSTANT")) {
        return; // a literal: its content is data, not syntax
      }
      if (expression.equals("FUNCTION") || expression.equals("WINDOW")) {
        requireFunction(node, "functions");
      }
    } else if (type.equals("BASE_TABLE")) {
      requireTable(node);
    } else if (type.equals("TABLE_FUNCTION")) {
      requireFunction(node.path("function"), "table functions");
      judge(node.path("function").path("children"));
      return;
    } else if (!type.isEmpty() && !type.endsWith("_TYPE_INFO")) {
      require("nodes", type);
    }
    node.forEach(this::judge);
  }

  private static void require(String list, String word) {
    if (!LISTS.get(list).contains(word)) {
      throw SqlGuard.refused(word.toLowerCase(Locale.ROOT).replace('_', ' '));
    }
  }

  private static void requireFunction(JsonNode node, String list) {
    String name = node.path("function_name").asText().toLowerCase(Locale.ROOT);
    // DuckDB itself writes "main" before the functions of some operators.
    boolean isQualified =
        !List.of("", "main").contains(node.path("schema").asText(""))
            || !node.path("catalog").asText("").isEmpty();
    if (isQualified || !LISTS.get(list).contains(name)) {
      throw Trouble.usage("sql.function-not-there", name);
    }
  }

  private void requireTable(JsonNode node) {
    String schema = node.path("schema_name").asText("");
    String name = node.path("table_name").asText();
    boolean hasCatalog = !node.path("catalog_name").asText("").isEmpty();
    if (!node.path("at_clause").isNull() && !node.path("at_clause").isMissingNode()) {
      throw Trouble.usage("sql.newest-version-only", schema, name);
    }
    if (schema.isEmpty() && !hasCatalog && namesOfWith.contains(name)) {
      return;
    }
    Table table =
        declared.get().stream()
            .filter(t -> !hasCatalog)
            .filter(t -> t.schemaName().equalsIgnoreCase(schema))
            .filter(t -> t.shortName().equalsIgnoreCase(name))
            .findFirst()
            .orElseThrow(
                () -> Alike.noTable(schema.isEmpty() ? name : schema + "." + name, declared.get()));
    if (!named.contains(table)) {
      named.add(table);
    }
  }
}
