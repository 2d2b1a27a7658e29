package org.dawen.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/**
 * {@code dawen.duckdb} in the folder of a lake on this machine: a DuckDB database with a view a
 * table and the Chinese dictionary as comments, for tools that do not read Delta. The views name
 * the data files of the newest versions by their full paths, so the file is written again when a
 * table has a new version or the lake has been moved. A reader that has the old file open keeps it.
 */
public final class ViewFile {
  /** Its name in the folder of the lake. */
  public static final String NAME = "dawen.duckdb";

  private static final String NOTES = "views";

  private final Lake lake;
  private final List<Table> tables;

  private ViewFile(Lake lake, List<Table> tables) {
    this.lake = lake;
    this.tables = tables.stream().filter(lake::exists).toList();
  }

  /**
   * Writes it if it is missing, or was written for other versions or another folder.
   *
   * @param lake in a folder of this machine, locked by this process
   * @throws Trouble exit code 2 if it cannot be written; the tables are as good without it
   */
  public static void refresh(Lake lake, List<Table> tables) {
    ViewFile file = new ViewFile(lake, tables);
    String state = file.state();
    if (Files.exists(file.path()) && state.equals(file.written())) {
      return;
    }
    try {
      file.write();
      lake.writeNote(NOTES, NAME, state);
    } catch (IOException | SQLException e) {
      throw Trouble.usage(e, "views.not-written", file.path(), e.getMessage());
    }
  }

  /** The state it was written for; null: not known. */
  private String written() {
    try {
      return lake.noteNames(NOTES).contains(NAME) ? lake.note(NOTES, NAME) : null;
    } catch (UncheckedIOException e) {
      return null;
    }
  }

  private Path path() {
    return Path.of(lake.root(), NAME);
  }

  /** The place of the lake and the version of each table. */
  private String state() {
    StringBuilder state = new StringBuilder(lake.root());
    tables.forEach(t -> state.append('\n').append(t).append(' ').append(lake.newestVersion(t)));
    return state.toString();
  }

  private void write() throws IOException, SQLException {
    Path unfinished = Path.of(lake.root(), ".%s.%s.unfinished".formatted(NAME, UUID.randomUUID()));
    try {
      Properties settings = new Properties();
      settings.setProperty("threads", "1");
      try (Connection connection =
              DriverManager.getConnection("jdbc:duckdb:" + unfinished, settings);
          Statement statement = connection.createStatement()) {
        statement.execute("BEGIN");
        for (Table table : tables) {
          add(table, statement);
        }
        statement.execute("COMMIT");
      }
      Files.setPosixFilePermissions(
          unfinished, FileModes.permissions(0666 & ~FileModes.umaskBits()));
      Files.move(unfinished, path(), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
      Files.deleteIfExists(Path.of(unfinished + ".wal"));
    }
  }

  private void add(Table table, Statement statement) throws SQLException {
    String name = DuckSql.quotedName(table);
    statement.execute("CREATE SCHEMA IF NOT EXISTS " + DuckSql.quoted(table.schemaName()));
    statement.execute(
        "CREATE VIEW %s AS %s"
            .formatted(
                name,
                DuckSql.rowsOf(
                    table, DuckSql.files(lake, table).stream().map(ViewFile::escaped).toList())));
    statement.execute(
        "COMMENT ON VIEW %s IS %s".formatted(name, DuckSql.text(Language.ZH.of(table.grain()))));
    for (Column column : table.columns()) {
      statement.execute(
          "COMMENT ON COLUMN %s.%s IS %s"
              .formatted(
                  name,
                  DuckSql.quoted(column.name()),
                  DuckSql.text(column.chinese() + "：" + Language.ZH.meaning(table, column))));
    }
  }

  /** DuckDB takes brackets, stars and question marks in a path for a pattern. */
  private static String escaped(String path) {
    return path.replaceAll("[\\[*?]", "[$0]");
  }
}
