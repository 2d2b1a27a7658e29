package org.dawen.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Supplier;
import org.duckdb.DuckDBStruct;

/**
 * SQL over the declared tables of a lake on this machine, answered by DuckDB in this process: it
 * starts in a fraction of the time of a Spark session. It reads the files that the Delta log names,
 * each table at one version a statement. Its access to files is confined to the lake's folder, its
 * configuration is locked, and {@link DuckGuard} lets through nothing but questions.
 */
public final class DuckQuery implements SqlEngine {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path root;
  private final Supplier<List<Table>> tables;
  private final Function<Table, List<String>> files;
  private final Path link;
  private final Connection connection;
  private volatile Statement running;

  /**
   * Opens DuckDB in memory.
   *
   * @param lake in a folder of this machine
   * @param tables those that may be named; asked for when one is
   * @param threads how many cores a question may use
   * @param scratch a folder for what does not fit into memory; the caller removes it
   */
  public DuckQuery(Lake lake, Supplier<List<Table>> tables, int threads, Path scratch) {
    this(Path.of(lake.root()), tables, table -> DuckSql.files(lake, table), threads, scratch);
  }

  /**
   * As above for tables of which rows are in files that no log names.
   *
   * @param root the folder of all files
   * @param rows of each of the tables
   */
  public static DuckQuery ofRows(
      Path root,
      List<Table> tables,
      Function<Table, List<? extends Record>> rows,
      int threads,
      Path scratch) {
    Path folderOfAll = root.toAbsolutePath();
    Map<Table, List<String>> files = new HashMap<>();
    for (Table table : tables) {
      String folder = folderOfAll.resolve(table.name()).toString();
      NewRows.of(rows.apply(table))
          .write(table, folder)
          .forEach(
              f ->
                  files
                      .computeIfAbsent(table, t -> new ArrayList<>())
                      .add(folder + "/" + f.path()));
    }
    return new DuckQuery(
        folderOfAll, () -> tables, t -> files.getOrDefault(t, List.of()), threads, scratch);
  }

  private DuckQuery(
      Path root,
      Supplier<List<Table>> tables,
      Function<Table, List<String>> files,
      int threads,
      Path scratch) {
    this.root = root;
    this.tables = tables;
    this.files = files;
    link = scratch.resolve("duckdb-lake");
    Properties settings = new Properties();
    settings.setProperty("threads", Integer.toString(threads));
    settings.setProperty("memory_limit", "1GB");
    settings.setProperty("temp_directory", scratch.toString());
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("jdbc_stream_results", "true");
    try {
      Files.createSymbolicLink(link, root);
      connection = DriverManager.getConnection("jdbc:duckdb:", settings);
      run("SET TimeZone = 'Asia/Shanghai'");
      run("SET default_null_order = 'nulls_first_on_asc_last_on_desc'"); // as Spark orders them
      run("SET allowed_directories = [%s]".formatted(DuckSql.text(link + "/")));
      run("SET enable_external_access = false");
      run("SET lock_configuration = true");
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("DuckDB cannot be opened", e);
    }
  }

  @Override
  public String name() {
    try {
      return "DuckDB " + connection.getMetaData().getDatabaseProductVersion();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  @Override
  public Question judge(String sql) {
    List<Table> named = DuckGuard.requireAllowed(tree(sql), tables);
    return new Question() {
      @Override
      public List<Table> tables() {
        return named;
      }

      @Override
      public Answer answer() {
        try {
          for (Table table : named) {
            run("CREATE SCHEMA IF NOT EXISTS " + DuckSql.quoted(table.schemaName()));
            run(
                "CREATE OR REPLACE VIEW %s AS %s"
                    .formatted(
                        DuckSql.quotedName(table),
                        DuckSql.rowsOf(
                            table,
                            files.apply(table).stream()
                                .map(DuckQuery.this::throughLink)
                                .toList())));
          }
          running = connection.createStatement();
          return rows(running, sql);
        } catch (SQLException e) {
          throw failure(e);
        } catch (RuntimeException e) {
          throw QueryFailure.of(e);
        }
      }
    };
  }

  @Override
  public void cancel() {
    Statement statement = running;
    if (statement != null) {
      try {
        statement.cancel();
      } catch (SQLException e) { // it has been answered meanwhile
        return;
      }
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
      Files.deleteIfExists(link);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("DuckDB cannot be closed", e);
    }
  }

  /** The syntax tree; DuckDB gives one of questions only. */
  private JsonNode tree(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT json_serialize_sql(%s)::VARCHAR".formatted(DuckSql.text(sql)))) {
      result.next();
      JsonNode tree = JSON.readTree(result.getString(1));
      if (!tree.path("error").asBoolean()) {
        if (tree.path("statements").size() != 1) {
          throw SqlGuard.refused("several statements");
        }
        return tree.path("statements");
      }
      if (tree.path("error_type").asText().equals("not implemented")) {
        throw SqlGuard.refused(sql.strip().split("\\W+", 2)[0].toLowerCase(java.util.Locale.ROOT));
      }
      throw Trouble.usage("sql.cannot-run-misspelt", sentence(tree.path("error_message").asText()));
    } catch (SQLException e) {
      throw failure(e);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("DuckDB's syntax tree is no JSON", e);
    }
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Answer rows(Statement statement, String sql) throws SQLException {
    ResultSet result = statement.executeQuery(sql);
    ResultSetMetaData columns = result.getMetaData();
    List<String> headings = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      headings.add(columns.getColumnLabel(i));
    }
    return new Answer(headings, new Values(statement, result, headings.size()));
  }

  /** By way of the link: DuckDB takes brackets and equals signs in a path for its own. */
  private String throughLink(String path) {
    return path.startsWith(root + "/") ? link + path.substring(root.toString().length()) : path;
  }

  private static final class Values implements Iterator<Object[]> {
    private final Statement statement;
    private final ResultSet result;
    private final int columns;
    private boolean isAhead;
    private boolean hasRow;

    Values(Statement statement, ResultSet result, int columns) {
      this.statement = statement;
      this.result = result;
      this.columns = columns;
    }

    @Override
    public boolean hasNext() {
      if (!isAhead) {
        try {
          hasRow = result.next();
          if (!hasRow) {
            statement.close();
          }
        } catch (SQLException e) {
          throw failure(e);
        }
        isAhead = true;
      }
      return hasRow;
    }

    @Override
    public Object[] next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      isAhead = false;
      Object[] values = new Object[columns];
      try {
        for (int i = 0; i < columns; i++) {
          values[i] = value(i + 1);
        }
      } catch (SQLException e) {
        throw failure(e);
      }
      return values;
    }

    private Object value(int at) throws SQLException {
      Object value = result.getObject(at);
      if (value instanceof Timestamp) {
        return result.getObject(at, LocalDateTime.class);
      }
      if (value instanceof Blob bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes.getBytes(1, (int) bytes.length()));
      }
      if (value instanceof OffsetDateTime time) {
        return time.toInstant();
      }
      if (value instanceof BigInteger whole) {
        return new BigDecimal(whole);
      }
      return ListText.of(plain(value));
    }

    /** A list or a record of DuckDB as one of Java. */
    private static Object plain(Object value) throws SQLException {
      if (value instanceof Array array) {
        List<Object> list = new ArrayList<>();
        for (Object element : (Object[]) array.getArray()) {
          list.add(plain(element));
        }
        return list;
      }
      if (value instanceof DuckDBStruct struct) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Map.Entry<String, Object> field : struct.getMap().entrySet()) {
          fields.put(field.getKey(), plain(field.getValue()));
        }
        return fields;
      }
      return value;
    }
  }

  private static RuntimeException failure(SQLException e) {
    String said = String.valueOf(e.getMessage());
    if (said.contains("IO Error") || said.contains("magic bytes") || said.contains("TProtocol")) {
      return Trouble.refused(e, "sql.file-unreadable", sentence(said));
    }
    if (said.contains("INTERRUPT Error")) {
      return Trouble.usage(e, "sql.stopped");
    }
    boolean isMisspelt = said.contains("Binder Error") || said.contains("Catalog Error");
    return Trouble.usage(
        e, isMisspelt ? "sql.cannot-run-misspelt" : "sql.cannot-run", sentence(said));
  }

  /** Without class of error, position and full stop. */
  private static String sentence(String said) {
    return said.replaceFirst("(?s)\\n+LINE \\d+:.*", "")
        .replaceFirst("(?s)^.* pending query result\\s*Error: ", "")
        .replaceFirst("^([A-Za-z]+ ){1,4}Error: ", "")
        .replaceAll("\\s+", " ")
        .strip()
        .replaceFirst("[.!]$", "");
  }
}
