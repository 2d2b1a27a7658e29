package org.dawen.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.fs.FSError;
import org.dawen.lake.Damage;
import org.dawen.lake.Language;
import org.dawen.lake.Message;
import org.dawen.lake.Trouble;
import org.dawen.run.FailureWords;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line: arguments, exit codes, and the assembly of the rooms into a program. */
@Command(
    name = "dawen",
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
    })
public final class Dawen implements Runnable {
  private static final int BUG = 1;
  private static final int USAGE = 2;

  @Option(names = "--lang", paramLabel = "LANGUAGE", scope = ScopeType.INHERIT)
  private Language language; // applied before the command line is parsed: parsing speaks, too

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
    System.out.print(Message.of("start").text());
  }

  /** Runs one command; the exit code is the process's. */
  public static void main(String[] args) {
    // Digits, letters and calendar of results and sentences are never those of the machine.
    Locale.setDefault(Locale.ROOT);
    System.exit(execute(args));
  }

  static int execute(String... args) {
    return execute(System.getenv(), args);
  }

  /** As above with another environment. */
  static int execute(Map<String, String> environment, String... args) {
    Language.use(Language.wanted(List.of(args), environment, null));
    CommandLine line = new CommandLine(new Dawen());
    line.setExecutionExceptionHandler((e, cmd, parsed) -> report(e));
    line.setParameterExceptionHandler(new WrongWords());
    WrongWords.teach(line);
    try {
      Defaults defaults = new Defaults(environment, Defaults.configFile());
      Language.use(Language.wanted(List.of(args), environment, defaults.ofFile("lang")));
      line.setDefaultValueProvider(defaults);
    } catch (Trouble e) {
      return report(e);
    }
    line.setHelpFactory(Dawen::help);
    line.setExitCodeExceptionMapper(e -> USAGE);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    try {
      return line.execute(args);
    } catch (FSError e) { // what a local disk says while Hadoop writes to it; no Exception
      return report(new UncheckedIOException(new IOException(e.getCause())));
    }
  }

  /** Only help needs the sentences of every command. */
  private static Help help(CommandSpec spec, ColorScheme colours) {
    spec.resourceBundle(Message.bundle(Language.current()));
    return new Help(spec, colours);
  }

  /** One sentence on standard error. */
  static void say(Message message) {
    System.err.println("dawen: " + message.text());
  }

  private static int report(Exception e) {
    Trouble trouble = Damage.behind(e, Catalogue.tables());
    if (trouble != null) {
      say(trouble.message());
      return trouble.kind().exitCode();
    }
    if (FailureWords.isDiskFull(e)) {
      say(FailureWords.of(e));
      return USAGE;
    }
    say(Message.of("trouble.bug", FailureWords.of(e)));
    System.err.println(FailureWords.stackOf(e));
    System.err.println(Message.of("trouble.bug-is-safe").text());
    return BUG;
  }
}
