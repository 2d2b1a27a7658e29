package org.dawen.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dawen.lake.Query;
import org.dawen.lake.Trouble;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** SQL over the tables: one statement, a file of them, or a prompt. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    description = "Ask the tables: a statement, a file of statements, or a prompt.")
final class SqlCommand implements Callable<Integer> {
  @Mixin private LakeOptions options;

  @Parameters(
      arity = "0..1",
      paramLabel = "STATEMENT|FILE",
      description = "SQL, or a file with statements ended by ';'. Nothing: a prompt.")
  private String statement;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, csv, json or xlsx (default: table).")
  private SqlFormat format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Into this file (default: standard output).")
  private Path out;

  @Override
  public Integer call() throws IOException {
    List<String> statements = statement == null ? null : SqlText.statements(textOf(statement));
    AnswerFile file = out == null ? null : new AnswerFile(out);
    check(statements);
    try (OpenLake open = OpenLake.toRead(options)) {
      // What a question does wrong is told in a sentence; other tasks of it may still be at work
      // then, and Spark would tell what becomes of them in stack traces.
      open.lake().spark().sparkContext().setLogLevel("OFF");
      SqlAnswers answers = new SqlAnswers(new Query(open.lake(), Catalogue.tables()), format);
      if (statements == null) {
        prompt(answers);
      } else if (file == null) {
        answers.print(statements, System.out);
      } else {
        file.write(into -> answers.print(statements, into));
      }
    }
    return 0;
  }

  private void check(List<String> statements) {
    if (statements == null) {
      if (out != null) {
        throw Trouble.usage("--out needs a statement.", "Answers at the prompt are shown there.");
      }
    } else if (statements.isEmpty()) {
      throw Trouble.usage("There is no statement in '%s'.".formatted(statement), "");
    } else if (format == SqlFormat.XLSX && statements.size() != 1) {
      throw Trouble.usage(
          "A workbook holds the answer to one statement; these are %d."
              .formatted(statements.size()),
          "Ask one at a time, each with its own --out FILE.");
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
      throw Trouble.usage(
          "The file %s cannot be read as text in UTF-8: %s.".formatted(file, e.getMessage()),
          "Name a file of SQL, or give SQL itself.",
          e);
    }
  }

  private static void prompt(SqlAnswers answers) throws IOException {
    System.err.println("Statements end with ';'. 'tables' lists the tables, 'exit' leaves.");
    try (org.jline.terminal.Terminal terminal = TerminalBuilder.builder().build()) {
      LineReader reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .appName("dawen")
              .completer(
                  new StringsCompleter(
                      Catalogue.tables().stream().map(org.dawen.lake.Table::name).toList()))
              .variable(LineReader.HISTORY_FILE, historyFile())
              .build();
      StringBuilder pending = new StringBuilder();
      while (true) {
        String line;
        try {
          line = reader.readLine(pending.isEmpty() ? "dawen> " : "     > ");
        } catch (UserInterruptException e) {
          pending.setLength(0);
          continue;
        } catch (EndOfFileException e) {
          return;
        }
        String word = line.strip();
        if (pending.isEmpty() && (word.equals("exit") || word.equals("quit"))) {
          return;
        }
        if (pending.isEmpty() && (word.equals("tables") || word.equals("tables;"))) {
          Catalogue.tables().forEach(t -> System.out.println(t.name() + "  " + t.grain()));
          continue;
        }
        pending.append(line).append('\n');
        if (word.endsWith(";")) {
          answers.printOrSay(SqlText.statements(pending.toString()), System.out);
          pending.setLength(0);
        }
      }
    }
  }

  private static Path historyFile() {
    return Path.of(System.getProperty("user.home"), ".dawen_history");
  }
}
