package org.dawen.cli;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.dawen.run.NightReport;
import org.dawen.run.Runner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Forces jobs over days, whether due or not. */
@Command(name = "run", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Mixin private LakeOptions options;
  @Mixin private DayOptions days;

  @Parameters(
      arity = "1..*",
      paramLabel = "JOB",
      completionCandidates = CompletionCommand.Tables.class,
      descriptionKey = "job")
  private List<String> jobs;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--metrics", paramLabel = "FILE")
  private Path metrics;

  @Override
  public Integer call() {
    Terminal terminal = new Terminal();
    try (OpenLake open = OpenLake.toWrite(options, terminal)) {
      NightReport report =
          new NotedRun("run", open, options, metrics, terminal)
              .night(
                  new Runner.Wish(days.days(), new LinkedHashSet<>(jobs), false),
                  UnaryOperator.identity());
      return Closing.print(report, json);
    }
  }
}
