package org.dawen.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.dawen.intake.LandingRecords;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.Column;
import org.dawen.lake.Lake;
import org.dawen.lake.Language;
import org.dawen.lake.Message;
import org.dawen.lake.SqlEngine;
import org.dawen.lake.SqlLiteral;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.lake.Trouble;
import org.dawen.publish.CaseFile;
import org.dawen.run.Evidence;
import org.dawen.run.Explanation;
import org.dawen.run.Explanation.Section;
import org.dawen.run.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The evidence behind one row: from the result to the rule and to the raw record. */
@Command(name = "explain", mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  private static final int MOST_ROWS = 100_000;

  @Mixin private LakeOptions options;

  @Parameters(
      index = "0",
      paramLabel = "TABLE",
      completionCandidates = CompletionCommand.Tables.class,
      descriptionKey = "table")
  private String tableName;

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "KEY", descriptionKey = "key")
  private List<String> words = List.of();

  @Option(names = "--plot", paramLabel = "FILE")
  private Path plot;

  @Option(names = "--package", paramLabel = "FILE.zip")
  private Path file;

  @Option(names = "--unmasked")
  private boolean isUnmasked;

  @Override
  public Integer call() {
    Table table = table();
    boolean isOfVehicle = AnomalyEvidence.explains(table);
    if (isUnmasked && file == null) {
      throw Trouble.usage("explain.unmasked");
    }
    if (plot != null && file != null) {
      throw Trouble.usage("explain.two-files");
    }
    if (plot != null && !isOfVehicle) {
      throw Trouble.usage("explain.no-chart", table);
    }
    // The begin may be left out where a rule found one thing that day.
    boolean leavesBeginOut = isOfVehicle && table.key().size() == 4 && words.size() == 3;
    boolean takesTheNewest =
        explanation(table).map(Explanation::takesTheNewest).orElse(false)
            && words.size() == table.key().size() - 1;
    if (words.size() != table.key().size() && !leavesBeginOut && !takesTheNewest) {
      throw Trouble.usage(
          "explain.key-length", table, table.key().size(), words.size(), table, keyInWords(table));
    }
    String condition = condition(table);
    Settings settings = options.settings();
    String landing = options.landingRoot();
    try (OpenLake open = OpenLake.toRead(options)) {
      Lake lake = open.lake();
      SqlEngine engine = open.engine();
      List<TableRow> found = engine.rows(table, condition, MOST_ROWS);
      // Of a key whose last part was left out the newest row.
      List<TableRow> rows = found.subList(Math.max(0, found.size() - 1), found.size());
      String name = String.join(" ", words);
      if (rows.isEmpty()) {
        rows = formerly(engine, table);
        name =
            rows.isEmpty()
                ? name
                : Message.of("explain.continues-as", name, keyOf(table, rows.get(0))).text();
      }
      if (rows.isEmpty()) {
        throw Trouble.usage(
            Message.sequence(
                Message.of("explain.no-row", table, String.join(" ", words)),
                elsewhere(table),
                Message.of("explain.one-row-is", Language.current().of(table.grain()))));
      }
      if (file != null) {
        write(open, table, name, rows.get(0));
        return 0;
      }
      if (isOfVehicle) {
        print(
            table,
            name,
            List.of(
                Evidence.columns(Message.of("explain.the-row"), table, rows.get(0)),
                new Section(
                    Message.of("explain.second-by-second"),
                    AnomalyEvidence.lines(engine, landing, table, rows.get(0), plot))));
        DeletedRecords.behind(lake, table, rows.get(0)).forEach(m -> System.out.println(m.text()));
        return 0;
      }
      Evidence evidence =
          new Evidence(
              lake,
              engine,
              settings,
              new LandingRecords(lake, engine, landing, settings),
              (of, anomaly) -> AnomalyEvidence.lines(engine, landing, of, anomaly, null));
      print(table, name, sections(table, rows.get(0), evidence));
      DeletedRecords.behind(lake, table, rows.get(0)).forEach(m -> System.out.println(m.text()));
    }
    return 0;
  }

  private Message elsewhere(Table table) {
    return explanation(table).map(e -> e.elsewhere(words)).orElse(Message.sequence());
  }

  private void write(OpenLake open, Table table, String name, TableRow row) {
    Settings settings = options.settings();
    CaseEvidence records =
        new CaseEvidence(open.lake(), open.engine(), options.landingRoot(), settings, !isUnmasked);
    List<Section> sections;
    if (AnomalyEvidence.explains(table)) {
      sections =
          List.of(
              Evidence.columns(Message.of("explain.the-row"), table, row),
              new Section(Message.of("explain.second-by-second"), records.samples(table, row)));
    } else {
      sections =
          sections(
              table,
              row,
              new Evidence(open.lake(), open.engine(), settings, records, records::samples));
    }
    CaseFile made =
        records.file(
            table, name, row, sections, SinceComputed.of(open.lake(), options, table), settings);
    made.write(file);
    System.out.println(
        Message.of(isUnmasked ? "case.made-unmasked" : "case.made", file, made.records().size())
            .text());
  }

  private static Optional<Explanation> explanation(Table table) {
    return Catalogue.explanations().stream()
        .filter(e -> e.table().name().equals(table.name()))
        .findFirst();
  }

  private Table table() {
    Table table = Catalogue.table(tableName);
    if (table.key().isEmpty()) {
      throw Trouble.usage("explain.no-key", table, Language.current().of(table.whyNoKey()));
    }
    return table;
  }

  private static String keyInWords(Table table) {
    return table.key().stream()
        .map(c -> c.name().toUpperCase(java.util.Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  private String condition(Table table) {
    List<String> parts = new ArrayList<>();
    if (AnomalyEvidence.explains(table)) {
      parts.add(AnomalyEvidence.dayOf(table, words));
    }
    for (int i = 0; i < words.size(); i++) {
      Column key = table.key().get(i);
      Object value = valueOf(key, words.get(i));
      parts.add(key + (value == null ? " IS NULL" : " = " + literal(value)));
      boolean isHour = key.name().equals(ReceivedTables.HOUR_START.name());
      if (isHour && table.day() != null && value instanceof LocalDateTime hour) {
        // Only the files of that day are opened.
        parts.add(table.day() + " = " + literal(hour.toLocalDate()));
      }
    }
    return String.join(" AND ", parts);
  }

  private static String literal(Object value) {
    if (value instanceof LocalDate day) {
      return "DATE'%s'".formatted(day);
    }
    if (value instanceof LocalDateTime time) {
      return "TIMESTAMP'%s'".formatted(time);
    }
    return value instanceof Long ? value.toString() : SqlLiteral.of((String) value);
  }

  private static Object valueOf(Column key, String word) {
    DataType type = key.type();
    try {
      if (word.isEmpty()) {
        return null;
      }
      if (type.equals(DataTypes.DateType)) {
        return LocalDate.parse(word);
      }
      if (type.equals(DataTypes.TimestampNTZType)) {
        String time = word.replace(' ', 'T');
        return LocalDateTime.parse(time.length() == 13 ? time + ":00" : time);
      }
      if (type.equals(DataTypes.IntegerType) || type.equals(DataTypes.LongType)) {
        return Long.valueOf(word);
      }
      return word;
    } catch (DateTimeException | NumberFormatException e) {
      throw Trouble.usage(e, "explain.no-value", word, key);
    }
  }

  private static List<Section> sections(Table table, TableRow row, Evidence evidence) {
    Optional<Explanation> explanation = explanation(table);
    if (explanation.isPresent()) {
      return explanation.get().explain(row, evidence);
    }
    List<Section> sections = new ArrayList<>();
    sections.add(Evidence.columns(Message.of("explain.the-row"), table, row));
    List<String> names = table.columns().stream().map(Column::name).toList();
    boolean namesRecord =
        names.contains(ReceivedTables.FILE_ID.name())
            && names.contains(ReceivedTables.RECORD_NO.name());
    if (namesRecord) {
      sections.add(
          evidence.rawRecord(
              Message.of("explain.record-it-comes-from"),
              row.text(ReceivedTables.FILE_ID),
              row.whole(ReceivedTables.RECORD_NO)));
    }
    return sections;
  }

  /** The row that the key was a name of once, or none. */
  private List<TableRow> formerly(SqlEngine engine, Table table) {
    return explanation(table)
        .map(e -> e.formerly(words))
        .map(condition -> engine.rows(table, condition, 1))
        .orElse(List.of());
  }

  private static String keyOf(Table table, TableRow row) {
    return table.key().stream().map(row::shown).collect(Collectors.joining(" "));
  }

  private static void print(Table table, String name, List<Section> sections) {
    System.out.println(table.name() + " " + name);
    System.out.println(Language.current().of(table.grain()));
    for (Section section : sections) {
      System.out.println();
      System.out.println(section.title().text());
      section.lines().forEach(line -> System.out.println("  " + line.text()));
    }
    if (!table.warnings().isEmpty()) {
      System.out.println();
      table
          .warnings()
          .forEach(
              w ->
                  System.out.println(
                      Message.of("explain.warning", Language.current().of(w)).text()));
    }
  }
}
