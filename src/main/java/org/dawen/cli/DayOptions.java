package org.dawen.cli;

import java.time.LocalDate;
import org.dawen.lake.DaySet;
import org.dawen.lake.Trouble;
import picocli.CommandLine.Option;

/** Which days: one, or from one to another. */
class DayOptions {
  @Option(names = "--day", paramLabel = "D", description = "One day, as 2024-03-01.")
  LocalDate day;

  @Option(names = "--from", paramLabel = "D", description = "First day.")
  LocalDate from;

  @Option(names = "--to", paramLabel = "D", description = "Last day, included.")
  LocalDate to;

  DaySet days() {
    if (day != null && (from != null || to != null)) {
      throw Trouble.usage(
          "--day cannot be combined with --from or --to.", "Give one or the other.");
    }
    if (day != null) {
      return DaySet.of(day);
    }
    if (from != null && to != null && from.isAfter(to)) {
      throw Trouble.usage("--from %s is after --to %s.".formatted(from, to), "Swap them.");
    }
    return DaySet.between(from, to);
  }
}
