package org.dawen.cli;

import java.util.Iterator;
import org.dawen.lake.Table;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Completion of commands, options and tables for bash and zsh. */
@Command(name = "completion", mixinStandardHelpOptions = true)
final class CompletionCommand implements Runnable {
  @Override
  public void run() {
    System.out.print(AutoComplete.bash("dawen", new CommandLine(new Dawen())));
  }

  /** The names of all tables, as candidates. */
  static final class Tables implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Catalogue.tables().stream().map(Table::name).iterator();
    }
  }
}
