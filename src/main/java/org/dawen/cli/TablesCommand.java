package org.dawen.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.dawen.lake.DataDictionary;
import org.dawen.lake.DictionaryLanguage;
import org.dawen.lake.Table;
import org.dawen.publish.DictionaryPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The data dictionary in the terminal. */
@Command(
    name = "tables",
    mixinStandardHelpOptions = true,
    description = "The data dictionary in the terminal.")
final class TablesCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      completionCandidates = CompletionCommand.Tables.class,
      description = "One table, or one schema.")
  private String name;

  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      defaultValue = "en",
      description = "Language of what is printed: en or zh. Default: en. A page has both.")
  private DictionaryLanguage language;

  @Option(names = "--markdown", description = "The whole dictionary as docs/data-dictionary.md.")
  private boolean markdown;

  @Option(names = "--html", description = "The whole dictionary as a page with search.")
  private boolean html;

  @Override
  public Integer call() {
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
              language == DictionaryLanguage.EN
                  ? List.of("table", "one row is")
                  : List.of("表", "一行是"),
              tables.stream().map(t -> List.of(t.name(), language.of(t.grain()))).toList(),
              i -> false));
    }
    return 0;
  }
}
