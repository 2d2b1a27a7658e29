package org.dawen.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.hadoop.fs.FSError;
import org.dawen.lake.Damage;
import org.dawen.lake.Trouble;
import org.dawen.run.FailureWords;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: arguments, exit codes, and the assembly of the rooms into a program. */
@Command(
    name = "dawen",
    description = "The nightly pipeline of a city's ecology-environment bureau. 大汶",
    mixinStandardHelpOptions = true,
    versionProvider = Dawen.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      NightlyCommand.class,
      PlanCommand.class,
      RunCommand.class,
      RunsCommand.class,
      BriefCommand.class,
      MonthlyCommand.class,
      BulletinCommand.class,
      SiteCommand.class,
      MaintainCommand.class,
      SqlCommand.class,
      TablesCommand.class,
      ExplainCommand.class,
      RegistryCommand.class,
      PoolCommand.class,
      DrawCommand.class,
      DoctorCommand.class,
      SampleCommand.class,
      CompletionCommand.class,
      WarmUpCommand.class
    },
    footer = {
      "",
      "dawen test sets up and runs every test (launcher only).",
      "Exit codes: 0 done, 1 our bug, 2 usage or configuration, 3 input not ready,",
      "            4 data refused, 5 another run holds the lake."
    })
public final class Dawen implements Runnable {
  private static final int BUG = 1;
  private static final int USAGE = 2;

  /** The version of the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Dawen.class.getPackage().getImplementationVersion();
      return new String[] {"dawen " + (version == null ? "(from classes)" : version)};
    }
  }

  @Override
  public void run() {
    System.out.print(
        """
        Dawen 大汶: what a city's ecology-environment bureau must know every morning.

          ./dawen nightly            takes in what is new, computes every table that is due
          ./dawen brief --day D      writes the morning brief of a day
          ./dawen sql "SELECT ..."   asks the tables

        './dawen --help' lists all commands, './dawen COMMAND --help' what each takes.
        """);
  }

  /** Runs one command; the exit code is the process's. */
  public static void main(String[] args) {
    // Digits, letters and calendar of results and sentences are never those of the machine.
    Locale.setDefault(Locale.ROOT);
    System.exit(execute(args));
  }

  static int execute(String... args) {
    CommandLine line = new CommandLine(new Dawen());
    line.setExecutionExceptionHandler((e, cmd, parsed) -> report(e));
    line.setParameterExceptionHandler(new WrongWords());
    WrongWords.teachDays(line);
    try {
      line.setDefaultValueProvider(new Defaults(System.getenv(), Defaults.configFile()));
    } catch (Trouble e) {
      return report(e);
    }
    line.setExitCodeExceptionMapper(e -> USAGE);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    try {
      return line.execute(args);
    } catch (FSError e) { // what a local disk says while Hadoop writes to it; no Exception
      return report(new UncheckedIOException(new IOException(e.getCause())));
    }
  }

  private static int report(Exception e) {
    Trouble trouble = Damage.behind(e, Catalogue.tables());
    if (trouble != null) {
      System.err.println("dawen: " + trouble.getMessage());
      return trouble.kind().exitCode();
    }
    if (FailureWords.isDiskFull(e)) {
      System.err.println("dawen: " + FailureWords.of(e));
      return USAGE;
    }
    System.err.println("dawen: stopped by a bug of its own: " + FailureWords.of(e));
    System.err.println(FailureWords.stackOf(e));
    System.err.println("Nothing half-written is kept; running again is safe.");
    return BUG;
  }
}
