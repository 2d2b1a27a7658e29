package org.dawen.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.TableFunctionRegistry;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Each of Spark's functions is allowed, or refused for a reason; a new one waits for a decision.
 */
class AllowedSqlTest {
  private static final String REFLECTION = "calls any method of any class";
  private static final String DESCRIPTORS =
      "reads files of schemas, or needs a module that is not here";
  private static final String XML = "XML names files: entities, schemas";
  private static final String FILES = "names files of the lake, not records";
  private static final String ACCOUNT = "names the account, not the tables";

  private static final Map<String, String> REFUSED = new TreeMap<>();

  static {
    List.of("reflect", "java_method", "try_reflect").forEach(f -> REFUSED.put(f, REFLECTION));
    List.of("from_avro", "to_avro", "schema_of_avro", "from_protobuf", "to_protobuf")
        .forEach(f -> REFUSED.put(f, DESCRIPTORS));
    List.of(
            "from_xml",
            "to_xml",
            "schema_of_xml",
            "xpath",
            "xpath_boolean",
            "xpath_double",
            "xpath_float",
            "xpath_int",
            "xpath_long",
            "xpath_number",
            "xpath_short",
            "xpath_string")
        .forEach(f -> REFUSED.put(f, XML));
    List.of("input_file_name", "input_file_block_start", "input_file_block_length")
        .forEach(f -> REFUSED.put(f, FILES));
    List.of("current_user", "session_user", "user").forEach(f -> REFUSED.put(f, ACCOUNT));
    REFUSED.put("collations", "tells of Spark, not of the tables");
    REFUSED.put("sql_keywords", "tells of Spark, not of the tables");
    REFUSED.put("measure", "reads views of metrics from a catalogue");
    REFUSED.put("python_worker_logs", "reads logs of the session");
  }

  private static Map<String, ExpressionInfo> builtIn() {
    Map<String, ExpressionInfo> all = new TreeMap<>();
    for (FunctionIdentifier name :
        CollectionConverters.asJava(FunctionRegistry.builtin().listFunction())) {
      all.put(name.funcName(), FunctionRegistry.builtin().lookupFunction(name).get());
    }
    for (FunctionIdentifier name :
        CollectionConverters.asJava(TableFunctionRegistry.builtin().listFunction())) {
      all.putIfAbsent(name.funcName(), TableFunctionRegistry.builtin().lookupFunction(name).get());
    }
    return all;
  }

  /** The statements of "> SELECT …;" in Spark's own documentation of a function. */
  private static List<String> examples(ExpressionInfo info) {
    return Pattern.compile("> *(SELECT [^;]*(?:'[^']*'[^;]*)*);\\s*\\n")
        .matcher(info.getExamples() + "\n")
        .results()
        .map(MatchResult::group)
        .map(e -> e.substring(1, e.lastIndexOf(';')).strip())
        .toList();
  }

  private static Query query() {
    return new Query(new Lake(SharedSession.spark(), "/no/lake"), List.of());
  }

  @Test
  void everyFunctionOfSparkIsAllowedOrRefusedForAReason() {
    Set<String> decided = new TreeSet<>(REFUSED.keySet());
    decided.addAll(AllowedSql.functions());

    assertThat(decided).isEqualTo(builtIn().keySet());
    assertThat(AllowedSql.functions()).doesNotContainAnyElementsOf(REFUSED.keySet());
  }

  @Test
  void whatSparksDocumentationShowsOfAnAllowedFunctionIsAllowed() {
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    for (Map.Entry<String, ExpressionInfo> function : builtIn().entrySet()) {
      if (!REFUSED.containsKey(function.getKey())) {
        for (String example : examples(function.getValue())) {
          asked++;
          try {
            query().judge(example);
          } catch (Trouble e) {
            boolean isOfSpark = e.getMessage().startsWith("The query cannot be run");
            if (!isOfSpark) {
              wrong.add(example + ": " + e.getMessage());
            }
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(asked).isGreaterThan(1_000);
  }

  @Test
  void aRefusedFunctionIsRefusedByItsName() {
    for (String function : REFUSED.keySet()) {
      assertThatThrownBy(() -> query().judge("SELECT %s(1)".formatted(function)))
          .isInstanceOf(Trouble.class)
          .hasMessageContaining("'%s' is not allowed here".formatted(function));
    }
  }
}
