package org.dawen.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dawen.lake.Message;
import org.dawen.lake.SqlEngine;
import org.dawen.lake.Table;
import org.dawen.lake.Trouble;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** SQL over the tables: one statement, a file of them, a prompt, or what is piped in. */
@Command(name = "sql", mixinStandardHelpOptions = true)
final class SqlCommand implements Callable<Integer> {
  @Mixin private LakeOptions options;

  @Parameters(arity = "0..1", paramLabel = "STATEMENT|FILE", descriptionKey = "statement")
  private String statement;

  @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table")
  private SqlFormat format;

  @Option(names = "--out", paramLabel = "FILE")
  private Path out;

  /** Who answers. */
  enum Engine {
    DUCKDB,
    SPARK
  }

  @Option(names = "--engine", paramLabel = "ENGINE")
  private Engine engine;

  @Override
  public Integer call() throws IOException {
    List<String> statements = statement == null ? null : SqlText.statements(textOf(statement));
    AnswerFile file = out == null ? null : new AnswerFile(out);
    check(statements);
    try (OpenLake open = OpenLake.toRead(options)) {
      SqlEngine sql = open(open);
      if (format == SqlFormat.TABLE) {
        System.err.println(Message.of("sql.answered-by", sql.name()).text());
      }
      SqlAnswers answers = new SqlAnswers(sql, format);
      if (statements == null) {
        prompt(sql, new SqlPrompt(answers, System.out, System.err));
      } else if (file == null) {
        answers.print(statements, System.out);
      } else {
        file.write(into -> answers.print(statements, into));
      }
    }
    return 0;
  }

  private SqlEngine open(OpenLake open) {
    boolean isSpark = engine == null ? !open.isLocal() : engine == Engine.SPARK;
    if (!isSpark && !open.isLocal()) {
      throw Trouble.usage("sql.duckdb-local-only");
    }
    if (isSpark) {
      // What a question does wrong is told in a sentence; other tasks of it may still be at work
      // then, and Spark would tell what becomes of them in stack traces.
      open.lake().spark().sparkContext().setLogLevel("OFF");
    }
    return open.engine(isSpark);
  }

  private void check(List<String> statements) {
    if (statements == null) {
      if (out != null) {
        throw Trouble.usage("sql.out-needs-statement");
      }
    } else if (statements.isEmpty()) {
      throw Trouble.usage("sql.no-statement", statement);
    } else if (format == SqlFormat.XLSX && statements.size() != 1) {
      throw Trouble.usage("sql.book-one-statement", statements.size());
    }
  }

  private static String textOf(String argument) {
    boolean looksLikeFile = argument.toLowerCase(Locale.ROOT).endsWith(".sql");
    if (!looksLikeFile) {
      return argument;
    }
    Path file = Path.of(argument);
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (IOException e) {
      throw Trouble.usage(e, "sql.file-no-text", file, e.getMessage());
    }
  }

  private static void prompt(SqlEngine engine, SqlPrompt prompt) throws IOException {
    if (!TerminalProvider.load("exec").isSystemStream(SystemStream.Input)) {
      prompt.answerAll(
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
      return;
    }
    System.err.println(Message.of("sql.prompt").text());
    try (org.jline.terminal.Terminal terminal = TerminalBuilder.builder().build()) {
      terminal.handle(org.jline.terminal.Terminal.Signal.INT, signal -> engine.cancel());
      LineReader reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .appName("dawen")
              .completer((r, line, candidates) -> complete(line.line(), candidates))
              .variable(LineReader.HISTORY_FILE, historyFile())
              .build();
      prompt.answerEach(
          isContinued -> {
            try {
              return reader.readLine(isContinued ? "     > " : "dawen> ");
            } catch (EndOfFileException e) {
              return null;
            }
          });
    }
  }

  /** All tables, and the columns of those that the line names. */
  private static void complete(String line, List<Candidate> candidates) {
    for (Table table : Catalogue.tables()) {
      candidates.add(new Candidate(table.name()));
      if (line.contains(table.name())) {
        table.columns().forEach(c -> candidates.add(new Candidate(c.name())));
      }
    }
  }

  private static Path historyFile() {
    return Path.of(System.getProperty("user.home"), ".dawen_history");
  }
}
