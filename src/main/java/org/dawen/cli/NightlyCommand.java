package org.dawen.cli;

import java.util.Set;
import java.util.concurrent.Callable;
import org.dawen.run.Runner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes in what is new and runs every job that is due. */
@Command(
    name = "nightly",
    mixinStandardHelpOptions = true,
    description = "Take in what is new, run every job that is due.")
final class NightlyCommand implements Callable<Integer> {
  @Mixin private LakeOptions options;
  @Mixin private DayOptions days;

  @Option(names = "--json", description = "Closing table as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Terminal terminal = new Terminal();
    options.settings();
    options.landingRoot();
    try (OpenLake open = OpenLake.toWrite(options, terminal)) {
      terminal.step("lake locked for this run");
      Runner runner = Night.runner(open.lake(), options, terminal);
      return Closing.print(runner.night(new Runner.Wish(days.days(), Set.of(), true)), json);
    }
  }
}
