package org.dawen.cli;

import java.time.LocalDate;
import org.dawen.lake.DaySet;
import org.dawen.lake.Trouble;
import picocli.CommandLine.Option;

/** Which days: one, or from one to another. */
class DayOptions {
  @Option(names = "--day", paramLabel = "D")
  LocalDate day;

  @Option(names = "--from", paramLabel = "D")
  LocalDate from;

  @Option(names = "--to", paramLabel = "D")
  LocalDate to;

  DaySet days() {
    if (day != null && (from != null || to != null)) {
      throw Trouble.usage("options.day-and-span");
    }
    if (day != null) {
      return DaySet.of(day);
    }
    if (from != null && to != null && from.isAfter(to)) {
      throw Trouble.usage("options.from-after-to", from, to);
    }
    return DaySet.between(from, to);
  }
}
