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
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.dawen.intake.LandingRecords;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.Lake;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.lake.Trouble;
import org.dawen.run.Evidence;
import org.dawen.run.Explanation;
import org.dawen.run.Explanation.Section;
import org.dawen.run.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The evidence behind one row: from the result to the rule and to the raw record. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "The evidence behind one row, down to the raw record.")
final class ExplainCommand implements Callable<Integer> {
  @Mixin private LakeOptions options;

  @Parameters(
      index = "0",
      paramLabel = "TABLE",
      description = "The table, such as source.exceedance_hour.")
  private String tableName;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "KEY",
      description = "The values of its key, in the order './dawen tables TABLE' shows.")
  private List<String> words = List.of();

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "Of diesel.anomaly and diesel.vehicle_minute: a chart as one HTML file.")
  private Path plot;

  @Override
  public Integer call() {
    Table table = table();
    boolean isOfVehicle = AnomalyEvidence.explains(table);
    if (plot != null && !isOfVehicle) {
      throw Trouble.usage("There is no chart of %s.".formatted(table), "Leave --plot out.");
    }
    // The begin may be left out where a rule found one thing that day.
    boolean leavesBeginOut = isOfVehicle && table.key().size() == 4 && words.size() == 3;
    boolean takesTheNewest =
        explanation(table).map(Explanation::takesTheNewest).orElse(false)
            && words.size() == table.key().size() - 1;
    if (words.size() != table.key().size() && !leavesBeginOut && !takesTheNewest) {
      throw Trouble.usage(
          "A row of %s is named by %d values, not %d."
              .formatted(table, table.key().size(), words.size()),
          "Usage: ./dawen explain %s %s".formatted(table, keyInWords(table)));
    }
    Column condition = condition(table);
    Settings settings = options.settings();
    String landing = options.landingRoot();
    try (OpenLake open = OpenLake.toRead(options)) {
      Lake lake = open.lake();
      Column lastOfKey = table.key().get(table.key().size() - 1).col();
      List<TableRow> rows =
          Lake.first(lake.read(table).where(condition).orderBy(lastOfKey.desc()), 1);
      String name = String.join(" ", words);
      if (rows.isEmpty()) {
        rows = formerly(lake, table);
        name = rows.isEmpty() ? name : name + " continues as " + keyOf(table, rows.get(0));
      }
      if (rows.isEmpty()) {
        throw Trouble.usage(
            "%s has no row %s.".formatted(table, String.join(" ", words)),
            elsewhere(table)
                + "One row is: %s  './dawen sql' shows which rows there are."
                    .formatted(table.grain()));
      }
      if (isOfVehicle) {
        print(
            table,
            name,
            List.of(
                Evidence.columns("The row", table, rows.get(0)),
                new Section(
                    "Second by second, decoded from the raw frames",
                    AnomalyEvidence.lines(lake, landing, table, rows.get(0), plot))));
        return 0;
      }
      Evidence evidence =
          new Evidence(
              lake,
              settings,
              new LandingRecords(lake, landing, settings),
              (of, anomaly) -> AnomalyEvidence.lines(lake, landing, of, anomaly, null));
      print(table, name, sections(table, rows.get(0), evidence));
    }
    return 0;
  }

  private String elsewhere(Table table) {
    return explanation(table).map(e -> e.elsewhere(words)).map(said -> said + "  ").orElse("");
  }

  private static Optional<Explanation> explanation(Table table) {
    return Catalogue.explanations().stream()
        .filter(e -> e.table().name().equals(table.name()))
        .findFirst();
  }

  private Table table() {
    Table table =
        Catalogue.tables().stream()
            .filter(t -> t.name().equals(tableName))
            .findFirst()
            .orElseThrow(
                () ->
                    Trouble.usage(
                        "There is no table '%s'.".formatted(tableName),
                        "'./dawen tables' lists all of them."));
    if (table.key().isEmpty()) {
      throw Trouble.usage(
          "Rows of %s have no key: %s.".formatted(table, table.whyNoKey()),
          "Explain a row of a table that comes from it.");
    }
    return table;
  }

  private static String keyInWords(Table table) {
    return table.key().stream()
        .map(c -> c.name().toUpperCase(java.util.Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  private Column condition(Table table) {
    Column condition = functions.lit(true);
    if (AnomalyEvidence.explains(table)) {
      condition = AnomalyEvidence.dayOf(table, words);
    }
    for (int i = 0; i < words.size(); i++) {
      org.dawen.lake.Column key = table.key().get(i);
      Object value = valueOf(key, words.get(i));
      condition = condition.and(key.col().eqNullSafe(functions.lit(value)));
      boolean isHour = key.name().equals(ReceivedTables.HOUR_START.name());
      if (isHour && table.day() != null && value instanceof LocalDateTime hour) {
        // Only the files of that day are opened.
        condition = condition.and(table.day().col().equalTo(functions.lit(hour.toLocalDate())));
      }
    }
    return condition;
  }

  private static Object valueOf(org.dawen.lake.Column key, String word) {
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
      throw Trouble.usage(
          "'%s' is no value of %s.".formatted(word, key),
          "Write a day as 2024-03-01, an hour as 2024-03-01T08:00.",
          e);
    }
  }

  private static List<Section> sections(Table table, TableRow row, Evidence evidence) {
    Optional<Explanation> explanation = explanation(table);
    if (explanation.isPresent()) {
      return explanation.get().explain(row, evidence);
    }
    List<Section> sections = new ArrayList<>();
    sections.add(Evidence.columns("The row", table, row));
    List<String> names = table.columns().stream().map(org.dawen.lake.Column::name).toList();
    boolean namesRecord =
        names.contains(ReceivedTables.FILE_ID.name())
            && names.contains(ReceivedTables.RECORD_NO.name());
    if (namesRecord) {
      sections.add(
          evidence.rawRecord(
              "The record it comes from",
              row.text(ReceivedTables.FILE_ID),
              row.whole(ReceivedTables.RECORD_NO)));
    }
    return sections;
  }

  /** The row that the key was a name of once, or none. */
  private List<TableRow> formerly(Lake lake, Table table) {
    return explanation(table)
        .map(e -> e.formerly(words))
        .map(condition -> Lake.first(lake.read(table).where(condition), 1))
        .orElse(List.of());
  }

  private static String keyOf(Table table, TableRow row) {
    return table.key().stream().map(row::shown).collect(Collectors.joining(" "));
  }

  private static void print(Table table, String name, List<Section> sections) {
    System.out.println(table.name() + " " + name);
    System.out.println(table.grain());
    for (Section section : sections) {
      System.out.println();
      System.out.println(section.title());
      section.lines().forEach(line -> System.out.println("  " + line));
    }
    if (!table.warnings().isEmpty()) {
      System.out.println();
      table.warnings().forEach(w -> System.out.println("Warning: " + w));
    }
  }
}
