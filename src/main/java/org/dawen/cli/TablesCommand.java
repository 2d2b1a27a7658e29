package org.dawen.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.dawen.lake.DataDictionary;
import org.dawen.lake.Language;
import org.dawen.lake.Table;
import org.dawen.publish.DictionaryPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The data dictionary in the terminal. */
@Command(name = "tables", mixinStandardHelpOptions = true)
final class TablesCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      completionCandidates = CompletionCommand.Tables.class,
      descriptionKey = "name")
  private String name;

  @Option(names = "--markdown")
  private boolean markdown;

  @Option(names = "--html")
  private boolean html;

  @Override
  public Integer call() {
    Language language = Language.current();
    if (html) {
      System.out.print(DictionaryPage.of(Catalogue.tables()));
      return 0;
    }
    if (markdown) {
      System.out.print(DataDictionary.markdown(Catalogue.tables(), language));
      return 0;
    }
    List<Table> tables =
        Catalogue.tables().stream()
            .filter(t -> name == null || t.name().equals(name) || t.schemaName().equals(name))
            .toList();
    if (tables.isEmpty()) {
      Catalogue.table(name); // tells what may have been meant
    }
    if (name != null && name.contains(".")) {
      System.out.print(DataDictionary.terminal(tables.get(0), language));
    } else {
      System.out.print(
          TextTable.of(
              TextTable.headings("tables.headings"),
              tables.stream().map(t -> List.of(t.name(), language.of(t.grain()))).toList(),
              i -> false));
    }
    return 0;
  }
}
